import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import type { Principal } from "../shared/principal.ts";
import {
  type Answers,
  graphOf,
  housing,
  newKey,
  people,
  plainAnswers,
  TicketStory,
} from "./tickets.fixtures.ts";
import { tickets } from "./tickets.subgraph.ts";

interface Entry {
  readonly subject: string;
  readonly kind: string;
  readonly payload: Record<string, unknown>;
}

/** What the evaluation has recorded so far. */
const recorded: Entry[] = [];

const answers: Answers = {
  ...plainAnswers,
  evaluationFeed: ({ after }) =>
    recorded
      .map((entry, index) => ({
        ...entry,
        position: index + 1,
        at: "2026-06-10T09:00:00+08:00",
        actorPost: "CENTRE_DISPATCHER",
        actorUnit: "110117-COMMAND-CENTRE",
      }))
      .filter(({ position }) => position > Number(after)),
};

let subgraph: TestSubgraph;
let story: TicketStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(answers) });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = { as: people.dispatcher };

async function callBack(ticket: string, payload: Record<string, unknown>): Promise<number> {
  recorded.push({
    subject: ticket,
    kind: "CALL_BACK_RECORDED",
    payload: { ticket, contacted: true, ...payload },
  });
  return subgraph.catchUp();
}

const stateOf = async (number: string) => {
  const { ticket } = await story.must<{ ticket: Record<string, unknown> }>(
    "query ($number: String!) { ticket(number: $number) { state calledBackAt confirmedSolved } }",
    { number },
    centre,
  );
  return ticket;
};

describe("following the evaluation (ZY-18)", () => {
  it("a demander who says it is solved closes the loop: struck off under a number, then archived", async () => {
    const number = await story.answered();
    expect(await callBack(number, { solved: true, valid: true })).toBe(1);
    expect(await stateOf(number)).toEqual({
      state: "CALLED_BACK",
      calledBackAt: "2026-06-10T01:00:00.000Z",
      confirmedSolved: true,
    });
    expect(await story.move("strikeOffTicket", number, centre)).toBe("STRUCK_OFF");
    expect(await story.move("archiveTicket", number, centre)).toBe("ARCHIVED");
    const { ticket } = await story.must<{ ticket: { strikeOffNumber: string } }>(
      "query ($number: String!) { ticket(number: $number) { strikeOffNumber } }",
      { number },
      centre,
    );
    expect(ticket.strikeOffNumber).toBe("110117-S-20260601-000001");
  });

  it("one who says it is not puts it on the ledger, where it is worked on until it is", async () => {
    const number = await story.answered();
    await callBack(number, { solved: false, valid: true });
    expect(await stateOf(number)).toMatchObject({ state: "LEDGERED", confirmedSolved: false });
    const { errors } = await subgraph.ask(
      `mutation ($number: String!, $key: String!) { strikeOffTicket(number: $number, idempotencyKey: $key) { state } }`,
      { number, key: newKey() },
      centre,
    );
    expect(errors).toMatchObject([{ code: "TICKET_ILLEGAL_MOVE" }]);

    const unit = { as: people.housing };
    await story.move("startTicket", number, unit);
    const handling = 'input: { contacted: true, solved: true, account: "增容完成", publicReply: "已通电" }';
    await story.move("handleTicket", number, unit, handling);
    await story.move("giveFeedback", number, unit);
    await callBack(number, { solved: true, valid: true });
    expect(await story.move("strikeOffTicket", number, centre)).toBe("STRUCK_OFF");
  });

  it("a call-back that reached nobody, one too late and one for an unknown ticket change nothing", async () => {
    const waiting = await story.answered();
    await callBack(waiting, { solved: null, valid: false });
    expect(await stateOf(waiting)).toMatchObject({ state: "FEEDBACK_GIVEN" });
    const early = await story.report();
    await callBack(early, { solved: true, valid: true });
    expect(await stateOf(early)).toMatchObject({ state: "RECEIVED" });
    expect(await callBack("110117-20000101-000001", { solved: true, valid: true })).toBe(1);
    expect(await subgraph.catchUp()).toBe(0);
  });

  it("a struck-off ticket is opened again with a new limit, and its number stays in the log", async () => {
    const number = await story.answered();
    await callBack(number, { solved: true, valid: true });
    await story.move("strikeOffTicket", number, centre);
    const at = new Date("2026-07-01T09:00:00+08:00");
    expect(await story.move("reopenTicket", number, { ...centre, at })).toBe("REOPENED");
    const { ticket } = await story.must<{ ticket: Record<string, unknown> }>(
      `query ($number: String!) { ticket(number: $number) {
        dueAt strikeOffNumber solved confirmedSolved log(first: 100) { edges { node { kind payload } } }
      } }`,
      { number },
      centre,
    );
    expect(ticket).toMatchObject({
      dueAt: "2026-07-08T16:00:00.000Z",
      strikeOffNumber: null,
      solved: null,
      confirmedSolved: null,
    });
    expect(JSON.stringify(ticket.log)).toMatch(/TICKET_REOPENED[^}]*110117-S-/);
  });
});

