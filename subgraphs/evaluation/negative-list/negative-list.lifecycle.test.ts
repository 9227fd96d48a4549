import { describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import { kaifu, pingguDispatcher } from "../evaluation.fixtures.ts";
import {
  type Accusation,
  accusationsFromOverdue,
  decideNegativeListEntry,
  enter,
  proposeNegativeListEntry,
  statementDeadline,
  stateOnNegativeListEntry,
} from "./negative-list.lifecycle.ts";
import { type NegativeListEntry, NegativeListState, Offence } from "./negative-list-entry.ts";

const market = "430105-MARKET-SUPERVISION";
const whistle = "430105-W-20190926-0001";
const proposedAt = new Date("2019-09-26T10:00:00+08:00");

const accusation: Accusation = {
  offence: Offence.INACTION,
  respondent: market,
  division: "430105010",
  grounds: "到场后推诿，未采取措施。",
  whistle,
};

const entry = (change: Partial<NegativeListEntry> = {}): NegativeListEntry =>
  Object.assign(
    enter(
      accusation,
      { number: "430105-N-20190926-0001", statementWorkingDays: 5 },
      { principal: kaifu.streetLeader, at: proposedAt },
    ),
    change,
  );

const outcome = (move: () => unknown): unknown => {
  try {
    move();
    return "ACCEPTED";
  } catch (error) {
    const { code, rule, allowed } = (error as { extensions: Record<string, unknown> }).extensions;
    // Whoever is refused by a rule reads which, and what would be allowed.
    if (code !== "BAD_INPUT") {
      expect([rule, allowed]).toEqual(["KF-17", expect.objectContaining({ en: expect.any(String) })]);
    }
    return code;
  }
};

describe("an overdue whistle (KF-17)", () => {
  it("KF-17: is held against the late units that did not sign, and against none that did", () => {
    const accusations = accusationsFromOverdue({
      number: whistle,
      division: "430105010",
      clock: "MEASURES",
      dueAt: new Date("2019-10-09T16:00:00Z"),
      late: [
        { unit: market, signed: true },
        { unit: "430105-COMMERCE", signed: false },
        { unit: "430105-CITY-INVESTMENT", signed: false },
      ],
    });
    expect(accusations.map(({ respondent, offence }) => [respondent, offence])).toEqual([
      ["430105-COMMERCE", "FAILURE_TO_REPORT"],
      ["430105-CITY-INVESTMENT", "FAILURE_TO_REPORT"],
    ]);
  });
});

describe("proposing an entry (KF-17)", () => {
  const { FAILURE_TO_WHISTLE, MISUSE, INACTION, FAILURE_TO_REPORT } = Offence;
  const ticket = "430105-20190920-000001";
  it.each([
    [
      "有哨不吹, of a community, on a ticket",
      { offence: FAILURE_TO_WHISTLE, respondent: "430105010003", ticket },
      kaifu.performanceOffice,
      "ACCEPTED",
    ],
    [
      "有哨不吹, of a sub-district, on a ticket",
      { offence: FAILURE_TO_WHISTLE, respondent: "430105010", ticket },
      kaifu.dispatcher,
      "ACCEPTED",
    ],
    [
      "有哨不吹, without the ticket",
      { offence: FAILURE_TO_WHISTLE, respondent: "430105010" },
      kaifu.dispatcher,
      "EVIDENCE_REQUIRED",
    ],
    [
      "有哨不吹, of a department",
      { offence: FAILURE_TO_WHISTLE, respondent: market, ticket },
      kaifu.dispatcher,
      "OFFENCE_NOT_OF_UNIT",
    ],
    [
      "乱吹哨, by a called department",
      { offence: MISUSE, respondent: "430105010" },
      kaifu.market,
      "ACCEPTED",
    ],
    [
      "乱吹哨, without the whistle",
      { offence: MISUSE, respondent: "430105010", whistle: undefined },
      kaifu.market,
      "EVIDENCE_REQUIRED",
    ],
    ["报到不作为, by the blower", { offence: INACTION }, kaifu.streetLeader, "ACCEPTED"],
    [
      "不报到, on a ticket alone",
      { offence: FAILURE_TO_REPORT, whistle: undefined, ticket },
      kaifu.streetLeader,
      "EVIDENCE_REQUIRED",
    ],
    ["by a resident", {}, kaifu.resident, "FORBIDDEN"],
    ["by another district", {}, pingguDispatcher, "FORBIDDEN"],
    [
      "on another district's whistle",
      { whistle: "110117-W-20190926-0001", division: "110117005001" },
      kaifu.streetLeader,
      "EVIDENCE_OF_ANOTHER_DISTRICT",
    ],
    [
      "on another district's ticket beside the whistle",
      { ticket: "110117-20190926-000001" },
      kaifu.streetLeader,
      "EVIDENCE_OF_ANOTHER_DISTRICT",
    ],
    ["without grounds", { grounds: " " }, kaifu.streetLeader, "BAD_INPUT"],
  ])("KF-17: %s", (_case, change, principal, expected) => {
    expect(
      outcome(() => proposeNegativeListEntry({ ...accusation, ...change }, { principal, at: proposedAt })),
    ).toBe(expected);
  });
});

describe("the respondent's statement (KF-17)", () => {
  const { PROPOSED, STATED, UPHELD, DISMISSED } = NegativeListState;
  const late = new Date("2019-12-01T10:00:00+08:00");
  it.each([
    ["by the respondent", PROPOSED, kaifu.market, "ACCEPTED"],
    ["by another department", PROPOSED, kaifu.commerce, "FORBIDDEN"],
    ["by the proposer", PROPOSED, kaifu.streetLeader, "FORBIDDEN"],
    ["a second time", STATED, kaifu.market, "NEGATIVE_ENTRY_ILLEGAL_MOVE"],
    ["once upheld", UPHELD, kaifu.market, "NEGATIVE_ENTRY_ILLEGAL_MOVE"],
    ["once dismissed", DISMISSED, kaifu.market, "NEGATIVE_ENTRY_ILLEGAL_MOVE"],
  ])("KF-17: %s", (_case, state, principal, expected) => {
    const move = () =>
      stateOnNegativeListEntry(entry({ state }), "当日已派人到场。", { principal, at: late });
    expect(outcome(move)).toBe(expected);
  });

  it("KF-17: may take five working days, across the National Day holiday until the end of 10 October", () => {
    // Thursday 26 September; Sunday the 29th was worked, 1 to 7 October were off.
    expect(statementDeadline(entry())).toEqual(new Date("2019-10-10T00:00:00+08:00"));
  });
});

describe("the decision (KF-17)", () => {
  const { PROPOSED, STATED, UPHELD } = NegativeListState;
  const inTime = new Date("2019-10-09T23:59:59+08:00");
  const over = new Date("2019-10-10T00:00:00+08:00");
  const upheld = { upheld: true, grounds: "核查属实。", consequence: "区内通报批评" };
  const dismissed = { upheld: false, grounds: "已在路上，因道路中断迟到。" };
  it.each<[string, NegativeListState, object, Principal, Date, string]>([
    ["after the statement", STATED, upheld, kaifu.performanceOffice, inTime, "ACCEPTED"],
    ["against the accusation", STATED, dismissed, kaifu.performanceOffice, inTime, "ACCEPTED"],
    [
      "while the respondent may still state its case",
      PROPOSED,
      upheld,
      kaifu.performanceOffice,
      inTime,
      "STATEMENT_STILL_OPEN",
    ],
    ["once the time for a statement is over", PROPOSED, upheld, kaifu.performanceOffice, over, "ACCEPTED"],
    ["by the respondent", STATED, dismissed, kaifu.market, over, "FORBIDDEN"],
    ["by the proposer", STATED, upheld, kaifu.streetLeader, over, "FORBIDDEN"],
    ["a second time", UPHELD, dismissed, kaifu.performanceOffice, over, "NEGATIVE_ENTRY_ILLEGAL_MOVE"],
    [
      "upheld without consequence",
      STATED,
      { ...upheld, consequence: " " },
      kaifu.performanceOffice,
      over,
      "CONSEQUENCE_REQUIRED",
    ],
    [
      "dismissed with a consequence",
      STATED,
      { ...dismissed, consequence: "约谈" },
      kaifu.performanceOffice,
      over,
      "CONSEQUENCE_REQUIRED",
    ],
    ["without grounds", STATED, { ...dismissed, grounds: "" }, kaifu.performanceOffice, over, "BAD_INPUT"],
  ])("KF-17: %s", (_case, state, decision, principal, at, expected) => {
    const stated = state === PROPOSED ? {} : { statement: "已到场。", statedAt: proposedAt };
    const move = () =>
      decideNegativeListEntry(entry({ state, ...stated }), decision as typeof upheld, { principal, at });
    expect(outcome(move)).toBe(expected);
  });
});
