import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Connection,
  type GridsTest,
  huijing,
  openMafang,
  readToEnd,
  southEstate,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

const answer = async (query: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await mafang.ask<Record<string, unknown>>(query, variables);
  expect(errors).toEqual([]);
  return data;
};

describe("divisions", () => {
  it("are written as an address is, from the province down", async () => {
    expect(
      await answer(`{ division(code: "${huijing}") { name level parent { code level } path { name } } }`),
    ).toEqual({
      division: {
        name: "汇景社区居委会",
        level: "COMMUNITY",
        parent: { code: "110117005", level: "TOWNSHIP" },
        path: ["北京市", "市辖区", "平谷区", "马坊地区", "汇景社区居委会"].map((name) => ({ name })),
      },
    });
  });

  it("carry other names with their source, and hold places that have a name and no code", async () => {
    expect(
      await answer(`{
        town: division(code: "110117005") { aliases { name source validTo within { code } } placesWithoutCode { name } }
        street: division(code: "370685003") { aliases { name } placesWithoutCode { name source } }
      }`),
    ).toEqual({
      town: {
        aliases: [
          { name: "马坊镇", source: "平谷融媒 2022-06-30", validTo: null, within: { code: "110117" } },
        ],
        placesWithoutCode: [],
      },
      street: {
        aliases: [],
        placesWithoutCode: [{ name: "锦绣社区", source: "灯塔·烟台智慧党建 2021-06-11" }],
      },
    });
  });

  it("are found by either of two names, and only inside the division asked for", async () => {
    const query = `query ($within: DivisionCode!, $name: String) {
      divisions(within: $within, name: $name, level: TOWNSHIP) { edges { node { code } } } }`;
    const mafangAlone = { divisions: { edges: [{ node: { code: "110117005" } }] } };
    expect(await answer(query, { within: "110117", name: "马坊镇" })).toEqual(mafangAlone);
    expect(await answer(query, { within: "11", name: "马坊地区" })).toEqual(mafangAlone);
    expect(await answer(query, { within: "370685", name: "马坊" })).toEqual({ divisions: { edges: [] } });
  });

  it("are paged through to the end, alone and under a parent, as in one page", async () => {
    const connection = "edges { node { code } } pageInfo { hasNextPage endCursor }";
    interface Listed {
      divisions: Connection<{ code: string }>;
      division: { children: Connection<{ code: string }> };
    }
    const all = await readToEnd(async (after) => {
      const { data } = await mafang.ask<Listed>(
        `query ($after: String) { divisions(within: "11", first: 3, after: $after) { ${connection} } }`,
        { after },
      );
      return data.divisions;
    });
    const { data } = await mafang.ask<Listed>(`{ divisions(within: "11", first: 100) { ${connection} } }`);
    expect(all).toEqual(data.divisions.edges.map(({ node }) => node));
    expect(all).toHaveLength(8);

    const children = await readToEnd(async (after) => {
      const { data } = await mafang.ask<Listed>(
        `query ($after: String) {
          division(code: "110117005") { children(first: 1, after: $after) { ${connection} } } }`,
        { after },
      );
      return data.division.children;
    });
    expect(children).toEqual([{ code: huijing }, { code: "110117005201" }]);
  });

  it("load path, names, children, grids, estates and figures of many in one statement each", async () => {
    const statements = await mafang.statements(() =>
      answer(`{ divisions(within: "11", first: 100) { edges { node {
        parent { code } path { code } aliases { name } placesWithoutCode { name }
        children(first: 2) { edges { node { code } } }
        grids(first: 2) { edges { node { code } } }
        estates(first: 2) { edges { node { code } } }
        gridFigures(year: 2026) { households }
      } } } }`),
    );
    expect(statements).toBe(8);
  });

  it("list the grids and estates inside them", async () => {
    expect(
      await answer(`{ division(code: "110117005") {
        grids(first: 1, filter: { kind: BASIC }) { edges { node { code } } pageInfo { hasNextPage } }
        estates(first: 1) { edges { node { code } } pageInfo { hasNextPage } }
      } }`),
    ).toEqual({
      division: {
        grids: { edges: [{ node: { code: westGrid } }], pageInfo: { hasNextPage: true } },
        estates: { edges: [{ node: { code: southEstate } }], pageInfo: { hasNextPage: true } },
      },
    });
  });

  it("answer references of the gateway in one statement", async () => {
    const statements = await mafang.statements(async () => {
      const data = await answer(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on Division { name } } }`,
        {
          representations: [huijing, "110117005", "999999"].map((code) => ({ __typename: "Division", code })),
        },
      );
      expect(data).toEqual({ _entities: [{ name: "汇景社区居委会" }, { name: "马坊地区" }, null] });
    });
    expect(statements).toBe(1);
  });
});
