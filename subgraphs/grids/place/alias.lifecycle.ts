import type { Actor } from "../../shared/move.ts";
import { Post } from "../../shared/principal.ts";
import { requirePostOver } from "../authority.ts";
import type { Division } from "../division/division.ts";
import { refuse } from "../grids.errors.ts";
import type { DivisionAliasInput } from "./alias-input.ts";
import type { PlaceAlias } from "./place-alias.ts";

const shortest = 2;
const longest = 60;

/** 登记别名: the district's data steward adds a name a division is known by, with its source. */
export function addDivisionAlias(
  { code, parentCode }: Division,
  known: readonly PlaceAlias[],
  { name: given, source, validFrom, validTo }: DivisionAliasInput,
  actor: Actor,
): Omit<PlaceAlias, "id"> {
  requirePostOver(actor, [Post.DATA_STEWARD], code);
  const name = given.trim();
  if (name.length < shortest || name.length > longest || source.trim() === "") {
    throw refuse("ALIAS_INCOMPLETE", { shortest, longest });
  }
  if (validFrom && validTo && validTo <= validFrom) {
    throw refuse("PERIOD_REVERSED", { start: validFrom, end: validTo });
  }
  const same = known.some((alias) => alias.name === name && alias.validFrom === (validFrom ?? null));
  if (same) throw refuse("ALIAS_KNOWN", { division: code, name });
  return {
    name,
    // In a district the name is one place's; in the district's city it may be another's too.
    withinCode: code.length > 6 ? code.slice(0, 6) : (parentCode ?? code),
    divisionCode: code,
    estateCode: null,
    gridCode: null,
    source: source.trim(),
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
  };
}
