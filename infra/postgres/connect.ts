import { Client } from "pg";
import { StartupError } from "../startup-error.ts";

/** Connects, or says in one line which server does not let which user in and why, without the password. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (cause) {
    const { host, username } = new URL(url);
    // A host name with several addresses fails with an AggregateError, whose message is empty.
    const { message, code } = cause as Error & { code?: string };
    throw new StartupError(`PostgreSQL at ${host} does not let ${username} in: ${message || code}`, {
      cause,
    });
  }
}

/** Proves a database before anything is started that needs it. */
export async function proveOpen(url: string): Promise<void> {
  const client = await connect(url);
  await client.end();
}
