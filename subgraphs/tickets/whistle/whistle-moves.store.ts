import type { DataSource, EntityManager, ObjectLiteral } from "typeorm";
import type { QueryDeepPartialEntity } from "typeorm/query-builder/QueryPartialEntity.js";
import { dayOf, type WorkingHours } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { takeOverMediations } from "../mediation/whistle-of-mediation.store.ts";
import { giveReminder, planReminders } from "../reminder/reminder.store.ts";
import { type ReminderKey, ReminderMoment } from "../reminder/reminder.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { unitHoursInForce } from "../working-hours/unit-working-hours.store.ts";
import { type Blown, blownPayload, filingsOf, kindOf } from "./blow.ts";
import { DutyRuling } from "./duty-ruling/duty-ruling.ts";
import { escalate } from "./escalation.ts";
import { WhistleExtension } from "./extension/whistle-extension.ts";
import { WhistlePause } from "./pause/whistle-pause.ts";
import { WhistleProfile } from "./profile/whistle-profile.ts";
import { TaskForce } from "./task-force/task-force.ts";
import { lockTickets, moveTickets, openBehind } from "./tickets-behind.store.ts";
import { nextDue, remindedClock } from "./whistle.deadline.ts";
import type { Dossier, WhistleMove } from "./whistle.lifecycle.ts";
import { Whistle } from "./whistle.ts";
import { visibleTo } from "./whistle.visibility.ts";
import { WhistleClock } from "./whistle-clock.ts";
import { WhistleFiling } from "./whistle-filing.ts";
import { WhistleParticipant } from "./whistle-participant.ts";
import { remindOf } from "./whistle-reminder.ts";
import { WhistleState } from "./whistle-state.ts";
import { WhistleTicket } from "./whistle-ticket.ts";

export interface BlowRequest {
  readonly idempotencyKey: string;
  readonly district: string;
  /** Tickets the principal was shown; locked and read again before the whistle is judged. */
  readonly tickets: readonly string[];
  /** The whistle this one is raised from (PG-8). */
  readonly raises: string | null;
  /** As it was asked, to tell a repetition from another request. */
  readonly input: unknown;
}

/** What a new whistle is judged by, as it stands under the locks. */
export interface Found {
  readonly number: string;
  readonly tickets: readonly Ticket[];
  readonly openWhistles: readonly { readonly whistle: Whistle; readonly ticket: string }[];
  /** Office hours in force of those units of the district that have their own. */
  readonly unitHours: ReadonlyMap<string, WorkingHours>;
  readonly raised: Dossier | null;
  /** The whistle the raised one was raised to already. */
  readonly successor: Whistle | null;
}

/** What a new whistle comes to, and what that means for the one it is raised from. */
export interface Decision {
  readonly blown: Blown;
  readonly raise: WhistleMove | null;
}

