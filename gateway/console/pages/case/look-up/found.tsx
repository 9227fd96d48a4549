import { Text } from "@mantine/core";
import { type Pages, usePages } from "../../../graph/use-pages.ts";
import { useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import type { TicketRowFragment } from "../../../parts/ticket-line.graphql.ts";
import { drawTicket } from "../../../parts/ticket-line.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { LookUpCaseDocument, type LookUpCaseQueryVariables } from "./look-up.graphql.ts";
import { lookUpTexts, noneTexts } from "./look-up.text.ts";
import { LookUpAtDocument, type LookUpAtQueryVariables } from "./look-up-at.graphql.ts";
import type { LookUpKind } from "./look-up-kind.ts";
import { LookUpWordsDocument } from "./look-up-words.graphql.ts";

const first = 50;

type CaseKey = Omit<LookUpCaseQueryVariables, "first" | "after">;

/** By what was looked up, so that it can be said what to do where nothing is found. */
interface LookedUp {
  readonly kind: LookUpKind;
}

/** The tickets of a case, whatever it is known by. */
export function FoundByCase({ by, kind }: LookedUp & { by: CaseKey }) {
  return (
    <Found kind={kind} pages={usePages(LookUpCaseDocument, { ...by, first }, (data) => data.case?.tickets)} />
  );
}

export function FoundByWords({ words, kind }: LookedUp & { words: string }) {
  return (
    <Found
      kind={kind}
      pages={usePages(LookUpWordsDocument, { words, first }, (data) => data.searchTickets)}
    />
  );
}

export function FoundAt({ filter }: Pick<LookUpAtQueryVariables, "filter">) {
  return <Found kind="place" pages={usePages(LookUpAtDocument, { filter, first }, (data) => data.tickets)} />;
}

/** The graph puts so many in order of how well they fit; of more, the latest. */
const RANKED = 1_000;

function Found({ pages, kind }: LookedUp & { pages: Pages<TicketRowFragment> }) {
  const text = useText(lookUpTexts);
  const next = useText(noneTexts);
  const { rows, loading, refusals, hasMore, again } = pages;
  if (rows.length === 0 && refusals.length > 0) return <Refusals refusals={refusals} retry={again} />;
  // Before its first answer a list is not loading yet, and says there may be more.
  if (rows.length === 0 && (loading || hasMore)) return <Waiting lines={8} height={44} />;
  if (rows.length === 0) {
    return (
      <Empty title={text.none}>
        {next[kind]}
        <br />
        {text.sight}
      </Empty>
    );
  }
  const byWords = kind === "words" || kind === "person";
  const told = hasMore ? text.many : rows.length >= RANKED ? text.most(rows.length) : null;
  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      {byWords && told ? (
        <Text size="sm" role="status">
          {told}
        </Text>
      ) : null}
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
