import { type CaseScope, districtOf, Post, type Principal, Rows, servesIn } from "./principal.ts";

/** Which rows of one type a caller may be shown, for a store to turn into a condition. */
export type Reach =
  | { readonly kind: "NOTHING" }
  /** A resident's own (`person` is the signed-in person's id). */
  | { readonly kind: "PERSON"; readonly person: string }
  | { readonly kind: "DIVISION"; readonly division: string }
  | { readonly kind: "GRIDS"; readonly grids: readonly string[] }
  | { readonly kind: "CASE"; readonly case: CaseScope }
  | { readonly kind: "ALL" };

const nothing: Reach = { kind: "NOTHING" };

/**
 * What a caller reaches of a type that is closed to other departments unless its owner granted it. The owner's staff
 * see the division they are answerable for, residents what is about themselves, everybody else what a grant in force
 * opens to them. A grant without what it is bound to opens nothing.
 */
export function reachOf(principal: Principal | null, owner: string, type: string): Reach {
  if (!principal) return nothing;
  const { post, id, unit, division, access } = principal;
  if (post === Post.RESIDENT) return { kind: "PERSON", person: id };
  if (servesIn(principal, owner)) return within(division);
  switch (access?.rows[type]) {
    case Rows.OWN_DIVISION:
      return within(division);
    case Rows.OWN_GRIDS:
      return access.grids ? { kind: "GRIDS", grids: access.grids } : nothing;
    case Rows.THIS_CASE:
      return access.case ? { kind: "CASE", case: access.case } : nothing;
    case Rows.ALL:
      // Every district has an owner of its own: one lets nobody read what another's holds. A subgraph serves them all.
      return post === Post.SERVICE ? { kind: "ALL" } : within(districtOf(unit));
    default:
      return nothing;
  }
}

/** No division contains them all: an empty one would be a mistake of the identity provider's. */
const within = (division: string): Reach => (division === "" ? nothing : { kind: "DIVISION", division });
