import { type ComboboxParsedItem, defaultOptionsFilter, type OptionsFilter, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { useComingBack } from "../graph/coming-back.ts";
import { texts, useText } from "../language/language.tsx";
import { PlaceChoiceDocument } from "./place-choice.graphql.ts";
import { PlacesNamedDocument } from "./places-named.graphql.ts";

const said = texts(
  {
    place: "Place",
    below: "Within",
    above: "Wider",
    here: "Here",
    found: "Found",
    looking: "Looking up",
    nothing: "No place of this name here",
    failed: "Cannot be looked up just now; it is tried again",
    of: (name: string, wider: string) => `${name} (${wider})`,
  },
  {
    place: "区划",
    below: "下级",
    above: "上级",
    here: "当前",
    found: "查到的区划",
    looking: "查找中",
    nothing: "此范围内没有该名称的区划",
    failed: "暂时无法查找，稍后自动重试",
    of: (name: string, wider: string) => `${name}（${wider}）`,
  },
);

/** How long somebody types on before what they typed is looked for, in milliseconds. */
const TYPING = 250;

/** A division, by walking down to one of its parts or up to what it is part of, or by its name; never outside `within`. */
export function PlaceChoice({
  value,
  within,
  label,
  description,
  onChange,
}: {
  value: string;
  /** The widest place on offer. */
  within: string;
  /** What the place is chosen for, where that is not plain. */
  label?: string;
  description?: string;
  onChange: (code: string) => void;
}) {
  const text = useText(said);
  const [{ data, error }, ask] = useQuery({ query: PlaceChoiceDocument, variables: { code: value } });
  useComingBack(error, () => ask({ requestPolicy: "network-only" }));
  // While the next place is asked for, what is there is of the one before.
  const division = data?.division?.code === value ? data.division : undefined;
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  const above = (division?.path ?? []).filter(({ code }) => code !== value && code.startsWith(within));
  const below = (division?.children.edges ?? []).map(({ node }) => node);
  const [typed, setTyped] = useState("");
  const { name, nameChosen, ...field } = useSteadyName(value, division?.name);
  const here = { code: value, name };
  const near = [here, ...below, ...above];
  const [sought] = useDebouncedValue(typed.trim(), TYPING);
  // The name of what is chosen stands in the field as if it were typed.
  const pause = sought === "" || near.some((each) => each.name === sought);
  const [{ data: named, operation, error: failed }, lookUp] = useQuery({
    query: PlacesNamedDocument,
    variables: { within, name: sought },
    pause,
  });
  useComingBack(pause ? undefined : failed, () => lookUp({ requestPolicy: "network-only" }));
  // While the next name is asked for, what is there is of the one before.
  const isAnswered = !pause && operation?.variables.name === typed.trim();
  const found = isAnswered ? (named?.divisions?.edges ?? []).map(({ node }) => node) : [];
  const isFound = new Set(found.map(({ code }) => code));
  return (
    <Select
      label={label ?? text.place}
      description={description}
      w={{ base: "100%", xs: 200 }}
      searchable
      {...field}
      value={value}
      onChange={(code) => {
        const chosen = [...near, ...found].find((each) => each.code === code);
        if (!chosen) return;
        nameChosen(chosen);
        onChange(chosen.code);
      }}
      onSearchChange={setTyped}
      filter={fittingOr(isFound)}
      nothingFoundMessage={!isAnswered ? text.looking : failed ? text.failed : text.nothing}
      data={[
        { group: text.here, items: [option(here)] },
        { group: text.below, items: below.map(option) },
        { group: text.above, items: above.map(option) },
        {
          group: text.found,
          items: found
            .filter(({ code }) => near.every((each) => each.code !== code))
            .map(({ code, name, parent }) => ({
              value: code,
              label: parent ? text.of(name, parent.name) : name,
            })),
        },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

/** The name of the place shown, which may come after its code: not while somebody is in the field, whose letters it would replace. */
function useSteadyName(code: string, name: string | undefined) {
  const [isIn, setIn] = useState(false);
  const [shown, show] = useState({ code, name: name ?? code });
  const steady = shown.code === code ? (isIn ? shown.name : (name ?? shown.name)) : (name ?? code);
  if (shown.code !== code || shown.name !== steady) show({ code, name: steady });
  return {
    name: steady,
    nameChosen: show,
    onFocus: () => setIn(true),
    onBlur: () => setIn(false),
  };
}

/** Options whose label has what was typed, and those the graph found by it: perhaps by another name than the one shown. */
const fittingOr =
  (found: ReadonlySet<string>): OptionsFilter =>
  ({ options, ...typed }) => {
    const fits = (option: ComboboxParsedItem): boolean =>
      "group" in option ||
      found.has(option.value) ||
      defaultOptionsFilter({ options: [option], ...typed }).length > 0;
    return options
      .filter(fits)
      .map((option) => ("group" in option ? { ...option, items: option.items.filter(fits) } : option));
  };
