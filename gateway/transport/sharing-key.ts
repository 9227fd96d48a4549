import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { RequestContext } from "../request-context.ts";

/**
 * Requests of the same tenth of a second, in milliseconds, may share an answer. Long enough for those that come at once,
 * too short to answer anybody with what was true noticeably before.
 */
const sameInstant = 100;

/** The tenth of a second that a request belongs to. */
export const momentOf = ({ at }: RequestContext): number => Math.floor(at.getTime() / sameInstant);

/** Distinct texts that are remembered; beyond that they get new numbers and share with fewer. */
const maximumNumbers = 10_000;

/**
 * Two callers with the same key may have one answer to the same question: the same identity in every part, on the same
 * basis, for the same case, at the same moment.
 */
export class SharingKeys {
  readonly #identities = new Numbers();
  readonly #principals = new WeakMap<Principal, number>();

  of(context: RequestContext): string {
    const { principal, basis, case: onCase } = context;
    const grounds = basis === undefined && onCase === undefined ? "" : JSON.stringify([basis, onCase]);
    const who = principal ? this.#identityOf(principal) : 0;
    return `${who} ${momentOf(context)} ${grounds}`;
  }

  /** By the whole principal, so that whatever it is given later tells callers apart without being listed here. */
  #identityOf(principal: Principal): number {
    const known = this.#principals.get(principal);
    if (known !== undefined) return known;
    const number = this.#identities.of(JSON.stringify(principal));
    this.#principals.set(principal, number);
    return number;
  }
}

/** A short number for a long text; never the same for two texts. */
export class Numbers {
  readonly #numbers = new Map<string, number>();
  #last = 0;

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#numbers.size >= maximumNumbers) this.#numbers.clear();
    this.#last += 1;
    this.#numbers.set(text, this.#last);
    return this.#last;
  }
}
