import { numbersInText } from "../../shared/codes.ts";
import { normalised } from "./normalised.ts";
import { type KnownPlace, type PlaceName, placeNames } from "./place-names.ts";
import { meanings, sayingNothing, wordsOfMeaning } from "./vocabulary.ts";

/** What a message is about (诉求要点): a set of terms for each of its passages, and the places it names. */
export interface Gist {
  /** What each passage says, and last what all of them say together. */
  readonly passages: readonly ReadonlySet<string>[];
  readonly places: readonly PlaceName[];
  /** Codes of the places it names that the grid centre knows, by whichever name. */
  readonly known: readonly string[];
}

/** By what one matter ends and the next begins. */
const ends =
  /[。！？!?；;\n]|另外|还有就是|还有一?[个件]|顺便|再就是|再说一?[个件]|第二[,，、]|第三[,，、]|其次|此外|二是|三是|对了/u;

/** Takes words out of a text from left to right, the longest that begins at a place, and tells of each. */
function wordsOut(words: readonly string[]): (text: string, told?: (word: string) => void) => string {
  const byFirst = new Map<string, string[]>();
  for (const word of words) byFirst.set(word[0] ?? "", [...(byFirst.get(word[0] ?? "") ?? []), word]);
  return (text, told) => {
    let rest = "";
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const word = byFirst.get(text[at] ?? "")?.find((each) => text.startsWith(each, at));
      if (word === undefined) continue;
      told?.(word);
      rest += `${text.slice(from, at)} `;
      from = at + word.length;
      at = from - 1;
    }
    return rest + text.slice(from);
  };
}

const withoutNothing = wordsOut(sayingNothing);
const withoutMeant = wordsOut(wordsOfMeaning);
const numbers = new RegExp(numbersInText, "gu");

/** Two terms at least, or it goes with the next passage. */
const enough = 2;

/** Characters that are heard of a text: twice what a letter has at most. */
const heard = 1_600;

export function gistOf(text: string, known: readonly KnownPlace[] = []): Gist {
  const said = normalised(text.slice(0, heard)).replace(numbers, " ");
  const { names: places } = placeNames(said);
  const { rest } = placeNames(withoutNames(said, known));
  const codes = [...new Set(known.map(({ code }) => code))];
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
  if (whole.size === 0) return { passages: [open], places, known: codes };
  return { passages: passages.length > 1 ? [...passages, whole] : [whole], places, known: codes };
}

/** What a place is called says nothing of the matter. */
function withoutNames(text: string, known: readonly KnownPlace[]): string {
  const names = known.map(({ name }) => normalised(name)).toSorted((one, other) => other.length - one.length);
  return names.reduce((rest, name) => rest.replaceAll(name, " "), text);
}

/** A meaning is written `=充电设施`, a circumstance `=~夜间`; what the vocabulary does not know are pairs of characters. */
export const isMeaning = (term: string): boolean => /^=[^~]/.test(term);

/** The terms of a passage: meanings first, then the pairs of characters between them. */
export function termsOf(passage: string): string[] {
  const terms: string[] = [];
  const between = withoutMeant(passage, (word) => terms.push(`=${meanings.get(word)}`));
  for (const run of withoutNothing(between).match(/[\u4e00-\u9fff]{2,}|[a-z][a-z0-9]+/gu) ?? []) {
    if (/^[a-z]/.test(run)) terms.push(run);
    else for (let at = 0; at + 2 <= run.length; at += 1) terms.push(run.slice(at, at + 2));
  }
  return terms;
}
