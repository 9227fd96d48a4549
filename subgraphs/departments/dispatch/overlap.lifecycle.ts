import { addCalendarDays, type Day, dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../departments.errors.ts";
import { requireText } from "../require-text.ts";
import type { DispatchCatalogue } from "./dispatch-catalogue.ts";
import { claimantsOf, type MatchGround, type OverlapSettlement } from "./matching.ts";
import type { SettleOverlapInput } from "./settle-overlap-input.ts";

const heads: readonly Post[] = [Post.LIST_KEEPER, Post.CHIEF_RESPONDER, Post.DISTRICT_LEADER];

/**
 * 划界: the arbiter of the latest catalogue decides which of the claimants leads (PG-4). It holds from a day to come, in a
 * version of its own, so that what the catalogue said on a day does not change during that day.
 */
export function settleOverlap(
  { division, unit, document, effectiveFrom }: SettleOverlapInput,
  latest: DispatchCatalogue,
  ground: MatchGround | null,
  actor: Actor,
): OverlapSettlement {
  const { principal } = actor;
  if (principal.unit !== latest.arbiterUnitCode || !heads.includes(principal.post)) {
    throw forbidden("PG-4", principal, {
      en: `overlaps in ${latest.districtCode} are settled by its arbiter, ${latest.arbiterUnitCode}`,
      zh: `${latest.districtCode} 的职责交叉由仲裁单位 ${latest.arbiterUnitCode} 裁定`,
      posts: heads,
      units: [latest.arbiterUnitCode],
    });
  }
  const claimants = ground ? claimantsOf(ground, division) : [];
  if (claimants.length < 2 || !claimants.includes(unit)) {
    throw refuse("NO_OVERLAP_TO_SETTLE", { unit, division, claimants });
  }
  const earliest = earliestDay(latest, dayOf(actor.at));
  if (effectiveFrom < earliest) {
    throw refuse("CATALOGUE_EFFECTIVE_TOO_EARLY", { day: effectiveFrom, earliest });
  }
  return { divisionCode: division, unitCode: unit, document: requireText("document", document) };
}

/** The day after both today and the day from which the latest version counts: no two versions begin on one day. */
function earliestDay({ effectiveFrom }: DispatchCatalogue, today: Day): Day {
  const later = effectiveFrom > today ? (effectiveFrom as Day) : today;
  return addCalendarDays(later, 1);
}
