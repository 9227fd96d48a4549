import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import {
  countedPage,
  countedPageEach,
  type Order,
  type Page,
  type PageArgs,
  pageEach,
} from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { LogEntry } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { poolStateInSql } from "../pool/pool-state.ts";
import { giveReminder, remindersOfSubjects } from "../reminder/reminder.store.ts";
import type { Reminder, ReminderKey } from "../reminder/reminder.ts";
import { askedIn, membersOf } from "../rise/asked-in.store.ts";
import { type WordsSought, wordsSought } from "../text/search-terms.ts";
import type { TaskMove } from "../ticket-task/ticket-task.lifecycle.ts";
import { taskOf, tasksOfTickets, updateTask } from "../ticket-task/ticket-task.store.ts";
import type { TicketTask } from "../ticket-task/ticket-task.ts";
import type { Dispatch } from "./dispatch/dispatch.ts";
import type { Extension } from "./extension/extension.ts";
import type { Supervision } from "./supervision/supervision.ts";
import { withoutAnswer } from "./ticket.deadline.ts";
import { legalFrom } from "./ticket.lifecycle.ts";
import { statesInStep, TicketStepName } from "./ticket.step.ts";
import { Ticket } from "./ticket.ts";
import { visibleTo } from "./ticket.visibility.ts";
import { type TicketFilter, type TicketListArgs, ticketOrders } from "./ticket-filter.ts";
import { TicketFunction } from "./ticket-function.ts";
import { limitMoved, planAnswer, remindOf } from "./ticket-reminder.store.ts";
import { caseOver, type TicketState } from "./ticket-state.ts";
import { lockTickets } from "./ticket-turn.store.ts";

/** Every unique key begins with the district: both are given, so that one district's part of the table is read. */
const keysOf = (numbers: readonly string[]) => ({
  districts: [...new Set(numbers.map(districtOf))],
  numbers,
});

/** What tickets are listed under; the condition compares with the parent's key. */
const parents = {
  division: "ticket.divisionCode >= parent.key AND ticket.divisionCode < parent.key || ':'",
  grid: "ticket.gridCode = parent.key",
  estate: "ticket.estateCode = parent.key",
  unit: "ticket.handlingUnitCode = parent.key",
  hotClass: `ticket.districtCode = left(parent.key, 6)
    AND ticket.number = ANY (ARRAY(${membersOf("hotClass", "parent.key")}))`,
  classProblem: "ticket.districtCode = left(parent.key, 6) AND ticket.classProblemNumber = parent.key",
} as const;

const trace: Order<LogEntry> = { name: "log:sequence", direction: "ASC", columns: ["sequence"] };

/** One sending, question or pressing of a ticket; the latest has the highest turn. */
type Turn = Dispatch | Extension | Supervision;

const byNumbers = lookUp(Ticket, "ticket", (query, principal: Principal | null) =>
  visibleTo(query, principal).andWhere(
    "ticket.districtCode = ANY(:districts) AND ticket.number = ANY(:numbers)",
  ),
);

