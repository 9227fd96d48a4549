import type { WorkingHours } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { coversDivision, districtOf, Post, type Principal } from "../../shared/principal.ts";
import { actsByContract, type CalledUnit } from "./call.ts";
import { DutyRuling } from "./duty-ruling/duty-ruling.ts";
import type { WhistleExtension } from "./extension/whistle-extension.ts";
import type { WhistlePause } from "./pause/whistle-pause.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import { TaskForce, type TaskForceDuty } from "./task-force.ts";
import { clocksAfter, clocksFrom, metAt, ranOut, unitOf } from "./whistle.deadline.ts";
import { refuse } from "./whistle.errors.ts";
import type { Whistle } from "./whistle.ts";
import { ClockStep, WhistleClock } from "./whistle-clock.ts";
import { commandCentreOf, isBlower, kindDetails } from "./whistle-options.ts";
import { DisputeDecision, WhistleParticipant, WhistleRole } from "./whistle-participant.ts";
import { atWork, open, WhistleState as S } from "./whistle-state.ts";

/** A whistle with everything its moves are judged by, under the profile version it was blown under. */
export interface Dossier {
  readonly whistle: Whistle;
  readonly participants: readonly WhistleParticipant[];
  readonly clocks: readonly WhistleClock[];
  readonly taskForce: TaskForce | null;
  readonly pauses: readonly WhistlePause[];
  readonly extensions: readonly WhistleExtension[];
  /** Office hours in force of those units of the district that have their own. */
  readonly unitHours: ReadonlyMap<string, WorkingHours>;
  readonly rules: WhistleRules;
  readonly kind: WhistleKindRules;
}

/** A move of a whistle, with the rows of its parts that change along and what it means for the tickets behind it. */
export interface WhistleMove extends Move<Whistle> {
  readonly participants?: readonly WhistleParticipant[];
  readonly clocks?: readonly WhistleClock[];
  readonly taskForce?: TaskForce;
  readonly pause?: WhistlePause;
  readonly extension?: WhistleExtension;
  readonly dutyRuling?: DutyRuling;
  /** The whistle now calls: it is filed with whom its kind says, in the same moment. */
  readonly blown?: true;
  readonly tickets?: "ARRIVED" | "RESUMED";
}

const answering = [...atWork, S.RESOLVED] as const;

