import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildConsoleApart } from "../../gateway/console/build/build-apart.ts";
import { readContract } from "../../infra/contract.ts";
import { openLog } from "../../infra/log.ts";
import { Opened } from "../../infra/opened.ts";
import { readSettings } from "../../infra/settings.ts";
import { openDatabases } from "../../infra/stack/databases.ts";
import { loadFirstDataset } from "../../infra/stack/first-dataset.ts";
import { openInOneProcess } from "../../infra/stack/in-one-process.ts";
import { openSources } from "../../infra/stack/sources.ts";
import { gatewayPrivateKey } from "../../infra/workers/gateway-key.ts";
import { freePort } from "../testkit/free-port.ts";

export interface DemoStack {
  readonly url: string;
  stop(): Promise<void>;
}

/** What `npm start` starts, with the demo dataset, at an instant that stands still: pictures of it are alike every day. */
export async function startDemoStack(now: Date): Promise<DemoStack> {
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-pictures-"));
  const opened = new Opened();
  opened.push(() => rm(directory, { recursive: true, force: true }));
  const stop = async (): Promise<void> => {
    await opened.close();
  };
  try {
    await chmod(directory, 0o755); // PostgreSQL may run as another user
    const [PORT, POSTGRES_PORT] = [await freePort(), await freePort()];
    const { subgraphs } = await readContract();
    const settings = readSettings(
      {
        DATA_DIRECTORY: directory,
        PORT: String(PORT),
        POSTGRES_PORT: String(POSTGRES_PORT),
        LOG_LEVEL: "error",
      },
      subgraphs,
    );
    await buildConsoleApart();
    const clock = () => now;
    const databases = await openDatabases(settings, subgraphs);
    opened.push(databases.close);
    await loadFirstDataset(settings, databases.urls, clock);
    const sourceUrls = await openSources(settings, { adminUrl: databases.adminUrl, clock, opened });
    await openInOneProcess({
      settings,
      databaseUrls: databases.urls,
      sourceUrls,
      privateKey: await gatewayPrivateKey(undefined),
      clock,
      log: openLog("error"),
      opened,
    });
    return { url: `http://127.0.0.1:${PORT}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
