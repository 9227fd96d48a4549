import type { EntityManager } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf } from "../../shared/principal.ts";
import { Component } from "./component.ts";
import type { ComponentFilter } from "./component-filter.ts";

const byCode: Order<Component> = { name: "component:code", direction: "ASC", columns: ["code"] };

const byCodes = lookUp(Component, "component", (query) =>
  query.where("component.districtCode = ANY(:districts)").andWhere("component.code = ANY(:codes)"),
);

/** Every query on the components. They are street furniture and public: no principal restricts them. */
export class ComponentStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Component[]> {
    return byCodes(this.#from, { districts: [...new Set(codes.map(districtOf))], codes });
  }

  search(filter: ComponentFilter, args: PageArgs): Promise<Page<Component>> {
    const { within, streetOrderClass, subclass, state, responsibleUnit } = filter;
    const query = this.#manager.createQueryBuilder(Component, "component").where("true");
    if (within) {
      query.andWhere("component.gridCode >= :within AND component.gridCode < :withinEnd", {
        within,
        withinEnd: `${within}:`,
      });
    }
    if (streetOrderClass)
      query.andWhere("left(component.subclassCode, 2) = :streetOrderClass", { streetOrderClass });
    if (subclass) query.andWhere({ subclassCode: subclass });
    if (state) query.andWhere({ state });
    if (responsibleUnit) query.andWhere({ responsibleUnitCode: responsibleUnit });
    return page(query, byCode, args, this.#from.columns);
  }

  ofGrids(grids: readonly string[], args: PageArgs): Promise<Map<string, Page<Component>>> {
    const query = this.#manager
      .createQueryBuilder(Component, "component")
      .where("component.gridCode = parent.key");
    return pageEach(grids, query, byCode, args, this.#from.columns);
  }
}

export const findComponent = (transaction: EntityManager, code: string): Promise<Component | null> =>
  transaction.findOneBy(Component, { districtCode: districtOf(code), code });
