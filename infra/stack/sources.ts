import { sampleWorld } from "../legacy/sample-world.ts";
import type { Opened } from "../opened.ts";
import { phase } from "../phase.ts";
import type { Settings } from "../settings.ts";
import { variableOf } from "../settings.ts";
import { StartupError } from "../startup-error.ts";

/** Where the sample of the business register listens is nobody's business but this process's. */
const registerKey = "sample";

export interface SourceSurroundings {
  /** The administrator of the PostgreSQL server, where there is one to make databases on. */
  readonly adminUrl: string | undefined;
  readonly clock: () => Date;
  readonly opened: Opened;
}

/**
 * The systems that departments had before, by the subgraph that reads each: where the settings say, or samples that are
 * started along, filled from the same world as the dataset.
 */
export async function openSources(
  settings: Settings,
  surroundings: SourceSurroundings,
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map(settings.sourceUrls);
  const samples = { "market-supervision": openBusinessRegister, "public-security": openPoliceArchive };
  for (const [subgraph, open] of Object.entries(samples)) {
    if (urls.has(subgraph)) continue;
    const url = await phase(`Starting the sample system that ${subgraph} reads`, () =>
      open(settings, surroundings),
    );
    urls.set(subgraph, url);
  }
  return urls;
}

async function openBusinessRegister(
  settings: Settings,
  { clock, opened }: SourceSurroundings,
): Promise<string> {
  const { startBusinessRegister } = await import("../legacy/business-register/business-register-server.ts");
  const { licenceRecords, registerRecord } = await import("../legacy/business-register/register-records.ts");
  const world = await sampleWorld(settings, clock);
  const enterprises = world ? [...world.enterprises()] : [];
  const register = await startBusinessRegister({
    businesses: enterprises.map(registerRecord),
    licences: enterprises.flatMap(licenceRecords),
    key: registerKey,
    listen: 0,
  });
  opened.push(() => register.close());
  return `${register.url}?key=${registerKey}`;
}

async function openPoliceArchive(
  settings: Settings,
  { adminUrl, clock }: SourceSurroundings,
): Promise<string> {
  if (adminUrl === undefined) {
    throw new StartupError(
      `Set ${variableOf("SOURCE_URL", "public-security")} to the police archive: without an administrator's DATABASE_URL no sample of it can be made.`,
    );
  }
  const { provisionPoliceArchive } = await import("../legacy/police-archive/provision.ts");
  const { owner, reader } = await provisionPoliceArchive(adminUrl);
  const { isArchiveFilled, loadPoliceArchive } = await import("../legacy/police-archive/load.ts");
  if (await isArchiveFilled(owner)) return reader;
  const world = await sampleWorld(settings, clock);
  if (world) await loadPoliceArchive(owner, world);
  return reader;
}
