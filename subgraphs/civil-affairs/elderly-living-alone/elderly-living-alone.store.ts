import type { DataSource, SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { communityOfGrid } from "../../shared/codes.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page } from "../../shared/connection.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Reach } from "../../shared/reach.ts";
import { onlyReached } from "../visibility.ts";
import { ElderlyLivingAlone } from "./elderly-living-alone.ts";
import type { ElderlyListArgs, ElderlyLivingAloneInput } from "./elderly-living-alone-input.ts";

const byResident: Order<ElderlyLivingAlone> = {
  name: "elderly-living-alone:resident",
  direction: "ASC",
  columns: ["districtCode", "residentId"],
};

/** What is out of date is not known any more: it waits for its deletion, unseen. */
const reachedAndValid = (
  query: SelectQueryBuilder<ElderlyLivingAlone>,
  reach: Reach,
): SelectQueryBuilder<ElderlyLivingAlone> =>
  onlyReached(query, reach).andWhere("elderly.validUntil >= :today");

const ofResidents = lookUp(ElderlyLivingAlone, "elderly", (query, reach: Reach) =>
  reachedAndValid(query, reach).andWhere(
    "elderly.districtCode = ANY(:districts) AND elderly.residentId = ANY(:residents)",
  ),
);

interface ElderlyOfGrids extends Pick<ElderlyListArgs, "usesSmartphone" | "ageGroups"> {
  readonly reach: Reach;
}

const ofGrids = lookUpPageEach(
  ElderlyLivingAlone,
  "elderly",
  byResident,
  (query, { reach, usesSmartphone, ageGroups }: ElderlyOfGrids) => {
    reachedAndValid(query, reach).andWhere(
      "elderly.districtCode = left(parent.key, 6) AND elderly.placeCode = parent.key",
    );
    if (usesSmartphone !== undefined) query.andWhere({ usesSmartphone });
    if (ageGroups) query.andWhere("elderly.ageGroup = ANY(:ageGroups)", { ageGroups });
    return query;
  },
);

/** Every query on the elderly who live alone, restricted to what the principal reaches. */
export class ElderlyLivingAloneStore {
  readonly #database: DataSource;
  readonly #reach: Reach;
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, reach: Reach, today: Day, columns?: ColumnsRead) {
    this.#database = database;
    this.#reach = reach;
    this.#today = today;
    this.#from = { manager: database.manager, columns };
  }

  ofResidents(residents: readonly string[]): Promise<ElderlyLivingAlone[]> {
    const districts = [...new Set(residents.map(districtOf))];
    return ofResidents(this.#from, { districts, residents, today: this.#today }, this.#reach);
  }

  ofGrids(
    grids: readonly string[],
    { usesSmartphone, ageGroups, ...args }: ElderlyListArgs,
  ): Promise<Map<string, Page<ElderlyLivingAlone>>> {
    const sight = { reach: this.#reach, usesSmartphone, ageGroups };
    return ofGrids(this.#from, grids, args, { today: this.#today }, sight);
  }

  /** Puts a record in the place of the earlier one, whoever made that: a person who moved has moved. */
  record(
    { idempotencyKey, ...input }: ElderlyLivingAloneInput & { idempotencyKey: string },
    actor: Actor,
    decide: (earlier: ElderlyLivingAlone | null) => ElderlyLivingAlone,
  ): Promise<ElderlyLivingAlone> {
    const mutation = "recordElderlyLivingAlone";
    const request = { ...actor, mutation, idempotencyKey, input, answer: ElderlyLivingAlone };
    return once(this.#database, request, async (transaction) => {
      const key = { districtCode: districtOf(input.resident), residentId: input.resident };
      const earlier = await transaction.findOneBy(ElderlyLivingAlone, key);
      const elderly = Object.assign(new ElderlyLivingAlone(), decide(earlier));
      await transaction.upsert(ElderlyLivingAlone, elderly, ["districtCode", "residentId"]);
      const community = communityOfGrid(elderly.placeCode);
      await record(transaction, actor, {
        subject: community,
        kind: "ELDERLY_LIVING_ALONE_RECORDED",
        payload: { community, renewed: earlier !== null },
      });
      return elderly;
    });
  }
}
