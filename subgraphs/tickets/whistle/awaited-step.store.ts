import { AwaitedStep } from "./awaited-step.ts";
import { legalFrom } from "./whistle.lifecycle.ts";

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ");
const inStates = (move: keyof typeof legalFrom): string => `whistle.state IN (${listed(legalFrom[move])})`;

/** What a called unit does, one after the other: the column that says it is done. */
const doneInOrder = [
  [AwaitedStep.SIGN, "signed_at"],
  [AwaitedStep.ARRIVE, "arrived_at"],
  [AwaitedStep.MEASURES, "measures_at"],
  [AwaitedStep.RESOLVE, "resolved_at"],
] as const;

const nextStep = `CASE ${doneInOrder
  .map(([step, done]) => `WHEN owing.${done} IS NULL THEN '${step}'`)
  .join(" ")} END`;

/** The unit is called and owes one of these steps; one that contests its duty waits for the arbiter itself. */
const owes = (steps: readonly AwaitedStep[]): string =>
  `${inStates("sign")} AND EXISTS (
    SELECT FROM whistle_participant owing
    WHERE (owing.district_code, owing.whistle_number) = (whistle.districtCode, whistle.number)
      AND owing.unit_code = :awaits AND owing.released_at IS NULL AND owing.resolved_at IS NULL
      AND (owing.disputed_at IS NULL OR owing.dispute_decision IS NOT NULL)
      AND ${nextStep} IN (${listed(steps)}))`;

const centre = "whistle.districtCode || '-COMMAND-CENTRE'";

/** As `isBlower` has it: for a resident's own the centre acts, the community that answers it may not (PG-11). */
const blower = `CASE whistle.blowerPost WHEN 'RESIDENT' THEN ${centre} ELSE whistle.blowerUnitCode END`;

const blowerConfirms = `EXISTS (
  SELECT FROM whistle_profile profile, jsonb_array_elements(profile.rules -> 'kinds') AS each(rules)
  WHERE (profile.district_code, profile.version) = (whistle.districtCode, whistle.profileVersion)
    AND each.rules ->> 'code' = whistle.kind AND each.rules ->> 'confirmedBy' = 'BLOWER')`;

const conditions: Readonly<Partial<Record<AwaitedStep, string>>> = {
  [AwaitedStep.DECIDE_EXTENSION]: `${inStates("decideExtension")} AND EXISTS (
    SELECT FROM whistle_extension asked
    WHERE (asked.district_code, asked.whistle_number) = (whistle.districtCode, whistle.number)
      AND asked.decided_at IS NULL
      AND :awaits = CASE WHEN asked.unit_code <> whistle.blowerUnitCode AND ${blowerConfirms} THEN ${blower} ELSE ${centre} END)`,
  [AwaitedStep.CONFIRM]: `${inStates("confirm")}
    AND :awaits = CASE WHEN ${blowerConfirms} THEN ${blower} ELSE ${centre} END`,
  [AwaitedStep.CLOSE]: `${inStates("close")} AND :awaits IN (${blower}, ${centre})`,
};

/** A whistle waits for one of these steps of the unit `:awaits`, as the lifecycle would let it do them. */
export function awaiting(steps: readonly AwaitedStep[]): string {
  const ofCalled = doneInOrder.map(([step]) => step).filter((step) => steps.includes(step));
  const found = [
    ...(ofCalled.length > 0 ? [owes(ofCalled)] : []),
    ...steps.flatMap((step) => conditions[step] ?? []),
  ];
  return found.length > 0 ? `(${found.map((condition) => `(${condition})`).join(" OR ")})` : "false";
}
