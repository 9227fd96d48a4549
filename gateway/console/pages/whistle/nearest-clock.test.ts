import { describe, expect, it } from "vitest";
import { nearestClock } from "./nearest-clock.ts";

const clock = (step: string, dueAt: string, over: object = {}) => ({ step, dueAt, ...over });

describe("the nearest clock", () => {
  it.each([
    ["none", [], undefined],
    ["null, which was withheld", null, undefined],
    [
      "the earliest still to be met",
      [
        clock("MEASURES", "2026-06-12T16:00:00Z"),
        clock("SIGN", "2026-06-10T06:00:00Z", { metAt: "2026-06-10T05:00:00Z" }),
        clock("ARRIVE", "2026-06-10T08:00:00+08:00", { stoppedAt: "2026-06-09T05:00:00Z" }),
        clock("CHECKPOINT", "2026-06-12T23:00:00+08:00"),
      ],
      "CHECKPOINT",
    ],
    [
      "one run out stands first",
      [clock("SIGN", "2026-06-01T00:00:00Z"), clock("MEASURES", "2026-06-02T00:00:00Z")],
      "SIGN",
    ],
    [
      "nothing when all is done",
      [clock("SIGN", "2026-06-01T00:00:00Z", { metAt: "2026-06-01T00:00:00Z" })],
      undefined,
    ],
  ])("is %s", (_, clocks, step) => {
    expect(nearestClock(clocks)?.step).toBe(step);
  });
});
