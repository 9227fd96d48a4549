import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { sealEnvelope } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { sealedText } from "../../subgraphs/shared/subscription/sealed-text.ts";
import type { RequestContext } from "../request-context.ts";
import { Arrivals } from "./arrivals.ts";
import type { Follow, Question, SubgraphReply } from "./subgraph-connection.ts";
import { untilClientLeaves } from "./until-client-leaves.ts";

/** How often the subgraph is asked whether it is still there, and how long it may take to say so, in milliseconds. */
const askEvery = 10_000;
const answerWithin = 5_000;

/** A connection nobody follows anything over is kept for so long, in milliseconds. */
const idleFor = 10_000;

export interface FollowedSubgraphSettings {
  readonly name: string;
  /** Where the subgraph listens: `http://host:port`, `https://host:port` or `unix:/path/to/socket`. */
  readonly url: string;
  /** The gateway's key. */
  readonly key: SigningKey;
  /** Told of what went wrong, which the client must not see. */
  readonly onFailure: (error: unknown) => void;
}

export interface FollowedSubgraph {
  readonly follow: Follow;
  close(): Promise<void>;
}

/**
 * Subscriptions of a subgraph in another process, all over one WebSocket. When it breaks every subscription over it ends
 * with a refusal that says how to go on: a gap is never passed over in silence. The next one to come connects anew.
 */
export function followedSubgraph({ name, url, key, onFailure }: FollowedSubgraphSettings): FollowedSubgraph {
  let silence: NodeJS.Timeout | undefined;
  let lastId = 0;
  let connected = false;
  /** How many times a connection came about. */
  let connections = 0;
  const client = createClient({
    url: webSocketUrl(url),
    webSocketImpl: WebSocket,
    lazyCloseTimeout: idleFor,
    retryAttempts: 0,
    keepAlive: askEvery,
    connectionAckWaitTimeout: answerWithin,
    generateID: () => String(++lastId),
    on: {
      ping: (received) => {
        if (!received) silence = setTimeout(() => client.terminate(), answerWithin).unref();
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      connected: () => {
        connected = true;
        connections += 1;
      },
      closed: () => {
        connected = false;
        clearTimeout(silence);
      },
    },
  });

  function failureOf(error: unknown, begun: boolean): Error {
    const [refusal] = Array.isArray(error) ? (error as GraphQLFormattedError[]) : [];
    if (refusal) return new GraphQLError(refusal.message, { extensions: refusal.extensions ?? {} });
    onFailure(error);
    return begun ? refuse("SUBSCRIPTION_INTERRUPTED") : refuse("SUBGRAPH_UNAVAILABLE", { subgraph: name });
  }

  async function begin(
    arrivals: Arrivals<SubgraphReply>,
    { operation, variables }: Question,
    { principal, at }: RequestContext,
  ): Promise<() => void> {
    const request = {
      query: operation,
      ...(variables === undefined ? {} : { variables: JSON.parse(variables) as Record<string, unknown> }),
    };
    const envelope = await sealEnvelope(key, { principal, at }, name, sealedText(request));
    const first = connected ? connections : connections + 1;
    return client.subscribe<Record<string, unknown>>(
      { ...request, extensions: { envelope } },
      {
        next: (reply) => arrivals.push(reply as SubgraphReply),
        error: (error) => arrivals.end(failureOf(error, connections >= first)),
        complete: () => arrivals.end(),
      },
    );
  }

  return {
    follow: (question, context) => {
      const arrivals = new Arrivals<SubgraphReply>((into) => begin(into, question, context));
      return untilClientLeaves(arrivals, context.signal);
    },
    close: async () => client.dispose(),
  };
}

/** The same door as for questions, by the scheme of a WebSocket. */
function webSocketUrl(url: string): string {
  if (url.startsWith("unix:")) return `ws+unix:${new URL(url).pathname}:/graphql`;
  return new URL("/graphql", url.replace(/^http/, "ws")).href;
}
