import { Field, InputType, Int } from "type-graphql";
import { CreditCode, DivisionCode } from "../../shared/scalars.ts";
import { ComplaintState } from "./consumer-complaint.ts";

@InputType({
  description: "What a consumer complains of (投诉内容, 市场监督管理投诉举报处理暂行办法 第九条)",
})
export class FileComplaintInput {
  @Field(() => CreditCode, { description: "The business complained of (被投诉主体)" })
  business: string;

  @Field(() => String, { description: "What happened, at most 2,000 characters (争议事实)" })
  facts: string;

  @Field(() => String, { description: "What is asked of the business, at most 2,000 characters (投诉请求)" })
  request: string;

  @Field(() => Int, {
    nullable: true,
    description: "What it is about in money, in fen (分, 1/100 yuan); absent: none named (争议金额)",
  })
  disputedFen?: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of the consumer; needed from the department, a consumer is known by their token (投诉人姓名)",
  })
  consumerName?: string;

  @Field(() => String, { description: "Where the consumer is reached: a mobile or fixed line (投诉人电话)" })
  consumerPhone: string;

  @Field(() => String, {
    nullable: true,
    description: "The ticket by which it came; given by the department only (工单编号)",
  })
  ticket?: string;
}

@InputType({ description: "Which complaints; every condition given must hold (消费投诉筛选条件)" })
export class ComplaintFilter {
  @Field(() => ComplaintState, { nullable: true, description: "In this state (状态)" })
  state?: ComplaintState;

  @Field(() => CreditCode, { nullable: true, description: "Against this business (被投诉主体)" })
  business?: string;

  @Field(() => DivisionCode, { nullable: true, description: "Against businesses in this division (区划)" })
  division?: string;
}
