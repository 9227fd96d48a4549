import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce, type HeldRow } from "../../../test/testkit/at-once.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import type { Principal } from "../../shared/principal.ts";
import { newKey } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  answeringGraph,
  emergency,
  kf,
  people,
  tackling,
  WhistleStory,
} from "../whistle/whistle.fixtures.ts";

/** Two people act on one thing at once, in both orders: each has one outcome, and the second is told who was first. */

let subgraph: TestSubgraph;
let story: WhistleStory;
/** What happens once while the lists are asked for a verdict. */
let meanwhile: (() => Promise<unknown>) | undefined;
beforeAll(async () => {
  const answering = answeringGraph();
  const graph: GraphClient = async (operation, variables) => {
    const happens = /dispatchVerdict/.test(operation) ? meanwhile : undefined;
    if (happens) meanwhile = undefined;
    await happens?.();
    return answering(operation, variables);
  };
  subgraph = await openTestSubgraph(tickets, { graph });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = people.kfDispatcher;
const clerk = people.kfMarket;
const chief = people.kfMarketChief;
const street = people.kfStreet;

/** What one is told: the state it came to, or why not, who was first, and what is possible now. */
interface Told {
  readonly state?: string;
  readonly code?: unknown;
  readonly rule?: string;
  readonly first?: string;
  readonly moves?: unknown;
}

type Answer = Awaited<ReturnType<WhistleStory["ask"]>>;
const told = ({ answer, error }: Answer): Told => {
  if (!error) return { state: answer.state };
  const { code, rule, lastChange, allowed, message } = error;
  expect(message).toMatch(/\w/);
  // Whoever is refused by a rule reads what would be allowed, in both languages.
  if (rule) {
    const words = { en: expect.stringMatching(/\w/), zh: expect.stringMatching(/\p{Script=Han}/u) };
    expect(allowed).toMatchObject(words);
  }
  return {
    code,
    ...(rule && { rule }),
    ...(lastChange && { first: `${lastChange.kind} by ${lastChange.unit}` }),
    ...(allowed?.moves !== undefined && { moves: allowed.moves }),
  };
};

type Act = (number: string) => Promise<Answer>;

const onTicket =
  (mutation: string, as: Principal, declared = "", variables: Record<string, unknown> = {}): Act =>
  (number) =>
    story.ask(mutation, `$number: String!${declared}`, { number, ...variables }, { as });

const sign = (as: Principal) => onTicket("signTicket", as);
const decide = (granted: boolean) =>
  onTicket("decideExtension", centre, ", $granted: Boolean!, $grounds: String!", {
    granted,
    grounds: "核实",
  });
const dispatched = () => story.kfTicket();
const inProgress = async () => {
  const number = await dispatched();
  for (const move of ["signTicket", "startTicket"]) await story.tickets.move(move, number, { as: clerk });
  return number;
};
const extensionAsked = async () => {
  const number = await inProgress();
  await story.tickets.move("extendTicket", number, { as: clerk }, 'days: 3, reason: "设备未到"');
  return number;
};
const calledBack = async () => {
  const number = await inProgress();
  const handled = 'input: { contacted: true, solved: true, account: "已清理", publicReply: "已清理完毕" }';
  await story.tickets.move("handleTicket", number, { as: clerk }, handled);
  await story.tickets.move("giveFeedback", number, { as: clerk });
  await subgraph.database.query(
    "UPDATE ticket SET state = 'CALLED_BACK', confirmed_solved = true WHERE number = $1",
    [number],
  );
  return number;
};

const kindsOf = async (subject: string): Promise<string[]> =>
  (
    await subgraph.database.query("SELECT kind FROM log_entry WHERE subject = $1 ORDER BY sequence", [
      subject,
    ])
  ).map(({ kind }: { kind: string }) => kind);

/** Has both act at once, and tells what each was told and which of the kinds went into the log. */
async function race(table: HeldRow["table"], number: string, first: Act, second: Act, kinds: RegExp) {
  const [one, other] = await atOnce(
    subgraph.database,
    { table, number },
    () => first(number),
    () => second(number),
  );
  return {
    first: told(one),
    second: told(other),
    log: (await kindsOf(number)).filter((kind) => kinds.test(kind)),
  };
}

describe("of a ticket", () => {
  it.each([
    ["clerk, then chief", clerk, chief],
    ["chief, then clerk", chief, clerk],
  ])("two sign: one signature stands, the other is told whose (%s)", async (_, one, other) => {
    const number = await dispatched();
    expect(await race("ticket", number, sign(one), sign(other), /SIGNED/)).toEqual({
      first: { state: "SIGNED" },
      second: {
        code: "TICKET_ILLEGAL_MOVE",
        rule: "PG-2",
        first: `TICKET_SIGNED by ${kf.market}`,
        moves: [
          "return",
          "start",
          "whistle",
          "split",
          "supervise",
          "assignCaseLeader",
          "mergeInto",
          "locate",
        ],
      },
      log: ["TICKET_SIGNED"],
    });
  });

  const sendBack = onTicket("returnTicket", chief, ", $grounds: String!", { grounds: "不属本单位职责" });

  it("one sends it back while another signs: it is back with the centre, and the other is told by whom", async () => {
    const number = await dispatched();
    const { first, second, log } = await race("ticket", number, sendBack, sign(clerk), /SIGNED|RETURNED/);
    expect([first.state, log]).toEqual(["RETURNED", ["TICKET_RETURNED"]]);
    // It is not theirs to see any more, and so to read what is possible now.
    expect(second).toEqual({ code: "CONFLICT", first: `TICKET_RETURNED by ${kf.market}` });
  });

  it("one signs while another sends it back: both stand, in that order", async () => {
    const number = await dispatched();
    expect(await race("ticket", number, sign(clerk), sendBack, /SIGNED|RETURNED/)).toEqual({
      first: { state: "SIGNED" },
      second: { state: "RETURNED" },
      log: ["TICKET_SIGNED", "TICKET_RETURNED"],
    });
  });

  it.each([
    [true, "EXTENDED", "TICKET_EXTENDED"],
    [false, "IN_PROGRESS", "TICKET_EXTENSION_REFUSED"],
  ])("an extension is decided twice: the first word counts (granted: %s)", async (granted, state, kind) => {
    const number = await extensionAsked();
    expect(
      await race("ticket", number, decide(granted), decide(!granted), /EXTEN(DED|SION_REFUSED)/),
    ).toEqual({
      first: { state },
      second: {
        code: "EXTENSION_NOT_ASKED",
        rule: "ZY-17",
        first: `${kind} by ${centre.unit}`,
        moves: ["askExtension"],
      },
      log: [kind],
    });
  });

  const strikeOff = onTicket("strikeOffTicket", centre);
  const reopen = onTicket("reopenTicket", centre);

  it("one reopens while another strikes off: it is open, and no strike-off number is used up", async () => {
    const number = await calledBack();
    expect(await race("ticket", number, reopen, strikeOff, /REOPENED|STRUCK/)).toMatchObject({
      first: { state: "REOPENED" },
      second: { code: "TICKET_ILLEGAL_MOVE", rule: "PG-2", first: `TICKET_REOPENED by ${centre.unit}` },
      log: ["TICKET_REOPENED"],
    });
    const [{ struck }] = await subgraph.database.query(
      "SELECT count(*)::int AS struck FROM running_number WHERE series = 'STRIKE_OFF'",
    );
    expect(struck).toBe(0);
  });

  it("one strikes off while another reopens: struck off, then open again", async () => {
    const number = await calledBack();
    expect(await race("ticket", number, strikeOff, reopen, /REOPENED|STRUCK/)).toEqual({
      first: { state: "STRUCK_OFF" },
      second: { state: "REOPENED" },
      log: ["TICKET_STRUCK_OFF", "TICKET_REOPENED"],
    });
  });

  const split = onTicket("splitTicket", centre, ", $tasks: [TicketTaskInput!]!", {
    tasks: [{ unit: kf.urban, matter: "EV-CHARGING", task: "拆除占道摊位" }],
  });

  it.each([
    ["split, then sign", split, sign(clerk), ["TICKET_SPLIT", "TICKET_SIGNED"]],
    ["sign, then split", sign(clerk), split, ["TICKET_SIGNED", "TICKET_SPLIT"]],
  ])("one splits it while the unit signs: both stand (%s)", async (_, one, other, log) => {
    const number = await dispatched();
    const raced = await race("ticket", number, one, other, /SPLIT|SIGNED/);
    expect([raced.first.state, raced.second.state, raced.log]).toEqual([expect.any(String), "SIGNED", log]);
  });

  const matched = async () => {
    const number = await story.tickets.report(
      { text: "市场脏乱", place: { gridCode: kf.grid } },
      { as: centre },
    );
    await story.tickets.match(number, { as: centre });
    return number;
  };
  const dispatch = onTicket("dispatchTicket", centre);

  it("it is matched anew while the lists are asked about it: what they said is of another match, and is not used", async () => {
    const number = await matched();
    meanwhile = () => story.tickets.match(number, { as: centre });
    expect(told(await dispatch(number))).toEqual({
      code: "CONFLICT",
      first: `TICKET_MATCHED by ${centre.unit}`,
    });
    expect(told(await dispatch(number))).toEqual({ state: "DISPATCHED" });
    expect((await kindsOf(number)).filter((kind) => kind === "TICKET_DISPATCHED")).toHaveLength(1);
  });

  it("one merges it while another dispatches it: it goes on in the other ticket, and nowhere else", async () => {
    const [number, into] = [await matched(), await matched()];
    const merge = onTicket("mergeTickets", centre, ", $into: String!", { into });
    expect(await race("ticket", number, merge, dispatch, /MERGED|DISPATCHED/)).toMatchObject({
      first: { state: "MERGED" },
      second: { code: "TICKET_ILLEGAL_MOVE", first: `TICKET_MERGED by ${centre.unit}`, moves: [] },
      log: ["TICKET_MERGED"],
    });
    expect(await kindsOf(into)).toContain("TICKET_TOOK_IN");
  });

  it("one dispatches it while another merges it: it is with its unit, and the other ticket took nothing in", async () => {
    const [number, into] = [await matched(), await matched()];
    const merge = onTicket("mergeTickets", centre, ", $into: String!", { into });
    expect(await race("ticket", number, dispatch, merge, /MERGED|DISPATCHED/)).toMatchObject({
      first: { state: "DISPATCHED" },
      second: { code: "TICKET_ILLEGAL_MOVE", first: `TICKET_DISPATCHED by ${centre.unit}` },
      log: ["TICKET_DISPATCHED"],
    });
    expect(await kindsOf(into)).not.toContain("TICKET_TOOK_IN");
  });
});

describe("of a whistle", () => {
  const signed = async () => {
    const number = await story.tackling();
    await story.sign(number, { as: clerk });
    return number;
  };
  const withdraw: Act = (number) => story.withReason("withdrawWhistle", number, { as: street });
  const arrive: Act = (number) => story.arrive(number, { as: clerk });

  it("it is withdrawn while a department arrives: nobody has to come, and who came is told so", async () => {
    const number = await signed();
    expect(await race("whistle", number, withdraw, arrive, /WITHDRAWN|ARRIVED/)).toEqual({
      first: { state: "WITHDRAWN" },
      second: {
        code: "WHISTLE_ILLEGAL_MOVE",
        rule: "PG-2",
        first: `WHISTLE_WITHDRAWN by ${kf.street}`,
        moves: [],
      },
      log: ["WHISTLE_WITHDRAWN"],
    });
  });

  it("a department arrives while it is withdrawn: the arrival stands, and then it is over", async () => {
    const number = await signed();
    expect(await race("whistle", number, arrive, withdraw, /WITHDRAWN|ARRIVED/)).toEqual({
      first: { state: "ARRIVED" },
      second: { state: "WITHDRAWN" },
      log: ["WHISTLE_ARRIVED", "WHISTLE_WITHDRAWN"],
    });
  });

  it.each([
    ["clerk, then chief", clerk, chief],
    ["chief, then clerk", chief, clerk],
  ])("two of a unit sign: one signature stands, the other is told whose (%s)", async (_, one, other) => {
    const number = await story.tackling();
    const signAs =
      (as: Principal): Act =>
      (whistle) =>
        story.sign(whistle, { as });
    expect(await race("whistle", number, signAs(one), signAs(other), /SIGNED/)).toEqual({
      first: { state: "SIGNED" },
      second: {
        code: "WHISTLE_STEP_DONE",
        rule: "FIRST-STANDS",
        first: `WHISTLE_SIGNED by ${kf.market}`,
        moves: ["arrive"],
      },
      log: ["WHISTLE_SIGNED"],
    });
  });

  const confirm: Act = (number) => story.confirm(number, { as: street });
  const ruleMisuse: Act = (number) => story.withReason("ruleMisuse", number, { as: people.kfPerformance });

  it.each([
    ["confirmed, then ruled", confirm, ruleMisuse, "CONFIRMED", "WHISTLE_CONFIRMED", kf.street],
    [
      "ruled, then confirmed",
      ruleMisuse,
      confirm,
      "RULED_MISUSE",
      "WHISTLE_RULED_MISUSE",
      "430105-PERFORMANCE-OFFICE",
    ],
  ])(
    "it is confirmed while it is ruled misuse: the first word counts (%s)",
    async (_, one, other, state, kind, unit) => {
      const number = await story.tacklingAt("RESOLVED");
      expect(await race("whistle", number, one, other, /CONFIRMED|MISUSE/)).toMatchObject({
        first: { state },
        second: { code: "WHISTLE_ILLEGAL_MOVE", rule: "PG-2", first: `${kind} by ${unit}` },
        log: [kind],
      });
    },
  );
});

describe("of the ticket a whistle is blown from", () => {
  const blow =
    (input: object, as: Principal): Act =>
    (ticket) =>
      story.blow({ ...input, tickets: [ticket] }, { as });

  it("two blow one of the same level: one calls, the other is told which", async () => {
    const ticket = await story.kfTicket();
    const raced = await race("ticket", ticket, blow(tackling, street), blow(tackling, street), /WHISTLED/);
    expect(raced).toMatchObject({
      first: { state: "BLOWN" },
      second: { code: "WHISTLE_SAME_LEVEL", rule: "PG-8" },
      log: ["TICKET_WHISTLED"],
    });
  });

  it("two blow of different levels: both call, and the ticket stays with its handler", async () => {
    const ticket = await story.kfTicket();
    const urgent = blow(emergency, people.kfSecretary);
    const raced = await race("ticket", ticket, urgent, blow(tackling, street), /WHISTLED/);
    expect(raced).toEqual({
      first: { state: "BLOWN" },
      second: { state: "BLOWN" },
      log: ["TICKET_WHISTLED", "TICKET_WHISTLED"],
    });
  });
});

describe("of one request", () => {
  it("the same key arrives again while the first is under way: one effect, the same answer", async () => {
    const number = await dispatched();
    const key = newKey();
    const again: Act = () => story.ask("signTicket", "$number: String!", { number, key }, { as: clerk });
    expect(await race("ticket", number, again, again, /SIGNED/)).toEqual({
      first: { state: "SIGNED" },
      second: { state: "SIGNED" },
      log: ["TICKET_SIGNED"],
    });
  });
});
