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
}

type Weight = "A" | "B" | "C";

const everyNumber = new RegExp(numbersInText, "gu");
const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Marks what only those may search who may know it. */
const person = "@";
const number = "#";

/** Overlapping pieces: pairs of Chinese characters, threes of anything else; the last are shorter, so that every place in a run begins one. */
function pieces(run: string): string[] {
  const size = sizeOf(run);
  const characters = [...run];
  return characters.map((_, at) => characters.slice(at, at + size).join(""));
}

const runsOf = (text: string): string[] => normalised(text).match(runs) ?? [];

/** As PostgreSQL reads a `tsvector`: every piece with its places, by which words are found however they are cut. */
export function searchTerms({ title, texts, codes, people, numbers }: Searched): string {
  const places = new Map<string, string[]>();
  let at = 0;
  const add = (text: string, weight: Weight, mark = ""): void => {
    for (const run of runsOf(text)) {
      for (const piece of pieces(run)) {
        at += 1;
        const known = places.get(mark + piece);
        const place = `${Math.min(at, 16_383)}${weight}`;
        if (known) known.push(place);
        else places.set(mark + piece, [place]);
      }
      at += 1; // what was apart is not found together
    }
  };
  const addOpen = (text: string, weight: Weight): void => {
    add(text.replace(everyNumber, " "), weight);
    for (const [found] of text.matchAll(everyNumber)) add(found.replace(/\D/g, ""), "C", number);
  };
  addOpen(title, "A");
  for (const text of texts) addOpen(text, "B");
  for (const code of codes) add(code, "C");
  for (const each of people) add(each, "C", person);
  for (const each of numbers) add(each.replace(/\D/g, ""), "C", number);
  return [...places].map(([piece, at]) => `'${piece}':${at.slice(0, 255).join(",")}`).join(" ");
}

/**
 * The words somebody gave as PostgreSQL reads a `tsquery`: all of them must be there, each in one piece; null where there
 * is nothing to look for. `knowsPeople`: names and numbers of people are looked through too. For others what touches is
 * found touching only: a word and a number beside it would else be found wherever there is any number.
 */
export function searchQuery(
  words: string,
  { knowsPeople }: { readonly knowsPeople: boolean },
): string | null {
  const found = knowsPeople ? runsOf(words).map(withPeople) : touchingRuns(words).map(inOnePlace);
  return found.length === 0 ? null : found.join(" & ");
}

function withPeople(run: string): string {
  const marked = /^\d+$/.test(run) ? number : person;
  return `(${phrase(run)} | ${phrase(run, marked)})`;
}

/** Runs of one script that follow each other with nothing between, such as 12 and 号楼. */
function touchingRuns(words: string): string[][] {
  const groups: string[][] = [];
  let end = -1;
  for (const { 0: run, index } of normalised(words).matchAll(runs)) {
    const last = groups.at(-1);
    if (last && index === end) last.push(run);
    else groups.push([run]);
    end = index + run.length;
  }
  return groups;
}

const inOnePlace = (touching: readonly string[]): string => {
  const [first = "", ...others] = touching;
  const joined = others.reduce(
    (query, run, at) => `${query} <${stepFrom(touching[at] ?? "")}> ${phrase(run)}`,
    phrase(first),
  );
  return others.length > 0 ? `(${joined})` : joined;
};

/** From the last piece that a phrase names of a run to the first of the run that touches it. */
const stepFrom = (run: string): number => Math.min([...run].length, sizeOf(run)) + 1;

const sizeOf = (run: string): number => (/\p{Script=Han}/u.test(run) ? 2 : 3);

function phrase(run: string, mark = ""): string {
  const whole = pieces(run).filter((piece) => [...piece].length === sizeOf(run));
  if (whole.length === 0) return `'${mark}${run}':*`;
  return `(${whole.map((piece) => `'${mark}${piece}'`).join(" <-> ")})`;
}
