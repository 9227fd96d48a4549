import { Table, Text } from "@mantine/core";
import { useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep } from "../../../language/terms.ts";
import { Due, Limit, Moment } from "../../../parts/moment.tsx";
import { ReminderLine } from "../../../parts/reminder-line.tsx";
import { CaseTable } from "./case-table.tsx";
import type { CaseWhistlesQuery } from "./case-whistles.graphql.ts";
import { whistleTexts } from "./whistle.text.ts";

type Whistle = NonNullable<CaseWhistlesQuery["ticket"]>["whistles"][number];
type Clock = NonNullable<Whistle["clocks"]>[number];

/** A whistle's clocks: by when what is to be done, and whether it was. */
export function WhistleClocks({ clocks }: { clocks: readonly Clock[] }) {
  const text = useText(whistleTexts);
  const term = useTerm();
  if (clocks.length === 0) return null;
  return (
    <CaseTable caption={text.clocks} heads={[text.clock, text.due, text.state]} minWidth={420}>
      {clocks.map((clock) => (
        <Table.Tr key={`${clock.step} ${clock.ordinal}`}>
          <Table.Th scope="row" fw={400}>
            {term(WhistleClockStep, clock.step)} {clock.ordinal > 0 ? text.checkpoint(clock.ordinal) : null}
          </Table.Th>
          <Table.Td>
            <Limit at={clock.dueAt} />
          </Table.Td>
          <Table.Td>
            <ClockState clock={clock} />
            {clock.reminders.map((reminder) => (
              <Text size="xs" c="dimmed" key={`${reminder.moment} ${reminder.at}`}>
                <ReminderLine reminder={reminder} />
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      ))}
    </CaseTable>
  );
}

function ClockState({ clock: { dueAt, metAt, pausedAt, stoppedAt, overdue, late } }: { clock: Clock }) {
  const text = useText(whistleTexts);
  const { language } = useLanguage();
  const units = (late ?? []).map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  const whose = units ? ` ${text.by(units)}` : null;
  if (metAt) {
    return (
      <>
        {metAt < dueAt ? text.met : text.metLate} <Moment at={metAt} />
        {whose}
      </>
    );
  }
  if (stoppedAt) return text.stopped;
  if (pausedAt) {
    return (
      <>
        {text.paused} <Moment at={pausedAt} />
      </>
    );
  }
  return (
    <>
      {overdue ? `${text.late} · ` : null}
      <Due at={dueAt} />
      {whose}
    </>
  );
}
