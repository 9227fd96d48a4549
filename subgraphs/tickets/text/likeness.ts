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
export function weightOf(term: string, { demands, of }: Rarity): number {
  const rare = Math.log((demands + 2) / ((of.get(term) ?? 0) + 1)) / Math.log(demands + 2);
  return Math.max(rare, 0.02) * (isMeaning(term) ? meaningWeight : 1);
}

/**
 * How alike two messages are in what they say, 0 to 1: their two passages that are most alike decide, so that a second
 * matter in one of them, or a long complaint around it, takes nothing away.
 */
export function likeness(one: Gist, other: Gist, rarity: Rarity): number {
  let most = 0;
  for (const passage of one.passages) {
    for (const facing of other.passages) most = Math.max(most, overlap(passage, facing, rarity));
  }
  return most;
}

/** The cosine of two sets of weighted terms, less where they share little. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>, rarity: Rarity): number {
  let shared = 0;
  let sharedWeight = 0;
  let meant = false;
  for (const term of one) {
    if (!other.has(term)) continue;
    const weight = weightOf(term, rarity);
    shared += weight * weight;
    sharedWeight += weight;
    meant ||= isMeaning(term);
  }
  if (shared === 0) return 0;
  const cosine = shared / Math.sqrt(length(one, rarity) * length(other, rarity));
  return cosine * Math.min(1, sharedWeight / evidence) * (meant ? 1 : withoutMeaning);
}

const lengths = new WeakMap<Rarity, WeakMap<ReadonlySet<string>, number>>();

function length(passage: ReadonlySet<string>, rarity: Rarity): number {
  const known = lengths.get(rarity) ?? new WeakMap<ReadonlySet<string>, number>();
  lengths.set(rarity, known);
  let sum = known.get(passage);
  if (sum === undefined) {
    sum = 0;
    for (const term of passage) sum += weightOf(term, rarity) ** 2;
    known.set(passage, sum);
  }
  return sum;
}
