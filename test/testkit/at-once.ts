import type { DataSource } from "typeorm";

/** A row somebody holds: of a table, by its number. */
export interface HeldRow {
  readonly table: "ticket" | "whistle";
  readonly number: string;
}

/**
 * Has two people act on one row at once: holds the row, lets the one and then the other ask, and lets go when both wait
 * inside their transactions. PostgreSQL serves them in the order they came.
 */
export async function atOnce<First, Second>(
  database: DataSource,
  { table, number }: HeldRow,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const holder = database.createQueryRunner();
  await holder.startTransaction();
  try {
    await holder.query(`SELECT FROM ${table} WHERE number = $1 FOR UPDATE`, [number]);
    const one = first();
    await untilWaiting(database, 1);
    const other = second();
    await untilWaiting(database, 2);
    await holder.commitTransaction();
    return [await one, await other];
  } finally {
    if (holder.isTransactionActive) await holder.rollbackTransaction();
    await holder.release();
  }
}

/** How often the database is asked whether they wait; far more than it takes. */
const mostLooks = 2_000;

async function untilWaiting(database: DataSource, count: number): Promise<void> {
  for (let look = 0; look < mostLooks; look += 1) {
    const [{ waiting }] = await database.query(
      `SELECT count(DISTINCT pid)::int AS waiting FROM pg_locks
       WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
    );
    if (waiting >= count) return;
  }
  throw new Error(`${count} should wait for the row, and do not`);
}
