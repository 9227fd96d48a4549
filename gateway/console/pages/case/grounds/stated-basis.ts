/** On what a look-up rests: chosen once in a tab, by one holder; another's basis is none for this one. */
interface Kept {
  readonly holder: string;
  readonly basis: string;
}

const stored = "whistlegraph:basis";

export function statedBasis(holder: string): string | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(stored) ?? "null") as Kept | null;
    return kept?.holder === holder ? kept.basis : undefined;
  } catch {
    return undefined;
  }
}

export function keepBasis(holder: string, basis: string | undefined): void {
  if (basis === undefined) sessionStorage.removeItem(stored);
  else sessionStorage.setItem(stored, JSON.stringify({ holder, basis } satisfies Kept));
}

/** The code at the beginning of what was typed or chosen: a power item's, an agreement's or an emergency access's. */
export const basisIn = (typed: string): string | undefined =>
  /^(\d{16}|\d{6}-[A-Z]{1,2}-\d{4,})(?=$|\s)/i.exec(typed.normalize("NFKC").trim())?.[1]?.toUpperCase();
