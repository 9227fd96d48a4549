import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Outcome } from "../main.ts";
import { StartupError } from "../startup-error.ts";
import { restartPause } from "./restart-pause.ts";

/** More than a process of ours allows itself for an orderly end, in milliseconds. */
const killAfter = 20_000;

/** How long a process that was replaced may finish what it has under way before it is told to end, in milliseconds. */
const retireWithin = 5_000;

export interface KeptSettings {
  /** As the operator knows it: "The grids subgraph". */
  readonly name: string;
  /** Starts a process that tells its `Outcome` over its channel and ends with SIGTERM or when its channel breaks. */
  readonly start: () => ChildProcess;
  /** Asks a process that has been replaced to finish and go; only for what can run twice side by side. */
  readonly retire?: (child: ChildProcess) => void;
  readonly log: Logger;
  /** Waits before another start, in milliseconds. */
  readonly pause?: (milliseconds: number, options: { signal: AbortSignal }) => Promise<unknown>;
}

export interface KeptProcess {
  /** Settles with the very first start; when that fails, no other follows. */
  readonly ready: Promise<void>;
  /** The one that serves; absent while there is none. */
  readonly pid: number | undefined;
  /** Starts another, and retires the present one once that is ready. When it cannot start, the present one stays. */
  replace(): Promise<void>;
  /** Ends it, in order if it can, and starts no other. */
  stop(): Promise<void>;
}

/**
 * Starts a process and keeps one running: whenever it ends by itself another is started, after pauses that grow while
 * none lives long.
 */
export function keepRunning(settings: KeptSettings): KeptProcess {
  const { name, log, pause = (milliseconds, options) => wait(milliseconds, undefined, options) } = settings;
  const stopped = new AbortController();
  const running = new Set<ChildProcess>();
  let current: ChildProcess | undefined;
  let starting: Promise<void> | undefined;
  let lastPause: number | undefined;

  const begin = async (): Promise<void> => {
    stopped.signal.throwIfAborted();
    const child = settings.start();
    running.add(child);
    child.once("exit", () => running.delete(child));
    await untilReady(name, child);
    current = child;
    const readyAt = performance.now();
    child.once("exit", (code, signal) => {
      if (child !== current) return;
      current = undefined;
      if (stopped.signal.aborted) return;
      log.error({ process: name, pid: child.pid, code, signal }, "a process ended and is started again");
      if (!starting) underWay(restart(performance.now() - readyAt));
    });
  };

  const restart = async (lived: number): Promise<void> => {
    lastPause = restartPause(lastPause, lived);
    try {
      await pause(lastPause, stopped);
      await begin();
      log.info({ process: name, pid: current?.pid }, "a process is back");
    } catch (err) {
      if (stopped.signal.aborted) return;
      log.error({ process: name, err }, "a process cannot be started again, and will be tried later");
      return restart(0);
    }
  };

  const underWay = (start: Promise<void>): Promise<void> => {
    starting = start.finally(() => {
      starting = undefined;
    });
    return starting;
  };

  const stop = async (): Promise<void> => {
    stopped.abort();
    await Promise.all([...running].map((child) => end(child)));
  };

  return {
    ready: begin(),
    get pid() {
      return current?.pid;
    },
    async replace() {
      // One that is just being started again is new already.
      if (starting) return starting;
      const replaced = current;
      try {
        await underWay(begin());
      } catch (error) {
        // The present one may have died meanwhile, trusting that this one comes.
        if (!current && !stopped.signal.aborted) underWay(restart(0));
        throw error;
      }
      if (!replaced) return;
      settings.retire?.(replaced);
      await Promise.race([exitOf(replaced), wait(retireWithin, undefined, { ref: false })]);
      await end(replaced);
    },
    stop,
  };
}

/** Migrations take as long as they take: only an end without having been ready is a failure. */
const untilReady = (name: string, child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) => reject(new StartupError(`${name} could not start: ${reason}`));
    child.on("error", ({ message }) => fail(message));
    child.once("exit", (code, signal) => fail(`it ended with ${signal ?? code}.`));
    child.on("message", (message: Partial<Outcome>) => {
      if (typeof message !== "object") return;
      if ("ready" in message) resolve();
      if ("failed" in message) fail(String(message.failed));
    });
  });

const exitOf = (child: ChildProcess): Promise<unknown> =>
  isGone(child) ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve));

const isGone = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const ended = exitOf(child);
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), killAfter);
  await ended;
  clearTimeout(timer);
}
