import type { Actor } from "../../../shared/move.ts";
import type { WhistleKindRules } from "../profile/whistle-profile.schema.ts";
import { clocksAfter } from "../whistle.deadline.ts";
import {
  called,
  changed,
  type Dossier,
  isContested,
  legalFrom,
  replacing,
  stateOf,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { type WhistleParticipant, WhistleRole } from "../whistle-participant.ts";
import type { WhistleState } from "../whistle-state.ts";

/** Whether a whistle of the kind calls mediators: what it is about is mediated (GZ-15). */
export const callsMediators = ({ assembly }: Pick<WhistleKindRules, "assembly">): boolean =>
  assembly.some(({ group }) => group === "MEDIATORS");

const isLegal = (states: readonly WhistleState[], { whistle }: Dossier): boolean =>
  states.includes(whistle.state);

const withSteps = (
  { participants, clocks }: Dossier,
  moved: WhistleParticipant,
): Pick<WhistleMove, "participants" | "clocks"> & { state: WhistleState } => {
  const after = replacing(participants, [moved]);
  return { state: stateOf(after), participants: [moved], clocks: clocksAfter(clocks, after) };
};

/**
 * 到场即报到: a called unit whose mediator checks in where the parties are has reported for the whistle too (GZ-16). Null
 * where that changes nothing.
 */
export function reportToMediate(
  dossier: Dossier,
  { longitude, latitude }: { readonly longitude: number | null; readonly latitude: number | null },
  { principal, at }: Actor,
): WhistleMove | null {
  const { participants } = dossier;
  const unit = called(participants).find(({ unitCode }) => unitCode === principal.unit);
  if (!isLegal(legalFrom.arrive, dossier) || !unit || unit.arrivedAt || isContested(unit)) return null;
  const arrived = changed(unit, {
    signedAt: unit.signedAt ?? at,
    signedBy: unit.signedBy ?? principal.id,
    arrivedAt: at,
    arrivalLongitude: longitude,
    arrivalLatitude: latitude,
  });
  const { state, ...rows } = withSteps(dossier, arrived);
  const first = participants.every(({ arrivedAt }) => arrivedAt === null);
  return {
    change: { state },
    kind: "WHISTLE_ARRIVED",
    payload: { unit: unit.unitCode },
    ...rows,
    ...(first && { tickets: "ARRIVED" }),
  };
}

export interface Sitting {
  /** Which mediation of the ticket, and which sitting of that. */
  readonly turn: number;
  readonly ordinal: number;
  /** What came of it for the whistle; null while the parties sit again, or a level above mediates anew. */
  readonly result: "AGREED" | "NOT_AGREED" | null;
}

const resultsZh = {
  AGREED: "当事人经调解达成协议",
  NOT_AGREED: "各级调解不成，已告知当事人诉讼、仲裁等途径",
} as const;

/**
 * 调解结果: a sitting is what the lead does about a dispute. Its end resolves the whistle: an agreement, or that no level
 * is left to mediate; who called confirms it as any other. Null where that changes nothing.
 */
export function sitForWhistle(
  dossier: Dossier,
  { turn, ordinal, result }: Sitting,
  { principal, at }: Actor,
): WhistleMove | null {
  const lead = called(dossier.participants).find(({ role }) => role === WhistleRole.LEAD);
  if (!isLegal(legalFrom.resolve, dossier) || !lead || lead.resolvedAt || isContested(lead)) return null;
  if (!result && lead.measuresAt) return null;
  const sat = changed(lead, {
    signedAt: lead.signedAt ?? at,
    signedBy: lead.signedBy ?? principal.id,
    arrivedAt: lead.arrivedAt ?? at,
    measuresAt: lead.measuresAt ?? at,
    measures: lead.measures ?? `组织调解（第 ${turn} 次调解，第 ${ordinal} 次调解会）`,
    ...(result && { resolvedAt: at, result: resultsZh[result] }),
  });
  const { state, ...rows } = withSteps(dossier, sat);
  return {
    change: { state, ...(result && { resolvedAt: at }) },
    kind: result ? "WHISTLE_RESOLVED" : "WHISTLE_MEASURES_ISSUED",
    payload: { unit: lead.unitCode, mediation: turn, sitting: ordinal },
    ...rows,
  };
}
