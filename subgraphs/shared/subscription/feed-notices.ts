import { Client } from "pg";
import type { Logger } from "pino";

/** A lost notice, or a connection that died without a word, delays what is new by this long at most, in milliseconds. */
const lookAnywayEvery = 10_000;
const longestPause = 5_000;

export interface FeedNoticesSettings {
  readonly databaseUrl: string;
  /** Called when there may be something new: after a notice, after a connection was made again, and now and then. */
  readonly onNotice: () => void;
  readonly log: Logger;
}

/**
 * Listens for the database's notices of new log entries, on a connection of its own, which is made again whenever it
 * breaks. Resolves once it listens; returns how to stop.
 */
export async function listenForEntries(settings: FeedNoticesSettings): Promise<() => Promise<void>> {
  const { databaseUrl, onNotice, log } = settings;
  let closed = false;
  let client: Client | undefined;
  let pause: NodeJS.Timeout | undefined;
  const anyway = setInterval(onNotice, lookAnywayEvery).unref();

  async function connect(): Promise<void> {
    const connecting = new Client({
      connectionString: databaseUrl,
      keepAlive: true,
      application_name: "feed",
    });
    let listens = false;
    connecting.on("notification", onNotice);
    connecting.on("error", (err) => log.debug({ err }, "the connection for notices broke"));
    connecting.once("end", () => {
      if (listens && !closed) again(0);
    });
    try {
      await connecting.connect();
      await connecting.query("LISTEN feed");
    } catch (error) {
      connecting.end().catch(() => undefined);
      throw error;
    }
    listens = true;
    client = connecting;
    if (closed) await connecting.end();
  }

  function again(attempt: number): void {
    pause = setTimeout(
      () => {
        connect().then(onNotice, () => !closed && again(attempt + 1));
      },
      Math.min(100 * 2 ** attempt, longestPause),
    );
  }

  const close = async (): Promise<void> => {
    closed = true;
    clearInterval(anyway);
    clearTimeout(pause);
    await client?.end().catch(() => undefined);
  };
  try {
    await connect();
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
