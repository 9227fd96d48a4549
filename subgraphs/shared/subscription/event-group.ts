import type { ExecutionResult } from "graphql";
import type { FeedEntry } from "../feed.ts";

/** Null: the entry is not for the group's principal. */
export type GroupAnswer = ExecutionResult | null;

interface UnderWay {
  readonly answer: Promise<GroupAnswer>;
  takers: number;
  text?: string;
}

/**
 * Subscriptions that ask the same with the same eyes. What is read for one of them is read for all that wait for the
 * same entry at the same time: a thousand screens of one office cost one read for each change.
 */
export class EventGroup {
  readonly #answerTo: (entry: FeedEntry) => Promise<GroupAnswer>;
  readonly #underWay = new Map<number, UnderWay>();
  members = 0;

  constructor(answerTo: (entry: FeedEntry) => Promise<GroupAnswer>) {
    this.#answerTo = answerTo;
  }

  /** The answer to one entry; the caller's own, which may be written into. */
  async answer(entry: FeedEntry): Promise<GroupAnswer> {
    const shared = this.#underWay.get(entry.position) ?? this.#begin(entry);
    shared.takers += 1;
    const answer = await shared.answer;
    if (!answer?.data || shared.takers === 1) return answer;
    shared.text ??= JSON.stringify(answer.data);
    return { ...answer, data: JSON.parse(shared.text) };
  }

  #begin(entry: FeedEntry): UnderWay {
    const forget = () => this.#underWay.delete(entry.position);
    const shared = { answer: this.#answerTo(entry).finally(forget), takers: 0 };
    this.#underWay.set(entry.position, shared);
    return shared;
  }
}
