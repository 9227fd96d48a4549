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
  const read = format === ImportFormat.CSV ? readCsv(content) : readJson(content);
  return read.success && read.rows.length === 0 ? refused(emptyFile) : read;
}

function readCsv(content: string): ReadRows {
  let records: readonly string[][];
  /** The line at which each record ends. */
  const lines: number[] = [];
  try {
    records = parse(content, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], at) => {
        lines.push(at.lines);
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(unreadable(`not readable as CSV: ${error.message}`, `无法按 CSV 读取：${error.code}`));
  }
  const [headings = [], ...body] = records;
  const rows = body.map((record, place) => ({ record, row: lines[place + 1] ?? 0 }));
  const uneven = rows.filter(({ record }) => record.length !== headings.length);
  const findings = [...judgeHeadings(headings), ...uneven.map(({ row }) => unevenRow(row))];
  if (findings.length > 0) return refused(...findings);
  return {
    success: true,
    rows: rows.map(({ record, row }) => ({
      row,
      values: valuesOf(headings.map((heading, at) => [heading, record[at]])),
    })),
  };
}

function readJson(content: string): ReadRows {
  let elements: unknown;
  try {
    elements = JSON.parse(content);
  } catch {
    return refused(unreadable("not readable as JSON", "无法按 JSON 读取"));
  }
  if (!Array.isArray(elements)) return refused(unreadable("give an array of objects", "应为对象数组"));
  const findings: ImportFinding[] = [];
  const rows: RawRow[] = [];
  const knownShapes = new Set<string>();
  for (const [index, element] of (elements as unknown[]).entries()) {
    const row = index + 1;
    if (typeof element !== "object" || element === null || Array.isArray(element)) {
      findings.push(notAnObject(row));
      continue;
    }
    const names = Object.keys(element);
    const shape = names.join("\n");
    if (!knownShapes.has(shape)) findings.push(...judgeHeadings(names, row));
    knownShapes.add(shape);
    rows.push({ row, values: valuesOf(Object.entries(element)) });
  }
  return findings.length > 0 ? refused(...findings) : { success: true, rows };
}

const valuesOf = (cells: readonly (readonly [string, unknown])[]): RawRow["values"] =>
  Object.fromEntries(
    cells.flatMap(([heading, value]) => {
      const column = columnNamed(heading);
      return column && value !== null && value !== undefined && value !== "" ? [[column, value]] : [];
    }),
  );

function judgeHeadings(headings: readonly string[], row = 1): ImportFinding[] {
  const columns = headings.map(columnNamed);
  return headings.flatMap((heading, at) => {
    const column = columns[at];
    if (!column) return [unknownColumn(row, heading)];
    return columns.indexOf(column) < at ? [columnTwice(row, column)] : [];
  });
}

const refused = (...findings: ImportFinding[]): ReadRows => ({ success: false, findings });

const unreadable = (en: string, zh: string): ImportFinding => ({
  row: 0,
  column: null,
  code: "FILE_UNREADABLE",
  en,
  zh,
});

const emptyFile: ImportFinding = {
  row: 0,
  column: null,
  code: "FILE_EMPTY",
  en: "there are no rows",
  zh: "文件中没有数据行",
};

const unknownColumn = (row: number, heading: string): ImportFinding => ({
  row,
  column: null,
  code: "COLUMN_UNKNOWN",
  en: `there is no column "${heading}"; known are ${Object.keys(itemColumns).join(", ")}`,
  zh: `没有“${heading}”列；可用的列为 ${Object.values(itemColumns).join("、")}`,
});

const columnTwice = (row: number, column: ItemColumn): ImportFinding => ({
  row,
  column,
  code: "COLUMN_TWICE",
  en: "the column is there twice",
  zh: "该列重复",
});

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
