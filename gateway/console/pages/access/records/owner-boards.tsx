import { Group, Paper, Text } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import type { OwnerBoardsQuery } from "./owner-boards.graphql.ts";

const said = texts(
  {
    requested: (count: number) => `${count} grants to decide`,
    inForce: (count: number, soon: number) =>
      `${count} grants in force${soon > 0 ? `, ${soon} end within 30 days` : ""}`,
    open: (count: number) => `${count} emergency accesses open`,
    due: (count: number, overdue: number) => `${count} to review${overdue > 0 ? `, ${overdue} overdue` : ""}`,
  },
  {
    requested: (count: number) => `待决定授权 ${count}`,
    inForce: (count: number, soon: number) => `有效授权 ${count}${soon > 0 ? `，30 日内到期 ${soon}` : ""}`,
    open: (count: number) => `进行中紧急访问 ${count}`,
    due: (count: number, overdue: number) => `待复核 ${count}${overdue > 0 ? `，逾期 ${overdue}` : ""}`,
  },
);

/** What waits for an owner, each a way to where it is done. */
export function OwnerBoards({ boards }: { boards: NonNullable<OwnerBoardsQuery["ownerDashboards"]> }) {
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
            {board.grantsRequested > 0 ? (
              <Text size="sm" fw={600}>
                <Link href={`/access/grants?owner=${board.subgraph}&show=REQUESTED`}>
                  {text.requested(board.grantsRequested)}
                </Link>
              </Text>
            ) : (
              <Text size="sm">{text.requested(0)}</Text>
            )}
            <Text size="sm">
              <Link href={`/access/grants?owner=${board.subgraph}&show=APPROVED`}>
                {text.inForce(board.grantsInForce, board.grantsEndingSoon)}
              </Link>
            </Text>
            {board.breakGlassOpen > 0 ? (
              <Text size="sm" c="var(--late)" fw={600}>
                {text.open(board.breakGlassOpen)}
              </Text>
            ) : null}
            {board.reviewsDue > 0 ? (
              <Text size="sm" fw={600}>
                <Link href={`/access/break-glass?owner=${board.subgraph}&reviewed=false`}>
                  {text.due(board.reviewsDue, board.reviewsOverdue)}
                </Link>
              </Text>
            ) : null}
          </Group>
        </Paper>
      ))}
    </Group>
  );
}
