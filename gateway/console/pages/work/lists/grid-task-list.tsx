import { Text } from "@mantine/core";
import { useMemo } from "react";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { type GridTask, gridTaskMoves } from "../moves/place-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkGridTasksDocument } from "./grid-tasks.graphql.ts";

const said = texts(
  { reached: (reached: number, targets: number) => `${reached} of ${targets} reached` },
  { reached: (reached: number, targets: number) => `已服务 ${reached} / ${targets} 人` },
);

const words = { task: { en: "What is to be done", zh: "任务内容" } } as const;

/** What the grids of one's place have to do about classes of problems: counted, never by name. */
export function GridTaskList({ division }: { division: string }) {
  const text = useText(said);
  const pages = usePages(
    WorkGridTasksDocument,
    { division, first: 10 },
    ({ classProblems }) => classProblems,
  );
  const rows = useMemo(
    () =>
      pages.rows.flatMap((problem) =>
        (problem.gridTasks?.edges ?? [])
          .filter(({ node }) => !node.doneAt)
          .map(({ node }): GridTask => ({ ...node, problem })),
      ),
    [pages.rows],
  );
  const rowOf = ({ problem, grid, task, reached, targets, assignedAt }: GridTask): Row => ({
    key: `${problem.number} ${grid?.code}`,
    number: problem.number,
    title: problem.title ?? problem.matter?.name ?? problem.number,
    place: grid?.name,
    state: (
      <Text size="sm" fw={600}>
        {text.reached(reached, targets)}
      </Text>
    ),
    since: assignedAt,
    facts: factsOf([words.task, task]),
  });
  return <WorkList pages={{ ...pages, rows }} rowOf={rowOf} moves={gridTaskMoves} />;
}
