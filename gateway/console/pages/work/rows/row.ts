import type { Said } from "../../../language/language.tsx";
import type { Fact, Which } from "../../../parts/moves/which.ts";

/** What a list shows of anything that waits: which, about what, where, when it is due and how it stands. */
export interface Row extends Which {
  readonly href?: string | undefined;
  readonly place?: string | undefined;
  readonly due?: string | undefined;
  /** Since when it waits, where nothing says until when. */
  readonly since?: string | undefined;
}

interface Located {
  readonly path: readonly { readonly name: string; readonly level: string }[];
}

/** Where it is as people say it: sub-district and community, or the grid, whose name says the community already. */
export function placeOf(
  division: Located | null | undefined,
  grid?: { readonly name: string } | null,
): string | undefined {
  const path = division?.path ?? [];
  const local = path.filter(({ level }) => level === "TOWNSHIP" || (level === "COMMUNITY" && !grid));
  const names = (local.length > 0 || grid ? local : path.slice(-1)).map(({ name }) => name);
  return [...names, ...(grid ? [grid.name] : [])].join(" ") || undefined;
}

export const factsOf = (
  ...facts: readonly (readonly [label: Said<string>, text: string | null | undefined])[]
): readonly Fact[] => facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
