import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { SubgraphConnection } from "../transport/subgraph-connection.ts";

/** A principal as several subgraphs see it. */
export interface Sight {
  /** Without what makes no difference to any of them. */
  readonly principal: Principal | null;
  /** The same for all who see the same. */
  readonly key: string;
}

const nobody: Sight = { principal: null, key: "nobody" };

/** What principals see in some subgraphs taken together. */
export class Sights {
  readonly #subgraphs: ReadonlySet<SubgraphConnection>;
  readonly #known = new WeakMap<Principal, Sight>();

  constructor(subgraphs: ReadonlySet<SubgraphConnection>) {
    this.#subgraphs = subgraphs;
  }

  of(principal: Principal | null): Sight {
    // Where no subgraph is asked it makes no difference who would ask.
    if (!principal || this.#subgraphs.size === 0) return nobody;
    const known = this.#known.get(principal);
    if (known) return known;
    const sight = this.#sightOf(principal);
    this.#known.set(principal, sight);
    return sight;
  }

  /** Where subgraphs differ in what they leave out, nothing is. */
  #sightOf(principal: Principal): Sight {
    const seen = new Map<string, Principal>();
    for (const { sightOf } of this.#subgraphs) {
      const left = sightOf?.(principal) ?? principal;
      seen.set(JSON.stringify(left), left);
    }
    const [only, ...others] = seen;
    if (only && others.length === 0) return { key: only[0], principal: only[1] };
    return { key: JSON.stringify(principal), principal };
  }
}
