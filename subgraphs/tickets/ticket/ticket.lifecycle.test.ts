import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import type { Actor, Move } from "../../shared/move.ts";
import type { Principal } from "../../shared/principal.ts";
import { DemandKind } from "../demand/demand-kind.ts";
import { Urgency } from "../demand/urgency.ts";
import { LimitName } from "../limit/limit-name.ts";
import { splitTicket } from "../ticket-task/ticket-task.lifecycle.ts";
import {
  chargers,
  community,
  district,
  housing,
  otherGrid,
  people,
  powerSupply,
  resident,
} from "../tickets.fixtures.ts";
import {
  archiveTicket,
  callBackTicket,
  ledgerTicket,
  reopenTicket,
  strikeOffTicket,
} from "./closing/closing.lifecycle.ts";
import { dispatchTicket, matchTicket, returnTicket } from "./dispatch/dispatch.lifecycle.ts";
import { askExtension, decideExtension } from "./extension/extension.lifecycle.ts";
import { giveFeedback, handleTicket, signTicket, startTicket } from "./handling/handling.lifecycle.ts";
import { locateTicket, rejectTicket, verifyTicket } from "./intake/intake.lifecycle.ts";
import { mergeTicket } from "./merge/merge.lifecycle.ts";
import { assignCaseLeader, superviseTicket } from "./supervision/supervision.lifecycle.ts";
import type { TicketMove } from "./ticket.lifecycle.ts";
import { Ticket } from "./ticket.ts";
import { TicketFunction } from "./ticket-function.ts";
import { TicketState } from "./ticket-state.ts";
import { arriveForTicket, resumeTicket, whistleTicket } from "./whistled/whistled.lifecycle.ts";

const at = new Date("2026-06-02T10:00:00+08:00");
const dueAt = new Date("2026-06-09T00:00:00+08:00");
const limited = { limitName: LimitName.ORDINARY, limitVersion: 1, dueAt };
const whistle = "110117-W-20260602-0001";

const ticketIn = (state: TicketState | string, more: Partial<Ticket> = {}): Ticket =>
  Object.assign(new Ticket(), {
    districtCode: district,
    number: "110117-20260601-000001",
    state,
    function: TicketFunction.ON_COMPLAINT,
    kind: DemandKind.HELP,
    urgency: Urgency.ORDINARY,
    divisionCode: community,
    matterCode: chargers,
    handlingUnitCode: housing,
    firstReceiverCode: null,
    startedAt: null,
    matchedAt: null,
    dispatchedAt: null,
    whistledAt: null,
    arrivedAt: null,
    ledgeredAt: null,
    publicReply: "已安排",
    solved: false,
    confirmedSolved: true,
    ...limited,
    ...more,
  });

const survivor = ticketIn("RECEIVED", { number: "110117-20260601-000002" });

type Carry = (ticket: Ticket, actor: Actor) => Move<Ticket>;

