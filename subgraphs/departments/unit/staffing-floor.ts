import type { Unit } from "./unit.ts";
import { UnitKind, UnitLevel } from "./unit-kind.ts";

/**
 * The fewest full-time staff a unit must have (ZY-8): 10 in the district's command centre, 3 in a sub-district's
 * centre, 1 in a community's office; `null` for units the rule does not name.
 */
export function staffingFloor({ kind, level }: Pick<Unit, "kind" | "level">): number | null {
  if (kind === UnitKind.COMMAND_CENTRE && level === UnitLevel.DISTRICT) return 10;
  const isCentre = kind === UnitKind.COMMAND_CENTRE || kind === UnitKind.GOVERNANCE_CENTRE;
  if (isCentre && level === UnitLevel.SUBDISTRICT) return 3;
  return kind === UnitKind.COMMUNITY_OFFICE ? 1 : null;
}
