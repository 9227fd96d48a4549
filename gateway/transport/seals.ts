import { type QueryWindow, sealForQueries } from "../../subgraphs/shared/envelope.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { RequestContext } from "../request-context.ts";

/**
 * How long, in milliseconds, one envelope is used: by the gateway's clock for the instants it vouches for, and by the
 * machine's for its own life. Half of what it is good for, so that it never arrives expired.
 */
const used = 15_000;

/** Stands in for the principal of a request without one. */
const nobody = {};

interface Seal extends QueryWindow {
  /** Until it is signed, the promise of it. */
  text: string | Promise<string>;
  readonly renewAt: number;
}

/** Envelopes for the queries of the callers that are about, for one subgraph: signed once for each every few seconds. */
export class Seals {
  readonly #key: SigningKey;
  readonly #subgraph: string;
  readonly #now: () => number;
  readonly #seals = new WeakMap<Principal | typeof nobody, Seal>();

  /** @param now milliseconds of a clock that never jumps */
  constructor(key: SigningKey, subgraph: string, now = () => performance.now()) {
    this.#key = key;
    this.#subgraph = subgraph;
    this.#now = now;
  }

  for({ principal, at }: RequestContext): string | Promise<string> {
    const known = this.#seals.get(principal ?? nobody);
    if (known && known.from <= at && at <= known.until && this.#now() < known.renewAt) return known.text;

    // Backwards too: a request that began before this one may have something left to ask.
    const window = {
      principal,
      from: new Date(at.getTime() - used),
      until: new Date(at.getTime() + used),
    };
    const text = sealForQueries(this.#key, window, this.#subgraph);
    const seal: Seal = { ...window, text, renewAt: this.#now() + used };
    this.#seals.set(principal ?? nobody, seal);
    return text.then((signed) => {
      seal.text = signed;
      return signed;
    });
  }
}
