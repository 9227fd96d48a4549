/** How long a round is, and so how late a limit may be noticed, in milliseconds. */
const interval = 25;

/**
 * Looks over all that is waited for a few times a second, instead of a timer and a listener for each request: those
 * cost more than the request itself. It stops by itself when nothing is waited for.
 */
export class Sweep {
  readonly #look: (now: number) => boolean;
  #timer: NodeJS.Timeout | undefined;

  /** @param look gives up what has to be; says whether anything is left to look after. */
  constructor(look: (now: number) => boolean) {
    this.#look = look;
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      // Once what has arrived is read: when we were busy ourselves, the subgraph is not late.
      setImmediate(() => {
        if (this.#timer && !this.#look(performance.now())) this.stop();
      });
    }, interval).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
