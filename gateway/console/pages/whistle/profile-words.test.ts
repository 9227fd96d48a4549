import { describe, expect, it } from "vitest";
import { limitWords } from "./profile-words.ts";

describe("a limit in words", () => {
  it.each([
    [5, "WORKING_DAYS", "5 working days", "5 个工作日"],
    [1, "CALENDAR_DAYS", "1 calendar day", "1 个自然日"],
    [4, "WORKING_HOURS", "4 working hours", "4 个工作时"],
    [1, "HOURS", "1 hour", "1 个小时"],
    [30, "MINUTES", "30 minutes", "30 分钟"],
  ] as const)("%s %s: %s", (amount, unit, en, zh) => {
    expect(limitWords(amount, unit, "en")).toBe(en);
    expect(limitWords(amount, unit, "zh")).toBe(zh);
  });
});
