import type { Audience } from "../request-context.ts";

/** One HTTP request to a subgraph, and what limits it. */
export interface Message {
  readonly path: string;
  /** Names and values, alternating. */
  readonly headers: readonly string[];
  readonly body: string;
  /**
   * Whether it can be asked twice without harm. What cannot has a connection to itself: nothing before it can hold it
   * up, and nothing behind it can be lost with it.
   */
  readonly repeatable: boolean;
  /** When it is given up, by `performance.now()`: jumps of the machine's clock neither shorten nor lengthen it. */
  readonly deadline: number;
  /** Who waits for the answer; absent when it is waited for whoever leaves. */
  readonly audience?: Audience | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** Carries messages to one subgraph. Rejects with {@link NoAnswer}. */
export interface Exchange {
  send(message: Message): Promise<HttpAnswer>;
  close(): Promise<void>;
}
