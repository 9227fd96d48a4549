import { numbersInText } from "../../shared/codes.ts";
import { normalised } from "./normalised.ts";

/** What a ticket is found by. */
export interface Searched {
  /** Read by whoever sees the ticket. */
  readonly title: string;
  readonly texts: readonly string[];
  /** Numbers of ticket and demand. */
  readonly codes: readonly string[];
  /** Names of people, and by which numbers they are reached: only for who may know them. */
  readonly people: readonly string[];
  readonly numbers: readonly string[];
  /** Codes of places it names: for the trend, which no words of a search reach. */
  readonly places: readonly string[];
}

type Weight = "A" | "B" | "C";

const everyNumber = new RegExp(numbersInText, "gu");
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Marks what only those may search who may know it. */
const person = "@";
const number = "#";
const namedPlace = "&";
const jointOf = "~";

/** The term of a place that a text names (所提地点), by its code. */
export const placeTerm = (code: string): string => `'${namedPlace}${code.replace(/[^0-9A-Za-z-]/g, "")}'`;

/** Overlapping pieces: pairs of Chinese characters, threes of anything else; the last are shorter, so that every place in a run begins one. */
function pieces(run: string): string[] {
  const size = sizeOf(run);
  const characters = [...run];
  return characters.map((_, at) => characters.slice(at, at + size).join(""));
}

const runsOf = (text: string): string[] => normalised(text).match(runs) ?? [];

/** As PostgreSQL reads a `tsvector`: every piece with its places, by which words are found however they are cut. */
export function searchTerms({ title, texts, codes, people, numbers, places }: Searched): string {
  const terms = new Map<string, string[]>();
  let at = 0;
  const add = (text: string, weight: Weight, mark = ""): void => {
    for (const run of runsOf(text)) {
      for (const piece of pieces(run)) {
        at += 1;
        const known = terms.get(mark + piece);
        const place = `${Math.min(at, 16_383)}${weight}`;
        if (known) known.push(place);
        else terms.set(mark + piece, [place]);
      }
      at += 1; // what was apart is not found together
    }
  };
  const joined = new Set<string>();
  const addOpen = (text: string, weight: Weight): void => {
    const open = text.replace(everyNumber, " ");
    add(open, weight);
    for (const joint of touchingRuns(open).flatMap(joints)) joined.add(joint);
    for (const [found] of text.matchAll(everyNumber)) add(found.replace(/\D/g, ""), "C", number);
  };
  addOpen(title, "A");
  for (const text of texts) addOpen(text, "B");
  for (const code of codes) add(code, "C");
  for (const each of people) add(each, "C", person);
  for (const each of numbers) add(each.replace(/\D/g, ""), "C", number);
  const said = [...terms].map(([piece, at]) => `'${piece}':${at.slice(0, 255).join(",")}`);
  return [...said, ...joined, ...new Set(places.map(placeTerm))].join(" ");
}

/** Words as PostgreSQL reads a `tsquery`. */
export interface WordsSought {
  /** Every word, to its last piece. */
  readonly whole: string;
  /** What of it the index finds at once. */
  readonly indexed: string;
}

/** A run of one script in a word. */
interface Run {
  readonly text: string;
  /** Another run follows it with nothing between, such as 号楼 after 12. */
  readonly touched: boolean;
}

/**
 * The words somebody gave: all of them must be there, each in one piece; null where there is none, or one of a single
 * character, which begins a piece of nearly every ticket. `knowsPeople`: names and numbers of people are looked through
 * too. For others what touches is found touching only: a word and a number beside it would else be found wherever there
 * is any number.
 */
export function wordsSought(
  words: string,
  { knowsPeople }: { readonly knowsPeople: boolean },
): WordsSought | null {
  const groups = touchingRuns(words);
  const lengthOf = (group: readonly Run[]): number =>
    group.reduce((length, { text }) => length + [...text].length, 0);
  if (groups.length === 0 || groups.some((group) => lengthOf(group) < 2)) return null;
  const sought = groups.map((group) => {
    const full = group.filter(({ text }) => [...text].length >= sizeOf(text));
    // Too short to be of a name or a telephone, such as 3楼, it is found where it is said alone.
    const open = !knowsPeople || (group.length > 1 && full.length === 0);
    const exact = group.filter((run) => run.touched || full.includes(run));
    return {
      whole: open ? `(${inOnePlace(group)})` : group.map(withPeople).join(" & "),
      indexed: open ? [...joints(group), ...exact.map((run) => phrase(run))] : exact.map(withPeople),
    };
  });
  const whole = sought.map((each) => each.whole).join(" & ");
  return { whole, indexed: sought.flatMap(({ indexed }) => indexed).join(" & ") || whole };
}

/** Terms of what is said where runs touch: 2号 and 楼3 of 12号楼3单元. They have no places, so nothing else may begin as they do. */
const joints = (touching: readonly Run[]): string[] =>
  touching.slice(1).map(({ text }, before) => {
    const last = [...(touching[before]?.text ?? "")].at(-1);
    return `'${jointOf}${last}${[...text][0]}'`;
  });

function withPeople(run: Run): string {
  const marked = /^\d+$/.test(run.text) ? number : person;
  return `(${phrase(run)} | ${phrase(run, marked)})`;
}

/** Word by word, the runs of each. */
function touchingRuns(words: string): Run[][] {
  const groups: { text: string; touched: boolean }[][] = [];
  let end = -1;
  for (const { 0: text, index } of normalised(words).matchAll(runs)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && index === end) {
      before.touched = true;
      last.push({ text, touched: false });
    } else groups.push([{ text, touched: false }]);
    end = index + text.length;
  }
  return groups;
}

const inOnePlace = (touching: readonly Run[]): string =>
  touching
    .map((run, at) => {
      const before = touching[at - 1];
      return before ? ` <${stepFrom(before.text)}> ${phrase(run)}` : phrase(run);
    })
    .join("");

/** From the last piece that a phrase names of a run to the first of the run that touches it. */
const stepFrom = (run: string): number => Math.min([...run].length, sizeOf(run)) + 1;

const sizeOf = (run: string): number => (/\p{Script=Han}/u.test(run) ? 2 : 3);

/** A run too short for a piece begins one, or is the last of one where another run touches it. */
function phrase({ text, touched }: Run, mark = ""): string {
  const whole = pieces(text).filter((piece) => [...piece].length === sizeOf(text));
  if (whole.length === 0) return `'${mark}${text}'${touched ? "" : ":*"}`;
  return `(${whole.map((piece) => `'${mark}${piece}'`).join(" <-> ")})`;
}
