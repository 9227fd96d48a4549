import { coveredYears, dayOf, dueAt } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post, Rows } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { isOfSeries } from "../../shared/running-number.ts";
import { isField, readCoordinates } from "../data-grant/coordinate.ts";
import { grantedAsAsked, revocation } from "../data-grant/data-grant.lifecycle.ts";
import type { DataGrant } from "../data-grant/data-grant.ts";
import { DataGrantState } from "../data-grant/data-grant-enums.ts";
import { requireText } from "../require-text.ts";
import { refuse } from "../stewardship.errors.ts";
import { isSteward } from "../visibility.ts";
import { type BreakGlass, ReviewVerdict } from "./break-glass.ts";
import type { BreakGlassRule } from "./break-glass-rule.ts";

/** Posts that have to act on a case while somebody is in danger. */
const mayBreakGlass: readonly Post[] = [
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
  Post.CENTRE_DISPATCHER,
  Post.SUBDISTRICT_LEADER,
  Post.COMMUNITY_SECRETARY,
];

/** The number of an emergency access (紧急访问编号): its own basis. */
export const isBreakGlassNumber = (basis: string): boolean => /^\d{6}-B-\d{4,}$/.test(basis);

export interface Emergency {
  readonly owner: string;
  readonly coordinates: readonly string[];
  readonly case: string;
  readonly reason: string;
}

type Taken = Omit<BreakGlass, "number" | "districtCode">;

/** 紧急访问: at once, without asking, by whoever has to act on the case. */
export function breakGlass(
  { owner, coordinates, case: caseNumber, reason }: Emergency,
  ownerUnit: string,
  rule: BreakGlassRule,
  { principal, at }: Actor,
): Taken {
  const { id, post, unit } = principal;
  if (!mayBreakGlass.includes(post)) {
    throw forbidden(
      "OWNER-DECIDES",
      { post, unit },
      {
        en: "the glass is broken by responders, the command centre, sub-district leaders and community secretaries",
        zh: "紧急访问仅限应哨人、指挥中心、街道领导和社区书记",
        posts: mayBreakGlass,
      },
    );
  }
  if (!isOfSeries(caseNumber, "TICKET") || districtOf(caseNumber) !== districtOf(unit)) {
    throw unfit("OWN-DISTRICT", "case", {
      en: `is no number of a ticket of ${districtOf(unit)}`,
      zh: `不是 ${districtOf(unit)} 的工单编号`,
    });
  }
  return {
    owner,
    ownerUnit,
    consumer: unit,
    coordinates: readCoordinates("coordinates", coordinates),
    caseNumber,
    reason: requireText("reason", reason, 2_000),
    brokenAt: at,
    brokenBy: id,
    brokenByPost: post,
    endsAt: dueAt(at, { amount: rule.minutes, unit: "MINUTES" }),
    reviewDueAt: reviewDueAt(at, rule.reviewWorkingDays),
    verdict: null,
    reviewReason: null,
    reviewedAt: null,
    reviewedBy: null,
    reviewedByUnit: null,
    version: 1,
  };
}

/** In the last days of a year the next one's holidays may not be known yet: no emergency waits for them. */
function reviewDueAt(at: Date, days: number): Date {
  const month = dueAt(at, { amount: 30, unit: "CALENDAR_DAYS" });
  const known = coveredYears.includes(Number(dayOf(month).slice(0, 4)));
  return dueAt(at, { amount: days, unit: known ? "WORKING_DAYS" : "CALENDAR_DAYS" });
}

/** What the gateway is told: a grant like any other, for this case alone, with the fields named in clear, to those who may break glass. */
export const grantOf = (glass: Taken): Omit<DataGrant, "number" | "districtCode" | "purposes"> => ({
  state: DataGrantState.APPROVED,
  owner: glass.owner,
  ownerUnit: glass.ownerUnit,
  consumer: glass.consumer,
  posts: [...mayBreakGlass],
  coordinates: glass.coordinates,
  rows: Rows.THIS_CASE,
  clear: glass.coordinates.filter(isField),
  caseNumber: glass.caseNumber,
  ...grantedAsAsked,
  validFrom: glass.brokenAt,
  validUntil: glass.endsAt,
  listMaximum: null,
  requestedAt: glass.brokenAt,
  requestedBy: glass.brokenBy,
  requestedByUnit: glass.consumer,
  requestedByPost: glass.brokenByPost,
  requestReason: glass.reason,
  decidedAt: null,
  decidedBy: null,
  decidedByUnit: null,
  decisionReason: null,
  revokedAt: null,
  revokedByUnit: null,
  revocationReason: null,
  version: 1,
});

/** 复核: by the owner of the data, never by who took the access. */
export function reviewBreakGlass(
  glass: BreakGlass,
  verdict: ReviewVerdict,
  reason: string,
  { principal, at }: Actor,
): Move<BreakGlass> {
  const { id, post, unit } = principal;
  if (!isSteward(principal) || unit !== glass.ownerUnit) {
    throw forbidden(
      "OWNER-DECIDES",
      { post, unit },
      {
        en: `it is reviewed by the data steward or the principal officer of ${glass.ownerUnit}, which owns the data`,
        zh: `由数据责任单位 ${glass.ownerUnit} 的数据管理员或主要负责人复核`,
        units: [glass.ownerUnit],
      },
    );
  }
  if (id === glass.brokenBy) throw refuse("BREAK_GLASS_OWN_REVIEW", { number: glass.number });
  if (glass.verdict !== null) {
    throw refuse("BREAK_GLASS_REVIEWED", { number: glass.number, verdict: glass.verdict });
  }
  return {
    change: {
      verdict,
      reviewReason: requireText("reason", reason, 2_000),
      reviewedAt: at,
      reviewedBy: id,
      reviewedByUnit: unit,
    },
    kind: "BREAK_GLASS_REVIEWED",
    payload: { ...loud(glass), verdict, overdue: isOverdue(glass, at) },
  };
}

/** What is left of an access found not justified ends; one that is over already needs no end. */
export function endNotJustified(
  grant: DataGrant,
  reviewed: BreakGlass,
  actor: Actor,
): Move<DataGrant> | null {
  const { verdict, reviewReason } = reviewed;
  const open = grant.state === DataGrantState.APPROVED && actor.at < grant.validUntil;
  if (verdict !== ReviewVerdict.NOT_JUSTIFIED || !open) return null;
  return {
    change: revocation(reviewReason ?? "", actor),
    kind: "DATA_GRANT_REVOKED",
    payload: loud(reviewed),
  };
}

/** Past the limit and nobody has looked: told by the time, never stored. */
export const isOverdue = ({ verdict, reviewDueAt }: BreakGlass, at: Date): boolean =>
  verdict === null && at >= reviewDueAt;

/** For those who must hear of it: the owner's unit and the district's data bureau. */
export const loud = ({ number, owner, ownerUnit, consumer, coordinates, caseNumber }: BreakGlass) => ({
  breakGlass: number,
  owner,
  from: ownerUnit,
  to: consumer,
  bureau: `${districtOf(ownerUnit)}-DATA-BUREAU`,
  coordinates,
  case: caseNumber,
});
