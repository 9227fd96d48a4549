import { type Gist, isMeaning } from "./gist.ts";

/** How many demands a term was met in, of how many (词频). A term it does not know was met in none. */
export interface Rarity {
  readonly demands: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Nothing was counted yet: every term says as much as any other. */
export const unknownRarity: Rarity = { demands: 0, of: new Map() };

/**
 * Set on one half of the labelled messages (`npm run trends`). A word of the vocabulary says as much as eight pairs of
 * characters; what weighs less than `evidence` is no certainty, however short both passages are.
 */
const meaningWeight = 8;
const evidence = 3;

/** Stock phrases (请督促落实) are alike to the letter and say nothing of the matter: so much is left where no meaning is shared. */
const withoutMeaning = 0.35;

/** From nearly nothing, for a term in every demand, to one (or to `meaningWeight`). */
function weights({ demands, of }: Rarity): (term: string) => number {
  const rarest = Math.log(demands + 2);
  const rare = (met: number): number => Math.max(Math.log((demands + 2) / (met + 1)) / rarest, 0.02);
  const known = new Map<string, number>();
  for (const [term, met] of of) known.set(term, rare(met));
  const unknown = rare(0);
  return (term) => (known.get(term) ?? unknown) * (isMeaning(term) ? meaningWeight : 1);
}

/**
 * How alike other messages are to one in what they say, 0 to 1: of the two their passages that are most alike decide, so
 * that a second matter in one of them, or a long complaint around it, takes nothing away. Asked of many messages, which
 * may be long: what each passage shares with every passage of the one is added up term by term.
 */
export function likenessTo(one: Gist, rarity: Rarity): (other: Gist) => number {
  const weightOf = weights(rarity);
  const lengthOf = (passage: ReadonlySet<string>): number => {
    let sum = 0;
    for (const term of passage) sum += weightOf(term) ** 2;
    return sum;
  };
  const lengths = one.passages.map(lengthOf);
  const saidIn = new Map<string, { readonly weight: number; readonly meant: boolean; in: number[] }>();
  for (const [index, passage] of one.passages.entries()) {
    for (const term of passage) {
      const said = saidIn.get(term);
      if (said) said.in.push(index);
      else saidIn.set(term, { weight: weightOf(term), meant: isMeaning(term), in: [index] });
    }
  }
  const shared = new Float64Array(lengths.length);
  const sharedWeight = new Float64Array(lengths.length);
  const meant = new Uint8Array(lengths.length);

  /** The greatest cosine of two sets of weighted terms, less where they share little. */
  return (other) => {
    let most = 0;
    for (const passage of other.passages) {
      shared.fill(0);
      sharedWeight.fill(0);
      meant.fill(0);
      let any = false;
      for (const term of passage) {
        const said = saidIn.get(term);
        if (!said) continue;
        any = true;
        for (const index of said.in) {
          shared[index] = (shared[index] ?? 0) + said.weight ** 2;
          sharedWeight[index] = (sharedWeight[index] ?? 0) + said.weight;
          if (said.meant) meant[index] = 1;
        }
      }
      if (!any) continue;
      const facing = lengthOf(passage);
      for (const [index, length] of lengths.entries()) {
        const cosine = (shared[index] ?? 0) / Math.sqrt(length * facing);
        const certainty = Math.min(1, (sharedWeight[index] ?? 0) / evidence);
        most = Math.max(most, cosine * certainty * (meant[index] ? 1 : withoutMeaning) || 0);
      }
    }
    return most;
  };
}
