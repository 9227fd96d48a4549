import { Field, Int, ObjectType } from "type-graphql";
import type { Extent } from "./extent.ts";

@ObjectType({
  description: "What is opened of an owner's data, how much of it at once, and for how long (授权范围)",
})
export class GrantExtent implements Extent {
  @Field(() => [String], { description: "What may be read: `Type` or `Type.field` (字段)" })
  coordinates: string[];

  @Field(() => [String], {
    description: "Of it the fields of personal data shown as they are, `Type.field` (明文字段)",
  })
  clear: string[];

  @Field(() => Date, { description: "First instant (生效时间)" })
  validFrom: Date;

  @Field(() => Date, { description: "First instant no longer (失效时间)" })
  validUntil: Date;

  @Field(() => Int, {
    nullable: true,
    description: "Rows one answer may give, all its lists together; null: 100 (单次导出上限)",
  })
  listMaximum: number | null;
}
