import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { elsewhere, liansheng, seedCommittees, street } from "../civil-affairs.fixtures.ts";
import { civilAffairs } from "../civil-affairs.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(civilAffairs);
  await seedCommittees(subgraph.database);
});
afterAll(() => subgraph.close());

const question = `query ($divisions: [_Any!]!) { _entities(representations: $divisions) { ... on Division {
  residentsCommittee { term electedOn inOfficeFrom inOfficeUntil officePhone members { name office } } } } }`;

/** Asked by nobody in particular: a committee is published. */
const committeesOf = async (codes: readonly string[], day = "2026-06-01") => {
  const { data, errors } = await subgraph.ask<{ _entities: { residentsCommittee: object | null }[] }>(
    question,
    { divisions: codes.map((code) => ({ __typename: "Division", code })) },
    { at: new Date(`${day}T12:00:00+08:00`) },
  );
  expect(errors).toEqual([]);
  return data._entities.map(({ residentsCommittee }) => residentsCommittee);
};

describe("the residents' committee in office", () => {
  it("is published with the names of its office holders, the chair first, unmasked", async () => {
    expect(await committeesOf([liansheng, elsewhere, street])).toEqual([
      {
        term: 6,
        electedOn: "2021-06-19",
        inOfficeFrom: "2021-06-20",
        inOfficeUntil: "2026-06-19",
        officePhone: "15490000002",
        members: [
          { name: "罗建湘", office: "CHAIR" },
          { name: "谭思敏", office: "VICE_CHAIR" },
          { name: "文小平", office: "MEMBER" },
        ],
      },
      null,
      null,
    ]);
  });

  it.each([
    ["2016-06-19", undefined],
    ["2016-06-20", 5],
    ["2021-06-19", 5],
    ["2021-06-20", 6],
    ["2026-06-19", 6],
    ["2026-06-20", undefined],
  ])("on %s is that of term %s", async (day, term) => {
    const [committee] = await committeesOf([liansheng], day);
    expect((committee as { term: number } | null)?.term).toBe(term);
  });

  it("of many communities costs one statement, and their members another", async () => {
    const codes = Array.from({ length: 50 }, (_, index) => `${street}${String(index + 1).padStart(3, "0")}`);
    expect(await statementsOf(subgraph.database, () => committeesOf(codes))).toHaveLength(2);
  });

  it.each([
    [
      "two in office at once",
      "UPDATE residents_committee SET in_office_until = '2021-06-20' WHERE term = 5",
      "one_committee_in_office",
    ],
    [
      "a chair who is not first",
      "UPDATE committee_member SET office = 'CHAIR' WHERE rank = 2",
      "chair_comes_first",
    ],
  ])("is never %s", async (_, change, constraint) => {
    await expect(subgraph.database.query(change)).rejects.toThrow(constraint);
  });
});
