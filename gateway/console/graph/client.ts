import { type Client, cacheExchange, createClient, fetchExchange, subscriptionExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { createClient as createSocket } from "graphql-ws";
import type { Session } from "../session/session-state.ts";
import { followWith } from "./follow.ts";
import { linkOf } from "./link.ts";

const GRAPH = "/graphql";

/** With this code our own side ends the connection when the last subscription does. */
const NOBODY_FOLLOWS = 1000;

/** After so long without a word the connection is asked whether it is there, and given so long to say so, in milliseconds. */
const [ASKED_AFTER, ANSWERED_WITHIN] = [20_000, 10_000] as const;

/** What a reading is for and which case it belongs to, for what owners open only so. */
export interface Grounds {
  readonly basis?: string | undefined;
  readonly case?: string | undefined;
}

/** With every operation, also with those that state grounds: an operation's own headers take the place of the client's. */
const always = {
  // Subscriptions come over the socket: nothing else is to be streamed.
  accept: "application/graphql-response+json, application/json",
  "apollo-require-preflight": "true",
};

/** Headers in which grounds are stated, for one operation's context. */
export const stating = ({ basis, case: number }: Grounds) => ({
  fetchOptions: {
    headers: {
      ...always,
      ...(basis ? { "whistlegraph-basis": basis } : {}),
      ...(number ? { "whistlegraph-case": number } : {}),
    },
  },
});

/**
 * The public graph, asked in the name of whoever has signed in. A new one is made when somebody else does. Without
 * `keeps` no answer is kept.
 */
export function graphClient(session: Session, { keeps = true }: { keeps?: boolean } = {}): Client {
  let sent: string | undefined;
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  let isConnected = false;
  /** Subscriptions that were broken off though the connection stands. */
  let interrupted = 0;
  const socket = createSocket({
    async url() {
      // Who must sign in first would only be turned away, again and again.
      await session.untilSigned().catch(() => undefined);
      return new URL(GRAPH, location.href.replace(/^http/, "ws")).href;
    },
    connectionParams() {
      sent = session.token();
      return bearer(session);
    },
    lazy: true,
    // Without end, ever more slowly: the board of a screen on the wall comes back by itself.
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) =>
      new Promise((resolve) =>
        setTimeout(resolve, Math.min(2 ** retries, 15) * 1_000 + Math.random() * 1_000),
      ),
    shouldRetry: () => true,
    // A cable that was pulled, a desk that slept: the browser is told of neither, and would wait for changes for ever.
    keepAlive: ASKED_AFTER,
    on: {
      connected() {
        isConnected = true;
        if (interrupted === 0) linkOf(client).is("open");
      },
      ping(received) {
        if (!received) unanswered = setTimeout(() => socket.terminate(), ANSWERED_WITHIN);
      },
      pong: () => clearTimeout(unanswered),
      closed(event) {
        isConnected = false;
        clearTimeout(unanswered);
        const isWanted = interrupted > 0 || (event as CloseEvent).code !== NOBODY_FOLLOWS;
        linkOf(client).is(isWanted ? "lost" : "idle");
      },
    },
  });
  const client = createClient({
    url: GRAPH,
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: { headers: always },
    exchanges: [
      ...(keeps ? [cacheExchange] : []),
      authExchange(async (utilities) => ({
        addAuthToOperation: (operation) => utilities.appendHeaders(operation, bearer(session)),
        willAuthError: () => session.endsSoon(),
        didAuthError: ({ response, graphQLErrors }) =>
          response?.status === 401 &&
          graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED"),
        // What is to be sent waits for who must sign in again, and is sent then; never for somebody else.
        refreshAuth: () => (session.endsSoon() ? session.untilSigned() : session.replaceToken()),
      })),
      subscriptionExchange({
        forwardSubscription: followWith(socket, {
          async tokenEnded() {
            linkOf(client).is("lost");
            await session.replaceToken();
            if (sent !== session.token()) socket.terminate();
          },
          interrupted() {
            interrupted += 1;
            linkOf(client).is("lost");
          },
          resumed() {
            interrupted -= 1;
            if (interrupted === 0 && isConnected) linkOf(client).is("open");
          },
          missed: () => linkOf(client).misses(),
        }),
      }),
      fetchExchange,
    ],
  });
  return client;
}

function bearer(session: Session): Record<string, string> {
  const token = session.token();
  return token ? { authorization: `Bearer ${token}` } : {};
}
