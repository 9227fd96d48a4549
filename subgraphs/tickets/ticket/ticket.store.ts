import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { numbersInText } from "../../shared/codes.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { LogEntry } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Extension } from "./extension.ts";
import type { Supervision } from "./supervision.ts";
import { withoutAnswer } from "./ticket.deadline.ts";
import { statesInStep, TicketStepName } from "./ticket.step.ts";
import { Ticket } from "./ticket.ts";
import { visibleTo } from "./ticket.visibility.ts";
import { type TicketFilter, type TicketListArgs, ticketOrders } from "./ticket-filter.ts";

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
    return page(this.#filtered(this.#visible(), filter, at), ticketOrders[order], args, this.#from.columns);
  }

  listUnder(
    parent: keyof typeof parents,
    keys: readonly string[],
    { filter, order, ...args }: TicketListArgs,
    at: Date,
  ): Promise<Map<string, Page<Ticket>>> {
    const query = this.#filtered(this.#visible().andWhere(parents[parent]), filter, at);
    return pageEach(keys, query, ticketOrders[order], args, this.#from.columns);
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
      await then?.(transaction, moved);
      return moved;
    });
  }

  async one(number: string, transaction: EntityManager): Promise<Ticket> {
    const ticket = await this.#visible(transaction)
      .andWhere({ districtCode: districtOf(number), number })
      .getOne();
    if (ticket) return ticket;
    throw refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
  }

  #filtered(
    query: SelectQueryBuilder<Ticket>,
    filter: TicketFilter | undefined,
    at: Date,
  ): SelectQueryBuilder<Ticket> {
    if (filter?.text !== undefined) containing(query, filter.text, this.#principal);
    return filtered(query, filter, at);
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<Ticket> {
    return visibleTo(manager.createQueryBuilder(Ticket, "ticket"), this.#principal);
  }
}

function filtered(
  query: SelectQueryBuilder<Ticket>,
  filter: TicketFilter = {},
  at: Date,
): SelectQueryBuilder<Ticket> {
  const { division, noGridYet, whistled, states, step, receivedFrom, receivedBefore, overdue } = filter;
  const { grid, estate, channel, kind, matter, handlingUnit } = filter;
  const exact: Partial<Ticket> = {
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
  if (noGridYet !== undefined) query.andWhere(`ticket.gridCode IS ${noGridYet ? "" : "NOT"} NULL`);
  if (whistled !== undefined) query.andWhere(`ticket.whistledAt IS ${whistled ? "NOT" : ""} NULL`);
  if (states) query.andWhere("ticket.state = ANY(:states)", { states });
  if (step) inStep(query, step);
  if (receivedFrom) query.andWhere("ticket.receivedAt >= :receivedFrom", { receivedFrom });
  if (receivedBefore) query.andWhere("ticket.receivedAt < :receivedBefore", { receivedBefore });
  if (overdue !== undefined) {
    query.andWhere(
      `${overdue ? "" : "NOT"} (ticket.feedbackAt IS NULL AND ticket.dueAt <= :at AND ticket.state <> ALL(:withoutAnswer))`,
      { at, withoutAnswer },
    );
  }
  return query;
}

function inStep(query: SelectQueryBuilder<Ticket>, step: TicketStepName): void {
  query.andWhere("ticket.state = ANY(:inStep)", { inStep: statesInStep[step] });
  if (step === TicketStepName.WHISTLE) query.andWhere("ticket.arrivedAt IS NULL");
  if (step === TicketStepName.REPORT_FOR_DUTY) query.andWhere("ticket.arrivedAt IS NOT NULL");
}

/** Whoever takes in and calls back searches numbers too; to others a hit would tell what is masked, figure by figure. */
const toldNumbers = (principal: Principal | null): boolean => principal?.post === Post.CENTRE_DISPATCHER;

/** Searches titles and demands. A resident searches what they said themselves: a hit would tell what another caller said. */
function containing(query: SelectQueryBuilder<Ticket>, text: string, principal: Principal | null): void {
  const words = text.trim();
  if (words.length < 2) {
    throw refuse("BAD_INPUT", {
      field: "filter.text",
      problem: "give at least two characters",
      problemZh: "至少输入两个字",
    });
  }
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  if (principal?.post === Post.RESIDENT) {
    query.andWhere(
      `(ticket.districtCode, ticket.number) IN (
         SELECT demand.district_code, demand.ticket_number FROM demand
         JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
         WHERE demander.person_id = :me AND demand.text LIKE :pattern)`,
      { me: principal.id, pattern },
    );
    return;
  }
  const hidden = /\d/.test(words) && !toldNumbers(principal);
  const beyondNumbers = (text: string) =>
    hidden ? `AND regexp_replace(${text}, :numbers, '', 'g') LIKE :pattern` : "";
  // Found first and looked up after: joined by OR to the ticket, neither index would be used.
  query.andWhere(
    `(ticket.districtCode, ticket.number) IN (
       SELECT demand.district_code, demand.ticket_number FROM demand
       WHERE demand.text LIKE :pattern ${beyondNumbers("demand.text")}
       UNION SELECT titled.district_code, titled.number FROM ticket titled WHERE titled.title LIKE :pattern)`,
    { pattern, ...(hidden && { numbers: numbersInText }) },
  );
}
