import type { Unit } from "../../../subgraphs/departments/unit/unit.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import {
  type DepartmentName,
  departmentCode,
  departmentKind,
  departmentKinds,
  departmentsIn,
} from "./departments.ts";
import { type District, districtByCode } from "./districts.ts";
import type { Frame } from "./frame.ts";
import { partyBranches } from "./party-branches.ts";
import type { Community, Street } from "./places.ts";

type UnitKind = `${Unit["kind"]}`;
type UnitLevel = `${Unit["level"]}`;

/** A unit (单位). The kinds of body are real; which of them a place has, and under what name, is made up. */
export interface UnitRow {
  /** A territorial body's is its division code, others' `<division>-<SHORT-NAME>`. */
  readonly code: string;
  readonly name: string;
  /** 加挂: the second name on the same door (GZ-1). */
  readonly secondName: string | null;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentCode: string | null;
  readonly divisionCode: string;
  readonly government: boolean;
  /** The three capabilities of a sub-district (GZ-4). */
  readonly planningParticipation: boolean;
  readonly stationedBodyCoordination: boolean;
  readonly decisionProposal: boolean;
  /** Whether it must have a designated responder for every community (KF-11). */
  readonly postsResponders: boolean;
  /** Whether somebody must be on duty day and night (GZ-16). */
  readonly roundTheClock: boolean;
  /** Null when not reported; the floors of ZY-8 hold for centres. */
  readonly fullTimeStaff: number | null;
  readonly validFrom: Day;
  readonly validUntil: null;
}

/** Before the earliest of the source texts. */
const EXISTS_FROM: Day = "2001-01-01";

const unit = (row: Pick<UnitRow, "code" | "name" | "kind" | "level"> & Partial<UnitRow>): UnitRow => ({
  secondName: null,
  parentCode: null,
  divisionCode: row.code.split("-", 1)[0] ?? row.code,
  government: row.kind !== "COMPANY",
  planningParticipation: false,
  stationedBodyCoordination: false,
  decisionProposal: false,
  postsResponders: false,
  roundTheClock: false,
  fullTimeStaff: null,
  validFrom: EXISTS_FROM,
  validUntil: null,
  ...row,
});