/** Each move: how it is asked for, from where the rules allow it, and who of the cast may make it. */
const rules: readonly {
  readonly move: TicketMove;
  readonly carry: Carry;
  readonly from: string;
  readonly by: readonly (keyof typeof people)[];
}[] = [
  {
    move: "verify",
    carry: (t, a) => verifyTicket(t, { findings: "属实", communityCanSolve: false }, a),
    from: "RECEIVED",
    by: ["staff", "secretary"],
  },
  {
    move: "locate",
    carry: (t, a) => locateTicket(t, { gridCode: otherGrid, estateCode: null }, a),
    from: "RECEIVED VERIFIED MATCHED RETURNED REOPENED DISPATCHED SIGNED IN_PROGRESS EXTENDED SUPERVISED WHISTLED",
    by: ["dispatcher", "staff", "secretary", "townLeader"],
  },
  {
    move: "reject",
    carry: (t, a) => rejectTicket(t, { grounds: "不属实" }, a),
    from: "RECEIVED VERIFIED RETURNED",
    by: ["dispatcher"],
  },
  {
    move: "match",
    carry: (t, a) =>
      matchTicket(
        t,
        {
          matterCode: chargers,
          itemCode: null,
          listId: null,
          listVersion: null,
          matchedOn: "2026-06-02",
          unitCode: housing,
        },
        limited,
        a,
      ),
    from: "RECEIVED VERIFIED MATCHED RETURNED REOPENED",
    by: ["dispatcher"],
  },
  {
    move: "dispatch",
    carry: (t, a) => dispatchTicket(t, { unit: housing }, a),
    from: "MATCHED",
    by: ["dispatcher"],
  },
  { move: "sign", carry: signTicket, from: "DISPATCHED", by: ["housing", "housingChief"] },
  { move: "return", carry: returnTicket, from: "DISPATCHED SIGNED", by: ["housing", "housingChief"] },
  { move: "start", carry: startTicket, from: "SIGNED LEDGERED", by: ["housing", "housingChief"] },
  {
    move: "handle",
    carry: (t, a) => handleTicket(t, { contacted: true, solved: true, account: "已处理" }, [], a),
    from: "IN_PROGRESS EXTENDED SUPERVISED",
    by: ["housing", "housingChief"],
  },
  {
    move: "split",
    carry: (t, a) =>
      splitTicket(t, [], [{ unitCode: powerSupply, matterCode: chargers, itemCode: null, task: "增容" }], a),
    from: "DISPATCHED SIGNED IN_PROGRESS EXTENDED SUPERVISED WHISTLED",
    by: ["dispatcher"],
  },
  {
    move: "giveFeedback",
    carry: (t, a) => giveFeedback(t, {}, a),
    from: "HANDLED",
    by: ["housing", "housingChief"],
  },
  { move: "ledger", carry: ledgerTicket, from: "FEEDBACK_GIVEN", by: ["dispatcher"] },
  {
    move: "strikeOff",
    carry: (t, a) => strikeOffTicket(t, "110117-S-20260602-000001", a),
    from: "CALLED_BACK",
    by: ["dispatcher"],
  },
  { move: "archive", carry: archiveTicket, from: "STRUCK_OFF", by: ["dispatcher"] },
  {
    move: "reopen",
    carry: (t, a) => reopenTicket(t, limited, a),
    from: "REJECTED CALLED_BACK STRUCK_OFF ARCHIVED",
    by: ["dispatcher"],
  },
  {
    move: "askExtension",
    carry: (t, a) => askExtension(t, { days: 3, pending: false }, a),
    from: "IN_PROGRESS EXTENDED SUPERVISED",
    by: ["housing", "housingChief"],
  },
  {
    move: "decideExtension",
    carry: (t, a) => decideExtension(t, { granted: true, dueAt }, a),
    from: "IN_PROGRESS EXTENDED SUPERVISED",
    by: ["dispatcher"],
  },
  {
    move: "supervise",
    carry: superviseTicket,
    from: "DISPATCHED SIGNED IN_PROGRESS EXTENDED SUPERVISED WHISTLED LEDGERED REOPENED",
    by: ["dispatcher", "townLeader", "districtLeader", "performance"],
  },
  {
    move: "assignCaseLeader",
    carry: (t, a) => assignCaseLeader(t, { personId: "leader-1", name: "李区长", unit: district }, a),
    from: "RECEIVED VERIFIED MATCHED RETURNED REOPENED DISPATCHED SIGNED IN_PROGRESS EXTENDED SUPERVISED WHISTLED HANDLED FEEDBACK_GIVEN LEDGERED",
    by: ["townLeader", "districtLeader"],
  },
  {
    move: "merge",
    carry: (t, a) => mergeTicket(t, survivor, a),
    from: "RECEIVED VERIFIED MATCHED RETURNED REOPENED",
    by: ["dispatcher"],
  },
];

/** Moves that follow from something else: a whistle, or the demander's word. Who may cause it is judged there. */
const consequences: readonly { readonly move: TicketMove; readonly carry: Carry; readonly from: string }[] = [
  {
    move: "whistle",
    carry: (t, a) => whistleTicket(t, { whistle }, a),
    from: "DISPATCHED SIGNED IN_PROGRESS EXTENDED SUPERVISED WHISTLED",
  },
  { move: "arrive", carry: (t, a) => arriveForTicket(t, { whistle, unit: housing }, a), from: "WHISTLED" },
  { move: "resume", carry: (t, a) => resumeTicket(t, { whistle }, a), from: "WHISTLED" },
  {
    move: "callBack",
    carry: (t, a) => callBackTicket(t, { solved: true, satisfaction: null }, a),
    from: "FEEDBACK_GIVEN",
  },
];

const refusalOf = (carry: () => unknown): unknown => {
  try {
    carry();
    return null;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions.code : error;
  }
};

interface Refused {
  readonly code: string;
  readonly rule: string;
  readonly allowed: {
    readonly states: readonly string[];
    readonly moves: readonly string[];
    readonly posts?: readonly string[];
    readonly units?: readonly string[];
  };
}

const extensionsOf = (carry: () => unknown): Refused => {
  try {
    carry();
  } catch (error) {
    return (error as GraphQLError).extensions as unknown as Refused;
  }
  throw new Error("it was not refused");
};

