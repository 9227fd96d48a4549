import { describe, expect, it } from "vitest";
import type { Extent } from "../extent.ts";
import { askedOf, narrowedInput, narrowProblems } from "./narrow-form.ts";

const today = "2026-06-10";
const asked: Extent = askedOf({
  coordinates: ["ConsumerComplaint", "Inspection.result"],
  clear: ["ConsumerComplaint.consumerPhone"],
  validFrom: "2026-06-09T16:00:00.000Z",
  validUntil: "2027-06-09T16:00:00.000Z",
  listMaximum: null,
});

describe("granting less than was asked for", () => {
  it("begins with what was asked for, its days as the office has them", () => {
    expect(asked).toMatchObject({ validFrom: "2026-06-10", validUntil: "2027-06-10", listMaximum: "" });
    expect(narrowedInput(asked, asked)).toBeUndefined();
  });

  it.each<[Partial<Extent>, object]>([
    [{ coordinates: ["ConsumerComplaint"] }, { coordinates: ["ConsumerComplaint"] }],
    [{ clear: [] }, { clear: [] }],
    [{ validUntil: "2026-09-01" }, { validUntil: "2026-09-01T00:00:00+08:00" }],
    [{ listMaximum: 10 }, { listMaximum: 10 }],
  ])("sends what was cut and nothing else: %j", (change, input) => {
    expect(narrowedInput({ ...asked, ...change }, asked)).toEqual(input);
  });

  it("of more rows than usual takes back what is usual, said or left empty", () => {
    const many = { ...asked, listMaximum: 5_000 };
    expect(narrowedInput({ ...many, listMaximum: "" }, many)).toEqual({ listMaximum: 100 });
    expect(narrowedInput({ ...asked, listMaximum: 100 }, asked)).toBeUndefined();
  });

  it("cuts nothing where a field was taken away and chosen again", () => {
    expect(narrowedInput({ ...asked, coordinates: asked.coordinates.toReversed() }, asked)).toBeUndefined();
  });

  it.each<[Partial<Extent>, string]>([
    [{}, ""],
    [{ coordinates: [] }, "coordinates"],
    [{ validFrom: "2026-06-09" }, "validFrom"],
    [{ validUntil: "2027-06-11" }, "validUntil"],
    [{ validUntil: today }, "validUntil"],
    [{ listMaximum: 101 }, "listMaximum"],
  ])("is held to what was asked for: %j", (change, wrong) => {
    const problems = Object.entries(narrowProblems({ ...asked, ...change }, asked, today));
    expect(problems.flatMap(([name, problem]) => (problem ? [name] : [])).join(" ")).toBe(wrong);
  });
});
