import { type Said, useLanguage } from "./language.tsx";

/** The words of an enum of the graph, from `terms.ts`. */
export type Terms<Value extends string> = Readonly<Record<Value, Said<string>>>;

/** Says a value of an enum in the reader's language; one the page does not know yet as the graph writes it. */
export function useTerm(): <Value extends string>(terms: Terms<Value>, value: Value) => string {
  const { language } = useLanguage();
  return (terms, value) => (terms[value] as Said<string> | undefined)?.[language] ?? value;
}
