import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";

@InputType({ description: "An agreement two bodies have made (数据共享协议登记)" })
export class RegisterAgreementInput {
  @Field(() => [String], { description: "Codes of the two units or divisions (协议双方)" })
  parties: string[];

  @Field(() => String, { description: "What the data is shared for, at most 2000 characters (共享目的)" })
  purpose: string;

  @Field(() => GraphQLLocalDate, { description: "First day (生效日期)" })
  validFrom: Day;

  @Field(() => GraphQLLocalDate, { description: "First day no longer (失效日期)" })
  validUntil: Day;
}
