import type { Actor } from "../../../shared/move.ts";
import { coversDivision } from "../../../shared/principal.ts";
import { clocksOf } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import {
  changed,
  type Dossier,
  requireState,
  requireText,
  type WhistleMove,
  whoIs,
} from "../whistle.lifecycle.ts";
import { WhistleState as S } from "../whistle-state.ts";

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
    clocks: clocksOf(whistle, kind, rules, at, dossier),
    blown: true,
  };
}
