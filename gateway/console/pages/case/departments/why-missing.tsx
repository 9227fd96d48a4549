import { Button, Text } from "@mantine/core";
import type { Refusal } from "../../../graph/refusal.ts";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import type { Owner } from "./owners.ts";
import { byReason } from "./reasons.ts";
import { Why } from "./why.tsx";

const said = texts(
  { title: "Why something is missing here", again: "Ask again" },
  { title: "缺项说明", again: "再次查询" },
);

/** The reasons of the marks above, each told once with what it is the reason of. */
export function WhyMissing({
  refusals,
  owner = "tickets",
  number,
  again,
}: {
  refusals: readonly Refusal[];
  owner?: Owner;
  number: string;
  again?: () => void;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const reasons = byReason(refusals, owner);
  if (reasons.length === 0) return null;
  return (
    <div role="note" aria-label={text.title} style={{ marginTop: 8 }}>
      {reasons.map((alike) => {
        const [refusal] = alike;
        const fields = alike.flatMap(({ details: { coordinate } }) =>
          typeof coordinate === "string" ? [coordinate] : [],
        );
        return refusal ? (
          <div key={refusal.path.join(" ")}>
            {fields.length > 0 ? (
              <Text size="xs" c="dimmed">
                {coordinatesText(fields, language)}
              </Text>
            ) : null}
            <Why refusal={refusal} owner={owner} number={number} />
          </div>
        ) : null;
      })}
      {again && refusals.some(({ fault }) => fault === "SYSTEM") ? (
        <Button size="compact-xs" variant="light" className="no-print" onClick={again}>
          {text.again}
        </Button>
      ) : null}
    </div>
  );
}
