import { ClockBearer, ClockStep } from "../whistle-clock.ts";
import type { WhistleKindRules } from "./whistle-profile.schema.ts";
import type { WhistleClockRule } from "./whistle-profile.ts";

/** The limits of a kind, each checkpoint one of its own (PG-12). */
export function clockRulesOf({ clocks, checkpoints }: WhistleKindRules): WhistleClockRule[] {
  if (!checkpoints) return clocks;
  const { after, ...rest } = checkpoints;
  const points = after.map((amount) => ({
    ...rest,
    step: ClockStep.CHECKPOINT,
    of: ClockBearer.LEAD,
    amount,
  }));
  return [...clocks, ...points];
}

/** The limit one clock goes by: checkpoints are counted from 1, every other step has one. */
export function limitOf(
  kind: WhistleKindRules,
  { step, ordinal }: { readonly step: ClockStep; readonly ordinal: number },
): WhistleClockRule {
  const limit = clockRulesOf(kind).filter((each) => each.step === step)[Math.max(0, ordinal - 1)];
  if (!limit) throw new RangeError(`${kind.code} has no limit for ${step} ${ordinal}`);
  return limit;
}
