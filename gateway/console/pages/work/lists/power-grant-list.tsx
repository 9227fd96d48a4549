import { Badge } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { useTerm } from "../../../language/term.ts";
import { GrantState } from "../../../language/terms.ts";
import { type PowerGrant, powerGrantMoves } from "../moves/grant-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkPowerGrantsDocument, type WorkPowerGrantsQueryVariables } from "./power-grants.graphql.ts";

const words = {
  from: { en: "From", zh: "赋权部门" },
  to: { en: "To", zh: "承接街道" },
  intent: { en: "Intent", zh: "承接意向" },
  opinion: { en: "The department's opinion", zh: "审核意见" },
} as const;

/** Powers on their way from a department to a sub-district, where it is the holder's turn (GZ-5). */
export function PowerGrantList({ filter }: { filter: WorkPowerGrantsQueryVariables["filter"] }) {
  const term = useTerm();
  const pages = usePages(WorkPowerGrantsDocument, { filter, first: 50 }, ({ powerGrants }) => powerGrants);
  const rowOf = (grant: PowerGrant): Row => ({
    key: grant.number,
    number: grant.number,
    title: grant.item?.name ?? grant.number,
    state: (
      <Badge variant="light" radius="sm" tt="none">
        {term(GrantState, grant.state)}
      </Badge>
    ),
    since: grant.statedAt,
    facts: factsOf(
      [words.from, grant.grantingUnit?.name],
      [words.to, grant.receivingUnit?.name],
      [words.intent, grant.intent],
      [words.opinion, grant.reviewOpinion],
    ),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={powerGrantMoves} />;
}
