import { addCalendarDays, dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import { refuse } from "../grids.errors.ts";
import type { Household } from "../household/household.ts";
import { VisitorForce } from "../member/member-kind.ts";
import type { Observation } from "./observation.ts";
import type { Visit } from "./visit.ts";
import type { ObservationInput, VisitInput } from "./visit-input.ts";

/** The member who visited, when the assignment covered the household on that day. */
export interface ServingMember {
  readonly memberId: string;
  readonly force: VisitorForce;
}

export interface RecordedVisit {
  readonly visit: Omit<Visit, "districtCode" | "id">;
  readonly observations: readonly Omit<Observation, "districtCode" | "id" | "visitId">[];
}

/** The source texts set no longest time; nothing about people is kept in sight for more than a year. */
const longestObservation = 365;

const communityStaff: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

/** 入户走访: by whoever served the household on that day, or staff of its community; never ahead of time (KF-2). */
export function recordVisit(
  household: Household,
  serving: ServingMember | null,
  { visitedOn, observations }: VisitInput,
  actor: Actor,
): RecordedVisit {
  const { principal, at } = actor;
  const today = dayOf(at);
  if (visitedOn > today) throw refuse("VISIT_IN_FUTURE", { visitedOn, today });
  const ofCommunity =
    communityStaff.includes(principal.post) && coversDivision(principal, household.communityCode);
  const visitor = serving ?? (ofCommunity ? { memberId: null, force: VisitorForce.ADMINISTRATIVE } : null);
  if (!visitor) throw refuse("NOT_SERVING_HOUSEHOLD", { day: visitedOn });
  return {
    visit: {
      ...visitor,
      householdId: household.id,
      gridCode: household.gridCode,
      visitorUnit: principal.unit,
      visitedOn,
      recordedAt: at,
    },
    observations: observations.map((observation) => observe(observation, actor)),
  };
}

/** ZY-6: a purpose and an end, and both are kept with it. */
function observe(
  { situation, purpose, note, expiresOn }: ObservationInput,
  { at }: Actor,
): RecordedVisit["observations"][number] {
  if (purpose.trim() === "") throw refuse("OBSERVATION_PURPOSE_MISSING");
  const earliest = dayOf(at);
  const latest = addCalendarDays(earliest, longestObservation);
  if (expiresOn < earliest || expiresOn > latest) {
    throw refuse("OBSERVATION_EXPIRY", { earliest, latest, given: expiresOn });
  }
  return { situation, purpose: purpose.trim(), note: note?.trim() || null, expiresOn };
}
