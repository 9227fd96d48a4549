import { setTimeout as wait } from "node:timers/promises";
import { Opened } from "./opened.ts";
import { StartupError } from "./startup-error.ts";

/** npm hands on the Ctrl-C that the terminal has sent us already: within this time it is the same one, in ms. */
const sameSignal = 1_000;

/** A start that has not noticed its end by then is left behind, in ms: whatever it started watches us and ends too. */
const abandonAfter = 10_000;

/** What a program tells the one that started it, where there is a channel between them. */
export type Outcome = { readonly ready: true } | { readonly failed: string };

/**
 * Runs a program that lives until it is told to end: SIGINT, SIGTERM, SIGHUP or the end of its parent close what it
 * opened, in order, even half-way through its start; a second signal ends it at once. What the operator can mend is
 * one line and exit code 1, without a stack.
 */
export async function runUntilStopped(start: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = new Opened();
  let askedAt: number | undefined;

  const stop = async () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > sameSignal) process.exit(130);
      return;
    }
    askedAt = performance.now();
    try {
      await opened.close();
      await Promise.race([starting.catch(() => undefined), wait(abandonAfter)]);
      await opened.close();
    } catch (error) {
      return fail(error);
    }
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // A parent that ends while we do is not impatient with us: what is under way is still finished.
  process.on("disconnect", () => askedAt ?? stop());

  const starting = start(opened);
  // A parent that died while our modules were being loaded has gone unnoticed.
  if (process.connected === false) await stop();
  try {
    await starting;
    await tellParent({ ready: true });
  } catch (error) {
    if (opened.ending) return;
    await opened.close().catch(() => undefined);
    await fail(error);
  }
}

/** Gives a signal another meaning than the end of the program. */
export const answerSignal = (signal: NodeJS.Signals, answer: () => void): void =>
  void process.removeAllListeners(signal).on(signal, answer);

async function fail(error: unknown): Promise<never> {
  const line = error instanceof StartupError ? error.message : String((error as Error)?.stack ?? error);
  const told = await tellParent({ failed: line });
  if (!told) process.stderr.write(`${line}\n`);
  process.exit(1);
}

const tellParent = (outcome: Outcome): Promise<boolean> =>
  new Promise((resolve) => {
    if (process.connected) process.send?.(outcome, undefined, undefined, (error) => resolve(!error));
    else resolve(false);
  });
