import { describe, expect, it } from "vitest";
import { intakeOf } from "./intake-series.ts";

const channel = (code: string) => ({ code, name: code.toLowerCase(), nameZh: `渠道${code}` });
const counts = {
  received: 9,
  byChannel: [
    { channel: channel("A"), received: 2 },
    { channel: channel("B"), received: 5 },
    { channel: channel("C"), received: 1 },
    // A channel that is no longer known has a number, and no code to be listed by.
    { channel: null, received: 1 },
  ],
  intake: [
    {
      hour: 8,
      day: null,
      received: 5,
      byChannel: [
        { channel: { code: "A" }, received: 1 },
        { channel: { code: "B" }, received: 4 },
      ],
    },
    {
      hour: 9,
      day: null,
      received: 4,
      byChannel: [
        { channel: { code: "A" }, received: 1 },
        { channel: { code: "B" }, received: 1 },
        { channel: { code: "C" }, received: 1 },
        { channel: null, received: 1 },
      ],
    },
  ],
};

describe("intake as it is drawn", () => {
  it("has the busiest channels first and the rest as one", () => {
    const { spans, series } = intakeOf(counts, 2);
    expect(spans).toEqual(["08", "09"]);
    expect(series.map(({ channel: told, total, counts: each }) => [told?.code, total, each])).toEqual([
      ["B", 5, [4, 1]],
      ["A", 2, [1, 1]],
      [undefined, 2, [0, 2]],
    ]);
  });

  it.each([1, 2, 3, 6])("adds up with %i channels told apart", (toldApart) => {
    const { totals, series } = intakeOf(counts, toldApart);
    expect(totals).toEqual([5, 4]);
    expect(series.reduce((sum, { total }) => sum + total, 0)).toBe(counts.received);
    for (const [span, total] of totals.entries()) {
      expect(series.reduce((sum, each) => sum + (each.counts[span] ?? 0), 0)).toBe(total);
    }
  });

  it("says how a list has the rest alone: any channel but those told apart", () => {
    expect(intakeOf(counts, 2).series.map(({ narrowing }) => narrowing)).toEqual([
      { channel: "B" },
      { channel: "A" },
      { exceptChannels: ["B", "A"] },
    ]);
  });

  it("has no rest where every channel is told", () => {
    expect(intakeOf({ ...counts, byChannel: [], intake: [] }).series).toEqual([]);
  });
});
