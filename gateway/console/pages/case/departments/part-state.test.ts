import { describe, expect, it } from "vitest";
import { type Refusal, refusalAt } from "../../../graph/refusal.ts";
import { partAt, rowsOf } from "./part-state.ts";

const refusal = (fault: Refusal["fault"], ...path: Refusal["path"]): Refusal => ({
  code: fault === "SYSTEM" ? "SUBGRAPH_UNAVAILABLE" : "WITHHELD",
  message: { en: "", zh: "" },
  fault,
  rule: undefined,
  allowed: undefined,
  moves: [],
  lastChange: undefined,
  details: {},
  path,
});
const calls = ["ticket", "policeCalls"] as const;

describe("a department's part", () => {
  it.each([
    ["rows", [1], [], "SHOWN"],
    ["an empty list", [], [], "NONE"],
    ["null without an error", null, [], "NONE"],
    ["null, withheld", null, [refusal("CALLER", "ticket", "policeCalls")], "WITHHELD"],
    ["null, a system down", null, [refusal("SYSTEM", "ticket", "policeCalls")], "DOWN"],
    ["null with everything around it", null, [refusal("SYSTEM", "ticket")], "DOWN"],
    ["null for what had to be in it", null, [refusal("SYSTEM", "ticket", "policeCalls", "edges")], "DOWN"],
    ["nothing where what is around it is missing", undefined, [refusal("SYSTEM", "ticket", "title")], "DOWN"],
    ["no answer at all", undefined, [refusal("SYSTEM")], "DOWN"],
    ["a list of what is withheld", [null], [refusal("CALLER", "ticket", "policeCalls", 0)], "WITHHELD"],
    ["null with another part's error", null, [refusal("SYSTEM", "ticket", "grid")], "NONE"],
    [
      "an empty list with another part's error",
      [],
      [refusal("CALLER", "ticket", "policeCallFigures")],
      "NONE",
    ],
  ] as const)("is told from the others by %s", (_, rows, refusals, state) => {
    expect(partAt(calls, rows, refusals)).toMatchObject({ state });
  });

  it("knows why a value is missing by what had to be in it", () => {
    const below = refusal("SYSTEM", "ticket", "division", "name");
    expect(refusalAt([below], "ticket", "division")).toBe(below);
    expect(refusalAt([below], "ticket", "grid")).toBeUndefined();
  });

  it("says what is missing of what it shows", () => {
    const lack = refusal("CALLER", "ticket", "policeCalls", "edges", 0, "node", "callerName");
    expect(partAt(calls, [{ number: 1 }], [lack, refusal("CALLER", "ticket", "title")])).toEqual({
      state: "SHOWN",
      rows: [{ number: 1 }],
      refusal: undefined,
      lacks: [lack],
    });
  });

  it("keeps the rows that are told beside one that is not", () => {
    const part = partAt(["case", "residents"], ["a", null], [refusal("CALLER", "case", "residents", 1)]);
    expect([part.state, part.rows, part.lacks.length]).toEqual(["SHOWN", ["a"], 1]);
  });

  it("reads a connection, and its null", () => {
    expect(rowsOf({ edges: [{ node: 1 }, { node: 2 }] })).toEqual([1, 2]);
    expect(rowsOf(null)).toBeNull();
    expect(rowsOf(undefined)).toBeUndefined();
  });
});
