import { Field, Int, ObjectType } from "type-graphql";
import type { WhistleKindRules } from "./profile/whistle-profile.schema.ts";
import { WhistleClockRule } from "./profile/whistle-profile.ts";
import { ClockBearer, ClockStep } from "./whistle-clock.ts";

@ObjectType({ description: "Why a whistle cannot be blown (不能吹哨的原因)" })
export class WhistleFinding {
  @Field(() => String, { description: "The code `blowWhistle` would refuse with (错误代码)" })
  code: string;

  @Field(() => String, { description: "What stands against it and what to do, in English (原因，英文)" })
  message: string;

  @Field(() => String, { description: "The same in Chinese (原因，中文)" })
  messageZh: string;

  @Field(() => String, { nullable: true, description: "The rule; null where it is plain consistency (规则)" })
  rule: string | null;
}

@ObjectType({ description: "A clock a whistle would start if blown now (预计时限)" })
export class WhistleDue {
  @Field(() => ClockStep, { description: "What would have to be done (环节)" })
  step: ClockStep;

  @Field(() => Int, { description: "Which checkpoint, from 1; 0 for every other step (节点序号)" })
  ordinal: number;

  @Field(() => ClockBearer, { description: "By whom (责任方)" })
  bearer: ClockBearer;

  @Field(() => Date, { description: "When it would have run out (届满时间)" })
  dueAt: Date;

  @Field(() => WhistleClockRule, {
    description: "The limit: how many of what, by which rule, and where it goes when it runs out (时限规则)",
  })
  limit: WhistleClockRule;
}

@ObjectType({ description: "A kind of whistle, judged for a ticket and whoever asks (可吹之哨)" })
export class WhistleOption {
  rules: WhistleKindRules;
  division: string;

  @Field(() => Int, { description: "Version of the profile it is judged by (规则版本)" })
  profileVersion: number;

  @Field(() => Boolean, { description: "Whether you may blow it from this ticket now (可否吹哨)" })
  allowed: boolean;

  @Field(() => Boolean, { description: "Whether it would first be screened (是否须筛选, PG-9)" })
  screened: boolean;

  @Field(() => [WhistleFinding], { description: "Why not; empty when allowed (原因)" })
  findings: WhistleFinding[];

  @Field(() => [WhistleDue], {
    description:
      "The clocks it would start, were it blown now; empty where the calendar does not reach so far (时限)",
  })
  clocks: WhistleDue[];
}
