import { Group, Text } from "@mantine/core";
import { texts, useText } from "../../../language/language.tsx";
import { awaitsAnswer } from "../../../parts/awaits-answer.ts";
import { Due, Limit } from "../../../parts/moment.tsx";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import type { CaseFileQuery } from "./case-file.graphql.ts";
import { type Standing, standingOf } from "./standing.ts";

type Ticket = NonNullable<CaseFileQuery["ticket"]>;

const said = texts<Readonly<Record<Standing, (unit: string) => string | null>> & { limit: string }>(
  {
    TO_SEND: () => "With the command centre: to be sent to a unit",
    TO_SIGN: (unit) => `Sent to ${unit}: to be signed for`,
    WITH_UNIT: (unit) => `With ${unit}`,
    WHISTLED: (unit) => `With ${unit}, which is joined by those called`,
    TO_ANSWER: (unit) => `Handled by ${unit}: the demander is to be answered`,
    TO_CALL_BACK: () => "The demander was answered: to be called back",
    TO_STRIKE_OFF: () => "The demander was called back: to be struck off or followed up",
    LEDGERED: (unit) => `Not solved: followed up by ${unit}`,
    OVER: () => null,
    limit: "limit",
  },
  {
    TO_SEND: () => "在指挥中心，待派单",
    TO_SIGN: (unit) => `已派${unit}，待签收`,
    WITH_UNIT: (unit) => `由${unit}办理`,
    WHISTLED: (unit) => `由${unit}承办，应哨单位协同`,
    TO_ANSWER: (unit) => `${unit}已办结，待向诉求人反馈`,
    TO_CALL_BACK: () => "已向诉求人反馈，待回访",
    TO_STRIKE_OFF: () => "已回访，待销号或挂账",
    LEDGERED: (unit) => `尚未解决，由${unit}跟进`,
    OVER: () => null,
    limit: "期限",
  },
);

/** What a case worker must know at a glance: where it stands, who has it, and until when. */
export function CaseStanding({ ticket }: { ticket: Ticket }) {
  const text = useText(said);
  const { number, state, dueAt, handlingUnit } = ticket;
  const held = text[standingOf(ticket)](handlingUnit?.name ?? "—");
  return (
    <Group gap="xs" component="span">
      <span>{number}</span>
      <TicketStateBadge state={state} />
      {held ? (
        <Text span size="sm" fw={600} c="var(--mantine-color-text)">
          {held}
        </Text>
      ) : null}
      {awaitsAnswer(ticket) ? (
        <span>
          {text.limit} <Limit at={dueAt} /> · <Due at={dueAt} />
        </span>
      ) : null}
    </Group>
  );
}
