import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { Post, type Principal, Rows } from "../../shared/principal.ts";
import {
  fishmonger,
  granted,
  kaifu,
  type MarketTest,
  noodleShop,
  openMarket,
  pharmacy,
  reaches,
  ticketNumber,
  unregistered,
} from "../market-supervision.fixtures.ts";
import { ComplaintState } from "./consumer-complaint.ts";

let market: MarketTest;
beforeAll(async () => {
  const tickets = [ticketNumber, "110117-20260511-000001"];
  market = await openMarket({
    graph: async <Data>(_: string, variables: Record<string, unknown> = {}) => {
      if (variables.number === "down") throw new Error("the tickets subgraph is down");
      const ticket = tickets.includes(String(variables.number)) ? { number: variables.number } : null;
      return { ticket } as Data;
    },
  });
});
afterAll(() => market.close());
beforeEach(() => market.register.misbehave(null));

const openState = "number state decisionDueOn decisionOverdue rejectionReason outcome recoveredFen";
let keys = 0;

/** The complaint a mutation answers with, or the code it is refused with. */
async function asked(
  call: string,
  as: Principal,
  {
    at,
    key = `complaint-test-${++keys}`,
    selection = openState,
  }: { at?: string; key?: string; selection?: string } = {},
): Promise<unknown> {
  const withKey = call.replace(/\)$/, `, idempotencyKey: "${key}")`);
  const { data, errors } = await market.ask<{ answer: object } | null>(
    `mutation { answer: ${withKey} { ${selection} } }`,
    {},
    { as, ...(at && { at: new Date(`${at}+08:00`) }) },
  );
  return errors[0]?.code ?? data?.answer;
}

const filing = (business: string, more = "") =>
  `fileConsumerComplaint(input: { business: "${business}", facts: "买回的鱼不足称", request: "退还差价", consumerPhone: "13812345678"${more} })`;
const accept = (number: string) => `acceptConsumerComplaint(number: "${number}")`;
const reject = (number: string) =>
  `rejectConsumerComplaint(number: "${number}", reason: HANDLED_ELSEWHERE, explanation: "法院已受理同一争议")`;
const end = (number: string, outcome: string, more = "") =>
  `endComplaintMediation(number: "${number}", outcome: ${outcome}, account: "双方到场调解"${more})`;
const close = (number: string) =>
  `closeConsumerComplaint(number: "${number}", feedback: "已电话告知调解结果")`;

const monday = "2026-06-01T09:00:00";

