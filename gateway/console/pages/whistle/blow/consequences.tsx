import { Card, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useProfileWords } from "../profile-words.ts";
import { blowSaid } from "./blow.text.ts";
import type { BlowValues } from "./blow-values.ts";
import classes from "./kind-choice.module.css";
import { type Option, OptionClocks, useFiledWith } from "./kind-choice.tsx";

/** What begins in the moment the whistle is blown: who is told, which clocks run and until when, what becomes of the ticket. */
export function Consequences({
  option,
  values,
  ticket,
}: {
  option: Option;
  values: BlowValues;
  ticket: string;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const { kind, screened } = option;
  const called = [values.lead, ...values.assisting].flatMap((call) => call?.unit.name ?? []);
  const filed = useFiledWith(option) ?? [];
  return (
    <Card withBorder component="section" aria-labelledby="consequences">
      <Title order={3} size="h4" id="consequences" mb="xs">
        {text.consequences}
      </Title>
      <ul className={classes.consequences}>
        {screened ? <li>{text.toScreen(words.list(kind.screenedBy.map(words.post)))}</li> : null}
        <li>
          {text.called[kind.calls] ?? ""} <b>{words.list(called) || text.notChosen}</b>
        </li>
        {filed.length > 0 ? (
          <li>
            {text.filedNow} <b>{words.list(filed)}</b>
          </li>
        ) : null}
        <li>
          {text.clocksNow}
          <OptionClocks option={option} />
        </li>
        <li>{text.ticketWhistled(ticket)}</li>
        <li>{text.judgedBy(words.judge(kind.confirmedBy))}</li>
      </ul>
      <Text size="xs" c="dimmed" mt="xs">
        {text.kept}
      </Text>
    </Card>
  );
}
