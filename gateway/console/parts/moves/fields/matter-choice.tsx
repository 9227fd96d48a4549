import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { texts, useText } from "../../../language/language.tsx";
import { LookUpChoice, type Spoken } from "./look-up-choice.tsx";
import { MattersToChooseDocument } from "./matter-choice.graphql.ts";

const said = texts(
  { likely: "Proposed by the words", all: "Matters of the district" },
  { likely: "按内容推荐", all: "本区事项目录" },
);

/** A matter of the district's catalogue; what the demand's own words speak of stands on top. A person decides. */
export function MatterChoice({
  within,
  like,
  ...spoken
}: Spoken & { readonly within: string; readonly like: string }) {
  const text = useText(said);
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), 200);
  const [{ data, fetching }] = useQuery({
    query: MattersToChooseDocument,
    variables: { district: within.slice(0, 6), search: search || null, text: like || "—", first: 30 },
  });
  const likely = search
    ? []
    : (data?.suggestMatters ?? []).map(({ matter }) => ({ value: matter.code, label: matter.name }));
  const all = (data?.matters?.edges ?? [])
    .map(({ node }) => ({
      value: node.code,
      label: node.parent ? `${node.name}（${node.parent.name}）` : node.name,
    }))
    .filter(({ value }) => !likely.some((each) => each.value === value));
  return (
    <LookUpChoice
      {...spoken}
      groups={[
        { group: text.likely, items: likely },
        { group: text.all, items: all },
      ]}
      looking={fetching}
      search={setWords}
    />
  );
}
