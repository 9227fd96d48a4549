import { Text } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
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
export function GridTaskList({ division, grid: only }: { division: string; grid: string | null }) {
  const text = useText(said);
  const nameOrCode = useNameOrCode();
  const pages = usePages(
    WorkGridTasksDocument,
    { division, grid: only, first: 50 },
    ({ gridTasks }) => gridTasks,
  );
  const rowOf = ({ classProblem, grid, gridNamed, task, reached, targets, assignedAt }: GridTask): Row => ({
    key: `${classProblem?.number} ${grid?.code}`,
    number: classProblem?.number,
    title:
      classProblem?.title ||
      nameOrCode(classProblem?.matter?.code, classProblem?.matterNamed?.name) ||
      classProblem?.number ||
      "—",
    place: nameOrCode(grid?.code, gridNamed?.name),
    state: (
      <Text size="sm" fw={600}>
        {text.reached(reached, targets)}
      </Text>
    ),
    since: assignedAt,
    facts: factsOf([words.task, task]),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={gridTaskMoves} />;
}
