import { z } from "zod";
import { TimeLimitUnit } from "../../shared/calendar.ts";
import { checkPowerItemCode, powerItemCodeParts } from "../../shared/codes.ts";
import { type PowerKind, powerKindNamed, powerKindOfCode } from "../power-item/power-kind.ts";
import type { ItemColumn } from "./item-columns.ts";
import type { ImportFinding } from "./item-import.ts";
import type { RawRow } from "./read-rows.ts";

/** A row in order by itself; whether its units and its place on the list are, only the database knows. */
export interface ItemRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: PowerKind;
  readonly legalBasis: string;
  /** Code or name of a unit of the district. */
  readonly body: string;
  readonly handlingUnit: string | null;
  readonly responsibilitySteps: readonly string[];
  readonly deadlineAmount: number | null;
  readonly deadlineUnit: TimeLimitUnit | null;
  readonly group: string | null;
  readonly sample: boolean;
}

const unitsOfTime = new Map<string, TimeLimitUnit>([
  ...Object.values(TimeLimitUnit).map((unit) => [unit, unit] as const),
  ["分钟", TimeLimitUnit.MINUTES],
  ["小时", TimeLimitUnit.HOURS],
  ["工作时", TimeLimitUnit.WORKING_HOURS],
  ["工作日", TimeLimitUnit.WORKING_DAYS],
  ["自然日", TimeLimitUnit.CALENDAR_DAYS],
]);

const yesAndNo = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ["true", true],
  ["false", false],
  ["是", true],
  ["否", false],
]);

/** Why a value is not what its column holds; zod carries it as the message of the issue. */
const problems = {
  MISSING: ["is missing", "缺失"],
  NOT_TEXT: ["is not text", "不是文本"],
  TOO_LONG: ["is too long", "过长"],
  KIND_UNKNOWN: ["is none of the nine kinds of power, nor 其他", "不是九类职权或其他"],
  KIND_NOT_IN_CODE: [
    "does not agree with the tenth and eleventh digits of the code",
    "与职权编码第 10、11 位不符",
  ],
  STEPS_SHAPE: [
    "must be steps separated by semicolons, or an array of texts",
    "应为以分号分隔的步骤或文本数组",
  ],
  DEADLINE_AMOUNT: ["must be a whole number from 1 to 3650", "应为 1 至 3650 的整数"],
  DEADLINE_UNIT: ["must be 工作日, 自然日, 工作时, 小时 or 分钟", "应为工作日、自然日、工作时、小时或分钟"],
  DEADLINE_HALF: ["needs both its amount and its unit", "时限须同时有数量和单位"],
  YES_OR_NO: ["must be 是 or 否, true or false", "应为是或否"],
} as const satisfies Record<string, readonly [string, string]>;

type Problem = keyof typeof problems;
const problem = (code: Problem): Problem => code;

const text = (longest: number) =>
  z
    .string({ error: ({ input }) => problem(input === undefined ? "MISSING" : "NOT_TEXT") })
    .trim()
    .min(1, problem("MISSING"))
    .max(longest, problem("TOO_LONG"));

const oneOf = <Value>(values: ReadonlyMap<unknown, Value>, otherwise: Problem) =>
  z.unknown().transform((input, context) => {
    const value = values.get(input);
    if (value === undefined) context.addIssue({ code: "custom", message: otherwise, input });
    return value as Value;
  });

const rowSchema = z.object({
  code: text(100).superRefine((code, context) => {
    const finding = checkPowerItemCode(code);
    if (finding) context.addIssue({ code: "custom", params: finding, input: code });
  }),
  name: text(300),
  kind: text(20).optional(),
  legalBasis: text(5_000),
  body: text(200),
  handlingUnit: text(200).optional(),
  responsibilitySteps: z
    .union([z.string().transform((steps) => steps.split(/[；;\n]/)), z.array(z.string().max(1_000))], {
      error: () => problem("STEPS_SHAPE"),
    })
    .transform((steps) =>
      steps.map((step) => step.replaceAll(/\s+/g, " ").trim()).filter((step) => step !== ""),
    )
    .optional(),
  deadlineAmount: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)], {
      error: () => problem("DEADLINE_AMOUNT"),
    })
    .pipe(
      z
        .number()
        .int(problem("DEADLINE_AMOUNT"))
        .min(1, problem("DEADLINE_AMOUNT"))
        .max(3_650, problem("DEADLINE_AMOUNT")),
    )
    .optional(),
  deadlineUnit: oneOf(unitsOfTime, "DEADLINE_UNIT").optional(),
  group: text(100).optional(),
  sample: oneOf(yesAndNo, "YES_OR_NO").optional(),
});

export type CheckedRow =
  | { readonly success: true; readonly item: ItemRow }
  | { readonly success: false; readonly findings: readonly ImportFinding[] };

/** Judges one row by itself: shapes, lengths, and that the kind it names is the one its code carries. */
export function checkRow({ row, values }: RawRow): CheckedRow {
  const checked = rowSchema.safeParse(values);
  if (!checked.success)
    return { success: false, findings: checked.error.issues.map((issue) => findingOf(row, issue)) };
  const { kind: kindName, ...item } = checked.data;
  const kind = powerKindOfCode(powerItemCodeParts(item.code).kind);
  const findings: ImportFinding[] = [];
  const named = kindName === undefined ? kind : powerKindNamed(kindName);
  if (named === undefined) findings.push(found(row, "kind", "KIND_UNKNOWN"));
  else if (named !== kind) findings.push(found(row, "kind", "KIND_NOT_IN_CODE"));
  if ((item.deadlineAmount === undefined) !== (item.deadlineUnit === undefined)) {
    findings.push(found(row, "deadlineAmount", "DEADLINE_HALF"));
  }
  if (findings.length > 0 || kind === undefined) return { success: false, findings };
  return {
    success: true,
    item: {
      ...item,
      row,
      kind,
      handlingUnit: item.handlingUnit ?? null,
      responsibilitySteps: item.responsibilitySteps ?? [],
      deadlineAmount: item.deadlineAmount ?? null,
      deadlineUnit: item.deadlineUnit ?? null,
      group: item.group ?? null,
      sample: item.sample ?? false,
    },
  };
}

function findingOf(row: number, issue: z.core.$ZodIssue): ImportFinding {
  const column = String(issue.path[0]) as ItemColumn;
  if (issue.code === "custom" && issue.params) {
    const { code, en, zh } = issue.params;
    return { row, column, code, en, zh };
  }
  return found(row, column, issue.message in problems ? (issue.message as Problem) : "NOT_TEXT");
}

const found = (row: number, column: ItemColumn, code: Problem): ImportFinding => {
  const [en, zh] = problems[code];
  return { row, column, code, en, zh };
};
