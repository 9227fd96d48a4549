import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DisclosureSubject } from "./disclosure-delay.ts";

@InputType({ description: "Of what telling is to be delayed, why and until when (延迟告知内容)" })
export class DelayDisclosureInput {
  @Field(() => DisclosureSubject, { description: "Of what telling is to be delayed (对象类型)" })
  subjectKind: DisclosureSubject;

  @Field(() => ID, { description: "The resident's id, or the access record's (对象编号)" })
  subject: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Only accesses for this case; absent: all in the police's own subgraph. Not with an access record (工单编号)",
  })
  caseNumber?: string | null;

  @Field(() => String, { description: "Why telling would hinder the work, in writing (理由)" })
  reason: string;

  @Field(() => GraphQLLocalDate, {
    description: "Last day on which nothing is told, six months from today at most (截止日期)",
  })
  until: Day;
}

@InputType({ description: "Which delays; every condition given must hold (延迟告知筛选条件)" })
export class DisclosureDelayFilter {
  @Field(() => ID, { nullable: true, description: "Of this resident or access record (对象编号)" })
  subject?: string;

  @Field(() => Boolean, { nullable: true, description: "In force now, or over (是否在延迟期内)" })
  inForce?: boolean;
}
