import { dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { refuse } from "../evaluation.errors.ts";
import { minus, plus, ratio, rounded, times, zero } from "../ratio.ts";
import { AssessedUnit } from "./assessed-unit.ts";
import { AssessmentKind, AssessmentPlan, type VetoItem, VetoLevel } from "./assessment-plan.ts";

export interface ProposedPlan {
  readonly kind: AssessmentKind;
  readonly year: number;
  readonly title: string;
  /** Codes of the units assessed, each of which exists. */
  readonly subjects: readonly string[];
  readonly satisfactionWeight?: number | null;
  readonly vetoItems: readonly VetoItem[];
}

const isSubdistrict = (unit: string): boolean => /^\d{9}$/.test(unit);
/** A community is assessed through its sub-district: the rule is not got round by going one level lower. */
const isTerritorial = (unit: string): boolean => /^\d{9}(\d{3})?$/.test(unit);

/** In whose name a plan is made: the performance office organises for the district, a department for itself. */
export function organiserOf({ post, unit, division }: Principal): string {
  switch (post) {
    case Post.DISTRICT_LEADER:
    case Post.PERFORMANCE_OFFICE:
      return districtOf(division);
    case Post.CHIEF_RESPONDER:
      return unit;
    default:
      throw forbidden(
        "GZ-10",
        { post, unit },
        {
          en: "assessments are organised by the district or a department's principal officer",
          zh: "考核由区或部门主要负责人组织",
          posts: [Post.DISTRICT_LEADER, Post.PERFORMANCE_OFFICE, Post.CHIEF_RESPONDER],
        },
      );
  }
}

/**
 * 制定考核方案 (GZ-10): the district assesses a sub-district once a year; a department runs no assessment of its own
 * there; and nothing below the province sinks a whole score.
 */
export function createAssessmentPlan(
  number: string,
  proposed: ProposedPlan,
  { principal, at }: Actor,
): { plan: AssessmentPlan; assessed: AssessedUnit[] } {
  const { kind, year, title, subjects, satisfactionWeight = null, vetoItems } = proposed;
  const districtCode = districtOf(number);
  const organiser = organiserOf(principal);
  const byDistrict = organiser === districtCode;

  const territorial = subjects.filter(isTerritorial);
  if (!byDistrict && territorial.length > 0) {
    throw refuse("SINGLE_ITEM_ASSESSMENT", { organiser, subjects: territorial });
  }
  if (!byDistrict && kind !== AssessmentKind.SINGLE_ITEM) {
    throw unfit("GZ-10", "kind", {
      en: "only the district organises this kind of assessment",
      zh: "此类考核只能由区组织",
      posts: [Post.DISTRICT_LEADER, Post.PERFORMANCE_OFFICE],
    });
  }
  const veto = vetoItems.find(({ level }) => level !== VetoLevel.CENTRAL && level !== VetoLevel.PROVINCIAL);
  if (veto) throw refuse("VETO_NOT_ALLOWED", { item: veto.name, level: veto.level });

  const thisYear = Number(dayOf(at).slice(0, 4));
  if (year < thisYear - 1 || year > thisYear + 1) {
    throw unfit("NOT-BACKWARDS", "year", {
      en: `give ${thisYear - 1} to ${thisYear + 1}`,
      zh: `须为 ${thisYear - 1} 至 ${thisYear + 1}`,
      minimum: thisYear - 1,
      maximum: thisYear + 1,
    });
  }
  if (subjects.length === 0 || subjects.some((unit) => districtOf(unit) !== districtCode)) {
    throw unfit("OWN-DISTRICT", "subjects", {
      en: `give units of ${districtCode}, at least one`,
      zh: `须为 ${districtCode} 的单位，至少一个`,
    });
  }
  if (kind === AssessmentKind.SPECIAL_EVALUATION && !subjects.every(isSubdistrict)) {
    throw unfit("KF-16", "subjects", {
      en: "the year-end evaluation is of sub-districts",
      zh: "专项评估的对象为街道",
    });
  }
  if (title.trim() === "" || title.length > 200)
    throw badInput("title", "give 1 to 200 characters", "须为 1 至 200 字");

  const plan = Object.assign(new AssessmentPlan(), {
    districtCode,
    number,
    kind,
    year,
    title: title.trim(),
    organiserUnitCode: organiser,
    satisfactionWeight: weightOf(kind, satisfactionWeight),
    vetoItems: [...vetoItems],
    createdAt: at,
  });
  const assessed = [...new Set(subjects)].map((unitCode) =>
    Object.assign(new AssessedUnit(), {
      districtCode,
      planNumber: number,
      unitCode,
      kind,
      year,
      score: null,
      surveyed: null,
      satisfied: null,
      total: null,
      opinion: null,
      recordedAt: null,
      version: 1,
    }),
  );
  return { plan, assessed };
}

/** KF-16: the year-end evaluation goes with the public-recognition survey, so its weight must be said. */
function weightOf(kind: AssessmentKind, weight: number | null): number | null {
  if (weight === null && kind !== AssessmentKind.SPECIAL_EVALUATION) return null;
  const thousandths = Math.round((weight ?? Number.NaN) * 1000);
  if (thousandths >= 0 && thousandths <= 1000 && Math.abs(thousandths - (weight ?? 0) * 1000) < 1e-6)
    return thousandths;
  throw unfit("KF-16", "satisfactionWeight", {
    en: "give 0 to 1 with three decimals at most",
    zh: "须为 0 至 1，最多三位小数",
    minimum: 0,
    maximum: 1,
  });
}

export interface AssessmentResult {
  readonly score: number;
  readonly surveyed?: number | null;
  readonly satisfied?: number | null;
  readonly opinion: string;
}

/** 记录考核结果: the performance office records what a unit reached, once (KF-16). */
export function recordAssessmentResult(
  plan: AssessmentPlan,
  assessed: AssessedUnit,
  { score, surveyed = null, satisfied = null, opinion }: AssessmentResult,
  { principal, at }: Actor,
): Move<AssessedUnit> {
  if (principal.post !== Post.PERFORMANCE_OFFICE || organiserOf(principal) !== plan.districtCode) {
    throw forbidden("KF-16", principal, {
      en: "results are recorded by the district's performance office",
      zh: "考核结果由区绩效办记录",
      posts: [Post.PERFORMANCE_OFFICE],
    });
  }
  if (assessed.recordedAt) {
    throw refuse("RESULT_RECORDED", { unit: assessed.unitCode, number: plan.number });
  }
  if (!Number.isInteger(score) || score < 0 || score > 100) {
    throw unfit("KF-16", "score", {
      en: "give a whole number from 0 to 100",
      zh: "须为 0 至 100 的整数",
      minimum: 0,
      maximum: 100,
    });
  }
  if (opinion.trim() === "" || opinion.length > 2000) {
    throw badInput("opinion", "give 1 to 2,000 characters", "须为 1 至 2000 字");
  }
  const survey = surveyOf(plan, surveyed, satisfied);
  const weight = ratio(survey ? (plan.satisfactionWeight ?? 0) : 0, 1000);
  const total = plus(times(minus(ratio(1), weight), ratio(score)), times(weight, survey ?? zero));
  return {
    change: {
      score,
      surveyed,
      satisfied,
      total: rounded(total, 2),
      opinion: opinion.trim(),
      recordedAt: at,
    },
    kind: "ASSESSMENT_RESULT_RECORDED",
    payload: { plan: plan.number, unit: assessed.unitCode },
  };
}

/** Satisfied in per cent of those asked; null when the plan holds no survey. */
function surveyOf({ satisfactionWeight }: AssessmentPlan, surveyed: number | null, satisfied: number | null) {
  if (satisfactionWeight === null && surveyed === null && satisfied === null) return null;
  const asked = surveyed ?? 0;
  const pleased = satisfied ?? -1;
  if (satisfactionWeight !== null && asked > 0 && pleased >= 0 && pleased <= asked) {
    return ratio(100 * pleased, asked);
  }
  throw unfit("KF-16", "surveyed", {
    en: "give how many were asked and satisfied, exactly when the plan weighs a survey",
    zh: "须与方案一致地填写测评人数和满意人数",
  });
}

const badInput = (field: string, problem: string, problemZh: string) =>
  refuseShared("BAD_INPUT", { field, problem, problemZh });
