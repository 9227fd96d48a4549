import type { Gist } from "../text/gist.ts";
import { likenessTo, type Rarity } from "../text/likeness.ts";
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
  // And in one place the same words say more than two matters that people chose: one of twenty is chosen wrongly.
  SAME: { SAME: 0, SIBLING: 0.1, UNKNOWN: 0.28, DIFFERENT: 0.45 },
  NEAR: { SAME: 0.24, SIBLING: 0.31, UNKNOWN: 0.36, DIFFERENT: 2 },
  UNKNOWN: { SAME: 0.24, SIBLING: 0.31, UNKNOWN: 0.4, DIFFERENT: 2 },
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

const isGrid = (code: string): boolean => !code.includes("-");

/** Whether one of them names a place, by whichever of its names, that the other names or lies in. */
function placeShared(one: Heard, other: Heard, of: (code: string) => boolean = () => true): boolean {
  const names = (naming: Heard, facing: Heard): boolean =>
    naming.gist.known.some(
      (code) =>
        of(code) &&
        (facing.gist.known.includes(code) || facing.estateCode === code || facing.gridCode === code),
    );
  return names(one, other) || names(other, one);
}

const sameCommunity = (one: Heard, other: Heard): boolean =>
  one.divisionCode.length >= 12 && one.divisionCode === other.divisionCode;

/**
 * Where they were found to be, and then the names they use: names are often wrong, so they never part what is near. They
 * join what intake put apart only within a community, where the estate next door is soon mistaken, and where many come
 * to one place from all around, such as a market with a grid of its own.
 */
export function nearness(one: Heard, other: Heard): Nearness {
  const located = locatedNearness(one, other);
  if (located === Nearness.SAME) return located;
  if (located !== Nearness.APART) {
    return nameShared(one, other) || placeShared(one, other) ? Nearness.SAME : located;
  }
  const joined =
    nameShared(one, other, ({ kind }) => visited.includes(kind)) ||
    placeShared(one, other, (code) => isGrid(code) || sameCommunity(one, other));
  return joined ? Nearness.SAME : located;
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

/** How much of what it takes others are like one: from 1 on they are kin (同类). */
export function kinshipTo(one: Heard, rarity: Rarity): (other: Heard) => number {
  const likeness = likenessTo(one.gist, rarity);
  return (other) => {
    const threshold = needed[nearness(one, other)][matterRelation(one.matterCode, other.matterCode)];
    if (threshold > 1) return 0;
    if (threshold === 0) return 2;
    return likeness(other.gist) / threshold;
  };
}

export interface Placement {
  /** The hot class it goes into; null: a new one is made of the two or more. */
  readonly hotClass: string | null;
  /** Those in no class yet that go with it. */
  readonly with: readonly Heard[];
}

/** Of a class these are asked, so that one odd member pulls nobody in and many make it no harder to join. */
const asked = 3;

/** So many that were like no class are heard again with a newcomer. */
const heardAgain = 10;

/**
 * The mean of those of a class most like it, one for each demander: a chain of likenesses, each a little further, makes
 * no class, and neither do one person's letters.
 */
function kinshipWithClass(members: readonly Heard[], kinship: (member: Heard) => number): number {
  const byDemander = new Map<string, number>();
  for (const member of members) {
    const demander = member.identity ?? member.ticket;
    byDemander.set(demander, Math.max(kinship(member), byDemander.get(demander) ?? 0));
  }
  const most = [...byDemander.values()].toSorted((one, other) => other - one).slice(0, asked);
  return most.reduce((sum, kinship) => sum + kinship, 0) / most.length;
}

/**
 * Where a demand belongs among those heard lately; null when it is like none of them. One member of a class that nobody
 * could place makes no neighbours of two estates: most of the class must not lie elsewhere. Those like it that were like
 * no class before are heard again with it: it may be what they had in common.
 */
export function placementOf(newcomer: Heard, heard: readonly Heard[], rarity: Rarity): Placement | null {
  const others = heard.filter(({ ticket }) => ticket !== newcomer.ticket);
  const kinship = kinshipTo(newcomer, rarity);
  const kin = new Map(others.map((each) => [each, kinship(each)]));
  const alone = others.filter((each) => !each.hotClass && (kin.get(each) ?? 0) >= 1);
  const classes = new Map<string, Heard[]>();
  for (const each of others) {
    if (each.hotClass) classes.set(each.hotClass, [...(classes.get(each.hotClass) ?? []), each]);
  }
  let best: { hotClass: string; kinship: number } | null = null;
  for (const [hotClass, members] of classes) {
    if (liesElsewhere(newcomer, members)) continue;
    const mean = kinshipWithClass(members, (member) => kin.get(member) ?? 0);
    if (mean >= 1 && mean > (best?.kinship ?? 0)) best = { hotClass, kinship: mean };
  }
  if (!best) return alone.length > 0 ? { hotClass: null, with: alone } : null;
  const members = [newcomer, ...(classes.get(best.hotClass) ?? [])];
  const again = alone
    .slice(0, heardAgain)
    .filter(
      (each) => !liesElsewhere(each, members) && kinshipWithClass(members, kinshipTo(each, rarity)) >= 1,
    );
  return { hotClass: best.hotClass, with: again };
}

/** Whether most of a class lie elsewhere than it. */
const liesElsewhere = (one: Heard, members: readonly Heard[]): boolean =>
  members.filter((member) => nearness(one, member) === Nearness.APART).length * 2 > members.length;

/** Whether two demands are about one place, as far as anybody knows: what lies in the next grid is another. */
export const sharePlace = (one: Heard, other: Heard): boolean =>
  [Nearness.SAME, Nearness.UNKNOWN].includes(nearness(one, other));
