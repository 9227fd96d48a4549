import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { kaifu, newKey, told } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";
import { memberYear, YearTotal } from "./member-year.ts";

/** Mengzhi in Zhaoyuan, where residents grade their household-linked party member. Invented. */
const community = "370685003001";
const member = "370685-M1";
const formerMember = "370685-M2";
const resident = (id: string, unit = community) => person(Post.RESIDENT, { unit, id });
const streetLeader = person(Post.SUBDISTRICT_LEADER, { unit: "370685003" });

const service: Record<string, object[]> = {
  [member]: [{ grid: { code: `${community}001` }, validFrom: "2021-01-01", validTo: null }],
  [formerMember]: [{ grid: { code: `${community}001` }, validFrom: "2020-01-01", validTo: "2021-06-01" }],
};

let subgraph: TestSubgraph;

beforeAll(async () => {
  const graph = async <Data>(_operation: string, { id }: Record<string, unknown> = {}) => {
    const assignments = service[String(id)];
    return { member: assignments ? { assignments } : null } as Data;
  };
  subgraph = await openTestSubgraph(evaluation, { graph });
});
afterAll(() => subgraph.close());

const rate = (
  score: number,
  as: Principal,
  { of = member, at = "2021-06-15T10:00:00+08:00", key = newKey() } = {},
) =>
  subgraph.ask(
    `mutation Rate($member: ID!, $score: Int!, $key: String!) {
      rateGridMember(member: $member, score: $score, idempotencyKey: $key) { member month score }
    }`,
    { member: of, score, key },
    { as, at: new Date(at) },
  );

const yearOf = (as: Principal, members = [member]) =>
  subgraph.ask(
    `query Year($members: [_Any!]!) { _entities(representations: $members) { ... on GridMember {
      ratedYear(year: 2021) { months { month ratings score } totalBy total }
    } } }`,
    { members: members.map((id) => ({ __typename: "GridMember", id })) },
    { as },
  );

describe("a resident's grade of a grid member (ZY-10)", () => {
  it.each([
    ["by a neighbour community's resident", 90, resident("elsewhere", "370685003002"), {}, "FORBIDDEN"],
    ["by an official", 90, streetLeader, {}, "FORBIDDEN"],
    ["of a member who no longer serves", 90, resident("a"), { of: formerMember }, "FORBIDDEN"],
    ["of nobody, by an official", 90, streetLeader, { of: "370685-NOBODY" }, "FORBIDDEN"],
    ["of nobody, by another district's resident", 90, kaifu.resident, { of: "370685-NOBODY" }, "FORBIDDEN"],
    ["of nobody", 90, resident("a"), { of: "370685-NOBODY" }, "NOT_FOUND"],
    ["above 100", 101, resident("a"), {}, "BAD_INPUT"],
  ])("is refused %s", async (_case, score, as, where, code) => {
    expect((await rate(score, as, where)).errors).toMatchObject([{ code }]);
  });

  it("ZY-10: is given once a month, and told without who or how", async () => {
    const key = newKey();
    const first = await rate(90, resident("a"), { key });
    expect(first.data).toEqual({ rateGridMember: { member, month: "2021-06", score: 90 } });
    const roster = service[member] ?? [];
    delete service[member];
    expect((await rate(90, resident("a"), { key })).data).toEqual(first.data);
    service[member] = roster;
    expect((await rate(10, resident("a"))).errors).toMatchObject([{ code: "RATED_THIS_MONTH" }]);
    expect(await told(subgraph)).toEqual([
      { subject: member, kind: "GRID_MEMBER_RATED", payload: { month: "2021-06" } },
    ]);
    expect(await subgraph.database.query("SELECT actor_id FROM log_entry")).toEqual([
      { actor_id: "a resident" },
    ]);
  });

  it("ZY-10: makes a monthly score and a yearly total, which says how it is made", async () => {
    for (const [id, score] of [
      ["b", 85],
      ["c", 86],
    ] as const) {
      await rate(score, resident(id));
    }
    await rate(100, resident("a"), { at: "2021-07-01T00:30:00+08:00" });
    const { data, errors } = await yearOf(streetLeader, [member, formerMember]);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [
        {
          ratedYear: {
            months: [
              { month: "2021-06", ratings: 3, score: 87 },
              { month: "2021-07", ratings: 1, score: 100 },
            ],
            totalBy: "MEAN",
            total: 93.5,
          },
        },
        { ratedYear: { months: [], totalBy: "MEAN", total: null } },
      ],
    });
  });

  it("of many members takes two queries", async () => {
    const statements = await statementsOf(subgraph.database, () =>
      yearOf(streetLeader, [member, formerMember]),
    );
    expect(statements).toHaveLength(2);
  });

  it("adds up to a year only officials of the district read", async () => {
    for (const as of [kaifu.performanceOffice, resident("a")]) {
      expect((await yearOf(as)).errors).toMatchObject([{ code: "WITHHELD" }]);
    }
  });

  it.each([
    [YearTotal.SUM, 166.67],
    [YearTotal.MEAN, 83.33],
  ])("ZY-10: the total as the district chose, %s, from the exact monthly scores", (totalBy, total) => {
    const counts = [
      { month: "2021-01", ratings: 3, points: 200 },
      { month: "2021-02", ratings: 1, points: 100 },
    ];
    expect(memberYear(2021, counts, totalBy).total).toBe(total);
  });
});
