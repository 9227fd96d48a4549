import type { Observation } from "../../../subgraphs/grids/visit/observation.ts";
import type { Visit } from "../../../subgraphs/grids/visit/visit.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { householdId, householdKey } from "./families.ts";
import type { Frame } from "./frame.ts";
import type { GridMemberKind, GridTeam } from "./grid-members.ts";
import type { Grid } from "./grids.ts";
import { type DayNumber, dayNumber, dayText, MINUTE, midnight } from "./office-clock.ts";
import type { Community } from "./places.ts";
import type { Random, Weighted } from "./random.ts";

type Situation = `${Observation["situation"]}`;
type Force = `${Visit["force"]}`;

/** What a visitor noted (走访记事, ZY-6), for a purpose and until a day. A note to help by, never a score of a person. */
export interface ObservationRow {
  readonly districtCode: string;
  readonly id: string;
  readonly visitId: string;
  readonly situation: Situation;
  readonly purpose: string;
  readonly note: string;
  readonly expiresOn: Day;
}

/** A household visit (入户走访, KF-2, KF-3). */
export interface VisitRow {
  readonly districtCode: string;
  readonly id: string;
  readonly householdId: string;
  readonly gridCode: string;
  /** Null for community staff, who are of the community and not of the grid's team. */
  readonly memberId: string | null;
  readonly visitorUnit: string;
  readonly force: Force;
  readonly visitedOn: Day;
  readonly recordedAt: Date;
  readonly observation: ObservationRow | null;
}

interface VisitorKind {
  /** Share of a grid's visits that each of the kind makes. */
  readonly share: number;
  readonly force: Force;
}

/** 行政力量 and 社会力量 (KF-3); who is not listed does not visit. */
const VISITOR_KINDS: Partial<Record<GridMemberKind | "COMMUNITY_STAFF", VisitorKind>> = {
  FULL_TIME: { share: 40, force: "ADMINISTRATIVE" },
  HOUSEHOLD_LINKED: { share: 40, force: "SOCIAL" },
  ASSISTANT: { share: 12, force: "SOCIAL" },
  COMMUNITY_STAFF: { share: 20, force: "ADMINISTRATIVE" },
  BUILDING_HEAD: { share: 2, force: "SOCIAL" },
  URBAN_COORDINATOR: { share: 5, force: "ADMINISTRATIVE" },
  MIGRANT_COORDINATOR: { share: 8, force: "ADMINISTRATIVE" },
  SENTIMENT_COORDINATOR: { share: 8, force: "ADMINISTRATIVE" },
  PATROL: { share: 5, force: "ADMINISTRATIVE" },
  BRANCH_SECRETARY: { share: 4, force: "SOCIAL" },
  PARTY_BACKBONE: { share: 4, force: "SOCIAL" },
};

interface SituationText {
  readonly notes: readonly string[];
  readonly purpose: string;
  readonly days: readonly [number, number];
}

const SITUATIONS: Readonly<Record<Situation, SituationText>> = {
  ILL_IN_BED: {
    notes: [
      "术后在家卧床，需协助代购药品。",
      "长期卧床，家人白天上班无人照看。",
      "骨折休养，行动不便，已联系家庭医生上门。",
    ],
    purpose: "联系家庭医生和邻里照护",
    days: [30, 90],
  },
  SUDDEN_EVENT: {
    notes: [
      "家中水管爆裂，已联系维修并协助清理。",
      "主要劳动力意外受伤，家庭收入中断。",
      "厨房起火已扑灭，无人受伤，需修缮。",
    ],
    purpose: "协助应急处置和临时救助申请",
    days: [15, 60],
  },
  DISCONTENT: {
    notes: [
      "对物业费调整有意见，情绪较激动，已安抚。",
      "对拆迁补偿进度不满，约定下周再谈。",
      "多次反映楼上漏水未解决，对答复不满意。",
    ],
    purpose: "跟进诉求，及时反馈进展",
    days: [30, 60],
  },
  DISPUTE: {
    notes: [
      "与邻居因公共过道堆物发生争执。",
      "兄弟间因老人赡养产生矛盾，愿意调解。",
      "楼上楼下因噪声多次争吵，已约双方面谈。",
    ],
    purpose: "组织人民调解",
    days: [30, 120],
  },
};

