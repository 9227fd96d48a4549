import { type EntityManager, In } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { PowerItem } from "./power-item.ts";
import type { PowerItemFilter } from "./power-item-filter.ts";

const byCode: Order<PowerItem> = { name: "power-item:code", direction: "ASC", columns: ["code"] };

/** Every query on power items. They are public: no principal restricts them. */
export class PowerItemStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  byCodes(codes: readonly string[]): Promise<PowerItem[]> {
    return this.#manager.findBy(PowerItem, { code: In([...codes]) });
  }

  search(
    { district, kind, body, handlingUnit, matter, search }: PowerItemFilter,
    args: PageArgs,
  ): Promise<Page<PowerItem>> {
    const query = this.#manager.createQueryBuilder(PowerItem, "item").where("true");
    if (district) query.andWhere("item.code LIKE :area", { area: `${district}%` });
    if (kind) query.andWhere({ kind });
    if (body) query.andWhere({ bodyUnitCode: body });
    if (handlingUnit) query.andWhere({ handlingUnitCode: handlingUnit });
    if (matter) {
      query.andWhere("item.code IN (SELECT item_code FROM dispatch_rule WHERE matter_code = :matter)", {
        matter,
      });
    }
    if (search) {
      query.andWhere("bigrams(item.name) @> bigrams(:search) AND strpos(item.name, :search) > 0", { search });
    }
    return page(query, byCode, args);
  }
}
