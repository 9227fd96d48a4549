import type { Holder } from "../../session/holder.ts";

/** What of this room concerns somebody by their post: what would only be refused is not shown. The graph judges anew. */
export interface Standing {
  readonly resident: boolean;
  /** Answers for data of their unit: is shown who read it, and decides who may. */
  readonly owner: boolean;
  /** Of the data bureau: is shown all of the district. */
  readonly bureau: boolean;
  /** Registers agreements, sets how long records are kept, takes back what any owner granted. */
  readonly bureauSteward: boolean;
  /** Speaks for their unit, or for divisions below theirs, when access is asked for. */
  readonly mayAsk: boolean;
  readonly mayBreakGlass: boolean;
}

const stewards = ["DATA_STEWARD", "CHIEF_RESPONDER"];
const leaders = ["DISTRICT_LEADER", "SUBDISTRICT_LEADER", "COMMUNITY_SECRETARY"];
const inDanger = [
  "RESPONDER",
  "CHIEF_RESPONDER",
  "CENTRE_DISPATCHER",
  "SUBDISTRICT_LEADER",
  "COMMUNITY_SECRETARY",
];

/** `owners`: what the codes of owning units end in. */
export function standingOf(
  { post, unit }: Pick<Holder, "post" | "unit">,
  owners: readonly string[],
): Standing {
  const steward = stewards.includes(post);
  // A station's people answer for their place, not for the district's data.
  const shortName = /^\d{6}-(.+)$/.exec(unit)?.[1];
  const bureau = steward && shortName === "DATA-BUREAU";
  return {
    resident: post === "RESIDENT",
    owner: steward && shortName !== undefined && (bureau || owners.includes(shortName)),
    bureau,
    bureauSteward: bureau && post === "DATA_STEWARD",
    mayAsk: steward || leaders.includes(post),
    mayBreakGlass: inDanger.includes(post),
  };
}

/** What there is in the room, by the last part of its path. */
export type Door =
  | "records"
  | "figures"
  | "chain"
  | "grants"
  | "rules"
  | "break-glass"
  | "agreements"
  | "retention";

export function doorsOf({ resident, owner }: Standing): readonly Door[] {
  if (resident) return [];
  const everybody: readonly Door[] = ["grants", "rules", "break-glass", "agreements"];
  return owner ? ["records", "figures", ...everybody, "chain", "retention"] : everybody;
}
