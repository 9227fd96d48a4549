import { type Language, type Said, useLanguage } from "../../../language/language.tsx";
import { Post, TicketState, Urgency } from "../../../language/terms.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { profileWords } from "../profile-words.ts";

const terms: Readonly<Record<string, Said<string>>> = { ...TicketState, ...Urgency, ...Post };

/** Codes of bodies that stand by themselves: not within a ticket's number or the name of a list. */
const bodyCode = /(?<![\w-])\d{6}(?:\d{3}|\d{6})?(?:-[A-Z]+)*(?![\w:-])/g;

/** Told of by whatever else the page knows a word for: kinds of whistle by their codes. */
type Words = Readonly<Record<string, Said<string>>>;

/** A sentence of the graph with names and words where it says codes; between Chinese letters no space is left. */
export function plainer(
  message: string,
  language: Language,
  { unitName = (code) => code, words = {} }: { unitName?: (code: string) => string; words?: Words } = {},
): string {
  const said = message
    .replace(/\(([A-Z]+)\)/g, (written, body) => {
      const own = profileWords[language].body[body];
      return own ? `(${own})` : written;
    })
    .replace(bodyCode, unitName)
    .replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (code) => (words[code] ?? terms[code])?.[language] ?? code);
  return language === "zh"
    ? said
        .replace(/(?<=[\p{Script=Han}）]) +(?=[\p{Script=Han}(])/gu, "")
        .replace(/(?<=\p{Script=Han})\(([^()]*)\)/gu, "（$1）")
        .replace(/(?<=\p{Script=Han}）?)\/(?=\p{Script=Han})/gu, "、")
    : said;
}

/** The same, with the names of the bodies that the sentences name looked up. */
export function usePlainer(messages: readonly string[], words?: Words): (message: string) => string {
  const { language } = useLanguage();
  const unitName = useUnitNames(messages.flatMap((message) => message.match(bodyCode) ?? []));
  return (message) => plainer(message, language, { unitName, ...(words ? { words } : {}) });
}
