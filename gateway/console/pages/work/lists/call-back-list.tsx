import { usePages } from "../../../graph/use-pages.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import { type CallBack, callBackMoves } from "../moves/evaluation-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkCallBacksDocument } from "./call-backs.graphql.ts";

const words = {
  unit: { en: "Handled by", zh: "承办单位" },
  reply: { en: "Public reply", zh: "公开答复" },
} as const;

/** Demanders still to be asked, whoever has waited longest first. */
export function CallBackList({ division }: { division: string | null }) {
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(WorkCallBacksDocument, { division, first: 50 }, ({ callBacksDue }) => callBacksDue);
  const rowOf = ({ ticket, handlingUnit, handlingUnitNamed, feedbackAt, ...where }: CallBack): Row => ({
    key: ticket?.number ?? feedbackAt,
    number: ticket?.number,
    title: ticket?.title ?? "—",
    href: ticket ? `/case/${ticket.number}` : undefined,
    place: placeOf(where),
    state: ticket ? <TicketStateBadge state={ticket.state} /> : null,
    since: feedbackAt,
    facts: factsOf(
      [words.unit, nameOrCode(handlingUnit?.code, handlingUnitNamed?.name)],
      [words.reply, ticket?.publicReply],
    ),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={callBackMoves} />;
}
