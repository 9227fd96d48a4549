import { LRUCache } from "lru-cache";
import type { CasePart } from "../../subgraphs/shared/case-part.ts";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import type { CaseScope, Principal } from "../../subgraphs/shared/principal.ts";

/** So long, in milliseconds, access bound to a case may outlive the case. */
const trusted = 250;
const remembered = 10_000;

const question = `query CaseScope($number: String!) {
  caseScope(number: $number) { number tickets whistles residents businesses buildings grids parts }
}`;

/** An open case in sight of a caller. */
export interface CaseInSight {
  readonly scope: CaseScope;
  /** As what the caller's body works on it; none where it only looks on. */
  readonly parts: readonly CasePart[];
}

type Told = CaseScope & { readonly parts: readonly CasePart[] };

/**
 * What belongs to a case, for those who have a part in it: whom it is with, whom a whistle called, and whose place it is
 * in. The command centre says so, by the same rule by which it shows the ticket: asked as the caller, about an open case.
 */
export class CaseScopes {
  readonly #askAs: (principal: Principal) => GraphClient;
  readonly #known: LRUCache<string, Promise<CaseInSight | null>>;

  constructor(askAs: (principal: Principal) => GraphClient, now: () => number = () => performance.now()) {
    this.#askAs = askAs;
    this.#known = new LRUCache({ max: remembered, ttl: trusted, perf: { now } });
  }

  /** Null where there is no such case, it is closed, or the caller has no part in it. Rejects where nobody can say. */
  of(number: string, principal: Principal): Promise<CaseInSight | null> {
    const key = JSON.stringify([number, principal]);
    const known = this.#known.get(key);
    if (known) return known;
    const asked = this.#askAs(principal)<{ caseScope: Told | null }>(question, { number }).then(
      ({ caseScope }) => {
        if (!caseScope) return null;
        const { parts, ...scope } = caseScope;
        return { scope, parts };
      },
    );
    this.#known.set(key, asked);
    asked.catch(() => this.#known.delete(key));
    return asked;
  }

  forget(): void {
    this.#known.clear();
  }
}
