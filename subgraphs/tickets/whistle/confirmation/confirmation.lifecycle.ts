import type { Actor } from "../../../shared/move.ts";
import { Post } from "../../../shared/principal.ts";
import { forbidden } from "../../../shared/refusal.ts";
import { clocksAfter, stopped } from "../whistle.deadline.ts";
import {
  called,
  changed,
  type Dossier,
  isCentre,
  notTheCentre,
  replacing,
  requireBlower,
  requireState,
  requireText,
  stateOf,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { commandCentreOf } from "../whistle-options.ts";
import { WhistleRole } from "../whistle-participant.ts";
import { WhistleState as S } from "../whistle-state.ts";

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

/** 评价完毕: the evaluation has grades for every responding unit (KF-15). Only it can say so. */
export function markEvaluated({ whistle }: Dossier, { principal, at }: Actor): WhistleMove {
  requireState(whistle, "evaluate");
  if (principal.post !== Post.SERVICE) {
    throw forbidden("KF-15", principal, {
      en: "a whistle is evaluated by the evaluation system",
      zh: "哨评结果由考评系统写入",
      posts: [Post.SERVICE],
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
