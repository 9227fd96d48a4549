import type { HttpAnswer, Message } from "./exchange.ts";
import { NoAnswer } from "./no-answer.ts";

/** A message on its way, and who waits for its answer. */
export class Errand {
  readonly message: Message;
  readonly answer: (answer: HttpAnswer) => void;
  readonly fail: (reason: NoAnswer) => void;
  /** Whether it was taken from a connection that stood still and sent over another: done once at most. */
  moved = false;

  constructor(message: Message, answer: (answer: HttpAnswer) => void, fail: (reason: NoAnswer) => void) {
    this.message = message;
    this.answer = answer;
    this.fail = fail;
  }

  /** Gives up what is out of time or not waited for; whether it did. */
  giveUp(now: number): boolean {
    const reason = reasonToGiveUp(this.message, now);
    if (reason) this.fail(reason);
    return reason !== undefined;
  }
}

/** Why a message under way is given up, if it is. */
export function reasonToGiveUp({ deadline, audience }: Message, now: number): NoAnswer | undefined {
  if (now >= deadline) return new NoAnswer("TIMED_OUT", "no whole answer in time");
  if (audience?.gone) return new NoAnswer("ABANDONED", "nobody waits for the answer any more");
  return undefined;
}
