import type { Actor } from "../../../shared/move.ts";
import { kindOf } from "../blow.ts";
import type { WhistleKindRules } from "../profile/whistle-profile.schema.ts";
import { stopped } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import { type Dossier, requireState, type WhistleMove } from "../whistle.lifecycle.ts";
import { kindDetails } from "../whistle-options.ts";
import { atWork, WhistleState as S } from "../whistle-state.ts";

/** Kinds that pass levels over, because they take a ticket judged urgent: the emergency rule of the profile. */
const passesOver = ({ requires }: WhistleKindRules): boolean => requires.urgency !== undefined;

/**
 * 逐级上呼: the kind a whistle is raised to. The next one up, unless the profile has one for emergencies that is of a
 * higher level; whether the ticket is urgent enough for it is judged where every whistle is (ZY-11, ZY-15).
 */
export function kindRaisedTo({ kind, rules }: Pick<Dossier, "kind" | "rules">, asked: string | null): string {
  const to = asked ?? kind.raisesTo;
  if (to === null) throw refuse("WHISTLE_TOP_LEVEL", kindDetails(kind));
  if (to === kind.raisesTo) return to;
  const above = kindOf(rules, to);
  if (passesOver(above) && above.level > kind.level) return to;
  if (kind.raisesTo === null) throw refuse("WHISTLE_TOP_LEVEL", kindDetails(kind));
  const emergency = rules.kinds.filter((each) => passesOver(each) && each.level > kind.level);
  throw refuse("WHISTLE_LEVEL_SKIPPED", {
    ...kindDetails(kind),
    asked: to,
    next: kind.raisesTo,
    emergency: emergency.map(({ code }) => code),
  });
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
