import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { ganzhou, ganzhouEstablishment } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

const inDistrict = (post: Post, unit: string) => person(post, { unit, division: ganzhou.district });
const secretary = person(Post.COMMUNITY_SECRETARY, { unit: ganzhou.eastGate });
const neighbour = person(Post.COMMUNITY_SECRETARY, { unit: ganzhou.drumTower });
const street = person(Post.SUBDISTRICT_LEADER, { unit: ganzhou.street });
const chief = inDistrict(Post.CHIEF_RESPONDER, ganzhou.health);
const otherChief = inDistrict(Post.CHIEF_RESPONDER, ganzhou.market);
const keeper = inDistrict(Post.LIST_KEEPER, ganzhou.keeper);
const resident = person(Post.RESIDENT, { unit: ganzhou.eastGate, id: "person-an" });
const elsewhere = person(Post.DISTRICT_LEADER, { unit: "110117" });

let keys = 0;
const newKey = () => `double-reporting-test-${++keys}`;

const an = { kind: "PARTY_MEMBER", personId: "person-an", name: "安秀兰" };
const report = async (input: object, as: Principal = secretary) => {
  const { data, errors } = await subgraph.ask<{
    reportToCommunity: { id: string; name: string | null };
  } | null>(
    `mutation ($input: ReportToCommunityInput!, $key: String!) {
      reportToCommunity(input: $input, idempotencyKey: $key) { id name validFrom community { code } unit { code } } }`,
    {
      input: {
        kind: "PARTY_BODY",
        community: ganzhou.eastGate,
        unit: ganzhou.health,
        on: "2026-05-01",
        ...input,
      },
      key: newKey(),
    },
    { as },
  );
  return { reported: data?.reportToCommunity, code: errors[0]?.code };
};
const end = async (id: string | undefined, until: string, as: Principal = secretary) =>
  (
    await subgraph.ask(
      `mutation ($id: ID!, $until: LocalDate!, $key: String!) {
        endReporting(id: $id, until: $until, idempotencyKey: $key) { validUntil } }`,
      { id, until, key: newKey() },
      { as },
    )
  ).errors[0]?.code;

const names = async (as: Principal, more = "") => {
  const { data } = await subgraph.ask<{ doubleReportings: { edges: { node: { name: string | null } }[] } }>(
    `{ doubleReportings${more} { edges { node { name } } } }`,
    {},
    { as },
  );
  return data.doubleReportings.edges.map(({ node }) => node.name).sort();
};
const counts = async (division: string, on: string, as: Principal = street) => {
  const { data } = await subgraph.ask<{ doubleReportingCounts: object[] }>(
    `{ doubleReportingCounts(division: "${division}", on: "${on}") {
        community { code } partyBodies partyMembers cadres temporaryPosts } }`,
    {},
    { as },
  );
  return data.doubleReportingCounts;
};

describe("double reporting (双报到)", () => {
  it("PG-17: bodies and people report to communities, are counted there day by day, and end", async () => {
    expect((await report({})).reported).toMatchObject({
      name: null,
      validFrom: "2026-05-01",
      community: { code: ganzhou.eastGate },
      unit: { code: ganzhou.health },
    });
    const member = await report(an, chief);
    expect(member.reported?.name).toBe("安秀兰");
    await report({ kind: "TEMPORARY_POST", personId: "person-bo", name: "卜文", post: "社区党委兼职委员" });
    await report(
      { kind: "CADRE", personId: "person-bo", name: "卜文", community: ganzhou.drumTower },
      neighbour,
    );
    const ofEastGate = {
      community: { code: ganzhou.eastGate },
      partyBodies: 1,
      cadres: 0,
      temporaryPosts: 1,
    };
    const ofDrumTower = {
      community: { code: ganzhou.drumTower },
      partyBodies: 0,
      partyMembers: 0,
      cadres: 1,
      temporaryPosts: 0,
    };
    expect(await counts(ganzhou.street, "2026-05-20")).toEqual([
      { ...ofEastGate, partyMembers: 1 },
      ofDrumTower,
    ]);
    expect(await counts(ganzhou.street, "2026-04-30")).toEqual([]);
    expect(await end(member.reported?.id, "2026-05-15")).toBeUndefined();
    expect(await counts(ganzhou.eastGate, "2026-05-20")).toEqual([{ ...ofEastGate, partyMembers: 0 }]);
    expect(await counts(ganzhou.eastGate, "2026-05-14")).toEqual([{ ...ofEastGate, partyMembers: 1 }]);
    expect(await end(member.reported?.id, "2026-05-16")).toBe("REPORTING_ENDED");
    expect((await report({ ...an, on: "2026-05-15" })).code).toBeUndefined();
    const log = await subgraph.database.query(
      "SELECT payload::text FROM log_entry WHERE kind LIKE 'DOUBLE_%'",
    );
    expect(JSON.stringify(log)).not.toMatch(/安秀兰|person-an/);
  });

  it.each<[string, object, Principal, string]>([
    ["twice at a time", {}, secretary, "REPORTING_EXISTS"],
    ["to a street", { community: ganzhou.street }, chief, "NOT_A_COMMUNITY_TO_REPORT_TO"],
    ["of a unit nobody knows", { unit: "620702-X" }, secretary, "NOT_FOUND"],
    ["on a day to come", { unit: ganzhou.market, on: "2026-06-02" }, secretary, "REPORTING_DATE"],
    ["of a body by name", { ...an, kind: "PARTY_BODY" }, secretary, "REPORTING_WHO"],
    ["of a member without a name", { kind: "PARTY_MEMBER" }, secretary, "REPORTING_WHO"],
    ["of a temporary post without the post", { ...an, kind: "TEMPORARY_POST" }, secretary, "REPORTING_WHO"],
    ["by another community", { unit: ganzhou.market }, neighbour, "FORBIDDEN"],
    ["by another department", {}, otherChief, "FORBIDDEN"],
    ["by residents", an, resident, "FORBIDDEN"],
  ])("PG-17: is not entered %s", async (_, input, as, code) => {
    expect((await report(input, as)).code).toBe(code);
  });

  it("PG-17: tells of party membership: their unit and the place by name, the district's offices masked, others nothing", async () => {
    const all = ["卜文", "卜文", "安秀兰", "安秀兰", null].sort();
    const ofEastGate = ["卜文", "安秀兰", "安秀兰", null].sort();
    expect(await names(secretary)).toEqual(ofEastGate);
    expect(await names(neighbour)).toEqual(["卜文"]);
    expect(await names(street)).toEqual(all);
    expect(await names(chief)).toEqual(all);
    expect(await names(chief, '(on: "2026-05-20", kinds: [PARTY_MEMBER])')).toEqual(["安秀兰"]);
    expect(await names(keeper)).toEqual(["卜*", "卜*", "安*", "安*", null].sort());
    for (const as of [otherChief, resident, elsewhere]) {
      expect(await names(as)).toEqual([]);
    }
    expect(await counts(ganzhou.street, "2026-05-20", otherChief)).toHaveLength(2);
    for (const as of [resident, elsewhere])
      expect(await counts(ganzhou.street, "2026-05-20", as)).toEqual([]);
  });
});