describe("the open ledger (未销号台账)", () => {
  const place = "110117005009";
  const at = new Date("2026-06-01T09:00:00+08:00");
  const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
  const ledger = async (when: Date, as: Principal = people.districtLeader) => {
    const { openLedger } = await story.must<{ openLedger: object[] }>(
      `{ openLedger(division: "${place}") { unit { code } tickets over30Days over90Days supervised oldestSince } }`,
      {},
      { as, at: when },
    );
    return openLedger;
  };
  const listed = async (filter: string) => {
    const answer = await story.must<{ tickets: { edges: { node: { number: string } }[] } }>(
      `{ tickets(filter: { division: "${place}", ${filter} }) { edges { node { number } } } }`,
      {},
      centre,
    );
    return answer.tickets.edges.map(({ node }) => node.number);
  };

  it("ZY-18: holds what is answered and unsolved, by unit and age, until it is struck off under a number", async () => {
    const report = { place: { gridCode: `${place}001` } };
    const number = await story.answered(report, { solved: false });
    await story.answered(report);
    expect(await ledger(at)).toEqual([]);
    await story.move("ledgerTicket", number, centre);
    const account = { unit: { code: housing }, tickets: 1, supervised: 0, oldestSince: at.toISOString() };
    expect(await ledger(days(30))).toEqual([{ ...account, over30Days: 0, over90Days: 0 }]);
    expect(await ledger(days(31))).toEqual([{ ...account, over30Days: 1, over90Days: 0 }]);
    expect(await ledger(days(91))).toEqual([{ ...account, over30Days: 1, over90Days: 1 }]);
    expect(await ledger(days(1), people.neighbourSecretary)).toEqual([]);
    expect(await listed("ledgered: true")).toEqual([number]);
    expect(await listed("ledgered: false")).not.toContain(number);
    expect(await listed(`ledgeredBefore: "${at.toISOString()}"`)).toEqual([]);
    expect(await listed(`ledgeredBefore: "${days(1).toISOString()}"`)).toEqual([number]);

    await story.move("superviseTicket", number, centre, 'instruction: "限期增容"');
    expect(await ledger(days(1))).toEqual([{ ...account, supervised: 1, over30Days: 0, over90Days: 0 }]);
    const unit = { as: people.housing };
    const solved = 'input: { contacted: true, solved: true, account: "已增容", publicReply: "已安装" }';
    await story.move("handleTicket", number, unit, solved);
    await story.move("giveFeedback", number, unit);
    expect(await listed("ledgered: true")).toEqual([number]);
    await callBack(number, { solved: true, valid: true });
    expect(await ledger(days(1))).toEqual([]);
    expect(await story.move("strikeOffTicket", number, centre)).toBe("STRUCK_OFF");
  });
});