const SITUATION_WEIGHTS: Weighted<Situation> = [
  ["ILL_IN_BED", 45],
  ["SUDDEN_EVENT", 10],
  ["DISCONTENT", 25],
  ["DISPUTE", 20],
];

const OBSERVED = 0.015;

/** On which days a household is visited: mostly once in the calendar year, so that the grid's visit rate comes out. */
function visitDays({ today, since }: Frame, random: Random, rate: number): DayNumber[] {
  const newYear = dayNumber(`${Number(dayText(today).slice(0, 4))}-01-01`);
  const days: DayNumber[] = [];
  if (today > newYear && random.chance(rate)) {
    const visits = random.chance(0.12) ? 2 : 1;
    for (let visit = 0; visit < visits; visit++) days.push(random.between(newYear, today - 1));
  }
  if (newYear > since && random.chance((0.8 * (newYear - since)) / 365)) {
    days.push(random.between(since, newYear - 1));
  }
  return days.sort((one, other) => one - other);
}

interface Visitor {
  readonly memberId: string | null;
  readonly force: Force;
  readonly from: Day;
  readonly until: Day;
}

const ALWAYS = { from: "2000-01-01", until: "9999-12-31" } as const;

/** Who visits in a grid, each with their share. */
function visitorsOf({ members, assignments }: GridTeam, gridCode: string): [Visitor, number][] {
  const kinds = new Map(members.map(({ id, kindCode }) => [id, kindCode]));
  const staff = VISITOR_KINDS.COMMUNITY_STAFF;
  const visitors: [Visitor, number][] = staff
    ? [[{ memberId: null, force: staff.force, ...ALWAYS }, staff.share]]
    : [];
  for (const { memberId, gridCode: assigned, validFrom: from, validTo } of assignments) {
    const kind = VISITOR_KINDS[kinds.get(memberId) ?? "GRID_HEAD"];
    if (assigned !== gridCode || !kind) continue;
    visitors.push([{ memberId, force: kind.force, from, until: validTo ?? ALWAYS.until }, kind.share]);
  }
  return visitors;
}

/** The visits of twelve months, grid by grid. */
export function* visits(frame: Frame, teamOf: (community: Community) => GridTeam): Iterable<VisitRow> {
  for (const grid of frame.basicGrids) {
    const visitors = visitorsOf(teamOf(grid.community), grid.code);
    // A few grids stay below the 90 % that KF-2 asks for.
    const rate = 0.86 + 0.13 * Math.sqrt(frame.random.split(`visit-rate/${grid.code}`).fraction());
    for (let index = 0; index < grid.households; index++) {
      yield* visitsTo(frame, grid, index, rate, visitors);
    }
  }
}

function* visitsTo(
  frame: Frame,
  grid: Grid,
  index: number,
  rate: number,
  visitors: readonly [Visitor, number][],
): Iterable<VisitRow> {
  const random = frame.random.split(`visits/${grid.code}/${index}`);
  const { districtCode } = grid.community.street;
  for (const [turn, day] of visitDays(frame, random, rate).entries()) {
    const visitedOn = dayText(day);
    const present = visitors.filter(([{ from, until }]) => from <= visitedOn && visitedOn < until);
    const { memberId, force } = random.weighted(present);
    const key = `${householdKey(grid, index)}-${turn + 1}`;
    const id = `${districtCode}-V-${key}`;
    yield {
      districtCode,
      id,
      householdId: householdId(grid, index),
      gridCode: grid.code,
      memberId,
      visitorUnit: grid.community.code,
      force,
      visitedOn,
      recordedAt: new Date(midnight(day) + random.between(9 * 60, 19 * 60 + 30) * MINUTE),
      observation: random.chance(OBSERVED) ? observe(random, districtCode, key, id, day) : null,
    };
  }
}

function observe(
  random: Random,
  districtCode: string,
  key: string,
  visitId: string,
  day: DayNumber,
): ObservationRow {
  const situation = random.weighted(SITUATION_WEIGHTS);
  const { notes, purpose, days } = SITUATIONS[situation];
  const [fewest, most] = days;
  return {
    districtCode,
    id: `${districtCode}-O-${key}`,
    visitId,
    situation,
    purpose,
    note: random.pick(notes),
    expiresOn: dayText(day + random.between(fewest, most)),
  };
}
