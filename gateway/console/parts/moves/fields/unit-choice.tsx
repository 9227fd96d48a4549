import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { texts, useText } from "../../../language/language.tsx";
import { LookUpChoice, type Spoken } from "./look-up-choice.tsx";
import { UnitsToChooseDocument } from "./unit-choice.graphql.ts";

const said = texts("Units of the district", "本区单位");

/** A unit of a district, by part of its name. */
export function UnitChoice({ within, ...spoken }: Spoken & { readonly within: string }) {
  const group = useText(said);
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), 200);
  const [{ data, fetching }] = useQuery({
    query: UnitsToChooseDocument,
    variables: { district: within.slice(0, 6), search: search || null, first: 30 },
  });
  const items = (data?.searchUnits?.edges ?? []).map(({ node }) => ({ value: node.code, label: node.name }));
  return <LookUpChoice {...spoken} groups={[{ group, items }]} looking={fetching} search={setWords} />;
}
