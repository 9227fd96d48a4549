import { describe, expect, it } from "vitest";
import type { KindRulesFragment } from "../kind-rules.graphql.ts";
import { type BlowValues, type Call, inputOf, problemsOf, type Verdict } from "./blow-values.ts";

const call = (code: string, item?: string, kind = "DEPARTMENT"): Call => ({
  unit: { code, name: code, kind },
  item: item ? { code: item, name: item } : null,
});
const kind = (over: object = {}) =>
  ({
    themes: [],
    requiresCitation: false,
    assisting: { kinds: ["DEPARTMENT"], reach: "DISTRICT", min: 1, max: 2 },
    assembly: [],
    ...over,
  }) as unknown as KindRulesFragment;
const filledIn: BlowValues = {
  kind: "TACKLING",
  source: "HOTLINE",
  theme: "",
  coordination: "",
  demand: " 请共同整治 ",
  assembly: [],
  lead: call("A", "1"),
  assisting: [call("B")],
};
const verdict = (allowed: boolean): Verdict => ({
  allowed,
  reason: "",
  reasonZh: "",
  rule: "GZ-8",
  listId: null,
  listVersion: null,
});

describe("what stands against sending a whistle", () => {
  it.each<[string, object, object, object]>([
    ["nothing", {}, {}, {}],
    ["no source", { source: "" }, {}, { source: "Say where the need came from." }],
    ["a theme is wanted", {}, { themes: ["SAFETY"] }, { theme: "Choose a theme." }],
    ["a theme of another kind", { theme: "WATER" }, { themes: ["SAFETY"] }, { theme: "Choose a theme." }],
    ["nothing is asked", { demand: "  " }, {}, { demand: "Say what is asked of the called units, and why." }],
    [
      "too much is written",
      { demand: "吹".repeat(4001) },
      {},
      { demand: "At most 4000 characters; 4001 are written." },
    ],
    ["nobody leads", { lead: null }, {}, { lead: "Choose the one unit that leads." }],
    ["nobody assists", { assisting: [] }, {}, { assisting: "Choose 1 to 2 assisting units; 0 are chosen." }],
    [
      "too many assist",
      { assisting: [call("B"), call("C"), call("D")] },
      {},
      { assisting: "Choose 1 to 2 assisting units; 3 are chosen." },
    ],
    ["the lead assists too", { assisting: [call("A")] }, {}, { assisting: "A is called twice." }],
    [
      "an item is wanted",
      { lead: call("A") },
      { requiresCitation: true, assisting: { min: 0, max: 1 } },
      {
        lead: "Say by which power item A is competent.",
        assisting: "Say by which power item B is competent.",
      },
    ],
    [
      "a company answers by contract",
      { assisting: [call("B", undefined, "COMPANY")] },
      { requiresCitation: true },
      {},
    ],
    ["the item is off the list", { lead: call("A", "2") }, {}, { lead: "A cannot be called by this item." }],
  ])("%s", (_, values, rules, problems) => {
    const verdicts = new Map([
      ["A 1", verdict(true)],
      ["A 2", verdict(false)],
    ]);
    const found = problemsOf({ ...filledIn, ...values }, kind(rules), verdicts);
    expect(Object.fromEntries(Object.entries(found).map(([field, said]) => [field, said.en]))).toEqual(
      problems,
    );
  });
});

describe("what is sent", () => {
  it("names the lead first, the ticket, its grid, and nothing that was not filled in", () => {
    expect(inputOf(filledIn, { ticket: "T", grid: "430105010002001", rules: kind() })).toEqual({
      kind: "TACKLING",
      source: "HOTLINE",
      tickets: ["T"],
      demand: "请共同整治",
      grid: "430105010002001",
      noGridYet: false,
      assembly: [],
      participants: [
        { unit: "A", role: "LEAD", item: "1" },
        { unit: "B", role: "ASSISTING" },
      ],
    });
  });

  it("says outright that there is no grid, and of seats those that are for choosing", () => {
    const rules = kind({
      themes: ["SAFETY"],
      assembly: [
        { code: "SECRETARY", required: true },
        { code: "LAWYER", required: false },
      ],
    });
    const values = {
      ...filledIn,
      theme: "SAFETY",
      coordination: "LOCAL_LED",
      assembly: ["LAWYER", "SECRETARY", "X"],
    };
    expect(inputOf(values, { ticket: "T", grid: undefined, rules })).toMatchObject({
      noGridYet: true,
      theme: "SAFETY",
      coordination: "LOCAL_LED",
      assembly: ["LAWYER"],
    });
  });
});
