import { Post } from "../../subgraphs/shared/principal.ts";
import type { PersonalPost } from "./post-holder.ts";

/**
 * The OAuth scopes of the graph. A scope exists only for what a field asks for through `@requiresScopes`: households
 * and feeds; and for the gateway's own plans. Who may whistle, dispatch or grade is judged by post in the lifecycles,
 * whose telephone is shown by the part in the case, never by a scope.
 */
export const SCOPES = {
  "resident:read":
    "Residents by name, with household and telephone (居民及户信息). Names stay in the community; counts go to the street.",
  "resident:self":
    "One's own household and one's own entry (本人及本户信息): every resident, and only where the row is theirs.",
  "observation:read":
    "The four situations noted on visits (四种情况, ZY-6): only those who look after the household.",
  "feed:read":
    "A subgraph's event feed (事件流): subgraphs following one another. No person's token carries it.",
  "plan:read":
    "How one's own request was carried out (查询计划): which department's system was asked what, and how long it took.",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof SCOPES;

const NONE: readonly Scope[] = [];

const OF_POST: Readonly<Record<PersonalPost, readonly Scope[]>> = {
  // The rows are theirs by the store's filter; a wider scope would open everybody's.
  [Post.RESIDENT]: ["resident:self"],
  [Post.GRID_MEMBER]: ["resident:read", "observation:read"],
  [Post.COMMUNITY_STAFF]: ["resident:read", "observation:read"],
  [Post.COMMUNITY_SECRETARY]: ["resident:read", "observation:read"],
  [Post.SUBDISTRICT_LEADER]: NONE,
  // The command centre runs what joins the departments, so it sees where an answer's time goes.
  [Post.CENTRE_DISPATCHER]: ["plan:read"],
  [Post.RESPONDER]: NONE,
  [Post.CHIEF_RESPONDER]: NONE,
  [Post.PERFORMANCE_OFFICE]: NONE,
  [Post.LIST_KEEPER]: NONE,
  [Post.DISTRICT_LEADER]: NONE,
  // A data owner decides who may read, which is no reason to read; how its system is asked is its business.
  [Post.DATA_STEWARD]: ["plan:read"],
};

/** What a token for this post carries. */
export const scopesOf = (post: PersonalPost): readonly Scope[] => OF_POST[post];
