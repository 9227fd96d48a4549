import { Alert, Anchor, Badge, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import { changeKinds } from "../../../language/change-kinds.ts";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep, WhistlePauseGround } from "../../../language/terms.ts";
import { Due, Limit, Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { nearestClock } from "../nearest-clock.ts";
import { useProfileWords } from "../profile-words.ts";
import classes from "./board.module.css";
import { boardSaid } from "./board.text.ts";
import { unitPart } from "./changed-parts.ts";
import type { WhistleClocksFragment } from "./clocks.graphql.ts";
import type { ShownWhistle, useLiveWhistle } from "./use-live-whistle.ts";

const badges = {
  connecting: "connecting",
  following: "following",
  back: "following",
  lost: "reconnecting",
} as const;

/** What is read from across the room: how it stands, what is due next, what happened last; and whether this is live. */
export function BoardHead({
  whistle,
  live,
}: {
  whistle: ShownWhistle;
  live: Pick<ReturnType<typeof useLiveWhistle>, "marked" | "changes" | "connection">;
}) {
  const text = useText(boardSaid);
  const words = useProfileWords();
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const { marked, changes, connection } = live;
  const { state, overdue, clocks, demand, participants, endedAt, endReason, raisedTo } = whistle;
  const pauses: WhistleClocksFragment["pauses"] = whistle.pauses ?? null;
  const pause = pauses?.find(({ resumedAt }) => !resumedAt);
  const clock = nearestClock(clocks);
  const last = changes.at(-1);
  const changedUnits = participants.filter(({ unit }) => marked.has(unitPart(unit?.code)));
  const units = words.list(
    changedUnits.map(({ unit, unitNamed }) => nameOrCode(unit?.code, unitNamed?.name)),
  );
  return (
    <Stack gap="sm">
      <div role="status" aria-live="polite">
        {connection === "lost" ? (
          <Alert color="orange" py="xs">
            {text.lost}
          </Alert>
        ) : null}
        {connection === "back" ? (
          <Alert color="green" py="xs">
            {text.back}
          </Alert>
        ) : null}
      </div>
      <Card withBorder className={marked.has("state") ? classes.marked : undefined}>
        <Group justify="space-between" gap="md">
          <Stack gap={6} miw={0} flex="1 1 260px">
            <Group gap="sm">
              <WhistleStateBadge state={state} size="xl" />
              {overdue ? (
                <Badge color="red" size="xl" radius="sm" tt="none">
                  {text.overdue}
                </Badge>
              ) : null}
            </Group>
            {demand ? <Text fz="lg">{demand}</Text> : null}
            {endedAt && endReason ? (
              <Text>
                <b>{text.endedAt}</b> <Moment at={endedAt} /> · {endReason}
              </Text>
            ) : null}
            {raisedTo ? (
              <Anchor component={Link} href={`/whistles/${raisedTo.number}`}>
                {text.goesOn(raisedTo.number)}
              </Anchor>
            ) : null}
          </Stack>
          {clocks ? (
            <Stack gap={0} align="flex-end" ml="auto">
              {clock ? (
                <>
                  <Text size="sm" c="dimmed">
                    {text.nextDue} · {term(WhistleClockStep, clock.step)}
                  </Text>
                  <Text fz={28} fw={700} lh={1.25}>
                    {clock.pausedAt ? text.paused : <Due at={clock.dueAt} />}
                  </Text>
                  {clock.pausedAt ? (
                    <Text size="sm" ta="right">
                      {text.pausedSince} <Moment at={clock.pausedAt} />
                      {pause ? ` · ${term(WhistlePauseGround, pause.ground)}` : null}
                    </Text>
                  ) : (
                    <Limit at={clock.dueAt} />
                  )}
                </>
              ) : (
                <Text c="dimmed">{text.nothingDue}</Text>
              )}
            </Stack>
          ) : null}
        </Group>
        <Group gap="xs" mt="xs" role="status" aria-live="polite" mih={24}>
          {connection === "untold" ? null : (
            <Badge
              variant="dot"
              color={connection === "following" || connection === "back" ? "green" : "orange"}
              radius="sm"
              tt="none"
              data-connection={connection}
            >
              {text[badges[connection]]}
            </Badge>
          )}
          {last ? (
            <Text size="sm">
              {text.latest} <Moment at={last.at} />{" "}
              <b>{text.happened(changeKinds[last.kind]?.[words.language] ?? last.kind, units)}</b>
            </Text>
          ) : null}
        </Group>
      </Card>
    </Stack>
  );
}