const everyMove = [...rules, ...consequences.map((rule) => ({ ...rule, by: ["dispatcher"] as const }))];
const pairs = everyMove.flatMap(({ move, carry, from, by }) =>
  Object.values(TicketState).map((state) => ({
    move,
    state,
    carry,
    from,
    legal: from.split(" ").includes(state),
    actor: { principal: people[by[0] ?? "dispatcher"], at },
  })),
);

describe("every pair of state and move (PG-2)", () => {
  it.each(pairs.filter(({ legal }) => legal))("$move is legal from $state", ({ carry, state, actor }) => {
    expect(refusalOf(() => carry(ticketIn(state), actor))).toBeNull();
  });

  const possibleIn = (state: string) =>
    everyMove.filter(({ from }) => from.split(" ").includes(state)).map(({ move }) => move);

  it.each(pairs.filter(({ legal }) => !legal))(
    "$move is refused from $state, and what is possible is said",
    ({ carry, state, actor, from }) => {
      const { code, rule, allowed } = extensionsOf(() => carry(ticketIn(state), actor));
      expect([code, rule]).toEqual(["TICKET_ILLEGAL_MOVE", "PG-2"]);
      expect([...allowed.states].sort()).toEqual(from.split(" ").sort());
      const tabled = allowed.moves.filter((move) => everyMove.some((each) => each.move === move));
      expect(tabled.sort()).toEqual(possibleIn(state).sort());
    },
  );
});

describe("who may make a move", () => {
  const cast: readonly (readonly [string, Principal])[] = [
    ...Object.entries(people),
    ["resident", resident("person-1")],
  ];
  const casts = rules.flatMap(({ move, carry, from, by }) =>
    cast.map(([name, principal]) => ({
      move,
      name,
      by,
      allowed: (by as readonly string[]).includes(name),
      carry: () => carry(ticketIn(from.split(" ")[0] ?? ""), { principal, at }),
    })),
  );

  it.each(casts.filter(({ allowed }) => allowed))("$name may $move", ({ carry }) => {
    expect(refusalOf(carry)).toBeNull();
  });

  const rulesOfPosts: Readonly<Record<string, string>> = {
    VERIFIER_NOT_OF_COMMUNITY: "KF-7",
    NOT_THE_HANDLING_UNIT: "PG-3",
    NOT_THE_CENTRE: "GZ-16",
    NOT_A_LEADER_OF_THE_PLACE: "PG-7",
    NOT_ANSWERABLE_FOR_THE_PLACE: "BJ-12",
  };

  it.each(casts.filter(({ allowed }) => !allowed))(
    "$name may not $move, and is told who may",
    ({ carry, by }) => {
      const { code, rule, allowed } = extensionsOf(carry);
      expect(rule).toBe(rulesOfPosts[code]);
      const { posts, units } = allowed;
      const told = by.map((name) => posts?.includes(people[name].post) ?? units?.includes(people[name].unit));
      expect(told).toEqual(by.map(() => true));
    },
  );
});

