import "reflect-metadata";
import { parseArgs } from "node:util";
import { readContract } from "../contract.ts";
import { runUntilStopped } from "../main.ts";
import { readSettings, variableOf } from "../settings.ts";
import { StartupError } from "../startup-error.ts";
import { isArchiveFilled, loadPoliceArchive } from "./police-archive/load.ts";
import { provisionPoliceArchive } from "./police-archive/provision.ts";
import { sampleWorld } from "./sample-world.ts";

const sourceVariable = variableOf("SOURCE_URL", "public-security");

const usage = `Makes the sample of a department's old system on the server of DATABASE_URL: the police archive (警务档案库).

  node --import tsx infra/legacy/make-police-archive.ts

${sourceVariable} says which role reads it, with what password, in which database: all three are made. It holds what
the police know of the dataset of DATASET_SCALE and DATASET_SEED. May be repeated: what is there already stays.
`;

await runUntilStopped(async () => {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const { DATABASE_URL: adminUrl, sourceUrls } = settings;
  const reader = sourceUrls.get("public-security");
  if (!adminUrl || !reader) {
    throw new StartupError(
      `Set DATABASE_URL to the server, and ${sourceVariable} to the role that is to read the archive there.`,
    );
  }
  const { owner } = await provisionPoliceArchive(adminUrl, { reader });
  const world = (await isArchiveFilled(owner)) ? undefined : await sampleWorld(settings, () => new Date());
  const filled = world ? await loadPoliceArchive(owner, world) : false;
  const { host, pathname, username } = new URL(reader);
  process.stdout.write(
    `The police archive (sample) is database ${pathname.slice(1)} on ${host}, read by ${username}${filled ? "; filled" : ""}.\n`,
  );
});
