import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { Families } from "./families.ts";
import type { Frame } from "./frame.ts";
import type { Force, GridMemberKind, GridMemberRow, GridTeam } from "./grid-members.ts";
import type { Grid } from "./grids.ts";
import { type DayNumber, dayNumber, dayText, MINUTE, midnight } from "./office-clock.ts";
import type { Community } from "./places.ts";
import type { Random, Weighted } from "./random.ts";

/** 四种情况 (ZY-6): 生病卧床, 突发事件, 不满情绪, 矛盾纠纷. A note to help by, never a score of a person. */
export type Situation = "ILL_IN_BED" | "SUDDEN_EVENT" | "DISCONTENT" | "DISPUTE";

/** What a visitor noted (走访记事), for a purpose and until a day. */
export interface ObservationRow {
  readonly id: string;
  readonly visitId: string;
  readonly residentId: string;
  readonly situation: Situation;
  readonly note: string;
  readonly purpose: string;
  readonly expiresOn: Day;
}

/** A household visit (入户走访, KF-2, KF-3). */
export interface VisitRow {
  readonly id: string;
  readonly householdId: string;
  readonly gridCode: string;
  readonly visitorId: string;
  readonly visitorKind: GridMemberKind;
  readonly force: Force;
  readonly at: Date;
  readonly note: string;
  readonly observation: ObservationRow | null;
}

/** Who goes how often; whoever is not listed does not visit. */
const VISITS_OF_KIND: Partial<Record<GridMemberKind, number>> = {
  GRID_MEMBER: 40,
  HOUSEHOLD_LINKED_PARTY_MEMBER: 40,
  ASSISTANT: 12,
  COMMUNITY_STAFF: 10,
  BUILDING_HEAD: 3,
  COORDINATOR: 8,
  PATROL: 5,
  OPINION_OFFICER: 8,
  BRANCH_SECRETARY: 4,
  PARTY_BACKBONE: 4,
};

const NOTES = [
  "核对人口信息，无变化。",
  "宣传防范电信网络诈骗，发放联系卡。",
  "检查燃气软管和灶具，提醒及时更换。",
  "了解近期诉求，住户反映楼道照明不亮，已记录上报。",
  "宣传医保缴费时间，帮助老人完成手机操作。",
  "提醒电动自行车不要进楼充电。",
  "登记新增租住人员信息。",
  "征求对小区停车管理的意见。",
  "送达老年人体检通知。",
  "走访慰问，身体状况良好，生活能自理。",
  "排查取暖安全，讲解一氧化碳中毒预防。",
  "了解孩子假期看护情况，介绍社区托管班。",
  "住户对环境整治表示满意，建议增加健身器材。",
  "宣传垃圾分类投放时间。",
];

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
  const newYear = dayNumber(`${Number(dayText(today).slice(0, 4))}-01-01` as Day);
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
  readonly member: GridMemberRow;
  readonly from: Day;
  readonly to: Day;
}

/** Who visits in a grid, one entry for each of their shares. */
function visitorsOf({ members, assignments }: GridTeam, gridCode: string): [Visitor, number][] {
  const byId = new Map(members.map((member) => [member.id, member]));
  return assignments.flatMap((assignment): [Visitor, number][] => {
    const member = byId.get(assignment.memberId);
    const weight = member && VISITS_OF_KIND[member.kind];
    if (assignment.gridCode !== gridCode || !member || !weight) return [];
    return [[{ member, from: assignment.validFrom, to: assignment.validTo ?? "9999-12-31" }, weight]];
  });
}

/** The visits of twelve months, grid by grid. */
export function* visits(
  frame: Frame,
  families: Families,
  teamOf: (community: Community) => GridTeam,
): Iterable<VisitRow> {
  for (const grid of frame.basicGrids) {
    const visitors = visitorsOf(teamOf(grid.community), grid.code);
    // A few grids stay below the 90 % that KF-2 asks for.
    const rate = 0.86 + 0.13 * Math.sqrt(frame.random.split(`visit-rate/${grid.code}`).fraction());
    for (let index = 0; index < grid.households; index++) {
      yield* visitsTo(frame, families, grid, index, rate, visitors);
    }
  }
}

function* visitsTo(
  frame: Frame,
  families: Families,
  grid: Grid,
  index: number,
  rate: number,
  visitors: readonly [Visitor, number][],
): Iterable<VisitRow> {
  const random = frame.random.split(`visits/${grid.code}/${index}`);
  for (const day of visitDays(frame, random, rate)) {
    const text = dayText(day);
    const present = visitors.filter(([{ from, to }]) => from <= text && text <= to);
    if (present.length === 0) continue;
    const { member } = random.weighted(present);
    const id = random.split(`visit/${day}`).uuid();
    yield {
      id,
      householdId: families.householdId(grid, index),
      gridCode: grid.code,
      visitorId: member.id,
      visitorKind: member.kind,
      force: member.force,
      at: new Date(midnight(day) + random.between(9 * 60, 19 * 60 + 30) * MINUTE),
      note: random.pick(NOTES),
      observation: random.chance(OBSERVED) ? observe(random, families, grid, index, id, day) : null,
    };
  }
}

function observe(
  random: Random,
  families: Families,
  grid: Grid,
  index: number,
  visitId: string,
  day: DayNumber,
): ObservationRow {
  const situation = random.weighted(SITUATION_WEIGHTS);
  const { notes, purpose, days } = SITUATIONS[situation];
  return {
    id: random.split(`observation/${visitId}`).uuid(),
    visitId,
    residentId: random.pick(families.at(grid, index).people).id,
    situation,
    note: random.pick(notes),
    purpose,
    expiresOn: dayText(day + random.between(...(days as [number, number]))),
  };
}
