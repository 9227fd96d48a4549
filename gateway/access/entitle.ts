import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { Post, type Principal, Rows, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { CaseScopes } from "./case-scopes.ts";
import { Entitlements, type Standing, type Stated } from "./entitlements.ts";
import { type DataGrant, GrantBook, isFor } from "./grant-book.ts";
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
 * basis they state, and where they are bound to a case, on one they have a part in. What cannot be found out is not there.
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
    const { grants } = await this.#book.edition();
    const granted = grants.filter(
      (grant) =>
        isFor(grant, principal, at) &&
        grant.purposes.includes(basis) &&
        (grant.caseNumber === null || grant.caseNumber === number),
    );
    if (granted.length === 0) return this.#keep(principal, "NO_GRANTS");
    const bound = (rows: Rows) => granted.some((grant) => grant.rows === rows);
    const [inForce, onCase, grids] = await Promise.all([
      this.#bases.inForce(basis, principal, at),
      number !== undefined && bound(Rows.THIS_CASE) ? this.#cases.of(number, principal) : null,
      bound(Rows.OWN_GRIDS) ? this.#grids.of(principal) : [],
    ]);
    if (!inForce) return this.#keep(principal, "BASIS_NOT_IN_FORCE");
    const usable = granted.filter(
      ({ rows }) => !(rows === Rows.THIS_CASE && !onCase) && !(rows === Rows.OWN_GRIDS && grids.length === 0),
    );
    if (usable.length === 0) return this.#keep(principal, "NO_GRANTS");
    return this.#keep(principal, "ENTITLED", usable, {
      basis,
      ...(onCase && { case: onCase }),
      ...(grids.length > 0 && { grids }),
    });
  }

  #keep(
    principal: Principal | null,
    standing: Standing,
    grants: readonly DataGrant[] = [],
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
