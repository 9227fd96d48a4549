import type { RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { copyOf } from "./copy.ts";
import { type Answer, type InFlightSettings, inFlight } from "./in-flight.ts";
import type { Question, SubgraphConnection, SubgraphReply } from "./subgraph-connection.ts";
import { untilClientLeaves } from "./until-client-leaves.ts";

/** A subgraph in this process: no HTTP hop, no signature, the same principal and instant. */
export const localSubgraph = (
  subgraph: Pick<RunningSubgraph, "execute" | "subscribe"> &
    Partial<Pick<RunningSubgraph, "sightOf" | "uploadsOf">>,
  settings: Pick<InFlightSettings, "share"> = {},
): SubgraphConnection => ({
  sightOf: subgraph.sightOf,
  uploads: subgraph.uploadsOf,
  ask: inFlight({
    ...settings,
    ask: async (question, { principal, at }) =>
      answerOf(await subgraph.execute(requestOf(question), { principal, at })),
  }),
  follow: (question, { principal, at, signal }) =>
    untilClientLeaves(subgraph.subscribe(requestOf(question), { principal, at }), signal),
});

const requestOf = ({ operation, variables }: Question) => ({
  query: operation,
  variables: variables === undefined ? undefined : JSON.parse(variables),
});

const answerOf = (reply: SubgraphReply): Answer => ({
  reply,
  again: () => ({ ...reply, data: copyOf(reply.data) }),
});
