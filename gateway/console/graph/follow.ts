import type { ExecutionResult, SubscriptionForwarder } from "@urql/core";
import type { GraphQLFormattedError } from "graphql";
import type { Client as Socket } from "graphql-ws";
import { following } from "./link.ts";

interface Interruptions {
  /** Gets a good token, and a connection that states it. */
  readonly tokenEnded: () => Promise<void>;
  /** Nothing is told until it is asked for again with success: then, or when nobody wants it any more, it has `resumed`. */
  readonly interrupted: () => void;
  readonly resumed: () => void;
  /** Changes were made that nobody tells any more. */
  readonly missed: () => void;
}

/** A subscription that is not refused within this, in milliseconds, is taken up: nobody says so. */
const TAKEN_UP = 2_000;

/**
 * Follows changes over the socket, and goes on after the last one got: when the token under which they were followed has
 * ended, which the server says at the next change; and when a department's system breaks off or more came at once than
 * could be taken, which it says too.
 */
export const followWith =
  (
    socket: Pick<Socket, "subscribe">,
    { tokenEnded, interrupted, resumed, missed }: Interruptions,
  ): SubscriptionForwarder =>
  ({ query = "", variables }) => {
    const { payload, got, forget } = following({ query, variables: variables as Record<string, unknown> });
    return {
      subscribe(sink) {
        let isFollowed = true;
        // Refused under a token that is new as well: it was not the token.
        let renewed = false;
        /** How often in a row it was interrupted. */
        let interruptions = 0;
        let timer: ReturnType<typeof setTimeout> | undefined;
        let leave = (): void => undefined;
        const goOn = (): void => {
          if (isFollowed) begin();
        };
        const isBack = (): void => {
          clearTimeout(timer);
          if (interruptions === 0) return;
          interruptions = 0;
          resumed();
        };
        const begin = (): void => {
          if (interruptions > 0) timer = setTimeout(isBack, TAKEN_UP);
          leave = socket.subscribe(payload, {
            ...sink,
            next(result) {
              renewed = false;
              isBack();
              got(result.data);
              sink.next(result as ExecutionResult);
            },
            error(error) {
              clearTimeout(timer);
              if (!renewed && says(error, ({ code }) => code === "UNAUTHENTICATED")) {
                renewed = true;
                tokenEnded().then(goOn, () => sink.error(error));
                return;
              }
              const isBehind = says(error, ({ code }) => code === "SUBSCRIPTION_BEHIND");
              const isSlow = says(error, ({ code }) => code === "SUBSCRIPTION_SLOW");
              if (!isBehind && !isSlow && !says(error, ({ fault }) => fault === "SYSTEM")) {
                isBack();
                return sink.error(error);
              }
              if (isBehind) {
                // So far behind that nobody tells the rest: from now on, as when it was first followed.
                forget();
                missed();
              }
              if (interruptions === 0) interrupted();
              timer = setTimeout(goOn, Math.min(2 ** interruptions, 15) * 1_000 + Math.random() * 1_000);
              interruptions += 1;
            },
          });
        };
        begin();
        return {
          unsubscribe() {
            isFollowed = false;
            isBack();
            leave();
          },
        };
      },
    };
  };

const says = (
  error: unknown,
  what: (extensions: NonNullable<GraphQLFormattedError["extensions"]>) => boolean,
): boolean =>
  Array.isArray(error) && error.some(({ extensions = {} }: GraphQLFormattedError) => what(extensions));
