import { addCalendarDays, dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { requireText } from "../require-text.ts";
import { refuse as refuseStewardship } from "../stewardship.errors.ts";
import { isBureauSteward } from "../visibility.ts";
import type { RetentionRule } from "./retention-rule.ts";

/** Records of processing personal data are kept three years at least (PIPL 56, 个人信息保护法). */
export const fewestYears = 3;

/** Thirty years, the longer of the terms for files that are not kept for good (档案保管期限, 国家档案局令第8号). */
export const mostYears = 30;

/** What is shortened is deleted for good: so many days before, whoever finds it too short may have it taken back. */
const noticeDays = 30;

export interface RetentionWish {
  readonly subgraph: string;
  readonly years: number;
  readonly reason: string;
}

/** Where a district stands before: by what rule its records are kept today, and how many versions of its own there are. */
export interface RetentionSoFar {
  readonly districtCode: string;
  readonly inForce: Pick<RetentionRule, "years">;
  readonly versions: number;
}

/**
 * 设定留存期限: by the data bureau's steward. Longer counts from today, shorter after notice. Judged before anything is
 * locked: nobody else is to keep records waiting.
 */
export function setRetention(
  { subgraph, years, reason: given }: RetentionWish,
  { principal, at }: Actor,
): (soFar: RetentionSoFar) => RetentionRule {
  if (!isBureauSteward(principal)) {
    throw forbidden("PIPL 56", principal, {
      en: "how long access records are kept is set by the data bureau's steward",
      zh: "访问记录留存期限由数据局数据管理员设定",
      posts: [Post.DATA_STEWARD],
    });
  }
  if (years < fewestYears || years > mostYears) {
    throw refuseStewardship("RETENTION_OUT_OF_BOUNDS", { years, minimum: fewestYears, maximum: mostYears });
  }
  const reason = requireText("reason", given, 2_000);
  const today = dayOf(at);
  return ({ districtCode, inForce, versions }) => ({
    districtCode,
    subgraph,
    version: versions + 1,
    years,
    validFrom: years < inForce.years ? addCalendarDays(today, noticeDays) : today,
    setAt: at,
    setBy: principal.id,
    setByUnit: principal.unit,
    reason,
  });
}
