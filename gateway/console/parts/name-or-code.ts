import { texts, useText } from "../language/language.tsx";

const said = texts(
  { unnamed: (code: string) => `${code} (name not available)` },
  { unnamed: (code: string) => `${code}（名称暂查不到）` },
);

/** What something is called; where that cannot be looked up just now its code, and a word that this is no name. */
export function useNameOrCode(): (
  code: string | null | undefined,
  name: string | null | undefined,
) => string {
  const text = useText(said);
  return (code, name) => name ?? (code ? text.unnamed(code) : "");
}
