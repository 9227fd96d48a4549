import { Text } from "@mantine/core";
import type { Refusal } from "../graph/refusal.ts";
import { coordinateText } from "../language/coordinates.ts";
import { useLanguage } from "../language/language.tsx";
import { useOwners } from "./owner-names.ts";
import { useWithheldWords } from "./withheld-words.ts";

/** Told apart from other refusals, and loaded apart: the words for every field are many. */
export function WithheldRefusal({ refusal }: { refusal: Refusal }) {
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const say = useWithheldWords();
  const { subgraph, ownerZh, coordinate } = refusal.details;
  const owner =
    language === "zh" && typeof ownerZh === "string" ? ownerZh : ownerName(String(subgraph ?? ""));
  return (
    <Text size="sm">
      {typeof coordinate === "string" ? <b>{coordinateText(coordinate, language)} </b> : null}
      {say(refusal, owner)}
    </Text>
  );
}
