import { mkdir } from "node:fs/promises";
import { anchorDay } from "../../../infra/dataset/load/anchor-day.ts";
import { loadDataset } from "../../../infra/dataset/load/load.ts";
import { openProgress } from "../../../infra/dataset/load/progress.ts";
import { startBusinessRegister } from "../../../infra/legacy/business-register/business-register-server.ts";
import { provisionPoliceArchive } from "../../../infra/legacy/police-archive/provision.ts";
import { startEmbeddedPostgres } from "../../../infra/postgres/embedded.ts";
import { provision } from "../../../infra/postgres/provision.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { freePort } from "../../testkit/free-port.ts";

export interface CaseDatabases {
  /** Each subgraph's own database, by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Departments' existing systems, by the subgraph that reads each. Empty: nobody asks them for anything here. */
  readonly sourceUrls: ReadonlyMap<string, string>;
  readonly cluster: string;
  stop(): Promise<void>;
}

/** A database for each subgraph with the demo dataset in it, on a PostgreSQL of its own. */
export async function openCaseDatabases(directory: string): Promise<CaseDatabases> {
  await mkdir(directory, { recursive: true });
  const postgres = await startEmbeddedPostgres({ directory, port: await freePort(), durable: true });
  const progress = openProgress("demo");
  try {
    const names = subgraphs.map(({ name }) => name);
    const urls = new Map(Object.entries(await provision(postgres.adminUrl, names)));
    const dataset = { scale: "demo", seed: 20_261_101, today: anchorDay(new Date()) } as const;
    await loadDataset(urls, dataset, progress.show);
    const register = await startBusinessRegister({ businesses: [], licences: [], key: "bench", listen: 0 });
    const { reader } = await provisionPoliceArchive(postgres.adminUrl);
    const sourceUrls = new Map([
      ["market-supervision", `${register.url}?key=bench`],
      ["public-security", reader],
    ]);
    const stop = async () => {
      await register.close();
      await postgres.stop();
    };
    return { urls, sourceUrls, cluster: postgres.cluster, stop };
  } catch (error) {
    await postgres.stop();
    throw error;
  } finally {
    progress.end();
  }
}
