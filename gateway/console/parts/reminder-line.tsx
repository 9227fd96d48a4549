import { Text } from "@mantine/core";
import { texts, useLanguage, useText } from "../language/language.tsx";
import { useTerm } from "../language/term.ts";
import { ReminderMoment } from "../language/terms.ts";
import { Limit } from "./moment.tsx";
import type { ReminderLineFragment } from "./reminder-line.graphql.ts";

const said = texts(
  { given: "given", planned: "planned", to: (units: string) => `to ${units}` },
  { given: "已提醒", planned: "计划", to: (units: string) => `发至${units}` },
);

/** A reminder of a limit: whether it was given or is to come, when, and to whom. */
export function ReminderLine({
  reminder: { at, moment, remindedAt, to },
}: {
  reminder: ReminderLineFragment;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const units = (to ?? []).map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  return (
    <Text span inherit>
      {term(ReminderMoment, moment)} · {remindedAt ? text.given : text.planned}{" "}
      <Limit at={remindedAt ?? at} />
      {remindedAt && units ? ` · ${text.to(units)}` : null}
    </Text>
  );
}
