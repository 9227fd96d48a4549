import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** The same thing said in each language: words, sentences with something in them, or a whole page's texts. */
export type Said<Text> = Readonly<Record<Language, Text>>;

/** Texts of one page or part, in both languages; that neither lacks one is held by the types. */
export const texts = <Texts,>(en: Texts, zh: Texts): Said<Texts> => ({ en, zh });

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const stored = "whistlegraph:language";
const LanguageContext = createContext<LanguageChoice>({ language: "zh", choose: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    localStorage.setItem(stored, chosen);
    setLanguage(chosen);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
}

/** What was chosen before, else what the browser asks for, else Chinese. */
function firstLanguage(): Language {
  const before = localStorage.getItem(stored);
  if (before === "zh" || before === "en") return before;
  return navigator.language.toLowerCase().startsWith("en") ? "en" : "zh";
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** Of what is said in both languages, the reader's. */
export const useText = <Text,>(said: Said<Text>): Text => said[useLanguage().language];
