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

interface Answer {
  west: { households: { edges: { node: { id: string } }[] } };
  east: { households: { edges: { node: { id: string } }[] } };
  headWest: { name: string } | null;
  childWest: { name: string } | null;
  headEast: { name: string } | null;
}

/** How many households and which residents of the two grids a principal sees. */
const sightOf = async (as?: Principal) => {
  const { data, errors } = await mafang.ask<Answer>(
    `{ west: grid(code: "${westGrid}") { households(first: 100) { edges { node { id } } } }
       east: grid(code: "${eastGrid}") { households(first: 100) { edges { node { id } } } }
       headWest: resident(id: "110117-R0001") { name }
       childWest: resident(id: "110117-R0002") { name }
       headEast: resident(id: "110117-R0003") { name } }`,
    {},
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  return {
    west: data.west.households.edges.length,
    east: data.east.households.edges.length,
    residents: [data.headWest, data.childWest, data.headEast].flatMap((found) => found?.name ?? []),
  };
};

describe("who sees households and residents: names stay in the community", () => {
  it.each([
    ["a grid member: the grids served", people.westMember, 20, 0, ["安秀兰", "安小宝"]],
    ["a building head: the building", people.buildingHead, 10, 0, []],
    ["the community's secretary: the community", people.secretary, 20, 10, ["安秀兰", "安小宝", "屈东来"]],
    ["another community's secretary: nothing", people.otherSecretary, 0, 0, []],
    [
      "community staff vouched for a whole district by mistake: nothing",
      { ...people.secretary, division: "110117" },
      0,
      0,
      [],
    ],
    ["a resident: the own household and the own entry", people.resident, 1, 0, ["安秀兰"]],
    ["the sub-district's leader: figures only", people.streetLeader, 0, 0, []],
    ["a department: nothing", people.bureau, 0, 0, []],
    ["nobody signed in: nothing", undefined, 0, 0, []],
  ])("%s", async (_, as, west, east, residents) => {
    expect(await sightOf(as)).toEqual({ west, east, residents });
  });

  it("ends for a grid member with the assignment", async () => {
    const former = { ...people.westMember, id: "men-min" };
    expect(await sightOf(former)).toEqual({ west: 0, east: 0, residents: [] });
  });
});

describe("residents", () => {
  it("carry their number for the community's staff, and null where there is none", async () => {
    const { data } = await mafang.ask(
      `{ household(id: "${householdId(1)}") { door building { code } grid { code } division { name }
        residents { name sex birthDate residentNumber phone relation registration household { id } } } }`,
      {},
      { as: people.secretary },
    );
    expect(data).toEqual({
      household: {
        door: "1单元101",
        building: { code: plateOf(1) },
        grid: { code: westGrid },
        division: { name: "汇景社区居委会" },
        residents: [
          {
            name: "安秀兰",
            sex: "FEMALE",
            birthDate: "1951-03-04",
            residentNumber: "110117195103040007",
            phone: "13800000002",
            relation: "HEAD",
            registration: "LOCAL",
            household: { id: householdId(1) },
          },
          {
            name: "安小宝",
            sex: "MALE",
            birthDate: "2026-01-15",
            residentNumber: null,
            phone: null,
            relation: "GRANDCHILD",
            registration: "LOCAL",
            household: { id: householdId(1) },
          },
        ],
      },
    });
  });

  it.each<[string, Principal, string | null]>([
    ["themselves", people.resident, "110117195103040007"],
    ["the community's staff, who certify", people.secretary, "110117195103040007"],
    ["a grid member, who needs no number at a door", people.westMember, "110117************"],
  ])("show %s name and telephone, and the number or what is left of it", async (_, as, residentNumber) => {
    const { data } = await mafang.ask(
      `{ resident(id: "110117-R0001") { name phone residentNumber household { door } } }`,
      {},
      { as },
    );
    expect(data).toEqual({
      resident: { name: "安秀兰", phone: "13800000002", residentNumber, household: { door: "1单元101" } },
    });
  });

  it("are told of themselves by their token alone, and nobody else of anybody (本人)", async () => {
    const own = async (as: Principal) => (await mafang.ask("{ me { id name } }", {}, { as })).data;
    expect(await own(people.resident)).toEqual({ me: [{ id: "110117-R0001", name: "安秀兰" }] });
    expect(await own({ ...people.resident, id: "newcomer" })).toEqual({ me: [] });
    expect(await own({ ...people.westMember, id: people.resident.id })).toEqual({ me: [] });
  });

  it("are known by district to the service that tells people who read what of them, and to nobody else", async () => {
    const districts = async (as: Principal, person: string) => {
      const { data, errors } = await mafang.ask<{ districtsOnRecord: string[] } | null>(
        "query ($person: ID!) { districtsOnRecord(person: $person) }",
        { person },
        { as },
      );
      return errors[0]?.code ?? data?.districtsOnRecord;
    };
    const teller = servicePrincipal("stewardship");
    expect(await districts(teller, people.resident.id)).toEqual(["110117"]);
    expect(await districts(teller, "newcomer")).toEqual([]);
    for (const as of [people.resident, people.westMember, servicePrincipal("tickets")]) {
      expect(await districts(as, people.resident.id)).toBe("FORBIDDEN");
    }
  });

  it("are loaded for many households in one statement each", async () => {
    const statements = await mafang.statements(() =>
      mafang.ask(
        `{ grids(within: "110117") { edges { node { households(first: 100) { edges { node {
            residents { name household { id } } visits(first: 1) { edges { node { id } } } building { code } } } } } } } }`,
        {},
        { as: people.secretary },
      ),
    );
    expect(statements).toBe(6);
  });

  it("are paged through by building to the end", async () => {
    const households = await readToEnd<{ id: string }>(async (after) => {
      const { data } = await mafang.ask<{ building: { households: Connection<{ id: string }> } }>(
        `query ($after: String) { building(code: "${plateOf(11)}") { households(first: 3, after: $after) {
          edges { node { id } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
        { as: people.secretary },
      );
      return data.building.households;
    });
    expect(households.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => householdId(11 + index)),
    );
  });
});
