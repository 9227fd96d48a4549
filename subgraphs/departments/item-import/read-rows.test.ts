import { describe, expect, it } from "vitest";
import { ImportFormat } from "./item-import.ts";
import { readRows } from "./read-rows.ts";

describe("a file of rows", () => {
  const csv = (content: string) => readRows(ImportFormat.CSV, content);
  const json = (content: string) => readRows(ImportFormat.JSON, content);
  const findings = (read: ReturnType<typeof readRows>) =>
    read.success ? [] : read.findings.map(({ row, code }) => `${row} ${code}`);

  it("CSV: Chinese headings, quotes, a byte-order mark and blank lines, numbered as a spreadsheet does", () => {
    expect(csv('\uFEFF职权编码,职权名称\r\n"1","甲,乙"\r\n\r\n2,\r\n')).toEqual({
      success: true,
      rows: [
        { row: 2, values: { code: "1", name: "甲,乙" } },
        { row: 4, values: { code: "2" } },
      ],
    });
  });

  it("JSON: English or Chinese names, null and blank left out", () => {
    expect(json('[{"code":"1","name":null},{"职权编码":"2","示例":true,"依据":""}]')).toEqual({
      success: true,
      rows: [
        { row: 1, values: { code: "1" } },
        { row: 2, values: { code: "2", sample: true } },
      ],
    });
  });

  it.each<[string, ReturnType<typeof readRows>, string[]]>([
    ["a quote never closed", csv('code,name\n"1,甲\n'), ["0 FILE_UNREADABLE"]],
    ["a column nobody knows", csv("code,colour\n1,red\n"), ["1 COLUMN_UNKNOWN"]],
    ["a column in both languages", csv("code,职权编码\n1,1\n"), ["1 COLUMN_TWICE"]],
    ["a row with a cell too many", csv("code,name\n1,甲,乙\n2,丙\n"), ["2 ROW_UNEVEN"]],
    ["nothing at all", csv(""), ["0 FILE_EMPTY"]],
    ["a header alone", csv("code,name\n"), ["0 FILE_EMPTY"]],
    ["no JSON", json("{"), ["0 FILE_UNREADABLE"]],
    ["no array", json("{}"), ["0 FILE_UNREADABLE"]],
    ["an empty array", json("[]"), ["0 FILE_EMPTY"]],
    ["an element that is no object", json('[{"code":"1"},3]'), ["2 ROW_NOT_AN_OBJECT"]],
    ["a field nobody knows", json('[{"code":"1","colour":"red"}]'), ["1 COLUMN_UNKNOWN"]],
    ["a field in both languages", json('[{"code":"1","职权编码":"1"}]'), ["1 COLUMN_TWICE"]],
  ])("is refused whole for %s", (_, read, expected) => {
    expect(findings(read)).toEqual(expected);
  });
});
