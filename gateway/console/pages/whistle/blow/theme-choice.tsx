import { Select } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { type ProfileTerm, useProfileWords } from "../profile-words.ts";
import { blowSaid } from "./blow.text.ts";

/** The theme of a whistle, where its kind has some to choose from. */
export function ThemeChoice({
  codes,
  terms,
  value,
  onChange,
  error,
}: {
  /** Those of the kind. */
  codes: readonly string[];
  /** Those of the profile, for their names. */
  terms: readonly ProfileTerm[];
  value: string;
  onChange: (theme: string) => void;
  error: string | undefined;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  if (codes.length === 0) return null;
  return (
    <Select
      miw={200}
      label={text.theme}
      withAsterisk
      searchable
      data={codes.map((code) => ({ value: code, label: words.term(terms, code) }))}
      value={value || null}
      onChange={(theme) => onChange(theme ?? "")}
      error={error}
    />
  );
}
