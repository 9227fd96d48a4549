import type { Gist } from "../text/gist.ts";
import { likeness, type Rarity } from "../text/likeness.ts";
import { namesAlike, type PlaceKind, type PlaceName } from "../text/place-names.ts";

/** One demand as the trend hears it (研判用诉求): of which ticket, about what, where, by whom and when. */
export interface Heard {
  readonly ticket: string;
  readonly at: Date;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly gist: Gist;
  readonly matterCode: string | null;
  readonly divisionCode: string;
  readonly gridCode: string | null;
  readonly estateCode: string | null;
  /** The hot class its ticket is in. */
  readonly hotClass: string | null;
}

/** How near two demands lie, by where they were found to be and by the names they use. */
export enum Nearness {
  /** One estate, one grid, or one place that both name. */
  SAME = "SAME",
  /** One community. */
  NEAR = "NEAR",
  /** Of one of them nobody knows more than the town or the district. */
  UNKNOWN = "UNKNOWN",
  APART = "APART",
}

export enum MatterRelation {
  SAME = "SAME",
  /** Of one class of the catalogue: 110117-0801 and 110117-0803. */
  SIBLING = "SIBLING",
  /** One of them is not matched yet. */
  UNKNOWN = "UNKNOWN",
  DIFFERENT = "DIFFERENT",
}

/** How alike two texts must be, the less the better place and matter agree; beyond 1 never (`npm run trends`). */
const needed: Readonly<Record<Nearness, Readonly<Record<MatterRelation, number>>>> = {
  // The centre matched both to one matter in one estate: that says more than any words.
  SAME: { SAME: 0, SIBLING: 0.22, UNKNOWN: 0.28, DIFFERENT: 2 },
  NEAR: { SAME: 0.24, SIBLING: 0.31, UNKNOWN: 0.36, DIFFERENT: 2 },
  UNKNOWN: { SAME: 0.24, SIBLING: 0.31, UNKNOWN: 0.36, DIFFERENT: 2 },
  APART: { SAME: 2, SIBLING: 2, UNKNOWN: 2, DIFFERENT: 2 },
};

/** Of what people come to from all around: who names a works or a market means it, wherever they live. */
const visited: readonly PlaceKind[] = ["MARKET", "PLANT", "SCHOOL", "HOSPITAL", "SQUARE", "SHOP", "WATER"];

const nameShared = (one: Heard, other: Heard, of: (place: PlaceName) => boolean = () => true): boolean =>
  one.gist.places.some((place) => of(place) && other.gist.places.some((facing) => namesAlike(place, facing)));

const isMatter = /^\d{6}-\d{4}$/;

export function matterRelation(one: string | null, other: string | null): MatterRelation {
  if (one === null || other === null) return MatterRelation.UNKNOWN;
  if (one === other) return MatterRelation.SAME;
  const ofCatalogue = isMatter.test(one) && isMatter.test(other);
  return ofCatalogue && one.slice(0, -2) === other.slice(0, -2)
    ? MatterRelation.SIBLING
    : MatterRelation.DIFFERENT;
}

/** Where they were found to be, and then the names they use: names are often wrong, so they never part what is near. */
export function nearness(one: Heard, other: Heard): Nearness {
  const located = locatedNearness(one, other);
  if (located === Nearness.SAME) return located;
  if (located !== Nearness.APART) return nameShared(one, other) ? Nearness.SAME : located;
  return nameShared(one, other, ({ kind }) => visited.includes(kind)) ? Nearness.SAME : located;
}

function locatedNearness(one: Heard, other: Heard): Nearness {
  if (one.estateCode && other.estateCode) {
    return one.estateCode === other.estateCode ? Nearness.SAME : Nearness.APART;
  }
  if (one.gridCode && other.gridCode) {
    if (one.gridCode === other.gridCode) return Nearness.SAME;
    return one.divisionCode === other.divisionCode ? Nearness.NEAR : Nearness.APART;
  }
  const nested =
    one.divisionCode.startsWith(other.divisionCode) || other.divisionCode.startsWith(one.divisionCode);
  if (!nested) return Nearness.APART;
  return one.divisionCode.length >= 12 && other.divisionCode.length >= 12 ? Nearness.NEAR : Nearness.UNKNOWN;
}

/** How much of what it takes two demands are alike: from 1 on they are kin (同类). */
export function kinship(one: Heard, other: Heard, rarity: Rarity): number {
  const threshold = needed[nearness(one, other)][matterRelation(one.matterCode, other.matterCode)];
  if (threshold > 1) return 0;
  if (threshold === 0) return 2;
  return likeness(one.gist, other.gist, rarity) / threshold;
}

export interface Placement {
  /** The hot class it goes into; null: a new one is made of the two or more. */
  readonly hotClass: string | null;
  /** Those in no class yet that go with it. */
  readonly with: readonly Heard[];
}

/** Of a class these are asked, so that one odd member pulls nobody in and many make it no harder to join. */
const asked = 3;

/**
 * Where a demand belongs among those heard lately; null when it is like none of them. What a class is like is the mean
 * of its members most like the newcomer: a chain of likenesses, each a little further, makes no class. Nor does one
 * member that nobody could place make neighbours of two estates: most of the class must not lie elsewhere.
 */
export function placementOf(newcomer: Heard, heard: readonly Heard[], rarity: Rarity): Placement | null {
  const others = heard.filter(({ ticket }) => ticket !== newcomer.ticket);
  const kin = others.map((each) => ({ each, kinship: kinship(newcomer, each, rarity) }));
  const classes = new Map<string, { kinships: number[]; elsewhere: number }>();
  for (const { each, kinship } of kin) {
    if (!each.hotClass) continue;
    const known = classes.get(each.hotClass) ?? { kinships: [], elsewhere: 0 };
    known.kinships.push(kinship);
    if (nearness(newcomer, each) === Nearness.APART) known.elsewhere += 1;
    classes.set(each.hotClass, known);
  }
  let best: { hotClass: string; kinship: number } | null = null;
  for (const [hotClass, { kinships, elsewhere }] of classes) {
    if (elsewhere * 2 > kinships.length) continue;
    const most = kinships.toSorted((one, other) => other - one).slice(0, asked);
    const mean = most.reduce((sum, kinship) => sum + kinship, 0) / most.length;
    if (mean >= 1 && mean > (best?.kinship ?? 0)) best = { hotClass, kinship: mean };
  }
  if (best) return { hotClass: best.hotClass, with: [] };
  const alone = kin.filter(({ each, kinship }) => !each.hotClass && kinship >= 1);
  return alone.length > 0 ? { hotClass: null, with: alone.map(({ each }) => each) } : null;
}

/** Whether two demands are about one place, as far as anybody knows: what lies in the next grid is another. */
export const sharePlace = (one: Heard, other: Heard): boolean =>
  [Nearness.SAME, Nearness.UNKNOWN].includes(nearness(one, other));
