import { type District, districtByCode } from "./districts.ts";

interface DepartmentKind {
  /** As people shorten it: 市场监管. */
  readonly field: string;
  /** Companies answer whistles by contract, not by power. */
  readonly company?: true;
  readonly nameIn: (district: District) => string;
  /** The name it also goes by (加挂). */
  readonly secondNameIn?: (district: District) => string;
  /** What its station in a sub-district is called, where it has one (站办所, KF-11). */
  readonly station?: string;
}

const called =
  (title: string) =>
  ({ name }: District): string =>
    name + title;

const commissionInBeijing =
  (commission: string, elsewhere: string) =>
  ({ name, city }: District): string =>
    name + (city === "北京市" ? commission : elsewhere);

/** Departments and companies of a district (区直部门、企业) by what follows the district in their unit code. */
export const departmentKinds = {
  "URBAN-MANAGEMENT": {
    field: "城管",
    nameIn: called("城市管理和综合执法局"),
    secondNameIn: called("城管执法大队"),
    station: "城管中队",
  },
  "MARKET-SUPERVISION": {
    field: "市场监管",
    nameIn: called("市场监督管理局"),
    secondNameIn: called("知识产权局"),
    station: "市场监管所",
  },
  "CIVIL-AFFAIRS": { field: "民政", nameIn: called("民政局") },
  "PUBLIC-SECURITY": { field: "公安", nameIn: ({ police }) => police, station: "派出所" },
  HOUSING: {
    field: "住建",
    nameIn: commissionInBeijing("住房和城乡建设委员会", "住房和城乡建设局"),
  },
  COMMERCE: { field: "商务", nameIn: called("商务局") },
  LANDSCAPE: {
    field: "园林",
    nameIn: commissionInBeijing("园林绿化局", "园林绿化中心"),
    station: "园林站",
  },
  SANITATION: { field: "环卫", nameIn: called("环境卫生服务中心"), station: "环卫站" },
  "MUNICIPAL-WORKS": { field: "市政", nameIn: called("市政设施服务中心"), station: "市政站" },
  "EMERGENCY-MANAGEMENT": { field: "应急", nameIn: called("应急管理局"), secondNameIn: called("地震局") },
  "FIRE-RESCUE": { field: "消防", nameIn: called("消防救援大队") },
  "HUMAN-RESOURCES": { field: "人社", nameIn: called("人力资源和社会保障局") },
  "NATURAL-RESOURCES": {
    field: "自然资源",
    nameIn: commissionInBeijing("规划和自然资源分局", "自然资源局"),
  },
  "ADMINISTRATIVE-APPROVAL": {
    field: "行政审批",
    nameIn: called("行政审批服务局"),
    secondNameIn: called("政务服务中心"),
  },
  ECOLOGY: { field: "生态环境", nameIn: called("生态环境局") },
  TRANSPORT: { field: "交通", nameIn: commissionInBeijing("交通局", "交通运输局") },
  WATER: { field: "水务", nameIn: called("水务局") },
  AGRICULTURE: { field: "农业农村", nameIn: called("农业农村局") },
  HEALTH: { field: "卫健", nameIn: commissionInBeijing("卫生健康委员会", "卫生健康局") },
  "MEDICAL-INSURANCE": { field: "医保", nameIn: called("医疗保障局") },
  EDUCATION: { field: "教育", nameIn: commissionInBeijing("教育委员会", "教育局") },
  "CULTURE-TOURISM": { field: "文旅", nameIn: called("文化和旅游局") },
  JUSTICE: { field: "司法", nameIn: called("司法局") },
  "POWER-SUPPLY": { field: "供电", company: true, nameIn: ({ powerSupply }) => powerSupply },
  "CITY-INVESTMENT": { field: "城投", company: true, nameIn: called("城市建设投资集团有限公司") },
  "WATER-SUPPLY": { field: "供水", company: true, nameIn: called("供水有限公司") },
  "GAS-SUPPLY": { field: "燃气", company: true, nameIn: called("燃气有限公司") },
  HEATING: { field: "供热", company: true, nameIn: called("热力有限公司") },
} as const satisfies Readonly<Record<string, DepartmentKind>>;

export type DepartmentName = keyof typeof departmentKinds;

/** A kind of department, with whatever optional traits it has. */
export const departmentKind = (name: DepartmentName): DepartmentKind => departmentKinds[name];

const names = Object.keys(departmentKinds) as DepartmentName[];

/** The three digits that stand for the department in codes of its power items. */
export const bodyOf = (name: DepartmentName): string => String(801 + names.indexOf(name));

/** Which of them a district has: no heating company where the law has no winter heating. */
export const departmentsIn = (districtCode: string): DepartmentName[] =>
  names.filter((name) => name !== "HEATING" || districtByCode(districtCode).heated);

export const departmentCode = (districtCode: string, name: DepartmentName): string =>
  `${districtCode}-${name}`;
