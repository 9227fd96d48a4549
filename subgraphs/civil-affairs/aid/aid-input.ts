import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { PageArgs } from "../../shared/connection.ts";
import { DivisionCode, GridCode } from "../../shared/scalars.ts";
import { RecordSource } from "../record-source.ts";
import { AidKind } from "./aid-kind.ts";
import { AidState } from "./aid-state.ts";

@InputType({ description: "An application for aid, as it was handed in (救助申请)" })
export class AidApplicationInput {
  @Field(() => ID, { description: "Who is to receive it: Resident.id (居民编号)" })
  resident: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Who the recipient is when signed in, where that was checked; then they follow it (登录身份)",
  })
  person?: string;

  @Field(() => GridCode, { description: "The grid the recipient lives in (所属网格)" })
  grid: string;

  @Field(() => String, { description: "The recipient's name (姓名)" })
  recipientName: string;

  @Field(() => AidKind, { description: "What is applied for (救助类别)" })
  kind: AidKind;

  @Field(() => RecordSource, { description: "How the need became known (来源)" })
  source: RecordSource;

  @Field(() => String, { description: "Why (申请理由)" })
  reason: string;
}

@InputType({ description: "What the bureau approves (审核确认内容)" })
export class AidApprovalInput {
  @Field(() => Int, { description: "Amount a month in fen, a hundredth of a yuan (月发放金额，单位：分)" })
  monthlyAmountFen: number;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Last day of temporary aid, within a year; absent for every other kind (发放截止日)",
  })
  paidUntil?: Day;
}

@InputType({ description: "Which aid; every condition given must hold (救助筛选条件)" })
export class AidFilter {
  @Field(() => AidKind, { nullable: true, description: "Of this kind (救助类别)" })
  kind?: AidKind;

  @Field(() => AidState, { nullable: true, description: "In this state (状态)" })
  state?: AidState;

  @Field(() => DivisionCode, { nullable: true, description: "Living in this division (区划)" })
  within?: string;

  @Field(() => GridCode, { nullable: true, description: "Living in this grid (网格)" })
  grid?: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "With a yearly review due on or before this day (复核期限不晚于)",
  })
  reviewDueBy?: Day;
}

@ArgsType()
export class AidListArgs extends PageArgs {
  @Field(() => AidFilter, {
    nullable: true,
    description: "Which aid; all you may see where absent (筛选条件)",
  })
  filter?: AidFilter;
}
