import type { PowerItem } from "../../../../subgraphs/departments/power-item/power-item.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import type { DepartmentName } from "../departments.ts";
import type { Trade } from "../enterprises.ts";

/** The nine kinds of power and the others (9+X, PG-5). */
export type PowerKind = `${PowerItem["kind"]}`;

/** Class of time limit: 2 hours, 24 hours for water, power, gas and heat, 7 days, 15 days. */
export type LimitName = `${Ticket["limitName"]}`;

/** Who may handle it by the sample lists: a community only what is on its access list, a street what is on its own. */
export type LowestHolder = "COMMUNITY" | "STREET" | "DEPARTMENT";

/** Our own words about a matter. `{spot} {road} {since} {hour} {n} {shop} {market}` are filled in. */
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
  readonly limit: LimitName;
  /** How often it comes up. */
  readonly weight: number;
  /** Weights of 咨询, 求助, 投诉, 举报, 建议. */
  readonly kinds: readonly [number, number, number, number, number];
  /** How often it is beyond one unit and needs a whistle, 0 to 1. */
  readonly hard: number;
  /** Only in towns, only in villages; everywhere when absent. */
  readonly where?: "URBAN" | "VILLAGE" | "HEATED";
  /** Whom `{shop}` may be; any enterprise when absent. */
  readonly shops?: readonly Trade[];
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
