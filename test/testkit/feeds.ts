import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

const patience = 20_000;

/**
 * Waits until every consumer has applied all there is in the feeds it follows, as its database says. Followers run by
 * themselves, so this watches them from outside, in the same way whether they are in this process or not.
 */
export async function untilSettled(databaseUrls: ReadonlyMap<string, string>): Promise<void> {
  const clients = new Map<string, Client>();
  try {
    for (const [name, connectionString] of databaseUrls) {
      const client = new Client({ connectionString });
      await client.connect();
      clients.set(name, client);
    }
    const deadline = Date.now() + patience;
    for (;;) {
      const behind = await consumersBehind(clients);
      if (behind.length === 0) return;
      if (Date.now() > deadline) throw new Error(`feeds did not settle: ${behind.join("; ")}`);
      await wait(25);
    }
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end()));
  }
}

async function consumersBehind(clients: ReadonlyMap<string, Client>): Promise<string[]> {
  const behind: string[] = [];
  for (const [consumer, client] of clients) {
    const { rows } = await client.query<{ feed: string; position: number }>(
      "SELECT feed, position FROM feed_position",
    );
    for (const { feed, position } of rows) {
      // `ticketFeed` is the feed of `tickets`, `evaluationFeed` that of `evaluation`.
      const [, producer] = [...clients].find(([name]) => name.startsWith(feed.replace(/Feed$/, ""))) ?? [];
      const { rows: entries } =
        (await producer?.query<{ count: number }>("SELECT count(*)::int FROM log_entry")) ?? {};
      const count = entries?.[0]?.count ?? 0;
      if (position < count) behind.push(`${consumer} is at ${position} of ${count} in ${feed}`);
    }
  }
  return behind;
}
