import {
  DataSource,
  type DataSourceOptions,
  DefaultNamingStrategy,
  type EntityManager,
  type EntityTarget,
  MigrationExecutor,
  type ObjectLiteral,
  QueryFailedError,
} from "typeorm";
import { installTimers } from "./alarm.ts";
import { connectWithin, Pipelines } from "./pipeline.ts";

const toSnakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns are named as properties are, in snake case, so that no entity repeats its names. */
class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(toSnakeCase).join("_");
  }
}

type Constructor = new (...args: never[]) => object;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly Constructor[];
  readonly migrations: readonly Constructor[];
  /** Whether things are to be done at instants known beforehand: see `alarm.ts`. */
  readonly timers?: boolean;
  readonly poolSize?: number;
}

/** A subgraph's own database: TypeORM's pool of connections, and the ones that look-ups share. */
export class Database extends DataSource {
  readonly pipelines: Pipelines;

  constructor(url: string, options: Extract<DataSourceOptions, { readonly type: "postgres" }>) {
    super({ ...options, url });
    this.pipelines = new Pipelines({ url });
  }

  override async destroy(): Promise<void> {
    await this.pipelines.close();
    await super.destroy();
  }
}

/** Opens a subgraph's own database and brings its schema up to date. Two starters may do so at once. */
export async function openDatabase({
  url,
  entities,
  migrations,
  timers = false,
  poolSize = 10,
}: DatabaseOptions): Promise<Database> {
  const database = new Database(url, {
    type: "postgres",
    entities: [...entities],
    migrations: [...migrations],
    namingStrategy: new SnakeCaseNaming(),
    uuidExtension: "pgcrypto",
    installExtensions: false,
    poolSize,
    connectTimeoutMS: connectWithin,
    applicationName: "whistlegraph",
  });
  await database.initialize();
  try {
    await migrate(database, () => (timers ? installTimers(url) : Promise.resolve()));
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/**
 * Migrations run on one connection, under an advisory lock that a second starter waits for. The role's own limits are for
 * requests: who migrates first may take as long as it needs, and rows of years take their time.
 */
async function migrate(database: DataSource, install: () => Promise<void>): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query("SET lock_timeout = 0; SET statement_timeout = 0");
    await runner.query("SELECT pg_advisory_lock(hashtext('whistlegraph:migrations'))");
    await install();
    const migrations = new MigrationExecutor(database, runner);
    migrations.transaction = "each";
    await migrations.executePendingMigrations();
  } finally {
    await runner
      .query(
        "SELECT pg_advisory_unlock(hashtext('whistlegraph:migrations')); RESET lock_timeout; RESET statement_timeout",
      )
      .catch(() => undefined);
    await runner.release();
  }
}

/** Whether the database could not be reached, or left in the middle: nothing is wrong with what was asked of it. */
export function isDatabaseGone(error: unknown): boolean {
  const {
    code = "",
    message,
    severity,
  } = (error instanceof QueryFailedError ? error.driverError : error) as Error & {
    code?: string;
    severity?: string;
  };
  // Only what ends or denies the whole session is FATAL to PostgreSQL; without a code the connection just broke off.
  return (
    severity === "FATAL" ||
    /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT)/.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect)|is not queryable$/.test(message)
  );
}

/** Whether the database gave up waiting, for a lock or for the statement's time: what was asked is right, and undone. */
export function isDatabaseBusy(error: unknown): boolean {
  const { code = "" } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: string };
  return ["55P03", "57014"].includes(code);
}

/**
 * Whether the database cannot read a value as what it stands for: letters where an identifier is a UUID, a day that no
 * calendar has, a number beyond its column. What we write ourselves fits; such a value was given.
 */
export function isValueUnreadable(error: unknown): boolean {
  const { code = "" } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: string };
  return ["22P02", "22003", "22007", "22008", "22021"].includes(code);
}

/**
 * Turns raw rows (snake-case column names, as SQL returns them) into instances of the entity class, so that
 * hand-written SQL and TypeORM give resolvers the same thing.
 */
export function hydrate<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row> & { prototype: Row },
  rows: readonly Record<string, unknown>[],
): Row[] {
  const { driver } = manager.connection;
  const { columns } = manager.connection.getMetadata(entity);
  return rows.map((row) => {
    const instance = Object.create(entity.prototype) as Record<string, unknown>;
    for (const column of columns) {
      const value = row[column.databaseName];
      if (value !== undefined) instance[column.propertyName] = driver.prepareHydratedValue(value, column);
    }
    return instance as Row;
  });
}
