import { dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { MemberRating } from "./member-rating.ts";

/** Where a grid member serves and since when, as the grids subgraph says. `to` is the first day it is over. */
export interface Service {
  readonly gridCode: string;
  readonly from: string;
  readonly to: string | null;
}

const notServed = ({ principal: { post, unit } }: Actor) =>
  forbidden(
    "ZY-10",
    { post, unit },
    {
      en: "grid members are graded by residents of the community they serve",
      zh: "网格员由其服务社区的居民评分",
      posts: [Post.RESIDENT],
    },
  );

/** Refuses whoever may not grade, by the member's id alone: before anybody says whether there is such a member. */
export function requireResident(memberId: string, actor: Actor): void {
  const { post, division } = actor.principal;
  const ofDistrict = districtOf(memberId) === districtOf(division);
  if (post !== Post.RESIDENT || division.length < 12 || !ofDistrict) throw notServed(actor);
}

/** 居民评分: a resident grades a member who serves in the resident's own community this month (ZY-10). */
export function rateMember(
  memberId: string,
  service: readonly Service[],
  score: number,
  actor: Actor,
): MemberRating {
  const { principal, at } = actor;
  requireResident(memberId, actor);
  const today = dayOf(at);
  const month = today.slice(0, 7);
  const serves = service.some(
    ({ gridCode, from, to }) =>
      gridCode.startsWith(principal.division) && from <= today && (to === null || to > `${month}-01`),
  );
  if (!serves) throw notServed(actor);
  if (!Number.isInteger(score) || score < 0 || score > 100) {
    throw unfit("ZY-10", "score", {
      en: "give a whole number from 0 to 100",
      zh: "须为 0 至 100 的整数",
      minimum: 0,
      maximum: 100,
    });
  }
  return Object.assign(new MemberRating(), {
    districtCode: districtOf(memberId),
    memberId,
    month,
    residentId: principal.id,
    score,
    ratedAt: at,
  });
}
