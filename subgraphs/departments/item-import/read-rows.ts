import { CsvError, parse } from "csv-parse/sync";
import { columnNamed, type ItemColumn, itemColumns } from "./item-columns.ts";
import { type ImportFinding, ImportFormat } from "./item-import.ts";

/** A row of the file before anything about it is judged: known columns only, blanks left out. */
export interface RawRow {
  readonly row: number;
  readonly values: Partial<Record<ItemColumn, unknown>>;
}

export type ReadRows =
  | { readonly success: true; readonly rows: readonly RawRow[] }
  | { readonly success: false; readonly findings: readonly ImportFinding[] };

/** A file with a column nobody knows is refused whole: silently dropping what somebody filled in would be worse. */
export function readRows(format: ImportFormat, content: string): ReadRows {
  return format === ImportFormat.CSV ? readCsv(content) : readJson(content);
}

function readCsv(content: string): ReadRows {
  let records: string[][];
  try {
    records = parse(content, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failure(unreadable(`not readable as CSV: ${error.message}`, `无法按 CSV 读取：${error.code}`));
  }
  const [header = [], ...body] = records;
  const columns = header.map(columnNamed);
  const findings = [
    ...unknownColumns(header.filter((_, index) => columns[index] === undefined)),
    ...twice(columns),
    ...body.flatMap((cells, index) => (cells.length === header.length ? [] : [unevenRow(index + 2)])),
  ];
  if (findings.length > 0) return { success: false, findings };
  return {
    success: true,
    rows: body.map((cells, index) => ({
      row: index + 2,
      values: Object.fromEntries(
        columns.flatMap((column, at) => (column && cells[at] ? [[column, cells[at]]] : [])),
      ),
    })),
  };
}

function readJson(content: string): ReadRows {
  let records: unknown;
  try {
    records = JSON.parse(content);
  } catch {
    return failure(unreadable("not readable as JSON", "无法按 JSON 读取"));
  }
  if (!Array.isArray(records)) {
    return failure(unreadable("give an array of objects", "应为对象数组"));
  }
  const objects = records as unknown[];
  const broken = objects.flatMap((record, index) => (isObject(record) ? [] : [notAnObject(index + 1)]));
  if (broken.length > 0) return { success: false, findings: broken };
  const names = new Set(objects.flatMap((record) => Object.keys(record as object)));
  const unknown = unknownColumns([...names].filter((name) => !columnNamed(name)));
  if (unknown.length > 0) return { success: false, findings: unknown };
  return {
    success: true,
    rows: objects.map((record, index) => ({
      row: index + 1,
      values: Object.fromEntries(
        Object.entries(record as object)
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => [columnNamed(name), value]),
      ),
    })),
  };
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const failure = (...findings: ImportFinding[]): ReadRows => ({ success: false, findings });

const unreadable = (en: string, zh: string): ImportFinding => ({
  row: 0,
  column: null,
  code: "FILE_UNREADABLE",
  en,
  zh,
});

const unknownColumns = (names: readonly string[]): ImportFinding[] =>
  names.map((name) => ({
    row: 1,
    column: null,
    code: "COLUMN_UNKNOWN",
    en: `there is no column "${name}"; known are ${Object.keys(itemColumns).join(", ")}`,
    zh: `没有“${name}”列；可用的列为 ${Object.values(itemColumns).join("、")}`,
  }));

const twice = (columns: readonly (ItemColumn | undefined)[]): ImportFinding[] =>
  columns
    .filter((column, index) => column && columns.indexOf(column) !== index)
    .map((column) => ({
      row: 1,
      column: column ?? null,
      code: "COLUMN_TWICE",
      en: "the column is there twice",
      zh: "该列重复",
    }));

const unevenRow = (row: number): ImportFinding => ({
  row,
  column: null,
  code: "ROW_UNEVEN",
  en: "the row has not as many cells as the header",
  zh: "该行的列数与表头不符",
});

const notAnObject = (row: number): ImportFinding => ({
  row,
  column: null,
  code: "ROW_NOT_AN_OBJECT",
  en: "the element is not an object",
  zh: "该元素不是对象",
});
