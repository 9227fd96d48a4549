import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { QueryDeepPartialEntity } from "typeorm/query-builder/QueryPartialEntity.js";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { countedPage, type Order, type Page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf, type Principal, servicePrincipal } from "../../shared/principal.ts";
import { giveReminder, planReminders } from "../reminder/reminder.store.ts";
import type { ReminderKey } from "../reminder/reminder.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo as ticketVisibleTo } from "../ticket/ticket.visibility.ts";
import { WhistleMoveStore } from "../whistle/whistle-moves.store.ts";
import { DisputeClass } from "./dispute-class.ts";
import { DisputeMediation } from "./dispute-mediation.ts";
import type { MediationListArgs } from "./mediation.input.ts";
import type { DisputeGround, MediationMove, Opened, Proceedings } from "./mediation.lifecycle.ts";
import { visibleTo } from "./mediation.visibility.ts";
import { MediationSitting } from "./mediation-sitting.ts";
import { MediationState } from "./mediation-state.ts";
import { mediationSubject, readMediationSubject, remindedMediator, remindOf } from "./mediator.deadline.ts";
import { Mediator } from "./mediator.ts";
import { whistleCallingMediators } from "./whistle-of-mediation.store.ts";

const latest: Order<DisputeMediation> = {
  name: "mediation:latest",
  direction: "DESC",
  columns: ["openedAt", "ticketNumber", "turn"],
};

const lateMediator = `EXISTS (
  SELECT FROM mediator awaited
  WHERE (awaited.district_code, awaited.ticket_number, awaited.turn)
      = (mediation.districtCode, mediation.ticketNumber, mediation.turn)
    AND awaited.arrived_at IS NULL AND awaited.due_at <= :at)`;

