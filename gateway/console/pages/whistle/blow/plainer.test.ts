import { describe, expect, it } from "vitest";
import { plainer } from "./plainer.ts";

describe("a finding in plain words", () => {
  it.each([
    ["zh", "430105010 的 SUBDISTRICT_LEADER 不得吹日常哨。", "430105010 的 街道领导 不得吹日常哨。"],
    [
      "en",
      "Ticket 430105-1 is RECEIVED: no unit has it in hand.",
      "Ticket 430105-1 is Received: no unit has it in hand.",
    ],
    ["zh", "COMMUNITY_SECRETARY (COMMUNITY)", "社区书记 (社区)"],
    ["en", "Unit 430105-HOUSING by rule KF-8 (XYZ)", "Unit 430105-HOUSING by rule KF-8 (XYZ)"],
  ] as const)("%s: %s", (language, message, said) => {
    expect(plainer(message, language)).toBe(said);
  });
});
