import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestStack, type TestStack } from "../../../test/testkit/stack.ts";
import type { Dataset } from "./dataset.ts";
import { loadDataset } from "./load.ts";

const dataset: Dataset = { scale: "demo", seed: 1, today: "2026-06-30" };
const districts = ["110101", "110117", "370685", "430105", "620702"];

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack("in one process");
  stack.setClock("2026-06-30T09:00:00+08:00");
  expect(await loadDataset(stack.databaseUrls, dataset)).toBe(true);
});
afterAll(() => stack?.stop());

/** The data, where nothing may have gone wrong. */
async function answer<Data>(query: string, variables?: Record<string, unknown>, as?: string): Promise<Data> {
  const { data, errors } = await stack.ask<Data>(query, variables, as);
  expect(errors).toEqual([]);
  return data;
}

describe("the land", () => {
  it("has real divisions above a grid, and a team and responders for it", async () => {
    const { grid } = await answer<{
      grid: {
        synthetic: boolean;
        division: { path: { name: string }[]; aliases: { name: string }[] };
        partyBranch: { name: string };
        members: { name: string; services: string }[];
        responders: { unit: { code: string } }[];
      };
    }>(`{
      grid(code: "430105010003001") {
        synthetic
        division { path { name } aliases { name } }
        partyBranch { name }
        members { name services }
        responders { unit { code } }
      }
    }`);
    expect(grid.division.path.map(({ name }) => name)).toEqual([
      "湖南省",
      "长沙市",
      "开福区",
      "通泰街街道",
      "连升街社区居委会",
    ]);
    expect(grid.division.aliases.map(({ name }) => name)).toContain("连升街社区");
    expect(grid.synthetic).toBe(true);
    expect(grid.members.length).toBeGreaterThan(5);
    expect(grid.responders.map(({ unit }) => unit.code)).toContain("430105-MARKET-SUPERVISION");
  });

  it.each(districts)("covers every building of %s by a grid of the right size (ZY-1, ZY-3)", async (code) => {
    const { division } = await answer<{ division: { gridFigures: Record<string, number> } }>(
      `query ($code: DivisionCode!) {
        division(code: $code) { gridFigures { basicGrids households uncoveredBuildings gridsOutsideSize } }
      }`,
      { code },
    );
    const { basicGrids = 0, households = 0, uncoveredBuildings, gridsOutsideSize } = division.gridFigures;
    expect({ uncoveredBuildings, gridsOutsideSize }).toEqual({ uncoveredBuildings: 0, gridsOutsideSize: 0 });
    expect(households / basicGrids).toBeGreaterThan(300);
    expect(households / basicGrids).toBeLessThan(400);
  });

  it("finds the estate that the source text names, by what people call its town (PG-14)", async () => {
    const { resolvePlace } = await answer<{
      resolvePlace: { estate: { code: string } | null; grid: { code: string } | null }[];
    }>(`{ resolvePlace(within: "110117", text: "马坊镇南区回迁小区") { estate { code } grid { code } } }`);
    expect(resolvePlace[0]?.estate).toEqual({ code: "110117005001-E01" });
  });
});

describe("the departments", () => {
  it.each(districts)("leave no community of %s without a responder (KF-11)", async (district) => {
    const { responderGaps } = await answer<{ responderGaps: { edges: unknown[] } }>(
      `query ($district: DivisionCode!) {
        responderGaps(district: $district, on: "2026-06-30") { edges { node { unit { code } } } }
      }`,
      { district },
      "kaifu-list-keeper",
    );
    expect(responderGaps.edges).toEqual([]);
  });

  it("match a matter with a sample item, by the version of the list in force that day (PG-4, GZ-11)", async () => {
    const ask = (on: string) =>
      answer<{ match: { item: { name: string }; unit: { code: string }; listVersion: number } }>(
        `query ($on: LocalDate!) {
          match(matter: "110117-0501", division: "110117005001", on: $on) {
            item { name } unit { code } listVersion responder { name }
          }
        }`,
        { on },
        "pinggu-dispatcher",
      );
    const [before, now] = await Promise.all([ask("2025-09-01"), ask("2026-06-29")]);
    expect(now.match).toMatchObject({ unit: { code: "110117-HOUSING" }, responder: { name: "门学军" } });
    expect(now.match.item.name).toMatch(/（样例）$/);
    expect(before.match.listVersion).toBe(1);
  });
});

describe("loading", () => {
  it("does nothing to databases that hold data", async () => {
    expect(await loadDataset(stack.databaseUrls, { ...dataset, seed: 2 })).toBe(false);
  });
});
