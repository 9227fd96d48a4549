import { type Client, cacheExchange, createClient, fetchExchange, subscriptionExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { createClient as createSocket } from "graphql-ws";
import type { Session } from "../session/session.tsx";

const GRAPH = "/graphql";

/** What a reading is for and which case it belongs to, for what owners open only so. */
export interface Grounds {
  readonly basis?: string | undefined;
  readonly case?: string | undefined;
}

/** Headers in which grounds are stated, for one operation's context. */
export const stating = ({ basis, case: number }: Grounds) => ({
  fetchOptions: {
    headers: {
      ...(basis ? { "whistlegraph-basis": basis } : {}),
      ...(number ? { "whistlegraph-case": number } : {}),
    },
  },
});

/** The public graph, asked in the name of whoever has signed in. A new one is made when somebody else does. */
export function graphClient(session: Session): Client {
  const socket = createSocket({
    url: () => new URL(GRAPH, location.href.replace(/^http/, "ws")).href,
    connectionParams: () => bearer(session),
    lazy: true,
    // Without end, ever more slowly: the board of a screen on the wall comes back by itself.
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  return createClient({
    url: GRAPH,
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: { headers: { "apollo-require-preflight": "true" } },
    exchanges: [
      cacheExchange,
      authExchange(async (utilities) => ({
        addAuthToOperation: (operation) => utilities.appendHeaders(operation, bearer(session)),
        willAuthError: () => session.endsSoon(),
        didAuthError: ({ response, graphQLErrors }) =>
          response?.status === 401 &&
          graphQLErrors.some(({ extensions }) => extensions.code === "UNAUTHENTICATED"),
        refreshAuth: () => session.renew(),
      })),
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
        }),
      }),
      fetchExchange,
    ],
  });
}

function bearer(session: Session): Record<string, string> {
  const token = session.token();
  return token ? { authorization: `Bearer ${token}` } : {};
}
