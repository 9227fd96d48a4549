import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { Post, type Principal, servicePrincipal } from "../../shared/principal.ts";
import {
  eastGrid,
  type GridsTest,
  householdId,
  huijing,
  marketGrid,
  openMafang,
  people,
  plateOf,
  villageGrid,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeEach(async () => {
  mafang = await openMafang();
});
afterEach(() => mafang.close());

let keys = 0;
const newKey = (): string => `grid-change-${keys++}`;
const districtLeader = person(Post.DISTRICT_LEADER, { unit: "110117" });
const third = `${huijing}003`;
const fourth = `${huijing}004`;

const point = (longitude: number, latitude: number) => ({ longitude, latitude });
/** From south to north through the middle of the western grid, between buildings 1 and 11. */
const middle = { from: point(117.005, 39), to: point(117.005, 41) };

const split = (input: Record<string, unknown> = {}, as?: Principal, key = newKey()) =>
  mafang.ask<{ splitGrid: { code: string; successors: { code: string }[] } }>(
    `mutation ($input: GridSplitInput!, $key: String!) { splitGrid(input: $input, idempotencyKey: $key) {
      code validTo householdCount version
      successors { code name validFrom householdCount sizeFinding { problem } partyBranch { name }
        visitRate(year: 2026) { visited } members { name } predecessors { code }
        buildings { edges { node { name } } } } } }`,
    { input: { grid: westGrid, ...middle, leftName: "汇景西网格", rightName: "汇景中网格", ...input }, key },
    as ? { as } : {},
  );

const merge = (grids: string[], as: Principal = people.streetLeader) =>
  mafang.ask<{ mergeGrids: { code: string } }>(
    `mutation ($input: GridMergeInput!, $key: String!) { mergeGrids(input: $input, idempotencyKey: $key) {
      code householdCount boundary { longitude latitude } members { name } predecessors { code validTo }
      visitRate(year: 2026) { visited } } }`,
    { input: { grids, name: "汇景大网格" }, key: newKey() },
    { as },
  );

const gridAt = async (longitude: number, latitude: number) => {
  const { data } = await mafang.ask<{ gridAt: { code: string } | null }>(
    "query ($position: PositionInput!) { gridAt(position: $position) { code } }",
    { position: point(longitude, latitude) },
  );
  return data.gridAt?.code;
};

describe("splitting a grid (ZY-1)", () => {
  beforeEach(async () => {
    await mafang.database.query("UPDATE building SET longitude = 117.002 WHERE code = $1", [plateOf(1)]);
    await mafang.database.query("UPDATE building SET longitude = 117.008 WHERE code = $1", [plateOf(11)]);
    for (const household of [householdId(1), householdId(2), householdId(11)]) {
      await mafang.ask(
        "mutation ($input: VisitInput!, $key: String!) { recordVisit(input: $input, idempotencyKey: $key) { id } }",
        { input: { household, visitedOn: "2026-05-01" }, key: newKey() },
        { as: people.secretary },
      );
    }
  });

  it("moves buildings, households, visits counted and members with the land, and warns of the sizes", async () => {
    const { data, errors } = await split({}, people.streetLeader);
    expect(errors).toEqual([]);
    const part = {
      validFrom: "2026-06-01",
      householdCount: 10,
      sizeFinding: { problem: "TOO_FEW" },
      partyBranch: { name: "汇景网格第一党支部" },
      predecessors: [{ code: westGrid }],
    };
    expect(data.splitGrid).toEqual({
      code: westGrid,
      validTo: "2026-06-01",
      householdCount: 0,
      version: 2,
      successors: [
        {
          ...part,
          code: third,
          name: "汇景西网格",
          visitRate: { visited: 2 },
          members: [{ name: "于海涛" }],
          buildings: { edges: [{ node: { name: "1号楼" } }] },
        },
        {
          ...part,
          code: fourth,
          name: "汇景中网格",
          visitRate: { visited: 1 },
          members: [{ name: "于海涛" }, { name: "贾福" }],
          buildings: { edges: [{ node: { name: "11号楼" } }] },
        },
      ],
    });
    expect([
      await gridAt(117.002, 40.01),
      await gridAt(117.005, 40.01),
      await gridAt(117.015, 40.01),
    ]).toEqual([third, fourth, eastGrid]);
  });

  it("keeps the history: the closed grid is still read, left out of lists, and followed by its networks", async () => {
    await mafang.database.query("UPDATE network_grid SET grid_code = $1 WHERE network_grid_id = 'ZA-31'", [
      westGrid,
    ]);
    await split({}, people.streetLeader);
    const { data } = await mafang.ask(
      `{ grid(code: "${westGrid}") { name validTo }
         current: grids(within: "${huijing}", filter: { kind: BASIC }) { edges { node { code } } }
         all: grids(within: "${huijing}", filter: { kind: BASIC, includeClosed: true }) { edges { node { code } } }
         gridsOfNetwork(district: "110117", network: PUBLIC_SECURITY, id: "ZA-31") { code }
         division(code: "${huijing}") { gridFigures { basicGrids households visitRate { visited } } } }`,
    );
    const nodes = (codes: string[]) => ({ edges: codes.map((code) => ({ node: { code } })) });
    expect(data).toEqual({
      grid: { name: "汇景第1网格", validTo: "2026-06-01" },
      current: nodes([eastGrid, third, fourth]),
      all: nodes([westGrid, eastGrid, third, fourth]),
      gridsOfNetwork: [{ code: third }, { code: fourth }],
      division: { gridFigures: { basicGrids: 3, households: 30, visitRate: { visited: 3 } } },
    });
    const feed = await mafang.ask<{ gridFeed: { kind: string }[] }>(
      "{ gridFeed(after: 0) { subject kind payload } }",
      {},
      { as: servicePrincipal("tickets") },
    );
    expect(feed.data.gridFeed.at(-1)).toEqual({
      subject: westGrid,
      kind: "GRID_SPLIT",
      payload: { into: [third, fourth], households: 20 },
    });
  });

  it("has one effect when it is sent twice, and one of two who split at once is told", async () => {
    const key = newKey();
    const first = await split({}, people.streetLeader, key);
    expect((await split({}, people.streetLeader, key)).data).toEqual(first.data);

    const both = await Promise.all([
      split({ grid: third, from: point(117.001, 39), to: point(117.001, 41) }, people.streetLeader),
      split({ grid: third, from: point(117.001, 39), to: point(117.001, 41) }, districtLeader),
    ]);
    expect(both.map(({ errors }) => errors[0]?.code).sort()).toEqual(["GRID_NOT_IN_FORCE", undefined]);
  });

  it.each([
    ["by the community", {}, people.secretary, "FORBIDDEN"],
    ["without a token", {}, undefined, "UNAUTHENTICATED"],
    ["of an exclusive grid (ZY-2)", { grid: marketGrid }, people.streetLeader, "GRID_NOT_BASIC"],
    [
      "along a line beside it",
      { from: point(118, 39), to: point(118, 41) },
      people.streetLeader,
      "SPLIT_LINE_MISSES",
    ],
    ["into grids without a name", { leftName: " " }, people.streetLeader, "GRID_NAME_MISSING"],
    ["of a grid nobody knows", { grid: `${huijing}099` }, people.streetLeader, "NOT_FOUND"],
    ["along a swapped pair", { from: point(39, 117) }, people.streetLeader, "BAD_INPUT"],
  ])("is refused %s", async (_, input, as, code) => {
    expect((await split(input, as)).errors).toMatchObject([{ code }]);
    expect(await gridAt(117.002, 40.01)).toBe(westGrid);
  });
});

describe("merging grids (ZY-1)", () => {
  it("lets a member who served two of them serve the new one once, until the later end", async () => {
    const insert = (id: string, grid: string, from: string, to: string | null) =>
      mafang.database.query(
        `INSERT INTO grid_assignment (id, member_id, grid_code, valid_from, valid_to)
         VALUES ($1, '110117-M03', $2, $3, $4)`,
        [id, grid, from, to],
      );
    await insert("110117-A10", eastGrid, "2026-01-01", "2026-12-01");
    await insert("110117-A11", westGrid, "2026-09-01", "2027-03-01");
    expect((await merge([eastGrid, westGrid])).errors).toEqual([]);
    const { data } = await mafang.ask(
      '{ member(id: "110117-M03") { assignments { grid { code } validFrom validTo } } }',
    );
    expect(data).toEqual({
      member: {
        assignments: [
          { grid: { code: westGrid }, validFrom: "2020-01-01", validTo: "2026-01-01" },
          { grid: { code: eastGrid }, validFrom: "2026-01-01", validTo: "2026-06-01" },
          { grid: { code: third }, validFrom: "2026-06-01", validTo: "2027-03-01" },
          { grid: { code: westGrid }, validFrom: "2026-09-01", validTo: "2026-09-01" },
        ],
      },
    });
  });

  it("makes one grid of neighbours, with their buildings and members", async () => {
    const { data, errors } = await merge([eastGrid, westGrid]);
    expect(errors).toEqual([]);
    expect(data.mergeGrids).toEqual({
      code: third,
      householdCount: 30,
      boundary: [point(117, 40), point(117.03, 40), point(117.03, 40.02), point(117, 40.02)],
      members: [{ name: "于海涛" }, { name: "贾福" }],
      predecessors: [
        { code: westGrid, validTo: "2026-06-01" },
        { code: eastGrid, validTo: "2026-06-01" },
      ],
      visitRate: { visited: 0 },
    });
    expect(await gridAt(117.01, 40.005)).toBe(third);
  });

  it.each([
    ["of two communities", [westGrid, villageGrid], "MERGE_NEEDS_NEIGHBOURS"],
    ["with itself", [westGrid, westGrid], "MERGE_NEEDS_NEIGHBOURS"],
    ["with an exclusive grid (ZY-2)", [eastGrid, marketGrid], "GRID_NOT_BASIC"],
    ["with one nobody knows", [eastGrid, `${huijing}099`], "NOT_FOUND"],
  ])("is refused %s", async (_, grids, code) => {
    expect((await merge(grids)).errors).toMatchObject([{ code }]);
  });

  it("is refused for grids that do not share a border", async () => {
    await split({ leftName: "西", rightName: "中" }, people.streetLeader);
    expect((await merge([third, eastGrid])).errors).toMatchObject([{ code: "GRIDS_DO_NOT_ADJOIN" }]);
  });
});
