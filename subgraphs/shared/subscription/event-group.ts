import type { ExecutionResult } from "graphql";
import type { FeedEntry } from "../feed.ts";

/** Null: the entry is not for the group's principal. */
export type GroupAnswer = ExecutionResult | null;

/** An answer is good for others for so long after it was read, in milliseconds: events arrive no more precisely. */
const freshFor = 100;

interface Reading {
  readonly answer: Promise<GroupAnswer>;
  takers: number;
  /** Its data as text, from which each taker but the only one has a copy. */
  text?: string;
}

export interface EventGroupSettings {
  readonly answerTo: (entry: FeedEntry) => Promise<GroupAnswer>;
  /** Calls back when an answer is no longer fresh. */
  readonly whenStale?: (forget: () => void) => void;
}

/**
 * Subscriptions that ask the same with the same eyes. What is read for one of them is read for all that want the same entry
 * at about the same time: a thousand screens of one office cost one reading for each change.
 */
export class EventGroup {
  readonly #settings: Required<EventGroupSettings>;
  readonly #readings = new Map<number, Reading>();
  members = 0;

  constructor({
    answerTo,
    whenStale = (forget) => void setTimeout(forget, freshFor).unref(),
  }: EventGroupSettings) {
    this.#settings = { answerTo, whenStale };
  }

  /** The answer to one entry; the caller's own, which may be written into. */
  async answer(entry: FeedEntry): Promise<GroupAnswer> {
    const reading = this.#readings.get(entry.position) ?? this.#begin(entry);
    reading.takers += 1;
    const answer = await reading.answer;
    if (!answer?.data || (reading.text === undefined && reading.takers === 1)) return answer;
    reading.text ??= JSON.stringify(answer.data);
    return { ...answer, data: JSON.parse(reading.text) };
  }

  #begin(entry: FeedEntry): Reading {
    const { answerTo, whenStale } = this.#settings;
    const forget = (): void => void this.#readings.delete(entry.position);
    const read = async (): Promise<GroupAnswer> => {
      try {
        const answer = await answerTo(entry);
        if (this.members > 1 && answer?.data) {
          // Written down before anybody has it to write into: others may still come for it.
          reading.text = JSON.stringify(answer.data);
          whenStale(forget);
        } else forget();
        return answer;
      } catch (error) {
        forget();
        throw error;
      }
    };
    const reading: Reading = { answer: read(), takers: 0 };
    this.#readings.set(entry.position, reading);
    return reading;
  }
}
