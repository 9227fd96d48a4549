import type { Actor } from "../shared/move.ts";
import { districtOf, Post } from "../shared/principal.ts";
import { forbidden } from "../shared/refusal.ts";

/** 编办: lists and appointments of a district are kept by its own list keeper and nobody else. */
export function requireListKeeper(district: string, { principal }: Actor): void {
  if (principal.post === Post.LIST_KEEPER && districtOf(principal.unit) === district) return;
  throw forbidden("GZ-11", principal, {
    en: `only the list keeper of ${district} does`,
    zh: `仅 ${district} 的清单管理员可以办理`,
    posts: [Post.LIST_KEEPER],
  });
}
