import { Group } from "@mantine/core";
import { useClient } from "urql";
import { usePages } from "../../../graph/use-pages.ts";
import { useLanguage } from "../../../language/language.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import { useHolder } from "../../../session/session.tsx";
import type { TicketFilter } from "../groups/group.ts";
import { ownTask, pendingExtension, type Ticket, unanswered } from "../moves/ticket.ts";
import { ticketMoves } from "../moves/ticket-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { UrgencyBadge } from "../rows/urgency-badge.tsx";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkTicketAgainDocument } from "./ticket-again.graphql.ts";
import { WorkTicketsDocument } from "./tickets.graphql.ts";

const words = {
  unit: { en: "With", zh: "承办单位" },
  matched: { en: "Competent", zh: "匹配单位" },
  returned: { en: "Sent back", zh: "退单理由" },
  asked: { en: "Extension asked for", zh: "申请延期" },
  task: { en: "Your task", zh: "本单位任务" },
  reply: { en: "Public reply", zh: "公开答复" },
} as const;

const PAGE_SIZE = 50;

/** Tickets that wait, the first due on top unless the group is about how long they have waited. */
export function TicketList({
  filter,
  order = "DUE_FIRST",
}: {
  filter: TicketFilter;
  order?: "DUE_FIRST" | "OLDEST" | undefined;
}) {
  const client = useClient();
  const holder = useHolder();
  const { language } = useLanguage();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(WorkTicketsDocument, { filter, order, first: PAGE_SIZE }, ({ tickets }) => tickets);
  const reread = async ({ number }: Ticket) =>
    (await client.query(WorkTicketAgainDocument, { number }, { requestPolicy: "network-only" }).toPromise())
      .data?.ticket;

  const rowOf = (ticket: Ticket): Row => {
    const { number, title, state, urgency, handlingUnit, matchedUnit, matter, item } = ticket;
    const sentBack = ticket.dispatches.findLast(({ returnedAt }) => returnedAt);
    const asked = pendingExtension(ticket);
    const askedBy = nameOrCode(asked?.unit?.code, asked?.unitNamed?.name);
    const task = holder && ownTask(ticket, holder);
    const waits = unanswered.includes(state);
    return {
      key: number,
      number,
      title,
      href: `/case/${number}`,
      place: placeOf(ticket),
      state: (
        <Group gap={6}>
          <TicketStateBadge state={state} />
          <UrgencyBadge urgency={urgency} />
        </Group>
      ),
      due: waits ? ticket.dueAt : undefined,
      since: ticket.struckOffAt ?? ticket.ledgeredAt ?? ticket.calledBackAt ?? ticket.feedbackAt ?? undefined,
      facts: factsOf(
        [
          words.unit,
          handlingUnit?.code === holder?.unit
            ? undefined
            : nameOrCode(handlingUnit?.code, ticket.handlingUnitNamed?.name),
        ],
        [
          words.matched,
          state === "MATCHED"
            ? [
                nameOrCode(matchedUnit?.code, ticket.matchedUnitNamed?.name),
                item
                  ? nameOrCode(item.code, ticket.itemNamed?.name)
                  : nameOrCode(matter?.code, ticket.matterNamed?.name),
              ]
                .filter(Boolean)
                .join(" · ")
            : undefined,
        ],
        [
          words.returned,
          state === "RETURNED" && sentBack
            ? `${nameOrCode(sentBack.unit?.code, sentBack.unitNamed?.name)}：${sentBack.returnGrounds ?? ""}`
            : undefined,
        ],
        [
          words.asked,
          asked &&
            (language === "zh"
              ? `${askedBy}申请延长 ${asked.days} 天：${asked.reason ?? ""}`
              : `${asked.days} days, ${askedBy}: ${asked.reason ?? ""}`),
        ],
        [words.task, task?.task],
        [words.reply, state === "HANDLED" ? ticket.publicReply : undefined],
      ),
    };
  };
  return <WorkList pages={pages} rowOf={rowOf} moves={ticketMoves} reread={reread} />;
}
