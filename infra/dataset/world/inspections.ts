import type { Inspection } from "../../../subgraphs/market-supervision/inspection/inspection.ts";
import { publishedUntil } from "../../../subgraphs/market-supervision/penalty/penalty.publication.ts";
import { type Penalty, PenaltyKind } from "../../../subgraphs/market-supervision/penalty/penalty.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { EnterpriseRow, Trade } from "./enterprises.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { type DayNumber, dayText } from "./office-clock.ts";
import type { Official, Officials } from "./officials.ts";
import type { Random, Weighted } from "./random.ts";

/** An inspection (检查), and the penalty (行政处罚) it led to; invented. */
export interface InspectionRow
  extends Omit<Inspection, "result">,
    Readonly<{ result: Result; penalty: PenaltyRow | null }> {}

export type PenaltyRow = Omit<Penalty, "kind"> & { readonly kind: `${PenaltyKind}` };

type Result = `${Inspection["result"]}`;

/** Inspections of a business in twelve months, as often as its trade may harm people. */
const A_YEAR: Readonly<Record<Trade, number>> = {
  RESTAURANT: 1.6,
  SHOP: 0.8,
  STALL: 1.2,
  WORKSHOP: 0.4,
  PLANT: 1,
  COMPANY: 0.2,
  CLINIC: 1,
  SCHOOL: 0.5,
};

const RESULTS: Weighted<Result> = [
  ["NOTHING_FOUND", 62],
  ["CORRECTED_ON_THE_SPOT", 16],
  ["ORDERED_TO_CORRECT", 14],
  ["CASE_OPENED", 5],
  ["NOT_AT_ADDRESS", 3],
];

/** 双随机 is the rule; the rest are on a plan or a follow-up. */
const DRAWN_AT_RANDOM = 0.7;

interface Offence {
  readonly findings: string;
  readonly grounds: string;
  readonly legalBasis: string;
}

const FOOD: readonly Offence[] = [
  {
    findings: "货架上有超过保质期的预包装食品",
    grounds: "经营超过保质期的食品",
    legalBasis: "《中华人民共和国食品安全法》第一百二十四条",
  },
  {
    findings: "进货查验记录不全，无法提供供货者许可证复印件",
    grounds: "未按规定查验许可证和相关证明文件",
    legalBasis: "《中华人民共和国食品安全法》第一百二十六条",
  },
  {
    findings: "从业人员健康证明过期",
    grounds: "安排未取得健康证明的人员从事接触直接入口食品的工作",
    legalBasis: "《中华人民共和国食品安全法》第一百二十六条",
  },
];

const GENERAL: readonly Offence[] = [
  {
    findings: "商品未明码标价",
    grounds: "不按规定明码标价",
    legalBasis: "《中华人民共和国价格法》第四十二条",
  },
  {
    findings: "电子秤未经检定",
    grounds: "使用未经检定的计量器具",
    legalBasis: "《中华人民共和国计量法》第二十五条",
  },
  {
    findings: "宣传资料含有与实际不符的内容",
    grounds: "对商品作引人误解的商业宣传",
    legalBasis: "《中华人民共和国反不正当竞争法》第二十条",
  },
];

const sellsFood = (trade: Trade): boolean => ["RESTAURANT", "STALL", "SHOP"].includes(trade);

const PENALTIES: Weighted<`${PenaltyKind}`> = [
  ["WARNING", 25],
  ["FINE", 55],
  ["CONFISCATION", 14],
  ["SUSPENSION", 4],
  ["LICENCE_REVOCATION", 2],
];

/** Gives out numbers by district and day: `430105-I-20260312-0004`. */
function numbered(mark: string): (districtCode: string, day: Day) => string {
  const given = new Map<string, number>();
  return (districtCode, day) => {
    const series = `${districtCode}-${mark}-${day.replaceAll("-", "")}`;
    const last = 1 + (given.get(series) ?? 0);
    given.set(series, last);
    return `${series}-${String(last).padStart(4, "0")}`;
  };
}

