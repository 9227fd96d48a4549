import { ArgsType, Field, InputType, Int, registerEnumType } from "type-graphql";
import { type Order, PageArgs } from "../../shared/connection.ts";
import { PositionInput } from "../../shared/position-input.ts";
import { DivisionCode, GridCode, PowerItemCode } from "../../shared/scalars.ts";
import { AwaitedStep } from "./awaited-step.ts";
import { CoordinationMode } from "./coordination/coordination-mode.ts";
import { TaskForceDutyInput } from "./task-force/task-force.ts";
import type { Whistle } from "./whistle.ts";
import { DisputeDecision, WhistleRole } from "./whistle-participant.ts";
import { WhistleState } from "./whistle-state.ts";
import { WhistleTimeliness } from "./whistle-timeliness.ts";

@InputType({ description: "A unit to be called (应哨单位)" })
export class WhistleCallInput {
  @Field(() => String, { description: "Unit code (单位编码)" })
  unit: string;

  @Field(() => WhistleRole, { description: "Its part (角色)" })
  role: WhistleRole;

  @Field(() => PowerItemCode, {
    nullable: true,
    description:
      "Power or duty item by which it is competent; absent for a company, which acts by contract (职权事项, PG-5)",
  })
  item?: string;
}

@InputType({ description: "A whistle to be blown (吹哨)" })
export class BlowWhistleInput {
  @Field(() => String, { description: "Kind, by the district's profile (哨种)" })
  kind: string;

  @Field(() => String, { description: "Where the need came from, by the profile (哨源)" })
  source: string;

  @Field(() => String, { nullable: true, description: "Theme, where the kind has themes (主题, PG-10)" })
  theme?: string;

  @Field(() => [String], { defaultValue: [], description: "Numbers of the tickets behind it (工单)" })
  tickets: string[];

  @Field(() => DivisionCode, {
    nullable: true,
    description: "Where it is; absent: where its tickets are, or where the blower answers for (所在区划)",
  })
  division?: string;

  @Field(() => GridCode, { nullable: true, description: "Its grid (网格, BJ-12)" })
  grid?: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Says outright that it has no grid yet (尚无网格, BJ-12)",
  })
  noGridYet: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Estate code; absent: that of its tickets when they have one in common (小区)",
  })
  estate?: string;

  @Field(() => String, { description: "What is asked of the called units, and why (吹哨事由)" })
  demand: string;

  @Field(() => String, {
    nullable: true,
    description: "Matter the cited items are judged by; absent: that of its tickets (事项)",
  })
  matter?: string;

  @Field(() => CoordinationMode, {
    nullable: true,
    description:
      "Who leads whom; absent: as follows from who blows and who is to lead. For the centre and the district to say (协同方式, PG-15)",
  })
  coordination?: CoordinationMode;

  @Field(() => [WhistleCallInput], {
    description: "Units to be called: one lead and those who assist (应哨单位)",
  })
  participants: WhistleCallInput[];

  @Field(() => [String], {
    defaultValue: [],
    description: "Seats called besides the required ones of a rally whistle (集结成员, PG-16)",
  })
  assembly: string[];
}

@InputType({ description: "A whistle to be raised to the next level (升级, PG-8)" })
export class RaiseWhistleInput {
  @Field(() => String, { description: "Number of the whistle raised (原哨编号)" })
  number: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Kind it is raised to; absent: the next level's. Another is taken by the emergency rule alone (升级后的哨种, ZY-15)",
  })
  kind?: string;

  @Field(() => String, { description: "Why the level below cannot solve it (升级理由, ZY-15)" })
  reason: string;

  @Field(() => String, { description: "What was tried below, and what came of it (本级已采取的措施, ZY-15)" })
  tried: string;

  @Field(() => String, { description: "What is asked of the next level (升级事由)" })
  demand: string;

  @Field(() => [String], {
    defaultValue: [],
    description: "Tickets behind it besides those of the whistle raised (工单)",
  })
  tickets: string[];

  @Field(() => String, { nullable: true, description: "Theme; absent: that of the whistle raised (主题)" })
  theme?: string;

  @Field(() => String, { nullable: true, description: "Matter the cited items are judged by (事项)" })
  matter?: string;

  @Field(() => [WhistleCallInput], { description: "Units to be called (应哨单位)" })
  participants: WhistleCallInput[];
}

