import { Anchor, Paper, SimpleGrid, Skeleton, Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../language/language.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import type { OverviewCountsQuery } from "./counts.graphql.ts";
import classes from "./figures.module.css";
import { solvedWhistleList, ticketList, whistleList } from "./lists.ts";
import type { Figures } from "./use-figures.ts";
import type { View } from "./view.ts";

const said = texts(
  {
    title: "Figures",
    tickets: "Tickets received in the period",
    received: "Received",
    open: "Still open",
    overdue: "Overdue",
    struckOff: "Struck off",
    rejected: "not taken on",
    merged: "merged",
    whistles: "Whistles blown in the period",
    blown: "Blown",
    whistlesOpen: "Still open",
    misuse: "Ruled misuse",
    solved: "Solved",
    solvedIn: "in the period",
    also: "Also",
    adds: ". Open, struck off and these make up all received.",
  },
  {
    title: "数字",
    tickets: "期内受理的工单",
    received: "受理",
    open: "未办结",
    overdue: "超期",
    struckOff: "销号",
    rejected: "不予受理",
    merged: "并单",
    whistles: "期内吹响的哨",
    blown: "吹哨",
    whistlesOpen: "未办结",
    misuse: "乱吹哨",
    solved: "解决",
    solvedIn: "期内确认",
    also: "另有",
    adds: "。未办结、销号与上述两项之和即受理数。",
  },
);

/** The eight figures of a place and a period. Each is the way to its list. */
export function FigureCards({
  view,
  counts: { data, refusals, again },
}: {
  view: View;
  counts: Figures<OverviewCountsQuery>;
}) {
  const text = useText(said);
  const tickets = data?.ticketCounts;
  const whistles = data?.whistleCounts;
  if (refusals.length > 0 && !(tickets && whistles)) return <Refusals refusals={refusals} retry={again} />;
  return (
    <section>
      <VisuallyHidden>
        <Title order={2}>{text.title}</Title>
      </VisuallyHidden>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Stack gap={4}>
          <Title order={3} size="sm">
            {text.tickets}
          </Title>
          <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
            <FigureCard label={text.received} value={tickets?.received} href={ticketList(view)} />
            <FigureCard label={text.open} value={tickets?.open} href={ticketList(view, { open: true })} />
            <FigureCard
              label={text.overdue}
              value={tickets?.overdue}
              href={ticketList(view, { overdue: true })}
              late
            />
            <FigureCard
              label={text.struckOff}
              value={tickets?.struckOff}
              href={ticketList(view, { states: ["STRUCK_OFF", "ARCHIVED"] })}
            />
          </SimpleGrid>
          <Text size="xs" c="dimmed" mih={{ base: 36, sm: 18 }}>
            {tickets ? (
              <>
                {text.also}{" "}
                <Anchor
                  component={Link}
                  href={ticketList(view, { states: ["REJECTED"] })}
                  inherit
                  underline="always"
                >
                  {text.rejected} {tickets.rejected}
                </Anchor>
                {" · "}
                <Anchor
                  component={Link}
                  href={ticketList(view, { states: ["MERGED"] })}
                  inherit
                  underline="always"
                >
                  {text.merged} {tickets.merged}
                </Anchor>
                {text.adds}
              </>
            ) : null}
          </Text>
        </Stack>
        <Stack gap={4}>
          <Title order={3} size="sm">
            {text.whistles}
          </Title>
          <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
            <FigureCard label={text.blown} value={whistles?.blown} href={whistleList(view)} />
            <FigureCard
              label={text.whistlesOpen}
              value={whistles?.open}
              href={whistleList(view, { open: true })}
            />
            <FigureCard
              label={text.misuse}
              value={whistles?.misuse}
              href={whistleList(view, { states: ["RULED_MISUSE"] })}
            />
            <FigureCard
              label={text.solved}
              about={text.solvedIn}
              value={whistles?.solved}
              href={solvedWhistleList(view)}
            />
          </SimpleGrid>
        </Stack>
      </SimpleGrid>
    </section>
  );
}

function FigureCard({
  label,
  about,
  value,
  href,
  late = false,
}: {
  label: string;
  about?: string;
  value: number | undefined;
  href: string;
  late?: boolean;
}) {
  if (value === undefined) return <Skeleton h={88} />;
  return (
    <Paper component={Link} href={href} withBorder p="sm" h={88} className={classes.card ?? ""}>
      <Text size="sm">{label}</Text>
      <Text fz={28} lh={1.2} fw={700} {...(late && value > 0 ? { c: "var(--late)" } : {})}>
        {value}
      </Text>
      {about ? (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      ) : null}
    </Paper>
  );
}
