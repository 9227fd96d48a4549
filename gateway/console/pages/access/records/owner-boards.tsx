import { Anchor, Group, Paper, Text } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import type { OwnerBoardsQuery } from "./owner-boards.graphql.ts";

const said = texts(
  {
    requested: (count: number) => `${count} ${count === 1 ? "grant" : "grants"} to decide`,
    inForce: (count: number) => `${count} ${count === 1 ? "grant" : "grants"} in force`,
    soon: (count: number) => `${count} ${count === 1 ? "ends" : "end"} within 30 days`,
    open: (count: number) => `${count} emergency ${count === 1 ? "access" : "accesses"} open`,
    due: (count: number) => `${count} to review`,
    overdue: (count: number) => `${count} overdue`,
  },
  {
    requested: (count: number) => `待决定授权 ${count}`,
    inForce: (count: number) => `有效授权 ${count}`,
    soon: (count: number) => `30 日内到期 ${count}`,
    open: (count: number) => `进行中紧急访问 ${count}`,
    due: (count: number) => `待复核 ${count}`,
    overdue: (count: number) => `逾期 ${count}`,
  },
);

/** What waits for an owner, each a way to where it is done. */
export function OwnerBoards({ boards }: { boards: readonly Board[] }) {
  const text = useText(said);
  const { ownerName } = useOwners();
  return (
    <Group gap="sm" align="stretch">
      {boards.map((board) => (
        <Paper
          key={board.subgraph}
          withBorder
          p="xs"
          component="section"
          aria-label={ownerName(board.subgraph)}
        >
          <Text fw={600} size="sm">
            {ownerName(board.subgraph)}
          </Text>
          <Group gap="md">
            <Waits
              count={board.grantsRequested}
              say={text.requested}
              always
              href={grants("REQUESTED", board)}
            />
            <Waits count={board.grantsInForce} say={text.inForce} always href={grants("IN_FORCE", board)} />
            <Waits
              count={board.grantsEndingSoon}
              say={text.soon}
              href={`${grants("IN_FORCE", board)}&soon=true`}
            />
            <Waits count={board.breakGlassOpen} say={text.open} late href={`${glasses(board)}&open=true`} />
            <Waits count={board.reviewsDue} say={text.due} href={`${glasses(board)}&reviewed=false`} />
            <Waits
              count={board.reviewsOverdue}
              say={text.overdue}
              late
              href={`${glasses(board)}&overdue=true`}
            />
          </Group>
        </Paper>
      ))}
    </Group>
  );
}

type Board = NonNullable<OwnerBoardsQuery["ownerDashboards"]>[number];

const grants = (show: string, { subgraph }: Board) => `/access/grants?owner=${subgraph}&show=${show}`;
const glasses = ({ subgraph }: Board) => `/access/break-glass?owner=${subgraph}`;

/** A figure as the way to its list; left out where there is nothing, unless that is worth saying. */
function Waits({
  count,
  say,
  href,
  always = false,
  late = false,
}: {
  count: number;
  say: (count: number) => string;
  href: string;
  always?: boolean;
  late?: boolean;
}) {
  if (count === 0) return always ? <Text size="sm">{say(0)}</Text> : null;
  return (
    <Anchor component={Link} href={href} size="sm" fw={600} {...(late ? { c: "var(--late)" } : {})}>
      {say(count)}
    </Anchor>
  );
}