@InputType({ description: "A check-in on the scene (报到, GZ-16)" })
export class ArriveWhistleInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => String, { nullable: true, description: "What was found on arrival (报到情况)" })
  note?: string;

  @Field(() => PositionInput, { nullable: true, description: "Where the check-in was made (报到位置)" })
  position?: PositionInput;
}

@InputType({ description: "A task force to be formed (成立专班, PG-11)" })
export class FormTaskForceInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => [TaskForceDutyInput], {
    description: "Each party's duty, every called unit's among them (职责分工)",
  })
  duties: TaskForceDutyInput[];

  @Field(() => String, { description: "What causes the problem (成因)" })
  cause: string;

  @Field(() => String, { description: "How it is to be solved (处置方案)" })
  plan: string;

  @Field(() => String, { description: "Who supervises for the party committee, name and post (党委督办人)" })
  partySupervisor: string;

  @Field(() => String, { description: "Who supervises for the government, name and post (政府督办人)" })
  governmentSupervisor: string;
}

@InputType({ description: "The blower's word on a whistle reported as resolved (确认)" })
export class ConfirmWhistleInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => Boolean, { description: "Whether it is solved; if not it goes back to the lead (是否解决)" })
  solved: boolean;

  @Field(() => String, { description: "What was seen (确认意见)" })
  note: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the demanders accept it; absent when not asked. Refused acceptance sends it back (群众是否认可, PG-11)",
  })
  acceptedByDemander?: boolean;
}

@InputType({ description: "The arbiter's decision on a contested duty (裁决, PG-4)" })
export class DecideDisputeInput {
  @Field(() => String, { description: "Whistle number (哨编号)" })
  number: string;

  @Field(() => String, { description: "Code of the unit that contests its duty (争议单位)" })
  unit: string;

  @Field(() => DisputeDecision, { description: "The decision (裁决)" })
  decision: DisputeDecision;

  @Field(() => String, {
    description:
      "Grounds; no personal data: they are kept as a precedent that others in office read (裁决理由)",
  })
  grounds: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Unit that takes the place of one released; one already assisting may become the lead (替代单位)",
  })
  replacement?: string;

  @Field(() => PowerItemCode, {
    nullable: true,
    description: "Item by which the replacement is competent (职权事项)",
  })
  item?: string;
}

@InputType({ description: "Which whistles; everything given must hold (哨筛选条件)" })
export class WhistleFilter {
  @Field(() => DivisionCode, { nullable: true, description: "In this division, at any level (区划)" })
  division?: string;

  @Field(() => DivisionCode, {
    nullable: true,
    description:
      "Known to lie in this division and no more precisely: in a district, of no sub-district yet (仅定位到此区划)",
  })
  exactDivision?: string;

  @Field(() => GridCode, { nullable: true, description: "In this grid (网格)" })
  grid?: string;

  @Field(() => Boolean, { nullable: true, description: "Without a grid yet, or with one (尚无网格, BJ-12)" })
  noGridYet?: boolean;

  @Field(() => String, { nullable: true, description: "In this estate, by code (小区)" })
  estate?: string;

