import type { PowerItem } from "../../../../subgraphs/departments/power-item/power-item.ts";
import { bodyOf, departmentCode, departmentKind } from "../departments.ts";
import type { Frame } from "../frame.ts";
import { matters } from "../matters/catalogue.ts";
import type { LimitName, Matter, PowerKind } from "../matters/matter.ts";
import { type DayNumber, dayNumber } from "../office-clock.ts";
import type { Community, Street } from "../places.ts";

/** A power item (职权事项). A sample: its name says so, and no government published it. */
export interface PowerItemRow {
  /** 16 digits: area 6, body 3, kind 2, sequence 3, sub-item 2. */
  readonly code: string;
  readonly name: string;
  readonly kind: PowerKind;
  readonly legalBasis: string;
  readonly bodyUnitCode: string;
  readonly handlingUnitCode: string | null;
  readonly responsibilitySteps: readonly string[];
  readonly deadlineAmount: number | null;
  readonly deadlineUnit: `${NonNullable<PowerItem["deadlineUnit"]>}` | null;
  readonly sample: true;
}

const KIND_CODES: readonly PowerKind[] = [
  "LICENCE",
  "PENALTY",
  "COMPULSION",
  "LEVY",
  "PAYMENT",
  "INSPECTION",
  "CONFIRMATION",
  "REWARD",
  "ADJUDICATION",
  "OTHER",
];

const twoDigits = (number: number): string => String(number).padStart(2, "0");

export const itemCode = (area: string, body: string, kind: PowerKind, sequence: number): string =>
  `${area}${body}${twoDigits(KIND_CODES.indexOf(kind) + 1)}${String(sequence).padStart(3, "0")}00`;

/** 责任事项, step by step, as published items carry them. */
const STEPS: Partial<Record<PowerKind, readonly string[]>> = {
  LICENCE: ["受理", "审查", "决定", "送达", "事后监管"],
  PENALTY: ["立案", "调查", "审查", "告知", "决定", "送达", "执行"],
  COMPULSION: ["催告", "决定", "实施", "事后监管"],
  PAYMENT: ["受理", "审核", "公示", "给付", "事后监管"],
  INSPECTION: ["制定方案", "现场检查", "反馈结果", "督促整改"],
  CONFIRMATION: ["受理", "核查", "确认", "送达"],
};

const DEADLINES = {
  EMERGENCY: { deadlineAmount: 2, deadlineUnit: "HOURS" },
  UTILITIES: { deadlineAmount: 24, deadlineUnit: "HOURS" },
  ORDINARY: { deadlineAmount: 7, deadlineUnit: "CALENDAR_DAYS" },
  COMPLEX: { deadlineAmount: 15, deadlineUnit: "CALENDAR_DAYS" },
} as const satisfies Record<LimitName, Pick<PowerItemRow, "deadlineAmount" | "deadlineUnit">>;

const sample = (name: string): string => `${name}（样例）`;

/** The item by which a department is competent for a matter; null for a company, which acts by contract. */
export function departmentItem(districtCode: string, matter: Matter): PowerItemRow | null {
  const { department, power, limit } = matter;
  if (departmentKind(department).company) return null;
  const sequence = 1 + matters.filter((other) => other.department === department).indexOf(matter);
  return {
    code: itemCode(districtCode, bodyOf(department), power.kind, sequence),
    name: sample(power.name),
    kind: power.kind,
    legalBasis: power.basis,
    bodyUnitCode: departmentCode(districtCode, department),
    handlingUnitCode: null,
    responsibilitySteps: STEPS[power.kind] ?? [],
    ...DEADLINES[limit],
    sample: true,
  };
}

/** What a sub-district may handle by its list, matter by matter (GZ-6, GZ-8). */
export const streetMatters: readonly Matter[] = matters.filter(({ lowest }) => lowest !== "DEPARTMENT");

/** What may be placed on communities (GZ-7). */
export const communityMatters: readonly Matter[] = matters.filter(({ lowest }) => lowest === "COMMUNITY");

