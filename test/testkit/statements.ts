import type { DataSource, Logger } from "typeorm";

/** The SQL statements a piece of work sends: how a test shows that many rows cost one query. */
export async function statementsOf(database: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const silent = () => undefined;
  const recorder: Logger = {
    logQuery: (query) => statements.push(query),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  const before = database.logger;
  database.logger = recorder;
  try {
    await work();
  } finally {
    database.logger = before;
  }
  return statements;
}
