import "reflect-metadata";
import { readContract } from "../../../infra/contract.ts";
import { openLog } from "../../../infra/log.ts";
import { runUntilStopped } from "../../../infra/main.ts";
import { readSettings } from "../../../infra/settings.ts";
import { openDatabases } from "../../../infra/stack/databases.ts";
import { openInOneProcess } from "../../../infra/stack/in-one-process.ts";
import { openSources } from "../../../infra/stack/sources.ts";
import { gatewayPrivateKey } from "../../../infra/workers/gateway-key.ts";

/**
 * The stack in one process, but for access records: `npm start` cannot be told to go without, so what they cost is measured
 * against this.
 */
await runUntilStopped(async (opened) => {
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const log = openLog(settings.LOG_LEVEL);
  const clock = () => new Date();
  const { urls: databaseUrls, adminUrl, close } = await openDatabases(settings, subgraphs);
  opened.push(close);
  const sourceUrls = await openSources(settings, { adminUrl, clock, opened });
  const privateKey = await gatewayPrivateKey(settings.GATEWAY_KEY_FILE);
  await openInOneProcess({
    settings,
    databaseUrls,
    sourceUrls,
    privateKey,
    clock,
    log,
    opened,
    recordAccess: false,
  });
});