const listedItem = (code: string, bodyUnitCode: string, name: string, matter?: Matter): PowerItemRow => ({
  code,
  name: sample(name),
  kind: "OTHER",
  legalBasis: matter?.power.basis ?? "样例，无依据",
  bodyUnitCode,
  handlingUnitCode: null,
  responsibilitySteps: [],
  ...(matter ? DEADLINES[matter.limit] : { deadlineAmount: null, deadlineUnit: null }),
  sample: true,
});

export const streetItem = ({ code, districtCode }: Street, matter: Matter): PowerItemRow =>
  listedItem(
    itemCode(districtCode, code.slice(6, 9), "OTHER", 1 + streetMatters.indexOf(matter)),
    code,
    `${matter.name}的日常巡查和处置`,
    matter,
  );

/** Items that make up the number the source text counts, without saying what they are (GZ-6). */
export const streetPlaceholder = ({ code, districtCode }: Street, sequence: number): PowerItemRow =>
  listedItem(
    itemCode(districtCode, code.slice(6, 9), "OTHER", sequence),
    code,
    `街道权责事项第${sequence}项，仅供计数`,
  );

/** Body of the items that hold for every community or village of a district. */
const ACCESS_BODY = "701";
const MICRO_POWER_BODY = "702";

export const accessItem = (districtCode: string, matter: Matter): PowerItemRow =>
  listedItem(
    itemCode(districtCode, ACCESS_BODY, "OTHER", 1 + communityMatters.indexOf(matter)),
    districtCode,
    `社区协助处置${matter.name}`,
    matter,
  );

export const accessPlaceholder = (districtCode: string, sequence: number): PowerItemRow =>
  listedItem(
    itemCode(districtCode, ACCESS_BODY, "OTHER", sequence),
    districtCode,
    `社区准入事项第${sequence}项，仅供计数`,
  );

export const microPowerItem = (districtCode: string, sequence: number, name: string): PowerItemRow =>
  listedItem(itemCode(districtCode, MICRO_POWER_BODY, "OTHER", sequence), districtCode, name);

/** First days of the lists' two batches: the first long past, the second within the twelve months (GZ-11). */
export const batchDays = ({ today }: Pick<Frame, "today">): readonly [DayNumber, DayNumber] => [
  dayNumber("2024-01-01"),
  today - 214,
];

/** Every sixth thing handed down came only with the second batch (成熟一批、赋予一批). */
export const batchOf = (listed: readonly Matter[], matter: Matter): 1 | 2 =>
  listed.indexOf(matter) % 6 === 5 ? 2 : 1;

/** Under which item of which list version a unit is competent for a matter on a day. */
export interface Competence {
  readonly itemCode: string;
  readonly listId: string;
  readonly listVersion: number;
}

/** The sub-district's item, if its list holds one on that day (GZ-8). */
export function streetCompetence(
  frame: Frame,
  street: Street,
  matter: Matter,
  day: DayNumber,
): Competence | null {
  if (!streetMatters.includes(matter)) return null;
  const version = versionOn(frame, day);
  if (batchOf(streetMatters, matter) > version) return null;
  return {
    itemCode: streetItem(street, matter).code,
    listId: `${street.code}:POWER`,
    listVersion: version,
  };
}

/** The access item, if communities may be asked on that day (GZ-7). */
export function communityCompetence(
  frame: Frame,
  { street }: Community,
  matter: Matter,
  day: DayNumber,
): Competence | null {
  if (!communityMatters.includes(matter)) return null;
  const version = versionOn(frame, day);
  if (batchOf(communityMatters, matter) > version) return null;
  return {
    itemCode: accessItem(street.districtCode, matter).code,
    listId: `${street.districtCode}:COMMUNITY_ACCESS`,
    listVersion: version,
  };
}

/** The department's own item; null for a company. */
export function departmentCompetence(
  frame: Frame,
  districtCode: string,
  matter: Matter,
  day: DayNumber,
): Competence | null {
  const item = departmentItem(districtCode, matter);
  if (!item) return null;
  return {
    itemCode: item.code,
    listId: `${item.bodyUnitCode}:POWER`,
    listVersion: versionOn(frame, day),
  };
}

const versionOn = (frame: Frame, day: DayNumber): number => (day >= batchDays(frame)[1] ? 2 : 1);
