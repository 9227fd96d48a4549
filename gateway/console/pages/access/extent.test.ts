import { describe, expect, it } from "vitest";
import { type Extent, extentInput, extentProblems, reasonProblem } from "./extent.ts";

const usual: Extent = {
  coordinates: ["Inspection"],
  clear: [],
  validFrom: "2026-06-10",
  validUntil: "2027-06-10",
  listMaximum: "",
};

describe("what is opened", () => {
  it.each<[string, Partial<Extent>, string]>([
    ["as it usually is", {}, ""],
    ["of nothing", { coordinates: [] }, "coordinates"],
    ["of more than anybody decides on", { coordinates: Array(101).fill("Aid") }, "coordinates"],
    ["from no day", { validFrom: "" }, "validFrom"],
    ["until the day it begins", { validUntil: "2026-06-10" }, "validUntil"],
    ["until today", { validFrom: "2026-01-01", validUntil: "2026-06-10" }, "validUntil"],
    ["with the most rows there may be", { listMaximum: 5_000 }, ""],
    ["with more", { listMaximum: 5_001 }, "listMaximum"],
    ["with none", { listMaximum: 0 }, "listMaximum"],
    ["with half a row", { listMaximum: 1.5 }, "listMaximum"],
  ])("%s", (_, change, problems) => {
    const found = Object.entries(extentProblems({ ...usual, ...change }, "2026-06-10"))
      .filter(([, problem]) => problem)
      .map(([name]) => name);
    expect(found.join(" ")).toBe(problems);
  });

  it("is sent as days of the office begin, and the most as a number", () => {
    expect(extentInput({ ...usual, listMaximum: "12" })).toMatchObject({
      validFrom: "2026-06-10T00:00:00+08:00",
      listMaximum: 12,
    });
    expect(extentInput(usual).listMaximum).toBeNull();
  });

  it("needs a reason", () => {
    expect(reasonProblem("  ")?.zh).toContain("请填写");
    expect(reasonProblem("检查")).toBeNull();
    expect(reasonProblem("长".repeat(2_001))).not.toBeNull();
  });
});
