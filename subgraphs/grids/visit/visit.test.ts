import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Principal, servicePrincipal } from "../../shared/principal.ts";
import {
  type Connection,
  eastGrid,
  type GridsTest,
  householdId,
  openMafang,
  people,
  plateOf,
  readToEnd,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

let keys = 0;
const newKey = (): string => `visit-key-${keys++}`;

const recordVisit = (
  as: Principal | undefined,
  household: string,
  visitedOn: string,
  { observations = [], key = newKey() }: { observations?: Record<string, unknown>[]; key?: string } = {},
) =>
  mafang.ask<{
    recordVisit: { id: string; force: string; member: { name: string } | null; visitedOn: string };
  }>(
    `mutation ($input: VisitInput!, $key: String!) { recordVisit(input: $input, idempotencyKey: $key) {
      id force visitedOn member { name } grid { code } } }`,
    { input: { household, visitedOn, observations }, key },
    as ? { as } : {},
  );

const rate = async (grid: string, year: number) => {
  const { data } = await mafang.ask<{
    grid: { visitRate: { visited: number; rate: number; belowTarget: boolean } };
  }>(`{ grid(code: "${grid}") { visitRate(year: ${year}) { visited rate belowTarget } } }`);
  return data.grid.visitRate;
};

const observation = {
  situation: "ILL_IN_BED",
  purpose: "上门送药",
  note: "行动不便",
  expiresOn: "2026-07-01",
};

describe("recording a visit (KF-2, KF-3)", () => {
  it("is done by a member who serves the grid, with the member's force", async () => {
    const { data, errors } = await recordVisit(people.westMember, householdId(1), "2026-05-30");
    expect(errors).toEqual([]);
    expect(data.recordVisit).toMatchObject({
      force: "ADMINISTRATIVE",
      visitedOn: "2026-05-30",
      member: { name: "于海涛" },
      grid: { code: westGrid },
    });
  });

  it("is done by a building head in that building, as social force", async () => {
    const { data } = await recordVisit(people.buildingHead, householdId(11), "2026-06-01");
    expect(data.recordVisit.force).toBe("SOCIAL");
    expect((await recordVisit(people.buildingHead, householdId(2), "2026-06-01")).errors).toMatchObject([
      { code: "NOT_SERVING_HOUSEHOLD" },
    ]);
  });

  it("is done by staff of the community, in any of its grids", async () => {
    const { data } = await recordVisit(people.secretary, householdId(21), "2026-06-01");
    expect(data.recordVisit).toMatchObject({ force: "ADMINISTRATIVE", member: null });
  });

  it.each([
    ["a member of another grid", people.westMember, householdId(21), "2026-06-01", "NOT_SERVING_HOUSEHOLD"],
    [
      "a member before the assignment began",
      people.westMember,
      householdId(3),
      "2019-12-31",
      "NOT_SERVING_HOUSEHOLD",
    ],
    [
      "staff of another community",
      people.otherSecretary,
      householdId(3),
      "2026-06-01",
      "NOT_SERVING_HOUSEHOLD",
    ],
    ["the sub-district's leader", people.streetLeader, householdId(3), "2026-06-01", "NOT_SERVING_HOUSEHOLD"],
    ["a resident", people.resident, householdId(1), "2026-06-01", "NOT_SERVING_HOUSEHOLD"],
    ["nobody", undefined, householdId(3), "2026-06-01", "UNAUTHENTICATED"],
    ["a date that has not come", people.westMember, householdId(3), "2026-06-02", "VISIT_IN_FUTURE"],
    ["a household that does not exist", people.westMember, "110117-H9999", "2026-06-01", "NOT_FOUND"],
  ])("is refused: %s", async (_, as, household, visitedOn, code) => {
    const before = await rate(westGrid, 2026);
    expect((await recordVisit(as, household, visitedOn)).errors).toMatchObject([{ code }]);
    expect(await rate(westGrid, 2026)).toEqual(before);
  });

  it("has one effect when it is sent twice, and one key serves one visit", async () => {
    const key = newKey();
    const first = await recordVisit(people.westMember, householdId(4), "2026-06-01", { key });
    const second = await recordVisit(people.westMember, householdId(4), "2026-06-01", { key });
    expect(second.data).toEqual(first.data);
    expect(
      (await recordVisit(people.westMember, householdId(5), "2026-06-01", { key })).errors,
    ).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
  });

  it("is written into the feed without the household or what was seen", async () => {
    const { data } = await recordVisit(people.westMember, householdId(6), "2026-06-01", {
      observations: [observation],
    });
    const feed = await mafang.ask<{ gridFeed: { subject: string; kind: string; payload: unknown }[] }>(
      "{ gridFeed(after: 0) { subject kind payload } }",
      {},
      { as: servicePrincipal("tickets") },
    );
    expect(feed.data.gridFeed.at(-1)).toEqual({
      subject: data.recordVisit.id,
      kind: "VISIT_RECORDED",
      payload: { division: "110117005001", grid: westGrid, force: "ADMINISTRATIVE" },
    });
  });
});

describe("the visit rate (KF-2)", () => {
  it("counts each household once a calendar year", async () => {
    const before = await rate(eastGrid, 2024);
    expect(before).toEqual({ visited: 0, rate: 0, belowTarget: true });
    for (const number of [21, 22, 23, 24, 25, 26, 27, 28]) {
      await recordVisit(people.secretary, householdId(number), "2024-03-01");
    }
    await recordVisit(people.secretary, householdId(21), "2024-12-31");
    await recordVisit(people.secretary, householdId(29), "2023-12-31");
    expect(await rate(eastGrid, 2024)).toEqual({ visited: 8, rate: 0.8, belowTarget: true });
    await recordVisit(people.secretary, householdId(29), "2024-01-01");
    expect(await rate(eastGrid, 2024)).toEqual({ visited: 9, rate: 0.9, belowTarget: false });
    expect(await rate(eastGrid, 2023)).toMatchObject({ visited: 1 });
  });

  it("says which households are still to be visited", async () => {
    const { data } = await mafang.ask<{ grid: { households: { edges: { node: { id: string } }[] } } }>(
      `{ grid(code: "${eastGrid}") { households(notVisitedIn: 2024) { edges { node { id } } } } }`,
      {},
      { as: people.secretary },
    );
    expect(data.grid.households.edges.map(({ node }) => node.id)).toEqual([householdId(30)]);
  });

  it("follows a building into another grid", async () => {
    const before = await rate(eastGrid, 2024);
    await mafang.database.query("UPDATE building SET grid_code = $1 WHERE code = $2", [westGrid, plateOf(2)]);
    expect(await rate(eastGrid, 2024)).toEqual({ visited: 0, rate: null, belowTarget: false });
    expect(await rate(westGrid, 2024)).toMatchObject({ visited: before.visited });
    await mafang.database.query("UPDATE building SET grid_code = $1 WHERE code = $2", [eastGrid, plateOf(2)]);
    expect(await rate(eastGrid, 2024)).toEqual(before);
  });
});

describe("observations (ZY-6)", () => {
  const read = async (id: string, as: Principal, at?: Date) => {
    const { data } = await mafang.ask<{ visit: { observations: Record<string, unknown>[] } | null }>(
      `{ visit(id: "${id}") { observations { situation purpose note expiresOn } } }`,
      {},
      at ? { as, at } : { as },
    );
    return data.visit?.observations;
  };
  const noted = async (household: string, expiresOn = "2026-07-01") => {
    const { data } = await recordVisit(people.secretary, household, "2026-06-01", {
      observations: [{ ...observation, expiresOn }],
    });
    return data.recordVisit.id;
  };

  it("are kept with purpose and last day, and gone the day after", async () => {
    const id = await noted(householdId(1));
    expect(await read(id, people.secretary)).toEqual([observation]);
    expect(await read(id, people.secretary, new Date("2026-07-01T23:59:59+08:00"))).toEqual([observation]);
    expect(await read(id, people.secretary, new Date("2026-07-02T00:00:00+08:00"))).toEqual([]);
  });

  it("are seen by those who look after the household, and not by those who live in it", async () => {
    const id = await noted(householdId(1));
    expect(await read(id, people.westMember)).toEqual([observation]);
    expect(await read(id, people.resident)).toEqual([]);
    expect(await read(id, people.streetLeader)).toEqual([]);
    expect(await read(id, people.otherSecretary)).toBeUndefined();
  });

  it.each([
    ["without a purpose", { purpose: " " }, "OBSERVATION_PURPOSE_MISSING"],
    ["that is over before it is kept", { expiresOn: "2026-05-31" }, "OBSERVATION_EXPIRY"],
    ["for more than a year", { expiresOn: "2027-06-02" }, "OBSERVATION_EXPIRY"],
  ])("are refused %s, and the visit with them", async (_, wrong, code) => {
    const before = await rate(westGrid, 2026);
    const { errors } = await recordVisit(people.westMember, householdId(7), "2026-06-01", {
      observations: [observation, { ...observation, ...wrong }],
    });
    expect(errors).toMatchObject([{ code }]);
    expect(await rate(westGrid, 2026)).toEqual(before);
  });
});

describe("reading visits", () => {
  const visitsOfWest = (as: Principal) =>
    readToEnd<{ visitedOn: string }>(async (after) => {
      const { data } = await mafang.ask<{ grid: { visits: Connection<{ visitedOn: string }> } }>(
        `query ($after: String) { grid(code: "${westGrid}") { visits(first: 2, after: $after) {
          edges { node { visitedOn } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
        { as },
      );
      return data.grid.visits;
    });

  it("goes from the latest to the first, page by page", async () => {
    const days = (await visitsOfWest(people.secretary)).map(({ visitedOn }) => visitedOn);
    expect(days.length).toBeGreaterThan(4);
    expect(days).toEqual([...days].sort().reverse());
  });

  it("shows a sub-district's leader that visits were made, not where", async () => {
    const { data } = await mafang.ask<{
      grid: { visits: { edges: { node: { force: string; household: unknown } }[] } };
    }>(
      `{ grid(code: "${westGrid}") { visits(first: 1) { edges { node { force household { id } } } } } }`,
      {},
      { as: people.streetLeader },
    );
    expect(data.grid.visits.edges).toMatchObject([{ node: { household: null } }]);
    expect(await visitsOfWest(people.otherSecretary)).toEqual([]);
    expect(await visitsOfWest(people.bureau)).toEqual([]);
  });

  it("loads visits and what was seen on them in one statement each", async () => {
    const statements = await mafang.statements(() =>
      mafang.ask(
        `{ grids(within: "110117") { edges { node { visits { edges { node {
          household { id } member { name } grid { code } observations { situation } } } } } } } }`,
        {},
        { as: people.secretary },
      ),
    );
    expect(statements).toBe(6);
  });
});
