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

/**
 * So many answers in a round of 25 ms are a stream: more is sent down it even where others are idle, because what goes
 * out and comes back together costs half. Should an answer be slow, the stream is none after one more round.
 */
const stream = 40;
/** A connection that has been silent for so many rounds of 25 ms is given no more questions while there are others. */
const standsStill = 2;
/** After so many, what was sent behind the answer that does not come is asked again over another connection. */
const heldUpTooLong = 4;
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
    const streaming = this.#shared.find(isStream);
    if (streaming) return streaming;
    const usual = leastLoaded(this.#shared, isMoving, few);
    if (usual && isIdle(usual)) return usual;
    if (this.#shared.length < few) return this.#open(this.#shared);
    return (
      usual ??
      this.#shared.find(isIdle) ??
      (this.#shared.length < maximumShared ? this.#open(this.#shared) : undefined) ??
      (leastLoaded(this.#shared) as HttpConnection)
    );
  }

  #sendAlone(errand: Errand): void {
    const now = performance.now();
    for (const stale of this.#single.filter((each) => each.idleFor(now) > usableIdle)) stale.close();
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
    const connections = [...this.#shared, ...this.#single];
    const answered = connections.filter((connection) => connection.sweep(now));
    this.#relieve(answered.length > 0);
    return this.#line.length > 0 || connections.some((each) => !isIdle(each));
  }

  /**
   * Asks again elsewhere what stands behind slow answers. While none come at all it is one question a round: a subgraph
   * that is slow all over is not to be asked everything twice.
   */
  #relieve(isAnswering: boolean): void {
    const others = this.#shared.filter(isAnswering ? isMoving : isIdle);
    for (const connection of [...this.#shared]) {
      if (connection.silentRounds < heldUpTooLong) continue;
      if (others.length === 0 && this.#shared.length >= maximumShared) return;
      for (const errand of connection.takeHeldUp()) {
        if (others.length === 0) others.push(this.#open(this.#shared));
        leastLoaded(others)?.send(errand);
        if (!isAnswering) return;
      }
    }
  }
}

const isIdle = (connection: HttpConnection): boolean => connection.load === 0;

const isStream = (connection: HttpConnection): boolean => connection.flow >= stream && isMoving(connection);

const isMoving = (connection: HttpConnection): boolean =>
  isIdle(connection) || connection.silentRounds < standsStill;

/** Of the first so many, those that are fit. */
function leastLoaded(
  connections: readonly HttpConnection[],
  isFit?: (connection: HttpConnection) => boolean,
  first = connections.length,
): HttpConnection | undefined {
  let least: HttpConnection | undefined;
  for (let place = 0; place < first && place < connections.length; place++) {
    const each = connections[place] as HttpConnection;
    if ((!least || each.load < least.load) && (!isFit || isFit(each))) least = each;
  }
  return least;
}
