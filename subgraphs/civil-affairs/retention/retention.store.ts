import type { DataSource, EntityManager } from "typeorm";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";

/** Everything kept about persons, by the name under which its deletion is told. */
const keptTables = {
  // What is paid is needed, however long its review has been overdue.
  AID: { table: "aid", unless: "state = 'IN_PAYMENT'" },
  ELDERLY_LIVING_ALONE: { table: "elderly_living_alone", unless: "false" },
  DISABILITY: { table: "disability", unless: "false" },
  RESIDENTS_COMMITTEE: { table: "residents_committee", unless: "false" },
} as const;

type KeptTable = (typeof keptTables)[keyof typeof keptTables];

/** Records that one deletion takes at most: it holds nobody up for long, and comes again. */
const batch = 500;

interface Deleted {
  readonly districtCode: string;
  readonly count: number;
}

/**
 * Deletes what is past its last day (`isPastRetention`) and says in the log how many records of which kind went in which
 * district, and nothing of whom they were about. Returns how many went.
 */
export async function deletePastRetention(database: DataSource, actor: Actor): Promise<number> {
  const today = dayOf(actor.at);
  let gone = 0;
  for (const [kind, kept] of Object.entries(keptTables)) {
    gone += await database.transaction(async (transaction) => {
      const deleted = await deleteFrom(transaction, kept, today);
      for (const { districtCode, count } of deleted) {
        await record(transaction, actor, {
          subject: districtCode,
          kind: "RECORDS_DELETED",
          payload: { record: kind, count, retainedUntilBefore: today },
        });
      }
      return deleted.reduce((sum, { count }) => sum + count, 0);
    });
  }
  return gone;
}

/** Answers to mutations, kept for whoever asks again, hold the row once more: they go with it. */
const deleteFrom = (
  transaction: EntityManager,
  { table, unless }: KeptTable,
  today: Day,
): Promise<Deleted[]> =>
  transaction.query(
    `WITH past AS (
       SELECT ctid FROM ${table} WHERE retain_until < $1 AND NOT (${unless}) LIMIT ${batch} FOR UPDATE SKIP LOCKED
     ), gone AS (
       DELETE FROM ${table} USING past WHERE ${table}.ctid = past.ctid RETURNING to_jsonb(${table}) AS row
     ), answers AS (
       DELETE FROM idempotency_key USING gone
       WHERE answer->>'residentId' = row->>'resident_id'
         AND answer->>'number' IS NOT DISTINCT FROM row->>'number'
     )
     SELECT row->>'district_code' AS "districtCode", count(*)::int AS count FROM gone GROUP BY 1 ORDER BY 1`,
    [today],
  );
