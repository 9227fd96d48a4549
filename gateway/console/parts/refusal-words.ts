import type { Refusal } from "../graph/refusal.ts";
import { type Language, type Said, useLanguage } from "../language/language.tsx";
import type { Terms } from "../language/term.ts";
import { Post, TicketState, WhistleState } from "../language/terms.ts";
import { momentText } from "../language/time.ts";
import { useOffice } from "../language/work-calendar.tsx";
import { useUnitNames } from "./unit-names.ts";

/** What a page calls the things of the graph a refusal may speak of, by their names there: its moves, its states. */
export type OwnWords = Readonly<Record<string, Said<string>>>;

/** Codes of bodies: a district's, a sub-district's, a community's, or a department's. */
const bodyCode = /^\d{6}(\d{3}|\d{6})?(-[A-Z]+)*$/;

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The codes, names and instants of the graph's own that a refusal says: what it is about, and what would be allowed. */
export function codesIn({ details, moves, lastChange }: Refusal): readonly string[] {
  const given = Object.values(details).flat();
  const codes = given.filter(
    (each): each is string => typeof each === "string" && (/^\w[\w-]*$/.test(each) || instant.test(each)),
  );
  return [...new Set([...codes, ...moves, ...(lastChange ? [lastChange.unit] : [])])];
}

/**
 * The same sentence with names and words where it has codes. Only whole codes the refusal names as what it is about are
 * replaced, the longest first: a code within a number stays. Between Chinese letters no space is left.
 */
export function inWords(
  sentence: string,
  codes: readonly string[],
  wordFor: (code: string) => string | undefined,
  language: Language,
): string {
  const longestFirst = [...codes].sort((one, other) => other.length - one.length);
  const told = longestFirst.reduce((text, code) => {
    const word = wordFor(code);
    return word === undefined
      ? text
      : text.replace(new RegExp(`(?<![\\w-])${code.replaceAll(".", "\\.")}(?![\\w-])`, "g"), () => word);
  }, sentence);
  return language === "zh"
    ? told.replace(/(?<=[\p{Script=Han}\p{P}]) +(?=\p{Script=Han})|(?<=\p{Script=Han}) +(?=\p{P})/gu, "")
    : told;
}

/** States of tickets and of whistles share some names; which of the two a refusal is about, its code says. */
const termsOf = ({ code }: Refusal): readonly Terms<string>[] =>
  code.startsWith("WHISTLE") ? [Post, WhistleState, TicketState] : [Post, TicketState, WhistleState];

/** Says a sentence of a refusal with the names of bodies, the office's time, and the reader's words for posts, states and the page's own. */
export function useRefusalWords(
  refusal: Refusal,
  own: OwnWords = {},
): { readonly say: (sentence: string) => string; readonly unitName: (code: string) => string } {
  const { language } = useLanguage();
  const { now } = useOffice();
  const codes = codesIn(refusal);
  const unitName = useUnitNames(codes.filter((code) => bodyCode.test(code)));
  const wordFor = (code: string): string | undefined => {
    if (bodyCode.test(code)) return unitName(code);
    if (instant.test(code)) return momentText(code, language, now);
    // The graph's names of moves are English verbs: in an English sentence only those of several words read ill.
    if (language === "en" && /^[a-z]+$/.test(code)) return undefined;
    const said = [own, ...termsOf(refusal)].map((terms) => terms[code]).find(Boolean);
    return said?.[language];
  };
  return { say: (sentence) => inWords(sentence, codes, wordFor, language), unitName };
}
