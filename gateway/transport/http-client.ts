import type { Address } from "./address.ts";
import { Errand } from "./errand.ts";
import type { Exchange, HttpAnswer, Message } from "./exchange.ts";
import { HttpConnection } from "./http-connection.ts";
import { NoAnswer } from "./no-answer.ts";
import { Sweep } from "./sweep.ts";

/** Connections that share the queries in ordinary times: with few, many questions go out and come back in one piece. */
const few = 4;
/** Connections for queries at most, once those stand still behind slow answers. */
const maximumShared = 16;
/** Mutations under way at a time: each has a connection to itself. */
const maximumSingle = 16;

/** A connection that has not answered for so long, in milliseconds, is given no more questions while there are others. */
const standsStill = 25;
/** After so long, what was sent behind the answer that does not come is asked again over another connection. */
const heldUpTooLong = 100;
/** Shorter than any server keeps a silent connection open: a mutation must not run into its closing. */
const usableIdle = 4_000;

export interface HttpClientSettings {
  readonly address: Address;
  readonly maximumAnswerBytes: number;
}

/**
 * A lean HTTP/1.1 client for our own subgraphs: few connections, queries one behind the other on each. What it gains and
 * what it guards against is in `docs/decisions/ask-subgraphs-over-few-connections.md`.
 */
export class HttpClient implements Exchange {
  readonly #settings: HttpClientSettings;
  readonly #shared: HttpConnection[] = [];
  readonly #single: HttpConnection[] = [];
  /** What waits for a connection to itself. */
  #line: Errand[] = [];
  readonly #sweep = new Sweep((now) => this.#lookAfter(now));
  #closed = false;

  constructor(settings: HttpClientSettings) {
    this.#settings = settings;
  }

  send(message: Message): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new NoAnswer("REFUSED", "the client is closed"));
      const errand = new Errand(message, resolve, reject);
      this.#sweep.start();
      if (message.repeatable) this.#share().send(errand);
      else this.#sendAlone(errand);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#sweep.stop();
    for (const connection of [...this.#shared, ...this.#single]) connection.close();
    for (const errand of this.#line) errand.fail(new NoAnswer("REFUSED", "the client is closed"));
  }

  /** The connection on which the next query is answered soonest. */
  #share(): HttpConnection {
    const now = performance.now();
    const usual = this.#shared.slice(0, few).filter((each) => isMoving(each, now));
    const idle = usual.find(isIdle);
    if (idle) return idle;
    if (this.#shared.length < few) return this.#open(this.#shared);
    return (
      leastLoaded(usual) ??
      this.#shared.find(isIdle) ??
      (this.#shared.length < maximumShared ? this.#open(this.#shared) : undefined) ??
      (leastLoaded(this.#shared) as HttpConnection)
    );
  }

  #sendAlone(errand: Errand): void {
    const now = performance.now();
    for (const stale of this.#single.filter((each) => isIdle(each) && each.quietFor(now) > usableIdle)) {
      stale.close();
    }
    const connection =
      this.#single.find(isIdle) ??
      (this.#single.length < maximumSingle ? this.#open(this.#single) : undefined);
    if (connection) connection.send(errand);
    else this.#line.push(errand);
  }

  #open(among: HttpConnection[]): HttpConnection {
    const connection = new HttpConnection({
      ...this.#settings,
      onIdle: (idle) => {
        if (among !== this.#single) return;
        const next = this.#line.shift();
        if (next) idle.send(next);
      },
      onClosed: (closed) => {
        among.splice(among.indexOf(closed), 1);
        const next = among === this.#single && !this.#closed ? this.#line.shift() : undefined;
        if (next) this.#sendAlone(next);
      },
    });
    among.push(connection);
    return connection;
  }

  #lookAfter(now: number): boolean {
    this.#line = this.#line.filter((errand) => !errand.giveUp(now));
    for (const connection of [...this.#shared, ...this.#single]) connection.sweep(now);
    this.#relieve(now);
    return this.#line.length > 0 || [...this.#shared, ...this.#single].some((each) => !isIdle(each));
  }

  /**
   * Asks again elsewhere what stands behind slow answers. Where nothing moves it is one question at a time, over a new
   * connection: a subgraph that is slow all over is not to be asked everything twice.
   */
  #relieve(now: number): void {
    const heldUp = this.#shared.filter((each) => each.load > 1 && each.quietFor(now) > heldUpTooLong);
    const moving = this.#shared.filter((each) => isMoving(each, now));
    if (moving.length === 0 && this.#shared.length >= maximumShared) return;
    for (const connection of heldUp) {
      for (const errand of connection.takeHeldUp()) {
        const other = leastLoaded(moving);
        (other ?? this.#open(this.#shared)).send(errand);
        if (!other) return;
      }
    }
  }
}

const isIdle = (connection: HttpConnection): boolean => connection.load === 0;

const isMoving = (connection: HttpConnection, now: number): boolean =>
  isIdle(connection) || connection.quietFor(now) < standsStill;

function leastLoaded(connections: readonly HttpConnection[]): HttpConnection | undefined {
  let least: HttpConnection | undefined;
  for (const each of connections) if (!least || each.load < least.load) least = each;
  return least;
}
