import type { Actor } from "../../../shared/move.ts";
import { districtOf } from "../../../shared/principal.ts";
import { type CalledUnit, participantOf } from "../call.ts";
import { clocksAfter, clocksOf, metAt, ranOut } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import {
  called,
  changed,
  type Dossier,
  isContested,
  replacing,
  requireCalled,
  requireState,
  requireText,
  stateOf,
  type WhistleMove,
  whoIs,
} from "../whistle.lifecycle.ts";
import type { Whistle } from "../whistle.ts";
import { DisputeDecision, type WhistleParticipant, WhistleRole } from "../whistle-participant.ts";
import { DutyRuling } from "./duty-ruling.ts";

/** 提出争议: a called unit contests that it is its duty. The clocks run on: whoever is let go is late for nothing. */
export function disputeWhistle(dossier: Dossier, reason: string, actor: Actor): WhistleMove {
  const { whistle, participants } = dossier;
  requireState(whistle, "dispute");
  const participant = requireCalled(dossier, actor);
  const { number } = whistle;
  const unit = participant.unitCode;
  const done = participant.measuresAt ?? participant.disputedAt;
  if (done)
    throw refuse("WHISTLE_STEP_DONE", {
      number,
      unit,
      move: "dispute",
      done: done.toISOString(),
      moves: participant.measuresAt ? ["resolve"] : [],
    });
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
    ? clocksOf(whistle, kind, rules, at, {
        participants: after,
        unitHours: dossier.unitHours,
        paused,
      }).filter(({ step, ordinal }) =>
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
