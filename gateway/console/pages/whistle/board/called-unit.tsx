import { Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DisputeDecision, WhistleRole, WhistleTimeliness } from "../../../language/terms.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { Facts } from "../facts.tsx";
import { useListName } from "../list-name.ts";
import classes from "./board.module.css";
import type { CalledUnitDetailsFragment, CalledUnitFragment } from "./called-unit.graphql.ts";
import { calledUnitSaid } from "./called-unit.text.ts";
import { CalledUnitSteps } from "./called-unit-steps.tsx";
import type { RunningClockFragment } from "./clocks.graphql.ts";

/** How the other side graded a called unit; undefined: no grade is due, or none may be seen. */
export interface Grade {
  readonly score: number | null;
  readonly opinion: string | null;
  readonly evaluator: { readonly code: string } | null;
  readonly evaluatorNamed: { readonly name: string } | null;
}

const colours = { LATE: "red", RUNNING: "blue", ON_TIME: "green", UNTIMED: "gray" } as const;

/** One called unit: by what it is competent, who answers for it, and how far it is. */
export function CalledUnit({
  called,
  clocks,
  grade,
  marked,
  ended,
}: {
  /** Residents see the unit and its part alone. */
  called: CalledUnitFragment & Partial<CalledUnitDetailsFragment>;
  clocks: readonly RunningClockFragment[];
  grade: Grade | undefined;
  marked: boolean;
  /** The whistle has. */
  ended: boolean;
}) {
  const text = useText(calledUnitSaid);
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const { unit, unitNamed, role, timeliness, releasedAt, disputedAt, disputeDecision, item, calledAt } =
    called;
  const contested = disputedAt && !disputeDecision;
  return (
    <Card withBorder component="article" className={marked ? classes.marked : undefined}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={3} size="h4">
            {nameOrCode(unit?.code, unitNamed?.name)}
          </Title>
          <Group gap={6}>
            <Badge variant={role === "LEAD" ? "filled" : "outline"} radius="sm" tt="none">
              {term(WhistleRole, role)}
            </Badge>
            {releasedAt ? (
              <Badge color="gray" variant="light" radius="sm" tt="none">
                {text.letGo}
              </Badge>
            ) : null}
            {contested ? (
              <Badge color="orange" variant="light" radius="sm" tt="none">
                {text.contested}
              </Badge>
            ) : null}
            {timeliness ? (
              <Badge color={colours[timeliness]} variant="light" radius="sm" tt="none">
                {term(WhistleTimeliness, timeliness)}
              </Badge>
            ) : null}
          </Group>
        </Group>
        {calledAt ? (
          <>
            <CalledUnitSteps called={called} clocks={clocks} over={ended || Boolean(releasedAt)} />
            <Text size="sm" component="div">
              <Facts
                rows={[
                  [
                    text.item,
                    item ? (
                      <Item key="item" called={called} />
                    ) : called.byContract ? (
                      text.contract
                    ) : (
                      text.uncited
                    ),
                  ],
                  [text.responder, called.responderName],
                  [text.chief, called.chiefResponderName],
                  [text.dispute, called.disputeReason],
                  [
                    text.ruling,
                    disputeDecision
                      ? [term(DisputeDecision, disputeDecision), called.disputeGrounds]
                          .filter(Boolean)
                          .join(" · ")
                      : null,
                  ],
                  [text.grade, grade ? <Graded key="grade" grade={grade} /> : null],
                ]}
              />
            </Text>
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

function Item({
  called: { item, itemNamed, listId, listVersion },
}: {
  called: Partial<CalledUnitDetailsFragment>;
}) {
  const text = useText(calledUnitSaid);
  const nameOrCode = useNameOrCode();
  const listName = useListName(listId);
  return (
    <>
      {itemNamed ? (
        <>
          {itemNamed.name} <span>{item?.code}</span>
        </>
      ) : (
        nameOrCode(item?.code, undefined)
      )}
      {listId && listVersion != null ? (
        <Text size="xs" c="dimmed">
          {text.list(listName, listVersion)}
        </Text>
      ) : null}
    </>
  );
}

function Graded({ grade: { score, opinion, evaluator, evaluatorNamed } }: { grade: Grade }) {
  const text = useText(calledUnitSaid);
  const nameOrCode = useNameOrCode();
  if (score == null) return text.due;
  return (
    <>
      {text.graded(score, nameOrCode(evaluator?.code, evaluatorNamed?.name))}
      {opinion ? <Text size="sm">{opinion}</Text> : null}
    </>
  );
}