/** Every query on tickets, restricted to the rows the principal may see. */
export class TicketStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#principal = principal;
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Ticket[]> {
    return byNumbers(this.#from, keysOf(numbers), this.#principal);
  }

  list({ filter, order, ...args }: TicketListArgs, at: Date): Promise<Page<Ticket>> {
    const query = filteredFor(this.#principal, this.#visible(), filter, at);
    return countedPage(query, ticketOrders[order], args, this.#from.columns);
  }

  listUnder(
    parent: keyof typeof parents,
    keys: readonly string[],
    { filter, order, ...args }: TicketListArgs,
    at: Date,
  ): Promise<Map<string, Page<Ticket>>> {
    const query = filteredFor(this.#principal, this.#visible().andWhere(parents[parent]), filter, at);
    return countedPageEach(keys, query, ticketOrders[order], args, this.#from.columns);
  }

  /** The tickets that went into each of these; a caller's own among them, or all for staff. */
  mergedInto(numbers: readonly string[]): Promise<Ticket[]> {
    return this.#visible()
      .andWhere({ districtCode: In(numbers.map(districtOf)), mergedIntoNumber: In([...numbers]) })
      .orderBy("ticket.receivedAt")
      .getMany();
  }

  /** Only for tickets that were read through this store: whoever sees a ticket sees its trace. */
  logOf(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<LogEntry>>> {
    const query = this.#database.manager
      .createQueryBuilder(LogEntry, "entry")
      .where("entry.subject = parent.key");
    return pageEach(numbers, query, trace, args, this.#from.columns);
  }

  /** Only for tickets that were read through this store. */
  turnsOf<Row extends Turn>(entity: new () => Row, numbers: readonly string[]): Promise<Row[]> {
    return this.#database.manager
      .createQueryBuilder(entity, "turn")
      .where({ districtCode: In(numbers.map(districtOf)), ticketNumber: In([...numbers]) })
      .orderBy("turn.turn")
      .getMany();
  }

  /** Only for tickets that were read through this store: whoever sees a ticket sees who does what of it. */
  tasks(numbers: readonly string[]): Promise<TicketTask[]> {
    return tasksOfTickets(this.#database.manager, numbers);
  }

  /** Only for tickets and whistles that were read through their stores. */
  reminders(subjects: readonly string[]): Promise<Reminder[]> {
    return remindersOfSubjects(this.#database.manager, subjects);
  }

  /**
   * Carries out what the lifecycle decides about one ticket, once per idempotency key. `then` writes what belongs to
   * the same change, in the same transaction, after the version was found unchanged.
   */
  change(
    mutation: string,
    {
      number,
      idempotencyKey,
      ...input
    }: { number: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (ticket: Ticket, transaction: EntityManager) => Move<Ticket> | Promise<Move<Ticket>>,
    then?: (transaction: EntityManager, ticket: Ticket) => Promise<unknown>,
  ): Promise<Ticket> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: Ticket };
    return once(this.#database, request, async (transaction) => {
      const ticket = await this.one(number, transaction);
      const move = await decide(ticket, transaction);
      const moved = await apply(transaction, Ticket, ticket, number, move, actor);
      if (limitMoved(ticket, moved)) await planAnswer(transaction, moved, actor.at);
      await then?.(transaction, moved);
      return moved;
    });
  }

  /** Carries out what is decided about one task of a ticket, which is moved along: two who act at once are told apart. */
  changeTask(
    mutation: string,
    request: { number: string; ordinal: number; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (ticket: Ticket, task: TicketTask, actor: Actor) => TaskMove,
  ): Promise<Ticket> {
    const { ordinal } = request;
    let changed: Partial<TicketTask> = {};
    return this.change(
      mutation,
      request,
      actor,
      async (ticket, transaction) => {
        const { change, move } = decide(ticket, await taskOf(transaction, ticket, ordinal), actor);
        changed = change;
        return move;
      },
      (transaction, ticket) => updateTask(transaction, ticket, ordinal, changed),
    );
  }

  /** Gives the reminder of a ticket's limit whose alarm rang. */
  remind(key: ReminderKey, actor: Actor): Promise<void> {
    return this.#database.transaction(async (transaction) => {
      await lockTickets(transaction, [key.subject]);
      const ticket = await this.one(key.subject, transaction);
      await giveReminder(transaction, key, actor, (moment) => remindOf(ticket, moment, actor.at));
    });
  }

  async one(number: string, transaction: EntityManager): Promise<Ticket> {
    const ticket = await this.#visible(transaction)
      .andWhere({ districtCode: districtOf(number), number })
      .getOne();
    if (ticket) return ticket;
    throw refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<Ticket> {
    return visibleTo(manager.createQueryBuilder(Ticket, "ticket"), this.#principal);
  }
}

/** Answered and unsolved, and not struck off since: the demander has not said that it is solved (ZY-18). */
export const openLedger = `ticket.ledgeredAt IS NOT NULL
  AND ticket.state NOT IN ('CALLED_BACK', 'STRUCK_OFF', 'ARCHIVED', 'REJECTED', 'MERGED')`;

const listed = (states: readonly TicketState[]): string => states.map((state) => `'${state}'`).join(", ");

/** Something is still to be done about it: neither struck off, nor rejected, nor gone on in another. */
export const openCase = `ticket.state NOT IN (${listed(caseOver)})`;

/** 超期, as `isOverdue` has it, at the instant `:at`. */
export const overdueCase = `(ticket.feedbackAt IS NULL AND ticket.dueAt <= :at
  AND ticket.state NOT IN (${listed(withoutAnswer)}))`;

/** More time was asked for, and the centre can still decide: what is answered meanwhile needs none. */
const undecidedExtension = `(ticket.state IN (${listed(legalFrom.decideExtension)}) AND EXISTS (
  SELECT FROM extension asked
  WHERE (asked.district_code, asked.ticket_number) = (ticket.districtCode, ticket.number)
    AND asked.decided_at IS NULL))`;

/** When it was taken in, by the clocks on the wall. */
const receivedLocally = "ticket.receivedAt AT TIME ZONE 'Asia/Shanghai'";
export const receivedDay = `cast(${receivedLocally} AS date)`;
export const receivedHour = `cast(extract(hour FROM ${receivedLocally}) AS integer)`;

/** The filter as the principal may use it: what they sought and did not find must tell them nothing either. */
export function filteredFor(
  principal: Principal | null,
  query: SelectQueryBuilder<Ticket>,
  filter: TicketFilter | undefined,
  at: Date,
): SelectQueryBuilder<Ticket> {
  if (filter?.text !== undefined) containing(query, filter.text, principal);
  // Residents see no hot classes: which of their tickets are in one would tell them of it.
  if (filter?.hotClass && principal?.post === Post.RESIDENT) query.andWhere("false");
  return filtered(query, filter, at);
}

export function filtered(
  query: SelectQueryBuilder<Ticket>,
  filter: TicketFilter = {},
  at: Date,
): SelectQueryBuilder<Ticket> {
  const { division, noGridYet, whistled, states, step, receivedFrom, receivedBefore, overdue } = filter;
  const { exactDivision, open, receivedHour: hour, poolState, extensionAsked } = filter;
  const { grid, estate, channel, kind, matter, handlingUnit, ledgered, ledgeredBefore } = filter;
  const { exceptChannels, hotClass, classProblem } = filter;
  const exact: Partial<Ticket> = {
    ...(exactDivision && { divisionCode: exactDivision }),
    ...(grid && { gridCode: grid }),
    ...(estate && { estateCode: estate }),
    ...(channel && { channelCode: channel }),
    ...(kind && { kind }),
    ...(filter.function && { function: filter.function }),
    ...(matter && { matterCode: matter }),
    ...(handlingUnit && { handlingUnitCode: handlingUnit }),
  };
  query.andWhere(exact);
  if (division) {
    query.andWhere("ticket.divisionCode >= :division AND ticket.divisionCode < :divisionEnd", {
      division,
      divisionEnd: `${division}:`,
    });
  }
  if (exceptChannels) query.andWhere("ticket.channelCode <> ALL (:exceptChannels)", { exceptChannels });
  if (hotClass) query.andWhere(askedIn("hotClass", ":hotClass"), { hotClass });
  if (classProblem) query.andWhere(askedIn("classProblem", ":classProblem"), { classProblem });
  if (noGridYet !== undefined) query.andWhere(`ticket.gridCode IS ${noGridYet ? "" : "NOT"} NULL`);
  if (whistled !== undefined) query.andWhere(`ticket.whistledAt IS ${whistled ? "NOT" : ""} NULL`);
  if (ledgered !== undefined) query.andWhere(`${ledgered ? "" : "NOT"} (${openLedger})`);
  if (ledgeredBefore) {
    query.andWhere(`${openLedger} AND ticket.ledgeredAt < :ledgeredBefore`, { ledgeredBefore });
  }
  if (states) query.andWhere("ticket.state = ANY(:states)", { states });
  if (step) inStep(query, step);
  if (receivedFrom) query.andWhere("ticket.receivedAt >= :receivedFrom", { receivedFrom });
  if (receivedBefore) query.andWhere("ticket.receivedAt < :receivedBefore", { receivedBefore });
  if (hour !== undefined) query.andWhere(`${receivedHour} = :hour`, { hour: requireHour(hour) });
  if (open !== undefined) query.andWhere(`${open ? "" : "NOT"} (${openCase})`);
  if (overdue !== undefined) query.andWhere(`${overdue ? "" : "NOT"} ${overdueCase}`, { at });
  if (extensionAsked !== undefined) query.andWhere(`${extensionAsked ? "" : "NOT"} ${undecidedExtension}`);
  if (poolState) {
    query.andWhere(`ticket.origin = '${TicketFunction.PROACTIVE}' AND ${poolStateInSql} = :poolState`, {
      poolState,
    });
  }
  return query;
}

function requireHour(hour: number): number {
  if (hour >= 0 && hour <= 23) return hour;
  throw refuse("BAD_INPUT", {
    field: "filter.receivedHour",
    problem: `an hour of the day is 0 to 23; ${hour} was given`,
    problemZh: `小时须为 0 至 23，所填为 ${hour}`,
  });
}

function inStep(query: SelectQueryBuilder<Ticket>, step: TicketStepName): void {
  query.andWhere("ticket.state = ANY(:inStep)", { inStep: statesInStep[step] });
  if (step === TicketStepName.WHISTLE) query.andWhere("ticket.arrivedAt IS NULL");
  if (step === TicketStepName.REPORT_FOR_DUTY) query.andWhere("ticket.arrivedAt IS NOT NULL");
}

/** Whoever takes in and calls back searches names and numbers of people too; to others a hit would tell what is masked. */
const knowsPeople = (principal: Principal | null): boolean => principal?.post === Post.CENTRE_DISPATCHER;

/** Longer is no search: every two characters of it would be looked up. */
const maximumWords = 100;

/** The words to look for, as the index of what was said reads them; refused where they are too few or too many. */
export function soughtIn(words: string, principal: Principal | null, field: string): WordsSought {
  const fits = words.length <= maximumWords;
  const sought = fits && wordsSought(words, { knowsPeople: knowsPeople(principal) });
  if (sought) return sought;
  throw refuse("BAD_INPUT", {
    field,
    problem: `each word needs at least two characters, letters or figures, and all together at most ${maximumWords}`,
    problemZh: `每个检索词至少两个字、字母或数字，合计不超过 ${maximumWords} 个字符`,
  });
}

/** Holds the words: as far as the index finds them by the index, and the rest of them in what was found. */
export const saying = (
  { whole, indexed }: WordsSought,
  name: string,
): readonly [condition: string, values: Record<string, string>] => [
  `said.terms @@ :${name}Indexed::tsquery${whole === indexed ? "" : ` AND (said.terms @@ :${name}::tsquery) IS TRUE`}`,
  { [`${name}Indexed`]: indexed, [name]: whole },
];

/** Searches titles, demands and numbers. A resident searches what they said themselves: a hit would tell what another caller said. */
export function containing(
  query: SelectQueryBuilder<Ticket>,
  text: string,
  principal: Principal | null,
): void {
  const [condition, values] = saying(soughtIn(text, principal, "filter.text"), "text");
  if (principal?.post === Post.RESIDENT) {
    query.andWhere(
      `(ticket.districtCode, ticket.number) IN (
         SELECT demand.district_code, demand.ticket_number FROM demand
         JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
         WHERE demander.person_id = :me AND demand.text LIKE :pattern)`,
      { me: principal.id, pattern: `%${text.trim().replace(/[\\%_]/g, "\\$&")}%` },
    );
    return;
  }
  query.andWhere(
    `(ticket.districtCode, ticket.number) IN (
       SELECT said.district_code, said.ticket_number FROM ticket_text said WHERE ${condition})`,
    values,
  );
}
