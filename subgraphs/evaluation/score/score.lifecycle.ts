import type { Actor, Move } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import type { Period } from "../rates/period.ts";
import type { RateRule } from "../rates/rate-rule.ts";
import { ratesShown } from "../rates/rates.ts";
import { endOfCountingDay, type RateCounts } from "../rates/three-rates.ts";
import { rounded } from "../ratio.ts";
import { assess } from "./assessment-base.ts";
import { Score } from "./score.ts";
import { ScoreSheet, sheetNumber } from "./score-sheet.ts";

/** 计分: the performance office has the scores of a period computed once it is over, and again until they are published. */
export function computeScores(
  { district, period }: { readonly district: string; readonly period: Period },
  earlier: ScoreSheet | null,
  units: ReadonlyMap<string, RateCounts>,
  rule: RateRule,
  actor: Actor,
): { sheet: ScoreSheet; scores: Score[] } {
  requirePerformanceOffice(district, actor);
  if (earlier?.publishedAt) throw refuse("SCORES_PUBLISHED", { district, ...period });
  const end = endOfCountingDay(period.to, rule.dayBoundary);
  if (actor.at < end) throw refuse("PERIOD_NOT_OVER", { end: end.toISOString() });

  const { base, standings } = assess(units, rule);
  const number = sheetNumber(district, period);
  const scores = [...units].map(([unitCode, counts]) => {
    const { satisfaction = null, deduction = null } = standings.get(unitCode) ?? {};
    return Object.assign(new Score(), counts, ratesShown(counts, rule), {
      districtCode: district,
      sheetNumber: number,
      unitCode,
      satisfaction: satisfaction && rounded(satisfaction, 2),
      deduction: deduction && rounded(deduction, 4),
    });
  });
  const sheet = Object.assign(new ScoreSheet(), {
    districtCode: district,
    number,
    periodFrom: period.from,
    periodTo: period.to,
    ruleDistrictCode: rule.districtCode,
    ruleVersion: rule.version,
    base: base && rounded(base, 4),
    units: scores.length,
    computedAt: actor.at,
    publishedAt: null,
    version: (earlier?.version ?? 0) + 1,
  });
  return { sheet, scores };
}

/** 通报: the results of a period are made public and stand as they are (ZY-20). */
export function publishScores(sheet: ScoreSheet, actor: Actor): Move<ScoreSheet> {
  const { districtCode, periodFrom, periodTo, units, base } = sheet;
  requirePerformanceOffice(districtCode, actor);
  if (sheet.publishedAt) {
    throw refuse("SCORES_PUBLISHED", { district: districtCode, from: periodFrom, to: periodTo });
  }
  return {
    change: { publishedAt: actor.at },
    kind: "SCORES_PUBLISHED",
    payload: { from: periodFrom, to: periodTo, units, base },
  };
}

function requirePerformanceOffice(district: string, { principal }: Actor): void {
  if (principal.post === Post.PERFORMANCE_OFFICE && principal.division === district) return;
  throw forbidden("ZY-19", principal, {
    en: `the scores of ${district} are kept by its performance office`,
    zh: `${district} 的考核由该区绩效办负责`,
    posts: [Post.PERFORMANCE_OFFICE],
  });
}