/** The inspections of twelve months, grid by grid. */
export function* inspections(
  frame: Frame,
  officials: Officials,
  enterprisesOf: (grid: Grid) => readonly EnterpriseRow[],
): Iterable<InspectionRow> {
  const [nextInspection, nextPenalty] = [numbered("I"), numbered("P")];
  for (const grid of frame.grids) {
    const inspector = officials.responder("MARKET-SUPERVISION", grid.community);
    for (const enterprise of enterprisesOf(grid)) {
      const dice = frame.random.split(`inspections/${enterprise.creditCode}`);
      for (const day of daysOf(frame, dice, A_YEAR[enterprise.trade])) {
        const row = inspect(enterprise, grid, day, inspector, dice);
        const penalty = row.result === "CASE_OPENED" ? punish(frame, row, enterprise, dice) : null;
        const number = nextInspection(row.districtCode, row.inspectedOn);
        yield {
          ...row,
          number,
          penalty: penalty && {
            ...penalty,
            number: nextPenalty(row.districtCode, penalty.decidedOn),
            inspectionNumber: number,
          },
        };
      }
    }
  }
}

/** Working days before the anchor day, the earliest first. */
function daysOf({ clock, since, today }: Frame, dice: Random, aYear: number): DayNumber[] {
  const count = Math.floor(aYear) + (dice.chance(aYear % 1) ? 1 : 0);
  return Array.from({ length: count }, () => clock.workedFrom(dice.between(since, today - 1)))
    .filter((day) => day < today)
    .sort((one, other) => one - other);
}

function inspect(
  { creditCode, trade, gridCode }: EnterpriseRow,
  { community }: Grid,
  day: DayNumber,
  inspector: Official,
  dice: Random,
): Omit<InspectionRow, "number" | "penalty"> {
  const result = dice.weighted(RESULTS);
  const found = dice.pick(sellsFood(trade) ? FOOD : GENERAL).findings;
  const findings: Partial<Record<Result, string | null>> = {
    NOTHING_FOUND: null,
    NOT_AT_ADDRESS: "登记住所大门紧锁，电话无人接听",
  };
  return {
    districtCode: community.street.districtCode,
    creditCode,
    divisionCode: community.code,
    gridCode,
    ticketNumber: null,
    drawnAtRandom: dice.chance(DRAWN_AT_RANDOM),
    inspectedOn: dayText(day),
    result,
    findings: result in findings ? (findings[result] ?? null) : found,
    inspectorName: inspector.name,
  };
}

/** The decision one to three months later; null where that is still to come. */
function punish(
  { clock, today }: Frame,
  { inspectedOn, findings, ...inspected }: Omit<InspectionRow, "number" | "penalty">,
  { trade }: EnterpriseRow,
  dice: Random,
): Omit<PenaltyRow, "number" | "inspectionNumber"> | null {
  const decided = clock.workedFrom(Date.parse(inspectedOn) / 86_400_000 + dice.between(30, 90));
  const kind = dice.weighted(PENALTIES);
  const amountFen = kind === "WARNING" ? null : 10_000 * dice.between(5, 300);
  if (decided >= today) return null;
  const published = clock.workedFrom(decided + dice.between(3, 20));
  const publishedFrom = published < today ? dayText(published) : null;
  const offences = sellsFood(trade) ? FOOD : GENERAL;
  const { grounds, legalBasis } = offences.find((each) => each.findings === findings) ?? dice.pick(offences);
  const { districtCode, creditCode, divisionCode, gridCode, inspectorName } = inspected;
  return {
    districtCode,
    creditCode,
    divisionCode,
    gridCode,
    kind,
    grounds,
    legalBasis,
    amountFen,
    decidedOn: dayText(decided),
    publishedFrom,
    publishedUntil: publishedFrom && publishedUntil({ kind: PenaltyKind[kind], amountFen }, publishedFrom),
    caseOfficerName: inspectorName,
  };
}
