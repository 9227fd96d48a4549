import { numbersInText } from "../../shared/codes.ts";
import { normalised } from "./normalised.ts";
import { type PlaceName, placeNames } from "./place-names.ts";
import { meanings, sayingNothing, wordsOfMeaning } from "./vocabulary.ts";

/** What a message is about (诉求要点): a set of terms for each of its passages, and the places it names. */
export interface Gist {
  /** What each passage says, and last what all of them say together. */
  readonly passages: readonly ReadonlySet<string>[];
  readonly places: readonly PlaceName[];
}

/** By what one matter ends and the next begins. */
const ends =
  /[。！？!?；;\n]|另外|还有就是|还有一?[个件]|顺便|再就是|再说一?[个件]|第二[,，、]|第三[,，、]|其次|此外|二是|三是|对了/u;

const longestFirst = (words: readonly string[]): RegExp =>
  new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "gu");

const nothing = longestFirst(sayingNothing);
const meant = longestFirst(wordsOfMeaning);
const numbers = new RegExp(numbersInText, "gu");

/** Two terms at least, or it goes with the next passage. */
const enough = 2;

export function gistOf(text: string): Gist {
  const { names, rest } = placeNames(normalised(text).replace(numbers, " "));
  const passages: Set<string>[] = [];
  let open = new Set<string>();
  for (const passage of rest.split(ends)) {
    for (const term of termsOf(passage)) open.add(term);
    if (open.size < enough) continue;
    passages.push(open);
    open = new Set();
  }
  for (const term of open) (passages.at(-1) ?? open).add(term);
  const whole = new Set(passages.flatMap((passage) => [...passage]));
  if (whole.size === 0) return { passages: [open], places: names };
  return { passages: passages.length > 1 ? [...passages, whole] : [whole], places: names };
}

/** A meaning is written `=充电设施`, a circumstance `=~夜间`; what the vocabulary does not know are pairs of characters. */
export const isMeaning = (term: string): boolean => /^=[^~]/.test(term);

/** The terms of a passage: meanings first, then the pairs of characters between them. */
export function termsOf(passage: string): string[] {
  const terms: string[] = [];
  const between = passage.replace(meant, (word) => {
    terms.push(`=${meanings.get(word)}`);
    return " ";
  });
  for (const run of between.replace(nothing, " ").match(/[\u4e00-\u9fff]{2,}|[a-z][a-z0-9]+/gu) ?? []) {
    if (/^[a-z]/.test(run)) terms.push(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) terms.push(run.slice(at, at + 2));
  }
  return terms;
}
