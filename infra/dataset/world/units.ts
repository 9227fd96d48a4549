import {
  type DepartmentName,
  departmentCode,
  departmentKind,
  departmentKinds,
  departmentsIn,
} from "./departments.ts";
import { type District, districtByCode } from "./districts.ts";
import type { Frame } from "./frame.ts";
import type { Street } from "./places.ts";

export type UnitKind =
  /** 区（市）人民政府 */
  | "DISTRICT_GOVERNMENT"
  /** 街道办事处、镇（乡）人民政府 */
  | "SUBDISTRICT_OFFICE"
  /** 居民委员会、村民委员会 */
  | "COMMUNITY_COMMITTEE"
  /** 区直部门 */
  | "DEPARTMENT"
  /** 企业: non-government bodies that answer whistles by contract */
  | "COMPANY"
  /** 站办所, a department's post in a sub-district */
  | "STATION"
  /** 街道党政机构 (GZ-1) */
  | "OFFICE"
  /** 街道事业单位 (GZ-1) */
  | "INSTITUTION"
  /** 指挥中心、综治中心 (GZ-14, ZY-12) */
  | "CENTRE";

/** 市（区）级, 街道级, 社区级 (ZY-11). */
export type UnitLevel = "DISTRICT" | "SUBDISTRICT" | "COMMUNITY";

/** A unit (单位). Real kinds of body; which of them a place really has, and under what name, is made up. */
export interface UnitRow {
  /** A territorial body's is its division code, others' `<division>-<SHORT-NAME>`. */
  readonly code: string;
  readonly name: string;
  /** 加挂: the second name on the same door. */
  readonly secondName: string | null;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly divisionCode: string;
  readonly synthetic: true;
}

const seats = [
  ["PERFORMANCE-OFFICE", "绩效考核办公室"],
  ["ESTABLISHMENT-OFFICE", "机构编制委员会办公室"],
  ["DATA-BUREAU", "数据局"],
] as const;

const commandCentreNames: Readonly<Record<District["profile"], string>> = {
  KF: "党建引领基层治理指挥中心",
  PG: "接诉即办调度指挥中心",
  BJ: "网格化服务管理中心",
  ZY: "民生全响应平台指挥中心",
  GZ: "“12345、有事找政府”政务服务信息中心",
};

/** 5 + 5 of a sub-district: offices and institutions (GZ-1). */
export const streetOffices = [
  ["GENERAL-OFFICE", "综合办公室", "OFFICE"],
  ["PARTY-BUILDING-OFFICE", "党建工作办公室", "OFFICE"],
  ["PUBLIC-MANAGEMENT-OFFICE", "公共管理办公室", "OFFICE"],
  ["PUBLIC-SERVICE-OFFICE", "公共服务办公室", "OFFICE"],
  ["PUBLIC-SAFETY-OFFICE", "公共安全办公室", "OFFICE"],
  ["GOVERNMENT-SERVICE-CENTRE", "政务服务中心", "INSTITUTION"],
  ["GOVERNANCE-CENTRE", "社会治安综合治理中心", "CENTRE"],
  ["COMMUNITY-SERVICE-CENTRE", "社区服务中心", "INSTITUTION"],
  ["PUBLIC-AFFAIRS-CENTRE", "公共事务中心", "INSTITUTION"],
  ["ENFORCEMENT-TEAM", "综合执法队", "INSTITUTION"],
] as const;

const secondNames: Readonly<Record<string, string>> = {
  "PUBLIC-AFFAIRS-CENTRE": "退役军人服务站",
  "GOVERNANCE-CENTRE": "网格化服务管理中心",
  "GOVERNMENT-SERVICE-CENTRE": "便民服务中心",
};

/** 通泰街街道办事处; a town's is a people's government, and an area (地区) carries the town's name as its second. */
function seatOf({ name, shortName }: Street): readonly [string, string | null] {
  if (name.endsWith("街道")) return [`${name}办事处`, null];
  if (name.endsWith("地区")) return [`${name}办事处`, `${shortName}镇人民政府`];
  if (name.endsWith("区")) return [`${name}管理委员会`, null];
  return [`${name}人民政府`, null];
}

export const stationName = ({ name, shortName }: Street, department: DepartmentName): string =>
  `${name.endsWith("街道") ? name : shortName}${departmentKind(department).station ?? ""}`;

function* districtUnits(district: District): Iterable<UnitRow> {
  const { code, name } = district;
  const unit = (
    short: string,
    kind: UnitKind,
    unitName: string,
    secondName: string | null = null,
  ): UnitRow => ({
    code: `${code}-${short}`,
    name: unitName,
    secondName,
    kind,
    level: "DISTRICT",
    parentCode: code,
    divisionCode: code,
    synthetic: true,
  });
  yield {
    ...unit("", "DISTRICT_GOVERNMENT", district.government),
    code,
    parentCode: null,
  };
  yield unit("COMMAND-CENTRE", "CENTRE", name + commandCentreNames[district.profile]);
  yield unit("GOVERNANCE-CENTRE", "CENTRE", `${name}社会治安综合治理中心`);
  for (const [short, title] of seats) yield unit(short, "DEPARTMENT", name + title);
  for (const department of departmentsIn(code)) {
    const { nameIn, secondNameIn, company } = departmentKind(department);
    yield unit(
      department,
      company ? "COMPANY" : "DEPARTMENT",
      nameIn(district),
      secondNameIn?.(district) ?? null,
    );
  }
}

function* streetUnits(street: Street): Iterable<UnitRow> {
  const [seat, secondSeat] = seatOf(street);
  const own = { level: "SUBDISTRICT", divisionCode: street.code, synthetic: true } as const;
  yield {
    ...own,
    code: street.code,
    name: seat,
    secondName: secondSeat,
    kind: "SUBDISTRICT_OFFICE",
    parentCode: street.districtCode,
  };
  for (const [short, title, kind] of streetOffices) {
    yield {
      ...own,
      code: `${street.code}-${short}`,
      name: street.name + title,
      secondName: secondNames[short] ? street.name + secondNames[short] : null,
      kind,
      parentCode: street.code,
    };
  }
  for (const department of stationedDepartments) {
    yield {
      ...own,
      code: `${street.code}-${department}`,
      name: stationName(street, department),
      secondName: null,
      kind: "STATION",
      parentCode: departmentCode(street.districtCode, department),
    };
  }
  for (const community of street.communities) {
    const common = {
      level: "COMMUNITY",
      divisionCode: community.code,
      secondName: null,
      synthetic: true,
    } as const;
    yield {
      ...common,
      code: community.code,
      name: community.name,
      kind: "COMMUNITY_COMMITTEE",
      parentCode: street.code,
    };
    yield {
      ...common,
      code: `${community.code}-GOVERNANCE-CENTRE`,
      name: `${community.shortName}社会治安综合治理中心`,
      kind: "CENTRE",
      parentCode: `${street.code}-GOVERNANCE-CENTRE`,
    };
  }
}

/** Departments whose stations are posted to sub-districts (KF-11). */
export const stationedDepartments = (Object.keys(departmentKinds) as DepartmentName[]).filter(
  (name) => departmentKind(name).station !== undefined,
);

/** The units of every district in the scale, each after its parent. */
export function* units({ scale }: Frame): Iterable<UnitRow> {
  for (const code of new Set(scale.streets.map((street) => street.districtCode))) {
    yield* districtUnits(districtByCode(code));
    for (const street of scale.streets) if (street.districtCode === code) yield* streetUnits(street);
  }
}
