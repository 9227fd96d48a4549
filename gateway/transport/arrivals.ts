import { refuse } from "../../subgraphs/shared/errors.ts";

/** Events that may wait to be taken. Over one connection for all, one who is slow cannot make the sender wait. */
const maximumWaiting = 100;

/**
 * Events of one subscription as they arrive over a connection shared with others, taken one after the other. Who falls too
 * far behind gets what waits for him, and then the refusal that says how to go on.
 */
export class Arrivals<Value> implements AsyncIterableIterator<Value> {
  readonly #begin: (into: Arrivals<Value>) => Promise<() => void>;
  #begun: Promise<() => void> | undefined;
  #waiting: Value[] = [];
  #wake: (() => void) | undefined;
  #ended = false;
  #failure: unknown;

  /** @param begin starts the events and returns how to stop them; called when the first is asked for */
  constructor(begin: (into: Arrivals<Value>) => Promise<() => void>) {
    this.#begin = begin;
  }

  push(value: Value): void {
    if (this.#ended) return;
    this.#waiting.push(value);
    if (this.#waiting.length > maximumWaiting) this.end(refuse("SUBSCRIPTION_SLOW"));
    this.#wake?.();
  }

  /** Ends it from the sender's side, with what the taker is told. */
  end(failure?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#stop();
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<Value, undefined>> {
    if (!this.#ended) this.#begun ??= this.#begin(this);
    this.#begun?.catch((error: unknown) => this.end(error));
    while (this.#waiting.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#waiting.length > 0) return { done: false, value: this.#waiting.shift() as Value };
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#waiting = [];
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #stop(): void {
    this.#begun?.then(
      (stop) => stop(),
      () => undefined,
    );
  }
}
