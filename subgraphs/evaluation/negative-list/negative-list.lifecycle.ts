import { dayOf, dueAt } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import { isOfficial, speaksFor } from "../visibility.ts";
import { NegativeListEntry, NegativeListState, Offence } from "./negative-list-entry.ts";

const from = {
  state: [NegativeListState.PROPOSED],
  decide: [NegativeListState.PROPOSED, NegativeListState.STATED],
} as const satisfies Record<string, readonly NegativeListState[]>;

function requireState(entry: NegativeListEntry, move: keyof typeof from): void {
  const allowed: readonly NegativeListState[] = from[move];
  if (allowed.includes(entry.state)) return;
  throw refuse("NEGATIVE_ENTRY_ILLEGAL_MOVE", {
    number: entry.number,
    state: entry.state,
    move,
    states: allowed,
    moves: movesFrom<keyof typeof from, NegativeListState>(from, entry.state),
  });
}

/** What is held against a unit, and on what evidence. */
export interface Accusation {
  readonly offence: Offence;
  readonly respondent: string;
  /** Where it happened: the division of the whistle or ticket. */
  readonly division: string;
  readonly grounds: string;
  readonly whistle?: string | undefined;
  readonly ticket?: string | undefined;
  readonly clock?: string | undefined;
  readonly dueAt?: Date | undefined;
}

/** What a proposal needs besides the accusation: decided by the store inside the transaction. */
export interface Registration {
  readonly number: string;
  readonly statementWorkingDays: number;
}

/** A whistle that ran over a clock, as the tickets subgraph tells it. */
export interface OverdueWhistle {
  readonly number: string;
  readonly division: string;
  readonly clock: string;
  readonly dueAt: Date;
  readonly late: readonly { readonly unit: string; readonly signed: boolean }[];
}

/** Clocks of a whistle (时限环节) as people call them: grounds are read by the unit they are held against. */
const clockNames: Readonly<Record<string, string>> = {
  SIGN: "签收",
  ARRIVE: "报到",
  MEASURES: "提出解决措施",
  RESOLVE: "办结",
  CHECKPOINT: "一三五七节点",
};

/** KF-17: not reporting is held against the late units that did not even sign; against the others nothing. */
export const accusationsFromOverdue = ({
  number,
  division,
  clock,
  dueAt,
  late,
}: OverdueWhistle): Accusation[] =>
  late
    .filter(({ signed }) => !signed)
    .map(({ unit }) => ({
      offence: Offence.FAILURE_TO_REPORT,
      respondent: unit,
      division,
      grounds: `哨 ${number} 的${clockNames[clock] ?? clock}时限届满，该单位未签收、未报到。`,
      whistle: number,
      clock,
      dueAt,
    }));

/** A whistle ruled 乱吹哨 is held against its blower; why, the whistle itself says (`endReason`). */
export const accusationFromMisuse = ({
  number,
  division,
  blower,
}: {
  readonly number: string;
  readonly division: string;
  readonly blower: string;
}): Accusation => ({
  offence: Offence.MISUSE,
  respondent: blower,
  division,
  grounds: `哨 ${number} 被认定为乱吹哨，理由见该哨。`,
  whistle: number,
});

/** Enters an accusation on the list. It only proposes: a person decides, having heard the respondent (KF-17). */
export function enter(
  { respondent, division, grounds, ...evidence }: Accusation,
  { number, statementWorkingDays }: Registration,
  { principal, at }: Actor,
): NegativeListEntry {
  return Object.assign(new NegativeListEntry(), {
    districtCode: districtOf(number),
    number,
    state: NegativeListState.PROPOSED,
    offence: evidence.offence,
    respondentUnitCode: respondent,
    divisionCode: division,
    whistleNumber: evidence.whistle ?? null,
    ticketNumber: evidence.ticket ?? null,
    clock: evidence.clock ?? null,
    dueAt: evidence.dueAt ?? null,
    grounds,
    proposedAt: at,
    proposerPost: principal.post,
    proposerUnitCode: principal.post === Post.SERVICE ? null : principal.unit,
    statementWorkingDays,
    statement: null,
    statedAt: null,
    decisionGrounds: null,
    consequence: null,
    decidedAt: null,
    year: Number(dayOf(at).slice(0, 4)),
    version: 1,
  });
}

/**
 * 提出: an official of the district accuses a unit, on evidence (KF-17). Judged by the numbers alone, so before anybody says
 * whether the evidence exists: a number begins with its district.
 */
