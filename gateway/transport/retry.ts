import { setTimeout as wait } from "node:timers/promises";
import type { Exchange, HttpAnswer, Message } from "./exchange.ts";
import { NoAnswer } from "./no-answer.ts";

/** Milliseconds before a second try, by chance within these: many that failed together must not come back together. */
const pause = { from: 5, to: 30 };

/**
 * Sends a message; once more when it may be repeated and was lost before any byte of its answer, as when a subgraph
 * restarts. What ran out of time is not sent again: the deadline is for both tries.
 */
export const sendWithRetry = (exchange: Exchange, message: Message): Promise<HttpAnswer> =>
  message.repeatable
    ? exchange.send(message).catch((error: unknown) => sendAgain(exchange, message, error))
    : exchange.send(message);

async function sendAgain(exchange: Exchange, message: Message, error: unknown): Promise<HttpAnswer> {
  if (!isLost(error)) throw error;
  await wait(pause.from + Math.random() * (pause.to - pause.from));
  return exchange.send(message);
}

const isLost = (error: unknown): boolean =>
  error instanceof NoAnswer && (error.reason === "REFUSED" || error.reason === "CUT_OFF");
