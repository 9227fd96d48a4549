import { randomUUID } from "node:crypto";
import { type DataSource, type EntityManager, In, QueryFailedError, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import type { Principal } from "../../shared/principal.ts";
import { refuse } from "../public-security.errors.ts";
import { isChiefOfDistrict } from "./disclosure-delay.lifecycle.ts";
import {
  DisclosureDelay,
  DisclosureDelayInForce,
  DisclosureExtension,
  DisclosureSubject,
} from "./disclosure-delay.ts";
import type { DelayDisclosureInput, DisclosureDelayFilter } from "./disclosure-delay-input.ts";

const latestFirst: Order<DisclosureDelay> = {
  name: "disclosure-delay:latest",
  direction: "DESC",
  columns: ["beganAt", "id"],
};

const inForce = "(delay.beganAt <= :at AND delay.until > :at)";

interface Step {
  readonly id: string;
  readonly idempotencyKey: string;
}

/**
 * Every query on the delays, restricted to those of the principal's district, and to its principal officer: that a delay
 * exists is itself what must not be told. No grant opens them.
 */
export class DisclosureDelayStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #at: Date;

  constructor(database: DataSource, principal: Principal | null, at: Date) {
    this.#database = database;
    this.#principal = principal;
    this.#at = at;
  }

  byIds(ids: readonly string[]): Promise<DisclosureDelay[]> {
    const known = ids.filter((id) => uuid.test(id));
    return this.#visible()
      .andWhere({ id: In(known) })
      .getMany();
  }

  search(
    { subject, inForce: wanted }: DisclosureDelayFilter,
    args: PageArgs,
  ): Promise<Page<DisclosureDelay>> {
    const query = this.#visible();
    if (subject) query.andWhere({ subject });
    if (wanted !== undefined && wanted !== null) {
      query.andWhere(`${inForce} = :wanted`, { wanted, at: this.#at });
    }
    return page(query, latestFirst, args);
  }

  /** Of delays already seen, so by their keys alone. */
  extensionsOf(ids: readonly string[]): Promise<DisclosureExtension[]> {
    return this.#database.manager.find(DisclosureExtension, {
      where: { delayId: In([...ids]) },
      order: { delayId: "ASC", turn: "ASC" },
    });
  }

  /** What of these must not be told now. Restricted by who may ask at all, not by rows. */
  async inForce(
    residents: readonly string[],
    accessRecords: readonly string[],
  ): Promise<DisclosureDelayInForce[]> {
    const delays = await this.#database
      .createQueryBuilder(DisclosureDelay, "delay")
      .where(
        `(delay.subjectKind = 'RESIDENT' AND delay.subject = ANY(:residents)
          OR delay.subjectKind = 'ACCESS_RECORD' AND delay.subject = ANY(:accessRecords))`,
        { residents, accessRecords },
      )
      .andWhere(inForce, { at: this.#at })
      .orderBy({ "delay.subject": "ASC", "delay.caseNumber": "ASC" })
      .getMany();
    return delays.map(({ subjectKind, subject, caseNumber }) =>
      Object.assign(new DisclosureDelayInForce(), {
        resident: subjectKind === DisclosureSubject.RESIDENT ? subject : null,
        accessRecord: subjectKind === DisclosureSubject.ACCESS_RECORD ? subject : null,
        caseNumber,
      }),
    );
  }

  begin(
    { idempotencyKey, ...input }: DelayDisclosureInput & { idempotencyKey: string },
    actor: Actor,
    decide: () => Omit<DisclosureDelay, "id">,
  ): Promise<DisclosureDelay> {
    const request = {
      ...actor,
      mutation: "delayDisclosure",
      idempotencyKey,
      input,
      answer: DisclosureDelay,
    };
    return once(this.#database, request, async (transaction) => {
      const delay = Object.assign(new DisclosureDelay(), decide(), { id: randomUUID() });
      await refuseOverlap(delay, () => transaction.insert(DisclosureDelay, delay));
      // The log is read by every service: neither subject nor reason is in it.
      await record(transaction, actor, {
        subject: delay.id,
        kind: "DISCLOSURE_DELAYED",
        payload: { delay: delay.id, until: delay.until },
      });
      return delay;
    });
  }

  extend(
    { id, idempotencyKey, ...input }: Step & { until: string; reason: string },
    actor: Actor,
    decide: (
      delay: DisclosureDelay,
    ) => Move<DisclosureDelay> & { readonly extension: Pick<DisclosureExtension, "reason" | "until"> },
  ): Promise<DisclosureDelay> {
    const request = {
      ...actor,
      mutation: "extendDisclosureDelay",
      idempotencyKey,
      input: { id, ...input },
      answer: DisclosureDelay,
    };
    return once(this.#database, request, async (transaction) => {
      const delay = await this.#find(transaction, id);
      const { extension, ...move } = decide(delay);
      const extended = await apply(transaction, DisclosureDelay, delay, id, move, actor);
      const { districtCode } = delay;
      const earlier = await transaction.countBy(DisclosureExtension, { districtCode, delayId: id });
      await transaction.insert(DisclosureExtension, {
        ...extension,
        districtCode,
        delayId: id,
        turn: earlier + 1,
        extendedAt: actor.at,
      });
      return extended;
    });
  }

  end(
    { id, idempotencyKey, reason }: Step & { reason: string },
    actor: Actor,
    decide: (delay: DisclosureDelay) => Move<DisclosureDelay>,
  ): Promise<DisclosureDelay> {
    const request = {
      ...actor,
      mutation: "endDisclosureDelay",
      idempotencyKey,
      input: { id, reason },
      answer: DisclosureDelay,
    };
    return once(this.#database, request, async (transaction) => {
      const delay = await this.#find(transaction, id);
      return apply(transaction, DisclosureDelay, delay, id, decide(delay), actor);
    });
  }

  async #find(transaction: EntityManager, id: string): Promise<DisclosureDelay> {
    const delay = uuid.test(id)
      ? await this.#visible(transaction.createQueryBuilder(DisclosureDelay, "delay"))
          .andWhere({ id })
          .getOne()
      : null;
    if (delay) return delay;
    throw refuseShared("NOT_FOUND", { kind: "disclosure delay", kindZh: "延迟告知", id: id.slice(0, 40) });
  }

  #visible(
    query: SelectQueryBuilder<DisclosureDelay> = this.#database.createQueryBuilder(DisclosureDelay, "delay"),
  ): SelectQueryBuilder<DisclosureDelay> {
    const principal = this.#principal;
    if (!principal || !isChiefOfDistrict(principal)) return query.where("false");
    return query.where("delay.districtCode = :district", { district: principal.division });
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The database's exclusion is the rule of one delay at a time; this is its voice. */
async function refuseOverlap({ subject }: DisclosureDelay, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.code === "23P01") {
      throw refuse("DISCLOSURE_DELAY_OVERLAPS", { subject });
    }
    throw error;
  }
}
