import { Badge } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { useTerm } from "../../../language/term.ts";
import { DisputeMediationState } from "../../../language/terms.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { useHolder } from "../../../session/session.tsx";
import { type Mediation, mediationMoves } from "../moves/place-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkMediationsDocument, type WorkMediationsQueryVariables } from "./mediations.graphql.ts";

const words = {
  host: { en: "Led by", zh: "主持单位" },
  mediators: { en: "Mediators", zh: "调解员" },
} as const;

/** Mediations under way: when the parties sit again, or by when the mediator of one's own unit must be there. */
export function MediationList({ filter }: { filter: WorkMediationsQueryVariables["filter"] }) {
  const term = useTerm();
  const holder = useHolder();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(
    WorkMediationsDocument,
    { filter, first: 50 },
    ({ disputeMediations }) => disputeMediations,
  );
  const rowOf = (mediation: Mediation): Row => {
    const { ticketNumber, turn, matter, state, host, mediators, nextSittingAt } = mediation;
    const seat = mediators.find(({ unit, arrivedAt }) => unit?.code === holder?.unit && !arrivedAt);
    return {
      key: `${ticketNumber} ${turn}`,
      number: ticketNumber,
      title: nameOrCode(matter?.code, mediation.matterNamed?.name) || ticketNumber,
      href: `/case/${ticketNumber}`,
      place: placeOf(mediation),
      state: (
        <Badge variant="light" radius="sm" tt="none">
          {term(DisputeMediationState, state)}
        </Badge>
      ),
      due: seat?.dueAt ?? nextSittingAt ?? undefined,
      since: mediation.openedAt,
      facts: factsOf(
        [words.host, nameOrCode(host?.code, mediation.hostNamed?.name)],
        [
          words.mediators,
          mediators.map(({ unit, unitNamed }) => nameOrCode(unit?.code, unitNamed?.name)).join("、"),
        ],
      ),
    };
  };
  return <WorkList pages={pages} rowOf={rowOf} moves={mediationMoves} />;
}
