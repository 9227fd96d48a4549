import type { Logger } from "pino";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";

const upkeepEvery = 60_000;

export interface FollowingSettings {
  readonly subgraph: RunningSubgraph;
  readonly intervalMilliseconds: number;
  readonly log: Logger;
}

/**
 * Keeps a subgraph up with the feeds it follows and with the clock, until stopped. A failure (the gateway is still
 * starting, another department's system is down) is logged once until it passes, and tried again.
 */
export function follow({ subgraph, intervalMilliseconds, log }: FollowingSettings): () => Promise<void> {
  const rounds = [
    repeat("feeds", intervalMilliseconds, () => subgraph.catchUp()),
    repeat("upkeep", upkeepEvery, () => subgraph.upkeep(new Date())),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };

  function repeat(work: string, every: number, round: () => Promise<unknown>): () => Promise<void> {
    let stopped = false;
    let failing = false;
    let timer: NodeJS.Timeout | undefined;
    let current = Promise.resolve();
    const next = () => {
      current = round().then(
        () => {
          if (failing) log.info({ subgraph: subgraph.name, work }, "works again");
          failing = false;
        },
        (err: unknown) => {
          if (!failing && !stopped)
            log.warn({ subgraph: subgraph.name, work, err }, "failed, will be tried again");
          failing = true;
        },
      );
      void current.then(() => {
        if (!stopped) timer = setTimeout(next, every);
      });
    };
    timer = setTimeout(next, every);
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    };
  }
}
