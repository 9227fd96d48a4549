import { Text } from "@mantine/core";
import type { Refusal } from "../../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { endedByGrant } from "../../../parts/withheld.text.ts";
import { useWithheldWords } from "../../../parts/withheld-words.ts";
import { AskLink } from "./ask-link.tsx";
import { type Owner, ownerOf } from "./owners.ts";

const said = texts(
  {
    down: (owner: string) => `The system of ${owner} cannot be reached just now; the rest stands. Ask again.`,
  },
  {
    down: (owner: string) => `${owner}系统暂时无法访问，其余部分有效，可再次查询。`,
  },
);

/** Why something is not shown: whose system is down, or who withholds it, for what, and what is to be done. */
export function Why({ refusal, owner, number }: { refusal: Refusal; owner: Owner; number: string }) {
  const text = useText(said);
  const { language } = useLanguage();
  const say = useWithheldWords();
  const whose = ownerOf(refusal, owner);
  if (refusal.fault === "SYSTEM") {
    return (
      <Text size="sm">
        {refusal.code === "NETWORK" ? refusal.message[language] : text.down(whose.name[language])}
      </Text>
    );
  }
  const { reason, type, coordinate } = refusal.details as Readonly<Record<string, string>>;
  // A right may be lacking to what a field leads to: then whoever has the field has it to give no more than the reader.
  const known = reason !== "NO_SCOPE" || whose.owner === owner;
  return (
    <Text size="sm" component="div">
      {say(refusal, known ? whose.name[language] : undefined)}{" "}
      {endedByGrant.has(reason ?? "") ? (
        <AskLink owner={whose.owner} fields={type ?? coordinate ?? ""} number={number} />
      ) : null}
    </Text>
  );
}