/** Every change of whistles and their parts: each is judged and written under the lock of the whistle's row. */
export class WhistleMoveStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /**
   * Writes a new whistle with everything that begins in the same moment. Its tickets are locked first: of two who blow
   * from one ticket at once, the second is judged with the first one's whistle in view.
   */
  blow(
    mutation: string,
    { idempotencyKey, district, tickets, raises, input }: BlowRequest,
    actor: Actor,
    decide: (found: Found) => Decision,
  ): Promise<Whistle> {
    const request = { ...actor, mutation, idempotencyKey, input, answer: Whistle };
    return once(this.#database, request, async (transaction) => {
      const raised = raises ? await this.#dossier(transaction, raises, actor.at) : null;
      const before = raised ? await ticketNumbers(transaction, raised.whistle) : [];
      const locked = await lockTickets(transaction, [...before, ...tickets]);
      const successor = raised ? await successorOf(transaction, raised.whistle) : null;
      const behind = await openBehind(
        transaction,
        locked.map(({ number }) => number),
      );
      const openWhistles = behind.filter(({ whistle }) => whistle.number !== raises);
      const number = await nextNumber(transaction, district, "WHISTLE", actor.at);
      const unitHours = await unitHoursInForce(transaction, district, dayOf(actor.at));
      const found = { number, tickets: locked, openWhistles, unitHours, raised, successor };
      const { blown, raise } = decide(found);

      const { move } = blown;
      const whistle = Object.assign(blown.whistle, { dueAt: nextDue(blown.clocks) });
      const { districtCode } = whistle;
      const links = locked.map((ticket) => ({
        districtCode,
        whistleNumber: number,
        ticketNumber: ticket.number,
      }));
      await insert(transaction, Whistle, [whistle]);
      await insert(transaction, WhistleTicket, links);
      await insert(transaction, WhistleParticipant, blown.participants);
      await insert(transaction, WhistleClock, blown.clocks);
      const { rules } = blown;
      await planClocks(
        transaction,
        whistle,
        { clocks: blown.clocks, rules, kind: kindOf(rules, whistle.kind) },
        actor.at,
      );
      await insert(transaction, WhistleFiling, blown.filings);
      await record(transaction, actor, { subject: number, ...move });
      if (whistle.state === WhistleState.BLOWN) {
        await moveTickets(transaction, whistle, locked, "WHISTLED", actor);
        const numbers = locked.map((ticket) => ticket.number);
        await takeOverMediations(transaction, whistle, numbers, actor);
      }
      if (raised && raise) await this.#carryOut(transaction, raised, raise, actor);
      return whistle;
    });
  }

  /** Carries out what the lifecycle decides about one whistle, once per idempotency key. */
  change(
    mutation: string,
    { number, idempotencyKey, ...input }: { number: string; idempotencyKey: string },
    actor: Actor,
    decide: (dossier: Dossier) => WhistleMove,
  ): Promise<Whistle> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: Whistle };
    return once(this.#database, request, async (transaction) => {
      const dossier = await this.#dossier(transaction, number, actor.at);
      return this.#carryOut(transaction, dossier, decide(dossier), actor);
    });
  }

  /** What an entry of another feed means for a whistle, in the transaction that applies it; null leaves it be. */
  async follow(
    transaction: EntityManager,
    number: string,
    actor: Actor,
    decide: (dossier: Dossier) => WhistleMove | null,
  ): Promise<void> {
    const known = await transaction.existsBy(Whistle, { districtCode: districtOf(number), number });
    if (!known) return;
    const dossier = await this.#dossier(transaction, number, actor.at);
    const move = decide(dossier);
    if (move) await this.#carryOut(transaction, dossier, move, actor);
  }

  /** Gives a clock's reminder whose alarm rang; at the limit what ran out is escalated in the same moment (KF-12). */
  remind(key: ReminderKey, actor: Actor): Promise<void> {
    return this.#database.transaction(async (transaction) => {
      const dossier = await this.#dossier(transaction, key.subject, actor.at);
      const clock = dossier.clocks.find(({ step, ordinal }) => step === key.step && ordinal === key.ordinal);
      await giveReminder(transaction, key, actor, (moment) =>
        clock ? remindOf(dossier, clock, moment, actor.at) : null,
      );
      if (clock && key.moment === ReminderMoment.LIMIT)
        await this.#escalate(transaction, { ...dossier, clocks: [clock] }, actor);
    });
  }

  async #escalate(transaction: EntityManager, dossier: Dossier, actor: Actor): Promise<void> {
    const subject = dossier.whistle.number;
    for (const { clock, payload } of escalate(dossier, actor.at)) {
      await upsert(transaction, WhistleClock, [clock]);
      await record(transaction, actor, { subject, kind: "WHISTLE_OVERDUE", payload });
    }
  }

  /** Locks a whistle and reads everything its moves are judged by. */
  async #dossier(transaction: EntityManager, number: string, at: Date): Promise<Dossier> {
    const whistle = await visibleTo(transaction.createQueryBuilder(Whistle, "whistle"), this.#principal)
      .andWhere({ districtCode: districtOf(number), number })
      .setLock("pessimistic_write")
      .getOne();
    if (!whistle) throw refuse("NOT_FOUND", { kind: "whistle", kindZh: "哨", id: number });
    const { districtCode, profileVersion: version } = whistle;
    const where = { districtCode, whistleNumber: number };
    const { rules } = await transaction.findOneByOrFail(WhistleProfile, { districtCode, version });
    return {
      whistle,
      participants: await transaction.find(WhistleParticipant, {
        where,
        order: { calledAt: "ASC", unitCode: "ASC" },
      }),
      clocks: await transaction.find(WhistleClock, { where, order: { dueAt: "ASC" } }),
      taskForce: await transaction.findOneBy(TaskForce, where),
      pauses: await transaction.findBy(WhistlePause, where),
      extensions: await transaction.findBy(WhistleExtension, where),
      unitHours: await unitHoursInForce(transaction, districtCode, dayOf(at)),
      rules,
      kind: kindOf(rules, whistle.kind),
    };
  }

  async #carryOut(
    transaction: EntityManager,
    dossier: Dossier,
    move: WhistleMove,
    actor: Actor,
  ): Promise<Whistle> {
    const { whistle, kind } = dossier;
    const effect = move.blown ? "WHISTLED" : move.tickets;
    const tickets = effect ? await ticketNumbers(transaction, whistle) : [];
    const entry = move.blown
      ? { ...move, payload: blownPayload(whistle, move.participants ?? [], tickets) }
      : move;
    const clocks = [
      ...dossier.clocks.filter((clock) => !move.clocks?.some(sameAs(clock))),
      ...(move.clocks ?? []),
    ];
    const change = { ...move.change, dueAt: nextDue(clocks) };
    const moved = await apply(transaction, Whistle, whistle, whistle.number, { ...entry, change }, actor);
    await upsert(transaction, WhistleParticipant, move.participants ?? []);
    await upsert(transaction, WhistleClock, move.clocks ?? []);
    if (move.clocks?.length) await planClocks(transaction, whistle, { ...dossier, clocks }, actor.at);
    if (move.pause) await upsert(transaction, WhistlePause, [move.pause]);
    if (move.extension) await upsert(transaction, WhistleExtension, [move.extension]);
    if (move.taskForce) await insert(transaction, TaskForce, [move.taskForce]);
    if (move.dutyRuling) await insert(transaction, DutyRuling, [move.dutyRuling]);
    if (move.blown) await insert(transaction, WhistleFiling, filingsOf(moved, kind, actor.at));
    if (effect) await moveTickets(transaction, moved, await lockTickets(transaction, tickets), effect, actor);
    if (move.blown) await takeOverMediations(transaction, moved, tickets, actor);
    return moved;
  }
}

