import type { Post, Principal } from "../../subgraphs/shared/principal.ts";

/** A principal holding a post, for tests that speak to a subgraph directly. Scopes must be given: none by default. */
export function person(
  post: Post,
  {
    unit,
    division = unit,
    name = post,
    id = `${post}:${unit}`,
    scopes = [],
    access,
  }: Partial<Principal> & { unit: string },
): Principal {
  return { id, name, post, unit, division, scopes, ...(access && { access }) };
}
