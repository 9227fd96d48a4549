import type { InClear } from "../../shared/personal.ts";
import { Post } from "../../shared/principal.ts";

const to =
  (...posts: readonly Post[]): InClear<unknown> =>
  (_, { principal }) =>
    principal !== null && posts.includes(principal.post);

const itself = Post.RESIDENT;
const community = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

/** Names, doors and telephones: for whoever looks after the household, see `householdSight`. */
export const toVisitors = to(itself, Post.GRID_MEMBER, ...community);

/** The resident number: where certificates and allowances are handled. Nobody needs it at a door. */
export const toWhoCertifies = to(itself, ...community);
