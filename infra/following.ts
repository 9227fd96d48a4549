import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";

const upkeepEvery = 60_000;
/** A neighbour that is just being started or restarted is no news: failures in a row before one is logged. */
const newsAfter = 3;
/** A round that takes longer than this is left behind when we stop; what it had not committed is done next time. */
const stopWithin = 5_000;

export interface FollowingSettings {
  readonly subgraph: Pick<RunningSubgraph, "name" | "catchUp" | "upkeep">;
  readonly intervalMilliseconds: number;
  readonly clock: () => Date;
  readonly log: Logger;
}

/**
 * Keeps a subgraph up with the feeds it follows and with the clock, until stopped. A failure that lasts (another
 * department's system is down) is logged once until it passes, and tried again all the while.
 */
export function follow({
  subgraph,
  intervalMilliseconds,
  clock,
  log,
}: FollowingSettings): () => Promise<void> {
  const rounds = [
    repeat("feeds", intervalMilliseconds, () => subgraph.catchUp()),
    repeat("upkeep", upkeepEvery, () => subgraph.upkeep(clock())),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };

  function repeat(work: string, every: number, round: () => Promise<unknown>): () => Promise<void> {
    const stopped = new AbortController();
    const rounds = (async () => {
      let failures = 0;
      while (await pause(every, stopped.signal)) {
        try {
          await round();
          if (failures >= newsAfter) log.info({ subgraph: subgraph.name, work }, "works again");
          failures = 0;
        } catch (err) {
          failures += 1;
          const news = failures === newsAfter && !stopped.signal.aborted;
          if (news) log.warn({ subgraph: subgraph.name, work, err }, "fails, and will be tried again");
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
