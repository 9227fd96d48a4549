import type { Holder } from "../../session/holder.ts";

/** Posts that act for a unit a ticket was sent to. */
const handling: ReadonlySet<string> = new Set([
  "RESPONDER",
  "CHIEF_RESPONDER",
  "COMMUNITY_STAFF",
  "COMMUNITY_SECRETARY",
  "SUBDISTRICT_LEADER",
  "CENTRE_DISPATCHER",
]);

interface Body {
  readonly code: string;
}

/** Whether somebody acts for a unit. */
export const speaksFor = (unit: Body | null | undefined, holder: Holder): boolean =>
  unit?.code === holder.unit && handling.has(holder.post);

export const isCentre = ({ post }: Holder): boolean => post === "CENTRE_DISPATCHER";

/** Staff of a community: they look at the place before anybody else does (KF-7). */
export const isCommunity = ({ post }: Holder): boolean =>
  post === "COMMUNITY_STAFF" || post === "COMMUNITY_SECRETARY";

export const isOneOf = (posts: readonly string[], { post }: Holder): boolean => posts.includes(post);
