import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { type Refusal, refusalAt } from "../../../graph/refusal.ts";
import { useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DisputeMediationState, Post, SittingOutcome } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import type { ReminderLineFragment } from "../../../parts/reminder-line.graphql.ts";
import { ReminderLine } from "../../../parts/reminder-line.tsx";
import classes from "../departments/departments.module.css";
import { Line, together } from "../departments/line.tsx";
import { PartMark } from "../departments/part-mark.tsx";
import { CaseCourseDocument, type CaseCourseQuery } from "./case-course.graphql.ts";
import { CaseSection } from "./case-section.tsx";
import { courseTexts } from "./course.text.ts";
import { Missing } from "./missing.tsx";
import { useCase } from "./use-case.ts";

type Ticket = NonNullable<CaseCourseQuery["ticket"]>;
type Told = readonly [at: string | null | undefined, what: string];

/** How it was handled: sent to whom, split, pressed, given longer, mediated. What never happened takes no room. */
export function CaseCourse({ number, changes }: { number: string; changes: number }) {
  const text = useText(courseTexts);
  const { data, refusals, waiting, again } = useCase(CaseCourseDocument, { number }, changes);
  const ticket = data?.ticket;
  const none =
    ticket &&
    [ticket.dispatches, ticket.tasks, ticket.supervisions, ticket.extensions, ticket.mediations].every(
      ({ length }) => length === 0,
    );
  return (
    <CaseSection
      title={text.title}
      waiting={waiting}
      lines={4}
      refusals={ticket ? [] : refusals}
      {...(ticket ? { missing: { refusals, number } } : {})}
      again={again}
    >
      {none ? <Text c="dimmed">{text.none}</Text> : null}
      {ticket ? <Courses ticket={ticket} refusals={refusals} /> : null}
    </CaseSection>
  );
}

