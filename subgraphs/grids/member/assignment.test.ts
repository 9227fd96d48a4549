import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import {
  eastGrid,
  type GridsTest,
  householdId,
  openMafang,
  people,
  plateOf,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

let keys = 0;
const newKey = (): string => `assignment-key-${keys++}`;

interface Assignment {
  id: string;
  validTo: string | null;
  version: number;
}

const assign = (input: Record<string, unknown>, as?: Principal, key = newKey()) =>
  mafang.ask<{ assignMember: Assignment }>(
    `mutation ($input: AssignmentInput!, $key: String!) { assignMember(input: $input, idempotencyKey: $key) {
      id validFrom validTo version member { name } grid { code } building { code } } }`,
    { input: { member: "110117-M03", grid: eastGrid, validFrom: "2026-06-01", ...input }, key },
    as ? { as } : {},
  );

const end = (id: string, from: string, as: Principal, key = newKey()) =>
  mafang.ask<{ endAssignment: Assignment }>(
    `mutation ($id: ID!, $from: LocalDate!, $key: String!) {
      endAssignment(id: $id, from: $from, idempotencyKey: $key) { id validTo version } }`,
    { id, from, key },
    { as },
  );

const membersOfEast = async (at: string) => {
  const { data } = await mafang.ask<{ grid: { members: { name: string }[] } }>(
    `{ grid(code: "${eastGrid}") { members { name } } }`,
    {},
    { at: new Date(`${at}T12:00:00+08:00`) },
  );
  return data.grid.members.map(({ name }) => name);
};

describe("serving a grid (ZY-7)", () => {
  it("begins and ends on its days, and opens the households only between them", async () => {
    const { data, errors } = await assign({}, people.secretary);
    expect(errors).toEqual([]);
    expect(data.assignMember).toMatchObject({ validTo: null, version: 1 });
    const ended = await end(data.assignMember.id, "2026-07-01", people.streetLeader);
    expect(ended.data.endAssignment).toEqual({
      id: data.assignMember.id,
      validTo: "2026-07-01",
      version: 2,
    });

    expect(await membersOfEast("2026-05-31")).toEqual([]);
    expect(await membersOfEast("2026-06-01")).toEqual(["门敏"]);
    expect(await membersOfEast("2026-07-01")).toEqual([]);

    const sees = async (day: string) => {
      const { data } = await mafang.ask<{ household: unknown }>(
        `{ household(id: "${householdId(21)}") { id } }`,
        {},
        { as: { ...people.westMember, id: "men-min" }, at: new Date(`${day}T12:00:00+08:00`) },
      );
      return data.household !== null;
    };
    expect([await sees("2026-05-31"), await sees("2026-06-30"), await sees("2026-07-01")]).toEqual([
      false,
      true,
      false,
    ]);
    expect((await end(data.assignMember.id, "2026-08-01", people.secretary)).errors).toMatchObject([
      { code: "ASSIGNMENT_ENDED" },
    ]);
  });

  it("has one effect when it is sent twice", async () => {
    const key = newKey();
    const input = { building: plateOf(2), validFrom: "2026-08-01" };
    const first = await assign(input, people.secretary, key);
    expect((await assign(input, people.secretary, key)).data).toEqual(first.data);
  });

  it("of two who assign the same member at once, one is told", async () => {
    const input = { member: "110117-M01", validFrom: "2026-06-01" };
    const answers = await Promise.all([assign(input, people.secretary), assign(input, people.streetLeader)]);
    expect(answers.map(({ errors }) => errors[0]?.code).sort()).toEqual(["ALREADY_ASSIGNED", undefined]);
  });

  it.each([
    ["by another community's secretary", {}, people.otherSecretary, "FORBIDDEN"],
    ["by a grid member", {}, people.westMember, "FORBIDDEN"],
    ["without a token", {}, undefined, "UNAUTHENTICATED"],
    [
      "while the member serves it already",
      { member: "110117-M01", grid: westGrid },
      people.secretary,
      "ALREADY_ASSIGNED",
    ],
    ["with an end before the beginning", { validTo: "2026-05-01" }, people.secretary, "PERIOD_REVERSED"],
    ["before the grid existed", { validFrom: "2018-12-31" }, people.secretary, "GRID_NOT_IN_FORCE"],
    ["in a building of another grid", { building: plateOf(1) }, people.secretary, "BUILDING_NOT_IN_GRID"],
    ["in a building nobody knows", { building: "PLATE-9999" }, people.secretary, "NOT_FOUND"],
    ["by a member nobody knows", { member: "110117-M99" }, people.secretary, "NOT_FOUND"],
  ])("is refused %s", async (_, input, as, code) => {
    expect((await assign(input, as)).errors).toMatchObject([{ code }]);
  });

  it("is refused an end before the beginning", async () => {
    expect((await end("110117-A01", "2019-12-31", people.secretary)).errors).toMatchObject([
      { code: "PERIOD_REVERSED" },
    ]);
  });
});

describe("the roster of a division", () => {
  it("lists members by kind, page by page", async () => {
    const { data } = await mafang.ask(
      `{ members(within: "110117", first: 2) { edges { node { id } } pageInfo { hasNextPage } }
         heads: members(within: "110117005", kind: "BUILDING_HEAD") { edges { node { name division { code } } } }
         member(id: "110117-M01") { name kind { nameZh source publicWelfare } assignments { grid { code } validFrom } } }`,
    );
    expect(data).toMatchObject({
      members: {
        edges: [{ node: { id: "110117-M01" } }, { node: { id: "110117-M02" } }],
        pageInfo: { hasNextPage: true },
      },
      heads: { edges: [{ node: { name: "贾福", division: { code: "110117005001" } } }] },
      member: { name: "于海涛", kind: { nameZh: "专职网格员", source: "ZY-7", publicWelfare: null } },
    });
  });
});
