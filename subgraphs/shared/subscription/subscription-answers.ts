import type { ExecutionResult } from "graphql";
import type { FeedEntry } from "../feed.ts";
import type { EventGroup } from "./event-group.ts";

export interface Begun {
  readonly follower: AsyncIterator<FeedEntry, undefined>;
  readonly group: EventGroup;
  readonly end: () => void;
}

/**
 * The answers to one subscription's events, asked for one after the other; fails with what ended it. No generator: one
 * that awaits an event cannot be ended before the event comes.
 */
export class SubscriptionAnswers implements AsyncIterableIterator<ExecutionResult> {
  readonly #begin: () => Promise<Begun>;
  readonly #mask: (error: unknown) => Error;
  #begun: Promise<Begun> | undefined;
  #ended = false;

  constructor(begin: () => Promise<Begun>, mask: (error: unknown) => Error) {
    this.#begin = begin;
    this.#mask = mask;
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    try {
      while (!this.#ended) {
        this.#begun ??= this.#begin();
        const { follower, group } = await this.#begun;
        const { done, value: entry } = await follower.next();
        if (done) break;
        const answer = await group.answer(entry);
        if (answer && !this.#ended) return { done: false, value: answer };
      }
    } catch (error) {
      await this.return();
      throw this.#mask(error);
    }
    return this.return();
  }

  /** Ends it, also while an event is awaited. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.#ended) {
      this.#ended = true;
      const begun = await this.#begun?.catch(() => undefined);
      begun?.end();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
