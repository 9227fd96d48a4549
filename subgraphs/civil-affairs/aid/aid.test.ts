import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type Principal, Rows } from "../../shared/principal.ts";
import {
  aid,
  aidNumber,
  type Connection,
  disability,
  elsewhereGrid,
  granted,
  li,
  liansheng,
  people,
  readToEnd,
  residentId,
  street,
  west,
  xiong,
} from "../civil-affairs.fixtures.ts";
import { civilAffairs } from "../civil-affairs.subgraph.ts";
import { Disability } from "../disability/disability.ts";
import { DisabilityGrade } from "../disability/disability-grade.ts";
import { Aid } from "./aid.ts";
import { AidKind } from "./aid-kind.ts";
import { AidState } from "./aid-state.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(civilAffairs);
});
beforeEach(() => subgraph.database.query("TRUNCATE aid, disability, running_number, idempotency_key"));
afterAll(() => subgraph.close());

const { chief, officer, streetOfficer } = people;

let keys = 0;
const key = () => `aid-test-${++keys}`;

/** The mutation's answer, or the code it was refused with. */
async function step(
  call: string,
  as: Principal | undefined,
  {
    selection = "number state",
    at,
    idempotencyKey = key(),
  }: { selection?: string; at?: Date; idempotencyKey?: string } = {},
) {
  const { data, errors } = await subgraph.ask<{ step: Record<string, unknown> | null }>(
    `mutation { step: ${call.replace(/\)$/, `, idempotencyKey: "${idempotencyKey}")`)} { ${selection} } }`,
    {},
    { ...(as && { as }), ...(at && { at }) },
  );
  return errors[0]?.code ?? data.step;
}

/** The code of a refusal, or the state that was reached. */
const outcome = (answer: Awaited<ReturnType<typeof step>>) =>
  answer !== null && typeof answer === "object" ? (answer as { state: string }).state : answer;

const apply = (
  given: Partial<Record<"resident" | "grid" | "kind" | "reason" | "recipientName", string>> = {},
) => {
  const {
    resident = li,
    grid = west,
    kind = "MINIMUM_LIVING_ALLOWANCE",
    reason = "主要劳动力患病",
    recipientName = "黎桂兰",
  } = given;
  return `applyForAid(input: { resident: "${resident}", person: "li-guilan", grid: "${grid}", kind: ${kind},
    recipientName: "${recipientName}", source: APPLICATION, reason: "${reason}" })`;
};
const number = "430105-AID-20260601-0001";
const review = `reviewAid(number: "${number}", opinion: "人均收入低于标准")`;
const approve = (given = "monthlyAmountFen: 65000") => `approveAid(number: "${number}", input: { ${given} })`;
const refuse = `refuseAid(number: "${number}", reason: "人均收入高于标准")`;
const begin = `beginAidPayment(number: "${number}")`;
const stop = (reason = "DIED") => `stopAid(number: "${number}", reason: ${reason})`;

/** An application that has come as far as the review. */
async function reviewed(kind = "MINIMUM_LIVING_ALLOWANCE") {
  expect(await step(apply({ kind }), streetOfficer)).toMatchObject({ number });
  expect(await step(review, streetOfficer)).toMatchObject({ state: "REVIEWED" });
}

