import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockBearer, WhistleClockStep, WhistlePauseGround } from "../../../language/terms.ts";
import { Due, Limit, Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { ReminderLine } from "../../../parts/reminder-line.tsx";
import { Facts } from "../facts.tsx";
import type { KindRulesFragment } from "../kind-rules.graphql.ts";
import { useProfileWords } from "../profile-words.ts";
import { Stated } from "../use-kind-rules.tsx";
import classes from "./board.module.css";
import { clockPart } from "./changed-parts.ts";
import type { RunningClockFragment, WhistleClocksFragment } from "./clocks.graphql.ts";
import { clocksSaid } from "./clocks.text.ts";

type ClockRule = KindRulesFragment["clocks"][number];

/** The clocks of a whistle, with what rang, what was put off and where it went. */
export function Clocks({
  whistle,
  kind,
  marked,
}: {
  whistle: Partial<WhistleClocksFragment>;
  kind: KindRulesFragment;
  marked: ReadonlySet<string>;
}) {
  const text = useText(clocksSaid);
  const { clocks, pauses, extensions } = whistle;
  if (!clocks || clocks.length === 0) return <Text c="dimmed">{text.none}</Text>;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {clocks.map((clock) => (
          <Clock
            key={clockPart(clock)}
            clock={clock}
            rule={ruleOf(kind, clock)}
            extensions={(extensions ?? []).filter(
              ({ step, ordinal }) => step === clock.step && ordinal === clock.ordinal,
            )}
            marked={marked.has(clockPart(clock))}
          />
        ))}
      </SimpleGrid>
      {pauses && pauses.length > 0 ? <Pauses pauses={pauses} /> : null}
    </Stack>
  );
}

/** The checkpoints of a kind stand in its rules in their order; every other step has one rule. */
const ruleOf = (
  { clocks }: KindRulesFragment,
  { step, ordinal }: RunningClockFragment,
): ClockRule | undefined => clocks.filter((rule) => rule.step === step)[Math.max(ordinal - 1, 0)];

function Clock({
  clock,
  rule,
  extensions,
  marked,
}: {
  clock: RunningClockFragment;
  rule: ClockRule | undefined;
  extensions: NonNullable<WhistleClocksFragment["extensions"]>;
  marked: boolean;
}) {
  const text = useText(clocksSaid);
  const term = useTerm();
  const words = useProfileWords();
  const nameOrCode = useNameOrCode();
  const { step, ordinal, bearer, dueAt, metAt, stoppedAt, pausedAt, overdue, note, late } = clock;
  const runs = !metAt && !stoppedAt;
  const ranOut = overdue || (late?.length ?? 0) > 0;
  const [stand, colour] = metAt
    ? ([text.done(ranOut), ranOut ? "orange" : "green"] as const)
    : stoppedAt
      ? ([text.stopped, "gray"] as const)
      : overdue
        ? ([text.overdue, "red"] as const)
        : pausedAt
          ? ([text.paused, "yellow"] as const)
          : ([text.running, "blue"] as const);
  const names = (units: readonly { code: string }[] | null, named: readonly { name: string }[] | null) =>
    words.list((units ?? []).map(({ code }, index) => nameOrCode(code, named?.[index]?.name)));
  return (
    <Card withBorder component="article" className={marked ? classes.marked : undefined}>
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h4">
          {step === "CHECKPOINT" ? text.checkpoint(ordinal) : term(WhistleClockStep, step)}
        </Title>
        <Badge color={colour} variant="light" radius="sm" tt="none">
          {stand}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {term(WhistleClockBearer, bearer)}
        {rule ? ` · ${words.limit(rule.amount, rule.unit)}` : null}
        {rule ? <Stated {...rule} /> : null}
      </Text>
      {runs && !pausedAt ? (
        <Text fz="xl" fw={700} my={4}>
          <Due at={dueAt} />
        </Text>
      ) : null}
      <Text size="sm" component="div">
        <Facts
          rows={[
            [text.since, <Moment key="since" at={clock.startedAt} />],
            [
              text.until,
              <span key="until">
                <Limit at={dueAt} />
                {runs && rule ? ` · ${text.lapses(words.escalation(rule.escalatesTo))}` : null}
              </span>,
            ],
            [text.metAt, metAt ? <Moment key="met" at={metAt} /> : null],
            [text.stopped, stoppedAt ? <Moment key="stopped" at={stoppedAt} /> : null],
            [text.paused, pausedAt ? <Moment key="paused" at={pausedAt} /> : null],
            [text.note, note],
            [text.late, names(late, clock.lateNamed)],
            [
              text.escalated,
              clock.escalatedAt ? (
                <span key="escalated">
                  {names(clock.escalatedTo, clock.escalatedToNamed)} <Moment at={clock.escalatedAt} />
                </span>
              ) : null,
            ],
            [text.reminders, clock.reminders.length > 0 ? <Reminders key="reminders" clock={clock} /> : null],
            [
              text.extended,
              extensions.length > 0 ? <Extensions key="extended" extensions={extensions} /> : null,
            ],
          ]}
        />
      </Text>
    </Card>
  );
}

function Reminders({ clock: { reminders, metAt, stoppedAt } }: { clock: RunningClockFragment }) {
  // What was planned for after the step was done is not going to ring.
  const told = reminders.filter(({ remindedAt }) => remindedAt || (!metAt && !stoppedAt));
  return (
    <ul className={classes.plain}>
      {told.map((reminder) => (
        <li key={`${reminder.moment} ${reminder.at}`}>
          <ReminderLine reminder={reminder} />
        </li>
      ))}
    </ul>
  );
}

function Extensions({ extensions }: { extensions: NonNullable<WhistleClocksFragment["extensions"]> }) {
  const text = useText(clocksSaid);
  const nameOrCode = useNameOrCode();
  return (
    <ul className={classes.plain}>
      {extensions.map(({ turn, unit, unitNamed, amount, reason, granted, grounds, dueAt }) => (
        <li key={turn}>
          {text.asked(nameOrCode(unit?.code, unitNamed?.name), amount)}· {reason} ·{" "}
          {granted === null ? text.pending : granted ? text.granted : text.refused}
          {grounds ? ` · ${grounds}` : null} {dueAt ? <Limit at={dueAt} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Pauses({ pauses }: { pauses: NonNullable<WhistleClocksFragment["pauses"]> }) {
  const text = useText(clocksSaid);
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  return (
    <Text size="sm" component="div">
      <b>{text.pauses}</b>
      <ul className={classes.plain}>
        {pauses.map(({ turn, ground, reason, pausedAt, resumedAt, pausedBy, pausedByNamed }) => (
          <li key={turn}>
            {term(WhistlePauseGround, ground)} · {reason} · {nameOrCode(pausedBy?.code, pausedByNamed?.name)}{" "}
            · {text.pausedFrom} <Moment at={pausedAt} />{" "}
            {resumedAt ? (
              <>
                {text.pausedUntil} <Moment at={resumedAt} />
              </>
            ) : (
              <b>{text.still}</b>
            )}
          </li>
        ))}
      </ul>
    </Text>
  );
}
