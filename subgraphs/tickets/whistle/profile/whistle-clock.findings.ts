import { TimeLimitUnit } from "../../../shared/calendar.ts";
import { ClockBearer, ClockStep } from "../whistle-clock.ts";
import { findingsUnder, found, type ProfileFinding } from "./profile-finding.ts";
import type { ClockRules, WhistleKindRules } from "./whistle-profile.schema.ts";

/** Whether every clock has somebody to keep it, a number from somewhere, and a place to go when it runs out. */
export function clocksHoles(kind: WhistleKindRules, path: string): ProfileFinding[] {
  const { clocks, checkpoints, lead } = kind;
  const { findings, hole } = findingsUnder(path);

  clocks.forEach((clock, index) => {
    const { step, of } = clock;
    findings.push(...clockHoles(kind, clock, `${path}.clocks.${index}`));
    if (clocks.findIndex((each) => each.step === step) !== index) {
      hole("DUPLICATE_CLOCK", `clocks.${index}.step`, `${step} has two clocks`, `${step} 有两个时限`);
    }
    if (lead.isBlower && step === ClockStep.SIGN && of === ClockBearer.LEAD) {
      const en = "the lead blew it: nobody is called who has to sign";
      hole("CLOCK_OF_NOBODY", `clocks.${index}.of`, en, "牵头单位即吹哨单位，此时限无人承担");
    }
    const sooner = clocks.find((each) => isOvertaken(each, clock));
    if (sooner) {
      const en = `${step} comes after ${sooner.step} and has less time`;
      hole("CLOCKS_OUT_OF_ORDER", `clocks.${index}.amount`, en, `${step} 在 ${sooner.step} 之后，时限却更短`);
    }
  });
  if (checkpoints) {
    findings.push(...originHoles(kind, checkpoints, `${path}.checkpoints`));
    const { after } = checkpoints;
    if (after.some((days, index) => index > 0 && days <= (after[index - 1] ?? 0))) {
      hole("CHECKPOINTS_NOT_RISING", "checkpoints.after", "checkpoints follow one another", "节点须依次递增");
    }
  }
  return findings;
}

const stepOrder: readonly ClockStep[] = [
  ClockStep.SIGN,
  ClockStep.ARRIVE,
  ClockStep.MEASURES,
  ClockStep.RESOLVE,
];

/** Whether whoever keeps the later clock in time has kept the earlier one long before, which then decides nothing. */
function isOvertaken(earlier: ClockRules, later: ClockRules): boolean {
  if (stepOrder.indexOf(earlier.step) >= stepOrder.indexOf(later.step)) return false;
  const [first, second] = [inUnits(earlier), inUnits(later)];
  if (first.unit !== second.unit || second.amount >= first.amount) return false;
  return later.of === ClockBearer.EACH || earlier.of === ClockBearer.LEAD;
}

/** Hours are minutes; how long a day is, or an office hour, depends on when it begins. */
const inUnits = ({ amount, unit }: ClockRules): { amount: number; unit: TimeLimitUnit } =>
  unit === TimeLimitUnit.HOURS ? { amount: amount * 60, unit: TimeLimitUnit.MINUTES } : { amount, unit };

function clockHoles(kind: WhistleKindRules, clock: ClockRules, path: string): ProfileFinding[] {
  const findings = originHoles(kind, clock, path);
  const inDays = clock.unit === TimeLimitUnit.WORKING_DAYS || clock.unit === TimeLimitUnit.CALENDAR_DAYS;
  if (inDays && !Number.isInteger(clock.amount)) {
    findings.push(found("CLOCK_FRACTION", `${path}.amount`, "days are counted whole", "天数须为整数"));
  }
  return findings;
}

function originHoles(
  kind: WhistleKindRules,
  { rule, configured, escalatesTo }: Pick<ClockRules, "rule" | "configured" | "escalatesTo">,
  path: string,
): ProfileFinding[] {
  const findings: ProfileFinding[] = [];
  if (rule === undefined && configured === undefined) {
    const en = "say which rule states the number, or that it was chosen and why";
    findings.push(found("CLOCK_WITHOUT_ORIGIN", path, en, "须注明数字所依据的规则，或注明系自行设定及理由"));
  }
  if (escalatesTo === "NEXT_LEVEL" && kind.raisesTo === null) {
    const en = "it escalates to the next level, and there is none";
    findings.push(found("ESCALATES_NOWHERE", `${path}.escalatesTo`, en, "升级至上一级，而上一级不存在"));
  }
  return findings;
}
