import type { Client } from "@urql/core";
import { useEffect, useState } from "react";
import { useClient } from "urql";

/** Whether changes reach this page: nobody follows any, they are told as they happen, or the connection is lost. */
export type LinkState = "idle" | "open" | "lost";

/** What is known of the connection over which a client of the graph follows changes. */
export class Link {
  #state: LinkState = "idle";
  readonly #listeners = new Set<() => void>();
  readonly #missing = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly state = (): LinkState => this.#state;

  /** Calls back whenever the connection is there again after it was lost. */
  whenBack(call: () => void): () => void {
    let wasLost = this.#state === "lost";
    return this.subscribe(() => {
      if (wasLost && this.#state === "open") call();
      wasLost = this.#state === "lost";
    });
  }

  /** Calls back when changes were made of which nobody tells any more. */
  whenMissed(call: () => void): () => void {
    this.#missing.add(call);
    return () => void this.#missing.delete(call);
  }

  misses(): void {
    for (const call of this.#missing) call();
  }

  is(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const links = new WeakMap<Client, Link>();

/** Each client follows over a connection of its own. */
export function linkOf(client: Client): Link {
  const link = links.get(client) ?? new Link();
  links.set(client, link);
  return link;
}

/** The state of the connection over which this page's subscriptions come. */
export function useLink(): LinkState {
  const link = linkOf(useClient());
  // No useSyncExternalStore: beside a `useQuery` React 18 misses its return to what it was.
  const [state, setState] = useState(link.state);
  useEffect(() => {
    const read = () => setState(link.state());
    read();
    return link.subscribe(read);
  }, [link]);
  return state;
}

/**
 * How often the connection came back while it counts: who has got no change yet cannot say after which to go on, and
 * nobody tells them what happened meanwhile.
 */
export function useReturns(counts: boolean): number {
  const link = linkOf(useClient());
  const [returns, setReturns] = useState(0);
  useEffect(
    () => (counts ? link.whenBack(() => setReturns((before) => before + 1)) : undefined),
    [link, counts],
  );
  return returns;
}

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * What is sent to follow changes, and sent again whenever the connection comes back: then from after the last change
 * that was got, so that none is missed. Only for subscriptions that take `$after`.
 */
export function following({ query, variables }: Asked): {
  readonly payload: Asked;
  readonly got: (data: unknown) => void;
  readonly forget: () => void;
} {
  let last: number | undefined;
  const takesAfter = /\$after\b/.test(query);
  return {
    payload: {
      query,
      get variables() {
        return last === undefined ? variables : { ...variables, after: last };
      },
    },
    got(data) {
      if (!takesAfter || typeof data !== "object" || data === null) return;
      for (const change of Object.values(data)) {
        if (typeof change?.position === "number") last = Math.max(last ?? 0, change.position);
      }
    },
    forget() {
      last = undefined;
    },
  };
}
