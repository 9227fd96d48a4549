import { Field, Int, ObjectType } from "type-graphql";
import { DispatchRefusal } from "./dispatch-refusal.ts";

@ObjectType({ description: "Whether a matter may be sent to a unit on a day (派单审核, GZ-7, GZ-8, GZ-9)" })
export class DispatchVerdict {
  @Field(() => Boolean, { description: "Whether it may be sent (可否派单)" })
  allowed: boolean;

  @Field(() => DispatchRefusal, { nullable: true, description: "Why not; null when it may (拒绝代码)" })
  code: DispatchRefusal | null;

  @Field(() => String, { description: "The grounds, in English (英文理由)" })
  reason: string;

  @Field(() => String, { description: "The grounds, in Chinese (理由)" })
  reasonZh: string;

  @Field(() => String, { description: "The rule it follows from, e.g. GZ-8 (依据规则)" })
  rule: string;

  @Field(() => String, {
    nullable: true,
    description: "The list that decided; null where none did (清单标识)",
  })
  listId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Version of that list on the day; null where none decided, or before its first (清单版本)",
  })
  listVersion: number | null;

  @Field(() => Boolean, {
    description:
      "Whether the unit is no body of government, and takes part by contract (是否按合同协办, PG-15)",
  })
  byContract: boolean;

  responsibleUnitCode: string | null;
}
