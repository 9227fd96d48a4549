import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import {
  answeredTicket,
  GraphOfOthers,
  kaifu,
  newKey,
  pingguDispatcher,
  readToEnd,
  told,
} from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";

const record = `mutation Record($input: CallBackInput!) {
  recordCallBack(input: $input) {
    ordinal valid contacted solved satisfaction invalidReason opinion attempts channel callerPost
    ticket { number } handlingUnit { code } callerUnit { code } division { code } matter { code }
  }
}`;

const satisfied = { channel: "PHONE", contacted: true, solved: true, satisfaction: "SATISFIED" };

let subgraph: TestSubgraph;
const others = new GraphOfOthers();

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
});
afterAll(() => subgraph.close());

const call = (ticket: string, answer: object, as: Principal | undefined = kaifu.dispatcher, key = newKey()) =>
  subgraph.ask<{ recordCallBack: Record<string, unknown> }>(
    record,
    { input: { ticket, ...answer, idempotencyKey: key } },
    as ? { as } : {},
  );

describe("a call-back (回访)", () => {
  it("PG-2: the centre records what the demander said, and the feed tells it without a word of theirs", async () => {
    const ticket = others.has(answeredTicket("430105-20260601-000001"));
    const answer = await call(ticket, { ...satisfied, opinion: " 路面干净多了，谢谢。 ", attempts: 2 });
    expect(answer.errors).toEqual([]);
    expect(answer.data.recordCallBack).toEqual({
      ordinal: 1,
      valid: true,
      contacted: true,
      solved: true,
      satisfaction: "SATISFIED",
      invalidReason: null,
      opinion: "路面干净多了，谢谢。",
      attempts: 2,
      channel: "PHONE",
      callerPost: "CENTRE_DISPATCHER",
      ticket: { number: ticket },
      handlingUnit: { code: "430105-MARKET-SUPERVISION" },
      callerUnit: { code: "430105-COMMAND-CENTRE" },
      division: { code: "430105010003" },
      matter: { code: "430105-0301" },
    });
    expect((await told(subgraph)).at(-1)).toEqual({
      subject: ticket,
      kind: "CALL_BACK_RECORDED",
      payload: { ticket, contacted: true, solved: true, satisfaction: "SATISFIED", valid: true },
    });
  });

  it("sent twice under one key has one effect and the same answer, though the ticket has moved on meanwhile", async () => {
    const ticket = others.has(answeredTicket("430105-20260601-000002"));
    const key = newKey();
    const first = await call(ticket, satisfied, kaifu.dispatcher, key);
    others.has(answeredTicket(ticket, { state: "CALLED_BACK" }));
    const second = await call(ticket, satisfied, kaifu.dispatcher, key);
    expect(second).toEqual(first);
    others.tickets.delete(ticket);
    expect(await call(ticket, satisfied, kaifu.dispatcher, key)).toEqual(first);
    const other = await call(ticket, { ...satisfied, solved: false }, kaifu.dispatcher, key);
    expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
  });

  it("that reached nobody counts as none: the demander is tried again, until one call-back is valid", async () => {
    const ticket = others.has(answeredTicket("430105-20260601-000003"));
    await call(ticket, { channel: "PHONE", invalidReason: "UNREACHABLE", solved: null, attempts: 3 });
    const valid = await call(ticket, satisfied);
    expect(valid.data.recordCallBack).toMatchObject({ ordinal: 2, valid: true });
    expect((await call(ticket, satisfied)).errors).toMatchObject([{ code: "CALL_BACK_ALREADY_VALID" }]);
    others.has(answeredTicket(ticket, { feedbackAt: "2026-06-20T08:00:00.000Z" }));
    expect((await call(ticket, satisfied)).data.recordCallBack).toMatchObject({ ordinal: 3 });
  });

  it("made by two at once is recorded once; the other is told", async () => {
    const ticket = others.has(answeredTicket("430105-20260601-000004"));
    const answers = await Promise.all([call(ticket, satisfied), call(ticket, satisfied)]);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual([
      "CALL_BACK_ALREADY_VALID",
    ]);
  });

  const ticket = others.has(answeredTicket("430105-20260601-000005"));
  const early = others.has(answeredTicket("430105-20260601-000006", { state: "HANDLED", feedbackAt: null }));
  const byCentre = others.has(answeredTicket("430105-20260601-000007", { unit: "430105-COMMAND-CENTRE" }));
  it.each([
    ["PG-2: before feedback was given", early, satisfied, kaifu.dispatcher, "CALL_BACK_NOT_DUE"],
    [
      "CJJ/T 106: by the unit that handled it",
      byCentre,
      satisfied,
      kaifu.dispatcher,
      "HANDLER_MAY_NOT_JUDGE",
    ],
    ["ZY-12: by the department", ticket, satisfied, kaifu.market, "FORBIDDEN"],
    ["ZY-12: by the street", ticket, satisfied, kaifu.streetLeader, "FORBIDDEN"],
    ["ZY-12: by another district's centre", ticket, satisfied, pingguDispatcher, "FORBIDDEN"],
    ["by nobody", ticket, satisfied, undefined, "UNAUTHENTICATED"],
    ["about no ticket", "430105-20260601-999999", satisfied, kaifu.dispatcher, "NOT_FOUND"],
    [
      "三率: valid, without satisfaction",
      ticket,
      { channel: "NET", contacted: true, solved: true },
      kaifu.dispatcher,
      "CALL_BACK_INCOMPLETE",
    ],
    [
      "三率: invalid, with an answer",
      ticket,
      { ...satisfied, invalidReason: "REFUSED" },
      kaifu.dispatcher,
      "CALL_BACK_INCOMPLETE",
    ],
    ["after no attempt", ticket, { ...satisfied, attempts: 0 }, kaifu.dispatcher, "BAD_INPUT"],
    [
      "with an endless opinion",
      ticket,
      { ...satisfied, opinion: "啊".repeat(2001) },
      kaifu.dispatcher,
      "BAD_INPUT",
    ],
  ])("is refused %s", async (_case, number, answer, as, code) => {
    const before = await told(subgraph);
    const refused = as
      ? await call(number, answer, as)
      : await subgraph.ask(record, { input: { ticket: number, ...answer, idempotencyKey: newKey() } });
    expect(refused.errors).toMatchObject([{ code }]);
    expect(await told(subgraph)).toEqual(before);
  });
});

