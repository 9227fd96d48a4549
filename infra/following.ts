import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { RunningSubgraph } from "../subgraphs/shared/subgraph.ts";

const upkeepEvery = 60_000;
/** For each millisecond that a part of piled-up work took, so many of rest: it takes a fifth of one core, whatever there is. */
const restForWork = 4;
/** A round that takes longer than this is left behind when we stop; what it had not committed is done next time. */
const stopWithin = 5_000;

export interface FollowingSettings {
  readonly subgraph: Pick<
    RunningSubgraph,
    "name" | "catchUp" | "untilNews" | "upkeep" | "workOff" | "followClock"
  >;
  readonly intervalMilliseconds: number;
  readonly clock: () => Date;
  /** The subgraph's own. */
  readonly log: Logger;
  /** How long failures must last to be logged: a neighbour that is just being started or restarted is no news. */
  readonly newsAfterMilliseconds?: number;
}

/**
 * Keeps a subgraph up with the feeds it follows and with the clock, until stopped. It is woken by what is new, and looks now
 * and then all the same: a wake-up that is lost costs no more than that time. A failure that lasts (another department's
 * system is down) is logged once until it passes, and tried again all the while.
 */
export function follow(settings: FollowingSettings): () => Promise<void> {
  const { subgraph, intervalMilliseconds, clock, log, newsAfterMilliseconds = 10_000 } = settings;
  const rounds = [
    repeat(
      "feeds",
      intervalMilliseconds,
      () => subgraph.catchUp(),
      (stop) => subgraph.untilNews(stop),
    ),
    repeat("upkeep", upkeepEvery, () => subgraph.upkeep(clock())),
    repeat("piled-up work", upkeepEvery, () => subgraph.workOff(clock())),
    subgraph.followClock(clock),
  ];
  return async () => {
    await Promise.all(rounds.map((stop) => stop()));
  };

  /** A round that answers with true has left something for another, soon. */
  function repeat(
    work: string,
    every: number,
    round: () => Promise<unknown>,
    untilNews?: (stop: AbortSignal) => Promise<void>,
  ): () => Promise<void> {
    const stopped = new AbortController();
    const { signal } = stopped;
    const pause = new Pause();
    let listening = false;
    const listen = (): void => {
      if (!untilNews || listening) return;
      listening = true;
      const heard = (): void => {
        listening = false;
      };
      untilNews(signal)
        .finally(heard)
        .then(
          () => pause.end(),
          () => undefined,
        );
    };
    const rounds = (async () => {
      let failing: { readonly since: number; told: boolean } | undefined;
      let rest = every;
      while (!signal.aborted) {
        // What cannot be taken is tried again in time, however often it is called out.
        if (failing) pause.begin();
        else listen();
        await pause.of(rest);
        if (signal.aborted) return;
        pause.begin();
        const begun = performance.now();
        rest = every;
        try {
          if ((await round()) === true) rest = restForWork * (performance.now() - begun);
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
      pause.end();
      await Promise.race([rounds, wait(stopWithin, undefined, { ref: false })]);
    };
  }
}

/** A time to wait that may be ended before it is over, also before it has begun. */
class Pause {
  #ended = false;
  #end: (() => void) | undefined;

  /** Whatever ended the last one does not end the next. */
  begin(): void {
    this.#ended = false;
  }

  end(): void {
    this.#ended = true;
    this.#end?.();
  }

  async of(milliseconds: number): Promise<void> {
    if (this.#ended) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }
}
