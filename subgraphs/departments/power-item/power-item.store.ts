import type { EntityManager, SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { PowerItem } from "./power-item.ts";
import type { PowerItemFilter } from "./power-item-filter.ts";

const byCode: Order<PowerItem> = { name: "power-item:code", direction: "ASC", columns: ["code"] };

const isOfficial = (principal: Principal | null): boolean =>
  principal !== null && principal.post !== Post.RESIDENT;

const visible = (query: SelectQueryBuilder<PowerItem>, official: boolean): SelectQueryBuilder<PowerItem> =>
  query.where(official ? "true" : "item.published");

const byCodes = lookUp(PowerItem, "item", (query, official: boolean) =>
  visible(query, official).andWhere("item.code = ANY(:codes)"),
);

/** Every query on power items. What was ever published is public; the rest is for those who work in government. */
export class PowerItemStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, principal: Principal | null, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#principal = principal;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<PowerItem[]> {
    return byCodes(this.#from, { codes }, isOfficial(this.#principal));
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
    return page(query, byCode, args, this.#from.columns);
  }

  #visible(): SelectQueryBuilder<PowerItem> {
    return visible(this.#manager.createQueryBuilder(PowerItem, "item"), isOfficial(this.#principal));
  }
}
