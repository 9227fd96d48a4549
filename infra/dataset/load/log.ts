import type { EntityManager } from "typeorm";
import type { LogRow } from "../world/tickets/ticket-story.ts";
import type { InsertRows } from "./insert-rows.ts";

/** The log while it is put together: ticket by ticket here, in the order of time there. */
export interface Log {
  add(rows: Iterable<LogRow>): Promise<void>;
  /** Writes all of it into the log, each entry with its place in the feed. */
  write(): Promise<void>;
}

/** Sorted by the server, which can do so on disk: a million tickets have ten million entries. */
export async function openLog(transaction: EntityManager, insert: InsertRows): Promise<Log> {
  const columns = "subject, kind, at, actor_id, actor_post, actor_unit, payload";
  await transaction.query(
    `CREATE TEMP TABLE told ON COMMIT DROP AS SELECT ${columns} FROM log_entry WITH NO DATA`,
  );
  await transaction.query("ALTER TABLE told ADD COLUMN turn bigint GENERATED ALWAYS AS IDENTITY");
  return {
    add: (rows) => insert("told", rows),
    async write() {
      await transaction.query(
        `INSERT INTO log_entry (position, ${columns})
         SELECT row_number() OVER (ORDER BY at, turn), ${columns} FROM told ORDER BY at, turn`,
      );
    },
  };
}
