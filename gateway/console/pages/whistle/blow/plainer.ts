import type { Language, Said } from "../../../language/language.tsx";
import { Post, TicketState, Urgency } from "../../../language/terms.ts";
import { profileWords } from "../profile-words.ts";

const terms: Readonly<Record<string, Said<string>>> = { ...TicketState, ...Urgency, ...Post };

/** Why a whistle may not be blown, with the posts and states it names by code said in words. */
export const plainer = (message: string, language: Language): string =>
  message
    .replace(/\(([A-Z]+)\)/g, (written, body) => {
      const said = profileWords[language].body[body];
      return said ? `(${said})` : written;
    })
    .replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (code) => terms[code]?.[language] ?? code);
