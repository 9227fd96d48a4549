import type { Actor } from "../../../shared/move.ts";
import { districtOf } from "../../../shared/principal.ts";
import { stopped } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import { type Dossier, requireState, requireText, type WhistleMove, whoIs } from "../whistle.lifecycle.ts";
import { WhistleState as S } from "../whistle-state.ts";

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
