import { isMeaning } from "../text/gist.ts";
import type { HotClass } from "./hot-class.ts";
import type { Heard } from "./kinship.ts";

type Reasons = Pick<
  HotClass,
  "words" | "placeNames" | "matterCode" | "divisionCode" | "estateCode" | "gridCode"
>;

/** Words and places told of a class at most. */
const told = 6;

/** Why tickets belong together: what at least half of them speak of, and where they lie as far as they lie together. */
export function reasonsOf(heard: readonly Heard[]): Reasons {
  const half = heard.length / 2;
  const words = mostOften(
    heard.map(({ gist }) => gist.passages.flatMap((passage) => [...passage].filter(isMeaning))),
  );
  const names = mostOften(heard.map(({ gist }) => gist.places.map(({ head }) => head)));
  const estate = byMost(heard.map(({ estateCode }) => estateCode));
  const grid = byMost(heard.map(({ gridCode }) => gridCode));
  return {
    words: words.filter(([, times]) => times >= half).map(([word]) => word.slice(1)),
    placeNames: names.filter(([, times]) => times > 1).map(([name]) => name),
    matterCode: byMost(heard.map(({ matterCode }) => matterCode))?.value ?? null,
    divisionCode: commonDivision(heard.map(({ divisionCode }) => divisionCode)),
    estateCode: estate && estate.times >= half ? estate.value : null,
    gridCode: (!estate || estate.times < half) && grid && grid.times >= half ? grid.value : null,
  };
}

/** What is met in the most of them, the most first. */
function mostOften(lists: readonly (readonly string[])[]): (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const list of lists) for (const each of new Set(list)) times.set(each, (times.get(each) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one).slice(0, told);
}

function byMost(values: readonly (string | null)[]): { value: string; times: number } | null {
  const [most] = mostOften(values.map((value) => (value === null ? [] : [value])));
  return most ? { value: most[0], times: most[1] } : null;
}

/** The smallest division that holds all of them whose place is known so far. */
function commonDivision(codes: readonly string[]): string {
  const [first = "", ...others] = codes.toSorted((one, other) => other.length - one.length);
  for (const length of [12, 9, 6]) {
    const division = first.slice(0, length);
    const holds = others.every((code) => code.startsWith(division) || division.startsWith(code));
    if (division.length === length && holds) return division;
  }
  return first.slice(0, 6);
}
