import type { EntityManager } from "typeorm";
import { startOfDay } from "../../../subgraphs/shared/calendar.ts";
import { openDatabase } from "../../../subgraphs/shared/database.ts";
import { LogEntry, record } from "../../../subgraphs/shared/log-entry.ts";
import { foundations } from "../../../subgraphs/shared/migrations.ts";
import { servicePrincipal } from "../../../subgraphs/shared/principal.ts";
import type { SubgraphDefinition } from "../../../subgraphs/shared/subgraph.ts";
import type { Dataset } from "./dataset.ts";

/** What the log of a database says since a dataset was loaded into it. */
const LOADED = "DATASET_LOADED";

/** A subgraph's database while a dataset is put into it: one connection, one transaction, as long as it takes. */
export interface LoadingSession {
  readonly subgraph: string;
  readonly transaction: EntityManager;
  /** Whether nobody has put anything in yet. */
  readonly isEmpty: boolean;
  /** The dataset that was loaded before; null when none was. */
  readonly dataset: Dataset | null;
  /** Says in the log, and at the end of the feed, what was loaded. */
  recordLoaded(dataset: Dataset): Promise<void>;
  /** Up to which position the feed tells of the dataset. */
  endOfDataset(): Promise<number>;
  /** Tells the planner what is there now: without it the first questions are planned for empty tables. */
  analyse(): Promise<void>;
  commit(): Promise<void>;
  /** Undoes what was not committed. */
  close(): Promise<void>;
}

/**
 * Opens the database as its subgraph does, with tables and with rules that are data. A second loader waits here until
 * the first is done.
 *
 * @param firstTable has rows as soon as the subgraph has any of its own.
 */
export async function openLoadingSession(
  definition: SubgraphDefinition<unknown>,
  { firstTable, url }: { readonly firstTable: string; readonly url: string },
): Promise<LoadingSession> {
  const database = await openDatabase({
    url,
    entities: [LogEntry, ...definition.entities],
    migrations: [...foundations, ...definition.migrations],
    timers: definition.timers !== undefined,
  });
  try {
    await definition.seed?.(database);
    const runner = database.createQueryRunner();
    // The role's own limits are for requests.
    await runner.query(
      "SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0",
    );
    await runner.startTransaction();
    await runner.query("SELECT pg_advisory_xact_lock(hashtext('whistlegraph:dataset'))");
    const [{ isEmpty, dataset }] = await runner.query(
      `SELECT NOT EXISTS (SELECT FROM log_entry) AND NOT EXISTS (SELECT FROM ${firstTable}) AS "isEmpty",
              (SELECT payload FROM log_entry WHERE kind = $1) AS dataset`,
      [LOADED],
    );
    return {
      subgraph: definition.name,
      transaction: runner.manager,
      isEmpty,
      dataset,
      async recordLoaded(loaded) {
        const actor = { principal: servicePrincipal(definition.name), at: startOfDay(loaded.today) };
        await record(runner.manager, actor, { subject: "dataset", kind: LOADED, payload: { ...loaded } });
        await runner.query(
          `UPDATE log_entry SET position = 1 + (SELECT coalesce(max(position), 0) FROM log_entry)
           WHERE position IS NULL`,
        );
      },
      async endOfDataset() {
        const [{ position }] = await runner.query("SELECT position FROM log_entry WHERE kind = $1", [LOADED]);
        return position;
      },
      analyse: () => runner.query("ANALYZE"),
      commit: () => runner.commitTransaction(),
      async close() {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
