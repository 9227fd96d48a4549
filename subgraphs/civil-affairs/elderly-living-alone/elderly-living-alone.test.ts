import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type Principal, Rows } from "../../shared/principal.ts";
import {
  type Connection,
  east,
  elderly,
  elsewhereGrid,
  granted,
  liansheng,
  people,
  readToEnd,
  residentId,
  west,
} from "../civil-affairs.fixtures.ts";
import { civilAffairs } from "../civil-affairs.subgraph.ts";
import { AgeGroup, ElderlyLivingAlone } from "./elderly-living-alone.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(civilAffairs);
  await subgraph.database.manager.insert(ElderlyLivingAlone, [
    elderly(1, west, { usesSmartphone: false, ageGroup: AgeGroup.AGED_80_TO_89 }),
    elderly(2, west, { usesSmartphone: false, ageGroup: AgeGroup.AGED_60_TO_69 }),
    elderly(3, west, { ageGroup: AgeGroup.AGED_90_AND_OVER }),
    elderly(4, west, { validUntil: "2026-05-31" }),
    elderly(5, east, { validUntil: "2026-06-01" }),
  ]);
});
afterAll(() => subgraph.close());

/** The member of the western grid, with the grant that this needs (梦芝街道: names only to the member of that grid). */
const member = granted(people.gridMember, Rows.OWN_GRIDS, { grids: [west] });

type Visit = { resident: { id: string } };

const listOf = async (grid: string, args = "", as = member) => {
  const { data, errors } = await subgraph.ask<{ _entities: [{ elderlyLivingAlone: Connection<Visit> }] }>(
    `{ _entities(representations: [{ __typename: "Grid", code: "${grid}" }]) {
      ... on Grid { elderlyLivingAlone(first: 100${args}) { edges { node { resident { id } } } } } } }`,
    {},
    { as },
  );
  expect(errors).toEqual([]);
  return data._entities[0].elderlyLivingAlone.edges.map(({ node }) => node.resident.id);
};

describe("the list of those to visit (ZY-6, ZY-9)", () => {
  it.each([
    ["all", "", [1, 2, 3]],
    ["who uses no smartphone", ", usesSmartphone: false", [1, 2]],
    ["who uses one", ", usesSmartphone: true", [3]],
    ["of 80 and over", ", ageGroups: [AGED_80_TO_89, AGED_90_AND_OVER]", [1, 3]],
    ["of 80 and over without a smartphone", ", usesSmartphone: false, ageGroups: [AGED_80_TO_89]", [1]],
    ["of no age group", ", ageGroups: []", []],
  ])("%s: what is out of date is not on it", async (_, args, found) => {
    expect(await listOf(west, args)).toEqual(found.map(residentId));
  });

  it("is the member's own grid's only; of another they are told that it is not theirs", async () => {
    const { errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "Grid", code: "${east}" }]) {
        ... on Grid { elderlyLivingAlone(first: 100) { edges { cursor } } } } }`,
      {},
      { as: member },
    );
    expect(errors).toMatchObject([{ code: "WITHHELD", details: { needed: `service in grid ${east}` } }]);
    expect(await listOf(east, "", granted(people.gridMember, Rows.OWN_GRIDS, { grids: [east] }))).toEqual([
      residentId(5),
    ]);
  });

  it("is read page by page to its end, and no page is the whole list", async () => {
    const visits = await readToEnd<Visit>(async (after) => {
      const { data } = await subgraph.ask<{ _entities: [{ elderlyLivingAlone: Connection<Visit> }] }>(
        `query ($after: String) { _entities(representations: [{ __typename: "Grid", code: "${west}" }]) {
          ... on Grid { elderlyLivingAlone(first: 2, after: $after) {
            edges { node { resident { id } } } pageInfo { hasNextPage endCursor } } } } }`,
        { after },
        { as: member },
      );
      return data._entities[0].elderlyLivingAlone;
    });
    expect(visits.map(({ resident }) => resident.id)).toEqual([1, 2, 3].map(residentId));
    const { errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "Grid", code: "${west}" }]) {
        ... on Grid { elderlyLivingAlone(first: 101) { edges { cursor } } } } }`,
      {},
      { as: member },
    );
    expect(errors).toMatchObject([{ code: "PAGE_TOO_LARGE" }]);
  });

  it("of many grids costs one statement", async () => {
    const grids = Array.from({ length: 40 }, (_, index) => ({
      __typename: "Grid",
      code: `430105010003${String(index + 1).padStart(3, "0")}`,
    }));
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `query ($grids: [_Any!]!) { _entities(representations: $grids) {
          ... on Grid { elderlyLivingAlone { edges { node { name address } } } } } }`,
        { grids },
        { as: people.chief },
      ),
    );
    expect(statements).toHaveLength(1);
  });
});

