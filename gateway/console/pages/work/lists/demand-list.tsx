import { usePages } from "../../../graph/use-pages.ts";
import { useLanguage } from "../../../language/language.tsx";
import { momentText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import type { TicketFilter } from "../groups/group.ts";
import { unanswered } from "../moves/ticket.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkDemandsDocument, type WorkDemandsQuery } from "./demands.graphql.ts";

type Demand = NonNullable<WorkDemandsQuery["tickets"]>["edges"][number]["node"];

const words = {
  received: { en: "Received", zh: "受理" },
  unit: { en: "With", zh: "承办单位" },
  reply: { en: "Answer", zh: "答复" },
} as const;

/** A resident's own demands: where each stands, with whom, and what was answered. */
export function DemandList({ filter }: { filter: TicketFilter }) {
  const { language } = useLanguage();
  const { now } = useOffice();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(WorkDemandsDocument, { filter, first: 50 }, ({ tickets }) => tickets);
  const rowOf = (demand: Demand): Row => {
    const { number, title, state, receivedAt, dueAt, handlingUnit, handlingUnitNamed, publicReply } = demand;
    return {
      key: number,
      number,
      title,
      href: `/case/${number}`,
      place: placeOf(demand),
      state: <TicketStateBadge state={state} />,
      due: unanswered.includes(state) ? dueAt : undefined,
      facts: factsOf(
        [words.received, momentText(receivedAt, language, now)],
        [words.unit, nameOrCode(handlingUnit?.code, handlingUnitNamed?.name)],
        [words.reply, publicReply],
      ),
    };
  };
  return <WorkList pages={pages} rowOf={rowOf} moves={[]} />;
}
