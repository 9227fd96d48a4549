import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { type AnyVariables, type CombinedError, useClient, useQuery } from "urql";
import { useComingBack } from "../../graph/coming-back.ts";
import { inTurn } from "../../graph/in-turn.ts";
import { type Refusal, refusalsOf } from "../../graph/refusal.ts";
import { type Paged, wholeList } from "../../graph/whole-list.ts";

/** How often something has changed in the place since it was first shown: with each the figures are asked for again. */
export const NewsContext = createContext(0);

/** What was asked for, why something of it is missing, and how it is asked for again. */
export interface Figures<Data> {
  readonly data: Data | undefined;
  readonly refusals: readonly Refusal[];
  readonly again: () => void;
}

/** Asks again when something has changed in the place since it was asked. */
function useNews(again: () => void, pause: boolean): void {
  const news = useContext(NewsContext);
  const told = useRef(news);
  useEffect(() => {
    if (news === told.current || pause) return;
    told.current = news;
    again();
  }, [news, pause, again]);
}

/** Figures of the graph, kept up to date: while they are asked for again, those before stand. */
export function useFigures<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
): Figures<Data> {
  const [{ data, error }, ask] = useQuery({ query, variables, pause } as Parameters<
    typeof useQuery<Data, Variables>
  >[0]);
  const again = useCallback(() => ask({ requestPolicy: "network-only" }), [ask]);
  useNews(again, pause);
  useComingBack(error, again);
  return { data, refusals: refusalsOf(error), again };
}

interface Answer<Data> {
  readonly question: string;
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
}

/** The same of a list that is shown whole, however many pages it has. */
export function useWholeFigures<Data, Variables extends { after?: string | null | undefined }>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  paged: Paged<Data>,
  pause = false,
): Figures<Data> {
  const client = useClient();
  const question = JSON.stringify(variables);
  const [answer, setAnswer] = useState<Answer<Data>>();
  const how = useRef({ query, paged, question });
  how.current = { query, paged, question };
  const again = useMemo(
    () =>
      inTurn(async () => {
        const ask = (after: string | null) =>
          client
            .query(how.current.query, { ...JSON.parse(question), after } as Variables, {
              requestPolicy: "network-only",
            })
            .toPromise();
        const { data, error } = await wholeList<Data, CombinedError>(ask, how.current.paged);
        if (how.current.question === question) setAnswer({ question, data, error });
      }),
    [client, question],
  );
  useEffect(() => {
    if (!pause) again();
  }, [pause, again]);
  useNews(again, pause);
  const mine = answer?.question === question ? answer : undefined;
  useComingBack(pause ? undefined : mine?.error, again);
  return { data: mine?.data, refusals: refusalsOf(mine?.error), again };
}
