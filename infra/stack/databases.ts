import { phase } from "../phase.ts";
import { proveOpen } from "../postgres/connect.ts";
import { startEmbeddedPostgres } from "../postgres/embedded.ts";
import { provision } from "../postgres/provision.ts";
import type { Settings } from "../settings.ts";

export interface Databases {
  /** Each subgraph's own database, by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** The administrator of the server they are on; absent where each is given ready made. */
  readonly adminUrl: string | undefined;
  close(): Promise<void>;
}

/**
 * A database and a login role per subgraph: made on the embedded PostgreSQL or on the server of `DATABASE_URL`, or
 * taken as they are where `DATABASE_URL_<SUBGRAPH>` names them.
 */
export async function openDatabases(
  settings: Settings,
  subgraphs: readonly { readonly name: string }[],
): Promise<Databases> {
  await Promise.all([...settings.databaseUrls.values()].map(proveOpen));
  const toProvision = subgraphs.map(({ name }) => name).filter((name) => !settings.databaseUrls.has(name));
  if (toProvision.length === 0) {
    return { urls: settings.databaseUrls, adminUrl: settings.DATABASE_URL, close: async () => undefined };
  }

  const embedded = settings.DATABASE_URL
    ? undefined
    : await phase("Starting PostgreSQL", () =>
        startEmbeddedPostgres({
          directory: settings.DATA_DIRECTORY,
          port: settings.POSTGRES_PORT,
          durable: true,
        }),
      );
  try {
    const adminUrl = settings.DATABASE_URL ?? embedded?.adminUrl ?? "";
    const provisioned = await phase("Making a database for each subgraph", () =>
      provision(adminUrl, toProvision),
    );
    return {
      urls: new Map([...Object.entries(provisioned), ...settings.databaseUrls]),
      adminUrl,
      close: async () => embedded?.stop(),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
