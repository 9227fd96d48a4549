import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";

const upkeepEvery = 60_000;
/** A round that takes longer than this is left behind when we stop; what it had not committed is done next time. */
const stopWithin = 5_000;

export interface FollowingSettings {
  readonly subgraph: Pick<RunningSubgraph, "name" | "catchUp" | "upkeep" | "followClock">;
  readonly intervalMilliseconds: number;
  readonly clock: () => Date;
  /** The subgraph's own. */
  readonly log: Logger;
  /** How long failures must last to be logged: a neighbour that is just being started or restarted is no news. */
  readonly newsAfterMilliseconds?: number;
}

/**
 * Keeps a subgraph up with the feeds it follows and with the clock, until stopped. A failure that lasts (another
 * department's system is down) is logged once until it passes, and tried again all the while.
 */
export function follow(settings: FollowingSettings): () => Promise<void> {
  const { subgraph, intervalMilliseconds, clock, log, newsAfterMilliseconds = 10_000 } = settings;
  const rounds = [
    repeat("feeds", intervalMilliseconds, () => subgraph.catchUp()),
    repeat("upkeep", upkeepEvery, () => subgraph.upkeep(clock())),
    subgraph.followClock(clock),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };

  function repeat(work: string, every: number, round: () => Promise<unknown>): () => Promise<void> {
    const stopped = new AbortController();
    const rounds = (async () => {
      let failing: { readonly since: number; told: boolean } | undefined;
      while (await pause(every, stopped.signal)) {
        try {
          await round();
          if (failing?.told) log.info({ work }, "works again");
          failing = undefined;
        } catch (err) {
          failing ??= { since: performance.now(), told: false };
          if (failing.told || performance.now() - failing.since < newsAfterMilliseconds) continue;
          log.warn({ work, err }, "fails, and will be tried again");
          failing.told = true;
        }
      }
    })();
    return async () => {
      stopped.abort();
      await Promise.race([rounds, wait(stopWithin, undefined, { ref: false })]);
    };
  }
}

/** Whether the time passed without a stop. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  wait(milliseconds, true, { signal }).catch(() => false);
