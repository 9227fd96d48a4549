import type { EntityManager } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Estate } from "./estate.ts";

const byCode: Order<Estate> = { name: "estate:code", direction: "ASC", columns: ["code"] };

const byCodes = lookUp(Estate, "estate", (query) => query.where("estate.code = ANY(:codes)"));

/** Every query on the estates. They are public: no principal restricts them. */
export class EstateStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Estate[]> {
    return byCodes(this.#from, { codes });
  }

  /** By part of a name, the estate's own or another, inside one division. */
  within(division: string, name: string | undefined, args: PageArgs): Promise<Page<Estate>> {
    const query = this.#manager
      .createQueryBuilder(Estate, "estate")
      .where("estate.code LIKE :within", { within: `${division}%` });
    if (name) {
      query.andWhere(
        `(strpos(estate.name, :name) > 0 OR EXISTS (
          SELECT FROM place_alias WHERE place_alias.estate_code = estate.code
            AND strpos(place_alias.name, :name) > 0))`,
        { name },
      );
    }
    return page(query, byCode, args, this.#from.columns);
  }

  ofDivisions(divisions: readonly string[], args: PageArgs): Promise<Map<string, Page<Estate>>> {
    const query = this.#manager
      .createQueryBuilder(Estate, "estate")
      .where("estate.code >= parent.key AND estate.code < parent.key || ':'");
    return pageEach(divisions, query, byCode, args, this.#from.columns);
  }

  /** Which grids the estates' buildings lie in. */
  gridCodes(
    estates: readonly string[],
  ): Promise<{ readonly estateCode: string; readonly gridCode: string }[]> {
    return this.#manager.query(
      `SELECT DISTINCT estate_code AS "estateCode", grid_code AS "gridCode" FROM building
       WHERE estate_code = ANY($1) AND grid_code IS NOT NULL ORDER BY 1, 2`,
      [estates],
    );
  }
}
