import type { Standing } from "../standing.ts";
import type { GrantRowFragment } from "./grants.graphql.ts";

export type Step = "approve" | "narrow" | "refuse" | "revoke";

/** Which steps are the holder's on a grant: the owner's own, and of the data bureau's steward to take any back. */
export function stepsFor(
  { state, ownerUnit, expired }: Pick<GrantRowFragment, "state" | "ownerUnit" | "expired">,
  unit: string | undefined,
  { owner, bureauSteward }: Pick<Standing, "owner" | "bureauSteward">,
): readonly Step[] {
  const own = owner && ownerUnit?.code === unit;
  if (state === "REQUESTED") return own ? (expired ? ["refuse"] : ["approve", "narrow", "refuse"]) : [];
  return state === "APPROVED" && !expired && (own || bureauSteward) ? ["revoke"] : [];
}
