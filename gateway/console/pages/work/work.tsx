import { Button, Grid, Group as Row, Text, Title } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { roomNames } from "../../frame/room-names.ts";
import { useLink } from "../../graph/link.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { Empty } from "../../parts/empty.tsx";
import type { Values } from "../../parts/moves/field.ts";
import { Page } from "../../parts/page.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useHolder } from "../../session/session.tsx";
import type { Group } from "./groups/group.ts";
import { GroupLinks } from "./groups/group-links.tsx";
import { groupsOf } from "./groups/groups.ts";
import { type Counts, useCounts } from "./groups/use-counts.ts";
import { ListedRows } from "./lists/listed-rows.tsx";
import { useNews } from "./news/use-news.ts";
import { WorkContext } from "./work-context.ts";

const said = texts(
  {
    about: "What waits for your post; what is due first stands on top.",
    aboutOwn: "Your demands and what you are asked about them.",
    none: "Nothing waits for this post here",
    rooms: "Look around in the other rooms.",
    again: "Refresh",
    lost: "The connection for changes is lost. It is being tried again; the list may be out of date.",
    back: "The connection for changes was lost for a while. Refresh the list to see what changed meanwhile.",
  },
  {
    about: "等待本岗位办理的事项，先到期的在前。",
    aboutOwn: "您的诉求及需要您办理的事项。",
    none: "本岗位没有待办事项",
    rooms: "可在其他功能中查看。",
    again: "刷新",
    lost: "变更通知连接中断，正在重连，列表可能不是最新。",
    back: "变更通知曾中断，其间的变化请刷新查看。",
  },
);

/** What is mine to do, by post: sorts of work with their numbers, and the open one's list. */
export function Work() {
  const text = useText(said);
  const names = useText(roomNames);
  const holder = useHolder();
  const groups = useMemo(() => (holder ? groupsOf(holder) : []), [holder]);
  const [counts, countAgain] = useCounts(groups);
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  /** How often changes may have been missed that nobody tells any more. */
  const [missed, setMissed] = useState(0);
  useNews(
    groups,
    (numbers) => {
      setNews(numbers);
      countAgain();
    },
    () => {
      setMissed((before) => before + 1);
      countAgain();
    },
  );
  const drafts = useRef(new Map<string, Values>()).current;
  const [address] = useSearchParams();
  const asked = groups.find(({ id }) => id === address.get("group"));
  const [begun, setBegun] = useState<string>();
  // The group one began with stays open when the last thing in it is done.
  const open = asked ?? groups.find(({ id }) => id === begun) ?? firstWaiting(groups, counts);
  const opened = open?.id;
  useEffect(() => setBegun(opened), [opened]);

  return (
    <Page title={names.work} about={holder?.post === "RESIDENT" ? text.aboutOwn : text.about}>
      {groups.length === 0 ? <Empty title={text.none}>{text.rooms}</Empty> : null}
      {groups.length > 0 ? (
        <Grid gutter="lg">
          <Grid.Col span={{ base: 12, sm: 4, lg: 3 }}>
            <GroupLinks groups={groups} counts={counts} chosen={open} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 8, lg: 9 }}>
            {open ? (
              <OpenGroup key={open.id} group={open} {...{ counts, countAgain, news, missed, drafts }} />
            ) : (
              <Waiting lines={8} height={72} />
            )}
          </Grid.Col>
        </Grid>
      ) : null}
    </Page>
  );
}

function OpenGroup({
  group: { id, name, about, listed },
  counts,
  countAgain,
  news,
  missed,
  drafts,
}: {
  group: Group;
  counts: Counts;
  countAgain: () => void;
  news: ReadonlySet<string>;
  missed: number;
  drafts: Map<string, Values>;
}) {
  const text = useText(said);
  const link = useLink();
  const { language } = useLanguage();
  /** How often the list was asked for: what was done with in it goes, what came meanwhile is there. */
  const [reading, setReading] = useState({ round: 0, missed });
  const label = name[language];
  const count = counts.get(id);
  const total = count && count !== "unknown" ? count.all : undefined;
  const again = useCallback(() => {
    setReading(({ round }) => ({ round: round + 1, missed }));
    countAgain();
  }, [countAgain, missed]);
  const work = useMemo(
    () => ({ label, total, news, drafts, changed: countAgain, again }),
    [label, total, news, drafts, countAgain, again],
  );
  return (
    <WorkContext.Provider value={work}>
      <Row justify="space-between" wrap="nowrap">
        <Title order={2} size="h4">
          {label}
        </Title>
        <Button variant="subtle" size="compact-sm" onClick={again}>
          {text.again}
        </Button>
      </Row>
      <Text c="dimmed" size="sm" mb="xs">
        {about[language]}
      </Text>
      {link === "lost" || missed > reading.missed ? (
        <Text c="var(--late)" size="sm" role="status">
          {link === "lost" ? text.lost : text.back}
        </Text>
      ) : null}
      <ListedRows key={reading.round} listed={listed} />
    </WorkContext.Provider>
  );
}

/** The first group in which something waits: undefined until every group before it is known to be empty. */
function firstWaiting(groups: readonly Group[], counts: Counts): Group | undefined {
  for (const group of groups) {
    const count = counts.get(group.id);
    if (count === undefined) return undefined;
    if (count === "unknown" || count.all > 0) return group;
  }
  return groups[0];
}