describe("what a move leaves behind", () => {
  const unit = { principal: people.housing, at };
  const centre = { principal: people.dispatcher, at };

  it("makes the first unit that signs answerable to the end, and nobody after it (首接负责)", () => {
    expect(signTicket(ticketIn("DISPATCHED"), unit).change.firstReceiverCode).toBe(housing);
    const second = ticketIn("DISPATCHED", { firstReceiverCode: "110117-URBAN-MANAGEMENT" });
    expect(signTicket(second, unit).change.firstReceiverCode).toBe("110117-URBAN-MANAGEMENT");
  });

  it("takes that from a unit which sends the ticket back before it has begun", () => {
    const { change } = returnTicket(ticketIn("SIGNED", { firstReceiverCode: housing }), unit);
    expect(change).toMatchObject({ firstReceiverCode: null, handlingUnitCode: null });
  });

  it("keeps the handling unit and the first entry time while whistles are blown and raised (PG-3, PG-8)", () => {
    const first = new Date("2026-06-01T10:00:00+08:00");
    const { change } = whistleTicket(ticketIn("WHISTLED", { whistledAt: first }), { whistle }, unit);
    expect(change).toEqual({ state: "WHISTLED", function: "WHISTLE_REPORT", whistledAt: first });
  });

  it.each([
    [{ solved: false }, "REASON_UNSOLVED_MISSING"],
    [{ solved: false, reasonUnsolved: "  " }, "REASON_UNSOLVED_MISSING"],
    [{ solved: true, reasonUnsolved: "变压器容量不足" }, "REASON_UNSOLVED_UNWANTED"],
  ])("refuses a handling of %j: solved, or the reason why not (ZY-18)", (handling, code) => {
    const input = { contacted: true, account: "现场勘查", ...handling };
    expect(refusalOf(() => handleTicket(ticketIn("IN_PROGRESS"), input, [], unit))).toBe(code);
  });

  it("refuses feedback without a public reply", () => {
    const silent = ticketIn("HANDLED", { publicReply: null });
    expect(refusalOf(() => giveFeedback(silent, { publicReply: " " }, unit))).toBe("PUBLIC_REPLY_MISSING");
    expect(giveFeedback(silent, { publicReply: "已安排" }, unit).change.publicReply).toBe("已安排");
  });

  it("puts what the demander calls unsolved on the ledger, and refuses to strike it off (ZY-18)", () => {
    expect(
      callBackTicket(ticketIn("FEEDBACK_GIVEN"), { solved: false, satisfaction: null }, centre),
    ).toMatchObject({
      kind: "TICKET_LEDGERED",
      change: { state: "LEDGERED", ledgeredAt: at, confirmedSolved: false },
    });
    const unsolved = ticketIn("CALLED_BACK", { confirmedSolved: false });
    expect(refusalOf(() => strikeOffTicket(unsolved, "110117-S-20260602-000001", centre))).toBe(
      "STRIKE_OFF_UNSOLVED",
    );
  });

  it("keeps what was handled as solved off the ledger", () => {
    expect(refusalOf(() => ledgerTicket(ticketIn("FEEDBACK_GIVEN", { solved: true }), centre))).toBe(
      "NOT_UNSOLVED",
    );
  });

  it.each([
    ["a second one while the first waits", { pending: true, at }, "EXTENSION_PENDING"],
    ["one asked for when the limit is used up", { pending: false, at: dueAt }, "EXTENSION_TOO_LATE"],
  ])("refuses an extension: %s", (_, { pending, at }, code) => {
    const asked = () =>
      askExtension(ticketIn("IN_PROGRESS"), { days: 3, pending }, { principal: people.housing, at });
    expect(refusalOf(asked)).toBe(code);
  });

  it("lets a ticket that is about something else leave its class of problem", () => {
    const matched = {
      itemCode: null,
      listId: null,
      listVersion: null,
      matchedOn: "2026-06-02",
      unitCode: null,
    };
    const counted = ticketIn("VERIFIED", { classProblemNumber: "110117-C-20260601-0001" });
    const rematch = (matterCode: string) => matchTicket(counted, { ...matched, matterCode }, limited, centre);
    expect(rematch("NOISE").change).toMatchObject({ classProblemNumber: null });
    expect(rematch(chargers).change).not.toHaveProperty("classProblemNumber");
  });

  it("keeps a community from moving a ticket to its neighbour, and everybody from moving it abroad (BJ-12)", () => {
    const away = (gridCode: string, principal: Principal) =>
      refusalOf(() => locateTicket(ticketIn("RECEIVED"), { gridCode, estateCode: null }, { principal, at }));
    expect(away("110117005002001", people.secretary)).toBe("NOT_ANSWERABLE_FOR_THE_PLACE");
    expect(away("110117005002001", people.townLeader)).toBeNull();
    expect(away("430105010003001", people.dispatcher)).toBe("PLACE_OF_ANOTHER_DISTRICT");
  });

  it.each([
    ["DISPATCHED", undefined],
    ["SIGNED", undefined],
    ["WHISTLED", undefined],
    ["IN_PROGRESS", "SUPERVISED"],
    ["LEDGERED", "SUPERVISED"],
  ])("supervises from %s without losing the place in the work", (state, becomes) => {
    expect(superviseTicket(ticketIn(state), centre).change.state).toBe(becomes);
  });

  it.each([
    ["itself", survivor],
    ["one about another matter", ticketIn("RECEIVED", { number: "x", matterCode: "NOISE" })],
    ["one of another district", ticketIn("RECEIVED", { number: "x", districtCode: "430105" })],
  ])("refuses to merge a ticket into %s (KF-5)", (_, into) => {
    const ticket = ticketIn("RECEIVED", { number: survivor.number });
    expect(refusalOf(() => mergeTicket(ticket, into, centre))).toBe("MERGE_DIFFERENT");
  });

  it("refuses to merge into a ticket that is closed", () => {
    const closed = ticketIn("ARCHIVED", { number: "x" });
    expect(refusalOf(() => mergeTicket(ticketIn("RECEIVED"), closed, centre))).toBe("TICKET_ILLEGAL_MOVE");
  });
});
