import { describe, expect, it } from "vitest";
import { groupBy } from "./group-by.ts";
import { createWorld, usualWorld } from "./world.ts";

const world = createWorld(usualWorld);
const members = [...world.gridMembers()];
const assignments = [...world.gridAssignments()];
const visits = [...world.visits()];
const households = [...world.households()];

describe("grid members", () => {
  it("are of every kind the source texts name (KF-3, ZY-7)", () => {
    expect([...new Set(members.map(({ kindCode }) => kindCode))].sort()).toEqual([
      "ASSISTANT",
      "BRANCH_SECRETARY",
      "BUILDING_HEAD",
      "FULL_TIME",
      "GRID_HEAD",
      "HOUSEHOLD_LINKED",
      "MIGRANT_COORDINATOR",
      "PARTY_BACKBONE",
      "PATROL",
      "SENTIMENT_COORDINATOR",
      "URBAN_COORDINATOR",
    ]);
    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
  });

  it("leave no grid without somebody, and tell who left", () => {
    const today = new Set(
      assignments.filter(({ validTo }) => validTo === null).map(({ gridCode }) => gridCode),
    );
    expect(today.size).toBe(world.frame.grids.length);
    const ended = assignments.filter(({ validTo }) => validTo !== null);
    expect(ended.length).toBeGreaterThan(0);
    for (const { validFrom, validTo } of ended) expect(validTo && validTo > validFrom).toBe(true);
    expect(new Set(assignments.map(({ id }) => id)).size).toBe(assignments.length);
  });

  it("include the posts the identity provider knows by name", () => {
    expect(members.flatMap(({ personId }) => personId ?? []).sort()).toEqual([
      "kaifu-grid-member",
      "pinggu-grid-member",
      "zhaoyuan-grid-member",
    ]);
  });
});

describe("visits", () => {
  it("reach most households within the calendar year, and in a few grids too few (KF-2)", () => {
    const visited = new Map<string, Set<string>>();
    for (const { gridCode, householdId, visitedOn } of visits) {
      if (visitedOn < "2026-01-01") continue;
      const grid = visited.get(gridCode) ?? new Set();
      visited.set(gridCode, grid.add(householdId));
    }
    const total = [...visited.values()].reduce((sum, reached) => sum + reached.size, 0);
    expect(total / households.length).toBeGreaterThan(0.9);
    const rates = world.frame.basicGrids.map(
      ({ code, households: all }) => (visited.get(code)?.size ?? 0) / all,
    );
    expect(rates.some((rate) => rate < 0.9)).toBe(true);
    expect(rates.every((rate) => rate > 0.8)).toBe(true);
  });

  it("are made by those who look after the grid on that day, of both forces (KF-3)", () => {
    expect(new Set(visits.map(({ force }) => force))).toEqual(new Set(["ADMINISTRATIVE", "SOCIAL"]));
    const terms = groupBy(assignments, ({ memberId, gridCode }) => `${memberId}@${gridCode}`);
    for (const { memberId, gridCode, visitedOn } of visits) {
      if (memberId === null) continue;
      const present = (terms.get(`${memberId}@${gridCode}`) ?? []).some(
        ({ validFrom, validTo }) => validFrom <= visitedOn && (validTo === null || visitedOn < validTo),
      );
      expect(present).toBe(true);
    }
  });

  it("note the four situations now and then, for a purpose and until a day (ZY-6)", () => {
    const observed = visits.flatMap(({ observation, visitedOn }) =>
      observation ? [{ ...observation, visitedOn }] : [],
    );
    expect(new Set(observed.map(({ situation }) => situation)).size).toBe(4);
    expect(observed.length / visits.length).toBeLessThan(0.03);
    for (const { expiresOn, visitedOn, purpose } of observed) {
      expect(expiresOn > visitedOn).toBe(true);
      expect(purpose).not.toBe("");
    }
  });

  it("lie in the twelve months before the anchor day", () => {
    for (const { visitedOn } of visits) {
      expect(visitedOn >= "2025-11-01" && visitedOn < "2026-11-01").toBe(true);
    }
  });
});
