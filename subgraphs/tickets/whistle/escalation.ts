import { kindOf } from "./blow.ts";
import { lateUnits, ranOut } from "./whistle.deadline.ts";
import type { Dossier } from "./whistle.lifecycle.ts";
import { ClockStep, WhistleClock } from "./whistle-clock.ts";
import { bodyOf, commandCentreOf, within } from "./whistle-options.ts";
import { WhistleState } from "./whistle-state.ts";

export interface Escalation {
  readonly clock: WhistleClock;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * 超时升级: the clocks that ran out and were not escalated yet, and where each goes by the profile the whistle was blown
 * under: to the chief responders of the late units (KF-12), or to whoever would blow the next level (ZY-15).
 */
export function escalate(dossier: Dossier, at: Date): Escalation[] {
  const { whistle, participants, clocks } = dossier;
  if (whistle.state === WhistleState.RULED_MISUSE) return [];
  return clocks
    .filter((clock) => clock.escalatedAt === null && ranOut(clock, at))
    .map((clock) => {
      const late = lateUnits(clock, participants);
      const units = late.map(({ unit }) => unit);
      const escalatedTo = goesToNextLevel(dossier, clock) ? [nextLevel(dossier)] : units;
      const { step, ordinal, dueAt } = clock;
      const { kind, blowerUnitCode: blower, divisionCode: division } = whistle;
      return {
        clock: Object.assign(new WhistleClock(), clock, { escalatedAt: at, escalatedTo }),
        payload: { kind, clock: step, ordinal, dueAt, blower, division, late, escalatedTo },
      };
    });
}

function goesToNextLevel({ kind }: Dossier, { step }: WhistleClock): boolean {
  const rule =
    step === ClockStep.CHECKPOINT ? kind.checkpoints : kind.clocks.find((each) => each.step === step);
  return rule?.escalatesTo === "NEXT_LEVEL" && kind.raisesTo !== null;
}

/** The body of the place that blows the next level; the district where the place is no further divided. */
function nextLevel({ whistle, rules, kind }: Dossier): string {
  const body = kind.raisesTo ? kindOf(rules, kind.raisesTo).blowers[0]?.body : undefined;
  if (body === "CENTRE") return commandCentreOf(whistle.districtCode);
  const unit = body === "COMMUNITY" || body === "SUBDISTRICT" ? within(whistle.divisionCode, body) : "";
  return bodyOf(unit) === body ? unit : whistle.districtCode;
}
