import type { DataSource, EntityManager, SelectQueryBuilder } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { type Reach, reachOf } from "../../shared/reach.ts";
import { onlyReached, owner } from "../visibility.ts";
import { type ReceivedComplaint, subjectOf } from "./consumer-complaint.lifecycle.ts";
import { ConsumerComplaint } from "./consumer-complaint.ts";
import type { ComplaintFilter, FileComplaintInput } from "./consumer-complaint-input.ts";

const latestFirst: Order<ConsumerComplaint> = {
  name: "consumer-complaint:latest",
  direction: "DESC",
  columns: ["receivedAt", "number"],
};

const visible = (
  query: SelectQueryBuilder<ConsumerComplaint>,
  reach: Reach,
): SelectQueryBuilder<ConsumerComplaint> =>
  onlyReached(query, reach, {
    division: "complaint.divisionCode",
    grid: "complaint.gridCode",
    business: "complaint.creditCode",
    ticket: "complaint.ticketNumber",
    person: "complaint.personId",
  });

const byNumbers = lookUp(ConsumerComplaint, "complaint", (query, reach: Reach) =>
  visible(query, reach).andWhere(
    "complaint.districtCode = ANY(:districts) AND complaint.number = ANY(:numbers)",
  ),
);

const ofBusinesses = lookUpPageEach(ConsumerComplaint, "complaint", latestFirst, (query, reach: Reach) =>
  visible(query, reach).andWhere("complaint.creditCode = parent.key"),
);

const ofTickets = lookUpPageEach(ConsumerComplaint, "complaint", latestFirst, (query, reach: Reach) =>
  visible(query, reach).andWhere(
    "complaint.districtCode = left(parent.key, 6) AND complaint.ticketNumber = parent.key",
  ),
);

/** Every query on consumer complaints, restricted to the rows the principal reaches. */
export class ConsumerComplaintStore {
  readonly #database: DataSource;
  readonly #reach: Reach;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, principal: Principal | null, columns?: ColumnsRead) {
    this.#database = database;
    this.#reach = reachOf(principal, owner, "ConsumerComplaint");
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<ConsumerComplaint[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return byNumbers(this.#from, { districts, numbers }, this.#reach);
  }

  ofBusinesses(
    creditCodes: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Page<ConsumerComplaint>>> {
    return ofBusinesses(this.#from, creditCodes, args, {}, this.#reach);
  }

  ofTickets(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<ConsumerComplaint>>> {
    return ofTickets(this.#from, numbers, args, {}, this.#reach);
  }

  search({ state, business, division }: ComplaintFilter, args: PageArgs): Promise<Page<ConsumerComplaint>> {
    const query = this.#visible();
    if (state) query.andWhere({ state });
    if (business) query.andWhere({ creditCode: business });
    if (division) {
      query.andWhere("complaint.divisionCode >= :place AND complaint.divisionCode < :placeEnd", {
        place: division,
        placeEnd: `${division}:`,
      });
    }
    return page(query, latestFirst, args, this.#from.columns);
  }

  /** Keeps what the lifecycle makes of a complaint, with its number and its log entry, once per key. */
  file(
    { idempotencyKey, ...input }: FileComplaintInput & { idempotencyKey: string },
    actor: Actor,
    decide: () => ReceivedComplaint,
  ): Promise<ConsumerComplaint> {
    const mutation = "fileConsumerComplaint";
    const request = { ...actor, mutation, idempotencyKey, input, answer: ConsumerComplaint };
    return once(this.#database, request, async (transaction) => {
      const received = decide();
      const number = await nextNumber(transaction, received.districtCode, actor.at);
      const complaint = Object.assign(new ConsumerComplaint(), received, { number });
      await transaction.insert(ConsumerComplaint, complaint);
      await record(transaction, actor, {
        subject: number,
        kind: "CONSUMER_COMPLAINT_RECEIVED",
        payload: subjectOf(complaint),
      });
      return complaint;
    });
  }

  /** Carries out what the lifecycle decides about one complaint the actor reaches, once per key. */
  change(
    mutation: string,
    { number, idempotencyKey, ...input }: { readonly number: string; readonly idempotencyKey: string },
    actor: Actor,
    decide: (complaint: ConsumerComplaint) => Move<ConsumerComplaint>,
  ): Promise<ConsumerComplaint> {
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { number, ...input },
      answer: ConsumerComplaint,
    };
    return once(this.#database, request, async (transaction) => {
      const complaint = await this.#visible(transaction)
        .andWhere({ districtCode: districtOf(number), number })
        .getOne();
      if (!complaint)
        throw refuseShared("NOT_FOUND", { kind: "consumer complaint", kindZh: "消费投诉", id: number });
      return apply(transaction, ConsumerComplaint, complaint, number, decide(complaint), actor);
    });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<ConsumerComplaint> {
    return visible(manager.createQueryBuilder(ConsumerComplaint, "complaint"), this.#reach);
  }
}

/** Drawn inside the transaction that uses it, so that numbers run without gaps. */
async function nextNumber(transaction: EntityManager, districtCode: string, at: Date): Promise<string> {
  const day = dayOf(at);
  const [{ last }] = await transaction.query(
    `INSERT INTO running_number (district_code, series, day, last) VALUES ($1, 'CONSUMER_COMPLAINT', $2, 1)
     ON CONFLICT (district_code, series, day) DO UPDATE SET last = running_number.last + 1
     RETURNING last`,
    [districtCode, day],
  );
  return `${districtCode}-X-${day.replaceAll("-", "")}-${String(last).padStart(4, "0")}`;
}
