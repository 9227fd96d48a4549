import { randomUUID } from "node:crypto";
import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { hearTrend } from "../class-problem/trend.store.ts";
import { limitInForce } from "../limit/time-limit.store.ts";
import { claimMedia } from "../media/media.store.ts";
import { isPetitionDayId } from "../petition-day/petition-day.ts";
import { keepText } from "../text/ticket-text.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
import { planAnswer } from "../ticket/ticket-reminder.store.ts";
import { TicketState } from "../ticket/ticket-state.ts";
import { limitAtIntake, type Received, requireFirst } from "./demand.lifecycle.ts";
import { Demand } from "./demand.ts";
import { Demander } from "./demander.ts";

const oldest: Order<Demand> = {
  name: "demand:oldest",
  direction: "ASC",
  columns: ["receivedAt", "number"],
};

/** Every query on demands and demanders. Who sees a ticket sees its demands; a resident sees their own only. */
export class DemandStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<Demand[]> {
    return this.#visible()
      .andWhere({ districtCode: In(numbers.map(districtOf)), number: In([...numbers]) })
      .getMany();
  }

  /** The demands of each ticket and of the tickets merged into it (KF-5). */
  listOfTickets(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<Demand>>> {
    const query = this.#visible()
      .andWhere("demand.districtCode = left(parent.key, 6)")
      .andWhere(
        `demand.ticketNumber = ANY (ARRAY(
           SELECT parent.key UNION ALL
           SELECT merged.number FROM ticket merged
           WHERE merged.district_code = left(parent.key, 6) AND merged.merged_into_number = parent.key))`,
      );
    return pageEach(numbers, query, oldest, args);
  }

  listOfPetitionDays(ids: readonly string[], args: PageArgs): Promise<Map<string, Page<Demand>>> {
    const query = this.#visible().andWhere("demand.petitionDayId = cast(parent.key AS uuid)");
    return pageEach(ids.filter(isPetitionDayId), query, oldest, args);
  }

  /** Only for demands that were read through this store. */
  demanders(ids: readonly string[]): Promise<Demander[]> {
    return this.#database.manager.findBy(Demander, { id: In([...ids]) });
  }

  /** Takes a demand in and opens its ticket, in one transaction, once per idempotency key. */
  receive(
    request: { idempotencyKey: string; input: unknown; media: readonly string[] },
    actor: Actor,
    judge: () => Received,
  ): Promise<Demand> {
    const answer = { ...request, ...actor, mutation: "reportDemand", answer: Demand };
    return once(this.#database, answer, async (transaction) => {
      const { ticket, demand, demander } = judge();
      const districtCode = districtOf(ticket.divisionCode ?? "");
      const limit = limitAtIntake(ticket.urgency as Demand["urgency"]);
      const ticketNumber = await nextNumber(transaction, districtCode, "TICKET", actor.at);
      const limited = await limitInForce(transaction, districtCode, limit, actor.at);
      const key = { districtCode, number: ticketNumber };
      await transaction.insert(Ticket, { ...ticket, ...limited, ...key, version: 1 });
      const awaited = { ...limited, ...key, state: ticket.state ?? TicketState.RECEIVED, feedbackAt: null };
      await planAnswer(transaction, awaited, actor.at);
      const received = Object.assign(new Demand(), demand, {
        districtCode,
        number: await nextNumber(transaction, districtCode, "DEMAND", actor.at),
        ticketNumber,
        demanderId: demander && (await demanderId(transaction, { ...demander, districtCode })),
      });
      requireFirst(await this.#sentBefore(transaction, received), received);
      await transaction.insert(Demand, received);
      await claimMedia(transaction, request.media, received, actor);
      await record(transaction, actor, {
        subject: ticketNumber,
        kind: "TICKET_RECEIVED",
        payload: {
          division: ticket.divisionCode,
          matter: null,
          channel: ticket.channelCode,
          function: ticket.function,
        },
      });
      await keepText(transaction, {
        ...key,
        title: ticket.title ?? "",
        demands: [
          {
            number: received.number,
            text: received.text,
            place: received.placeText,
            who: received.who,
            knownPlaces: received.knownPlaces,
          },
        ],
        demander: demander && { name: demander.name ?? "", phone: demander.phone ?? null },
      });
      await hearTrend(transaction, await transaction.findOneByOrFail(Ticket, key), actor);
      return received;
    });
  }

  /**
   * The same demander's last demand of the same words by the same channel and of the same place, if whoever reports may
   * see it. They hold the demander's row, so of two that arrive at once the second finds the first.
   */
  #sentBefore(transaction: EntityManager, received: Demand): Promise<Demand | null> {
    const { districtCode, demanderId, channelCode, text, gridCode, buildingCode } = received;
    if (demanderId === null) return Promise.resolve(null);
    return this.#visible(transaction)
      .andWhere({ districtCode, demanderId, channelCode, text })
      .andWhere("demand.gridCode IS NOT DISTINCT FROM :gridCode", { gridCode })
      .andWhere("demand.buildingCode IS NOT DISTINCT FROM :buildingCode", { buildingCode })
      .orderBy("demand.receivedAt", "DESC")
      .limit(1)
      .getOne();
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<Demand> {
    const query = visibleTo(
      manager
        .createQueryBuilder(Demand, "demand")
        .innerJoin(
          Ticket,
          "ticket",
          "ticket.districtCode = demand.districtCode AND ticket.number = demand.ticketNumber",
        ),
      this.#principal,
    );
    if (this.#principal?.post !== Post.RESIDENT) return query;
    return query.andWhere(
      `demand.demanderId IN (SELECT own.id FROM demander own WHERE own.person_id = :me)`,
      { me: this.#principal.id },
    );
  }
}

/** The demander as known by name and identity, or a new one; a phone given later is kept. */
async function demanderId(transaction: EntityManager, given: Partial<Demander>): Promise<string> {
  const { districtCode, kind, identity, name, phone, creditCode, personId } = given;
  const [{ id }] = await transaction.query(
    `INSERT INTO demander (district_code, id, kind, identity, name, phone, credit_code, person_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (district_code, identity, name) DO UPDATE SET phone = coalesce(excluded.phone, demander.phone)
     RETURNING id`,
    [districtCode, randomUUID(), kind, identity, name, phone, creditCode, personId],
  );
  return id;
}
