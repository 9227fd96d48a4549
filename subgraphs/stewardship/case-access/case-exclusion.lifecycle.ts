import type { Actor, Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { unfit } from "../../shared/refusal.ts";
import { isOfSeries } from "../../shared/running-number.ts";
import { requireOwner } from "../require-owner.ts";
import { requireText } from "../require-text.ts";
import { refuse } from "../stewardship.errors.ts";
import type { CaseExclusion } from "./case-exclusion.ts";
import type { ExcludeFromCaseInput } from "./case-exclusion-input.ts";

/** A unit, or a division for its own office. */
const units = /^\d{6}(\d{3}|\d{6})?(-[A-Z]+)*$/;

/** 排除: by the owner alone. */
export function excludeFromCase(
  { owner, caseNumber, unit, reason }: ExcludeFromCaseInput,
  ownerUnit: string,
  actor: Actor,
): Omit<CaseExclusion, "number" | "districtCode"> {
  requireOwner(ownerUnit, actor);
  const district = districtOf(ownerUnit);
  if (!isOfSeries(caseNumber, "TICKET") || districtOf(caseNumber) !== district) {
    throw unfit("OWN-DISTRICT", "caseNumber", {
      en: `is no number of a ticket of ${district}`,
      zh: `不是 ${district} 的工单编号`,
    });
  }
  if (!units.test(unit) || districtOf(unit) !== district) {
    throw unfit("OWN-DISTRICT", "unit", {
      en: `is no code of a unit of ${district}`,
      zh: `不是 ${district} 的单位代码`,
    });
  }
  return {
    owner,
    ownerUnit,
    caseNumber,
    unit,
    reason: requireText("reason", reason, 2_000),
    excludedAt: actor.at,
    excludedBy: actor.principal.id,
    liftedAt: null,
    liftReason: null,
    version: 1,
  };
}

/** 恢复: by the owner alone. */
export function liftExclusion(exclusion: CaseExclusion, reason: string, actor: Actor): Move<CaseExclusion> {
  requireOwner(exclusion.ownerUnit, actor);
  if (exclusion.liftedAt) {
    throw refuse("CASE_EXCLUSION_LIFTED", {
      number: exclusion.number,
      at: exclusion.liftedAt.toISOString(),
    });
  }
  return {
    change: { liftedAt: actor.at, liftReason: requireText("reason", reason, 2_000) },
    kind: "CASE_EXCLUSION_LIFTED",
    payload: logged(exclusion),
  };
}

export const logged = ({ number, owner, ownerUnit, caseNumber, unit }: CaseExclusion) => ({
  exclusion: number,
  owner,
  from: ownerUnit,
  to: unit,
  case: caseNumber,
});
