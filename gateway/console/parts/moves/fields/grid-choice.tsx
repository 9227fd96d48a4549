import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { texts, useText } from "../../../language/language.tsx";
import { GridsToChooseDocument } from "./grid-choice.graphql.ts";
import { LookUpChoice, type Spoken } from "./look-up-choice.tsx";

const said = texts("Grids of the place", "该区划的网格");

/** A grid in a place, by part of its name. */
export function GridChoice({ within, ...spoken }: Spoken & { readonly within: string }) {
  const group = useText(said);
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), 200);
  const [{ data, fetching }] = useQuery({
    query: GridsToChooseDocument,
    variables: { within, name: search || null, first: 30 },
  });
  const items = (data?.grids?.edges ?? []).map(({ node }) => ({ value: node.code, label: node.name }));
  return <LookUpChoice {...spoken} groups={[{ group, items }]} looking={fetching} search={setWords} />;
}
