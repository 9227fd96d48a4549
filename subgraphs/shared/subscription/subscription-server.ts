import { type GraphQLError, parse } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { OpenEnvelope } from "../envelope.ts";
import type { Upgrade } from "../http.ts";
import type { RunningSubgraph } from "../subgraph.ts";
import { sealedText } from "./sealed-text.ts";

const maximumMessageBytes = 10 * 1024 * 1024;

/** Asked of the library only to know that it is a subscription; ours is read where it is answered. */
const anySubscription = parse("subscription { any }");

export interface SubscriptionServer {
  readonly upgrade: Upgrade;
  /** Ends the connections; whoever followed something over them is told and comes back. */
  close(): Promise<void>;
}

/**
 * Serves a subgraph's subscriptions to the gateway, all over one WebSocket; each must come in an envelope of its own. The
 * gateway is on our side: no origins, no limits, and a message waits for the one before it to be written.
 */
export function serveSubscriptions(
  subgraph: Pick<RunningSubgraph, "schema" | "subscribe">,
  open: OpenEnvelope,
): SubscriptionServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes });
  const { schema } = subgraph;
  const server = useServer(
    {
      async onSubscribe(_context, _id, { query, variables, operationName, extensions }) {
        const sealed = typeof extensions?.envelope === "string" ? extensions.envelope : undefined;
        const request = {
          query,
          variables: variables ?? undefined,
          operationName: operationName ?? undefined,
        };
        try {
          const envelope = await open({ sealed, instant: undefined, body: sealedText(request) });
          return { schema, document: anySubscription, contextValue: { request, envelope } };
        } catch (refusal) {
          return [refusal as GraphQLError];
        }
      },
      subscribe({ contextValue }) {
        const { request, envelope } = contextValue as Followed;
        return subgraph.subscribe(request, envelope);
      },
    },
    sockets,
  );
  return {
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (accepted) =>
        sockets.emit("connection", accepted, request),
      );
    },
    close: async () => server.dispose(),
  };
}

interface Followed {
  readonly request: Parameters<RunningSubgraph["subscribe"]>[0];
  readonly envelope: Parameters<RunningSubgraph["subscribe"]>[1];
}