function Courses({ ticket, refusals }: { ticket: Ticket; refusals: readonly Refusal[] }) {
  const text = useText(courseTexts);
  const withheld = (field: string, index: number, name: string): ReactNode => {
    const refusal = refusalAt(refusals, "ticket", field, index, name);
    return refusal ? <PartMark state={refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD"} /> : null;
  };
  return (
    <Stack gap="md">
      <Course title={text.dispatches} rows={ticket.dispatches} keyOf={({ turn }) => turn}>
        {(row, index) => (
          <>
            <Line
              more={together(
                row.item && `${row.item.name} ${row.item.code}`,
                row.listVersion && text.version(row.listVersion),
                row.byContract && text.contract,
              )}
            >
              <b>{row.unit?.name ?? "—"}</b>{" "}
              <When
                told={[
                  [row.dispatchedAt, text.sent],
                  [row.returnedAt, text.returned],
                ]}
              />
            </Line>
            <Text size="sm">
              {row.returnGrounds ?? (row.returnedAt ? withheld("dispatches", index, "returnGrounds") : null)}
            </Text>
          </>
        )}
      </Course>
      <Course title={text.tasks} rows={ticket.tasks} keyOf={({ ordinal }) => ordinal}>
        {(row, index) => (
          <>
            <Line more={row.byContract ? text.contract : null}>
              <b>{row.unit?.name ?? "—"}</b> {row.task}{" "}
              <When
                told={[
                  [row.assignedAt, text.assigned],
                  [row.signedAt, text.signed],
                  [row.doneAt, text.done],
                  [row.releasedAt, text.released],
                ]}
              />
            </Line>
            <Text size="sm" component="div">
              {row.result ?? (row.doneAt ? withheld("tasks", index, "result") : null)}
              {row.releaseReason ?? (row.releasedAt ? withheld("tasks", index, "releaseReason") : null)}
            </Text>
          </>
        )}
      </Course>
      <Course title={text.supervisions} rows={ticket.supervisions} keyOf={({ turn }) => turn}>
        {(row, index) => (
          <Line more={<Moment at={row.at} />}>
            <b>{together(row.supervisor?.name, row.unit && text.presses(row.unit.name))}</b>{" "}
            {row.instruction ?? withheld("supervisions", index, "instruction")}
          </Line>
        )}
      </Course>
      {ticket.reminders ? (
        <Course title={text.reminders} rows={ticket.reminders} keyOf={keyOfReminder}>
          {(row) => (
            <Line>
              <ReminderLine reminder={row} />
            </Line>
          )}
        </Course>
      ) : (
        <Missing what={text.reminders} refusal={refusalAt(refusals, "ticket", "reminders")} />
      )}
      <Course title={text.extensions} rows={ticket.extensions} keyOf={({ turn }) => turn}>
        {(row, index) => (
          <Line
            more={
              <>
                <When
                  told={[
                    [row.askedAt, text.asked],
                    [row.decidedAt, text.decided],
                  ]}
                />{" "}
                {together(row.decidedBy?.name, row.grounds)}
              </>
            }
          >
            <b>{together(row.unit?.name, text.days(row.days))}</b>{" "}
            {row.reason ?? withheld("extensions", index, "reason")}{" "}
            {row.granted == null ? text.undecided : row.granted ? text.granted : text.refused}
          </Line>
        )}
      </Course>
      <Course title={text.mediations} rows={ticket.mediations} keyOf={({ turn }) => turn}>
        {(row) => <Mediation row={row} />}
      </Course>
    </Stack>
  );
}

function Mediation({ row }: { row: Ticket["mediations"][number] }) {
  const text = useText(courseTexts);
  const { language } = useLanguage();
  const term = useTerm();
  const post = (code: string | null | undefined) => code && term(Post, code as keyof typeof Post);
  const comma = language === "zh" ? "、" : ", ";
  const reminders = row.mediators.flatMap((each) =>
    each.reminders.map((reminder) => ({ ...reminder, each })),
  );
  const mediators = row.mediators.map((each) =>
    together(
      each.unit?.name,
      post(each.post),
      each.arrivedAt ? text.arrived : text.awaited,
      each.late && text.late,
    ),
  );
  return (
    <>
      <Line more={mediators.join(comma)}>
        <b>{together(row.host?.name, term(DisputeMediationState, row.state))}</b>{" "}
        <When
          told={[
            [row.openedAt, text.opened],
            [row.endedAt, text.ended],
            [row.nextSittingAt, text.next],
          ]}
        />
      </Line>
      {reminders.map(({ each, ...reminder }) => (
        <Text size="xs" c="dimmed" key={`${each.ordinal} ${keyOfReminder(reminder)}`}>
          {together(text.reminded, each.unit?.name)} <ReminderLine reminder={reminder} />
        </Text>
      ))}
      {row.sittings.map((sitting) => (
        <Line key={sitting.ordinal} more={together(sitting.parties, sitting.agreement)}>
          <Moment at={sitting.heldAt} /> {together(sitting.place, term(SittingOutcome, sitting.outcome))}
        </Line>
      ))}
      {row.advice ? <Text size="sm">{row.advice}</Text> : null}
    </>
  );
}

const keyOfReminder = ({ at, moment }: ReminderLineFragment): string => `${moment} ${at}`;

function Course<Row>({
  title,
  rows,
  keyOf,
  children,
}: {
  title: string;
  rows: readonly Row[];
  keyOf: (row: Row) => number | string;
  children: (row: Row, index: number) => ReactNode;
}) {
  if (rows.length === 0) return null;
  return (
    <div>
      <Title order={3} size="sm">
        {title}
      </Title>
      <ol className={classes.rows}>
        {rows.map((row, index) => (
          <li key={keyOf(row)}>{children(row, index)}</li>
        ))}
      </ol>
    </div>
  );
}

/** What happened when; what did not is left out. */
function When({ told }: { told: readonly Told[] }) {
  return told.flatMap(([at, what], index) =>
    at
      ? [
          <Text span inherit c="dimmed" key={what}>
            {index > 0 ? " · " : ""}
            {what} <Moment at={at} />
          </Text>,
        ]
      : [],
  );
}