describe("filing a complaint (提出消费投诉)", () => {
  it("a consumer files their own, reads it, and nobody else's", async () => {
    const selection = `${openState} receivedAt consumerName consumerPhone facts request disputedFen business { name } grid { code } ticket { number }`;
    const filed = await asked(filing(fishmonger, ", disputedFen: 3500"), kaifu.consumer, {
      at: monday,
      selection,
    });
    expect(filed).toEqual({
      number: "430105-X-20260601-0001",
      state: "RECEIVED",
      decisionDueOn: "2026-06-10",
      decisionOverdue: false,
      rejectionReason: null,
      outcome: null,
      recoveredFen: null,
      receivedAt: "2026-06-01T01:00:00.000Z",
      consumerName: "谭秋梅",
      consumerPhone: "13812345678",
      facts: "买回的鱼不足称",
      request: "退还差价",
      disputedFen: 3500,
      business: { name: "西长街水产经营部" },
      grid: { code: "430105010003501" },
      ticket: null,
    });
    const seenBy = async (as: Principal) => {
      const { data } = await market.ask<{
        consumerComplaints: { edges: { node: { number: string } }[] };
        consumerComplaint: object | null;
      }>(
        `{ consumerComplaints { edges { node { number } } }
           consumerComplaint(number: "430105-X-20260601-0001") { number } }`,
        {},
        { as },
      );
      return [data.consumerComplaints.edges.length, data.consumerComplaint !== null];
    };
    expect(await seenBy(kaifu.consumer)).toEqual([1, true]);
    expect(await seenBy(kaifu.neighbour)).toEqual([0, false]);
    expect(await seenBy(kaifu.station)).toEqual([1, true]);
  });

  it("the department puts one down for them, with the ticket by which it came", async () => {
    const input = `, consumerName: "欧阳小明", ticket: "${ticketNumber}"`;
    expect(
      await asked(filing(fishmonger, input), kaifu.station, {
        at: monday,
        selection: "number ticket { number }",
      }),
    ).toEqual({ number: "430105-X-20260601-0002", ticket: { number: ticketNumber } });
  });

  it("has one effect a key, and another body under the key is refused", async () => {
    const key = "complaint-test-once";
    const first = await asked(filing(noodleShop), kaifu.consumer, { at: monday, key });
    market.register.misbehave({ kind: "STATUS", status: 503 });
    expect(await asked(filing(noodleShop), kaifu.consumer, { at: monday, key })).toEqual(first);
    expect(await asked(filing(fishmonger), kaifu.consumer, { at: monday, key })).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  const named = ', consumerName: "欧阳小明"';
  it.each<[string, string, Principal, string]>([
    ["another department files none", filing(fishmonger, named), kaifu.urbanManagement, "FORBIDDEN"],
    [
      "not even with every grant",
      filing(fishmonger, named),
      granted(kaifu.urbanManagement, Rows.ALL),
      "FORBIDDEN",
    ],
    ["a data steward reads and no more", filing(fishmonger, named), kaifu.steward, "FORBIDDEN"],
    [
      "a station, about its own sub-district",
      filing(pharmacy, named),
      kaifu.station,
      "NOT_COMPETENT_FOR_BUSINESS",
    ],
    ["a business that is registered", filing(unregistered), kaifu.consumer, "NOT_FOUND"],
    ["the department names the consumer", filing(fishmonger), kaifu.station, "BAD_INPUT"],
    [
      "a ticket is for the department to link",
      filing(fishmonger, `, ticket: "${ticketNumber}"`),
      kaifu.consumer,
      "FORBIDDEN",
    ],
    [
      "a ticket there is",
      filing(fishmonger, `${named}, ticket: "430105-20260511-009999"`),
      kaifu.station,
      "NOT_FOUND",
    ],
    [
      "a ticket that can be looked up",
      filing(fishmonger, `${named}, ticket: "down"`),
      kaifu.station,
      "SUBGRAPH_UNAVAILABLE",
    ],
    [
      "a ticket of the district",
      filing(fishmonger, `${named}, ticket: "110117-20260511-000001"`),
      kaifu.station,
      "TICKET_OF_ANOTHER_DISTRICT",
    ],
    [
      "a number that can be rung",
      filing(fishmonger).replace("13812345678", "12345"),
      kaifu.consumer,
      "BAD_INPUT",
    ],
    ["an amount that can be", filing(fishmonger, ", disputedFen: -1"), kaifu.consumer, "BAD_INPUT"],
    ["some words", filing(fishmonger).replace("退还差价", " "), kaifu.consumer, "BAD_INPUT"],
  ])("needs: %s", async (_, call, as, code) => {
    expect(await asked(call, as)).toBe(code);
  });

  it("needs the register: without it nothing is kept", async () => {
    market.register.misbehave({ kind: "STATUS", status: 500 });
    expect(await asked(filing(fishmonger), kaifu.consumer)).toBe("BUSINESS_REGISTER_UNAVAILABLE");
  });

  it("needs a place: of a business without one nobody is competent", async () => {
    market.register.overwrite(pharmacy, { xzqh: "", wgbm: "" });
    expect(await asked(filing(pharmacy), kaifu.consumer)).toBe("BUSINESS_WITHOUT_PLACE");
  });
});

describe("the moves of a complaint", () => {
  const received = (more = {}) =>
    market.story.complained(fishmonger, { receivedAt: new Date(`${monday}+08:00`), ...more });

  /** A complaint in each state. */
  async function inState(state: ComplaintState): Promise<string> {
    const number = await received();
    if (state === ComplaintState.RECEIVED) return number;
    await asked(state === ComplaintState.REJECTED ? reject(number) : accept(number), kaifu.station);
    if (state === ComplaintState.MEDIATED || state === ComplaintState.CLOSED) {
      await asked(end(number, "NOT_AGREED"), kaifu.station);
    }
    if (state === ComplaintState.CLOSED) await asked(close(number), kaifu.station);
    return number;
  }

  const moves: readonly (readonly [string, (number: string) => string, ComplaintState, ComplaintState])[] = [
    ["accepted", accept, ComplaintState.RECEIVED, ComplaintState.ACCEPTED],
    ["rejected", reject, ComplaintState.RECEIVED, ComplaintState.REJECTED],
    ["mediated", (number) => end(number, "AGREED"), ComplaintState.ACCEPTED, ComplaintState.MEDIATED],
    ["closed", close, ComplaintState.MEDIATED, ComplaintState.CLOSED],
  ];

  it.each(
    moves.flatMap(([name, move, from, to]) =>
      Object.values(ComplaintState).map((state) => [state, name, move, state === from ? to : null] as const),
    ),
  )("%s may be %s as the rules have it", async (state, _, move, expected) => {
    const answer = await asked(move(await inState(state)), kaifu.station);
    if (expected === null) expect(answer).toBe("COMPLAINT_ILLEGAL_MOVE");
    else expect(answer).toMatchObject({ state: expected });
  });

  it.each<[string, Principal, string]>([
    ["the consumer", kaifu.consumer, "FORBIDDEN"],
    ["a neighbour", kaifu.neighbour, "NOT_FOUND"],
    ["the station of another sub-district", kaifu.otherStation, "NOT_FOUND"],
    ["another department with every grant", granted(kaifu.urbanManagement, Rows.ALL), "FORBIDDEN"],
    ["another department without", kaifu.urbanManagement, "NOT_FOUND"],
    ["the department's data steward", kaifu.steward, "FORBIDDEN"],
  ])("are not %s's to make", async (_, as, code) => {
    expect(await asked(accept(await received({ personId: kaifu.consumer.id })), as)).toBe(code);
  });

  it("a late decision is shown as late, and stands", async () => {
    const number = await received();
    const before = await asked(accept(number), kaifu.bureau, { at: "2026-06-11T00:00:00" });
    expect(before).toMatchObject({ state: "ACCEPTED", decisionDueOn: "2026-06-10", decisionOverdue: true });
  });

  it.each([
    ["agreed on the 45th working day", "AGREED", "2026-08-05T23:59:00", "MEDIATED"],
    ["agreed after it", "AGREED", "2026-08-06T00:00:00", "MEDIATION_OUT_OF_TIME"],
    ["given up for want of time on that day", "TIME_UP", "2026-08-05T23:59:00", "MEDIATION_STILL_IN_TIME"],
    ["given up for want of time after it", "TIME_UP", "2026-08-06T00:00:00", "MEDIATED"],
    ["withdrawn at any time", "WITHDRAWN", "2026-06-02T09:00:00", "MEDIATED"],
    ["refused at any time", "REFUSED", "2026-09-01T09:00:00", "MEDIATED"],
  ])("the mediation accepted on 2 June: %s", async (_, outcome, at, expected) => {
    const number = await received();
    await asked(accept(number), kaifu.station, { at: "2026-06-02T09:00:00" });
    const answer = await asked(end(number, outcome), kaifu.station, { at });
    expect(typeof answer === "string" ? answer : (answer as { state: string }).state).toBe(expected);
  });

  it.each([
    ["with an agreement", "AGREED", ", recoveredFen: 3500", { recoveredFen: 3500 }],
    ["never without one", "NOT_AGREED", ", recoveredFen: 3500", "RECOVERED_WITHOUT_AGREEMENT"],
    ["never nothing", "AGREED", ", recoveredFen: 0", "RECOVERED_WITHOUT_AGREEMENT"],
    ["or an agreement on something else", "AGREED", "", { recoveredFen: null }],
  ])("money comes back %s", async (_, outcome, more, expected) => {
    const number = await received();
    await asked(accept(number), kaifu.station);
    const answer = await asked(end(number, outcome, more), kaifu.station);
    if (typeof expected === "string") expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected);
  });

  it("two who decide at once: one wins, the other is told", async () => {
    const number = await received();
    const answers = await Promise.all([
      asked(accept(number), kaifu.station),
      asked(reject(number), kaifu.bureau),
    ]);
    const refused = answers.filter((answer) => typeof answer === "string");
    expect(refused).toEqual(["COMPLAINT_ILLEGAL_MOVE"]);
  });

  it("leave their trace in the log and the feed, and nobody's name in it", async () => {
    const number = await received({ ticketNumber });
    await asked(accept(number), kaifu.station);
    await asked(end(number, "AGREED", ", recoveredFen: 3500"), kaifu.station);
    await asked(close(number), kaifu.bureau);
    const service = { ...kaifu.service, scopes: ["feed:read"] };
    const { data } = await market.ask<{ marketSupervisionFeed: { subject: string; kind: string }[] }>(
      "{ marketSupervisionFeed(after: 0, first: 500) { subject kind actorUnit payload } }",
      {},
      { as: service },
    );
    const told = { complaint: number, business: fishmonger, ticket: ticketNumber };
    expect(data.marketSupervisionFeed.filter(({ subject }) => subject === number)).toEqual([
      { subject: number, kind: "CONSUMER_COMPLAINT_ACCEPTED", actorUnit: kaifu.station.unit, payload: told },
      {
        subject: number,
        kind: "CONSUMER_COMPLAINT_MEDIATED",
        actorUnit: kaifu.station.unit,
        payload: { ...told, outcome: "AGREED", recoveredFen: 3500 },
      },
      { subject: number, kind: "CONSUMER_COMPLAINT_CLOSED", actorUnit: kaifu.bureau.unit, payload: told },
    ]);
  });
});

describe("who sees which complaints", () => {
  let numbers: string[];
  let ofTicket: string;
  beforeAll(async () => {
    const july = { receivedAt: new Date("2026-07-01T09:00:00+08:00") };
    numbers = [
      await market.story.complained(fishmonger, july),
      await market.story.complained(noodleShop, july),
      await market.story.complained(pharmacy, july),
    ];
    ofTicket = await market.story.complained(noodleShop, {
      ...july,
      ticketNumber: "430105-20260630-000001",
      personId: "he-jianguo-too",
    });
  });

  it("names for the record the consumer who signed in", async () => {
    const { data } = await market.ask<{ consumerComplaint: { subjects: string[] } }>(
      `{ consumerComplaint(number: "${ofTicket}") { subjects } }`,
      {},
      { as: kaifu.bureau },
    );
    expect(data.consumerComplaint.subjects).toEqual(["person:he-jianguo-too"]);
  });

  it.each(reaches)(
    "%s: by number, in the list, by reference, under the business",
    async (_, as, ...expected) => {
      const asker = as ? { as } : {};
      const root = await Promise.all(
        numbers.map(async (number) => {
          const { data } = await market.ask<{ consumerComplaint: object | null }>(
            `{ consumerComplaint(number: "${number}") { number } }`,
            {},
            asker,
          );
          return data.consumerComplaint !== null;
        }),
      );
      const { data } = await market.ask<{
        consumerComplaints: { edges: { node: { number: string } }[] };
        _entities: ({ consumerComplaints?: { edges: { node: { number: string } }[] } } | null)[];
      }>(
        `query ($all: [_Any!]!) {
         consumerComplaints(first: 100) { edges { node { number } } }
         _entities(representations: $all) { ... on ConsumerComplaint { number }
           ... on Business { consumerComplaints(first: 100) { edges { node { number } } } } } }`,
        {
          all: [
            ...numbers.map((number) => ({ __typename: "ConsumerComplaint", number })),
            ...[fishmonger, noodleShop, pharmacy].map((creditCode) => ({
              __typename: "Business",
              creditCode,
            })),
          ],
        },
        asker,
      );
      const holds = (list: { edges: { node: { number: string } }[] } | undefined, number = "") =>
        list?.edges.some(({ node }) => node.number === number);
      expect({
        root,
        listed: numbers.map((number) => holds(data.consumerComplaints, number)),
        references: data._entities.slice(0, 3).map((found) => found !== null),
        underBusiness: data._entities
          .slice(3)
          .map((business, index) => holds(business?.consumerComplaints, numbers[index])),
      }).toEqual({ root: expected, listed: expected, references: expected, underBusiness: expected });
    },
  );

  it.each<[string, Principal | undefined, boolean]>([
    ["the station", kaifu.station, true],
    ["another station", kaifu.otherStation, false],
    ["the consumer", person(kaifu.consumer, "he-jianguo-too"), true],
    ["another resident", kaifu.neighbour, false],
    ["a department whose case the ticket is", onCase("430105-20260630-000001"), true],
    ["a department on another case", onCase(ticketNumber), false],
    ["nobody", undefined, false],
  ])("under its ticket: %s", async (_, as, expected) => {
    const { data } = await market.ask<{
      _entities: { consumerComplaints: { edges: { node: { number: string } }[] } }[];
    }>(
      `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Ticket {
         consumerComplaints { edges { node { number } } } } } }`,
      { all: [{ __typename: "Ticket", number: "430105-20260630-000001" }] },
      as ? { as } : {},
    );
    const [ticket] = data._entities;
    expect(ticket?.consumerComplaints.edges.map(({ node }) => node.number)).toEqual(
      expected ? [ofTicket] : [],
    );
  });

  it("names and numbers are masked to all but the department, the consumer, and who was granted them in clear", async () => {
    const consumer = async (as: Principal) => {
      const { data } = await market.ask<{ consumerComplaint: object }>(
        `{ consumerComplaint(number: "${ofTicket}") { consumerName consumerPhone } }`,
        {},
        { as },
      );
      return Object.values(data.consumerComplaint);
    };
    const inClear = ["欧阳小明", "13812345678"];
    const commerce = { ...kaifu.urbanManagement, unit: "430105-COMMERCE" };
    expect(await consumer(kaifu.station)).toEqual(inClear);
    expect(await consumer(person(kaifu.consumer, "he-jianguo-too"))).toEqual(inClear);
    expect(await consumer(granted(commerce, Rows.ALL))).toEqual(["欧阳*", "138****5678"]);
    const clear = { clear: ["ConsumerComplaint.consumerPhone"] };
    expect(await consumer(granted(commerce, Rows.ALL, clear))).toEqual(["欧阳*", "13812345678"]);
  });

  it("lists are narrowed by state, business and division", async () => {
    const listed = async (filter: string) => {
      const { data } = await market.ask<{ consumerComplaints: { edges: { node: { number: string } }[] } }>(
        `{ consumerComplaints(filter: { ${filter} }, first: 3) { edges { node { number } } } }`,
        {},
        { as: kaifu.bureau },
      );
      return data.consumerComplaints.edges.map(({ node }) => node.number);
    };
    expect(await listed(`business: "${pharmacy}", state: RECEIVED`)).toEqual([numbers[2]]);
    expect(await listed('division: "430105001"')).toEqual([numbers[2]]);
    expect(await listed('division: "430105010", state: RECEIVED')).toEqual([
      ofTicket,
      numbers[1],
      numbers[0],
    ]);
    expect(await listed(`business: "${pharmacy}", state: CLOSED`)).toEqual([]);
  });

  it("under many tickets they cost one statement", async () => {
    const statements = await statementsOf(market.database, () =>
      market.ask(
        `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Ticket {
           consumerComplaints { edges { node { number state } } } } } }`,
        {
          all: Array.from({ length: 20 }, (_, index) => ({
            __typename: "Ticket",
            number: `430105-20260630-${String(index + 1).padStart(6, "0")}`,
          })),
        },
        { as: kaifu.bureau },
      ),
    );
    expect(statements).toHaveLength(1);
  });
});

function person(like: Principal, id: string): Principal {
  return { ...like, id, post: Post.RESIDENT };
}

function onCase(ticket: string): Principal {
  return granted(kaifu.urbanManagement, Rows.THIS_CASE, {
    case: {
      number: ticket,
      tickets: [ticket],
      whistles: [],
      residents: [],
      businesses: [],
      buildings: [],
      grids: [],
    },
  });
}
