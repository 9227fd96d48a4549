import type { StreetOrderStandard } from "../../../../subgraphs/city-management/street-order-standard/street-order-standard.ts";
import { departmentCode } from "../departments.ts";
import type { Frame } from "../frame.ts";
import { subjects } from "./subjects.ts";

/** What cases of a sub-class are held to in a district (立案结案标准). A sample. */
export type StreetOrderStandardRow = Omit<StreetOrderStandard, "kind" | "limitUnit"> & {
  readonly kind: `${StreetOrderStandard["kind"]}`;
  readonly limitUnit: `${StreetOrderStandard["limitUnit"]}`;
};

/** In force before the first case that is told. */
const VALID_FROM = "2019-01-01";

export function* streetOrderStandards({ scale }: Frame): Iterable<StreetOrderStandardRow> {
  for (const districtCode of new Set(scale.streets.map((street) => street.districtCode))) {
    for (const { kind, code, department, registrationCondition, limit, closingCondition } of subjects) {
      const [limitAmount, limitUnit] = limit;
      yield {
        districtCode,
        kind,
        subclassCode: code,
        validFrom: VALID_FROM,
        registrationCondition,
        limitAmount,
        limitUnit,
        closingCondition,
        responsibleUnitCode: departmentCode(districtCode, department),
        sample: true,
      };
    }
  }
}
