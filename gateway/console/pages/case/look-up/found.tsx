import { type Pages, usePages } from "../../../graph/use-pages.ts";
import { useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import type { TicketRowFragment } from "../../../parts/ticket-line.graphql.ts";
import { drawTicket } from "../../../parts/ticket-line.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { LookUpCaseDocument, type LookUpCaseQueryVariables } from "./look-up.graphql.ts";
import { lookUpTexts } from "./look-up.text.ts";
import { LookUpAtDocument, type LookUpAtQueryVariables } from "./look-up-at.graphql.ts";
import { LookUpWordsDocument } from "./look-up-words.graphql.ts";

const first = 50;

type CaseKey = Omit<LookUpCaseQueryVariables, "first" | "after">;

/** The tickets of a case, whatever it is known by. */
export function FoundByCase({ by }: { by: CaseKey }) {
  return <Found pages={usePages(LookUpCaseDocument, { ...by, first }, (data) => data.case?.tickets)} />;
}

export function FoundByWords({ words }: { words: string }) {
  return <Found pages={usePages(LookUpWordsDocument, { words, first }, (data) => data.searchTickets)} />;
}

export function FoundAt({ filter }: Pick<LookUpAtQueryVariables, "filter">) {
  return <Found pages={usePages(LookUpAtDocument, { filter, first }, (data) => data.tickets)} />;
}

function Found({ pages }: { pages: Pages<TicketRowFragment> }) {
  const text = useText(lookUpTexts);
  const { rows, loading, refusals, again } = pages;
  if (rows.length === 0 && refusals.length > 0) return <Refusals refusals={refusals} retry={again} />;
  // Before its first answer a list is not loading yet, and says there may be more.
  if (rows.length === 0 && (loading || pages.hasMore)) return <Waiting lines={8} height={44} />;
  if (rows.length === 0) return <Empty title={text.none}>{text.another}</Empty>;
  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      <PagedList
        {...pages}
        label={text.list}
        keyOf={({ number }) => number}
        rowHeight={62}
        render={drawTicket}
      />
    </>
  );
}
