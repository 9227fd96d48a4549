import { Select } from "@mantine/core";
import { useState } from "react";
import { texts, useText } from "../../../language/language.tsx";

const said = texts(
  { nothing: "Nothing of this name", looking: "Looking up", type: "Part of a name, or choose" },
  { nothing: "没有此名称", looking: "查找中", type: "输入名称的一部分，或直接选择" },
);

export interface Found {
  readonly value: string;
  readonly label: string;
}

/** What a field of a form is given by the form around it. */
export interface Spoken {
  readonly label: string;
  readonly description: string | undefined;
  readonly withAsterisk: boolean;
  readonly value?: Found | null;
  readonly onChange?: (value: Found | null) => void;
  readonly error?: unknown;
  readonly "data-path"?: string;
}

/** One of many things of the graph's, found by part of its name. What was chosen keeps its name, whatever is typed next. */
export function LookUpChoice({
  groups,
  looking,
  search,
  value = null,
  onChange,
  error,
  ...spoken
}: Spoken & {
  readonly groups: readonly { readonly group: string; readonly items: readonly Found[] }[];
  readonly looking: boolean;
  readonly search: (words: string) => void;
}) {
  const text = useText(said);
  const [typed, setTyped] = useState(value?.label ?? "");
  const known = groups.flatMap(({ items }) => items);
  const chosen = value && !known.some((each) => each.value === value.value) ? [value] : [];
  return (
    <Select
      {...spoken}
      error={error as string | undefined}
      searchable
      clearable
      placeholder={text.type}
      nothingFoundMessage={looking ? text.looking : text.nothing}
      data={[
        ...chosen.map((each) => ({ ...each })),
        ...groups
          .filter(({ items }) => items.length > 0)
          .map(({ group, items }) => ({ group, items: items.map((each) => ({ ...each })) })),
      ]}
      // The graph has searched already, also by words that are not in the name.
      filter={({ options }) => options}
      value={value?.value ?? null}
      searchValue={typed}
      onSearchChange={(words) => {
        setTyped(words);
        search(words === value?.label ? "" : words);
      }}
      onChange={(code, option) => onChange?.(code ? { value: code, label: option.label } : null)}
    />
  );
}
