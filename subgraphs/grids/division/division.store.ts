import type { EntityManager } from "typeorm";
import { In } from "typeorm";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { Division } from "./division.ts";

const byCode: Order<Division> = { name: "division:code", direction: "ASC", columns: ["code"] };

/** Every query on the divisions. They are public: no principal restricts them. */
export class DivisionStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  byCodes(codes: readonly string[]): Promise<Division[]> {
    return this.#manager.findBy(Division, { code: In([...codes]) });
  }

  /** Divisions whose name contains `name`, within the division `within`: a name alone never identifies a place. */
  search(within: string, name: string | undefined, args: PageArgs): Promise<Page<Division>> {
    const query = this.#manager
      .createQueryBuilder(Division, "division")
      .where("division.code LIKE :within", { within: `${within}%` });
    if (name) query.andWhere("strpos(division.name, :name) > 0", { name });
    return page(query, byCode, args);
  }

  childrenOf(parents: readonly string[], args: PageArgs): Promise<Map<string, Page<Division>>> {
    const query = this.#manager
      .createQueryBuilder(Division, "division")
      .where("division.parentCode = parent.key");
    return pageEach(parents, query, byCode, args);
  }
}
