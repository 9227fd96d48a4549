import type { Pool } from "pg";
import type { DataSource } from "typeorm";
import type { PostgresDriver } from "typeorm/driver/postgres/PostgresDriver.js";
import { Database } from "./database.ts";
import type { Pipelines } from "./pipeline.ts";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Under which each connection has the database keep it ready, once it has sent it. */
  readonly name?: string;
}

/** PostgreSQL's answers to a name: it knows none, it knows another of that name, its columns are not what they were. */
const refusesName = ["26000", "42P05", "0A000"];

/** A database keeps what is prepared in the memory of each connection. Beyond so many, statements go without a name. */
const maximumNames = 300;
const named = new WeakMap<Pool, Set<string>>();

/** How often the names of a database's statements were of no use. */
const renamings = new WeakMap<Pool, number>();

/** After so many it is a pool between us that hands each statement to another connection: names are left out. */
const maximumRenamings = 10;

/**
 * Sends one statement, in no transaction. A statement with a name is parsed and planned once per connection, and travels
 * with others: for what only looks rows up by their keys, where every plan is the same plan and quick.
 */
export function send(database: DataSource, statement: Statement): Promise<Record<string, unknown>[]> {
  return sendOver(poolOf(database), statement, database instanceof Database ? database.pipelines : undefined);
}

/** The same of a statement that writes: on a connection of its own, so that no look-up waits until that is durable. */
export const sendAlone = (database: DataSource, statement: Statement): Promise<Record<string, unknown>[]> =>
  sendOver(poolOf(database), statement);

/** TypeORM knows no names, so its pool is asked directly. */
const poolOf = ({ driver }: DataSource): Pool => (driver as PostgresDriver).master;

/** The same to a database that is not our own. */
export async function sendOver(
  pool: Pool,
  statement: Statement,
  pipelines?: Pipelines,
): Promise<Record<string, unknown>[]> {
  const { text, values, name } = statement;
  const renamed = renamings.get(pool) ?? 0;
  if (name === undefined || renamed >= maximumRenamings || !mayBeNamed(pool, name)) {
    return (await pool.query(text, [...values])).rows;
  }
  try {
    const prepared = { name: `${name}.${renamed}`, text, values: [...values] };
    const pipeline = await pipelines?.free();
    return pipeline ? await pipeline.send(prepared) : (await pool.query(prepared)).rows;
  } catch (error) {
    if (!refusesName.includes((error as { code?: string }).code ?? "")) throw error;
    renamings.set(pool, Math.max(renamed + 1, renamings.get(pool) ?? 0));
    return (await pool.query(text, [...values])).rows;
  }
}

function mayBeNamed(pool: Pool, name: string): boolean {
  const names = named.get(pool) ?? new Set<string>();
  named.set(pool, names);
  return names.has(name) || (names.size < maximumNames && names.add(name).has(name));
}
