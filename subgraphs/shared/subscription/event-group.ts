import type { ExecutionResult } from "graphql";
import type { FeedEntry } from "../feed.ts";
import { sharedAnswer } from "./shared-answer.ts";

/** Null: the entry is not for the group's principal. */
export type GroupAnswer = ExecutionResult | null;

/** An answer is good for others for so long after it was read, in milliseconds: events arrive no more precisely. */
const freshFor = 100;

interface Reading {
  readonly answer: Promise<GroupAnswer>;
  takers: number;
  /** Whether others may still come for it. */
  kept: boolean;
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
    return answer?.data && (reading.kept || reading.takers > 1) ? sharedAnswer(answer) : answer;
  }

  #begin(entry: FeedEntry): Reading {
    const { answerTo, whenStale } = this.#settings;
    const forget = (): void => void this.#readings.delete(entry.position);
    const read = async (): Promise<GroupAnswer> => {
      try {
        const answer = await answerTo(entry);
        if (this.members > 1 && answer?.data) {
          reading.kept = true;
          whenStale(forget);
        } else forget();
        return answer;
      } catch (error) {
        forget();
        throw error;
      }
    };
    const reading: Reading = { answer: read(), takers: 0, kept: false };
    this.#readings.set(entry.position, reading);
    return reading;
  }
}
