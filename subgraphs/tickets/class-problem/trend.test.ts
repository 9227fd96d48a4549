import { describe, expect, it } from "vitest";
import { concentration, countDemanders, type Voice } from "./trend.ts";

const rule = { distinctDemanders: 15, withinHours: 48 };
const start = Date.parse("2021-09-27T09:00:00+08:00");
const hour = 3_600_000;

const voice = (
  n: number,
  { hours = n, who = `phone:${n}` }: { hours?: number; who?: string | null } = {},
): Voice => ({
  ticket: `T${n}`,
  at: new Date(start + hours * hour),
  identity: who,
  phone: who?.startsWith("phone:") ? who.slice(6) : null,
});

const voices = (count: number, more?: (n: number) => Parameters<typeof voice>[1]): Voice[] =>
  Array.from({ length: count }, (_, n) => voice(n, more?.(n)));

describe("the trend rule at fifteen demanders in 48 hours (ZY-21)", () => {
  it.each([
    ["15 demanders within 14 hours", voices(15), 15],
    ["14 demanders", voices(14), 0],
    ["15 demands of 14 demanders", voices(15, (n) => ({ who: `phone:${Math.min(n, 13)}` })), 0],
    ["15 demands of one person", voices(15, () => ({ who: "person:1" })), 0],
    ["15 unnamed voices, who cannot be told apart", voices(15, () => ({ who: null })), 0],
    ["14 named and one unnamed", voices(15, (n) => (n === 0 ? { who: null } : {})), 15],
    ["the last exactly 48 hours after the first", voices(15, (n) => ({ hours: n === 14 ? 48 : n })), 15],
    ["the last a minute later", voices(15, (n) => ({ hours: n === 14 ? 48 + 1 / 60 : n })), 0],
    ["15 spread over a month", voices(15, (n) => ({ hours: n * 48 })), 0],
    [
      "16 demanders, the first two days before the rest",
      voices(16, (n) => (n === 0 ? { hours: -60 } : {})),
      15,
    ],
    ["15 demanders, one of them three times", voices(17, (n) => ({ who: `phone:${Math.min(n, 14)}` })), 17],
    ["nobody", [], 0],
  ])("%s: so many tickets are linked", (_, heard, linked) => {
    expect(concentration(heard, rule)).toHaveLength(linked);
  });

  it("links every ticket of overlapping spans, each once, in the order of the demands", () => {
    const heard = [...voices(16, (n) => ({ hours: n === 15 ? 49 : n }))].reverse();
    expect(concentration(heard, rule)).toEqual(Array.from({ length: 16 }, (_, n) => `T${n}`));
  });

  it("counts one ticket once, however many demands were merged into it", () => {
    const merged = voices(15).map((each) => ({ ...each, ticket: "T0" }));
    expect(concentration(merged, rule)).toEqual(["T0"]);
  });
});

describe("telling demanders apart", () => {
  const heard = (identity: string | null, phone: string | null): Voice => ({
    ticket: "T",
    at: new Date(start),
    identity,
    phone,
  });

  it.each([
    ["one person by app and by phone", [heard("person:1", "138"), heard("phone:138", "138")], 1],
    ["one app user under two phones", [heard("person:1", "138"), heard("person:1", "139")], 1],
    ["two households", [heard("phone:138", "138"), heard("phone:139", "139")], 2],
    ["a firm and a person", [heard("firm:9111", null), heard("person:1", null)], 2],
  ])("%s", (_, both, count) => {
    expect(countDemanders(both)).toBe(count);
  });
});
