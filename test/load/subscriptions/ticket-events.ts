import { Client } from "pg";

/** One ticket that everybody follows, and the changes to it. */
export interface TicketEvents {
  readonly number: string;
  readonly district: string;
  /** Position of the last entry in the log before the first of ours. */
  readonly after: number;
  /** One change as the subgraph makes it, from another process: the row and its log entry in one transaction. */
  write(index: number): Promise<void>;
  close(): Promise<void>;
}

export async function openTicketEvents(connectionString: string): Promise<TicketEvents> {
  const tickets = new Client({ connectionString });
  await tickets.connect();
  const {
    rows: [ticket],
  } = await tickets.query<{ number: string; district: string }>(
    "SELECT number, district_code AS district FROM ticket WHERE handling_unit_code IS NOT NULL ORDER BY number LIMIT 1",
  );
  if (!ticket) throw new Error("the dataset has no ticket");
  const { number, district } = ticket;
  const {
    rows: [log],
  } = await tickets.query<{ position: number }>(
    "SELECT coalesce(max(position), 0) AS position FROM log_entry",
  );
  return {
    number,
    district,
    after: log?.position ?? 0,

    async write(index) {
      const at = new Date();
      await tickets.query("BEGIN");
      await tickets.query("UPDATE ticket SET version = version + 1 WHERE number = $1", [number]);
      await tickets.query(
        `INSERT INTO log_entry (subject, kind, at, actor_id, actor_post, actor_unit, payload)
         VALUES ($1, $2, $3, 'load', 'SERVICE', 'load', '{}')`,
        [number, `LOAD_${index}`, at],
      );
      await tickets.query("COMMIT");
    },

    close: () => tickets.end(),
  };
}
