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

const street = "430105010";
const market = "430105-MARKET-SUPERVISION";
const commerce = "430105-COMMERCE";
const whistle = "430105-W-20190926-0001";
const second = "430105-W-20191015-0001";

let subgraph: TestSubgraph;
const others = new GraphOfOthers();

const overdue = (subject: string, clock: string, late: Record<string, boolean>) => ({
  subject,
  kind: "WHISTLE_OVERDUE",
  at: "2019-10-09T16:00:00.000Z",
  payload: {
    kind: "TACKLING",
    clock,
    dueAt: "2019-10-09T16:00:00.000Z",
    blower: street,
    division: street,
    late: Object.entries(late).map(([unit, signed]) => ({ unit, role: "ASSISTING", signed })),
    escalatedTo: Object.keys(late),
  },
});

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  for (const unit of [market, commerce, street]) others.units.add(unit);
  others.whistles.set(whistle, street);
});
afterAll(() => subgraph.close());

const fields = `number state offence grounds clock dueAt proposerPost statement consequence statementDueAt year
  respondent { code } proposer { code } whistle { number } ticket { number }`;

const entries = async (as: Principal, filter: object = {}) => {
  const { data, errors } = await subgraph.ask<{
    negativeListEntries: { edges: { node: Record<string, unknown> }[] };
  }>(
    `query List($filter: NegativeListFilter) {
      negativeListEntries(filter: $filter, first: 100) { edges { node { ${fields} } } }
    }`,
    { filter },
    { as },
  );
  expect(errors).toEqual([]);
  return data.negativeListEntries.edges.map(({ node }) => node);
};

const propose = (change: object, as: Principal, key = newKey()) =>
  subgraph.ask<{ proposeNegativeListEntry: Record<string, unknown> }>(
    `mutation Propose($input: NegativeListProposalInput!) { proposeNegativeListEntry(input: $input) { ${fields} } }`,
    {
      input: {
        offence: "INACTION",
        respondent: market,
        whistle,
        grounds: "到场后推诿。",
        ...change,
        idempotencyKey: key,
      },
    },
    { as, at: new Date("2019-10-11T09:00:00+08:00") },
  );

describe("a whistle that ran over its clock (KF-17)", () => {
  it("KF-17, 6.2: proposes 不报到 against the departments that did not sign, none against those that did", async () => {
    others.feed.push(overdue(whistle, "MEASURES", { [market]: true, [commerce]: false }));
    await subgraph.catchUp();
    expect(await entries(kaifu.performanceOffice)).toEqual([
      {
        number: "430105-N-20191010-0001",
        state: "PROPOSED",
        offence: "FAILURE_TO_REPORT",
        grounds: `哨 ${whistle} 的提出解决措施时限届满，该单位未签收、未报到。`,
        clock: "MEASURES",
        dueAt: "2019-10-09T16:00:00.000Z",
        proposerPost: "SERVICE",
        statement: null,
        consequence: null,
        // Proposed on Thursday 10 October; Saturday the 12th was worked.
        statementDueAt: "2019-10-16T16:00:00.000Z",
        year: 2019,
        respondent: { code: commerce },
        proposer: null,
        whistle: { number: whistle },
        ticket: null,
      },
    ]);
    expect(await told(subgraph)).toEqual([
      {
        subject: "430105-N-20191010-0001",
        kind: "NEGATIVE_LIST_PROPOSED",
        payload: { unit: commerce, offence: "FAILURE_TO_REPORT", evidence: { whistle, ticket: null } },
      },
    ]);
  });

  it("KF-17: however many clocks run out, proposes one entry per unit and whistle", async () => {
    others.feed.push(overdue(whistle, "RESOLVE", { [commerce]: false, [market]: true }));
    others.feed.push(overdue(second, "SIGN", { [commerce]: false }));
    await subgraph.catchUp();
    expect((await entries(kaifu.performanceOffice)).map((entry) => entry.whistle)).toEqual([
      { number: second },
      { number: whistle },
    ]);
  });

  it("KF-17, 6.2: ruled 乱吹哨, proposes an entry against the blower", async () => {
    others.feed.push({
      subject: second,
      kind: "WHISTLE_RULED_MISUSE",
      at: "2019-10-17T02:00:00.000Z",
      payload: { kind: "TACKLING", blower: street, division: street },
    });
    await subgraph.catchUp();
    const [misuse] = await entries(kaifu.performanceOffice, { offence: "MISUSE" });
    expect(misuse).toMatchObject({
      respondent: { code: street },
      whistle: { number: second },
      grounds: expect.stringContaining(second),
      state: "PROPOSED",
    });
  });
});

