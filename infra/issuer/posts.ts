import { Post } from "../../subgraphs/shared/principal.ts";
import type { PersonalPost } from "./post-holder.ts";

/**
 * The OAuth scopes of the graph. A scope exists only for what a field asks for through `@requiresScopes`: households
 * and feeds; and for the gateway's own plans. Who may whistle, dispatch or grade is judged by post in the lifecycles,
 * whose telephone is shown by the part in the case, never by a scope.
 */
export const SCOPES = {
  "resident:read": {
    en: "Residents by name, with household and telephone (居民及户信息). Names stay in the community; counts go to the street.",
    zh: "实名查看居民及其户、联系电话。姓名不出社区，街道只见数量。",
  },
  "resident:self": {
    en: "One's own household and one's own entry (本人及本户信息): every resident, and only where the row is theirs.",
    zh: "查看本人及本户信息，仅限本人的记录。",
  },
  "observation:read": {
    en: "The four situations noted on visits (四种情况, ZY-6): only those who look after the household.",
    zh: "查看入户走访记下的“四种情况”，仅限负责该户的人员。",
  },
  "feed:read": {
    en: "A subgraph's event feed (事件流): subgraphs following one another. No person's token carries it.",
    zh: "读取部门系统的事件流，供系统之间使用，人员令牌不含此项。",
  },
  "plan:read": {
    en: "How one's own request was carried out (查询计划): which department's system was asked what, and how long it took.",
    zh: "查看本人请求的查询计划：向哪个部门系统查了什么、用时多少。",
  },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

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
