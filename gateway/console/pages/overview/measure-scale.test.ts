import { describe, expect, it } from "vitest";
import { scaleOfCounts, scaleOfRates, stepOf } from "./measure-scale.ts";

describe("the colours of counts", () => {
  it.each([
    [0, ["0–0"]],
    [1, ["0–0", "1–1"]],
    [3, ["0–0", "1–1", "2–2", "3–3"]],
    [4, ["0–0", "1–1", "2–2", "3–3", "4–4"]],
    [37, ["0–0", "1–10", "11–20", "21–30", "31–37"]],
    [9, ["0–0", "1–3", "4–6", "7–9"]],
  ])("up to %i", (highest, steps) => {
    expect(scaleOfCounts(highest).map(({ from, to }) => `${from}–${to}`)).toEqual(steps);
  });

  it.each([1, 2, 5, 9, 37, 1000])("give every count up to %i one step that holds it", (highest) => {
    const scale = scaleOfCounts(highest);
    for (let count = 0; count <= highest; count += 1) {
      const step = scale[stepOf(count, scale)];
      expect(step && step.from <= count && count <= step.to).toBe(true);
    }
  });
});

describe("the colours of rates", () => {
  it.each([
    [0, 0],
    [19.99, 0],
    [20, 1],
    [93.1, 4],
    [100, 4],
  ])("%d %% has colour %i", (rate, step) => {
    expect(stepOf(rate, scaleOfRates)).toBe(step);
  });
});