/** Every query on mediations and their parts, restricted to the rows the principal may see. */
export class MediationStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  list({ filter = {}, ...args }: MediationListArgs, at: Date): Promise<Page<DisputeMediation>> {
    const { ticket, states, host, mediator, late } = filter;
    const query = this.#visible(this.#database.manager).andWhere({
      ...(ticket && { districtCode: districtOf(ticket), ticketNumber: ticket }),
      ...(states && { state: In(states) }),
      ...(host && { hostUnitCode: host }),
    });
    if (mediator) {
      query.andWhere(
        `EXISTS (SELECT FROM mediator chosen
           WHERE (chosen.district_code, chosen.ticket_number, chosen.turn)
               = (mediation.districtCode, mediation.ticketNumber, mediation.turn)
             AND chosen.unit_code = :mediator)`,
        { mediator },
      );
    }
    if (late !== undefined) query.andWhere(`${late ? "" : "NOT"} ${lateMediator}`, { at });
    return countedPage(query, latest, args);
  }

  /** The visible mediations of each ticket, in order. */
  ofTickets(numbers: readonly string[]): Promise<DisputeMediation[]> {
    return this.#visible(this.#database.manager)
      .andWhere({ districtCode: In(numbers.map(districtOf)), ticketNumber: In([...numbers]) })
      .orderBy("mediation.turn")
      .getMany();
  }

  /** The visible mediations that each whistle calls, in order. */
  ofWhistles(numbers: readonly string[]): Promise<DisputeMediation[]> {
    return this.#visible(this.#database.manager)
      .andWhere({ districtCode: In(numbers.map(districtOf)), whistleNumber: In([...numbers]) })
      .orderBy("mediation.ticketNumber")
      .addOrderBy("mediation.turn")
      .getMany();
  }

  // Only for mediations that were read through this store: whoever sees one sees who was called and when they sat.

  mediatorsOf(tickets: readonly string[]): Promise<Mediator[]> {
    const where = { districtCode: In(tickets.map(districtOf)), ticketNumber: In([...tickets]) };
    return this.#database.manager.find(Mediator, { where, order: { turn: "ASC", ordinal: "ASC" } });
  }

  sittingsOf(tickets: readonly string[]): Promise<MediationSitting[]> {
    const where = { districtCode: In(tickets.map(districtOf)), ticketNumber: In([...tickets]) };
    return this.#database.manager.find(MediationSitting, { where, order: { ordinal: "ASC" } });
  }

  /** The classes of dispute in force in a district on a day. */
  classes(district: string, on: Day): Promise<DisputeClass[]> {
    return classesInForce(this.#database.manager, district, on);
  }

  setClass(
    request: { district: string; matter: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (last: DisputeClass | null) => DisputeClass,
  ): Promise<DisputeClass> {
    const { idempotencyKey, ...input } = request;
    const asked = { ...actor, mutation: "setDisputeClass", idempotencyKey, input, answer: DisputeClass };
    return once(this.#database, asked, async (transaction) => {
      const { district: districtCode, matter: matterCode } = request;
      const last = await transaction.findOne(DisputeClass, {
        where: { districtCode, matterCode },
        order: { version: "DESC" },
      });
      const set = Object.assign(new DisputeClass(), decide(last));
      await transaction.insert(DisputeClass, set);
      const { version, amount, unit, validFrom } = set;
      const payload = { matter: matterCode, version, amount, unit, validFrom };
      await record(transaction, actor, { subject: districtCode, kind: "DISPUTE_CLASS_SET", payload });
      return set;
    });
  }

  /** Opens a mediation under the lock of its ticket: of two who open at once, the second finds the first one's. */
  open(
    {
      number,
      idempotencyKey,
      ...input
    }: { number: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (ground: DisputeGround) => Opened,
  ): Promise<DisputeMediation> {
    const request = {
      ...actor,
      mutation: "openMediation",
      idempotencyKey,
      input: { number, ...input },
      answer: DisputeMediation,
    };
    return once(this.#database, request, async (transaction) => {
      const ticket = await ticketVisibleTo(transaction.createQueryBuilder(Ticket, "ticket"), this.#principal)
        .andWhere({ districtCode: districtOf(number), number })
        .setLock("pessimistic_write")
        .getOne();
      if (!ticket) throw refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
      const { districtCode } = ticket;
      const classes = await classesInForce(transaction, districtCode, dayOf(actor.at));
      const { mediation, mediators, payload } = decide({
        ticket,
        disputeClass: classes.find(({ matterCode }) => matterCode === ticket.matterCode) ?? null,
        classes: classes.map(({ matterCode }) => matterCode),
        last: await lastMediation(transaction, ticket),
        whistle: await whistleCallingMediators(transaction, number),
      });
      const opened = Object.assign(new DisputeMediation(), mediation, { version: 1 });
      await transaction.insert(DisputeMediation, opened);
      await transaction.insert(Mediator, [...mediators]);
      await planArrivals(transaction, opened, mediators, actor.at);
      await record(transaction, actor, { subject: number, kind: "TICKET_MEDIATION_OPENED", payload });
      return opened;
    });
  }

  /** Carries out what the lifecycle decides about a ticket's latest mediation, once per idempotency key. */
  change(
    mutation: string,
    {
      number,
      idempotencyKey,
      ...input
    }: { number: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (proceedings: Proceedings) => MediationMove,
  ): Promise<DisputeMediation> {
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { number, ...input },
      answer: DisputeMediation,
    };
    return once(this.#database, request, async (transaction) => {
      const mediation = await this.#visible(transaction)
        .andWhere({ districtCode: districtOf(number), ticketNumber: number })
        .orderBy("mediation.turn", "DESC")
        .limit(1)
        .setLock("pessimistic_write")
        .getOne();
      if (!mediation)
        throw refuseShared("NOT_FOUND", { kind: "mediation of", kindZh: "工单调解", id: number });
      const { districtCode, ticketNumber, turn } = mediation;
      const where = { districtCode, ticketNumber, turn };
      const mediators = await transaction.find(Mediator, { where, order: { ordinal: "ASC" } });
      const sittings = await transaction.find(MediationSitting, { where, order: { ordinal: "ASC" } });
      const move = decide({ mediation, mediators, sittings });
      const moved = await apply(transaction, DisputeMediation, mediation, ticketNumber, move, actor);
      if (move.mediators) {
        await transaction.upsert(Mediator, [...move.mediators] as QueryDeepPartialEntity<Mediator>[], [
          "districtCode",
          "ticketNumber",
          "turn",
          "unitCode",
        ]);
      }
      if (move.sitting) await transaction.insert(MediationSitting, move.sitting);
      const after = mediators.map((each) => move.mediators?.find(sameAs(each)) ?? each);
      const added = move.mediators?.filter((each) => !mediators.some(sameAs(each))) ?? [];
      await planArrivals(transaction, moved, [...after, ...added], actor.at);
      const { whistleNumber } = moved;
      const forWhistle = move.whistle;
      if (whistleNumber && forWhistle) {
        const whistles = new WhistleMoveStore(transaction.connection, servicePrincipal("tickets"));
        await whistles.follow(transaction, whistleNumber, actor, (dossier) => forWhistle(dossier, actor));
      }
      return moved;
    });
  }

  /** Gives the reminder of a mediator's time to come whose alarm rang. */
  remind(key: ReminderKey, actor: Actor): Promise<void> {
    const { ticketNumber, turn } = readMediationSubject(key.subject);
    return this.#database.transaction(async (transaction) => {
      const where = { districtCode: districtOf(ticketNumber), ticketNumber, turn };
      const mediation = await this.#visible(transaction)
        .andWhere(where)
        .setLock("pessimistic_write")
        .getOne();
      const mediator = await transaction.findOneBy(Mediator, { ...where, ordinal: key.ordinal });
      await giveReminder(transaction, key, actor, (moment) =>
        mediation && mediator ? remindOf(mediation, mediator, moment, actor.at) : null,
      );
    });
  }

  #visible(manager: EntityManager): SelectQueryBuilder<DisputeMediation> {
    return visibleTo(manager.createQueryBuilder(DisputeMediation, "mediation"), this.#principal);
  }
}

const sameAs =
  ({ unitCode }: Mediator) =>
  (other: Mediator): boolean =>
    other.unitCode === unitCode;

/** Plans anew when whoever is called is reminded, in the transaction of the change. `mediators` are all it has. */
const planArrivals = (
  transaction: EntityManager,
  mediation: DisputeMediation,
  mediators: readonly Mediator[],
  at: Date,
): Promise<void> =>
  planReminders(
    transaction,
    mediationSubject(mediation),
    mediators.map((mediator) => remindedMediator(mediation, mediator, at)),
    at,
  );

/** The mediation under way of a ticket, whoever may see it. */
export const openMediationOf = (
  transaction: EntityManager,
  { districtCode, number }: Ticket,
): Promise<DisputeMediation | null> =>
  transaction.findOneBy(DisputeMediation, {
    districtCode,
    ticketNumber: number,
    state: MediationState.OPEN,
  });

const lastMediation = (
  transaction: EntityManager,
  { districtCode, number: ticketNumber }: Ticket,
): Promise<DisputeMediation | null> =>
  transaction.findOne(DisputeMediation, { where: { districtCode, ticketNumber }, order: { turn: "DESC" } });

const classesInForce = (manager: EntityManager, district: string, on: Day): Promise<DisputeClass[]> =>
  manager
    .createQueryBuilder(DisputeClass, "class")
    .distinctOn(["class.matterCode"])
    .where("class.districtCode = :district AND class.validFrom <= :on", { district, on })
    .orderBy("class.matterCode")
    .addOrderBy("class.version", "DESC")
    .getMany();
