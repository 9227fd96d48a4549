import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";

/** "Try again later": clients of graphql-ws connect anew after it. */
export const tryAgainLater = 1013;

export interface Pace {
  /** Bytes that may wait to be written to one client. */
  readonly maximumBufferedBytes: number;
  /** How long they may stay more than that. */
  readonly slowAfterMilliseconds: number;
}

/**
 * Sends to one client no faster than it takes. While too much waits to be written nobody sends, and so nothing is fetched;
 * a client that does not take it in time is cut off, and resumes where it was.
 */
export class PacedSocket {
  readonly #socket: WebSocket;
  readonly #underlying: Duplex;
  readonly #pace: Pace;
  #drained: Promise<void> | undefined;

  constructor(socket: WebSocket, underlying: Duplex, pace: Pace) {
    this.#socket = socket;
    this.#underlying = underlying;
    this.#pace = pace;
  }

  async send(text: string): Promise<void> {
    if (this.#drained) await this.#drained;
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(text);
    if (this.#socket.bufferedAmount > this.#pace.maximumBufferedBytes) {
      this.#drained ??= this.#drain();
      await this.#drained;
    }
  }

  #drain(): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.#socket.close(tryAgainLater, "SUBSCRIPTION_SLOW");
        // What waits to be written keeps the closing words from being written, too.
        this.#socket.terminate();
      }, this.#pace.slowAfterMilliseconds);
      const done = (): void => {
        clearTimeout(limit);
        this.#underlying.off("drain", done);
        this.#underlying.off("close", done);
        this.#drained = undefined;
        resolve();
      };
      this.#underlying.once("drain", done);
      this.#underlying.once("close", done);
    });
  }
}
