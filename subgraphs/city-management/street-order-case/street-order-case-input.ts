import { Field, ID, InputType } from "type-graphql";
import { CreditCode, GridCode } from "../../shared/scalars.ts";
import { FoundBy } from "./street-order-case.ts";

@InputType({ description: "The person dealt with, as far as known. Personal data (当事人)" })
export class StreetOrderPartyInput {
  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "Mobile number, 11 digits; absent when unknown (手机号码)",
  })
  phone?: string;

  @Field(() => ID, {
    nullable: true,
    description: "Resident id, where the person is known to live here (居民编号)",
  })
  residentId?: string;
}

@InputType({ description: "What was found in the street, and where (上报内容)" })
export class ReportStreetOrderCaseInput {
  @Field(() => String, {
    nullable: true,
    description: "The component at fault, 16 digits; give it or `event`, never both (部件代码)",
  })
  component?: string;

  @Field(() => String, {
    nullable: true,
    description: "The sub-class of the event, four digits; give it or `component` (事件小类代码)",
  })
  event?: string;

  @Field(() => GridCode, {
    nullable: true,
    description: "The grid; needed for an event, a component brings its own (网格代码)",
  })
  grid?: string;

  @Field(() => String, {
    description: "Where in the street, 1 to 200 characters; never somebody's door (地点)",
  })
  place: string;

  @Field(() => String, { description: "What was found, 1 to 2,000 characters (问题描述)" })
  description: string;

  @Field(() => FoundBy, { description: "How it came to be known (问题来源)" })
  foundBy: FoundBy;

  @Field(() => String, {
    nullable: true,
    description: "The ticket that led here; needed when found by TICKET, absent otherwise (工单编号)",
  })
  ticket?: string;

  @Field(() => CreditCode, {
    nullable: true,
    description: "The business dealt with; absent where none is (统一社会信用代码)",
  })
  business?: string;

  @Field(() => StreetOrderPartyInput, {
    nullable: true,
    description: "The person dealt with; absent where nobody is or nobody is known (当事人)",
  })
  party?: StreetOrderPartyInput;
}
