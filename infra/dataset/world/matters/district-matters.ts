import type { Day } from "../../../../subgraphs/shared/calendar.ts";
import { departmentCode, departmentsIn } from "../departments.ts";
import { districtByCode } from "../districts.ts";
import type { Frame } from "../frame.ts";
import { batchDays, departmentItem } from "../lists/sample-items.ts";
import { dayText } from "../office-clock.ts";
import { matterClasses, matters } from "./catalogue.ts";
import type { Matter } from "./matter.ts";

/** A row of a district's catalogue of matters (诉求事项): a class, or a matter under it by the beginning of its code. */
export interface MatterRow {
  /** `430105-04` a class, `430105-0401` a matter. */
  readonly code: string;
  /** 样例: our own. */
  readonly name: string;
  readonly keywords: readonly string[];
}

/** A version of the dispatch catalogue (派单目录). */
export interface DispatchCatalogueRow {
  readonly districtCode: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly arbiterUnitCode: string;
}

/** Which unit takes a matter, within a division. */
export interface DispatchRuleRow {
  readonly districtCode: string;
  readonly catalogueVersion: number;
  readonly matterCode: string;
  readonly unitCode: string;
  readonly divisionCode: string;
  readonly itemCode: string | null;
}

/** Which of several units that claim a matter leads (PG-4). */
export interface OverlapRuleRow {
  readonly districtCode: string;
  readonly catalogueVersion: number;
  readonly matterCode: string;
  readonly divisionCode: string;
  readonly unitCode: string;
  readonly document: string;
}

export const matterCode = (districtCode: string, { code }: { readonly code: string }): string =>
  `${districtCode}-${code}`;

/** The matters that can come up in a district: no heating where the law has none. */
export function mattersIn(districtCode: string): Matter[] {
  const { heated } = districtByCode(districtCode);
  const present = departmentsIn(districtCode);
  return matters.filter(
    ({ where, department }) => present.includes(department) && (heated || where !== "HEATED"),
  );
}

const districtsOf = ({ scale }: Frame): Set<string> =>
  new Set(scale.streets.map((street) => street.districtCode));

export function* matterRows(frame: Frame): Iterable<MatterRow> {
  for (const districtCode of districtsOf(frame)) {
    for (const group of matterClasses) {
      yield { code: matterCode(districtCode, group), name: group.name, keywords: [] };
    }
    for (const matter of mattersIn(districtCode)) {
      yield { code: matterCode(districtCode, matter), name: matter.name, keywords: matter.keywords };
    }
  }
}

/** One version for each batch of the lists. */
export function* dispatchCatalogues(frame: Frame): Iterable<DispatchCatalogueRow> {
  for (const districtCode of districtsOf(frame)) {
    for (const [index, day] of batchDays(frame).entries()) {
      yield {
        districtCode,
        version: index + 1,
        effectiveFrom: dayText(day),
        arbiterUnitCode: `${districtCode}-ESTABLISHMENT-OFFICE`,
      };
    }
  }
}

/** Matters that a second department claims as well; the duty list draws the border (PG-4). */
const OVERLAPPING: ReadonlySet<string> = new Set(["0301", "0303", "0305", "0503", "0702", "1204", "1402"]);

const rivalOf = (matter: Matter) => (OVERLAPPING.has(matter.code) ? matter.others[0] : undefined);

export function* dispatchRules(frame: Frame): Iterable<DispatchRuleRow> {
  for (const { districtCode, version: catalogueVersion } of dispatchCatalogues(frame)) {
    for (const matter of mattersIn(districtCode)) {
      const common = { districtCode, catalogueVersion, matterCode: matterCode(districtCode, matter) };
      const unitCode = departmentCode(districtCode, matter.department);
      const itemCode = departmentItem(districtCode, matter)?.code ?? null;
      yield { ...common, unitCode, divisionCode: districtCode, itemCode };
      const rival = rivalOf(matter);
      if (!rival) continue;
      yield {
        ...common,
        unitCode: departmentCode(districtCode, rival),
        divisionCode: districtCode,
        itemCode: null,
      };
    }
  }
}

export function* overlapRules(frame: Frame): Iterable<OverlapRuleRow> {
  for (const { districtCode, version: catalogueVersion } of dispatchCatalogues(frame)) {
    for (const matter of mattersIn(districtCode)) {
      if (!rivalOf(matter)) continue;
      yield {
        districtCode,
        catalogueVersion,
        matterCode: matterCode(districtCode, matter),
        divisionCode: districtCode,
        unitCode: departmentCode(districtCode, matter.department),
        document: `${districtByCode(districtCode).name}区级部门职责清单（样例）“${matter.name}”条`,
      };
    }
  }
}
