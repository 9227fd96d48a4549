import { describe, expect, it } from "vitest";
import { plainer } from "./plainer.ts";

describe("a finding in plain words", () => {
  it.each([
    ["zh", "430105010 的 SUBDISTRICT_LEADER 不得吹日常哨。", "通泰街街道办事处的街道领导不得吹日常哨。"],
    [
      "en",
      "Ticket 430105-1 is RECEIVED: no unit has it in hand.",
      "Ticket 430105-1 is Received: no unit has it in hand.",
    ],
    ["zh", "COMMUNITY_SECRETARY (COMMUNITY)", "社区书记（社区）"],
    ["zh", "COMMUNITY_STAFF/COMMUNITY_SECRETARY (COMMUNITY)", "社区工作者、社区书记（社区）"],
    ["en", "Unit 430105-HOUSING by rule KF-8 (XYZ)", "Unit Housing by rule KF-8 (XYZ)"],
    ["en", "may not blow a ROUTINE whistle", "may not blow a Routine whistle whistle"],
    ["zh", "依据清单 430105-HOUSING:DUTY 第 2 版", "依据清单 430105-HOUSING:DUTY 第 2 版"],
    ["zh", "工单 430105-20260610-000009 已办结", "工单 430105-20260610-000009 已办结"],
  ] as const)("%s: %s", (language, message, said) => {
    const names: Record<string, string> = { "430105010": "通泰街街道办事处", "430105-HOUSING": "Housing" };
    const words = { ROUTINE: { en: "Routine whistle", zh: "日常哨" } };
    expect(plainer(message, language, { unitName: (code) => names[code] ?? code, words })).toBe(said);
  });
});
