import { WhistleState } from "../../../../subgraphs/tickets/whistle/whistle-state.ts";
import type { DayNumber } from "../office-clock.ts";
import type { Incident } from "./incident.ts";

/** Whistles of so many days before the anchor day may be left where they are. */
const DAYS = 7;
/** So many of a district are looked at, whatever states they pass through. */
const LOOKED_AT = 12;

const IN_FLIGHT: readonly WhistleState[] = [
  WhistleState.DRAFT,
  WhistleState.BLOWN,
  WhistleState.SIGNED,
  WhistleState.DISPUTED,
  WhistleState.ARRIVED,
  WhistleState.MEASURES_ISSUED,
  WhistleState.RESOLVED,
  WhistleState.CONFIRMED,
];

/** Whether nothing more is told of a ticket, now that its whistle is in that state. */
export type Halt = (state: WhistleState) => boolean;

/**
 * Leaves one of a district's latest whistles in every state it may wait in, however little a district has: whoever looks
 * at the sample finds each of them.
 */
export class Halts {
  readonly #from: DayNumber;
  readonly #missing = new Map<string, Set<WhistleState>>();
  readonly #looked = new Map<string, number>();

  constructor(today: DayNumber) {
    this.#from = today - DAYS;
  }

  /** Null for what takes its course. */
  of({ districtCode, day }: Incident): Halt | null {
    if (day < this.#from) return null;
    const missing = this.#missing.get(districtCode) ?? new Set(IN_FLIGHT);
    this.#missing.set(districtCode, missing);
    const looked = this.#looked.get(districtCode) ?? 0;
    if (missing.size === 0 || looked >= LOOKED_AT) return null;
    let seen = false;
    return (state) => {
      if (!seen) this.#looked.set(districtCode, looked + 1);
      seen = true;
      return missing.delete(state);
    };
  }
}
