import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { dayOf } from "../../shared/calendar.ts";
import { Post, type Principal, servicePrincipal } from "../../shared/principal.ts";
import {
  type Answers,
  chargers,
  chargingItem,
  community,
  graphOf,
  grid,
  housing,
  newKey,
  people,
  plainAnswers,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { TicketStore } from "./ticket.store.ts";

const answers: Answers = { ...plainAnswers };
const graph = graphOf(answers);
let subgraph: TestSubgraph;
let story: TicketStory;

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = { as: people.dispatcher };
const unit = { as: people.housing };

const read = async (number: string, fields: string, as = people.dispatcher) => {
  const { ticket } = await story.must<{ ticket: Record<string, unknown> }>(
    `query ($number: String!) { ticket(number: $number) { ${fields} } }`,
    { number },
    { as },
  );
  return ticket;
};

const kindsInLog = async (number: string): Promise<string[]> => {
  const { log } = (await read(number, "log(first: 100) { edges { node { kind } } }")) as {
    log: { edges: { node: { kind: string } }[] };
  };
  return log.edges.map(({ node }) => node.kind);
};

/** Answers with something else for the length of one test. */
async function withAnswer<Result>(
  field: string,
  answer: Answers[string],
  act: () => Promise<Result>,
): Promise<Result> {
  const usual = answers[field];
  answers[field] = answer;
  try {
    return await act();
  } finally {
    if (usual) answers[field] = usual;
  }
}

describe("a ticket", () => {
  it("goes from intake to feedback with an entry time for every step, and skips only the whistle (PG-2)", async () => {
    const number = await story.answered();
    const ticket = await read(
      number,
      `state steps { name enteredAt skipped } item { code } listId listVersion matchedOn matchedUnit { code }
       handlingUnit { code } firstReceiver { code } limitName limitVersion dueAt overdue noGridYet channels { code }
       contacted solved reasonUnsolved handlingAccount publicReply
       dispatches { turn unit { code } item { code } listVersion returnedAt }`,
    );
    expect(ticket).toMatchObject({
      state: "FEEDBACK_GIVEN",
      item: { code: chargingItem },
      listId: "110117-POWER",
      listVersion: 3,
      matchedOn: "2026-06-01",
      handlingUnit: { code: housing },
      firstReceiver: { code: housing },
      limitName: "ORDINARY",
      dueAt: "2026-06-08T16:00:00.000Z",
      overdue: false,
      noGridYet: false,
      channels: [{ code: "HOTLINE_12345" }],
      contacted: true,
      solved: true,
      reasonUnsolved: null,
      dispatches: [{ turn: 1, unit: { code: housing }, listVersion: 3, returnedAt: null }],
    });
    const steps = ticket.steps as { name: string; enteredAt: string | null; skipped: boolean }[];
    expect(steps.map(({ name, enteredAt, skipped }) => [name, enteredAt !== null, skipped])).toEqual([
      ["DISCOVERY", true, false],
      ["COLLECTION", true, false],
      ["MATCHING", true, false],
      ["DISPATCH", true, false],
      ["WHISTLE", false, true],
      ["REPORT_FOR_DUTY", false, true],
      ["FEEDBACK", true, false],
      ["EVALUATION", false, false],
    ]);
    expect(await kindsInLog(number)).toEqual([
      "TICKET_RECEIVED",
      "TICKET_MATCHED",
      "TICKET_DISPATCHED",
      "TICKET_SIGNED",
      "TICKET_STARTED",
      "TICKET_HANDLED",
      "TICKET_FEEDBACK_GIVEN",
    ]);
  });

  it("is returned with grounds and dispatched again, and the trace keeps both (GZ-8)", async () => {
    const number = await story.dispatched();
    expect(await story.move("returnTicket", number, unit, 'grounds: "不属本单位职责"')).toBe("RETURNED");
    expect(await read(number, "handlingUnit { code } dispatches { turn returnGrounds }")).toEqual({
      handlingUnit: null,
      dispatches: [{ turn: 1, returnGrounds: "不属本单位职责" }],
    });
    await story.match(number);
    await story.move("dispatchTicket", number, centre);
    expect(await read(number, "dispatches { turn returnGrounds }")).toEqual({
      dispatches: [
        { turn: 1, returnGrounds: "不属本单位职责" },
        { turn: 2, returnGrounds: null },
      ],
    });
  });

  it("gets a longer limit only when the centre grants it", async () => {
    const number = await story.dispatched();
    await story.move("signTicket", number, unit);
    await story.move("startTicket", number, unit);
    await story.move("extendTicket", number, unit, 'days: 5, reason: "变压器增容"');
    expect(await story.move("decideExtension", number, centre, 'granted: false, grounds: "理由不充分"')).toBe(
      "IN_PROGRESS",
    );
    await story.move("extendTicket", number, unit, 'days: 3, reason: "设备到货晚"');
    expect(await story.move("decideExtension", number, centre, 'granted: true, grounds: "情况属实"')).toBe(
      "EXTENDED",
    );
    expect(await read(number, "dueAt extensions { turn days granted }")).toEqual({
      dueAt: "2026-06-11T16:00:00.000Z",
      extensions: [
        { turn: 1, days: 5, granted: false },
        { turn: 2, days: 3, granted: true },
      ],
    });
  });

  it("is among those that wait for a decision while more time is asked for and it is at work", async () => {
    const waits = async (number: string) => {
      const { tickets } = await story.must<{ tickets: { edges: { node: { number: string } }[] } }>(
        "{ tickets(first: 100, filter: { extensionAsked: true }) { edges { node { number } } } }",
        {},
        centre,
      );
      return tickets.edges.some(({ node }) => node.number === number);
    };
    const asked = async () => {
      const number = await story.dispatched();
      await story.move("signTicket", number, unit);
      await story.move("startTicket", number, unit);
      expect(await waits(number)).toBe(false);
      await story.move("extendTicket", number, unit, 'days: 5, reason: "变压器增容"');
      expect(await waits(number)).toBe(true);
      return number;
    };
    const decided = await asked();
    await story.move("decideExtension", decided, centre, 'granted: false, grounds: "理由不充分"');
    expect(await waits(decided)).toBe(false);
    const handled = await asked();
    await story.move(
      "handleTicket",
      handled,
      unit,
      'input: { contacted: true, solved: true, account: "已处理", publicReply: "已处理" }',
    );
    expect(await waits(handled)).toBe(false);
  });

  it("is pressed and led from above, and both are on record (ZY-18, PG-7)", async () => {
    const number = await story.dispatched();
    await story.move("superviseTicket", number, { as: people.townLeader }, 'instruction: "三日内签收办理"');
    await story.move(
      "assignCaseLeader",
      number,
      { as: people.districtLeader },
      'leader: { personId: "leader-1", name: "李远", unit: "110117" }',
    );
    expect(
      await read(
        number,
        "state supervisions { instruction supervisor { code } unit { code } } caseLeader { name unit { code } }",
      ),
    ).toEqual({
      state: "DISPATCHED",
      supervisions: [
        { instruction: "三日内签收办理", supervisor: { code: "110117005" }, unit: { code: housing } },
      ],
      caseLeader: { name: "李远", unit: { code: "110117" } },
    });
  });

  it.each([
    ["EMERGENCY", "2026-06-01T03:00:00.000Z"],
    ["UTILITIES", "2026-06-02T01:00:00.000Z"],
    ["ORDINARY", "2026-06-08T16:00:00.000Z"],
    ["COMPLEX", "2026-06-16T16:00:00.000Z"],
  ])("matched under the limit %s is due from intake on (§2.5)", async (limit, dueAt) => {
    const number = await story.report();
    await story.move("matchTicket", number, centre, `input: { matter: "${chargers}", limit: ${limit} }`);
    expect(await read(number, "limitName dueAt")).toEqual({ limitName: limit, dueAt });
  });

  it("is overdue from the very instant its limit is used up, and no longer once it is answered", async () => {
    const number = await story.report({ urgency: "CRITICAL" });
    const overdueAt = async (time: string) => {
      const { ticket } = await story.must<{ ticket: { overdue: boolean } }>(
        "query ($number: String!) { ticket(number: $number) { overdue } }",
        { number },
        { as: people.dispatcher, at: new Date(time) },
      );
      return ticket.overdue;
    };
    expect(await overdueAt("2026-06-01T10:59:59.999+08:00")).toBe(false);
    expect(await overdueAt("2026-06-01T11:00:00.000+08:00")).toBe(true);
    const answered = await story.answered();
    const { ticket } = await story.must<{ ticket: { overdue: boolean } }>(
      "query ($number: String!) { ticket(number: $number) { overdue } }",
      { number: answered },
      { as: people.dispatcher, at: new Date("2026-07-01T09:00:00+08:00") },
    );
    expect(ticket.overdue).toBe(false);
  });
});

describe("the lists judge on the day (GZ-7, GZ-8, GZ-9, GZ-11)", () => {
  it.each([
    ["OFF_LIST", "GZ-8"],
    ["NOT_ACCESS_ITEM", "GZ-7"],
    ["HAND_DOWN_INCOMPLETE", "GZ-9"],
    ["NOT_IN_FORCE", "GZ-11"],
  ])(
    "a dispatch refused as %s leaves nothing written and responsibility where it was",
    async (code, rule) => {
      const number = await story.report();
      await story.match(number);
      const before = await read(
        number,
        "state handlingUnit { code } log(first: 100) { edges { node { kind } } }",
      );
      const verdict = { allowed: false, code, reason: "not on the list", reasonZh: "不在清单内", rule };
      const whole = { ...verdict, listId: "L", listVersion: 2, responsibleUnit: { code: housing } };
      const { errors } = await withAnswer(
        "dispatchVerdict",
        () => whole,
        () =>
          subgraph.ask(
            `mutation ($number: String!, $key: String!) {
            dispatchTicket(number: $number, unit: "110117005", idempotencyKey: $key) { state }
          }`,
            { number, key: newKey() },
            centre,
          ),
      );
      expect(errors).toMatchObject([
        { code, rule, message: expect.stringMatching(/^not on the list\. /), allowed: { units: [housing] } },
      ]);
      expect(
        await read(number, "state handlingUnit { code } log(first: 100) { edges { node { kind } } }"),
      ).toEqual(before);
      const [{ count }] = await subgraph.database.query(
        "SELECT count(*)::int FROM dispatch WHERE ticket_number = $1",
        [number],
      );
      expect(count).toBe(0);
    },
  );

  it("GZ-8: what the lists refused is kept: who would have put what on whom, by which rule, and cannot be altered", async () => {
    const number = await story.report();
    await story.match(number);
    const town = "110117005";
    const verdict = {
      allowed: false,
      code: "OFF_LIST",
      reason: "on no list of the town",
      reasonZh: "不在清单内",
      rule: "GZ-8",
      listId: null,
      listVersion: null,
      byContract: false,
      responsibleUnit: { code: housing },
    };
    const key = newKey();
    const dispatch = () =>
      subgraph.ask(
        `mutation ($number: String!, $unit: String!, $key: String!) {
          dispatchTicket(number: $number, unit: $unit, idempotencyKey: $key) { state }
        }`,
        { number, unit: town, key },
        centre,
      );
    for (const again of [1, 2]) {
      const { errors } = await withAnswer("dispatchVerdict", () => verdict, dispatch);
      expect(errors, `sent ${again} times`).toMatchObject([{ code: "OFF_LIST" }]);
    }

    const kept = async (as: Principal, filter = "") => {
      const { refusedDispatches } = await story.must<{
        refusedDispatches: { edges: { node: { ticket: { number: string } | null } }[] };
      }>(
        `{ refusedDispatches(first: 50${filter && `, filter: ${filter}`}) { edges { node {
            ticket { number } unit { code } matter { code } item { code } responsibleUnit { code } triedBy { code }
            actorPost code rule reasonZh at } } } }`,
        {},
        { as },
      );
      return refusedDispatches.edges.map(({ node }) => node);
    };
    const record = {
      unit: { code: town },
      matter: { code: chargers },
      item: { code: chargingItem },
      responsibleUnit: { code: housing },
      triedBy: { code: people.dispatcher.unit },
      actorPost: "CENTRE_DISPATCHER",
      code: "OFF_LIST",
      rule: "GZ-8",
      reasonZh: "不在清单内",
      at: expect.any(String),
    };
    const ofTicket = async (as: Principal, filter?: string) =>
      (await kept(as, filter)).filter(({ ticket }) => ticket?.number === number);
    const byDepartment = `{ responsible: "${housing}", unit: "${town}", rule: "GZ-8" }`;
    expect(await ofTicket(people.dispatcher, byDepartment)).toEqual([{ ticket: { number }, ...record }]);
    expect(await ofTicket(people.townLeader)).toHaveLength(1);
    // The keeper of the lists and the department it stays with see that it was tried, not the ticket.
    for (const as of [people.listKeeper, people.housing]) {
      expect(await kept(as, byDepartment)).toContainEqual({ ticket: null, ...record });
    }
    for (const as of [
      people.powerSupply,
      people.otherDistrict,
      people.neighbourSecretary,
      people.gridMember,
      resident("anybody"),
    ]) {
      expect(await kept(as)).toEqual([]);
    }
    expect(await kept(people.listKeeper, `{ responsible: "${people.powerSupply.unit}" }`)).toEqual([]);
    for (const sql of ["UPDATE refused_dispatch SET rule = 'none'", "DELETE FROM refused_dispatch"]) {
      await expect(subgraph.database.query(sql)).rejects.toThrow("append-only");
    }
  });

  it("nothing goes to a unit of another district, whatever its lists say (GZ-16)", async () => {
    const number = await story.report();
    await story.match(number);
    const { errors } = await subgraph.ask(
      `mutation ($number: String!, $key: String!) {
        dispatchTicket(number: $number, unit: "430105-POWER-SUPPLY", idempotencyKey: $key) { state }
      }`,
      { number, key: newKey() },
      centre,
    );
    expect(errors).toMatchObject([{ code: "UNIT_OF_ANOTHER_DISTRICT" }]);
    expect(await read(number, "state")).toEqual({ state: "MATCHED" });
  });

  it("asks for the verdict of the day of dispatch, not of the day of matching", async () => {
    const number = await story.report();
    await story.match(number);
    const later = new Date("2026-06-05T09:00:00+08:00");
    const days: unknown[] = [];
    await withAnswer(
      "dispatchVerdict",
      ({ on, item, matter, unit: to }) => {
        days.push([on, item, matter, to]);
        return plainAnswers.dispatchVerdict?.({});
      },
      () => story.move("dispatchTicket", number, { ...centre, at: later }),
    );
    expect(days).toEqual([[dayOf(later), chargingItem, chargers, housing]]);
  });

  it("a list changed afterwards does not change the answer to the same request (§6.7)", async () => {
    const number = await story.report();
    await story.match(number);
    const request = [
      `mutation ($number: String!, $key: String!) {
        dispatchTicket(number: $number, idempotencyKey: $key) { state version: listVersion }
      }`,
      { number, key: newKey() },
      centre,
    ] as const;
    const first = await subgraph.ask(...request);
    const again = await withAnswer(
      "dispatchVerdict",
      () => ({ allowed: false, code: "OFF_LIST" }),
      () => subgraph.ask(...request),
    );
    expect(first.errors).toEqual([]);
    expect(again).toEqual(first);
    expect((await kindsInLog(number)).filter((kind) => kind === "TICKET_DISPATCHED")).toHaveLength(1);
  });

  it("matching refuses when no list names a body, and writes nothing (PG-4)", async () => {
    const number = await story.report();
    await withAnswer(
      "match",
      () => null,
      () => expect(story.match(number)).rejects.toThrow("NOTHING_MATCHES"),
    );
    expect(await read(number, "state matter { code }")).toEqual({ state: "RECEIVED", matter: null });
  });

  it("tells nobody but the centre what the lists say", async () => {
    const number = await story.report();
    await withAnswer(
      "match",
      () => null,
      () => expect(story.match(number, { as: people.secretary })).rejects.toThrow("NOT_THE_CENTRE"),
    );
  });

  it("says that the lists cannot be asked when the departments' system is down", async () => {
    const number = await story.report();
    await withAnswer(
      "match",
      () => {
        throw new Error("connection refused");
      },
      () => expect(story.match(number)).rejects.toThrow("SUBGRAPH_UNAVAILABLE"),
    );
    expect(await read(number, "state")).toEqual({ state: "RECEIVED" });
  });
});

describe("no grid yet, an error to clear (BJ-12)", () => {
  const locate = (number: string, estate?: string) =>
    subgraph.ask(
      `mutation ($number: String!, $estate: String, $key: String!) {
        locateTicket(number: $number, gridCode: "110117005001002", estateCode: $estate, idempotencyKey: $key) {
          noGridYet grid { code } division { code } estate { code }
        }
      }`,
      { number, estate, key: newKey() },
      centre,
    );

  it("is cleared by the grid somebody found, and stands in the trace", async () => {
    const number = await story.report({ place: { text: "老槐树旁边" } });
    expect(await read(number, "noGridYet division { code }")).toEqual({
      noGridYet: true,
      division: { code: "110117" },
    });
    expect(await locate(number)).toEqual({
      errors: [],
      data: {
        locateTicket: {
          noGridYet: false,
          grid: { code: "110117005001002" },
          division: { code: "110117005001" },
          estate: null,
        },
      },
    });
    expect(await kindsInLog(number)).toEqual(["TICKET_RECEIVED", "TICKET_LOCATED"]);
  });

  it("is not cleared by an estate that lies elsewhere than the grid", async () => {
    const number = await story.report({ place: { text: "老槐树旁边" } });
    const { errors } = await locate(number, "110117005002-E01");
    expect(errors).toMatchObject([{ code: "ESTATE_OF_ANOTHER_COMMUNITY" }]);
    expect(await read(number, "noGridYet")).toEqual({ noGridYet: true });
  });

  it.each([
    ["unknown to the grid centre", () => null, "NOT_FOUND"],
    [
      "asked for while its system is down",
      () => {
        throw new Error("connection refused");
      },
      "SUBGRAPH_UNAVAILABLE",
    ],
  ])("is not cleared by a grid %s", async (_, answer, code) => {
    const number = await story.report({ place: { text: "老槐树旁边" } });
    const { errors } = await withAnswer("grid", answer, () => locate(number));
    expect(errors).toMatchObject([{ code }]);
    expect(await read(number, "noGridYet")).toEqual({ noGridYet: true });
  });
});

describe("one request, one effect (§6.7)", () => {
  const sign = (number: string, key: string, as = people.housing) =>
    subgraph.ask<{ signTicket: { state: string; signedAt: string } }>(
      `mutation ($number: String!, $key: String!) {
        signTicket(number: $number, idempotencyKey: $key) { state signedAt }
      }`,
      { number, key },
      { as },
    );

  it("answers the same key with the first answer", async () => {
    const number = await story.dispatched();
    const key = newKey();
    const first = await sign(number, key);
    await story.move("startTicket", number, unit);
    expect(await sign(number, key)).toEqual(first);
    expect(await read(number, "state")).toEqual({ state: "IN_PROGRESS" });
  });

  it("refuses the same key for something else", async () => {
    const key = newKey();
    await sign(await story.dispatched(), key);
    const other = await sign(await story.dispatched(), key);
    expect(other.errors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
  });

  it("lets the same request arrive five times at once with one effect", async () => {
    const number = await story.dispatched();
    const key = newKey();
    const all = await Promise.all(Array.from({ length: 5 }, () => sign(number, key)));
    expect(new Set(all.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await kindsInLog(number)).filter((kind) => kind === "TICKET_SIGNED")).toHaveLength(1);
  });
});

describe("several changes in one request", () => {
  it("select each what is true after it", async () => {
    const number = await story.dispatched();
    const seen = "state demands { edges { node { ticket { state } } } }";
    const { data, errors } = await subgraph.ask<Record<string, unknown>>(
      `mutation ($number: String!, $sign: String!, $start: String!) {
        signTicket(number: $number, idempotencyKey: $sign) { ${seen} }
        startTicket(number: $number, idempotencyKey: $start) { ${seen} }
      }`,
      { number, sign: newKey(), start: newKey() },
      unit,
    );
    expect(errors).toEqual([]);
    const seenIn = (state: string) => ({ state, demands: { edges: [{ node: { ticket: { state } } }] } });
    expect(data).toEqual({ signTicket: seenIn("SIGNED"), startTicket: seenIn("IN_PROGRESS") });
  });
});

describe("merging (KF-5)", () => {
  it("keeps both callers, both channels and both reports behind the ticket that goes on", async () => {
    const caller = { name: "王小满", phone: "13800000001" };
    const writer = { name: "赵立", phone: "13800000002" };
    const goesOn = await story.report({ text: "充电桩太少", demander: caller });
    const merged = await story.report({
      text: "要求建充电桩",
      channel: "LETTERS_AND_VISITS",
      demander: writer,
    });
    expect(await story.move("mergeTickets", merged, centre, `into: "${goesOn}"`)).toBe("MERGED");
    expect(
      await read(
        goesOn,
        `channels { code } merged { number state mergedInto { number } }
         demands { edges { node { text demander { name phone } } } }`,
      ),
    ).toEqual({
      channels: [{ code: "HOTLINE_12345" }, { code: "LETTERS_AND_VISITS" }],
      merged: [{ number: merged, state: "MERGED", mergedInto: { number: goesOn } }],
      demands: {
        edges: [
          { node: { text: "充电桩太少", demander: caller } },
          { node: { text: "要求建充电桩", demander: writer } },
        ],
      },
    });
    expect(await kindsInLog(goesOn)).toContain("TICKET_TOOK_IN");
  });

  it("points past the one between when a ticket is merged twice", async () => {
    const [first, second, third] = [await story.report(), await story.report(), await story.report()];
    await story.move("mergeTickets", first, centre, `into: "${second}"`);
    await story.move("mergeTickets", second, centre, `into: "${third}"`);
    const { merged } = (await read(third, "merged { number }")) as { merged: { number: string }[] };
    expect(merged.map(({ number }) => number).sort()).toEqual([first, second].sort());
  });

  it("of two merges into each other at once one wins, the other is told, and no ticket is lost in a circle", async () => {
    const pairs = await Promise.all(
      [1, 2, 3, 4].map(async () => [await story.report(), await story.report()]),
    );
    for (const [one = "", other = ""] of pairs) {
      const both = await Promise.allSettled([
        story.move("mergeTickets", one, centre, `into: "${other}"`),
        story.move("mergeTickets", other, centre, `into: "${one}"`),
      ]);
      const lost = both.filter((outcome) => outcome.status === "rejected");
      expect(lost.map(({ reason }) => String(reason))).toEqual([
        expect.stringContaining("TICKET_ILLEGAL_MOVE"),
      ]);
      const states = [await read(one, "state"), await read(other, "state")].map(({ state }) => state);
      expect(states.sort()).toEqual(["MERGED", "RECEIVED"]);
    }
  });
});

describe("who sees a ticket", () => {
  let ours: string;
  let elsewhere: string;
  beforeAll(async () => {
    ours = await story.dispatched();
    elsewhere = await story.report(
      { place: { division: "430105010003" }, demander: { name: "周末", phone: "13900000001" } },
      { as: people.otherDistrict },
    );
  });

  const sees = async (as: Parameters<typeof read>[2], number: string): Promise<boolean> => {
    const { data } = await subgraph.ask<{ ticket: object | null }>(
      "query ($number: String!) { ticket(number: $number) { number } }",
      { number },
      as ? { as } : {},
    );
    return data.ticket !== null;
  };

  it.each([
    ["dispatcher", true],
    ["staff", true],
    ["secretary", true],
    ["gridMember", true],
    ["townLeader", true],
    ["performance", true],
    ["districtLeader", true],
    ["steward", true],
    ["housing", true],
    ["housingChief", true],
    ["neighbourSecretary", false],
    ["powerSupply", false],
    ["listKeeper", false],
    ["otherDistrict", false],
  ] as const)("%s of 平谷: %s", async (name, visible) => {
    expect(await sees(people[name], ours)).toBe(visible);
    if (name !== "otherDistrict") expect(await sees(people[name], elsewhere)).toBe(false);
  });

  it.each([Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY])(
    "%s: no more than a community, whatever division the token names",
    async (post) => {
      for (const division of ["110117", "110117005", ""]) {
        expect(await sees(person(post, { unit: community, division }), ours), division).toBe(false);
      }
      expect(await sees(person(post, { unit: community, division: grid }), ours)).toBe(true);
    },
  );

  it("nobody without a token", async () => {
    expect(await sees(undefined as never, ours)).toBe(false);
  });

  it("a resident their own, and the one it was merged into, but not what others said there", async () => {
    const me = resident("person-me");
    const mine = await story.report({ text: "我家楼下没有充电桩" }, { as: me });
    const theirs = await story.report({
      text: "三单元的邻居半夜私拉电线充电",
      demander: { name: "邻居", phone: "13700000009" },
    });
    expect(await sees(me, mine)).toBe(true);
    expect(await sees(me, theirs)).toBe(false);
    await story.move("mergeTickets", mine, centre, `into: "${theirs}"`);
    expect(await sees(me, mine)).toBe(true);
    const merged = await read(theirs, "title demands { edges { node { text } } }", me);
    expect(merged).toEqual({
      title: "我家楼下没有充电桩",
      demands: { edges: [{ node: { text: "我家楼下没有充电桩" } }] },
    });
    // Nor may a search tell, guess by guess.
    const found = async (text: string) => {
      const { data } = await subgraph.ask<{ tickets: { edges: { node: { number: string } }[] } }>(
        "query ($text: String!) { tickets(filter: { text: $text }) { edges { node { number } } } }",
        { text },
        { as: me },
      );
      return data.tickets.edges.map(({ node }) => node.number);
    };
    expect(await found("私拉电线")).toEqual([]);
    expect(await found("没有充电桩")).toEqual([mine]);
  });

  it("a resident reads the public reply, not what officials write for one another", async () => {
    const me = resident("person-reader");
    const number = await story.report({}, { as: me });
    const findings = 'input: { findings: "现场核实情况", communityCanSolve: false }';
    await story.move("verifyTicket", number, { as: people.staff }, findings);
    await story.match(number);
    await story.move("dispatchTicket", number, centre);
    await story.move("returnTicket", number, unit, 'grounds: "不属本单位职责"');
    await story.match(number);
    await story.move("dispatchTicket", number, centre);
    await story.move("signTicket", number, unit);
    await story.move("startTicket", number, unit);
    await story.move("extendTicket", number, unit, 'days: 2, reason: "变压器未到货"');
    await story.move("decideExtension", number, centre, 'granted: true, grounds: "情况属实"');
    await story.move("superviseTicket", number, { as: people.townLeader }, 'instruction: "三日内办理"');
    const leader = 'leader: { personId: "leader-1", name: "李远", unit: "110117" }';
    await story.move("assignCaseLeader", number, { as: people.districtLeader }, leader);
    await story.move(
      "handleTicket",
      number,
      unit,
      `input: { contacted: true, solved: false, reasonUnsolved: "变压器容量不足", account: "内部情况",
        publicReply: "十月底前建成" }`,
    );
    await story.move("giveFeedback", number, unit);
    const fields = `publicReply findings reasonUnsolved handlingAccount
      dispatches { turn returnGrounds } extensions { days reason } supervisions { turn instruction }
      caseLeader { name personId }`;
    const { data, errors } = await subgraph.ask<{ ticket: object }>(
      `query ($number: String!) { ticket(number: $number) { ${fields} } }`,
      { number },
      { as: me },
    );
    expect(data.ticket).toEqual({
      publicReply: "十月底前建成",
      findings: null,
      reasonUnsolved: null,
      handlingAccount: null,
      dispatches: [1, 2].map((turn) => ({ turn, returnGrounds: null })),
      extensions: [{ days: 2, reason: null }],
      supervisions: [{ turn: 1, instruction: null }],
      caseLeader: { name: "李远", personId: null },
    });
    expect(errors.map(({ code }) => code)).toEqual(Array(8).fill("WITHHELD"));
    expect(await read(number, fields)).toEqual({
      publicReply: "十月底前建成",
      findings: "现场核实情况",
      reasonUnsolved: "变压器容量不足",
      handlingAccount: "内部情况",
      dispatches: [
        { turn: 1, returnGrounds: "不属本单位职责" },
        { turn: 2, returnGrounds: null },
      ],
      extensions: [{ days: 2, reason: "变压器未到货" }],
      supervisions: [{ turn: 1, instruction: "三日内办理" }],
      caseLeader: { name: "李远", personId: "leader-1" },
    });
  });

  it("a unit no longer, once it has sent the ticket back", async () => {
    const number = await story.dispatched();
    await story.move("returnTicket", number, unit, 'grounds: "不属本单位职责"');
    expect(await sees(people.housing, number)).toBe(false);
  });
});

describe("behind a whistle", () => {
  const whistle = "110117-W-20260601-9001";
  let number: string;
  beforeAll(async () => {
    number = await story.dispatched();
    await subgraph.database.query(
      `INSERT INTO whistle (district_code, number, kind, level, profile_version, source, state, blower_post,
         blower_unit_code, blower_id, division_code, no_grid_yet, demand, created_at, blown_at)
       VALUES ('110117', $1, 'TOWN', 3, 1, 'TOWN', 'BLOWN', 'SUBDISTRICT_LEADER',
         '110117005', 'leader', '110117005001', true, '增容', $2, $2)`,
      [whistle, new Date("2026-06-01T09:00:00+08:00")],
    );
    await subgraph.database.query(
      `INSERT INTO whistle_participant (district_code, whistle_number, unit_code, unit_kind, role, called_at)
       VALUES ('110117', $1, '110117-POWER-SUPPLY', 'COMPANY', 'ASSISTING', now())`,
      [whistle],
    );
    await subgraph.database.query("INSERT INTO whistle_ticket VALUES ('110117', $1, $2)", [whistle, number]);
  });

  const powerSupplySees = async (): Promise<boolean> => {
    const { data } = await subgraph.ask<{ ticket: object | null }>(
      "query ($number: String!) { ticket(number: $number) { number } }",
      { number },
      { as: people.powerSupply },
    );
    return data.ticket !== null;
  };
  const set = (change: string) => subgraph.database.query(`UPDATE ${change} WHERE district_code = '110117'`);

  it.each([
    ["a unit it calls sees the ticket", "whistle SET state = 'SIGNED'", true],
    ["not while it only waits to be blown", "whistle SET state = 'DRAFT', blown_at = NULL", false],
    ["nor when it was withdrawn", "whistle SET state = 'WITHDRAWN', ended_at = now()", false],
    ["nor when it was ruled misuse", "whistle SET state = 'RULED_MISUSE', blown_at = now()", false],
    ["but again while it works", "whistle SET state = 'ARRIVED', blown_at = now(), ended_at = NULL", true],
    ["not when it was released from it", "whistle_participant SET released_at = now()", false],
    ["again when it is not", "whistle_participant SET released_at = NULL", true],
  ])("%s", async (_, change, visible) => {
    await set(change);
    expect(await powerSupplySees()).toBe(visible);
  });

  it("no longer once the ticket is struck off", async () => {
    await subgraph.database.query(
      "UPDATE ticket SET state = 'STRUCK_OFF', confirmed_solved = true WHERE number = $1",
      [number],
    );
    expect(await powerSupplySees()).toBe(false);
  });
});

describe("lists of tickets", () => {
  const stack = "110117006";
  const grids = ["110117006001001", "110117006001002", "110117006002001"];
  const numbers: string[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 9; n++) {
      numbers.push(
        await story.report(
          {
            text: n % 2 ? `路灯不亮 第${n}处` : `占道经营 第${n}处`,
            place: { gridCode: grids[n % 3] },
            channel: n % 2 ? "HOTLINE_12345" : "SNAP_AND_REPORT",
            kind: n % 3 ? "HELP" : "SUGGESTION",
            urgency: n === 0 ? "CRITICAL" : "ORDINARY",
          },
          { ...centre, at: new Date(Date.UTC(2026, 4, 1, n)) },
        ),
      );
    }
  });

  const list = async (args: string, after?: string) => {
    const { tickets: answer } = await story.must<{
      tickets: {
        edges: { node: { number: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(
      `query ($after: String) {
        tickets(${args}, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } }
      }`,
      { after },
      centre,
    );
    return { ...answer, numbers: answer.edges.map(({ node }) => node.number) };
  };

  it.each(["NEWEST", "OLDEST", "DUE_FIRST"])(
    "pages by %s to the end without loss or repetition",
    async (order) => {
      const filter = `filter: { division: "${stack}" }, order: ${order}`;
      const whole = (await list(`${filter}, first: 100`)).numbers;
      expect([...whole].sort()).toEqual([...numbers].sort());
      const paged: string[] = [];
      let after: string | undefined;
      for (let more = true; more; ) {
        const next = await list(`${filter}, first: 2`, after);
        paged.push(...next.numbers);
        after = next.pageInfo.endCursor;
        more = next.pageInfo.hasNextPage;
      }
      expect(paged).toEqual(whole);
    },
  );

  it.each([
    ['grid: "110117006001002"', [1, 4, 7]],
    ['channel: "HOTLINE_12345"', [1, 3, 5, 7]],
    ["kind: SUGGESTION", [0, 3, 6]],
    ['text: "路灯不亮"', [1, 3, 5, 7]],
    ['text: "100%"', []],
    ["states: [RECEIVED]", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["whistled: false", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["whistled: true", []],
    ["step: COLLECTION", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["step: DISPATCH", []],
    ["overdue: true", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["overdue: false", []],
    ["noGridYet: true", []],
    ['receivedFrom: "2026-05-01T02:00:00Z", receivedBefore: "2026-05-01T04:00:00Z"', [2, 3]],
    [`matter: "${chargers}"`, []],
    [`handlingUnit: "${housing}"`, []],
    ["function: ON_COMPLAINT", [0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ])("filters by %s", async (filter, found) => {
    const answer = await list(`filter: { division: "${stack}", ${filter} }, order: OLDEST, first: 100`);
    expect(answer.numbers).toEqual(found.map((n) => numbers[n]));
  });

  it("refuses a keyword of one character and a cursor of another order", async () => {
    await expect(list('filter: { text: "灯" }')).rejects.toThrow("BAD_INPUT");
    const { pageInfo } = await list("first: 1, order: NEWEST");
    await expect(list("first: 1, order: OLDEST", pageInfo.endCursor)).rejects.toThrow("BAD_CURSOR");
  });

  it("answers tickets under many grids, divisions and units in one query each", async () => {
    const listUnder = vi.spyOn(TicketStore.prototype, "listUnder");
    const representations = [
      ...grids.map((code) => ({ __typename: "Grid", code })),
      { __typename: "Division", code: stack },
      { __typename: "Division", code: "110117006001" },
      { __typename: "Unit", code: housing },
      { __typename: "Unit", code: "110117-POWER-SUPPLY" },
    ];
    const { _entities } = await story.must<{ _entities: { tickets: { edges: unknown[] } }[] }>(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on Grid { tickets(first: 2) { edges { node { number } } } }
        ... on Division { tickets(first: 50) { edges { node { number } } } }
        ... on Unit { tickets(first: 1) { edges { node { number } } } }
      } }`,
      { representations },
      centre,
    );
    expect(_entities.map(({ tickets: { edges } }) => edges.length)).toEqual([2, 2, 2, 9, 6, 1, 0]);
    expect(listUnder.mock.calls.map(([parent, keys]) => [parent, keys.length])).toEqual([
      ["grid", 3],
      ["division", 2],
      ["unit", 2],
    ]);
    listUnder.mockRestore();
  });

  it("answers what belongs to many tickets in one query each", async () => {
    const batches = (["logOf", "mergedInto", "turnsOf"] as const).map((name) =>
      vi.spyOn(TicketStore.prototype, name),
    );
    await story.must(
      `{ tickets(first: 9) { edges { node {
        log(first: 2) { edges { node { kind } } } merged { number } channels { code }
        dispatches { turn } extensions { turn } supervisions { turn }
      } } } }`,
      {},
      centre,
    );
    expect(batches.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 3]);
    for (const batch of batches) batch.mockRestore();
  });
});

describe("the feed other subgraphs follow", () => {
  it("tells every change once, in order, without personal data", async () => {
    const { ticketFeed } = await story.must<{
      ticketFeed: { position: number; kind: string; payload: unknown }[];
    }>(
      "{ ticketFeed(after: 0, first: 500) { position subject kind payload } }",
      {},
      { as: servicePrincipal("evaluation") },
    );
    expect(ticketFeed.map(({ position }) => position)).toEqual(ticketFeed.map((_, index) => index + 1));
    expect(JSON.stringify(ticketFeed)).not.toMatch(/\b1[3-9]\d{9}\b|王小满|赵立/);
  });
});
