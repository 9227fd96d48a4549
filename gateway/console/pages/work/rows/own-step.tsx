import { Text } from "@mantine/core";
import { texts, useText } from "../../../language/language.tsx";
import { isContested, type Whistle } from "../../../parts/whistle-moves/whistle.ts";

const said = texts(
  {
    lead: "You lead",
    assisting: "You assist",
    contested: "contested, waiting for the arbiter",
    signedAt: "to sign for",
    arrivedAt: "to report on scene",
    measuresAt: "measures to issue",
    resolvedAt: "result to report",
    done: "your part is done",
  },
  {
    lead: "本单位牵头",
    assisting: "本单位协办",
    contested: "争议待裁决",
    signedAt: "待签收",
    arrivedAt: "待报到",
    measuresAt: "待提出措施",
    resolvedAt: "待办结",
    done: "本单位已完成",
  },
);

const steps = ["signedAt", "arrivedAt", "measuresAt", "resolvedAt"] as const;

/** Where the holder's own unit stands with a whistle: its state tells only where the lead does. */
export function OwnStep({ part }: { part: Whistle["participants"][number] }) {
  const text = useText(said);
  const next = steps.find((step) => !part[step]);
  const stands = isContested(part) ? text.contested : text[next ?? "done"];
  return (
    <Text size="sm">
      {part.role === "LEAD" ? text.lead : text.assisting} · {stands}
    </Text>
  );
}
