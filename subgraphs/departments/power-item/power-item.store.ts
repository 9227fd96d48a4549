import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { PowerItem } from "./power-item.ts";
import type { PowerItemFilter } from "./power-item-filter.ts";

const byCode: Order<PowerItem> = { name: "power-item:code", direction: "ASC", columns: ["code"] };

/** Every query on power items. What was ever published is public; the rest is for those who work in government. */
export class PowerItemStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;

  constructor(manager: EntityManager, principal: Principal | null) {
    this.#manager = manager;
    this.#principal = principal;
  }

  byCodes(codes: readonly string[]): Promise<PowerItem[]> {
    return this.#visible()
      .andWhere({ code: In([...codes]) })
      .getMany();
  }

  search(
    { district, kind, body, handlingUnit, matter, search }: PowerItemFilter,
    args: PageArgs,
  ): Promise<Page<PowerItem>> {
    const query = this.#visible();
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

  #visible(): SelectQueryBuilder<PowerItem> {
    const query = this.#manager.createQueryBuilder(PowerItem, "item");
    const official = this.#principal !== null && this.#principal.post !== Post.RESIDENT;
    return query.where(official ? "true" : "item.published");
  }
}
