import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Connection,
  eastGrid,
  type GridsTest,
  householdId,
  huijing,
  marketGrid,
  openMafang,
  plateOf,
  readToEnd,
  southEstate,
  villageGrid,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

const answer = async <Data = Record<string, never>>(query: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await mafang.ask<Data>(query, variables);
  expect(errors).toEqual([]);
  return data;
};

const gridAt = async (longitude: number, latitude: number, datum = "WGS84") => {
  const { gridAt } = await answer<{ gridAt: { code: string } | null }>(
    "query ($position: PositionInput!) { gridAt(position: $position) { code } }",
    { position: { longitude, latitude, datum } },
  );
  return gridAt?.code ?? null;
};

describe("the grid at a position", () => {
  it.each([
    ["inside a basic grid", 117.005, 40.01, westGrid],
    ["on the border of two: the eastern one has it", 117.01, 40.01, eastGrid],
    ["on the border of two: the northern one has it", 117.005, 40.02, villageGrid],
    [
      "in the market drawn into a basic grid: the exclusive grid goes first (ZY-2)",
      117.025,
      40.015,
      marketGrid,
    ],
    ["beyond the last grid's eastern edge", 117.03, 40.01, null],
    ["where there is no grid", 116.5, 40.01, null],
  ])("%s", async (_, longitude, latitude, expected) => {
    expect(await gridAt(longitude, latitude)).toBe(expected);
  });

  it("is the same in every datum", async () => {
    // 117.0098, 40.01 in WGS84, 20 m west of the border; taken for WGS84 it would lie across it.
    expect(await gridAt(117.01573, 40.0112, "GCJ02")).toBe(westGrid);
    expect(await gridAt(117.01573, 40.0112, "WGS84")).toBe(eastGrid);
  });

  it("is refused for a swapped pair", async () => {
    const { errors } = await mafang.ask(
      "{ gridAt(position: { longitude: 40.01, latitude: 117.005 }) { code } }",
    );
    expect(errors).toMatchObject([{ code: "BAD_INPUT", message: expect.stringContaining("swapped") }]);
  });

  it("is one statement for many positions", async () => {
    const fields = [117.001, 117.005, 117.015].map(
      (longitude, index) =>
        `at${index}: gridAt(position: { longitude: ${longitude}, latitude: 40.01 }) { code }`,
    );
    expect(await mafang.statements(() => answer(`{ ${fields.join(" ")} }`))).toBe(1);
  });
});