  @Field(() => [WhistleState], { nullable: true, description: "In one of these states (状态)" })
  states?: WhistleState[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: something is still to be done about the demand, be it that the blower has to confirm; false: not so (是否未办结)",
  })
  open?: boolean;

  @Field(() => [String], { nullable: true, description: "Of one of these kinds (哨种)" })
  kinds?: string[];

  @Field(() => Int, { nullable: true, description: "Of this level (级别, PG-8)" })
  level?: number;

  @Field(() => String, { nullable: true, description: "On this theme (主题, PG-10)" })
  theme?: string;

  @Field(() => CoordinationMode, { nullable: true, description: "So coordinated (协同方式, PG-15)" })
  coordination?: CoordinationMode;

  @Field(() => String, { nullable: true, description: "Blown by this unit, by code (吹哨单位)" })
  blower?: string;

  @Field(() => String, { nullable: true, description: "Calling this unit, by code (应哨单位)" })
  calls?: string;

  @Field(() => WhistleRole, {
    nullable: true,
    description: "Calling that unit in this role; needs `calls` (应哨角色)",
  })
  role?: WhistleRole;

  @Field(() => Boolean, {
    nullable: true,
    description: "That unit has signed for it, or not; needs `calls` (应哨单位是否签收)",
  })
  signed?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "That unit has reported on the scene, or not; needs `calls` (应哨单位是否报到)",
  })
  arrived?: boolean;

  @Field(() => WhistleTimeliness, {
    nullable: true,
    description: "That unit stands so with its clocks; needs `calls` (应哨单位时效)",
  })
  timeliness?: WhistleTimeliness;

  @Field(() => Boolean, {
    nullable: true,
    description: "Calling at least one department of the district, or none (是否吹向区直部门, KF-18)",
  })
  callsDepartment?: boolean;

  @Field(() => Date, {
    nullable: true,
    description: "Blown at or after this instant; one that waits for screening is not blown yet (吹哨起)",
  })
  blownFrom?: Date;

  @Field(() => Date, { nullable: true, description: "Blown before this instant (吹哨止)" })
  blownBefore?: Date;

  @Field(() => Date, {
    nullable: true,
    description: "Confirmed solved at or after this instant (确认解决起)",
  })
  confirmedFrom?: Date;

  @Field(() => Date, { nullable: true, description: "Confirmed solved before this instant (确认解决止)" })
  confirmedBefore?: Date;

  @Field(() => Date, { nullable: true, description: "Written down at or after this instant (建哨起)" })
  createdFrom?: Date;

  @Field(() => Date, { nullable: true, description: "Written down before this instant (建哨止)" })
  createdBefore?: Date;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: a clock has run out and its step is still to be done; false: none has (是否超时)",
  })
  overdue?: boolean;

  @Field(() => Date, {
    nullable: true,
    description: "A clock still running ends before this instant (时限届满止)",
  })
  dueBefore?: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "A step of this unit, by code, is what it waits for; which ones, `awaitedSteps` says (待该单位办理)",
  })
  awaits?: string;

  @Field(() => [AwaitedStep], {
    nullable: true,
    description: "Waits for that unit to do one of these; needs `awaits`; absent: any of them (待办环节)",
  })
  awaitedSteps?: AwaitedStep[];
}

export enum WhistleOrder {
  NEWEST = "NEWEST",
  OLDEST = "OLDEST",
  DUE_FIRST = "DUE_FIRST",
}
registerEnumType(WhistleOrder, {
  name: "WhistleOrder",
  description: "Order of whistles (哨排序)",
  valuesConfig: {
    NEWEST: { description: "Latest written down first (最新)" },
    OLDEST: { description: "Earliest written down first (最早)" },
    DUE_FIRST: {
      description:
        "The one whose next clock ends first comes first, those whose clocks all rest come last; withheld from residents (最早到期)",
    },
  },
});

export const whistleOrders: Readonly<Record<WhistleOrder, Order<Whistle>>> = {
  NEWEST: { name: "whistle:newest", direction: "DESC", columns: ["createdAt", "number"] },
  OLDEST: { name: "whistle:oldest", direction: "ASC", columns: ["createdAt", "number"] },
  DUE_FIRST: { name: "whistle:due", direction: "ASC", columns: ["dueAt", "number"] },
};

@ArgsType()
export class WhistleListArgs extends PageArgs {
  @Field(() => WhistleFilter, {
    nullable: true,
    description: "Which whistles; absent: all you may see (筛选)",
  })
  filter?: WhistleFilter;

  @Field(() => WhistleOrder, { defaultValue: WhistleOrder.NEWEST, description: "In which order (排序)" })
  order: WhistleOrder;
}

/** A unit's part in the whistles asked for under it. */
export enum WhistlePart {
  CALLED = "CALLED",
  BLEW = "BLEW",
}
registerEnumType(WhistlePart, {
  name: "WhistlePart",
  description: "A unit's part in a whistle (单位在哨中的身份)",
  valuesConfig: {
    CALLED: { description: "It was called and not let go (应哨)" },
    BLEW: { description: "It blew the whistle (吹哨)" },
  },
});

@ArgsType()
export class UnitWhistleListArgs extends WhistleListArgs {
  @Field(() => WhistlePart, { defaultValue: WhistlePart.CALLED, description: "Called or blower (身份)" })
  part: WhistlePart;
}
