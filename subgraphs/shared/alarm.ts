import { runMigrations, Logger as WorkerLogger } from "graphile-worker";
import { Pool } from "pg";
import type { EntityManager } from "typeorm";

/** What the worker knows an alarm by: it has no other tasks. */
export const task = "timer";
/** As many as the worker can count: what fails is tried again for as long as it is due. */
const mostAttempts = 32_767;

export interface Alarm {
  /** A key has one alarm: a new one takes the place of the old. */
  readonly key: string;
  /** When it is to ring, by the clock that `now` was read from. */
  readonly at: Date;
}

/**
 * Sets alarms in the transaction of the change they follow from. The worker looks at the database's clock, requests are
 * judged by the gateway's: what is kept is how long from now.
 */
export async function setAlarms(
  transaction: EntityManager,
  alarms: readonly Alarm[],
  now: Date,
): Promise<void> {
  if (alarms.length === 0) return;
  await transaction.query(
    `SELECT count(graphile_worker.add_job($1, json_build_object('key', key), job_key => key, max_attempts => $2,
              run_at => now() + milliseconds * interval '1 millisecond'))
     FROM unnest($3::text[], $4::float8[]) alarm (key, milliseconds)`,
    [task, mostAttempts, alarms.map(({ key }) => key), alarms.map(({ at }) => at.getTime() - now.getTime())],
  );
}

/** Takes back alarms in the transaction that leaves nothing to ring for. */
export async function dropAlarms(transaction: EntityManager, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await transaction.query(
    "SELECT count(graphile_worker.remove_job(key)) FROM unnest($1::text[]) alarm (key)",
    [keys],
  );
}

/** Makes the worker's tables, in a schema of their own that belongs to the subgraph's role as all else does. */
export async function installTimers(databaseUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await runMigrations({ pgPool, logger: new WorkerLogger(() => () => undefined) });
  } finally {
    await pgPool.end();
  }
}
