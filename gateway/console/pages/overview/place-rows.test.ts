import { describe, expect, it } from "vitest";
import type { OverviewCountsQuery } from "./counts.graphql.ts";
import { type Measure, measures, measuresOf, placeRows } from "./place-rows.ts";
import type { OverviewPlacesQuery } from "./places.graphql.ts";

const view = { place: "430105010", from: "2026-06-01", until: "2026-06-10" };
const period = "from=2026-06-01&until=2026-06-10";
const community = (code: string) => ({ code, name: `社区${code}` });
const tickets = { received: 5, open: 3, overdue: 1, struckOff: 2, whistled: 1 };
const whistles = { blown: 4, open: 2, overdue: 1, solved: 3 };

const counts = {
  ticketCounts: {
    byPlace: [
      { division: { code: "430105010003" }, grid: null, direct: false, ...tickets },
      { division: { code: "430105010" }, grid: null, direct: true, ...tickets },
    ],
  },
  whistleCounts: {
    byPlace: [{ division: { code: "430105010003" }, grid: null, direct: false, ...whistles }],
  },
} as unknown as OverviewCountsQuery;
const places = {
  division: {
    children: {
      edges: ["430105010003", "430105010004"].map((code) => ({
        node: { ...community(code), outline: null },
      })),
    },
  },
} as unknown as OverviewPlacesQuery;
const rates = {
  division: {
    code: "430105010",
    children: {
      edges: [
        {
          node: {
            code: "430105010003",
            rates: { valid: 9, responseRate: 100, solvedRate: 88.89, satisfiedRate: null },
          },
        },
        { node: { code: "430105010004", rates: null } },
      ],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  },
};
const rowsOf = (measure: Measure) => placeRows(view, measure, { counts, places, rates });

describe("the places below", () => {
  it("are all there, with nothing where nothing is counted, and the place's own row", () => {
    expect(rowsOf("received").map(({ code, kind, value }) => [code, kind, value])).toEqual([
      ["430105010", "direct", 5],
      ["430105010003", "division", 5],
      ["430105010004", "division", 0],
    ]);
    expect(rowsOf("blown").map(({ value }) => value)).toEqual([4, 0]);
  });

  it("have no rate where there is none, which is not nought", () => {
    expect(rowsOf("solvedRate").map(({ value }) => value)).toEqual([88.89, null]);
    expect(rowsOf("satisfiedRate").map(({ value }) => value)).toEqual([null, null]);
  });

  it.each([
    ["received", 5, `/tickets?division=430105010003&${period}`],
    ["open", 3, `/tickets?division=430105010003&${period}&open=true`],
    ["overdue", 1, `/tickets?division=430105010003&${period}&overdue=true`],
    ["struckOff", 2, `/tickets?division=430105010003&${period}&states=STRUCK_OFF,ARCHIVED`],
    ["whistled", 1, `/tickets?division=430105010003&${period}&whistled=true`],
    ["blown", 4, `/whistles?division=430105010003&${period}`],
    ["whistlesOpen", 2, `/whistles?division=430105010003&${period}&open=true`],
    ["whistlesOverdue", 1, `/whistles?division=430105010003&${period}&overdue=true`],
    [
      "whistlesSolved",
      3,
      "/whistles?division=430105010003&confirmedFrom=2026-06-01&confirmedUntil=2026-06-10",
    ],
    [
      "solvedRate",
      88.89,
      "/overview/call-backs?division=430105010003&countedFrom=2026-06-01&countedUntil=2026-06-10&valid=true",
    ],
  ] as const)("of %s open their list", (measure, value, list) => {
    expect(rowsOf(measure).find(({ code }) => code === "430105010003")).toMatchObject({ value, list });
  });

  it("of a community are grids, also one that is no longer", () => {
    const grid = (code: string) => ({ node: { code, name: `网格${code}` } });
    const rows = placeRows({ ...view, place: "430105010003" }, "received", {
      counts: {
        ticketCounts: {
          byPlace: [
            {
              division: community("430105010003"),
              grid: { code: "430105010003009" },
              named: { name: "旧网格" },
              direct: false,
              ...tickets,
            },
            { division: community("430105010003"), grid: null, named: null, direct: true, ...tickets },
          ],
        },
      } as unknown as OverviewCountsQuery,
      places: {
        division: {
          name: "连升街社区",
          children: { edges: [] },
          grids: { edges: [grid("430105010003001")] },
        },
      } as unknown as OverviewPlacesQuery,
      rates: undefined,
    });
    expect(rows.map(({ kind, name, value, list }) => [kind, name, value, list])).toEqual([
      ["direct", "连升街社区", 5, `/tickets?division=430105010003&${period}&noGridYet=true`],
      ["grid", "网格430105010003001", 0, `/tickets?division=430105010003&${period}&grid=430105010003001`],
      ["grid", "旧网格", 5, `/tickets?division=430105010003&${period}&grid=430105010003009`],
    ]);
  });

  it("are those of which something is counted, by their codes, where the places cannot be looked up", () => {
    const rows = placeRows(view, "received", { counts, places: undefined, rates: undefined });
    expect(rows.map(({ code, name, value }) => [code, name, value])).toEqual([
      ["430105010", undefined, 5],
      ["430105010003", undefined, 5],
    ]);
  });

  it("of a community have no rates", () => {
    expect(measuresOf("430105010003")).not.toContain("solvedRate");
    expect(measuresOf("430105010")).toEqual(measures);
  });
});