describe("whether a ticket exists", () => {
  const existing = others.has(answeredTicket("430105-20260601-000010"));
  const missing = "430105-20260601-999999";
  const neighbour = { ...kaifu.dispatcher, division: "430105001" };
  it.each([
    ["a resident of the district", kaifu.resident, "FORBIDDEN"],
    ["another district's resident", { ...kaifu.resident, division: "110117005001" }, "FORBIDDEN"],
    ["another district's centre", pingguDispatcher, "FORBIDDEN"],
    ["a dispatcher who answers for another part of the district", neighbour, "NOT_FOUND"],
  ])("is not learnt from the refusal by %s", async (_case, as, code) => {
    for (const ticket of [existing, missing]) {
      const { errors } = await call(ticket, satisfied, as);
      expect(errors.map((error) => error.code)).toEqual([code]);
    }
  });
});

describe("call-backs are seen", () => {
  const list = `query List($filter: CallBackFilter, $first: Int!, $after: String) {
    callBacks(filter: $filter, first: $first, after: $after) {
      edges { node { ticket { number } ordinal valid } } pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Listed {
    callBacks: {
      edges: { node: { ticket: { number: string }; ordinal: number; valid: boolean } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }
  const listed = async (as: Principal, filter = {}) => {
    const { data } = await subgraph.ask<Listed>(list, { filter, first: 100 }, { as });
    return data.callBacks.edges.map(({ node }) => node);
  };

  it("page by page as in one list, newest first", async () => {
    const whole = await listed(kaifu.dispatcher);
    const paged = await readToEnd(async (after) => {
      const { data } = await subgraph.ask<Listed>(list, { first: 2, after }, { as: kaifu.dispatcher });
      return data.callBacks;
    });
    expect(whole.length).toBeGreaterThan(4);
    expect(paged).toEqual(whole);
  });

  it("by the centre, the performance office, the unit and the places concerned, and by nobody else", async () => {
    const whole = await listed(kaifu.performanceOffice);
    for (const as of [
      kaifu.dispatcher,
      kaifu.districtLeader,
      kaifu.market,
      kaifu.streetLeader,
      kaifu.communitySecretary,
    ]) {
      expect(await listed(as)).toEqual(whole);
    }
    for (const as of [kaifu.commerce, kaifu.otherStreetLeader, pingguDispatcher, kaifu.resident]) {
      expect(await listed(as)).toEqual([]);
    }
  });

  it("by what is asked for", async () => {
    const invalid = await listed(kaifu.dispatcher, { valid: false });
    expect(invalid.map(({ ticket }) => ticket.number)).toEqual(["430105-20260601-000003"]);
    expect(await listed(kaifu.dispatcher, { division: "430105001" })).toEqual([]);
    expect(
      await listed(kaifu.dispatcher, {
        unit: "430105-MARKET-SUPERVISION",
        solved: true,
        satisfaction: "SATISFIED",
      }),
    ).toHaveLength((await listed(kaifu.dispatcher)).length - 1);
  });

  it("under many tickets in one query, without another caller's words (KF-5); of a ticket the caller was not shown, none", async () => {
    const entities = `query Of($tickets: [_Any!]!) {
      _entities(representations: $tickets) { ... on Ticket { number callBacks { ordinal valid opinion } } }
    }`;
    const seen = ["430105-20260601-000001", "430105-20260601-000003", "430105-20260601-000008"].map(
      (number) => ({
        __typename: "Ticket",
        number,
        receivedAt: "2026-05-30T01:00:00.000Z",
      }),
    );
    const notSeen = { __typename: "Ticket", number: "430105-20260601-000002" };
    let answer: Awaited<ReturnType<typeof subgraph.ask>> | undefined;
    const statements = await statementsOf(subgraph.database, async () => {
      answer = await subgraph.ask(entities, { tickets: [...seen, notSeen] }, { as: kaifu.resident });
    });
    expect(statements).toHaveLength(1);
    expect(answer?.data).toEqual({
      _entities: [
        { number: "430105-20260601-000001", callBacks: [{ ordinal: 1, valid: true, opinion: null }] },
        {
          number: "430105-20260601-000003",
          callBacks: [
            { ordinal: 1, valid: false, opinion: null },
            { ordinal: 2, valid: true, opinion: null },
            { ordinal: 3, valid: true, opinion: null },
          ],
        },
        { number: "430105-20260601-000008", callBacks: [] },
        { number: "430105-20260601-000002", callBacks: [] },
      ],
    });
  });
});

describe("call-backs that are due (待回访)", () => {
  const list = `query Due($division: DivisionCode, $first: Int, $after: String) {
    callBacksDue(division: $division, first: $first, after: $after) {
      edges { node { feedbackAt ticket { number } division { code } handlingUnit { code } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const market = "430105-MARKET-SUPERVISION";
  const first = "430105-20260603-000001";
  const second = "430105-20260603-000002";
  const third = "430105-20260603-000003";
  const answeredAt = (hour: number) => `2026-06-03T0${hour}:00:00.000Z`;

  const moved = (subject: string, kind: string, hour: number, payload: Record<string, unknown> = {}) =>
    others.feed.push({ subject, kind, at: answeredAt(hour), payload });
  const given = (subject: string, hour: number, division = "430105010003") => {
    moved(subject, "TICKET_FEEDBACK_GIVEN", hour, { division, handlingUnit: market });
    others.has(answeredTicket(subject, { division, feedbackAt: answeredAt(hour) }));
  };
  const due = async (as: Principal, variables: object = {}) => {
    await subgraph.catchUp();
    const nodes = await readToEnd(async (after) => {
      const { data, errors } = await subgraph.ask<{ callBacksDue: DuePage }>(
        list,
        { first: 1, after, ...variables },
        { as },
      );
      expect(errors).toEqual([]);
      return data.callBacksDue;
    });
    return nodes.map(({ ticket: { number } }) => number);
  };
  interface DuePage {
    readonly edges: readonly { readonly node: { readonly ticket: { readonly number: string } } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }

  it("PG-2: fall due with the feedback, whoever has waited longest first, for those whose place or unit it is", async () => {
    expect(await due(kaifu.dispatcher)).toEqual([]);
    given(second, 2, "430105001002");
    given(first, 1);
    expect(await due(kaifu.dispatcher)).toEqual([first, second]);
    expect(await due(kaifu.dispatcher, { division: "430105001" })).toEqual([second]);
    expect(await due(kaifu.streetLeader)).toEqual([first]);
    expect(await due(kaifu.market)).toEqual([first, second]);
    expect(await due(kaifu.commerce)).toEqual([]);
    expect(await due(kaifu.resident)).toEqual([]);
    expect(await due(pingguDispatcher)).toEqual([]);
  });

  it("stay due until a call-back counts", async () => {
    const unreachable = { channel: "PHONE", attempts: 3, invalidReason: "UNREACHABLE" };
    expect((await call(first, unreachable)).errors).toEqual([]);
    expect(await due(kaifu.dispatcher)).toEqual([first, second]);
    expect((await call(first, satisfied)).errors).toEqual([]);
    expect(await due(kaifu.dispatcher)).toEqual([second]);
  });

  it("are due no longer when the ticket went to the ledger without one, and are again after a second feedback", async () => {
    moved(second, "TICKET_LEDGERED", 3, { division: "430105001002", handlingUnit: market });
    expect(await due(kaifu.dispatcher)).toEqual([]);
    given(first, 4);
    expect(await due(kaifu.dispatcher)).toEqual([first]);
  });

  it("are not due when the centre was faster than the feed", async () => {
    others.has(answeredTicket(third, { feedbackAt: answeredAt(5) }));
    expect((await call(third, satisfied)).errors).toEqual([]);
    given(third, 5);
    expect(await due(kaifu.dispatcher)).toEqual([first]);
  });
});
