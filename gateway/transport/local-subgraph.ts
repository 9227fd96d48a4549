import type { RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { type Answer, type InFlightSettings, inFlight } from "./in-flight.ts";
import type { Question, SubgraphConnection, SubgraphReply } from "./subgraph-connection.ts";
import { untilClientLeaves } from "./until-client-leaves.ts";

/** A subgraph in this process: no HTTP hop, no signature, the same principal and instant. */
export const localSubgraph = (
  subgraph: Pick<RunningSubgraph, "execute" | "subscribe">,
  settings: Pick<InFlightSettings, "share"> = {},
): SubgraphConnection => ({
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

/** Copies what an execution results in: objects and lists of values that nobody changes. */
function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = copyOf(inner);
  return copy as Value;
}
