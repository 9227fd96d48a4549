import { type EntityManager, In } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Unit } from "./unit.ts";
import type { UnitFilter } from "./unit-filter.ts";

const byCode: Order<Unit> = { name: "unit:code", direction: "ASC", columns: ["code"] };

const nameOfUnit = "(unit.name || ' ' || coalesce(unit.second_name, ''))";

const byCodes = lookUp(Unit, "unit", (query) => query.where("unit.code = ANY(:codes)"));

/** Every query on the units. They are public: no principal restricts them. */
export class UnitStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Unit[]> {
    return byCodes(this.#from, { codes });
  }

  childrenOf(parents: readonly string[]): Promise<Unit[]> {
    return this.#manager.find(Unit, { where: { parentCode: In([...parents]) }, order: { code: "ASC" } });
  }

  /** From the top of the tree down to the unit itself; empty when there is no such unit. */
  async pathTo(code: string): Promise<Unit[]> {
    const rows: { code: string }[] = await this.#manager.query(
      `WITH RECURSIVE path AS (
         SELECT code, parent_code, 0 AS height FROM unit WHERE code = $1
         UNION ALL
         SELECT unit.code, unit.parent_code, height + 1 FROM unit JOIN path ON unit.code = path.parent_code
       ) SELECT code FROM path ORDER BY height DESC`,
      [code],
    );
    const units = new Map((await this.byCodes(rows.map((row) => row.code))).map((unit) => [unit.code, unit]));
    return rows.flatMap((row) => units.get(row.code) ?? []);
  }

  search(filter: UnitFilter, on: Day, args: PageArgs): Promise<Page<Unit>> {
    const query = this.#manager
      .createQueryBuilder(Unit, "unit")
      .where("daterange(unit.validFrom, unit.validUntil) @> cast(:on AS date)", { on: filter.on ?? on });
    const { district, kind, level, parent, division, government, search } = filter;
    if (district) query.andWhere({ districtCode: district });
    if (kind) query.andWhere({ kind });
    if (level) query.andWhere({ level });
    if (parent) query.andWhere({ parentCode: parent });
    if (division) query.andWhere({ divisionCode: division });
    if (government !== undefined) query.andWhere({ government });
    if (search) {
      query.andWhere(`bigrams(${nameOfUnit}) @> bigrams(:search) AND strpos(${nameOfUnit}, :search) > 0`, {
        search,
      });
    }
    return page(query, byCode, args, this.#from.columns);
  }
}
