import type { FormattedExecutionResult } from "graphql";
import { dataOf, type UntilEvent } from "../../subgraphs/shared/graph-client.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { Gateway } from "../gateway.ts";

/** Waits for events in this process, under an identity that needs no token. */
export const untilEventOf =
  (gateway: Pick<Gateway, "subscribe">, principal: Principal, clock: () => Date): UntilEvent =>
  async (query, variables, signal) => {
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    signal.addEventListener("abort", leave, { once: true });
    try {
      signal.throwIfAborted();
      const asking = async () => ({ principal, at: clock(), signal: leaving.signal });
      for await (const text of await gateway.subscribe({ query, variables }, asking)) {
        dataOf(JSON.parse(text) as FormattedExecutionResult);
        return;
      }
      throw new Error("the subscription ended before there was an event");
    } finally {
      signal.removeEventListener("abort", leave);
      leave();
    }
  };
