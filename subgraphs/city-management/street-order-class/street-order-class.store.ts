import type { EntityManager } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { StreetOrderClass, type StreetOrderKind } from "./street-order-class.ts";
import { StreetOrderSubclass } from "./street-order-subclass.ts";

const classesByKeys = lookUp(StreetOrderClass, "street_order_class", (query) =>
  query.where("street_order_class.kind || ':' || street_order_class.code = ANY(:keys)"),
);

const subclassesByKeys = lookUp(StreetOrderSubclass, "street_order_subclass", (query) =>
  query.where("street_order_subclass.kind || ':' || street_order_subclass.code = ANY(:keys)"),
);

const subclassesOfClasses = lookUp(StreetOrderSubclass, "street_order_subclass", (query) =>
  query
    .where("street_order_subclass.kind || ':' || left(street_order_subclass.code, 2) = ANY(:keys)")
    .orderBy("street_order_subclass.code"),
);

/** Every query on the catalogue of classes. It is public and a few dozen rows long: no principal restricts it. */
export class StreetOrderClassStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  /** Components' first. */
  all(kind: StreetOrderKind | undefined): Promise<StreetOrderClass[]> {
    return this.#manager.find(StreetOrderClass, {
      ...(kind && { where: { kind } }),
      order: { kind: "ASC", code: "ASC" },
    });
  }

  classesByKeys(keys: readonly string[]): Promise<StreetOrderClass[]> {
    return classesByKeys(this.#from, { keys });
  }

  subclassesByKeys(keys: readonly string[]): Promise<StreetOrderSubclass[]> {
    return subclassesByKeys(this.#from, { keys });
  }

  subclassesOfClasses(keys: readonly string[]): Promise<StreetOrderSubclass[]> {
    return subclassesOfClasses(this.#from, { keys });
  }
}
