import { type Language, type Said, texts, useLanguage } from "../../language/language.tsx";
import { Post, TimeLimitUnit, UnitKind } from "../../language/terms.ts";

/** A term of the profile, which has its name in both languages. */
export interface ProfileTerm {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
}

export const nameOf = ({ name, nameZh }: Omit<ProfileTerm, "code">, language: Language): string =>
  language === "zh" ? nameZh : name;

/** What a profile writes as a code, in words. One it learns later is said as it is written. */
export const profileWords = texts<
  Readonly<Record<"body" | "reach" | "escalation" | "seats" | "judge", Record<string, string>>>
>(
  {
    body: {
      COMMUNITY: "community",
      SUBDISTRICT: "sub-district",
      DISTRICT: "district",
      DEPARTMENT: "department",
      CENTRE: "command centre",
    },
    reach: {
      COMMUNITY: "in the community",
      SUBDISTRICT: "in the sub-district",
      DISTRICT: "in the district",
    },
    escalation: {
      CHIEF_RESPONDER: "the chief responders of the late units",
      NEXT_LEVEL: "the next level",
    },
    seats: { ONE: "1", FOUR: "4", MANY: "N", MEDIATORS: "mediators" },
    judge: { BLOWER: "whoever blew it", CENTRE: "the command centre" },
  },
  {
    body: {
      COMMUNITY: "社区",
      SUBDISTRICT: "街道",
      DISTRICT: "区县",
      DEPARTMENT: "部门",
      CENTRE: "指挥中心",
    },
    reach: { COMMUNITY: "本社区内", SUBDISTRICT: "本街道内", DISTRICT: "本区内" },
    escalation: { CHIEF_RESPONDER: "超时单位总应哨人", NEXT_LEVEL: "上一级" },
    seats: { ONE: "1", FOUR: "4", MANY: "N", MEDIATORS: "调解员" },
    judge: { BLOWER: "吹哨方", CENTRE: "指挥中心" },
  },
);

/** A limit as people say it: 5 个工作日, 5 working days. */
export function limitWords(amount: number, unit: keyof typeof TimeLimitUnit, language: Language): string {
  const said = TimeLimitUnit[unit][language];
  if (language === "zh") return unit === "MINUTES" ? `${amount} ${said}` : `${amount} 个${said}`;
  const plural = said.toLowerCase();
  return `${amount} ${amount === 1 ? plural.replace(/s$/, "") : plural}`;
}

/** Says what a profile says, in the reader's language. */
export function useProfileWords() {
  const { language } = useLanguage();
  const own = profileWords[language];
  const termIn = (terms: object, code: string): string =>
    (terms as Readonly<Record<string, Said<string> | undefined>>)[code]?.[language] ?? code;
  const list = (each: readonly string[]): string => each.join(language === "zh" ? "、" : ", ");
  return {
    language,
    list,
    name: (term: Omit<ProfileTerm, "code">) => nameOf(term, language),
    post: (code: string) => termIn(Post, code),
    unitKind: (code: string) => termIn(UnitKind, code),
    body: (code: string) => own.body[code] ?? code,
    reach: (code: string) => own.reach[code] ?? code,
    escalation: (code: string) => own.escalation[code] ?? code,
    seats: (code: string) => own.seats[code] ?? code,
    judge: (code: string) => own.judge[code] ?? code,
    limit: (amount: number, unit: keyof typeof TimeLimitUnit) => limitWords(amount, unit, language),
    term: (terms: readonly ProfileTerm[], code: string): string => {
      const found = terms.find((each) => each.code === code);
      return found ? nameOf(found, language) : code;
    },
  };
}
