import type { Actor } from "../shared/move.ts";
import { coversDivision, districtOf, Post, servesIn } from "../shared/principal.ts";
import { forbidden } from "../shared/refusal.ts";
import { owner } from "./visibility.ts";

const officers: readonly Post[] = [Post.RESPONDER, Post.CHIEF_RESPONDER];

/** Refuses whoever is not an officer of the department answerable for the place: a grant lets others read, never decide. */
export function requireStaffOver(placeCode: string, { principal }: Actor): void {
  const { post, unit } = principal;
  if (servesIn(principal, owner) && officers.includes(post) && coversDivision(principal, placeCode)) return;
  throw forbidden(
    "OWN-PLACE",
    { post, unit },
    {
      en: `it is for the civil affairs officers answerable for ${placeCode}`,
      zh: `由负责 ${placeCode} 的民政工作人员办理`,
      posts: officers,
    },
  );
}

/** Refuses whoever is not of the bureau itself: a sub-district's staff review, the county level decides. */
export function requireBureauOf(placeCode: string, actor: Actor): void {
  requireStaffOver(placeCode, actor);
  const { post, unit, division } = actor.principal;
  if (division === districtOf(placeCode)) return;
  throw forbidden(
    "社会救助暂行办法",
    { post, unit },
    {
      en: `the civil affairs bureau of ${districtOf(placeCode)} decides`,
      zh: `由 ${districtOf(placeCode)} 民政局审核确认`,
      posts: officers,
    },
  );
}
