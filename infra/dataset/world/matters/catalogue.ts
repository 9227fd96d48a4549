import { departmentKind } from "../departments.ts";
import { appearance } from "./appearance.ts";
import { consumer } from "./consumer.ts";
import { education } from "./education.ts";
import { enterprise } from "./enterprise.ts";
import { greenery } from "./greenery.ts";
import { health } from "./health.ts";
import { labour } from "./labour.ts";
import type { HandlingLimit, LowestHolder, Matter, MatterClass, PowerKind } from "./matter.ts";
import { parking } from "./parking.ts";
import { pollution } from "./pollution.ts";
import { property } from "./property.ts";
import { rural } from "./rural.ts";
import { safety } from "./safety.ts";
import { travel } from "./travel.ts";
import { utilities } from "./utilities.ts";
import { welfare } from "./welfare.ts";

/** The catalogue of matters (诉求事项目录), two levels: our own sample, marked so. */
export const matterClasses: readonly MatterClass[] = [
  property,
  appearance,
  pollution,
  utilities,
  parking,
  travel,
  consumer,
  welfare,
  labour,
  health,
  education,
  safety,
  rural,
  greenery,
  enterprise,
];

export const matters: readonly Matter[] = matterClasses.flatMap((group) => group.matters);

const byCode = new Map(matters.map((matter) => [matter.code, matter]));

export function matterByCode(code: string): Matter {
  const matter = byCode.get(code);
  if (!matter) throw new RangeError(`No matter ${code} in the catalogue`);
  return matter;
}

/** A row of the catalogue: a class (first level) or a matter under it. */
export interface MatterRow {
  readonly code: string;
  /** Null for a class. */
  readonly parentCode: string | null;
  readonly name: string;
  readonly keywords: readonly string[];
  /** Short name of the owning department, `<district>-` goes before it; null for a class. */
  readonly department: string | null;
  /** Whose field it is as people say: 城管, 市场监管; empty for a class. */
  readonly field: string;
  /** Who else may have to help. */
  readonly otherDepartments: readonly string[];
  readonly lowestHolder: LowestHolder | null;
  readonly powerKind: PowerKind | null;
  readonly limit: HandlingLimit | null;
  /** 样例 */
  readonly sample: true;
}

export function* matterRows(): Iterable<MatterRow> {
  for (const { code: parentCode, name, matters: ofClass } of matterClasses) {
    yield {
      code: parentCode,
      parentCode: null,
      name,
      keywords: [],
      department: null,
      field: "",
      otherDepartments: [],
      lowestHolder: null,
      powerKind: null,
      limit: null,
      sample: true,
    };
    for (const matter of ofClass) {
      yield {
        code: matter.code,
        parentCode,
        name: matter.name,
        keywords: matter.keywords,
        department: matter.department,
        field: departmentKind(matter.department).field,
        otherDepartments: matter.others,
        lowestHolder: matter.lowest,
        powerKind: matter.power.kind,
        limit: matter.limit,
        sample: true,
      };
    }
  }
}
