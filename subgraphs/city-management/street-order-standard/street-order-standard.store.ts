import type { EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { StreetOrderStandard } from "./street-order-standard.ts";

const inForce = `street_order_standard.validFrom = (
  SELECT max(later.valid_from) FROM street_order_standard AS later
  WHERE later.district_code = street_order_standard.districtCode AND later.kind = street_order_standard.kind
    AND later.subclass_code = street_order_standard.subclassCode AND later.valid_from <= :on)`;

const ofDistricts = lookUp(StreetOrderStandard, "street_order_standard", (query) =>
  query
    .where("street_order_standard.districtCode = ANY(:districts)")
    .andWhere(inForce)
    .orderBy("street_order_standard.kind")
    .addOrderBy("street_order_standard.subclassCode"),
);

/** Every query on the case standards. They are published: no principal restricts them. */
export class StreetOrderStandardStore {
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#from = { manager, columns };
  }

  /** Those in force on a day, some dozens a district, by sub-class. */
  ofDistricts(districts: readonly string[], on: Day): Promise<StreetOrderStandard[]> {
    return ofDistricts(this.#from, { districts, on });
  }
}

/** The standard of a sub-class in force on a day; null while the district has published none. */
export const standardOn = (
  transaction: EntityManager,
  of: Pick<StreetOrderStandard, "districtCode" | "kind" | "subclassCode">,
  on: Day,
): Promise<StreetOrderStandard | null> =>
  transaction
    .createQueryBuilder(StreetOrderStandard, "street_order_standard")
    .where("street_order_standard.districtCode = :districtCode", of)
    .andWhere("street_order_standard.kind = :kind", of)
    .andWhere("street_order_standard.subclassCode = :subclassCode", of)
    .andWhere(inForce, { on })
    .getOne();
