import type { EntityManager, SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { type Reach, reachOf } from "../../shared/reach.ts";
import { owner, reached } from "../visibility.ts";
import { Penalty } from "./penalty.ts";

const latestFirst: Order<Penalty> = {
  name: "penalty:latest",
  direction: "DESC",
  columns: ["decidedOn", "number"],
};

function visible(query: SelectQueryBuilder<Penalty>, reach: Reach): SelectQueryBuilder<Penalty> {
  const { where, parameters } = reached(reach, {
    division: "penalty.divisionCode",
    grid: "penalty.gridCode",
    business: "penalty.creditCode",
  });
  return query.where(
    `((penalty.publishedFrom <= :today AND penalty.publishedUntil > :today) OR ${where})`,
    parameters,
  );
}

const byNumbers = lookUp(Penalty, "penalty", (query, reach: Reach) =>
  visible(query, reach).andWhere("penalty.districtCode = ANY(:districts) AND penalty.number = ANY(:numbers)"),
);

const ofBusinesses = lookUpPageEach(Penalty, "penalty", latestFirst, (query, reach: Reach) =>
  visible(query, reach).andWhere("penalty.creditCode = parent.key"),
);

/** Every query on penalties: what is published is open to anybody, the rest to those who reach the row. */
export class PenaltyStore {
  readonly #reach: Reach;
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, principal: Principal | null, today: Day, columns?: ColumnsRead) {
    this.#reach = reachOf(principal, owner, "Penalty");
    this.#today = today;
    this.#from = { manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Penalty[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return byNumbers(this.#from, { districts, numbers, today: this.#today }, this.#reach);
  }

  ofBusinesses(creditCodes: readonly string[], args: PageArgs): Promise<Map<string, Page<Penalty>>> {
    return ofBusinesses(this.#from, creditCodes, args, { today: this.#today }, this.#reach);
  }
}