describe("grids", () => {
  it("tell place, kind, boundary and branch; one branch serves several grids (GZ-13)", async () => {
    expect(
      await answer(`{ grid(code: "${marketGrid}") { name kind institutionType synthetic partyBranch { name }
          division { code } boundary { longitude latitude } aliases { name } sizeFinding { problem } validTo }
        served: grid(code: "${westGrid}") { partyBranch { name secretaryName division { code } grids { code } } } }`),
    ).toEqual({
      grid: {
        name: "马坊集贸市场专属网格",
        kind: "EXCLUSIVE",
        institutionType: "MARKET",
        synthetic: true,
        partyBranch: null,
        division: { code: huijing },
        boundary: [
          { longitude: 117.02, latitude: 40.01 },
          { longitude: 117.03, latitude: 40.01 },
          { longitude: 117.03, latitude: 40.02 },
          { longitude: 117.02, latitude: 40.02 },
        ],
        aliases: [{ name: "马坊大集" }],
        sizeFinding: null,
        validTo: null,
      },
      served: {
        partyBranch: {
          name: "汇景网格第一党支部",
          secretaryName: "贾春生",
          division: { code: huijing },
          grids: [{ code: westGrid }, { code: eastGrid }],
        },
      },
    });
  });

  it("count their households and say when there are too few (ZY-1)", async () => {
    expect(
      await answer(
        `{ grid(code: "${westGrid}") { householdCount sizeFinding { problem households fewest most } } }`,
      ),
    ).toEqual({
      grid: {
        householdCount: 20,
        sizeFinding: { problem: "TOO_FEW", households: 20, fewest: 300, most: 400 },
      },
    });
  });

  it.each([
    ["of a kind", "{ kind: EXCLUSIVE }", [marketGrid]],
    ["of an institution (ZY-2)", "{ institutionType: SCHOOL }", []],
    ["by part of the name", '{ name: "二条街" }', [villageGrid]],
    ["outside 300 to 400 households (ZY-1)", "{ outsideSize: true }", [westGrid, eastGrid, villageGrid]],
    [
      "below the visit rate (KF-2); without households there is none",
      "{ visitRateBelowTargetIn: 2026 }",
      [westGrid, eastGrid],
    ],
  ])("are listed %s", async (_, filter, expected) => {
    const { grids } = await answer<{ grids: { edges: { node: { code: string } }[] } }>(
      `{ grids(within: "110117", filter: ${filter}) { edges { node { code } } } }`,
    );
    expect(grids.edges.map(({ node }) => node.code)).toEqual(expected);
  });

  it("are paged through to the end", async () => {
    const grids = await readToEnd<{ code: string }>(async (after) => {
      const data = await answer<{ grids: Connection<{ code: string }> }>(
        `query ($after: String) { grids(within: "110117", first: 1, after: $after) {
          edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.grids;
    });
    expect(grids.map(({ code }) => code)).toEqual([westGrid, eastGrid, marketGrid, villageGrid]);
  });

  it("answer for the ids of four networks (BJ-5)", async () => {
    expect(
      await answer(`{
        gridsOfNetwork(district: "110117", network: PUBLIC_SECURITY, id: "ZA-31") {
          code networkGrids { network networkGridId grid { code } } }
        unknown: gridsOfNetwork(district: "110117", network: LAW_ENFORCEMENT, id: "ZA-31") { code }
      }`),
    ).toEqual({
      gridsOfNetwork: [
        {
          code: eastGrid,
          networkGrids: [
            { network: "PUBLIC_SECURITY", networkGridId: "ZA-31", grid: { code: eastGrid } },
            { network: "URBAN_MANAGEMENT", networkGridId: "CG-0815", grid: { code: eastGrid } },
          ],
        },
      ],
      unknown: [],
    });
  });

  it("add up in every division above them, with the gap in coverage (ZY-3)", async () => {
    const figures = `basicGrids exclusiveGrids households gridsOutsideSize gridsBelowVisitRate uncoveredBuildings
      visitRate { year households visited rate belowTarget }`;
    const rate = { year: 2026, households: 30, visited: 0, rate: 0, belowTarget: true };
    const expected = {
      basicGrids: 3,
      exclusiveGrids: 1,
      households: 30,
      gridsOutsideSize: 3,
      gridsBelowVisitRate: 2,
      uncoveredBuildings: 1,
      visitRate: rate,
    };
    expect(
      await answer(`{ town: division(code: "110117005") { gridFigures { ${figures} } }
        district: division(code: "110117") { gridFigures { ${figures} } }
        elsewhere: division(code: "370685") { gridFigures { households uncoveredBuildings } } }`),
    ).toEqual({
      town: { gridFigures: expected },
      district: { gridFigures: expected },
      elsewhere: { gridFigures: { households: 0, uncoveredBuildings: 0 } },
    });
  });

  /** Ways that lead back to grids by code are asked one by one: together, how many meet in one look-up is the database's choice. */
  it.each<[number, string]>([
    [
      17,
      `division { code } visitRate { rate } partyBranch { division { code } grids { code } }
       members { id kind { code } duties { class { code } } assignments { id member { id } building { code } } division { code } }
       buildings(first: 2) { edges { node { estate { code } members { id } } } }
       aliases { name } networkGrids { network }`,
    ],
    [3, "networkGrids { grid { code } }"],
    [3, "buildings(first: 2) { edges { node { grid { code } } } }"],
    [4, "members { assignments { grid { code } } }"],
    [3, "predecessors { code } successors { code }"],
  ])("load everything of many grids in one statement each: %i", async (expected, fields) => {
    const statements = await mafang.statements(() =>
      answer(`{ grids(within: "110117") { edges { node { ${fields} } } } }`),
    );
    expect(statements).toBe(expected);
  });
});

describe("references from other subgraphs", () => {
  it("are answered in one statement a type, and null for what does not exist or may not be seen", async () => {
    const representations = [
      { __typename: "Grid", code: westGrid },
      { __typename: "Grid", code: eastGrid },
      { __typename: "Grid", code: `${huijing}999` },
      { __typename: "Building", code: plateOf(1) },
      { __typename: "Building", code: plateOf(2) },
      { __typename: "Estate", code: southEstate },
      { __typename: "GridMember", id: "110117-M01" },
      { __typename: "Household", id: householdId(1) },
      { __typename: "Resident", id: "110117-R0001" },
    ];
    const statements = await mafang.statements(async () => {
      const data = await answer(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on Grid { name } ... on Building { name } ... on Estate { name } ... on GridMember { name }
          ... on Household { door } ... on Resident { name } } }`,
        { representations },
      );
      expect(data).toEqual({
        _entities: [
          { name: "汇景第1网格" },
          { name: "汇景第2网格" },
          null,
          { name: "1号楼" },
          { name: "2号楼" },
          { name: "南区回迁小区" },
          { name: "于海涛" },
          null,
          null,
        ],
      });
    });
    expect(statements).toBe(6);
  });
});

