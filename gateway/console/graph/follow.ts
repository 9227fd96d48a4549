import type { ExecutionResult, SubscriptionForwarder } from "@urql/core";
import type { Client as Socket } from "graphql-ws";
import { following } from "./link.ts";

/**
 * Follows changes over the socket, and goes on after the last one got when the token under which they were followed has
 * ended: the server says so at the next change, and tells it to whoever comes back with a good one.
 */
export const followWith =
  (
    socket: Pick<Socket, "subscribe">,
    {
      tokenEnded,
    }: { /** Gets a good token, and a connection that states it. */ tokenEnded: () => Promise<void> },
  ): SubscriptionForwarder =>
  ({ query = "", variables }) => {
    const { payload, got } = following({ query, variables: variables as Record<string, unknown> });
    return {
      subscribe(sink) {
        let isFollowed = true;
        // Refused under a token that is new as well: it was not the token.
        let renewed = false;
        let leave = (): void => undefined;
        const begin = (): void => {
          leave = socket.subscribe(payload, {
            ...sink,
            next(result) {
              renewed = false;
              got(result.data);
              sink.next(result as ExecutionResult);
            },
            error(error) {
              if (renewed || !saysTokenEnded(error)) return sink.error(error);
              renewed = true;
              const goOn = (): void => {
                if (isFollowed) begin();
              };
              tokenEnded().then(goOn, () => sink.error(error));
            },
          });
        };
        begin();
        return {
          unsubscribe() {
            isFollowed = false;
            leave();
          },
        };
      },
    };
  };

const saysTokenEnded = (error: unknown): boolean =>
  Array.isArray(error) && error.some(({ extensions }) => extensions?.code === "UNAUTHENTICATED");
