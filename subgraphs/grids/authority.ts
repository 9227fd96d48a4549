import type { Actor } from "../shared/move.ts";
import { coversDivision, type Post } from "../shared/principal.ts";
import { forbidden } from "../shared/refusal.ts";

/** Refuses whoever does not hold one of the posts for a division that contains the place. */
export function requirePostOver({ principal }: Actor, posts: readonly Post[], place: string): void {
  if (posts.includes(principal.post) && coversDivision(principal, place)) return;
  throw forbidden("OWN-PLACE", principal, {
    en: `it is for ${posts.join(", ")} of a division that contains ${place}`,
    zh: `须由辖区包含 ${place} 的 ${posts.join("、")} 办理`,
    posts,
  });
}