describe("an aid, from application to stop", () => {
  it("is applied for, reviewed, approved, paid, confirmed every year, and stopped", async () => {
    expect(
      await step(apply(), streetOfficer, {
        selection:
          "number state kind recipientName recipient { id } grid { code } division { code } retainUntil",
      }),
    ).toEqual({
      number,
      state: "APPLIED",
      kind: "MINIMUM_LIVING_ALLOWANCE",
      recipientName: "黎桂兰",
      recipient: { id: li },
      grid: { code: west },
      division: { code: liansheng },
      retainUntil: "2028-06-01",
    });
    expect(await step(review, streetOfficer, { selection: "state reviewOpinion reviewedAt" })).toEqual({
      state: "REVIEWED",
      reviewOpinion: "人均收入低于标准",
      reviewedAt: "2026-06-01T01:00:00.000Z",
    });
    expect(
      await step(approve(), officer, { selection: "state monthlyAmountFen paidUntil reviewDueOn" }),
    ).toEqual({
      state: "APPROVED",
      monthlyAmountFen: 65_000,
      paidUntil: null,
      reviewDueOn: null,
    });
    expect(await step(begin, officer, { selection: "state paidFrom reviewDueOn retainUntil" })).toEqual({
      state: "IN_PAYMENT",
      paidFrom: "2026-06-01",
      reviewDueOn: "2027-06-01",
      retainUntil: "2032-06-01",
    });
    const confirm = `confirmAid(number: "${number}", opinion: "情况未变")`;
    const yearLater = new Date("2027-05-20T10:00:00+08:00");
    expect(await step(confirm, streetOfficer, { at: yearLater, selection: "state reviewDueOn" })).toEqual({
      state: "IN_PAYMENT",
      reviewDueOn: "2028-05-20",
    });
    const end = new Date("2027-09-01T10:00:00+08:00");
    expect(
      await step(stop(), chief, { at: end, selection: "state stopReason reviewDueOn retainUntil" }),
    ).toEqual({
      state: "STOPPED",
      stopReason: "DIED",
      reviewDueOn: null,
      retainUntil: "2032-09-01",
    });
  });

  it("leaves its trace in the feed, without a name or a resident", async () => {
    await reviewed();
    await step(refuse, officer, { selection: "state refusalReason" });
    const { data } = await subgraph.ask<{
      civilAffairsFeed: { subject: string; kind: string; payload: object }[];
    }>("{ civilAffairsFeed(after: 0, first: 500) { subject kind payload } }", {}, { as: people.service });
    const last = data.civilAffairsFeed.slice(-3);
    const payload = { aid: number, aidKind: "MINIMUM_LIVING_ALLOWANCE", community: liansheng };
    expect(last).toEqual(
      ["AID_APPLIED", "AID_REVIEWED", "AID_REFUSED"].map((kind) => ({ subject: number, kind, payload })),
    );
    expect(JSON.stringify(data)).not.toMatch(/黎|R0001/);
  });

  it("has one effect per idempotency key", async () => {
    const idempotencyKey = "sent-twice-over";
    expect(await step(apply(), streetOfficer, { idempotencyKey })).toEqual({ number, state: "APPLIED" });
    expect(await step(apply(), streetOfficer, { idempotencyKey })).toEqual({ number, state: "APPLIED" });
    expect(await step(apply({ reason: "别的" }), streetOfficer, { idempotencyKey })).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  it("of two who decide at once lets one win", async () => {
    await reviewed();
    const answers = await Promise.all([step(approve(), officer), step(refuse, chief)]);
    expect(answers.filter((answer) => typeof answer === "string")).toEqual(["AID_STATE"]);
  });
});

describe("what is refused", () => {
  it.each<[string, Principal | undefined, string]>([
    ["nobody signed in", undefined, "UNAUTHENTICATED"],
    ["a resident", people.resident, "FORBIDDEN"],
    ["the community's secretary", people.secretary, "FORBIDDEN"],
    ["another department that was granted all rows", granted(people.health, Rows.ALL), "FORBIDDEN"],
    ["the department's data steward", people.steward, "FORBIDDEN"],
    ["the bureau of another district", people.otherBureau, "FORBIDDEN"],
    ["the service of a subgraph", people.service, "FORBIDDEN"],
  ])("an application by %s", async (_, as, code) => {
    expect(await step(apply(), as)).toBe(code);
  });

  it.each<[string, string, string]>([
    [
      "for somebody of another sub-district than one's own",
      apply({ resident: xiong, grid: elsewhereGrid }),
      "FORBIDDEN",
    ],
    ["for somebody of another district", apply({ resident: "110117-R0001" }), "RESIDENT_OF_ANOTHER_DISTRICT"],
    ["in a grid that cannot be", apply({ grid: `${street}003000` }), "BAD_CODE"],
    ["without a reason", apply({ reason: " " }), "BAD_INPUT"],
    ["without a name", apply({ recipientName: "" }), "BAD_INPUT"],
  ])("an application %s", async (_, call, code) => {
    expect(await step(call, streetOfficer)).toBe(code);
  });

  it.each<[string, string, AidState, string]>([
    ["the same again while one is asked for", "MINIMUM_LIVING_ALLOWANCE", AidState.APPLIED, "AID_EXISTS"],
    ["the same again while one is paid", "MINIMUM_LIVING_ALLOWANCE", AidState.IN_PAYMENT, "AID_EXISTS"],
    [
      "destitute support beside the minimum living allowance",
      "DESTITUTE_SUPPORT",
      AidState.IN_PAYMENT,
      "AID_EXISTS",
    ],
    ["the same again after a refusal", "MINIMUM_LIVING_ALLOWANCE", AidState.REFUSED, "APPLIED"],
    ["the same again after it was stopped", "MINIMUM_LIVING_ALLOWANCE", AidState.STOPPED, "APPLIED"],
    ["another kind beside it", "OLD_AGE_ALLOWANCE", AidState.IN_PAYMENT, "APPLIED"],
  ])("%s: %s", async (_, kind, state, expected) => {
    await subgraph.database.manager.insert(
      Aid,
      aid(1, west, { kind: AidKind.MINIMUM_LIVING_ALLOWANCE, ...inState(state) }),
    );
    const answer = await step(apply({ kind }), streetOfficer);
    expect(outcome(answer)).toBe(expected);
  });

  it("a decision by whoever reviewed, by a sub-district's officer, or by another department", async () => {
    await step(apply(), streetOfficer);
    await step(review, officer);
    expect(await step(approve(), officer)).toBe("AID_REVIEWER_MAY_NOT_DECIDE");
    expect(await step(refuse, officer)).toBe("AID_REVIEWER_MAY_NOT_DECIDE");
    expect(await step(approve(), streetOfficer)).toBe("FORBIDDEN");
    expect(await step(approve(), granted(people.health, Rows.ALL))).toBe("FORBIDDEN");
    expect(await step(approve(), people.otherBureau)).toBe("NOT_FOUND");
    expect(await step(approve(), chief)).toMatchObject({ state: "APPROVED" });
  });

  it.each([
    ["monthlyAmountFen: 0", "AID_AMOUNT"],
    ["monthlyAmountFen: -1", "AID_AMOUNT"],
    ["monthlyAmountFen: 2000001", "AID_AMOUNT"],
    ['monthlyAmountFen: 1, paidUntil: "2026-12-31"', "AID_TERM"],
    ["monthlyAmountFen: 2000000", "APPROVED"],
  ])("approving the minimum living allowance with %s: %s", async (given, expected) => {
    await reviewed();
    const answer = await step(approve(given), chief);
    expect(outcome(answer)).toBe(expected);
  });

  it.each([
    ["monthlyAmountFen: 50000", "AID_TERM"],
    ['monthlyAmountFen: 50000, paidUntil: "2026-05-31"', "AID_TERM"],
    ['monthlyAmountFen: 50000, paidUntil: "2027-06-02"', "AID_TERM"],
    ['monthlyAmountFen: 50000, paidUntil: "2026-06-01"', "APPROVED"],
    ['monthlyAmountFen: 50000, paidUntil: "2027-06-01"', "APPROVED"],
  ])("approving temporary aid with %s: %s", async (given, expected) => {
    await reviewed("TEMPORARY_AID");
    const answer = await step(approve(given), chief);
    expect(outcome(answer)).toBe(expected);
  });

  it.each<[string, Partial<Disability> | null, string]>([
    ["DISABILITY_NURSING_ALLOWANCE", null, "AID_NEEDS_CERTIFICATE"],
    ["DISABILITY_LIVING_ALLOWANCE", null, "AID_NEEDS_CERTIFICATE"],
    ["DISABILITY_NURSING_ALLOWANCE", { grade: DisabilityGrade.THREE }, "AID_NEEDS_CERTIFICATE"],
    ["DISABILITY_NURSING_ALLOWANCE", { validUntil: "2026-05-31" }, "AID_NEEDS_CERTIFICATE"],
    ["DISABILITY_NURSING_ALLOWANCE", { grade: DisabilityGrade.TWO, validUntil: "2026-06-01" }, "APPROVED"],
    ["DISABILITY_LIVING_ALLOWANCE", { grade: DisabilityGrade.FOUR }, "APPROVED"],
  ])("approving %s with the certificate %o: %s", async (kind, certificate, expected) => {
    if (certificate) await subgraph.database.manager.insert(Disability, disability(1, west, certificate));
    await reviewed(kind);
    const answer = await step(approve(), chief);
    expect(outcome(answer)).toBe(expected);
  });

  const steps = {
    review,
    approve: approve(),
    refuse,
    begin,
    confirm: `confirmAid(number: "${number}", opinion: "未变")`,
    stop: stop(),
  };
  it.each<[AidState, (keyof typeof steps)[]]>([
    [AidState.APPLIED, ["review"]],
    [AidState.REVIEWED, ["approve", "refuse"]],
    [AidState.APPROVED, ["begin", "stop"]],
    [AidState.REFUSED, []],
    [AidState.IN_PAYMENT, ["confirm", "stop"]],
    [AidState.STOPPED, []],
  ])("%s: every step but %o", async (state, allowed) => {
    const taken: string[] = [];
    for (const [name, call] of Object.entries(steps)) {
      await subgraph.database.query("TRUNCATE aid");
      await subgraph.database.manager.insert(Aid, aid(1, west, { number, ...inState(state) }));
      const answer = await step(call, chief);
      if (answer === "AID_STATE") continue;
      expect(answer).toMatchObject({ number });
      taken.push(name);
    }
    expect(taken).toEqual(allowed);
  });

  it("to say that a term has ended: that is the calendar's", async () => {
    await subgraph.database.manager.insert(Aid, aid(1, west, { number }));
    expect(await step(stop("TERM_ENDED"), chief)).toBe("BAD_INPUT");
  });
});

/** What stands in a row in each state. */
function inState(state: AidState): Partial<Aid> {
  const asApplied = {
    reviewedAt: null,
    reviewerId: null,
    reviewOpinion: null,
    decidedAt: null,
    monthlyAmountFen: null,
    paidFrom: null,
    reviewDueOn: null,
  };
  const asReviewed = { decidedAt: null, monthlyAmountFen: null, paidFrom: null, reviewDueOn: null };
  const stopped = { stopReason: "DIED", stoppedAt: new Date("2026-03-01T09:00:00+08:00"), reviewDueOn: null };
  const changes: Record<AidState, object> = {
    APPLIED: asApplied,
    REVIEWED: asReviewed,
    APPROVED: { paidFrom: null, reviewDueOn: null },
    REFUSED: { ...asReviewed, refusalReason: "不符合条件" },
    IN_PAYMENT: {},
    STOPPED: stopped,
  };
  return { state, ...changes[state] };
}

describe("temporary aid", () => {
  it("ends by itself the day after its last, and not before", async () => {
    const temporary = { kind: AidKind.TEMPORARY_AID, paidUntil: "2026-06-30" } as const;
    await subgraph.database.manager.insert(Aid, [
      aid(1, west, temporary),
      aid(2, west, { ...temporary, ...inState(AidState.APPROVED) }),
      aid(3, west),
    ]);
    const states = () =>
      subgraph.database.query("SELECT state, stop_reason AS reason FROM aid ORDER BY number");
    await subgraph.upkeep(new Date("2026-06-30T23:59:59+08:00"));
    expect(await states()).toMatchObject([
      { state: "IN_PAYMENT" },
      { state: "APPROVED" },
      { state: "IN_PAYMENT" },
    ]);
    await subgraph.upkeep(new Date("2026-07-01T00:00:00+08:00"));
    await subgraph.upkeep(new Date("2026-07-01T00:01:00+08:00"));
    expect(await states()).toEqual([
      { state: "STOPPED", reason: "TERM_ENDED" },
      { state: "STOPPED", reason: "TERM_ENDED" },
      { state: "IN_PAYMENT", reason: null },
    ]);
    const entries = await subgraph.database.query(
      "SELECT subject, actor_post AS post FROM log_entry WHERE kind = 'AID_STOPPED' AND subject = ANY($1)",
      [[aidNumber(1), aidNumber(2), aidNumber(3)]],
    );
    expect(entries).toEqual([
      { subject: aidNumber(1), post: "SERVICE" },
      { subject: aidNumber(2), post: "SERVICE" },
    ]);
  });
});

describe("finding aid", () => {
  beforeEach(async () => {
    await subgraph.database.manager.insert(Aid, [
      aid(1, west),
      aid(2, liansheng, { kind: AidKind.DESTITUTE_SUPPORT, reviewDueOn: "2026-05-31" }),
      aid(3, elsewhereGrid, { ...inState(AidState.STOPPED) }),
    ]);
  });

  it.each([
    ["", [3, 2, 1]],
    ["kind: DESTITUTE_SUPPORT", [2]],
    ["state: STOPPED", [3]],
    [`within: "${liansheng}"`, [2, 1]],
    [`within: "430105"`, [3, 2, 1]],
    [`grid: "${west}"`, [1]],
    ['reviewDueBy: "2026-06-01"', [2]],
    ['reviewDueBy: "2026-05-30"', []],
    ["kind: OLD_AGE_ALLOWANCE, state: IN_PAYMENT", [1]],
  ])("with { %s }", async (filter, found) => {
    const { data } = await subgraph.ask<{ aidRecipients: { edges: { node: { number: string } }[] } }>(
      `{ aidRecipients(filter: { ${filter} }) { edges { node { number } } } }`,
      {},
      { as: chief },
    );
    expect(data.aidRecipients.edges.map(({ node }) => node.number)).toEqual(found.map(aidNumber));
  });

  it("pages to the end", async () => {
    const found = await readToEnd<{ number: string }>(async (after) => {
      const { data } = await subgraph.ask<{ aidRecipients: Connection<{ number: string }> }>(
        `query ($after: String) { aidRecipients(first: 1, after: $after) {
          edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        { as: chief },
      );
      return data.aidRecipients;
    });
    expect(found.map(({ number }) => number)).toEqual([3, 2, 1].map(aidNumber));
  });

  it.each([
    ["2026-05-31", false],
    ["2026-06-01", true],
  ])("says on %s whether a review due on 31 May is overdue: %s", async (day, overdue) => {
    const { data } = await subgraph.ask<{ aid: { reviewOverdue: boolean } }>(
      `{ aid(number: "${aidNumber(2)}") { reviewOverdue } }`,
      {},
      { as: chief, at: new Date(`${day}T12:00:00+08:00`) },
    );
    expect(data.aid.reviewOverdue).toBe(overdue);
  });

  it("null for a number there is none of", async () => {
    const { data } = await subgraph.ask(`{ aid(number: "${residentId(9)}") { number } }`, {}, { as: chief });
    expect(data).toEqual({ aid: null });
  });
});
