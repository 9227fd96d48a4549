import { type Holder, holderOf, seatOf } from "./holder.ts";
import { SignInProblem } from "./sign-in-problem.ts";

/** How somebody came in, and so where their next tokens come from. */
export interface WayIn {
  /** A token without asking anybody; rejects where there is none to be had so. */
  readonly token: () => Promise<string>;
  /** Asks the person, beside the page they are at; `anew` even where the provider still knows them. */
  readonly ask?: (anew: boolean) => Promise<string>;
  /** What is left to do when they go. */
  readonly leave: () => void;
}

interface Signed {
  readonly token: string;
  readonly holder: Holder;
}

/** A token that ends within this is renewed before it is used, in milliseconds. */
const MARGIN = 30_000;

/**
 * Who has signed in at this page. The token is held in memory alone; what brings a new one is kept by the way people
 * sign in. A token that cannot be renewed does not end the session: it is `lapsed`, what is to be sent waits, and the
 * person is asked to sign in again, in place. Where somebody else does, what waits is not sent in their name.
 */
export class Session {
  #signed: Signed | undefined;
  #way: WayIn | undefined;
  #lapsed = false;
  #other: Signed | undefined;
  #renewal: Promise<void> | undefined;
  #waiting: PromiseWithResolvers<void> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly holder = (): Holder | undefined => this.#signed?.holder;
  /** Whether the token ended and the person must sign in again before anything is sent. */
  readonly lapsed = (): boolean => this.#lapsed;
  /** Who signed in again, where that is not whose page this is. */
  readonly other = (): Holder | undefined => this.#other?.holder;

  /** Signs in by a way, with its first token; refused where that is none. */
  async begin(way: WayIn): Promise<void> {
    const signed = signedBy(await way.token());
    this.#letGo();
    this.#way = way;
    this.#signed = signed;
    this.#tell();
  }

  /** Signs out: what waits to be sent is not. */
  end(): void {
    const way = this.#way;
    this.#letGo();
    this.#signed = undefined;
    this.#way = undefined;
    this.#tell();
    way?.leave();
  }

  /** The token to send now, or undefined for nobody. */
  readonly token = (): string | undefined => this.#signed?.token;

  endsSoon(): boolean {
    return this.#signed !== undefined && (this.#lapsed || this.#signed.holder.endsAt - MARGIN < Date.now());
  }

  /** A new token, without asking; where there is none to be had, the session lapses. Those who ask at once share it. */
  renew(): Promise<void> {
    this.#renewal ??= this.#renewOnce().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  /** Resolves when there is a token to send, at once or when the person has signed in again; rejects when nobody will. */
  async untilSigned(): Promise<void> {
    if (this.endsSoon()) await this.renew();
    if (!this.#lapsed) return;
    this.#waiting ??= withResolvers();
    await this.#waiting.promise;
  }

  /** A new token instead of one that was refused before its time; resolves as `untilSigned` does. */
  async replaceToken(): Promise<void> {
    await this.renew();
    await this.untilSigned();
  }

  /** Has the person sign in again, `anew` as whom they choose. To be called at their click: it may open a window. */
  async ask({ anew = false } = {}): Promise<void> {
    const way = this.#way;
    const token = await (way?.ask ? way.ask(anew) : way?.token());
    if (token !== undefined && way === this.#way) this.#take(signedBy(token));
  }

  /** Goes on as who signed in instead. Everything of the one before is gone with their client of the graph. */
  goOnAsOther(): void {
    const other = this.#other;
    if (!other) return;
    this.#letGo();
    this.#signed = other;
    this.#tell();
  }

  async #renewOnce(): Promise<void> {
    const [way, before] = [this.#way, this.#signed];
    // Whoever signed in again while the answer was awaited has a better token than it can bring, or than it lacks.
    const isWanted = (): boolean => way === this.#way && before === this.#signed;
    try {
      const signed = way && signedBy(await way.token());
      if (signed && isWanted()) this.#take(signed);
    } catch {
      if (!isWanted()) return;
      this.#lapsed = true;
      this.#tell();
    }
  }

  #take(signed: Signed): void {
    if (this.#signed && seatOf(this.#signed.holder) !== seatOf(signed.holder)) {
      this.#other = signed;
      this.#lapsed = true;
    } else {
      this.#signed = signed;
      this.#other = undefined;
      this.#lapsed = false;
      this.#waiting?.resolve();
      this.#waiting = undefined;
    }
    this.#tell();
  }

  #letGo(): void {
    this.#lapsed = false;
    this.#other = undefined;
    this.#waiting?.reject(new Error("somebody else's request is not sent"));
    this.#waiting = undefined;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function signedBy(token: string): Signed {
  const holder = holderOf(token);
  if (!holder) throw new SignInProblem("NOT_A_JWT");
  return { token, holder };
}

/** Browsers have it since 2024 only. */
function withResolvers(): PromiseWithResolvers<void> {
  let resolve: () => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<void>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  // Whoever waits is told; that nobody does is no fault.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
