import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { reachOf } from "../../shared/reach.ts";
import { rowsOf } from "../../shared/rows.ts";
import { owner, reached } from "../visibility.ts";
import { Penalty } from "./penalty.ts";

const latestFirst: Order<Penalty> = {
  name: "penalty:latest",
  direction: "DESC",
  columns: ["decidedOn", "number"],
};

/** Every query on penalties: what is published is open to anybody, the rest to those who reach the row. */
export class PenaltyStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;
  readonly #today: Day;
  readonly #columns: ColumnsRead | undefined;

  constructor(manager: EntityManager, principal: Principal | null, today: Day, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#principal = principal;
    this.#today = today;
    this.#columns = columns;
  }

  byNumbers(numbers: readonly string[]): Promise<Penalty[]> {
    const districts = [...new Set(numbers.map(districtOf))];
    return rowsOf(
      this.#visible().andWhere({ districtCode: In(districts), number: In([...numbers]) }),
      this.#columns,
    );
  }

  ofBusinesses(creditCodes: readonly string[], args: PageArgs): Promise<Map<string, Page<Penalty>>> {
    const query = this.#visible().andWhere("penalty.creditCode = parent.key");
    return pageEach(creditCodes, query, latestFirst, args, this.#columns);
  }

  #visible(): SelectQueryBuilder<Penalty> {
    const { where, parameters } = reached(reachOf(this.#principal, owner, "Penalty"), {
      division: "penalty.divisionCode",
      grid: "penalty.gridCode",
      business: "penalty.creditCode",
    });
    return this.#manager
      .createQueryBuilder(Penalty, "penalty")
      .where(`((penalty.publishedFrom <= :today AND penalty.publishedUntil > :today) OR ${where})`, {
        ...parameters,
        today: this.#today,
      });
  }
}
