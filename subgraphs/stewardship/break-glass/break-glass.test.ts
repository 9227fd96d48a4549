import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

let subgraph: TestSubgraph;
let stewards: Stewards;

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  stewards = new Stewards(subgraph);
});
afterAll(() => subgraph.close());

const at = (text: string) => new Date(text);
const broken = async (as: Principal = kaifu.centre, when?: Date) =>
  ((await stewards.breakGlass({}, as, when ? { at: when } : {})) as { number: string }).number;
const grantOf = async (number: string, when: Date) => {
  const { grants } = await stewards.book(null, { as: kaifu.gateway, at: when });
  return grants?.find((grant) => grant.number === number);
};

describe("breaking the glass (紧急访问)", () => {
  it("opens at once, for the case alone, in clear, for two hours, and is to be reviewed in three working days", async () => {
    // Monday morning: three working days after it end with Thursday.
    expect(await stewards.breakGlass({}, kaifu.policeStation)).toEqual({
      number: "430105-B-0001",
      endsAt: "2026-06-01T03:00:00.000Z",
      reviewDueAt: "2026-06-04T16:00:00.000Z",
    });
    expect(await grantOf("430105-B-0001", at("2026-06-01T02:59:59Z"))).toEqual({
      number: "430105-B-0001",
      owner: "public-security",
      consumer: "430105010-PUBLIC-SECURITY",
      posts: [
        "RESPONDER",
        "CHIEF_RESPONDER",
        "CENTRE_DISPATCHER",
        "SUBDISTRICT_LEADER",
        "COMMUNITY_SECRETARY",
      ],
      coordinates: ["PoliceCall", "PoliceCall.callerName"],
      purposes: ["430105-B-0001"],
      rows: "THIS_CASE",
      clear: ["PoliceCall.callerName"],
      caseNumber: "430105-20260601-000001",
      validFrom: "2026-06-01T01:00:00.000Z",
      validUntil: "2026-06-01T03:00:00.000Z",
      listMaximum: null,
    });
    expect(await grantOf("430105-B-0001", at("2026-06-01T03:00:00Z"))).toBeUndefined();
  });

  it("is told with the case, latest first, to those who took it, to the owner and the data bureau", async () => {
    const numbers = ["430105-20260601-000007", "430105-20260601-000008"];
    const [earlier, later, other] = [
      await stewards.breakGlass({ case: numbers[0] as string }, kaifu.urban),
      await stewards.breakGlass({ case: numbers[0] as string }, kaifu.urban, {
        at: at("2026-06-01T05:00:00Z"),
      }),
      await stewards.breakGlass({ case: numbers[1] as string }, kaifu.centre),
    ].map((each) => (each as { number: string }).number);
    const told = async (as: Principal) => {
      const { data, errors } = await subgraph.ask<{ _entities: { dataGrants: { number: string }[] }[] }>(
        `query ($tickets: [_Any!]!) { _entities(representations: $tickets) { ... on Ticket { dataGrants { number } } } }`,
        { tickets: numbers.map((number) => ({ __typename: "Ticket", number })) },
        { as },
      );
      expect(errors).toEqual([]);
      return data._entities.map(({ dataGrants }) => dataGrants.map(({ number }) => number));
    };
    expect(await told(kaifu.urban)).toEqual([[later, earlier], []]);
    expect(await told(kaifu.centre)).toEqual([[], [other]]);
    for (const as of [kaifu.policeSteward, kaifu.bureau])
      expect(await told(as)).toEqual([[later, earlier], [other]]);
    for (const as of [kaifu.housing, kaifu.resident, pinggu.bureau]) expect(await told(as)).toEqual([[], []]);
    const statements = await statementsOf(subgraph.database, () => told(kaifu.bureau));
    expect(statements).toHaveLength(1);
  });

  it.each<[Principal, boolean]>([
    [kaifu.policeStation, true],
    [kaifu.urban, true],
    [kaifu.centre, true],
    [kaifu.street, true],
    [kaifu.secretary, true],
    [kaifu.gridMember, false],
    [kaifu.bureau, false],
    [kaifu.listKeeper, false],
    [person(Post.COMMUNITY_STAFF, { unit: "430105010003" }), false],
    [person(Post.DISTRICT_LEADER, { unit: "430105" }), false],
    [kaifu.resident, false],
    [kaifu.gateway, false],
  ])("is for those who have to act on a case: $post, $unit", async (as, may) => {
    const answer = await stewards.breakGlass({}, as);
    if (may) expect(answer).toMatchObject({ number: expect.stringMatching(/^430105-B-\d{4}$/) });
    else expect(answer).toBe("FORBIDDEN");
  });

  it.each([
    ["no ticket", { case: "430105-W-20260601-0001" }, "BAD_INPUT"],
    ["a ticket elsewhere", { case: "110117-20260601-000001" }, "BAD_INPUT"],
    ["nothing to read", { coordinates: [] }, "BAD_INPUT"],
    ["no coordinate", { coordinates: ["*"] }, "BAD_INPUT"],
    ["no reason", { reason: "" }, "BAD_INPUT"],
    ["a subgraph there is not", { owner: "weather" }, "NOT_FOUND"],
  ])("is refused with %s", async (_, emergency, code) => {
    expect(await stewards.breakGlass(emergency, kaifu.centre)).toBe(code);
  });

  it("is loud: in the log under a kind of its own, with the owner and the data bureau in it", async () => {
    const number = await broken();
    const rows = await subgraph.database.query(
      "SELECT kind, actor_unit, payload FROM log_entry WHERE subject = $1",
      [number],
    );
    expect(rows).toEqual([
      {
        kind: "GLASS_BROKEN",
        actor_unit: "430105-COMMAND-CENTRE",
        payload: {
          breakGlass: number,
          owner: "public-security",
          from: "430105-PUBLIC-SECURITY",
          to: "430105-COMMAND-CENTRE",
          bureau: "430105-DATA-BUREAU",
          coordinates: ["PoliceCall", "PoliceCall.callerName"],
          case: "430105-20260601-000001",
        },
      },
    ]);
  });

  it("lasts as long as the district's own rule says where it has one", async () => {
    await subgraph.database.query(
      "INSERT INTO break_glass_rule (district_code, valid_from, minutes, review_working_days) VALUES ('430105', '2026-07-01', 30, 1), ('430105', '2026-08-01', 60, 2), ('110117', '2020-01-01', 10, 1)",
    );
    const limits = async (when: string) =>
      stewards.breakGlass({}, kaifu.centre, { at: at(when), selection: "{ endsAt reviewDueAt }" });
    expect(await limits("2026-06-30T09:00:00+08:00")).toEqual({
      endsAt: "2026-06-30T03:00:00.000Z",
      reviewDueAt: "2026-07-03T16:00:00.000Z",
    });
    expect(await limits("2026-07-01T09:00:00+08:00")).toEqual({
      endsAt: "2026-07-01T01:30:00.000Z",
      reviewDueAt: "2026-07-02T16:00:00.000Z",
    });
    // Over the National Day holidays the owner has until the second working day after them.
    expect(await limits("2026-09-30T20:00:00+08:00")).toEqual({
      endsAt: "2026-09-30T13:00:00.000Z",
      reviewDueAt: "2026-10-09T16:00:00.000Z",
    });
  });

  it("waits for no holiday notice: where the calendar is not known, days are counted as they come", async () => {
    expect(
      await stewards.breakGlass({}, kaifu.centre, {
        at: at("2031-03-07T20:00:00+08:00"),
        selection: "{ reviewDueAt }",
      }),
    ).toEqual({ reviewDueAt: "2031-03-09T16:00:00.000Z" });
  });
});

