import { Post } from "../../subgraphs/shared/principal.ts";
import type { PersonalPost } from "./post-holder.ts";

/**
 * The OAuth scopes of the graph. A scope exists only for what a field asks for through `@requiresScopes`: personal
 * data and feeds; and for the gateway's own plans. Who may whistle, dispatch or grade is judged by post in the
 * lifecycles, never by a scope.
 */
export const SCOPES = {
  "demander:contact":
    "How to reach a demander (诉求人联系方式): whoever takes in, handles or calls back a demand. Never a body outside government.",
  "resident:read":
    "Residents by name, with household and telephone (居民及户信息). Names stay in the community; counts go to the street.",
  "resident:self":
    "One's own household and one's own entry (本人及本户信息): every resident, and only where the row is theirs.",
  "resident:identity":
    "The resident number in clear (公民身份号码): only where certificates and allowances are handled.",
  "responder:contact":
    "How to reach a responder or liaison (应哨人联系方式): whoever calls them or works with them. Never a body outside government.",
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
  [Post.COMMUNITY_STAFF]: [
    "demander:contact",
    "responder:contact",
    "resident:read",
    "resident:identity",
    "observation:read",
  ],
  [Post.COMMUNITY_SECRETARY]: [
    "demander:contact",
    "responder:contact",
    "resident:read",
    "resident:identity",
    "observation:read",
  ],
  [Post.SUBDISTRICT_LEADER]: ["demander:contact", "responder:contact"],
  // The command centre runs what joins the departments, so it sees where an answer's time goes.
  [Post.CENTRE_DISPATCHER]: ["demander:contact", "responder:contact", "plan:read"],
  [Post.RESPONDER]: ["demander:contact", "responder:contact"],
  [Post.CHIEF_RESPONDER]: ["demander:contact", "responder:contact"],
  [Post.PERFORMANCE_OFFICE]: NONE,
  [Post.LIST_KEEPER]: NONE,
  [Post.DISTRICT_LEADER]: NONE,
  // A data owner decides who may read, which is no reason to read; how its system is asked is its business.
  [Post.DATA_STEWARD]: ["plan:read"],
};

/** Companies (in any district) that answer whistles by contract: responders, but no part of government. */
const COMPANIES: ReadonlySet<string> = new Set([
  "CITY-INVESTMENT",
  "GAS-SUPPLY",
  "HEATING",
  "POWER-SUPPLY",
  "WATER-SUPPLY",
]);

/** What a token for this post in this unit carries. */
export const scopesOf = (post: PersonalPost, unit: string): readonly Scope[] =>
  COMPANIES.has(unit.replace(/^\d{6}-/, "")) ? NONE : OF_POST[post];
