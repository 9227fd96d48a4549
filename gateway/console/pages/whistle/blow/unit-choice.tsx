import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useText } from "../../../language/language.tsx";
import { useProfileWords } from "../profile-words.ts";
import { blowSaid } from "./blow.text.ts";
import type { Unit } from "./blow-values.ts";
import { isOf, type Target, useUnitsToCall } from "./use-call-choices.ts";

/** A unit in reach of the whistle: those competent for the matter first, then the others by kind. */
export function UnitChoice({
  label,
  target,
  competent,
  taken,
  required = false,
  error,
  onPick,
}: {
  label: string;
  target: Target;
  competent: readonly Unit[];
  /** Codes of units that are called already. */
  taken: readonly string[];
  required?: boolean;
  error?: string | undefined;
  onPick: (unit: Unit) => void;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 300);
  const units = useUnitsToCall(target, search).filter(({ code }) => !taken.includes(code));
  const first = competent.filter((unit) => isOf(target, unit) && !taken.includes(unit.code));
  const others = units.filter(({ code }) => !first.some((unit) => unit.code === code));
  const option = ({ code, name }: Unit) => ({ value: code, label: name });
  const byKind = [...new Set(others.map(({ kind }) => kind))].map((kind) => ({
    group: words.unitKind(kind),
    items: others.filter((unit) => unit.kind === kind).map(option),
  }));
  return (
    <Select
      label={label}
      placeholder={text.pick}
      withAsterisk={required}
      maxDropdownHeight={320}
      nothingFoundMessage={text.nothingFound}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      onChange={(code) => {
        const picked = [...first, ...others].find((unit) => unit.code === code);
        if (picked) onPick({ code: picked.code, name: picked.name, kind: picked.kind });
        setTyped("");
      }}
      data={[...(first.length > 0 ? [{ group: text.competent, items: first.map(option) }] : []), ...byKind]}
      error={error}
    />
  );
}
