import { describe, expect, it } from "vitest";
import { checkRow } from "./check-row.ts";
import type { RawRow } from "./read-rows.ts";

const good = {
  code: "6207020310200100",
  name: "无照经营处罚",
  legalBasis: "《无证无照经营查处办法》",
  body: "甘州区市场监督管理局",
};
const check = (values: Record<string, unknown>) => checkRow({ row: 7, values } as RawRow);
const codes = (values: Record<string, unknown>) => {
  const checked = check(values);
  return checked.success ? [] : checked.findings.map(({ column, code }) => `${column} ${code}`);
};

describe("one row of a catalogue (PG-5)", () => {
  it("needs code, name, basis and body; the kind is in the code", () => {
    expect(check(good)).toEqual({
      success: true,
      item: {
        ...good,
        row: 7,
        kind: "PENALTY",
        handlingUnit: null,
        responsibilitySteps: [],
        deadlineAmount: null,
        deadlineUnit: null,
        group: null,
        sample: false,
      },
    });
  });

  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ kind: "行政处罚" }, { kind: "PENALTY" }],
    [{ kind: "处罚" }, { kind: "PENALTY" }],
    [{ kind: "PENALTY" }, { kind: "PENALTY" }],
    [{ code: "6207020311000100", kind: "其他行政权力" }, { kind: "OTHER" }],
    [
      { responsibilitySteps: "立案（10 个工作日内）；调查; 决定" },
      { responsibilitySteps: ["立案（10 个工作日内）", "调查", "决定"] },
    ],
    [{ responsibilitySteps: ["立案", " 调\n查 ", ""] }, { responsibilitySteps: ["立案", "调 查"] }],
    [
      { deadlineAmount: "10", deadlineUnit: "工作日" },
      { deadlineAmount: 10, deadlineUnit: "WORKING_DAYS" },
    ],
    [
      { deadlineAmount: 24, deadlineUnit: "HOURS" },
      { deadlineAmount: 24, deadlineUnit: "HOURS" },
    ],
    [{ sample: "是" }, { sample: true }],
    [{ sample: true }, { sample: true }],
    [{ name: "  无照经营处罚 " }, { name: "无照经营处罚" }],
  ])("%j is read as %j", (given, item) => {
    expect(check({ ...good, ...given })).toMatchObject({ success: true, item });
  });

  it.each<[string[], Record<string, unknown>]>([
    [["code MISSING"], { code: undefined }],
    [["code POWER_ITEM_CODE_SHAPE"], { code: "620702031020010" }],
    [["code POWER_ITEM_CODE_KIND"], { code: "6207020311100100" }],
    [["name MISSING"], { name: "   " }],
    [["name TOO_LONG"], { name: "长".repeat(301) }],
    [["name NOT_TEXT"], { name: 5 }],
    [["legalBasis MISSING", "body MISSING"], { legalBasis: undefined, body: undefined }],
    [["kind KIND_NOT_IN_CODE"], { kind: "行政许可" }],
    [["kind KIND_UNKNOWN"], { kind: "行政命令" }],
    [["responsibilitySteps STEPS_SHAPE"], { responsibilitySteps: 3 }],
    [["deadlineAmount DEADLINE_AMOUNT"], { deadlineAmount: "十", deadlineUnit: "工作日" }],
    [["deadlineAmount DEADLINE_AMOUNT"], { deadlineAmount: "0", deadlineUnit: "工作日" }],
    [["deadlineAmount DEADLINE_AMOUNT"], { deadlineAmount: "1.5", deadlineUnit: "工作日" }],
    [["deadlineAmount DEADLINE_AMOUNT"], { deadlineAmount: true, deadlineUnit: "工作日" }],
    [["deadlineUnit DEADLINE_UNIT"], { deadlineAmount: "10", deadlineUnit: "天" }],
    [["deadlineAmount DEADLINE_HALF"], { deadlineAmount: "10" }],
    [["sample YES_OR_NO"], { sample: "也许" }],
  ])("refused: %j", (expected, given) => {
    expect(codes({ ...good, ...given })).toEqual(expected);
  });

  it("every finding speaks both languages and names its row", () => {
    const checked = check({ code: "1", name: "", deadlineUnit: "天" });
    expect(checked.success).toBe(false);
    for (const { row, en, zh } of checked.success ? [] : checked.findings) {
      expect(row).toBe(7);
      expect(en).toMatch(/^[ -~，工作日自然小时分钟]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