describe("a scanned plate (ZY-14)", () => {
  it("gives the grid and who serves the building, without typing", async () => {
    expect(
      await answer(`{ building(code: "${plateOf(11)}") { name address position { longitude latitude }
        division { code } estate { name grids { code } } grid { code }
        members { name phone services kind { nameZh force } duties { code class { nameZh placeholder } } } } }`),
    ).toEqual({
      building: {
        name: "11号楼",
        address: "马坊地区汇景南区回迁小区11号楼",
        position: { longitude: 117.005, latitude: 40.005 },
        division: { code: huijing },
        estate: { name: "南区回迁小区", grids: [{ code: westGrid }, { code: eastGrid }] },
        grid: { code: westGrid },
        members: [
          {
            name: "于海涛",
            phone: "13800000001",
            services: "代办证件、上门走访",
            kind: { nameZh: "专职网格员", force: "ADMINISTRATIVE" },
            duties: [
              { code: "0101", class: { nameZh: "信息采集维护", placeholder: false } },
              { code: "0301", class: { nameZh: "安全隐患排查", placeholder: false } },
            ],
          },
          {
            name: "贾福",
            phone: "13800000001",
            services: "代办证件、上门走访",
            kind: { nameZh: "楼栋长", force: "SOCIAL" },
            duties: [],
          },
        ],
      },
    });
  });

  it("leaves out the head of another building and whoever no longer serves", async () => {
    const { building } = await answer<{ building: { members: { name: string }[] } }>(
      `{ building(code: "${plateOf(1)}") { members { name } } }`,
    );
    expect(building.members).toEqual([{ name: "于海涛" }]);
  });

  it("is unknown when the code is none of ours", async () => {
    expect(await answer('{ building(code: "PLATE-9999") { name } }')).toEqual({ building: null });
  });
});

describe("coverage (ZY-3)", () => {
  it("lists every building in no grid", async () => {
    expect(
      await answer(`{ uncoveredBuildings(within: "110117") { edges { node { code grid { code } members { id } } } }
        elsewhere: uncoveredBuildings(within: "370685") { edges { node { code } } } }`),
    ).toEqual({
      uncoveredBuildings: { edges: [{ node: { code: plateOf(3), grid: null, members: [] } }] },
      elsewhere: { edges: [] },
    });
  });
});

describe("the duty catalogue (ZY-5)", () => {
  it("has nine classes and seventy duties; what is not published is marked", async () => {
    const { dutyCatalogue } = await answer<{
      dutyCatalogue: { placeholder: boolean; duties: { placeholder: boolean }[] }[];
    }>("{ dutyCatalogue { placeholder duties { placeholder } } }");
    const duties = dutyCatalogue.flatMap((dutyClass) => dutyClass.duties);
    expect([dutyCatalogue.length, duties.length]).toEqual([9, 70]);
    expect(dutyCatalogue.filter(({ placeholder }) => !placeholder)).toHaveLength(4);
    expect(duties.every(({ placeholder }) => placeholder)).toBe(true);
  });
});
