import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import {
  countedPage,
  countedPageEach,
  type Order,
  type Page,
  type PageArgs,
} from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { refuse } from "../evaluation.errors.ts";
import { onlyVisible } from "../visibility.ts";
import { type Accusation, enter, outline } from "./negative-list.lifecycle.ts";
import { NegativeListEntry, Offence } from "./negative-list-entry.ts";
import type { NegativeListFilter } from "./negative-list-filter.ts";
import { statementWorkingDays } from "./negative-list-rule.store.ts";

const newestFirst: Order<NegativeListEntry> = {
  name: "negative-list:newest",
  direction: "DESC",
  columns: ["proposedAt", "number"],
};

/** Which row an accusation would repeat: one unit, one whistle or ticket, one offence. */
const sameCase = ({ offence, respondent, whistle, ticket, division }: Accusation) => ({
  districtCode: districtOf(division),
  respondentUnitCode: respondent,
  offence,
  ...(offence === Offence.FAILURE_TO_WHISTLE
    ? { ticketNumber: ticket ?? "" }
    : { whistleNumber: whistle ?? "" }),
});

/** Enters an accusation and tells the feed, unless the unit is on the list for the same already: then that entry. */
export async function enterOnce(
  transaction: EntityManager,
  accusation: Accusation,
  actor: Actor,
): Promise<{ entry: NegativeListEntry; isNew: boolean }> {
  const key = sameCase(accusation);
  // Two who propose the same at once: the second finds the first one's entry.
  await transaction.query("SELECT pg_advisory_xact_lock(hashtext('negative-list:' || $1))", [
    JSON.stringify(key),
  ]);
  const known = await transaction.findOneBy(NegativeListEntry, key);
  if (known) return { entry: known, isNew: false };
  const entry = enter(
    accusation,
    {
      number: await nextNumber(transaction, key.districtCode, "NEGATIVE_LIST_ENTRY", actor.at),
      statementWorkingDays: await statementWorkingDays(transaction, key.districtCode, actor.at),
    },
    actor,
  );
  await transaction.insert(NegativeListEntry, entry);
  await record(transaction, actor, {
    subject: entry.number,
    kind: "NEGATIVE_LIST_PROPOSED",
    payload: outline(entry),
  });
  return { entry, isNew: true };
}

// Other parameter names than those by which the principal is restricted: both apply.
const placeFilter = "(entry.divisionCode >= :place AND entry.divisionCode < :placeEnd)";

/** Every query on the negative list, restricted to the rows the principal may see. */
export class NegativeListStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<NegativeListEntry[]> {
    return this.#visible()
      .andWhere({ districtCode: In([...new Set(numbers.map(districtOf))]), number: In([...numbers]) })
      .getMany();
  }

  search({ respondent, whistle, division, ...exactly }: NegativeListFilter, args: PageArgs) {
    const query = this.#visible();
    if (division) query.andWhere(placeFilter, { place: division, placeEnd: `${division}:` });
    const columns = { respondentUnitCode: respondent, whistleNumber: whistle, ...exactly };
    for (const [column, value] of Object.entries(columns)) {
      if (value !== undefined && value !== null)
        query.andWhere(`entry.${column} = :${column}`, { [column]: value });
    }
    return countedPage(query, newestFirst, args);
  }

  ofUnits(units: readonly string[], args: PageArgs): Promise<Map<string, Page<NegativeListEntry>>> {
    return countedPageEach(
      units,
      this.#visible().andWhere("entry.respondentUnitCode = parent.key"),
      newestFirst,
      args,
    );
  }

  /** Enters a person's accusation, once per key; refused when the unit is on the list for the same. */
  propose(
    { idempotencyKey, ...input }: { idempotencyKey: string },
    actor: Actor,
    decide: () => Accusation,
  ): Promise<NegativeListEntry> {
    const mutation = "proposeNegativeListEntry";
    const request = { ...actor, mutation, idempotencyKey, input, answer: NegativeListEntry };
    return once(this.#database, request, async (transaction) => {
      const { entry, isNew } = await enterOnce(transaction, decide(), actor);
      if (isNew) return entry;
      const { number, respondentUnitCode: unit, offence } = entry;
      throw refuse("NEGATIVE_ENTRY_EXISTS", { number, unit, offence });
    });
  }

  /** Carries out what the lifecycle decides about one entry, once per key. */
  change(
    mutation: string,
    { number, idempotencyKey, ...input }: { number: string; idempotencyKey: string },
    actor: Actor,
    decide: (entry: NegativeListEntry) => Move<NegativeListEntry>,
  ): Promise<NegativeListEntry> {
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { number, ...input },
      answer: NegativeListEntry,
    };
    return once(this.#database, request, async (transaction) => {
      const entry = await this.#visible(transaction)
        .andWhere({ districtCode: districtOf(number), number })
        .getOne();
      if (!entry)
        throw refuseShared("NOT_FOUND", { kind: "negative-list entry", kindZh: "负面清单条目", id: number });
      return apply(transaction, NegativeListEntry, entry, number, decide(entry), actor);
    });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<NegativeListEntry> {
    return onlyVisible(manager.createQueryBuilder(NegativeListEntry, "entry"), this.#principal, {
      district: "entry.districtCode",
      division: "entry.divisionCode",
      units: ["entry.respondentUnitCode", "entry.proposerUnitCode"],
    });
  }
}
