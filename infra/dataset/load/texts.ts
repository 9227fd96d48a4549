import type { EntityManager } from "typeorm";
import { TermCounts } from "../../../subgraphs/tickets/text/term-counts.ts";
import { textsToKeep } from "../../../subgraphs/tickets/text/ticket-text.store.ts";
import type { InsertRows } from "./insert-rows.ts";

/** Tickets whose texts are read in one go: nobody is waiting. */
const TEXTS = 2_000;

/** What tickets are searched by and what is common among them, at once: nothing is left to be worked off beside those who ask. */
export async function keepTexts(transaction: EntityManager, insert: InsertRows): Promise<void> {
  const counts = new TermCounts();
  await withoutIndex(transaction, "ticket_text_terms", async () => {
    for await (const texts of textsToKeep(transaction, TEXTS, counts)) await insert("ticket_text", texts);
  });
  await insert("term_frequency", counts.rows());
  // Rows of the same transaction: nobody else has counted them for the planner, and they are looked through next.
  await transaction.query("ANALYZE ticket_text, term_frequency");
}

/** An index of words made once takes a twentieth of the time it takes row by row. */
async function withoutIndex(
  transaction: EntityManager,
  index: string,
  fill: () => Promise<void>,
): Promise<void> {
  const [{ definition }] = await transaction.query("SELECT pg_get_indexdef($1::regclass) AS definition", [
    index,
  ]);
  await transaction.query(`DROP INDEX ${index}`);
  await fill();
  await transaction.query("SET LOCAL maintenance_work_mem = '256MB'");
  await transaction.query(definition);
}
