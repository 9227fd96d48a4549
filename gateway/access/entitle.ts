import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { Post, type Principal, Rows, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { CaseScopes } from "./case-scopes.ts";
import { Entitlements, type Standing, type Stated } from "./entitlements.ts";
import { besideGrants, GrantBook, holdsIn, isExcluded, isFor, type Terms } from "./grant-book.ts";
import type { Grounds } from "./grounds.ts";
import { LawfulBasis } from "./lawful-basis.ts";
import { ServedGrids } from "./served-grids.ts";

export interface EntitleSettings {
  /** Asks the graph as somebody. */
  readonly askAs: (principal: Principal) => GraphClient;
  readonly log: Logger;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/** Principals whose entitlements are kept, so that what others keep by the principal is found again. */
const remembered = 10_000;

/** As whom the gateway asks for what it needs to know itself. */
export const gatewayPrincipal = servicePrincipal("gateway");

/**
 * Finds out what a caller may see of others' data: the grants to their body that are in force at the instant, stand on the
 * basis they state, and where they are bound to a case, on one they have a part in; beside them, in a case that their body
 * was called to, what the owners open to whoever is. What cannot be found out is not there.
 */
export class Entitler {
  readonly #book: GrantBook;
  readonly #bases: LawfulBasis;
  readonly #cases: CaseScopes;
  readonly #grids: ServedGrids;
  readonly #log: Logger;
  readonly #known = new LRUCache<string, Entitlements>({ max: remembered });

  constructor({ askAs, log, now }: EntitleSettings) {
    const asGateway = askAs(gatewayPrincipal);
    this.#book = new GrantBook(asGateway, now);
    this.#bases = new LawfulBasis(asGateway, now);
    this.#cases = new CaseScopes(askAs, now);
    this.#grids = new ServedGrids(askAs, now);
    this.#log = log;
  }

  async of(principal: Principal | null, grounds: Grounds, at: Date): Promise<Entitlements> {
    if (!principal || principal.post === Post.RESIDENT) return this.#keep(principal, "NO_GRANTS");
    if (grounds.basis === undefined) return this.#keep(principal, "NO_BASIS");
    try {
      return await this.#find(principal, { ...grounds, basis: grounds.basis }, at);
    } catch (err) {
      this.#log.warn({ err }, "what was granted to a caller could not be found out: nothing is taken to be");
      return this.#keep(principal, "STEWARDSHIP_DOWN");
    }
  }

  /** Something was changed through this gateway: whoever asks next is judged by it. */
  forget(): void {
    this.#book.forget();
    for (const each of [this.#bases, this.#cases, this.#grids]) each.forget();
  }

  async #find(
    principal: Principal,
    { basis, case: number }: Grounds & { readonly basis: string },
    at: Date,
  ): Promise<Entitlements> {
    const { grants, caseAccessRules, caseExclusions } = await this.#book.edition();
    const granted = grants.filter(
      (grant) =>
        isFor(grant, principal, at) &&
        grant.purposes.includes(basis) &&
        (grant.caseNumber === null || grant.caseNumber === number),
    );
    const rules = number === undefined ? [] : caseAccessRules.filter((rule) => holdsIn(rule, number, at));
    if (granted.length === 0 && rules.length === 0) return this.#keep(principal, "NO_GRANTS");
    const bound = (rows: Rows) => granted.some((grant) => grant.rows === rows);
    const [inForce, onCase, grids] = await Promise.all([
      this.#bases.inForce(basis, principal, at),
      number !== undefined && (bound(Rows.THIS_CASE) || rules.length > 0)
        ? this.#cases.of(number, principal)
        : null,
      bound(Rows.OWN_GRIDS) ? this.#grids.of(principal) : [],
    ]);
    if (!inForce) return this.#keep(principal, "BASIS_NOT_IN_FORCE");
    const isClosed = (owner: string) =>
      onCase !== null && isExcluded(caseExclusions, owner, onCase.scope.tickets, principal.unit);
    const usable = granted.filter(({ rows, owner, caseNumber }) => {
      if (rows === Rows.OWN_GRIDS) return grids.length > 0;
      // Broken glass is taken against the owner's word, and reviewed by it.
      return rows !== Rows.THIS_CASE || (onCase !== null && (caseNumber !== null || !isClosed(owner)));
    });
    const called = rules
      .filter(({ owner, parts }) => onCase?.parts.some((part) => parts.includes(part)) && !isClosed(owner))
      .flatMap((rule) => besideGrants(rule, usable) ?? []);
    const terms = [...usable, ...called];
    if (terms.length === 0) return this.#keep(principal, "NO_GRANTS");
    return this.#keep(principal, "ENTITLED", terms, {
      basis,
      ...(onCase && { case: onCase.scope }),
      ...(grids.length > 0 && { grids }),
    });
  }

  #keep(
    principal: Principal | null,
    standing: Standing,
    grants: readonly Terms[] = [],
    stated: Stated = {},
  ): Entitlements {
    const key = JSON.stringify([principal, standing, grants, stated]);
    const known = this.#known.get(key);
    if (known) return known;
    const entitlements = new Entitlements(principal, standing, grants, stated);
    this.#known.set(key, entitlements);
    return entitlements;
  }
}
