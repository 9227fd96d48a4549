import type { EntityManager } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Building } from "./building.ts";

const byCode: Order<Building> = { name: "building:code", direction: "ASC", columns: ["code"] };
const byCommunity: Order<Building> = {
  name: "building:community",
  direction: "ASC",
  columns: ["communityCode", "code"],
};

const byCodes = lookUp(Building, "building", (query) => query.where("building.code = ANY(:codes)"));

/** Every query on the buildings. They are public: no principal restricts them. */
export class BuildingStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Building[]> {
    return byCodes(this.#from, { codes });
  }

  ofGrids(grids: readonly string[], args: PageArgs): Promise<Map<string, Page<Building>>> {
    const query = this.#manager
      .createQueryBuilder(Building, "building")
      .where("building.gridCode = parent.key");
    return pageEach(grids, query, byCode, args, this.#from.columns);
  }

  ofEstates(estates: readonly string[], args: PageArgs): Promise<Map<string, Page<Building>>> {
    const query = this.#manager
      .createQueryBuilder(Building, "building")
      .where("building.estateCode = parent.key");
    return pageEach(estates, query, byCode, args, this.#from.columns);
  }

  /** Buildings in no grid. */
  uncovered(division: string, args: PageArgs): Promise<Page<Building>> {
    const query = this.#manager
      .createQueryBuilder(Building, "building")
      .where("building.gridCode IS NULL")
      .andWhere("building.communityCode LIKE :within", { within: `${division}%` });
    return page(query, byCommunity, args, this.#from.columns);
  }
}
