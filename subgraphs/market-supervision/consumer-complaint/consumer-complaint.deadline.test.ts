import { describe, expect, it } from "vitest";
import { daysToDecide, daysToMediate, isUsedUp, lastDayOf } from "./consumer-complaint.deadline.ts";

const at = (text: string) => new Date(`${text}+08:00`);

describe("seven working days to accept or reject (市场监督管理投诉举报处理暂行办法 第十四条)", () => {
  it.each([
    ["an ordinary week", "2026-06-01T09:00:00", "2026-06-10"],
    ["received late at night: still that day", "2026-06-01T23:59:00", "2026-06-10"],
    ["received on a Saturday", "2026-06-06T09:00:00", "2026-06-16"],
    [
      "over National Day, with the make-up days the notice of that year names",
      "2026-09-30T09:00:00",
      "2026-10-15",
    ],
    ["over a prolonged Spring Festival", "2020-01-22T09:00:00", "2020-02-10"],
  ])("%s", (_, received, last) => {
    expect(lastDayOf(at(received), daysToDecide)).toBe(last);
    expect(isUsedUp(at(received), daysToDecide, at(`${last}T23:59:59`))).toBe(false);
    expect(isUsedUp(at(received), daysToDecide, new Date(at(`${last}T23:59:59`).getTime() + 1_000))).toBe(
      true,
    );
  });

  it("used up on a Saturday when the last was a Friday", () => {
    expect(lastDayOf(at("2026-06-03T09:00:00"), daysToDecide)).toBe("2026-06-12");
    expect(isUsedUp(at("2026-06-03T09:00:00"), daysToDecide, at("2026-06-13T00:00:00"))).toBe(true);
  });

  it("told while next year's calendar is not known: what is past is enough", () => {
    expect(() => lastDayOf(at("2026-12-30T09:00:00"), daysToMediate)).toThrow("cannot be judged");
    expect(isUsedUp(at("2026-12-30T09:00:00"), daysToMediate, at("2026-12-31T09:00:00"))).toBe(false);
    expect(isUsedUp(at("2026-12-30T09:00:00"), daysToDecide, at("2026-12-30T10:00:00"))).toBe(false);
  });
});
