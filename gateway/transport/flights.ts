import type { RequestContext } from "../request-context.ts";
import { Flight } from "./flight.ts";
import { momentOf, SharingKeys } from "./sharing-key.ts";

/**
 * What is under way, found by who may share it and what they ask.
 *
 * A map that is never empty and loses an entry for each it gains is rebuilt again and again, and V8 has every table it
 * had point to the next: once one is old, so is all that was under way since. So each moment has a map of its own.
 */
export class Flights<Value, Copy = Value> {
  readonly #keys = new SharingKeys();
  readonly #again: (value: Value) => Copy;
  #moment = Number.NaN;
  #underWay = new Map<string, Flight<Copy>>();

  /** @param again makes one more of what came of it, for another who may change it too */
  constructor(again: (value: Value) => Copy) {
    this.#again = again;
  }

  /** Names what a caller asks: the same for all who may have one answer. */
  keyOf(context: RequestContext, question: string): string {
    return `${this.#keys.of(context)} ${question}`;
  }

  /** Waits for what is under way; undefined where nothing is, or all who wanted it have left and it may be cut short. */
  join(key: string, context: RequestContext): Promise<Copy> | undefined {
    const known = this.#underWay.get(key);
    return known && !known.gone ? known.join(context) : undefined;
  }

  /** Carries it out for this caller and all who join meanwhile. */
  async lead(
    key: string,
    context: RequestContext,
    carryOut: (flight: Flight<Copy>) => Promise<Value>,
  ): Promise<Value> {
    const flights = this.#at(momentOf(context));
    const flight = new Flight<Copy>(context);
    flights.set(key, flight);
    try {
      const value = await carryOut(flight);
      flight.land(() => this.#again(value));
      return value;
    } catch (error) {
      flight.fail(error);
      throw error;
    } finally {
      if (flights.get(key) === flight) flights.delete(key);
    }
  }

  /** From now on nobody joins what is under way. */
  clear(): void {
    this.#underWay = new Map();
  }

  #at(moment: number): Map<string, Flight<Copy>> {
    if (moment !== this.#moment) {
      this.#moment = moment;
      this.#underWay = new Map();
    }
    return this.#underWay;
  }
}
