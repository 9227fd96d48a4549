import { Badge } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { useTerm } from "../../../language/term.ts";
import { NegativeListState, Offence } from "../../../language/terms.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { type Entry, entryMoves } from "../moves/evaluation-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkNegativeListDocument, type WorkNegativeListQueryVariables } from "./negative-list.graphql.ts";

const words = {
  grounds: { en: "Held against it", zh: "事由" },
  statement: { en: "Statement", zh: "陈述申辩" },
} as const;

/** Entries of the negative list: what is held against a unit, until when it may answer, and what it says. */
export function NegativeList({ filter }: { filter: WorkNegativeListQueryVariables["filter"] }) {
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(
    WorkNegativeListDocument,
    { filter, first: 50 },
    ({ negativeListEntries }) => negativeListEntries,
  );
  const rowOf = (entry: Entry): Row => ({
    key: entry.number,
    number: entry.number,
    title: [nameOrCode(entry.respondent?.code, entry.respondentNamed?.name), term(Offence, entry.offence)]
      .filter(Boolean)
      .join(" · "),
    place: placeOf(entry),
    state: (
      <Badge variant="light" radius="sm" tt="none" color="orange">
        {term(NegativeListState, entry.state)}
      </Badge>
    ),
    due: entry.state === "PROPOSED" ? (entry.statementDueAt ?? undefined) : undefined,
    since: entry.proposedAt,
    facts: factsOf([words.grounds, entry.grounds], [words.statement, entry.statement]),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={entryMoves} />;
}