const sameAs =
  ({ step, ordinal }: WhistleClock) =>
  (other: WhistleClock): boolean =>
    other.step === step && other.ordinal === ordinal;

const planClocks = (
  transaction: EntityManager,
  { number }: Whistle,
  { clocks, ...rules }: Pick<Dossier, "clocks" | "kind" | "rules">,
  at: Date,
): Promise<void> =>
  planReminders(
    transaction,
    number,
    clocks.map((clock) => remindedClock(clock, rules, at)),
    at,
  );

async function ticketNumbers(
  transaction: EntityManager,
  { districtCode, number }: Whistle,
): Promise<string[]> {
  const links = await transaction.findBy(WhistleTicket, { districtCode, whistleNumber: number });
  return links.map(({ ticketNumber }) => ticketNumber);
}

const successorOf = (
  transaction: EntityManager,
  { districtCode, number }: Whistle,
): Promise<Whistle | null> => transaction.findOneBy(Whistle, { districtCode, raisedFromNumber: number });

type Entity<Row> = new () => Row;

async function insert<Row extends ObjectLiteral>(
  transaction: EntityManager,
  entity: Entity<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length > 0) await transaction.insert(entity, [...rows] as QueryDeepPartialEntity<Row>[]);
}

async function upsert<Row extends ObjectLiteral>(
  transaction: EntityManager,
  entity: Entity<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const { primaryColumns } = transaction.connection.getMetadata(entity);
  const keys = primaryColumns.map(({ propertyName }) => propertyName);
  await transaction.upsert(entity, [...rows] as QueryDeepPartialEntity<Row>[], keys);
}