describe("the record of one person", () => {
  it.each([
    ["on its last day", "2026-05-31", true],
    ["the day after", "2026-06-01", false],
  ])("is shown %s: %s", async (_, day, shown) => {
    const { data } = await subgraph.ask<{ _entities: [{ elderlyLivingAlone: object | null }] }>(
      `{ _entities(representations: [{ __typename: "Resident", id: "${residentId(4)}" }]) {
        ... on Resident { elderlyLivingAlone { usesSmartphone livingSituation source recordedOn validUntil } } } }`,
      {},
      { as: people.streetOfficer, at: new Date(`${day}T12:00:00+08:00`) },
    );
    expect(data._entities[0].elderlyLivingAlone).toEqual(
      shown
        ? {
            usesSmartphone: true,
            livingSituation: "CHILDREN_ELSEWHERE",
            source: "HOUSEHOLD_VISIT",
            recordedOn: "2026-01-10",
            validUntil: "2026-05-31",
          }
        : null,
    );
  });

  it("names no child to call where there are no children", async () => {
    await expect(
      subgraph.database.query("UPDATE elderly_living_alone SET living_situation = 'NO_CHILDREN'"),
    ).rejects.toThrow("no_child_to_call");
  });
});

describe("recording who lives alone", () => {
  const found = (given: Record<string, unknown> = {}) => ({
    resident: residentId(20),
    grid: west,
    name: "唐素芳",
    address: "通泰街街道连升街社区5号楼1单元102室",
    ageGroup: "AGED_80_TO_89",
    livingSituation: "CHILDREN_ELSEWHERE",
    usesSmartphone: false,
    contact: { name: "唐建国", phone: "15412340000", relation: "CHILD" },
    source: "HOUSEHOLD_VISIT",
    ...given,
  });

  let keys = 0;
  const recorded = async (input: object, as: Principal | undefined = people.streetOfficer) => {
    const { data, errors } = await subgraph.ask<{ record: Record<string, unknown> | null }>(
      `mutation ($input: ElderlyLivingAloneInput!, $key: String!) {
        record: recordElderlyLivingAlone(input: $input, idempotencyKey: $key) {
          residentId grid { code } name contactPhone recordedOn validUntil retainUntil } }`,
      { input, key: `elderly-test-${++keys}` },
      { as },
    );
    return errors[0]?.code ?? data.record;
  };

  it("holds for a year, and is kept for one more", async () => {
    expect(await recorded(found({ person: "tang-sufang" }))).toEqual({
      residentId: residentId(20),
      grid: { code: west },
      name: "唐素芳",
      contactPhone: "15412340000",
      recordedOn: "2026-06-01",
      validUntil: "2027-06-01",
      retainUntil: "2028-06-01",
    });
  });

  it("gives way to what is found next, wherever the person lives by then, and stays theirs", async () => {
    expect(await recorded(found({ grid: east, contact: null, validUntil: "2026-06-01" }))).toMatchObject({
      grid: { code: east },
      contactPhone: null,
      retainUntil: "2027-06-01",
    });
    const rows = await subgraph.database.query(
      "SELECT person_id AS person, place_code AS place FROM elderly_living_alone WHERE resident_id = $1",
      [residentId(20)],
    );
    expect(rows).toEqual([{ person: "tang-sufang", place: east }]);
    const log = await subgraph.database.query(
      "SELECT subject, payload FROM log_entry WHERE kind = 'ELDERLY_LIVING_ALONE_RECORDED' ORDER BY sequence",
    );
    expect(log).toEqual(
      [false, true].map((renewed) => ({ subject: liansheng, payload: { community: liansheng, renewed } })),
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["for longer than a year", { validUntil: "2027-06-02" }, "RECORD_VALIDITY"],
    ["for the past", { validUntil: "2026-05-31" }, "RECORD_VALIDITY"],
    ["of another sub-district", { grid: elsewhereGrid }, "FORBIDDEN"],
    ["of another district's resident", { resident: "110117-R0001" }, "RESIDENT_OF_ANOTHER_DISTRICT"],
    ["with a child of somebody who has none", { livingSituation: "NO_CHILDREN" }, "BAD_INPUT"],
    [
      "with a number nobody can call",
      { contact: { name: "唐建国", phone: "123", relation: "CHILD" } },
      "BAD_INPUT",
    ],
    ["without a name", { name: " " }, "BAD_INPUT"],
    ["without a door", { address: "" }, "BAD_INPUT"],
  ])("is refused %s", async (_, given, code) => {
    expect(await recorded(found(given))).toBe(code);
  });

  it.each<[string, Principal]>([
    ["a grid member with a grant", member],
    ["another department with a grant of all", granted(people.health, Rows.ALL)],
    ["the community's secretary", people.secretary],
    ["the person", people.resident],
  ])("is refused to %s: a grant lets others read", async (_, as) => {
    expect(await recorded(found(), as)).toBe("FORBIDDEN");
  });
});
