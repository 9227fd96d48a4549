import { LRUCache } from "lru-cache";
import { type Day, dayOf } from "../../subgraphs/shared/calendar.ts";
import { checkPowerItemCode } from "../../subgraphs/shared/codes.ts";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { districtOf, type Principal } from "../../subgraphs/shared/principal.ts";

/** So long, in milliseconds, a basis is held to be in force after it was found to be. */
const trusted = 250;
const remembered = 10_000;

const listingsQuery = `query BasisInForce($code: PowerItemCode!, $on: LocalDate!) {
  powerItem(code: $code) { listings(on: $on) { list { id } } }
}`;

const agreementQuery = `query AgreementInForce($number: String!, $unit: String!, $on: LocalDate!) {
  agreementInForce(number: $number, unit: $unit, on: $on)
}`;

interface Listed {
  readonly powerItem: {
    readonly listings: readonly { readonly list: { readonly id: string } | null }[];
  } | null;
}

/**
 * Whether a body acts lawfully on what it states: a power item (职权事项) on a list of its own, published and in force on
 * the day, or an agreement (协议) it is a party of. A station acts on its bureau's list.
 */
export class LawfulBasis {
  readonly #ask: GraphClient;
  readonly #known: LRUCache<string, Promise<boolean>>;

  constructor(ask: GraphClient, now: () => number = () => performance.now()) {
    this.#ask = ask;
    this.#known = new LRUCache({ max: remembered, ttl: trusted, perf: { now } });
  }

  /** Rejects where it cannot be found out. */
  inForce(basis: string, { unit }: Principal, at: Date): Promise<boolean> {
    const on = dayOf(at);
    const key = JSON.stringify([basis, unit, on]);
    const known = this.#known.get(key);
    if (known) return known;
    const asked = checkPowerItemCode(basis)
      ? this.#isAgreed(basis, unit, on)
      : this.#isListed(basis, unit, on);
    this.#known.set(key, asked);
    asked.catch(() => this.#known.delete(key));
    return asked;
  }

  forget(): void {
    this.#known.clear();
  }

  async #isListed(code: string, unit: string, on: Day): Promise<boolean> {
    const { powerItem } = await this.#ask<Listed>(listingsQuery, { code, on });
    const holders = holdersFor(unit);
    return (powerItem?.listings ?? []).some(({ list }) => holders.has(list?.id.split(":", 1)[0] ?? ""));
  }

  async #isAgreed(number: string, unit: string, on: Day): Promise<boolean> {
    const asked = { number, unit: [...holdersFor(unit)].at(-1) ?? unit, on };
    return (await this.#ask<{ agreementInForce: boolean }>(agreementQuery, asked)).agreementInForce;
  }
}

/** Whose lists a unit acts on: its own, and where it is a department's, the bureau's of its district. */
function holdersFor(unit: string): ReadonlySet<string> {
  const [, department] = /^\d+-(.+)$/.exec(unit) ?? [];
  return new Set([unit, department === undefined ? unit : `${districtOf(unit)}-${department}`]);
}
