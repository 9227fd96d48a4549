import { Anchor, Badge, Box, Button, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { type LinkState, useLink } from "../../graph/link.ts";
import type { Refusal } from "../../graph/refusal.ts";
import { changeKinds } from "../../language/change-kinds.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { useNameOrCode } from "../../parts/name-or-code.ts";
import { Panel } from "../../parts/panel.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import type { Feed, Told } from "./told.ts";

const said = texts(
  {
    title: "Latest changes",
    changes: "Changes, newest first",
    idle: "Connecting…",
    open: "Live",
    lost: "Connection lost: it is tried again, and nothing is missed.",
    paused: (held: number) => (held > 0 ? `Paused, ${held} waiting` : "Paused"),
    waiting: (held: number) => `${held} waiting while you read`,
    pause: "Pause",
    resume: "Go on",
    ticket: "Ticket",
    whistle: "Whistle",
    none: "Nothing has changed yet",
    noneAbout: "What happens to tickets and whistles here appears at once.",
  },
  {
    title: "实时动态",
    changes: "变动，新者在前",
    idle: "连接中…",
    open: "实时",
    lost: "连接中断，正在重连，恢复后会补齐。",
    paused: (held: number) => (held > 0 ? `已暂停，另有 ${held} 条` : "已暂停"),
    waiting: (held: number) => `阅读中，另有 ${held} 条`,
    pause: "暂停",
    resume: "继续",
    ticket: "工单",
    whistle: "哨",
    none: "暂无变更",
    noneAbout: "此处工单与哨的变更会即时出现。",
  },
);

const HEIGHT = 430;

/** What happens to tickets and whistles of the place, newest first, as it happens. */
export function ChangeFeed({
  feed,
  begun,
  paused,
  pause,
  read,
  refusals,
}: {
  feed: Feed;
  /** Whether it is known what happened before. */
  begun: boolean;
  paused: boolean;
  pause: (paused: boolean) => void;
  /** Somebody reads in it, or no longer does: what they read stays where it is. */
  read: (reading: boolean) => void;
  refusals: readonly Refusal[];
}) {
  const text = useText(said);
  const link = useLink();
  return (
    <Panel
      title={text.title}
      about={
        <span role="status">
          {link === "lost" ? (
            <LinkSaid link={link} />
          ) : paused ? (
            text.paused(feed.held.length)
          ) : feed.held.length > 0 ? (
            text.waiting(feed.held.length)
          ) : (
            <LinkSaid link={link} />
          )}
        </span>
      }
      tools={
        <Button size="compact-sm" variant="default" aria-pressed={paused} onClick={() => pause(!paused)}>
          {paused ? text.resume : text.pause}
        </Button>
      }
    >
      {refusals.length > 0 ? <Refusals refusals={refusals} /> : null}
      <Box
        h={HEIGHT}
        style={{ overflow: "auto" }}
        tabIndex={0}
        role="region"
        aria-label={text.changes}
        onPointerEnter={() => read(true)}
        onPointerLeave={() => read(false)}
        onFocus={() => read(true)}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) read(false);
        }}
      >
        {feed.shown.length > 0 ? (
          <Box component="ol" p={0} m={0} style={{ listStyle: "none" }}>
            {feed.shown.map((told) => (
              <ToldLine key={told.position} told={told} />
            ))}
          </Box>
        ) : refusals.length > 0 ? null : !begun || link === "idle" ? (
          <Waiting lines={6} height={56} />
        ) : (
          <Empty title={text.none}>{text.noneAbout}</Empty>
        )}
      </Box>
    </Panel>
  );
}

function LinkSaid({ link }: { link: LinkState }) {
  const text = useText(said);
  return (
    <Text span inherit {...(link === "lost" ? { c: "var(--late)", fw: 600 } : {})}>
      <span aria-hidden="true">{link === "open" ? "● " : link === "lost" ? "✕ " : "○ "}</span>
      {text[link]}
    </Text>
  );
}

function ToldLine({ told }: { told: Told }) {
  const text = useText(said);
  const { language } = useLanguage();
  const nameOrCode = useNameOrCode();
  const { kind, at, of, number, what, place } = told;
  const href = of === "ticket" ? `/case/${number}` : `/whistles/${number}`;
  return (
    <Box component="li" py={6} style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <Group gap={6}>
          <Badge
            variant={of === "whistle" ? "light" : "default"}
            color="grape"
            size="sm"
            radius="sm"
            tt="none"
          >
            {text[of]}
          </Badge>
          <Text size="sm" fw={600}>
            {changeKinds[kind]?.[language] ?? kind}
          </Text>
        </Group>
        <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          <Moment at={at} />
        </Text>
      </Group>
      <Text size="sm" lineClamp={1}>
        <Anchor component={Link} href={href} inherit underline="always">
          {number}
        </Anchor>{" "}
        {what[language]}
      </Text>
      {place ? (
        <Text size="xs" c="dimmed">
          {nameOrCode(place.code, place.name)}
        </Text>
      ) : null}
    </Box>
  );
}
