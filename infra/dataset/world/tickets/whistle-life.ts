import { Urgency } from "../../../../subgraphs/tickets/demand/urgency.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { checkProfile } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.findings.ts";
import type { WhistleRules } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { shippedProfiles } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.seed.ts";
import { districtByCode, type WhistleProfileCode } from "../districts.ts";
import type { Instant } from "../office-clock.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import { isUrgent } from "./handling.ts";
import type { Incident } from "./incident.ts";
import { disputeMatter } from "./mediations.ts";
import type { KindCode } from "./whistle-calls.ts";
import { type TicketAtHand, WhistleTelling } from "./whistle-telling.ts";

/** The rules of the districts that have a profile, in the version that began last. */
const rulesOf: ReadonlyMap<string, WhistleRules> = new Map(
  shippedProfiles
    .map((document) => {
      const check = checkProfile(document);
      if (!check.success) throw new Error("A shipped whistle profile has holes");
      return check.rules;
    })
    .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .map((rules) => [rules.district, rules]),
);

type Chain = readonly KindCode[];

/** Lately there are so many times as many whistles, so that one can be left in every state. */
const LOOKED = 6;

/** How the level-by-level practices go: blown where it is hoped to be solved, and raised from there. */
const levels: Readonly<Partial<Record<WhistleProfileCode, readonly (readonly [Chain, number])[]>>> = {
  PG: [
    [["VILLAGE"], 35],
    [["VILLAGE", "TOWNSHIP"], 30],
    [["RESIDENTS", "VILLAGE", "TOWNSHIP"], 12],
    [["TOWNSHIP"], 23],
  ],
  ZY: [
    [["COMMUNITY_TO_STREET"], 40],
    [["COMMUNITY_TO_STREET", "STREET_TO_CITY"], 30],
    [["PEOPLE_TO_COMMUNITY", "COMMUNITY_TO_STREET", "STREET_TO_CITY"], 12],
    [["STREET_TO_CITY"], 18],
  ],
  BJ: [
    [["HARD_MATTER"], 70],
    [["JOINT_ENFORCEMENT"], 30],
  ],
};

/** A whistle from a ticket to its grades, by the district's profile and the whistle's own lifecycle. */
export class WhistleLife {
  readonly #desk: Desk;
  readonly #incident: Incident;
  readonly #rules: WhistleRules;
  readonly #random: Random;
  readonly #kinds: Chain;
  readonly #looked: boolean;
  #now: Instant;

  constructor(desk: Desk, incident: Incident, kinds: Chain, now: Instant, looked: boolean) {
    this.#looked = looked;
    const rules = rulesOf.get(incident.districtCode);
    if (!rules) throw new RangeError(`${incident.districtCode} has no whistle profile`);
    this.#desk = desk;
    this.#incident = incident;
    this.#rules = rules;
    this.#kinds = kinds;
    this.#now = now;
    this.#random = desk.frame.random.split(`whistle/${incident.key}`);
  }

  /** The kinds blown from a ticket, one raised to the next; null when it needs none. */
  static likely(
    { matter, districtCode, kind }: Incident,
    ticket: Ticket,
    random: Random,
    looked: boolean,
  ): Chain | null {
    const { profile } = districtByCode(districtCode);
    const asks = kind === "CONSULTATION" || kind === "SUGGESTION";
    if (asks || !rulesOf.has(districtCode) || ticket.divisionCode.length < 12) return null;
    const urgent = isUrgent(matter);
    const [urgently, hardly] =
      profile === "KF" ? [0.4, 0.03 + 1.6 * matter.hard] : [0.15, 0.01 + 0.8 * matter.hard];
    const mediated = profile === "GZ" && matter.code === disputeMatter.code;
    const odds = mediated ? 0.5 : urgent ? urgently : hardly;
    if (!random.chance(looked ? LOOKED * odds : odds)) return null;
    switch (profile) {
      case "KF":
        // A whistle without a verification, or for what the community can do, is refused (KF-7).
        if (ticket.verifiedAt === null || ticket.communityCanSolve) return null;
        if (urgent) return ["EMERGENCY"];
        return matter.lowest === "STREET" || random.chance(0.35) ? ["ROUTINE"] : ["TACKLING"];
      case "GZ":
        return mediated ? ["DISPUTE"] : ["CENTRE"];
      default: {
        // Levels are passed over where life is at stake alone (ZY-15).
        const emergency = profile === "ZY" ? ticket.urgency === Urgency.CRITICAL : urgent;
        return profile !== "PG" && emergency ? ["EMERGENCY"] : random.weighted(levels[profile] ?? []);
      }
    }
  }

  /** Tells the whistles one after the other; returns when the ticket is back with its handler. */
  *tell(at: TicketAtHand): Generator<Instant, Instant> {
    let raised: WhistleTelling | null = null;
    for (const [index, kind] of this.#kinds.entries()) {
      const telling: WhistleTelling = yield* this.#blow(kind, raised, at);
      const isLast = index === this.#kinds.length - 1;
      this.#now = isLast ? yield* telling.answered(this.#now) : yield* telling.attempted(this.#now);
      raised = telling;
    }
    return this.#now;
  }

  *#blow(
    code: KindCode,
    raised: WhistleTelling | null,
    at: TicketAtHand,
  ): Generator<Instant, WhistleTelling> {
    const kind = this.#rules.kinds.find((each) => each.code === code);
    if (!kind) throw new RangeError(`${this.#rules.district} has no kind ${code}`);
    this.#now = this.#desk.frame.clock.after(this.#now, this.#random.between(5, 60));
    yield this.#now;
    const telling = new WhistleTelling(
      this.#desk,
      this.#incident,
      this.#rules,
      kind,
      this.#random,
      at,
      this.#looked,
    );
    yield* telling.blow(this.#now, raised);
    return telling;
  }
}
