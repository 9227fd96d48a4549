import { type DataSource, In, type SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import {
  countedPage,
  countedPageEach,
  type Order,
  type Page,
  type PageArgs,
  pageEach,
} from "../../shared/connection.ts";
import { LogEntry } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp, lookUpEach } from "../../shared/look-up.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { requireOfficial } from "../officials-only.ts";
import { awaiting } from "./awaited-step.store.ts";
import { AwaitedStep } from "./awaited-step.ts";
import { WhistleExtension } from "./extension/whistle-extension.ts";
import { WhistlePause } from "./pause/whistle-pause.ts";
import { TaskForce } from "./task-force/task-force.ts";
import { openBehind } from "./tickets-behind.store.ts";
import {
  type UnitWhistleListArgs,
  type WhistleFilter,
  type WhistleListArgs,
  WhistleOrder,
  WhistlePart,
  whistleOrders,
} from "./whistle.input.ts";
import { Whistle } from "./whistle.ts";
import { visibleTo } from "./whistle.visibility.ts";
import { WhistleClock } from "./whistle-clock.ts";
import { WhistleFiling } from "./whistle-filing.ts";
import { WhistleParticipant } from "./whistle-participant.ts";
import { open as openStates, WhistleState } from "./whistle-state.ts";
import { WhistleTicket } from "./whistle-ticket.ts";

/** Under which entity whistles are asked for, and how a whistle belongs to it. */
const parents = {
  grid: "whistle.gridCode = parent.key",
  estate: "whistle.estateCode = parent.key",
  [WhistlePart.BLEW]: "whistle.blowerUnitCode = parent.key",
  [WhistlePart.CALLED]: `whistle.state <> '${WhistleState.DRAFT}' AND EXISTS (
    SELECT FROM whistle_participant part
    WHERE (part.district_code, part.whistle_number) = (whistle.districtCode, whistle.number)
      AND part.unit_code = parent.key AND part.released_at IS NULL)`,
} as const;

const trace: Order<LogEntry> = { name: "log:sequence", direction: "ASC", columns: ["sequence"] };

/** Every unique key begins with the district: both are given, so that one district's part of the table is read. */
const keysOf = (numbers: readonly string[]) => ({
  districts: [...new Set(numbers.map(districtOf))],
  numbers,
});

const byNumbers = lookUp(Whistle, "whistle", (query, principal: Principal | null) =>
  visibleTo(query, principal).andWhere(
    "whistle.districtCode = ANY(:districts) AND whistle.number = ANY(:numbers)",
  ),
);

const behindTickets = lookUpEach(Whistle, "whistle", (query, principal: Principal | null) =>
  visibleTo(query, principal)
    .andWhere(
      `whistle.districtCode = left(parent.key, 6) AND whistle.number = ANY (ARRAY(
         SELECT behind.whistle_number FROM whistle_ticket behind
         WHERE behind.district_code = left(parent.key, 6) AND behind.ticket_number = parent.key))`,
    )
    .orderBy("whistle.createdAt"),
);

const partsBy = <Row extends { whistleNumber: string }>(
  entity: new () => Row,
  order: Partial<Record<keyof Row & string, "ASC" | "DESC">>,
) =>
  lookUp(entity, "part", (query) => {
    query.where("part.districtCode = ANY(:districts) AND part.whistleNumber = ANY(:numbers)");
    for (const [column, direction] of Object.entries(order)) {
      query.addOrderBy(`part.${column}`, direction as "ASC" | "DESC");
    }
    return query;
  });

const parts = {
  participants: partsBy(WhistleParticipant, { role: "DESC", unitCode: "ASC" }),
  clocks: partsBy(WhistleClock, { dueAt: "ASC", step: "ASC" }),
  filings: partsBy(WhistleFiling, { unitCode: "ASC" }),
  pauses: partsBy(WhistlePause, { turn: "ASC" }),
  extensions: partsBy(WhistleExtension, { turn: "ASC" }),
  taskForce: partsBy(TaskForce, { whistleNumber: "ASC" }),
  ticketNumbers: partsBy(WhistleTicket, { ticketNumber: "ASC" }),
};

