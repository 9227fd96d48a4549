import type { FeedEntry } from "../feed.ts";
import type { Interest } from "./interest.ts";

/** The entries that concern a follower in `(after, upTo]`. */
export interface Finding {
  readonly entries: readonly FeedEntry[];
  readonly upTo: number;
}

export interface FollowerSettings<Context> {
  readonly interest: Interest<Context>;
  readonly after: number;
  /** Position of the last entry there is. */
  readonly last: number;
  /** Finds what concerns the follower after a position: at once where it is still at hand, from the log otherwise. */
  readonly find: (after: number) => Finding | Promise<Finding>;
  readonly onEnd: () => void;
}

/**
 * One who follows the log, at his own pace. He keeps a position and no queue: whoever takes entries more slowly than they
 * come finds them in the log later, and costs no memory meanwhile. Entries are asked for one after the other.
 */
export class FeedFollower<Context> implements AsyncIterableIterator<FeedEntry> {
  readonly interest: Interest<Context>;
  readonly #settings: FollowerSettings<Context>;
  /** Everything up to here was looked at. */
  #seen: number;
  /** The last entry that may concern him; ahead of `#seen` when he has to look. */
  #noticed: number;
  #found: FeedEntry[] = [];
  #wake: (() => void) | undefined;
  #ended = false;
  #failure: unknown;

  constructor(settings: FollowerSettings<Context>) {
    this.interest = settings.interest;
    this.#settings = settings;
    this.#seen = settings.after;
    this.#noticed = settings.last;
  }

  /** Says that the entry at a position concerns him. What lies between it and the one before does not. */
  notice(position: number): void {
    if (this.#noticed <= this.#seen) this.#seen = position - 1;
    this.#noticed = position;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<FeedEntry, undefined>> {
    for (;;) {
      if (this.#ended) return this.#last();
      const entry = this.#found.shift();
      if (entry) return { done: false, value: entry };
      if (this.#noticed > this.#seen) await this.#look();
      else await this.#notice();
    }
  }

  /** Ends it, also while an entry is awaited. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  /** Ends it from this side; with a failure the follower is told why. */
  end(failure?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#found = [];
    this.#settings.onEnd();
    this.#wake?.();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #look(): Promise<void> {
    try {
      const finding = this.#settings.find(this.#seen);
      const { entries, upTo } = finding instanceof Promise ? await finding : finding;
      this.#seen = upTo;
      if (!this.#ended) this.#found = [...entries];
    } catch (error) {
      this.end(error);
    }
  }

  #notice(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        resolve();
      };
    });
  }

  #last(): IteratorReturnResult<undefined> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
    return { done: true, value: undefined };
  }
}
