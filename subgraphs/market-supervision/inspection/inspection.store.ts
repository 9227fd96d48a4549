import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { reachOf } from "../../shared/reach.ts";
import { rowsOf } from "../../shared/rows.ts";
import { onlyReached, owner } from "../visibility.ts";
import { Inspection } from "./inspection.ts";

const latestFirst: Order<Inspection> = {
  name: "inspection:latest",
  direction: "DESC",
  columns: ["inspectedOn", "number"],
};

/** Every query on inspections, restricted to the rows the principal reaches. */
export class InspectionStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;
  readonly #columns: ColumnsRead | undefined;

  constructor(manager: EntityManager, principal: Principal | null, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#principal = principal;
    this.#columns = columns;
  }

  byNumbers(numbers: readonly string[]): Promise<Inspection[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return rowsOf(
      this.#visible().andWhere({ districtCode: In(districts), number: In([...numbers]) }),
      this.#columns,
    );
  }

  ofBusinesses(creditCodes: readonly string[], args: PageArgs): Promise<Map<string, Page<Inspection>>> {
    const query = this.#visible().andWhere("inspection.creditCode = parent.key");
    return pageEach(creditCodes, query, latestFirst, args, this.#columns);
  }

  #visible(): SelectQueryBuilder<Inspection> {
    const query = this.#manager.createQueryBuilder(Inspection, "inspection");
    return onlyReached(query, reachOf(this.#principal, owner, "Inspection"), {
      division: "inspection.divisionCode",
      grid: "inspection.gridCode",
      business: "inspection.creditCode",
      ticket: "inspection.ticketNumber",
    });
  }
}
