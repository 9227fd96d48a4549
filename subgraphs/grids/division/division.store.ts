import type { EntityManager } from "typeorm";
import type { DivisionLevel } from "../../shared/codes.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Division } from "./division.ts";
import { divisionPath } from "./division-path.ts";

const byCode: Order<Division> = { name: "division:code", direction: "ASC", columns: ["code"] };

export interface DivisionSearch {
  readonly within: string;
  readonly name?: string;
  readonly level?: DivisionLevel;
}

const byCodes = lookUp(Division, "division", (query) => query.where("division.code = ANY(:codes)"));

/** Every query on the divisions. They are public: no principal restricts them. */
export class DivisionStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  /** With all they lie in. */
  withPaths(codes: readonly string[]): Promise<Division[]> {
    return byCodes(this.#from, { codes: [...new Set(codes.flatMap(divisionPath))] });
  }

  /** By part of a name, official or other, inside one division: a name alone never identifies a place. */
  search({ within, name, level }: DivisionSearch, args: PageArgs): Promise<Page<Division>> {
    const query = this.#manager
      .createQueryBuilder(Division, "division")
      .where("division.code LIKE :within", { within: `${within}%` });
    if (level) query.andWhere({ level });
    if (name) {
      query.andWhere(
        `(strpos(division.name, :name) > 0 OR EXISTS (
          SELECT FROM place_alias WHERE place_alias.division_code = division.code
            AND strpos(place_alias.name, :name) > 0))`,
        { name },
      );
    }
    return page(query, byCode, args, this.#from.columns);
  }

  childrenOf(parents: readonly string[], args: PageArgs): Promise<Map<string, Page<Division>>> {
    const query = this.#manager
      .createQueryBuilder(Division, "division")
      .where("division.parentCode = parent.key");
    return pageEach(parents, query, byCode, args, this.#from.columns);
  }
}
