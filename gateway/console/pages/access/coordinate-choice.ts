import { coordinateText, typeText } from "../../language/coordinates.ts";
import { grantable, openedBy } from "../../language/field-words.ts";
import type { Language } from "../../language/language.tsx";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Group {
  readonly group: string;
  readonly items: Choice[];
}

/** What an owner may be asked to open, type by type: all of it, or field by field; of `within`, where that was asked for. */
export function coordinateChoices(owner: string, language: Language, within?: readonly string[]): Group[] {
  return Object.entries(grantable[owner] ?? {})
    .map(([type, { whole, fields }]) => ({
      group: typeText(type, language),
      items: [...(whole ? [type] : []), ...fields.map((field) => `${type}.${field}`)]
        .filter((value) => !within || within.includes(value) || within.includes(type))
        .map((value) => ({ value, label: coordinateText(value, language) })),
    }))
    .filter(({ items }) => items.length > 0);
}

const typesOf = (owner: string) => Object.entries(grantable[owner] ?? {});

/** The personal fields that coordinates cover: each may be asked for in clear. */
export function personalIn(owner: string, coordinates: readonly string[]): string[] {
  return typesOf(owner).flatMap(([type, { personal }]) =>
    personal
      .map((field) => `${type}.${field}`)
      .filter((field) => coordinates.includes(field) || coordinates.includes(type)),
  );
}

export const clearChoices = (owner: string, coordinates: readonly string[], language: Language): Choice[] =>
  personalIn(owner, coordinates).map((value) => ({ value, label: coordinateText(value, language) }));

/**
 * Of what an address names those the owner may be asked for. A way into a type, `Ticket.policeCalls`, stands for the
 * type, whose grant opens it.
 */
export function coordinatesNamed(owner: string, written: string | null): string[] {
  const known = new Set(
    typesOf(owner).flatMap(([type, { whole, fields }]) => [
      ...(whole ? [type] : []),
      ...fields.map((field) => `${type}.${field}`),
    ]),
  );
  const named = (written ?? "").split(",").map((each) => openedBy[each.trim()] ?? each.trim());
  return [...new Set(named)].filter((each) => known.has(each));
}

/** The subgraph whose owner is asked, by what is named: `civil-affairs`. */
export const ownerNamed = (written: string | null): string | null =>
  written !== null && Object.hasOwn(grantable, written) ? written : null;

export const grantingOwners = Object.keys(grantable);