/** Every query on whistles and their parts, restricted to the rows the principal may see. */
export class WhistleStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#principal = principal;
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Whistle[]> {
    return byNumbers(this.#from, keysOf(numbers), this.#principal);
  }

  list({ filter, order, ...args }: WhistleListArgs, at: Date): Promise<Page<Whistle>> {
    this.#requireShown({ filter, order });
    return countedPage(filtered(this.#visible(), filter, at), whistleOrders[order], args, this.#from.columns);
  }

  listUnder(
    parent: keyof typeof parents,
    keys: readonly string[],
    { filter, order, first, after }: WhistleListArgs | UnitWhistleListArgs,
    at: Date,
  ): Promise<Map<string, Page<Whistle>>> {
    this.#requireShown({ filter, order });
    const query = filtered(this.#visible().andWhere(parents[parent]), filter, at);
    return countedPageEach(
      keys,
      query,
      whistleOrders[order],
      after === undefined ? { first } : { first, after },
      this.#from.columns,
    );
  }

  /** The whistles raised from each of these. */
  raisedFrom(numbers: readonly string[]): Promise<Whistle[]> {
    return this.#visible()
      .andWhere({ districtCode: In(numbers.map(districtOf)), raisedFromNumber: In([...numbers]) })
      .getMany();
  }

  /** The visible whistles behind each ticket, lowest level first. */
  ofTickets(ticketNumbers: readonly string[]): Promise<Map<string, Whistle[]>> {
    return behindTickets(this.#from, ticketNumbers, {}, this.#principal);
  }

  /** Open whistles behind tickets the caller was shown, whoever may see those whistles. */
  openBehind(ticketNumbers: readonly string[]): Promise<{ whistle: Whistle; ticket: string }[]> {
    return openBehind(this.#database.manager, ticketNumbers);
  }

  // Only for whistles that were read through this store: whoever sees a whistle sees its parts and its trace.

  participants(numbers: readonly string[]): Promise<WhistleParticipant[]> {
    return parts.participants(this.#from, keysOf(numbers));
  }

  clocks(numbers: readonly string[]): Promise<WhistleClock[]> {
    return parts.clocks(this.#from, keysOf(numbers));
  }

  filings(numbers: readonly string[]): Promise<WhistleFiling[]> {
    return parts.filings(this.#from, keysOf(numbers));
  }

  pauses(numbers: readonly string[]): Promise<WhistlePause[]> {
    return parts.pauses(this.#from, keysOf(numbers));
  }

  extensions(numbers: readonly string[]): Promise<WhistleExtension[]> {
    return parts.extensions(this.#from, keysOf(numbers));
  }

  taskForce(numbers: readonly string[]): Promise<TaskForce[]> {
    return parts.taskForce(this.#from, keysOf(numbers));
  }

  ticketNumbers(numbers: readonly string[]): Promise<WhistleTicket[]> {
    return parts.ticketNumbers(this.#from, keysOf(numbers));
  }

  logOf(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<LogEntry>>> {
    const query = this.#database.manager
      .createQueryBuilder(LogEntry, "entry")
      .where("entry.subject = parent.key");
    return pageEach(numbers, query, trace, args, this.#from.columns);
  }

  /** An order or a filter would tell what the fields withhold. */
  #requireShown({ filter, order }: Pick<WhistleListArgs, "filter" | "order">): void {
    if (order === WhistleOrder.DUE_FIRST) requireOfficial(this.#principal, "Whistle.dueAt");
    if (filter?.awaits) requireOfficial(this.#principal, "WhistleFilter.awaits");
  }

  #visible(): SelectQueryBuilder<Whistle> {
    return visibleTo(this.#database.manager.createQueryBuilder(Whistle, "whistle"), this.#principal);
  }
}

/** Something is still to be done about the demand. */
export const openWhistle = `whistle.state IN (${openStates.map((state) => `'${state}'`).join(", ")})`;

/** A department's code is the district's and a short name, a body's of a place its division code. */
export const callsDepartment = `EXISTS (
  SELECT FROM whistle_participant department
  WHERE (department.district_code, department.whistle_number) = (whistle.districtCode, whistle.number)
    AND department.released_at IS NULL AND department.unit_kind <> 'COMPANY'
    AND substr(department.unit_code, 7, 1) = '-')`;

const doneInSql = (part: string): string => `CASE clock.step
  WHEN 'SIGN' THEN ${part}.signed_at
  WHEN 'ARRIVE' THEN ${part}.arrived_at
  WHEN 'MEASURES' THEN ${part}.measures_at
  WHEN 'RESOLVE' THEN ${part}.resolved_at END`;

const ranOutInSql = `clock.due_at <= :at
  AND coalesce(least(clock.met_at, clock.stopped_at, clock.paused_at) >= clock.due_at, true)`;

/**
 * `timelinessOf` in SQL, over all clocks of a whistle, whose alias is `clock`, at the instant `:at`: of a unit that is
 * called, whose row has the alias.
 */
export function timelinessInSql(part: string): string {
  const done = doneInSql(part);
  const isOfUnit = `(clock.step <> 'CHECKPOINT' OR ${part}.role = 'LEAD')`;
  const bound = `${part}.called_at < clock.due_at AND ${isOfUnit}`;
  return `CASE
    WHEN bool_or(${ranOutInSql} AND ${bound} AND coalesce(${done} >= clock.due_at, true)) THEN 'LATE'
    WHEN bool_or(clock.met_at IS NULL AND clock.stopped_at IS NULL AND NOT (${ranOutInSql})
      AND ${isOfUnit} AND (${done}) IS NULL) THEN 'RUNNING'
    WHEN bool_or(${bound} AND least(clock.met_at, ${done}) < clock.due_at) THEN 'ON_TIME'
    ELSE 'UNTIMED' END`;
}

/** Leads from a called unit's row to the clocks of its whistle. */
export const clocksBeside = (part: string): string =>
  `(clock.district_code, clock.whistle_number) = (${part}.district_code, ${part}.whistle_number)`;

export function filtered(
  query: SelectQueryBuilder<Whistle>,
  filter: WhistleFilter = {},
  at: Date,
): SelectQueryBuilder<Whistle> {
  const { division, grid, noGridYet, estate, states, kinds, level, theme, coordination, blower } = filter;
  const { calls, createdFrom, createdBefore, overdue, dueBefore, exactDivision, open } = filter;
  const { blownFrom, blownBefore, confirmedFrom, confirmedBefore } = filter;
  const { awaits, awaitedSteps = Object.values(AwaitedStep) } = filter;
  const exact: Partial<Whistle> = {
    ...(exactDivision && { divisionCode: exactDivision }),
    ...(grid && { gridCode: grid }),
    ...(noGridYet !== undefined && { noGridYet }),
    ...(estate && { estateCode: estate }),
    ...(level !== undefined && { level }),
    ...(theme && { theme }),
    ...(coordination && { coordination }),
    ...(blower && { blowerUnitCode: blower }),
  };
  query.andWhere(exact);
  if (division) {
    query.andWhere("whistle.divisionCode >= :division AND whistle.divisionCode < :divisionEnd", {
      division,
      divisionEnd: `${division}:`,
    });
  }
  if (states) query.andWhere("whistle.state = ANY(:states)", { states });
  if (kinds) query.andWhere("whistle.kind = ANY(:kinds)", { kinds });
  if (createdFrom) query.andWhere("whistle.createdAt >= :createdFrom", { createdFrom });
  if (createdBefore) query.andWhere("whistle.createdAt < :createdBefore", { createdBefore });
  if (open !== undefined) query.andWhere(`${open ? "" : "NOT"} (${openWhistle})`);
  if (blownFrom) query.andWhere("whistle.blownAt >= :blownFrom", { blownFrom });
  if (blownBefore) query.andWhere("whistle.blownAt < :blownBefore", { blownBefore });
  if (confirmedFrom) query.andWhere("whistle.confirmedAt >= :confirmedFrom", { confirmedFrom });
  if (confirmedBefore) query.andWhere("whistle.confirmedAt < :confirmedBefore", { confirmedBefore });
  if (calls) calling(query, calls, filter, at);
  if (filter.callsDepartment !== undefined) {
    query.andWhere(`${filter.callsDepartment ? "" : "NOT"} ${callsDepartment}`);
  }
  if (overdue !== undefined) query.andWhere(`${overdue ? "" : "NOT"} ${overdueWhistle}`, { at });
  if (dueBefore) query.andWhere("whistle.dueAt < :dueBefore", { dueBefore });
  if (awaits) query.andWhere(awaiting(awaitedSteps), { awaits });
  return query;
}

/** Calls a unit, and what else must hold of its part. */
function calling(
  query: SelectQueryBuilder<Whistle>,
  calls: string,
  { role, signed, arrived, timeliness }: WhistleFilter,
  at: Date,
): void {
  const isDone = (column: string, done: boolean | undefined) =>
    done === undefined ? [] : [`chosen.${column} IS ${done ? "NOT" : ""} NULL`];
  const conditions = [
    "(chosen.district_code, chosen.whistle_number) = (whistle.districtCode, whistle.number)",
    "chosen.unit_code = :calls AND chosen.released_at IS NULL",
    ...(role ? ["chosen.role = :role"] : []),
    ...isDone("signed_at", signed),
    ...isDone("arrived_at", arrived),
    ...(timeliness
      ? [
          `(SELECT ${timelinessInSql("chosen")} FROM whistle_clock clock WHERE ${clocksBeside("chosen")}) = :timeliness`,
        ]
      : []),
  ];
  query.andWhere(`EXISTS (SELECT FROM whistle_participant chosen WHERE ${conditions.join(" AND ")})`, {
    calls,
    role,
    timeliness,
    at,
  });
}

/** A clock has run out and its step is still to be done, at the instant `:at`. */
export const overdueWhistle = "whistle.dueAt <= :at";
