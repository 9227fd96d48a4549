import type { DepartmentName } from "../departments.ts";

/** The nine kinds of power and the others (9+X, PG-5), in the order of their codes 01 to 10. */
export const powerKinds = [
  /** 行政许可 */
  "LICENSING",
  /** 行政处罚 */
  "PENALTY",
  /** 行政强制 */
  "COMPULSION",
  /** 行政征收 */
  "LEVY",
  /** 行政给付 */
  "PAYMENT",
  /** 行政检查 */
  "INSPECTION",
  /** 行政确认 */
  "CONFIRMATION",
  /** 行政奖励 */
  "REWARD",
  /** 行政裁决 */
  "ADJUDICATION",
  /** 其他职权 */
  "OTHER",
] as const;
export type PowerKind = (typeof powerKinds)[number];

/** How long handling may take: 2 小时, 24 小时, 7 日, 15 日 as in the hotline's draft standard. */
export type HandlingLimit = "TWO_HOURS" | "ONE_DAY" | "SEVEN_DAYS" | "FIFTEEN_DAYS";

/** Who may handle it by the sample lists: a community only what is on its access list, a street what is on its own. */
export type LowestHolder = "COMMUNITY" | "STREET" | "DEPARTMENT";

/** Our own words about a matter. `{spot} {since} {hour} {n} {shop}` are filled in. */
export interface Phrases {
  /** What is the matter. */
  readonly facts: readonly string[];
  readonly effects: readonly string[];
  /** What a consultation (咨询) asks. */
  readonly question: string;
  /** What a suggestion (建议) proposes. */
  readonly suggestion: string;
  /** What is asked for. */
  readonly wish: string;
  /** What was done about it, for the reply. */
  readonly remedy: string;
}

/** A matter people turn to government with (诉求事项), on the second level of the catalogue. Our own, a sample. */
export interface Matter {
  /** Four digits, the first two its class's. */
  readonly code: string;
  readonly name: string;
  readonly keywords: readonly string[];
  readonly department: DepartmentName;
  /** Who else may be needed, and is easily taken for the one responsible. */
  readonly others: readonly DepartmentName[];
  readonly lowest: LowestHolder;
  readonly power: { readonly kind: PowerKind; readonly name: string; readonly basis: string };
  readonly limit: HandlingLimit;
  /** How often it comes up. */
  readonly weight: number;
  /** Weights of 咨询, 求助, 投诉, 举报, 建议. */
  readonly kinds: readonly [number, number, number, number, number];
  /** How often it is beyond one unit and needs a whistle, 0 to 1. */
  readonly hard: number;
  /** Only in towns, only in villages; everywhere when absent. */
  readonly where?: "URBAN" | "VILLAGE" | "HEATED";
  /** Twelve factors, January first. */
  readonly season?: readonly number[];
  readonly phrases: Phrases;
}

/** A class of matters, the first level. */
export interface MatterClass {
  readonly code: string;
  readonly name: string;
  readonly matters: readonly Matter[];
}
