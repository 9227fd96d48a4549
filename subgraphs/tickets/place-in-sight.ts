import { Post, type Principal } from "../shared/principal.ts";

export const communityPosts: readonly Post[] = [
  Post.GRID_MEMBER,
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
];

/**
 * The division whose rows a post sees because they lie there. A post of a community (村居) sees its community, also when
 * the token names a grid of it; one whose token names more than a community was issued in error: null, it sees nothing.
 */
export function placeInSight({ post, division }: Principal): string | null {
  if (!communityPosts.includes(post)) return division;
  return division.length < 12 ? null : division.slice(0, 12);
}
