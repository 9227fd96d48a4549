import { Select } from "@mantine/core";
import { useQuery } from "urql";
import { useComingBack } from "../graph/coming-back.ts";
import { texts, useText } from "../language/language.tsx";
import { PlaceChoiceDocument } from "./place-choice.graphql.ts";

const said = texts(
  { place: "Place", below: "Within", above: "Wider", here: "Here" },
  { place: "区划", below: "下级", above: "上级", here: "当前" },
);

/** A division, by walking down to one of its parts or up to what it is part of, never above `within`. */
export function PlaceChoice({
  value,
  within,
  onChange,
}: {
  value: string;
  /** The widest place on offer. */
  within: string;
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
  return (
    <Select
      label={text.place}
      w={{ base: "100%", xs: 200 }}
      searchable
      value={value}
      onChange={(code) => code && onChange(code)}
      data={[
        { group: text.here, items: [option(division ?? { code: value, name: value })] },
        { group: text.below, items: below.map(option) },
        { group: text.above, items: above.map(option) },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}