/** District bodies that keep the others, not the places: nobody calls them by whistle. */
const keepers = [
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

/** Departments whose stations are posted to sub-districts (KF-11). */
export const stationedDepartments = (Object.keys(departmentKinds) as DepartmentName[]).filter(
  (name) => departmentKind(name).station !== undefined,
);

function* districtUnits(district: District): Iterable<UnitRow> {
  const { code, name, government, profile } = district;
  const own = { level: "DISTRICT", parentCode: code } as const;
  yield unit({ code, name: government, kind: "DISTRICT_GOVERNMENT", level: "DISTRICT" });
  yield unit({
    ...own,
    code: `${code}-COMMAND-CENTRE`,
    name: name + commandCentreNames[profile],
    kind: "COMMAND_CENTRE",
    fullTimeStaff: 30,
    roundTheClock: true,
  });
  yield unit({
    ...own,
    code: `${code}-SUPERVISION-CENTRE`,
    name: `${name}城市管理监督中心`,
    kind: "PUBLIC_INSTITUTION",
    fullTimeStaff: 10,
  });
  yield unit({
    ...own,
    code: `${code}-GOVERNANCE-CENTRE`,
    name: `${name}社会治安综合治理中心`,
    kind: "GOVERNANCE_CENTRE",
    fullTimeStaff: 12,
  });
  for (const [short, title] of keepers) {
    yield unit({ ...own, code: `${code}-${short}`, name: name + title, kind: "DEPARTMENT" });
  }
  for (const department of departmentsIn(code)) {
    const { nameIn, secondNameIn, company } = departmentKind(department);
    yield unit({
      ...own,
      code: departmentCode(code, department),
      name: nameIn(district),
      secondName: secondNameIn?.(district) ?? null,
      kind: company ? "COMPANY" : "DEPARTMENT",
      postsResponders: true,
    });
  }
}

/** 5 + 5 of a sub-district: offices and institutions (GZ-1), some with a second name. */
const streetOffices: readonly (readonly [string, UnitKind, string, string?])[] = [
  ["GENERAL-OFFICE", "INTERNAL_OFFICE", "综合办公室"],
  ["PARTY-BUILDING-OFFICE", "INTERNAL_OFFICE", "党建工作办公室"],
  ["PUBLIC-MANAGEMENT-OFFICE", "INTERNAL_OFFICE", "公共管理办公室"],
  ["PUBLIC-SERVICE-OFFICE", "INTERNAL_OFFICE", "公共服务办公室"],
  ["PUBLIC-SAFETY-OFFICE", "INTERNAL_OFFICE", "公共安全办公室"],
  ["GOVERNMENT-SERVICE-CENTRE", "PUBLIC_INSTITUTION", "政务服务中心", "便民服务中心"],
  ["GOVERNANCE-CENTRE", "GOVERNANCE_CENTRE", "社会治安综合治理中心", "网格化服务管理中心"],
  ["COMMUNITY-SERVICE-CENTRE", "PUBLIC_INSTITUTION", "社区服务中心"],
  ["PUBLIC-AFFAIRS-CENTRE", "PUBLIC_INSTITUTION", "公共事务中心", "退役军人服务站"],
  ["ENFORCEMENT-TEAM", "ENFORCEMENT_TEAM", "综合执法队"],
];

/** 通泰街街道办事处; a town's is a people's government, and an area (地区) carries the town's name as its second. */
function seatOf({ name, shortName }: Street): readonly [string, string | null] {
  if (name.endsWith("街道")) return [`${name}办事处`, null];
  if (name.endsWith("地区")) return [`${name}办事处`, `${shortName}镇人民政府`];
  if (name.endsWith("开发区")) return [`${name}管理委员会`, null];
  return [`${name}人民政府`, null];
}

function* streetUnits(street: Street): Iterable<UnitRow> {
  const { code, districtCode } = street;
  const [name, secondName] = seatOf(street);
  const empowered = districtByCode(districtCode).profile === "GZ" && street.name.endsWith("街道");
  yield unit({
    code,
    name,
    secondName,
    kind: "SUBDISTRICT_OFFICE",
    level: "SUBDISTRICT",
    parentCode: districtCode,
    planningParticipation: empowered,
    stationedBodyCoordination: empowered,
    decisionProposal: empowered,
  });
  for (const [short, kind, title, second] of streetOffices) {
    yield unit({
      code: `${code}-${short}`,
      name: street.name + title,
      secondName: second ? street.name + second : null,
      kind,
      level: "SUBDISTRICT",
      parentCode: code,
      fullTimeStaff: kind === "GOVERNANCE_CENTRE" ? 4 : null,
    });
  }
  for (const department of stationedDepartments) {
    const place = street.name.endsWith("街道") ? street.name : street.shortName;
    yield unit({
      code: `${code}-${department}`,
      name: `${place}${departmentKind(department).station}`,
      kind: "STATION",
      level: "SUBDISTRICT",
      parentCode: departmentCode(districtCode, department),
    });
  }
  for (const community of street.communities) yield* communityUnits(community);
}

function* communityUnits({ code, name, shortName, urban, street }: Community): Iterable<UnitRow> {
  yield unit({
    code,
    name,
    kind: urban ? "COMMUNITY_OFFICE" : "VILLAGE_COMMITTEE",
    level: "COMMUNITY",
    parentCode: street.code,
  });
  yield unit({
    code: `${code}-GOVERNANCE-CENTRE`,
    name: `${shortName}社会治安综合治理中心`,
    kind: "GOVERNANCE_CENTRE",
    level: "COMMUNITY",
    parentCode: `${street.code}-GOVERNANCE-CENTRE`,
    fullTimeStaff: 1,
  });
}

/** The units of every district in the scale, each after its parent; the grids' party branches last. */
export function* units(frame: Frame): Iterable<UnitRow> {
  const { streets } = frame.scale;
  for (const code of new Set(streets.map((street) => street.districtCode))) {
    yield* districtUnits(districtByCode(code));
    for (const street of streets) if (street.districtCode === code) yield* streetUnits(street);
  }
  for (const { code, name, communityCode } of partyBranches(frame)) {
    yield unit({ code, name, kind: "PARTY_BRANCH", level: "GRID", parentCode: communityCode });
  }
}
