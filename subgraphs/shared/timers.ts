import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type RunnerOptions, run, runOnce, Logger as WorkerLogger } from "graphile-worker";
import { Pool } from "pg";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { setAlarms, task } from "./alarm.ts";
import { isDatabaseGone } from "./database.ts";

/** A worker that ended by a failure is followed by another after so many milliseconds. */
const restartAfter = 1_000;
/** So many alarms are followed at once: what they are about is locked by whoever follows one, so order is kept there. */
const atOnce = 4;
/** A task that takes longer than this, in milliseconds, is left behind when we stop: another process will find it. */
const stopWithin = 5_000;

export interface TimerSettings {
  readonly database: DataSource;
  readonly databaseUrl: string;
  /** Keys of what fell due by an instant and was not done. */
  readonly due: (at: Date) => Promise<string[]>;
  /** Does what fell due; may be called twice, or too early. */
  readonly ring: (key: string, at: Date) => Promise<void>;
  readonly log: Logger;
}

/**
 * Rings a subgraph's alarms by graphile-worker, in any number of processes. What was done is in the subgraph's own
 * tables, written in one transaction: a process that is killed before it had told the worker rings once more, for
 * nothing.
 */
export class Timers {
  readonly #settings: TimerSettings;
  readonly #pool: Pool;
  /** The sessions of a process bear its name, so that others see when it is gone. */
  readonly #process = `timers-${randomUUID()}`;

  constructor(settings: TimerSettings) {
    const { databaseUrl, log } = settings;
    this.#settings = settings;
    this.#pool = new Pool({
      connectionString: databaseUrl,
      max: 2 * atOnce,
      application_name: this.#process,
    });
    this.#pool.on("error", (err) => log.debug({ err }, "a session of the timers ended"));
    // Each worker listens for itself: there are as many listeners as workers, on the pool and on its sessions.
    this.#pool.setMaxListeners(0);
    this.#pool.on("connect", (session) => session.setMaxListeners(0));
  }

  /** Rings each alarm when its time has come, until stopped. */
  follow(clock: () => Date): () => Promise<void> {
    const stopped = new AbortController();
    const working = (async () => {
      while (!stopped.signal.aborted) {
        await this.#work(clock, stopped.signal).catch((err) =>
          this.#settings.log.debug({ err }, "the timers stopped, and will be started again"),
        );
        await wait(restartAfter, undefined, { signal: stopped.signal }).catch(() => undefined);
      }
    })();
    return async () => {
      stopped.abort();
      await Promise.race([working, wait(stopWithin, undefined, { ref: false })]);
    };
  }

  /** Until told to stop, or until the worker gives up because it could not tell the database what it had done. */
  async #work(clock: () => Date, stop: AbortSignal): Promise<void> {
    await this.#unlockTheDead();
    const started = await Promise.allSettled(several(atOnce, () => run(this.#options("follow", clock))));
    const workers = started.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const failed = started.find((each) => each.status === "rejected");
    const givenUp = new AbortController();
    for (const { events } of workers) events.once("worker:stop", () => givenUp.abort());
    if (!failed && !stop.aborted)
      await once(stop, "abort", { signal: givenUp.signal }).catch(() => undefined);
    await Promise.allSettled(workers.map((worker) => worker.stop()));
    if (failed) throw failed.reason;
  }

  /** Rings what is due by `at`, also where its alarm was lost or is set by another clock. */
  async ringDue(at: Date): Promise<void> {
    const { database, due } = this.#settings;
    await this.#unlockTheDead();
    const keys = await due(at);
    const silent: { key: string }[] = await database.query(
      `SELECT key FROM unnest($1::text[]) due (key)
       WHERE NOT EXISTS (SELECT FROM graphile_worker.jobs
         WHERE jobs.key = due.key AND (locked_at IS NOT NULL OR run_at <= now()))`,
      [keys],
    );
    await setAlarms(
      database.manager,
      silent.map(({ key }) => ({ key, at })),
      at,
    );
    const workers = Math.min(Math.max(keys.length, 1), atOnce);
    await Promise.all(several(workers, () => runOnce(this.#options("due", () => at))));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #options(part: string, clock: () => Date): RunnerOptions {
    const { log } = this.#settings;
    return {
      pgPool: this.#pool,
      // A worker with a name of its own, by which others see that it is gone, works alone: there are several of them.
      concurrency: 1,
      noHandleSignals: true,
      logger: loggerOf(log),
      taskList: { [task]: (payload) => this.#ring((payload as { key: string }).key, clock()) },
      ...{ workerId: `${this.#process}/${part}-${randomUUID()}` },
    };
  }

  async #ring(key: string, at: Date): Promise<void> {
    try {
      await this.#settings.ring(key, at);
    } catch (err) {
      const { log } = this.#settings;
      if (!isDatabaseGone(err))
        log.error({ key, err }, "an alarm could not be followed, and will ring again");
      throw err;
    }
  }

  /** A worker holds what it works on by its name. The names of processes that are gone are in no session any more. */
  async #unlockTheDead(): Promise<void> {
    await this.#settings.database.query(
      `SELECT graphile_worker.force_unlock_workers(ARRAY(
         SELECT DISTINCT locked_by FROM graphile_worker.jobs
         WHERE locked_by IS NOT NULL AND NOT EXISTS (SELECT FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = split_part(locked_by, '/', 1))))`,
    );
  }
}

const several = <Work>(length: number, begin: () => Work): Work[] => Array.from({ length }, begin);

/** The worker tells of every task; of its failures we tell ourselves. */
const loggerOf = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => {
    if (level === "error" || level === "warning") log.debug({ worker: message }, "timers");
  });
