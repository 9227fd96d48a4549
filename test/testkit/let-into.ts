import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";

/** Lets nobody into a database any more, and those in it out; or lets its users in again. */
export async function letInto(url: string, allowed: boolean): Promise<void> {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const admin = new Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  try {
    await admin.query(`ALTER DATABASE ${escapeIdentifier(database)} ALLOW_CONNECTIONS ${allowed}`);
    if (allowed) return;
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
      database,
    ]);
  } finally {
    await admin.end();
  }
}