describe("reviewing it (复核)", () => {
  it.each<[string, Principal, string]>([
    ["the owner's steward", kaifu.policeSteward, "JUSTIFIED"],
    ["its principal officer", kaifu.policeChief, "JUSTIFIED"],
    ["its station", kaifu.policeStation, "FORBIDDEN"],
    ["the data bureau", kaifu.bureau, "FORBIDDEN"],
    ["who took it", kaifu.centre, "FORBIDDEN"],
    ["another owner", kaifu.civilAffairs, "NOT_FOUND"],
    ["another district's bureau", pinggu.bureau, "NOT_FOUND"],
  ])("is for the owner: %s", async (_, as, answer) => {
    const reviewed = await stewards.review(await broken(), "JUSTIFIED", as);
    expect(typeof reviewed === "string" ? reviewed : (reviewed as { verdict: string }).verdict).toBe(answer);
  });

  it("is never for who took the access, and is done once", async () => {
    const own = await broken(kaifu.policeChief);
    expect(await stewards.review(own, "JUSTIFIED", kaifu.policeChief)).toBe("BREAK_GLASS_OWN_REVIEW");
    expect(await stewards.review(own, "JUSTIFIED", kaifu.policeSteward)).toMatchObject({
      verdict: "JUSTIFIED",
    });
    expect(await stewards.review(own, "NOT_JUSTIFIED", kaifu.policeSteward)).toBe("BREAK_GLASS_REVIEWED");
    await expect(
      subgraph.database.query("UPDATE break_glass SET reviewed_by = broken_by WHERE number = $1", [own]),
    ).rejects.toThrow("reviewed_by_another");
  });

  it("ends what is left of an access for which there was no need, and nothing else", async () => {
    const [justified, not, late] = [await broken(), await broken(), await broken()];
    const soon = at("2026-06-01T02:00:00Z");
    await stewards.review(justified, "JUSTIFIED", kaifu.policeSteward, soon);
    await stewards.review(not, "NOT_JUSTIFIED", kaifu.policeSteward, soon);
    await stewards.review(late, "NOT_JUSTIFIED", kaifu.policeSteward, at("2026-06-02T02:00:00Z"));
    expect(await grantOf(justified, soon)).toBeDefined();
    expect(await grantOf(not, soon)).toBeUndefined();
    const states = await subgraph.database.query(
      "SELECT number, state FROM data_grant WHERE number = ANY($1) ORDER BY number",
      [[justified, not, late]],
    );
    expect(states.map(({ state }: { state: string }) => state)).toEqual(["APPROVED", "REVOKED", "APPROVED"]);
  });

  it("is overdue from the end of the third working day on, and told by the time alone", async () => {
    const other = await openTestSubgraph(stewardship);
    const asking = new Stewards(other);
    await asking.breakGlass({}, kaifu.centre);
    await asking.breakGlass({}, kaifu.street);
    await asking.review("430105-B-0002", "JUSTIFIED", kaifu.policeSteward);
    const overdue = async (when: string, as: Principal = kaifu.policeSteward) => {
      const { data } = await other.ask<
        Record<"late" | "all" | "open" | "unfiltered", { edges: { node: unknown }[] }>
      >(
        `{ late: breakGlassAccesses(filter: { overdue: true }) { edges { node { number reviewOverdue } } }
           open: breakGlassAccesses(filter: { reviewed: false, owner: "public-security" }) { edges { node { number } } }
           unfiltered: breakGlassAccesses(filter: { owner: null, reviewed: null, overdue: null, open: null }) { edges { node { number } } }
           all: breakGlassAccesses(filter: {}) { edges { node { number grant { number state } consumerUnit { code } ownerUnit { code } } } } }`,
        {},
        { as, at: at(when) },
      );
      return Object.fromEntries(
        Object.entries(data).map(([name, { edges }]) => [name, edges.map(({ node }) => node)]),
      );
    };
    expect(await overdue("2026-06-04T15:59:59Z")).toMatchObject({
      late: [],
      open: [{ number: "430105-B-0001" }],
    });
    expect(await overdue("2026-06-04T16:00:00Z")).toMatchObject({
      late: [{ number: "430105-B-0001", reviewOverdue: true }],
      unfiltered: [{ number: "430105-B-0002" }, { number: "430105-B-0001" }],
      all: [
        { number: "430105-B-0002", consumerUnit: { code: "430105010" } },
        {
          number: "430105-B-0001",
          grant: { number: "430105-B-0001", state: "APPROVED" },
          ownerUnit: { code: "430105-PUBLIC-SECURITY" },
        },
      ],
    });
    const seen = async (as: Principal) => (await overdue("2026-06-01T02:00:00Z", as)).all;
    expect(await seen(kaifu.centre)).toMatchObject([{ number: "430105-B-0001" }]);
    expect(await seen(kaifu.bureau)).toHaveLength(2);
    for (const as of [
      kaifu.civilAffairs,
      kaifu.housing,
      kaifu.otherStreet,
      pinggu.bureau,
      kaifu.resident,
      kaifu.evaluation,
    ]) {
      expect(await seen(as)).toEqual([]);
    }

    const dashboards = async (as: Principal, when: string) => {
      const { data } = await other.ask<{ ownerDashboards: Record<string, unknown>[] }>(
        "{ ownerDashboards { subgraph grantsRequested grantsInForce grantsEndingSoon breakGlassOpen reviewsDue reviewsOverdue } }",
        {},
        { as, at: at(when) },
      );
      return data.ownerDashboards;
    };
    await asking.request({ owner: "public-security", coordinates: ["PoliceCall.kind"] }, kaifu.housing);
    await asking.granted(
      { owner: "public-security", coordinates: ["PoliceCall.kind"], validUntil: "2026-06-20T00:00:00+08:00" },
      kaifu.housing,
      kaifu.policeSteward,
    );
    const counted = {
      subgraph: "public-security",
      grantsRequested: 1,
      grantsInForce: 1,
      grantsEndingSoon: 1,
    };
    expect(await dashboards(kaifu.policeSteward, "2026-06-01T02:00:00Z")).toEqual([
      { ...counted, breakGlassOpen: 2, reviewsDue: 1, reviewsOverdue: 0 },
    ]);
    expect(await dashboards(kaifu.policeChief, "2026-06-05T02:00:00Z")).toEqual([
      { ...counted, breakGlassOpen: 0, reviewsDue: 1, reviewsOverdue: 1 },
    ]);
    // Every figure is the length of the list it leads to.
    const listed = async (list: string, filter: string, when: string) => {
      const { data } = await other.ask<Record<string, { edges: object[] }>>(
        `{ ${list}(filter: { owner: "public-security", ${filter} }) { edges { node { number } } } }`,
        {},
        { as: kaifu.policeSteward, at: at(when) },
      );
      return data[list]?.edges.length;
    };
    for (const when of ["2026-06-01T02:00:00Z", "2026-06-05T02:00:00Z", "2026-06-25T02:00:00Z"]) {
      const soon = new Date(at(when).getTime() + 30 * 86_400_000).toISOString();
      const open = "inForce: true, brokenGlass: false";
      expect(await dashboards(kaifu.policeSteward, when)).toEqual([
        {
          subgraph: "public-security",
          grantsRequested: await listed("dataGrants", "state: REQUESTED", when),
          grantsInForce: await listed("dataGrants", open, when),
          grantsEndingSoon: await listed("dataGrants", `${open}, endsBefore: "${soon}"`, when),
          breakGlassOpen: await listed("breakGlassAccesses", "open: true", when),
          reviewsDue: await listed("breakGlassAccesses", "reviewed: false", when),
          reviewsOverdue: await listed("breakGlassAccesses", "overdue: true", when),
        },
      ]);
    }
    expect(await dashboards(kaifu.bureau, "2026-06-05T02:00:00Z")).toHaveLength(9);
    expect(await dashboards(kaifu.policeStation, "2026-06-05T02:00:00Z")).toEqual([]);
    expect(await dashboards(kaifu.resident, "2026-06-05T02:00:00Z")).toEqual([]);
    await other.close();
  });
});
