import type { EntityManager, SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { type Reach, reachOf } from "../../shared/reach.ts";
import { onlyReached, owner } from "../visibility.ts";
import { Inspection } from "./inspection.ts";

const latestFirst: Order<Inspection> = {
  name: "inspection:latest",
  direction: "DESC",
  columns: ["inspectedOn", "number"],
};

const visible = (query: SelectQueryBuilder<Inspection>, reach: Reach): SelectQueryBuilder<Inspection> =>
  onlyReached(query, reach, {
    division: "inspection.divisionCode",
    grid: "inspection.gridCode",
    business: "inspection.creditCode",
    ticket: "inspection.ticketNumber",
  });

const byNumbers = lookUp(Inspection, "inspection", (query, reach: Reach) =>
  visible(query, reach).andWhere(
    "inspection.districtCode = ANY(:districts) AND inspection.number = ANY(:numbers)",
  ),
);

const ofBusinesses = lookUpPageEach(Inspection, "inspection", latestFirst, (query, reach: Reach) =>
  visible(query, reach).andWhere("inspection.creditCode = parent.key"),
);

/** Every query on inspections, restricted to the rows the principal reaches. */
export class InspectionStore {
  readonly #reach: Reach;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, principal: Principal | null, columns?: ColumnsRead) {
    this.#reach = reachOf(principal, owner, "Inspection");
    this.#from = { manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Inspection[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return byNumbers(this.#from, { districts, numbers }, this.#reach);
  }

  ofBusinesses(creditCodes: readonly string[], args: PageArgs): Promise<Map<string, Page<Inspection>>> {
    return ofBusinesses(this.#from, creditCodes, args, {}, this.#reach);
  }
}