describe("an entry an official proposes (KF-17)", () => {
  it("KF-17: rests on evidence that exists, against a unit that exists", async () => {
    for (const change of [{ whistle: "430105-W-20200101-0001" }, { respondent: "430105-NOBODY" }]) {
      expect((await propose(change, kaifu.streetLeader)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    }
    const ticket = others.has(answeredTicket("430105-20190920-000001", { division: "430105010003" }));
    const offence = { offence: "FAILURE_TO_WHISTLE", respondent: street, ticket, whistle: null };
    const { data, errors } = await propose(offence, kaifu.dispatcher);
    expect(errors).toEqual([]);
    expect(data.proposeNegativeListEntry).toMatchObject({
      proposer: { code: "430105-COMMAND-CENTRE" },
      ticket: { number: ticket },
      whistle: null,
    });
  });

  it.each([
    ["a resident", kaifu.resident, {}, "FORBIDDEN"],
    ["another district's centre", pingguDispatcher, {}, "FORBIDDEN"],
    [
      "an official about another district",
      pingguDispatcher,
      { respondent: "110117-HOUSING" },
      "EVIDENCE_OF_ANOTHER_DISTRICT",
    ],
  ])("tells %s nothing of what exists", async (_case, as, change, code) => {
    for (const evidence of [whistle, "430105-W-20200101-0001"]) {
      const { errors } = await propose({ ...change, whistle: evidence }, as);
      expect(errors).toMatchObject([{ code }]);
    }
  });

  it("KF-17: is entered once, whoever proposes it again", async () => {
    const key = newKey();
    const first = await propose({}, kaifu.streetLeader, key);
    expect(first.errors).toEqual([]);
    expect((await propose({}, kaifu.streetLeader, key)).data).toEqual(first.data);
    others.whistles.delete(whistle);
    expect((await propose({}, kaifu.streetLeader, key)).data).toEqual(first.data);
    others.whistles.set(whistle, street);
    const again = await Promise.all([
      propose({}, kaifu.dispatcher),
      propose({ grounds: "另述" }, kaifu.streetLeader),
    ]);
    expect(again.map(({ errors }) => errors[0]?.code)).toEqual([
      "NEGATIVE_ENTRY_EXISTS",
      "NEGATIVE_ENTRY_EXISTS",
    ]);
  });
});

describe("from the proposal to the decision (KF-17)", () => {
  const number = "430105-N-20191010-0001";
  const state = (as: Principal, at: string) =>
    subgraph.ask(
      `mutation State($key: String!) {
        stateOnNegativeListEntry(number: "${number}", statement: "系统故障，当日已到场。", idempotencyKey: $key) { state statement }
      }`,
      { key: newKey() },
      { as, at: new Date(at) },
    );
  const decide = (change: object, at: string, as: Principal = kaifu.performanceOffice) =>
    subgraph.ask(
      `mutation Decide($input: NegativeListDecisionInput!) { decideNegativeListEntry(input: $input) { state consequence } }`,
      {
        input: {
          number,
          upheld: true,
          grounds: "核查属实。",
          consequence: "通报批评",
          ...change,
          idempotencyKey: newKey(),
        },
      },
      { as, at: new Date(at) },
    );

  it("KF-17: the respondent is heard before a person decides; each step is told", async () => {
    expect((await decide({}, "2019-10-14T09:00:00+08:00")).errors).toMatchObject([
      { code: "STATEMENT_STILL_OPEN" },
    ]);
    expect((await state(kaifu.market, "2019-10-14T10:00:00+08:00")).errors).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    const stated = await state(kaifu.commerce, "2019-10-14T10:00:00+08:00");
    expect(stated.data).toEqual({
      stateOnNegativeListEntry: { state: "STATED", statement: "系统故障，当日已到场。" },
    });
    expect((await decide({}, "2019-10-14T11:00:00+08:00", kaifu.dispatcher)).errors).toMatchObject([
      { code: "FORBIDDEN" },
    ]);
    const decided = await decide({ upheld: false, consequence: null }, "2019-10-14T11:00:00+08:00");
    expect(decided.data).toEqual({ decideNegativeListEntry: { state: "DISMISSED", consequence: null } });
    expect((await told(subgraph)).slice(-2)).toMatchObject([
      { subject: number, kind: "NEGATIVE_LIST_STATED" },
      { subject: number, kind: "NEGATIVE_LIST_DECIDED", payload: { unit: commerce, upheld: false } },
    ]);
  });

  it("KF-17: two who decide at once: one wins, the other is told", async () => {
    const [entry] = await entries(kaifu.performanceOffice, { whistle: second, offence: "FAILURE_TO_REPORT" });
    const at = "2019-11-14T11:00:00+08:00";
    const both = await Promise.all([
      decide({ number: entry?.number }, at),
      decide({ number: entry?.number, upheld: false, consequence: null }, at, {
        ...kaifu.performanceOffice,
        id: "another",
      }),
    ]);
    const codes = both.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual(["NEGATIVE_ENTRY_ILLEGAL_MOVE"]);
  });
});

describe("a proposal in a year whose holidays are not known yet", () => {
  it("is entered; only its deadline waits for the calendar", async () => {
    const late = overdue("430105-W-20991230-0001", "SIGN", { [commerce]: false });
    others.feed.push({ ...late, at: "2099-12-31T02:00:00.000Z" });
    await subgraph.catchUp();
    const { data, errors } = await subgraph.ask(
      '{ negativeListEntry(number: "430105-N-20991231-0001") { state statementDueAt } }',
      {},
      { as: kaifu.performanceOffice },
    );
    expect(data).toEqual({ negativeListEntry: { state: "PROPOSED", statementDueAt: null } });
    expect(errors).toMatchObject([{ code: "CALENDAR_NOT_COVERED" }]);
  });
});

describe("the negative list is seen", () => {
  const ofUnits = (as: Principal, first = 10, after: string | null = null) =>
    subgraph.ask<{
      _entities: {
        negativeListEntries: {
          edges: { node: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }[];
    }>(
      `query Of($units: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $units) { ... on Unit {
        negativeListEntries(first: $first, after: $after) {
          edges { node { number } } pageInfo { hasNextPage endCursor }
        }
      } } }`,
      { units: [commerce, market, street].map((code) => ({ __typename: "Unit", code })), first, after },
      { as },
    );

  it("by the office, the centre and the place, by respondent and proposer; never by others", async () => {
    const counts = async (as: Principal) =>
      (await ofUnits(as)).data._entities.map(({ negativeListEntries }) => negativeListEntries.edges.length);
    expect(await counts(kaifu.performanceOffice)).toEqual([3, 1, 2]);
    expect(await counts(kaifu.dispatcher)).toEqual([3, 1, 2]);
    expect(await counts(kaifu.streetLeader)).toEqual([3, 1, 2]);
    expect(await counts(kaifu.market)).toEqual([0, 1, 0]);
    expect(await counts(kaifu.commerce)).toEqual([3, 0, 0]);
    for (const as of [kaifu.otherStreetLeader, kaifu.resident, pingguDispatcher]) {
      expect(await counts(as)).toEqual([0, 0, 0]);
    }
  });

  it("of many units in one query", async () => {
    expect(await statementsOf(subgraph.database, () => ofUnits(kaifu.performanceOffice))).toHaveLength(1);
  });

  it("page by page to the end", async () => {
    const list = async (first: number, after: string | null = null) =>
      (await ofUnits(kaifu.performanceOffice, first, after)).data._entities[0]?.negativeListEntries;
    const whole = (await list(10))?.edges.map(({ node }) => node);
    expect(await readToEnd((after) => list(1, after))).toEqual(whole);
  });
});