/** From which states a move is legal. Illegal moves are refused here and nowhere else. */
export const legalFrom = {
  screen: [S.DRAFT],
  sign: answering,
  arrive: answering,
  issueMeasures: answering,
  resolve: answering,
  formTaskForce: atWork,
  recordCheckpoint: answering,
  pause: atWork,
  resume: atWork,
  askExtension: atWork,
  decideExtension: answering,
  place: [...open, S.CONFIRMED, S.EVALUATED],
  dispute: [S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  decideDispute: [S.DISPUTED],
  confirm: [S.RESOLVED],
  withdraw: [S.DRAFT, S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  ruleMisuse: answering,
  raise: [...answering, S.CONFIRMED, S.EVALUATED, S.CLOSED],
  evaluate: [S.CONFIRMED],
  close: [S.EVALUATED],
} as const satisfies Record<string, readonly S[]>;

export type WhistleMoveName = keyof typeof legalFrom;

export function requireState({ number, state }: Whistle, move: WhistleMoveName): void {
  const allowed: readonly S[] = legalFrom[move];
  if (!allowed.includes(state)) {
    throw refuse("WHISTLE_ILLEGAL_MOVE", { number, state, move, allowed: allowed.join(", ") });
  }
}

const whoIs = ({ post, unit }: Principal) => ({ post, unit });

const maximumText = 4_000;

/** A text somebody must give, as it is kept. */
export function requireText(field: string, text: string): string {
  const kept = text.trim();
  if (kept.length === 0 || kept.length > maximumText)
    throw refuse("WHISTLE_TEXT", { field, maximum: maximumText });
  return kept;
}

export const requireBlower = (
  { whistle, kind }: Dossier,
  move: WhistleMoveName,
  { principal }: Actor,
): void => {
  if (isBlower(whistle, kind, principal)) return;
  const blower = whistle.blowerUnitCode;
  throw refuse("WHISTLE_NOT_THE_BLOWER", { ...whoIs(principal), number: whistle.number, blower, move });
};

export const isCentre = ({ districtCode }: Whistle, { post, division }: Principal): boolean =>
  post === Post.CENTRE_DISPATCHER && districtOf(division) === districtCode;

/** The units called and not let go. */
export const called = (participants: readonly WhistleParticipant[]): WhistleParticipant[] =>
  participants.filter(({ releasedAt }) => releasedAt === null);

const isContested = ({ disputedAt, disputeDecision }: WhistleParticipant): boolean =>
  disputedAt !== null && disputeDecision === null;

/**
 * Where the units' steps put a whistle: where its lead stands, who answers for the whole. Assisting units' steps are
 * recorded and graded, but a single idle one does not hold up the rest. A contested duty stands before all.
 */
export function stateOf(participants: readonly WhistleParticipant[]): S {
  const units = called(participants);
  if (units.some(isContested)) return S.DISPUTED;
  const lead = units.find(({ role }) => role === WhistleRole.LEAD);
  if (lead?.resolvedAt) return S.RESOLVED;
  if (lead?.measuresAt) return S.MEASURES_ISSUED;
  if (lead?.arrivedAt) return S.ARRIVED;
  return lead?.signedAt ? S.SIGNED : S.BLOWN;
}

const changed = (participant: WhistleParticipant, change: Partial<WhistleParticipant>): WhistleParticipant =>
  Object.assign(new WhistleParticipant(), participant, change);

const replacing = (
  all: readonly WhistleParticipant[],
  rows: readonly WhistleParticipant[],
): WhistleParticipant[] => [
  ...all.map((each) => rows.find(({ unitCode }) => unitCode === each.unitCode) ?? each),
  ...rows.filter(({ unitCode }) => !all.some((each) => each.unitCode === unitCode)),
];

/** The participant the actor acts for, if the whistle calls its unit and the actor is one who answers for it. */
export function requireCalled(
  { whistle, participants, kind }: Dossier,
  { principal }: Actor,
): WhistleParticipant {
  const { number, divisionCode } = whistle;
  const units = called(participants);
  const participant = units.find(({ unitCode }) => unitCode === principal.unit);
  if (!participant) {
    const names = units.map(({ unitCode }) => unitCode).join(", ");
    throw refuse("WHISTLE_NOT_CALLED", { ...whoIs(principal), number, called: names });
  }
  if (!kind.answeredBy.some((post) => post === principal.post)) {
    const answerers = kind.answeredBy.join(", ");
    throw refuse("WHISTLE_WRONG_RESPONDER", { ...whoIs(principal), ...kindDetails(kind), answerers });
  }
  if (!divisionCode.startsWith(principal.division) && !principal.division.startsWith(divisionCode)) {
    throw refuse("WHISTLE_OTHER_AREA", { own: principal.division, number, division: divisionCode });
  }
  return participant;
}

/** A called unit's steps, in order: each needs the one before and is done once. Of two clerks the second is told. */
const steps = {
  sign: "signedAt",
  arrive: "arrivedAt",
  issueMeasures: "measuresAt",
  resolve: "resolvedAt",
} as const;
type Step = keyof typeof steps;

function step(
  dossier: Dossier,
  move: Step,
  kind: string,
  change: Partial<WhistleParticipant>,
  actor: Actor,
): WhistleMove {
  const { whistle, participants, clocks } = dossier;
  requireState(whistle, move);
  const participant = requireCalled(dossier, actor);
  const { number } = whistle;
  const unit = participant.unitCode;
  if (isContested(participant)) throw refuse("WHISTLE_DUTY_CONTESTED", { number, unit });
  const done = participant[steps[move]];
  if (done) throw refuse("WHISTLE_STEP_DONE", { number, unit, move, done: done.toISOString() });
  const order = Object.keys(steps) as Step[];
  const needed = order[order.indexOf(move) - 1];
  if (needed && !participant[steps[needed]])
    throw refuse("WHISTLE_STEP_SKIPPED", { number, unit, move, needed });

  const moved = changed(participant, { ...change, [steps[move]]: actor.at });
  const after = replacing(participants, [moved]);
  return {
    change: { state: stateOf(after) },
    kind,
    payload: { unit },
    participants: [moved],
    clocks: clocksAfter(clocks, after),
  };
}

/** 签收: a called unit takes receipt. */
export const signWhistle = (dossier: Dossier, actor: Actor): WhistleMove =>
  step(dossier, "sign", "WHISTLE_SIGNED", { signedBy: actor.principal.id }, actor);

export interface CheckIn {
  readonly note: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** 报到: a called unit checks in on the scene (GZ-16). The first to arrive brings the tickets into that step. */
export function arriveWhistle(
  dossier: Dossier,
  { note, longitude, latitude }: CheckIn,
  actor: Actor,
): WhistleMove {
  const change = { arrivalNote: note, arrivalLongitude: longitude, arrivalLatitude: latitude };
  const move = step(dossier, "arrive", "WHISTLE_ARRIVED", change, actor);
  if (dossier.kind.requires.checkIn && longitude === null) {
    const { number } = dossier.whistle;
    throw refuse("WHISTLE_NEEDS_POSITION", { ...kindDetails(dossier.kind), number });
  }
  const first = dossier.participants.every(({ arrivedAt }) => arrivedAt === null);
  return first ? { ...move, tickets: "ARRIVED" } : move;
}

/** 提出措施: the lead's are the joint ones and move the whistle (KF-10). */
export const issueMeasures = (dossier: Dossier, measures: string, actor: Actor): WhistleMove =>
  step(
    dossier,
    "issueMeasures",
    "WHISTLE_MEASURES_ISSUED",
    { measures: requireText("measures", measures) },
    actor,
  );

/** 办结: a unit reports its result; the lead's report is that of the whole, so its kind of work must have been set up. */
export function resolveWhistle(dossier: Dossier, result: string, actor: Actor): WhistleMove {
  const { whistle, taskForce, kind } = dossier;
  const move = step(
    dossier,
    "resolve",
    "WHISTLE_UNIT_RESOLVED",
    { result: requireText("result", result) },
    actor,
  );
  const [participant] = move.participants ?? [];
  if (participant?.role !== WhistleRole.LEAD) return move;
  const { number, theme } = whistle;
  if (theme && kind.taskForceFor.includes(theme) && !taskForce) {
    throw refuse("WHISTLE_NO_TASK_FORCE", { number, theme });
  }
  return { ...move, change: { ...move.change, resolvedAt: actor.at }, kind: "WHISTLE_RESOLVED" };
}

/** 筛选: lets a resident's whistle through, which then is blown, or does not, with the reason (PG-9, PG-14). */
export function screenWhistle(
  dossier: Dossier,
  { dismissedBecause }: { dismissedBecause: string | null },
  actor: Actor,
): WhistleMove {
  const { whistle, participants, kind, rules } = dossier;
  requireState(whistle, "screen");
  const { principal, at } = actor;
  const screens = kind.screenedBy.some((post) => post === principal.post);
  if (!screens || !coversDivision(principal, whistle.divisionCode)) {
    const details = { ...whoIs(principal), number: whistle.number, screeners: kind.screenedBy.join(", ") };
    throw refuse("WHISTLE_NOT_SCREENER", details);
  }
  if (dismissedBecause !== null) {
    const endReason = requireText("dismissedBecause", dismissedBecause);
    const change = { state: S.WITHDRAWN, endedAt: at, endReason };
    return { change, kind: "WHISTLE_DISMISSED", tickets: "RESUMED" };
  }
  return {
    change: { state: S.BLOWN, blownAt: at },
    kind: "WHISTLE_BLOWN",
    participants: participants.map((each) => changed(each, { calledAt: at })),
    clocks: clocksOf(whistle, kind, rules, at, { hours: hoursOfLead(participants, dossier.unitHours) }),
    blown: true,
  };
}

/** By whose office hours a whistle's clocks are counted: its lead's, where it has its own (GZ-16). */
export const hoursOfLead = (
  participants: readonly WhistleParticipant[],
  unitHours: ReadonlyMap<string, WorkingHours>,
): WorkingHours | undefined =>
  unitHours.get(called(participants).find(({ role }) => role === WhistleRole.LEAD)?.unitCode ?? "");

/** The clocks of a whistle that begins to call. */
export const clocksOf = (
  { districtCode, number }: Pick<Whistle, "districtCode" | "number">,
  kind: WhistleKindRules,
  rules: WhistleRules,
  at: Date,
  { hours, paused = false }: { hours?: WorkingHours | undefined; paused?: boolean } = {},
): WhistleClock[] =>
  clocksFrom(at, kind, rules, hours).map((due) =>
    Object.assign(new WhistleClock(), due, {
      districtCode,
      whistleNumber: number,
      metAt: null,
      stoppedAt: null,
      pausedAt: paused ? at : null,
      workingHours: unitOf(due, kind) === "WORKING_HOURS" ? (hours ?? null) : null,
      escalatedAt: null,
      escalatedTo: [],
      note: null,
    }),
  );

/** A unit as it is called, with who answers for it on that day and by what it is competent. */
export const participantOf = (
  { districtCode, number }: Pick<Whistle, "districtCode" | "number">,
  unit: CalledUnit,
  kind: WhistleKindRules,
  at: Date,
): WhistleParticipant =>
  Object.assign(new WhistleParticipant(), {
    districtCode,
    whistleNumber: number,
    unitCode: unit.unit,
    unitKind: unit.kind,
    role: unit.role,
    responderId: kind.calls === "RESPONDER" ? (unit.responder?.personId ?? null) : null,
    responderName: kind.calls === "RESPONDER" ? (unit.responder?.name ?? null) : null,
    chiefResponderId: unit.chief?.personId ?? null,
    chiefResponderName: unit.chief?.name ?? null,
    itemCode: unit.item ?? null,
    listId: unit.verdict?.listId ?? null,
    listVersion: unit.verdict?.listVersion ?? null,
    byContract: actsByContract(unit),
    calledAt: at,
    signedAt: null,
    signedBy: null,
    arrivedAt: null,
    arrivalNote: null,
    arrivalLongitude: null,
    arrivalLatitude: null,
    measuresAt: null,
    measures: null,
    resolvedAt: null,
    result: null,
    disputedAt: null,
    disputeReason: null,
    disputeDecision: null,
    disputeGrounds: null,
    releasedAt: null,
  });

/** The blower or the lead, who run the whistle together. */
export function requireAtWorkOnIt(dossier: Dossier, move: WhistleMoveName, actor: Actor): void {
  const { whistle, participants, kind } = dossier;
  const { principal } = actor;
  const lead = called(participants).find(({ role }) => role === WhistleRole.LEAD);
  const forLead =
    lead?.unitCode === principal.unit && kind.answeredBy.some((post) => post === principal.post);
  if (forLead || isBlower(whistle, kind, principal)) return;
  throw refuse("WHISTLE_NOT_AT_WORK_ON_IT", { ...whoIs(principal), number: whistle.number, move });
}

export interface TaskForcePlan {
  readonly duties: readonly TaskForceDuty[];
  readonly cause: string;
  readonly plan: string;
  readonly partySupervisor: string;
  readonly governmentSupervisor: string;
}

/** 成立专班: duties, cause and plan, and two supervisors are set down before the problem can be called solved (PG-11). */
export function formTaskForce(dossier: Dossier, plan: TaskForcePlan, actor: Actor): WhistleMove {
  const { whistle, participants, taskForce } = dossier;
  requireState(whistle, "formTaskForce");
  requireAtWorkOnIt(dossier, "formTaskForce", actor);
  const { districtCode, number, blowerUnitCode } = whistle;
  if (taskForce) throw refuse("WHISTLE_TASK_FORCE_EXISTS", { number });
  const named = plan.duties.map(({ unit }) => unit);
  const units = called(participants).map(({ unitCode }) => unitCode);
  const known = named.every((unit) => units.includes(unit) || unit === blowerUnitCode);
  if (!known || new Set(named).size < named.length || !units.every((unit) => named.includes(unit))) {
    throw refuse("WHISTLE_DUTIES_INCOMPLETE", { number, unit: blowerUnitCode });
  }
  const partySupervisor = requireText("partySupervisor", plan.partySupervisor);
  const governmentSupervisor = requireText("governmentSupervisor", plan.governmentSupervisor);
  if (partySupervisor === governmentSupervisor) {
    throw refuse("WHISTLE_ONE_SUPERVISOR", { supervisor: partySupervisor });
  }
  const formed = Object.assign(new TaskForce(), {
    districtCode,
    whistleNumber: number,
    formedAt: actor.at,
    duties: plan.duties.map(({ unit, duty }) => ({ unit, duty: requireText("duties.duty", duty) })),
    cause: requireText("cause", plan.cause),
    plan: requireText("plan", plan.plan),
    partySupervisor,
    governmentSupervisor,
  });
  return { change: {}, kind: "WHISTLE_TASK_FORCE_FORMED", payload: { units: named }, taskForce: formed };
}

/** 一三五七: where the work stands at a checkpoint (PG-12). */
export function recordCheckpoint(
  dossier: Dossier,
  { ordinal, note }: { ordinal: number; note: string },
  actor: Actor,
): WhistleMove {
  const { whistle, clocks } = dossier;
  requireState(whistle, "recordCheckpoint");
  requireAtWorkOnIt(dossier, "recordCheckpoint", actor);
  const { number } = whistle;
  const checkpoints = clocks.filter((clock) => clock.step === ClockStep.CHECKPOINT);
  const checkpoint = checkpoints.find((clock) => clock.ordinal === ordinal);
  if (!checkpoint)
    throw refuse("WHISTLE_NO_CHECKPOINT", { number, ordinal, checkpoints: checkpoints.length });
  if (checkpoint.metAt) {
    throw refuse("WHISTLE_CHECKPOINT_RECORDED", { number, ordinal, done: checkpoint.metAt.toISOString() });
  }
  const recorded = Object.assign(new WhistleClock(), checkpoint, {
    metAt: actor.at,
    note: requireText("note", note),
  });
  return { change: {}, kind: "WHISTLE_CHECKPOINT_RECORDED", payload: { ordinal }, clocks: [recorded] };
}

const placers: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
];

/** 补录网格: clears the error of a whistle without a grid (BJ-12). The blower does, or who answers for its place. */
export function placeWhistle({ whistle, kind }: Dossier, grid: string, { principal }: Actor): WhistleMove {
  requireState(whistle, "place");
  const { number, divisionCode } = whistle;
  const ofPlace = placers.includes(principal.post) && coversDivision(principal, divisionCode);
  if (!ofPlace && !isBlower(whistle, kind, principal)) {
    throw refuse("WHISTLE_NOT_THE_BLOWER", {
      ...whoIs(principal),
      number,
      blower: whistle.blowerUnitCode,
      move: "place",
    });
  }
  if (whistle.gridCode) throw refuse("WHISTLE_GRID_KNOWN", { number, grid: whistle.gridCode });
  if (!grid.startsWith(divisionCode))
    throw refuse("WHISTLE_GRID_ELSEWHERE", { grid, division: divisionCode });
  return { change: { gridCode: grid, noGridYet: false }, kind: "WHISTLE_PLACED", payload: { grid } };
}

/** 提出争议: a called unit contests that it is its duty. The clocks run on: whoever is let go is late for nothing. */
export function disputeWhistle(dossier: Dossier, reason: string, actor: Actor): WhistleMove {
  const { whistle, participants } = dossier;
  requireState(whistle, "dispute");
  const participant = requireCalled(dossier, actor);
  const { number } = whistle;
  const unit = participant.unitCode;
  const done = participant.measuresAt ?? participant.disputedAt;
  if (done) throw refuse("WHISTLE_STEP_DONE", { number, unit, move: "dispute", done: done.toISOString() });
  const contested = changed(participant, {
    disputedAt: actor.at,
    disputeReason: requireText("reason", reason),
  });
  return {
    change: { state: stateOf(replacing(participants, [contested])) },
    kind: "WHISTLE_DISPUTED",
    payload: { unit },
    participants: [contested],
  };
}

export interface Ruling {
  readonly unit: string;
  /** What the whistle is about, as far as it is known by now. */
  readonly matter: string | null;
  readonly decision: DisputeDecision;
  readonly grounds: string;
  /** Takes the place of a unit let go: already called, or called now. */
  readonly replacement: CalledUnit | null;
}

/**
 * 裁决: the arbiter says whose duty it is (PG-4). A unit newly called has its own time: the clocks it has still to meet
 * begin anew, for a limit binds only those who were told of it.
 */
export function decideDispute(dossier: Dossier, ruling: Ruling, actor: Actor): WhistleMove {
  const { whistle, participants, clocks, rules, kind } = dossier;
  requireState(whistle, "decideDispute");
  const { principal, at } = actor;
  const { number, districtCode } = whistle;
  if (
    !rules.arbiters.some((post) => post === principal.post) ||
    districtOf(principal.division) !== districtCode
  ) {
    const details = { ...whoIs(principal), district: districtCode, arbiters: rules.arbiters.join(", ") };
    throw refuse("WHISTLE_NOT_ARBITER", details);
  }
  const { unit, decision, replacement } = ruling;
  const contested = called(participants).find(({ unitCode }) => unitCode === unit);
  if (!contested || !isContested(contested)) throw refuse("WHISTLE_NOT_CONTESTED", { number, unit });
  if (replacement && decision === DisputeDecision.UPHELD)
    throw refuse("WHISTLE_REPLACEMENT_UNWANTED", { unit });

  const decided = changed(contested, {
    disputeDecision: decision,
    disputeGrounds: requireText("grounds", ruling.grounds),
    releasedAt: decision === DisputeDecision.RELEASED ? at : null,
  });
  const successor = replacement ? successorOf(dossier, contested, replacement, at) : [];
  const after = replacing(participants, [decided, ...successor]);
  requireQuorum(dossier, after, unit);

  // A clock that has run out is history: who was late for it stays late.
  const current = clocks.filter((clock) => !ranOut(clock, at));
  const isNew = successor.some(({ calledAt }) => calledAt === at);
  const paused = dossier.pauses.some(({ resumedAt }) => resumedAt === null);
  const restarted = isNew
    ? clocksOf(whistle, kind, rules, at, { paused, hours: hoursOfLead(after, dossier.unitHours) }).filter(
        ({ step, ordinal }) =>
          current.some((clock) => clock.step === step && ordinal === 0 && metAt(clock, after) === null),
      )
    : [];
  const restartedSteps = restarted.map(({ step }) => step);
  const kept = current.filter(({ step }) => !restartedSteps.includes(step));
  return {
    change: { state: stateOf(after) },
    kind: "WHISTLE_DISPUTE_DECIDED",
    payload: { unit, decision, replacement: replacement?.unit ?? null, restarted: restartedSteps },
    participants: [decided, ...successor],
    clocks: [...restarted, ...clocksAfter(kept, after)],
    dutyRuling: rulingOn(whistle, decided, ruling, actor),
  };
}

/** What is kept of a ruling for those who will contest the same duty. */
const rulingOn = (
  { districtCode, number, divisionCode, matterCode }: Whistle,
  { unitCode, role, disputeReason, disputeGrounds }: WhistleParticipant,
  { matter, decision, replacement }: Ruling,
  { principal, at }: Actor,
): DutyRuling =>
  Object.assign(new DutyRuling(), {
    districtCode,
    whistleNumber: number,
    unitCode,
    role,
    matterCode: matterCode ?? matter,
    divisionCode,
    reason: disputeReason,
    decision,
    grounds: disputeGrounds,
    responsibleUnitCode: decision === DisputeDecision.UPHELD ? unitCode : (replacement?.unit ?? null),
    arbiterPost: principal.post,
    arbiterUnitCode: principal.unit,
    decidedAt: at,
  });

function successorOf(
  { whistle, participants, kind }: Dossier,
  { role, unitCode }: WhistleParticipant,
  replacement: CalledUnit,
  at: Date,
): WhistleParticipant[] {
  const known = participants.find((each) => each.unitCode === replacement.unit);
  if (known?.releasedAt || known?.unitCode === unitCode)
    throw refuse("WHISTLE_UNIT_TWICE", { unit: replacement.unit });
  if (known && role !== WhistleRole.LEAD) throw refuse("WHISTLE_UNIT_TWICE", { unit: replacement.unit });
  return [known ? changed(known, { role }) : participantOf(whistle, { ...replacement, role }, kind, at)];
}

/** Whoever goes, the whistle keeps its lead and enough assisting units (KF-10). */
function requireQuorum(
  { whistle, kind }: Dossier,
  participants: readonly WhistleParticipant[],
  unit: string,
): void {
  const units = called(participants);
  const leads = units.filter(({ role }) => role === WhistleRole.LEAD).length;
  const lacking =
    leads === 1
      ? units.length - leads < kind.assisting.min
        ? "an assisting unit (协办)"
        : null
      : "a lead (牵头)";
  if (lacking) throw refuse("WHISTLE_NEEDS_REPLACEMENT", { number: whistle.number, unit, lacking });
}

export interface Confirmation {
  readonly solved: boolean;
  readonly note: string;
  readonly acceptedByDemander: boolean | null;
}

/**
 * 确认: who called says whether it is solved. Reported is not solved: what is not goes back to the lead. The payload tells
 * the evaluation whom to grade (KF-15).
 */
export function confirmWhistle(dossier: Dossier, confirmation: Confirmation, actor: Actor): WhistleMove {
  const { whistle, participants, kind, clocks } = dossier;
  requireState(whistle, "confirm");
  if (kind.confirmedBy === "BLOWER") requireBlower(dossier, "confirm", actor);
  else if (!isCentre(whistle, actor.principal)) throw notTheCentre(whistle, "confirm", actor.principal);
  const { solved, acceptedByDemander } = confirmation;
  const confirmationNote = requireText("note", confirmation.note);
  const units = called(participants);
  if (!solved || acceptedByDemander === false) {
    const again = units
      .filter(({ role }) => role === WhistleRole.LEAD)
      .map((lead) => changed(lead, { resolvedAt: null, result: null }));
    const after = replacing(participants, again);
    return {
      change: { state: stateOf(after), resolvedAt: null, confirmationNote, acceptedByDemander },
      kind: "WHISTLE_SENT_BACK",
      participants: again,
      clocks: clocksAfter(clocks, after),
    };
  }
  return {
    change: { state: S.CONFIRMED, confirmedAt: actor.at, confirmationNote, acceptedByDemander },
    kind: "WHISTLE_CONFIRMED",
    payload: {
      kind: whistle.kind,
      blower: whistle.blowerUnitCode,
      evaluator: evaluatorOf(dossier),
      division: whistle.divisionCode,
      participants: units.map(({ unitCode, role, signedAt, arrivedAt, measuresAt }) => ({
        unit: unitCode,
        role,
        signedAt,
        arrivedAt,
        measuresAt,
      })),
    },
    clocks: stopped(clocks, actor.at),
    tickets: "RESUMED",
  };
}

/** Who grades the called units: the blower, or the centre where the kind says so, as for a self-led whistle (PG-15). */
const evaluatorOf = ({ whistle, kind }: Dossier): string =>
  kind.evaluatedBy === "CENTRE" ? commandCentreOf(whistle.districtCode) : whistle.blowerUnitCode;

export const notTheCentre = ({ districtCode }: Whistle, move: WhistleMoveName, principal: Principal) =>
  refuse("WHISTLE_NOT_THE_CENTRE", { ...whoIs(principal), district: districtCode, move });

/** Clocks nobody has to meet any more. One that ran out before stays run out. */
const stopped = (clocks: readonly WhistleClock[], at: Date): WhistleClock[] =>
  clocks
    .filter(({ metAt, stoppedAt }) => metAt === null && stoppedAt === null)
    .map((clock) => Object.assign(new WhistleClock(), clock, { stoppedAt: at }));

/** 撤回: the blower takes it back while no measures are issued. */
export function withdrawWhistle(dossier: Dossier, reason: string, actor: Actor): WhistleMove {
  const { whistle, clocks } = dossier;
  requireState(whistle, "withdraw");
  requireBlower(dossier, "withdraw", actor);
  const endReason = requireText("reason", reason);
  return {
    change: { state: S.WITHDRAWN, endedAt: actor.at, endReason },
    kind: "WHISTLE_WITHDRAWN",
    clocks: stopped(clocks, actor.at),
    tickets: "RESUMED",
  };
}

/** 认定乱吹哨: blown without cause, e.g. for what the community can do by its own list (KF-17). Nobody is late for it. */
export function ruleMisuse(dossier: Dossier, reason: string, { principal, at }: Actor): WhistleMove {
  const { whistle, rules, clocks } = dossier;
  requireState(whistle, "ruleMisuse");
  const { kind, blowerUnitCode: blower, divisionCode: division, districtCode } = whistle;
  const rules_ = rules.misuseRuledBy.some((post) => post === principal.post);
  if (!rules_ || districtOf(principal.division) !== districtCode) {
    const rulers = rules.misuseRuledBy.join(", ");
    throw refuse("WHISTLE_NOT_RULING", { ...whoIs(principal), district: districtCode, rulers });
  }
  const endReason = requireText("reason", reason);
  return {
    change: { state: S.RULED_MISUSE, endedAt: at, endReason },
    kind: "WHISTLE_RULED_MISUSE",
    // The reason is a person's words and stays on the whistle: the log carries codes and numbers alone.
    payload: { kind, blower, division },
    clocks: stopped(clocks, at),
    tickets: "RESUMED",
  };
}

/**
 * 升级: the next level takes over (PG-8, ZY-15). A whistle still unsolved ends here and its clocks stop; one already
 * resolved keeps its state. Either way it stays readable under the one it was raised to.
 */
export function raiseWhistle(
  { whistle, clocks }: Dossier,
  { to, reason }: { to: string; reason: string },
  { at }: Actor,
): WhistleMove {
  requireState(whistle, "raise");
  const payload = { to };
  if (!(atWork as readonly S[]).includes(whistle.state))
    return { change: {}, kind: "WHISTLE_RAISED", payload };
  return {
    change: { state: S.CLOSED, endedAt: at, endReason: reason },
    kind: "WHISTLE_RAISED",
    payload,
    clocks: stopped(clocks, at),
  };
}

/** 评价完毕: the evaluation has grades for every responding unit (KF-15). Only it can say so. */
export function markEvaluated({ whistle }: Dossier, { principal, at }: Actor): WhistleMove {
  requireState(whistle, "evaluate");
  if (principal.post !== Post.SERVICE) {
    throw refuseShared("FORBIDDEN", {
      ...whoIs(principal),
      reason: "a whistle is evaluated by the evaluation system",
      reasonZh: "哨评结果由考评系统写入",
    });
  }
  return { change: { state: S.EVALUATED, evaluatedAt: at }, kind: "WHISTLE_EVALUATED" };
}

/** 办结归档: after the grades the blower, or the centre, closes it. */
export function closeWhistle(dossier: Dossier, actor: Actor): WhistleMove {
  const { whistle } = dossier;
  requireState(whistle, "close");
  if (!isCentre(whistle, actor.principal)) requireBlower(dossier, "close", actor);
  return { change: { state: S.CLOSED, endedAt: actor.at }, kind: "WHISTLE_CLOSED" };
}