export function proposeNegativeListEntry<Proposed extends Omit<Accusation, "division">>(
  accusation: Proposed,
  { principal }: Actor,
): Proposed {
  const { offence, respondent, whistle, ticket } = accusation;
  if (!isOfficial(principal) || districtOf(principal.division) !== districtOf(respondent)) {
    throw forbidden("KF-17", principal, {
      en: `entries against ${respondent} are proposed by officials of its district`,
      zh: `对 ${respondent} 的负面清单条目由本区工作人员提出`,
    });
  }
  const foreign = [whistle, ticket].find(
    (each) => each !== undefined && districtOf(each) !== districtOf(respondent),
  );
  if (foreign) throw refuse("EVIDENCE_OF_ANOTHER_DISTRICT", { evidence: foreign, unit: respondent });
  const isTerritorial = /^\d{9}(\d{3})?$/.test(respondent);
  if (offence === Offence.FAILURE_TO_WHISTLE) {
    if (!isTerritorial) throw refuse("OFFENCE_NOT_OF_UNIT", { offence, unit: respondent });
    if (!ticket) {
      throw refuse("EVIDENCE_REQUIRED", {
        offence,
        needed: "the ticket that called for a whistle",
        neededZh: "应吹哨的工单",
      });
    }
  } else if (!whistle) {
    throw refuse("EVIDENCE_REQUIRED", { offence, needed: "the whistle", neededZh: "相应的哨" });
  }
  return { ...accusation, grounds: requireText("grounds", accusation.grounds) };
}

/** Until when the respondent may take its time; computed anew, since the calendar of a coming year is known late. */
export const statementDeadline = ({ proposedAt, statementWorkingDays }: NegativeListEntry): Date =>
  dueAt(proposedAt, { amount: statementWorkingDays, unit: "WORKING_DAYS" });

/** 陈述申辩: the respondent is heard, as long as nothing is decided (KF-17). */
export function stateOnNegativeListEntry(
  entry: NegativeListEntry,
  statement: string,
  { principal, at }: Actor,
): Move<NegativeListEntry> {
  if (!speaksFor(principal, entry.respondentUnitCode)) {
    throw forbidden("KF-17", principal, {
      en: `only ${entry.respondentUnitCode} states its case on entry ${entry.number}`,
      zh: `条目 ${entry.number} 只能由 ${entry.respondentUnitCode} 陈述申辩`,
      units: [entry.respondentUnitCode],
    });
  }
  requireState(entry, "state");
  return {
    change: {
      state: NegativeListState.STATED,
      statement: requireText("statement", statement),
      statedAt: at,
    },
    kind: "NEGATIVE_LIST_STATED",
    payload: outline(entry),
  };
}

export interface Decision {
  readonly upheld: boolean;
  readonly grounds: string;
  readonly consequence?: string | undefined;
}

/** 认定: a person of the performance office decides, after the statement or the time for it (KF-17). */
export function decideNegativeListEntry(
  entry: NegativeListEntry,
  { upheld, grounds, consequence }: Decision,
  { principal, at }: Actor,
): Move<NegativeListEntry> {
  if (principal.post !== Post.PERFORMANCE_OFFICE || !coversDivision(principal, entry.divisionCode)) {
    throw forbidden("KF-17", principal, {
      en: "the negative list is decided by the district's performance office",
      zh: "负面清单由区绩效办认定",
      posts: [Post.PERFORMANCE_OFFICE],
    });
  }
  requireState(entry, "decide");
  if (entry.state === NegativeListState.PROPOSED) {
    const deadline = statementDeadline(entry);
    if (at < deadline) {
      throw refuse("STATEMENT_STILL_OPEN", {
        number: entry.number,
        unit: entry.respondentUnitCode,
        deadline: deadline.toISOString(),
      });
    }
  }
  if (upheld === !consequence?.trim()) throw refuse("CONSEQUENCE_REQUIRED");
  return {
    change: {
      state: upheld ? NegativeListState.UPHELD : NegativeListState.DISMISSED,
      decisionGrounds: requireText("grounds", grounds),
      consequence: consequence ? requireText("consequence", consequence) : null,
      decidedAt: at,
    },
    kind: "NEGATIVE_LIST_DECIDED",
    payload: { ...outline(entry), upheld },
  };
}

/** What the feed tells of an entry: codes and numbers, no words about anybody. */
export const outline = ({ respondentUnitCode, offence, whistleNumber, ticketNumber }: NegativeListEntry) => ({
  unit: respondentUnitCode,
  offence,
  evidence: { whistle: whistleNumber, ticket: ticketNumber },
});

function requireText(field: string, text: string): string {
  const words = text.trim();
  if (words !== "" && words.length <= 2000) return words;
  throw refuseShared("BAD_INPUT", {
    field,
    problem: "give 1 to 2,000 characters",
    problemZh: "须为 1 至 2000 字",
  });
}
