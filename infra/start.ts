import "reflect-metadata";
import { parseArgs } from "node:util";
import { urlOf } from "../subgraphs/shared/http.ts";
import { buildConsoleBeside } from "./console-build.ts";
import { readContract } from "./contract.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import type { Opened } from "./opened.ts";
import { refuseTakenPort } from "./port.ts";
import { readyLine } from "./ready-line.ts";
import { readSettings, type Settings, settingsRows, variableOf } from "./settings.ts";
import { openDatabases } from "./stack/databases.ts";
import { loadFirstDataset } from "./stack/first-dataset.ts";
import { openSources } from "./stack/sources.ts";
import { StartupError } from "./startup-error.ts";
import { gatewayPrivateKey } from "./workers/gateway-key.ts";

const usage =
  (): string => `Starts Whistlegraph: PostgreSQL, every subgraph, the gateway, its console and its explorer.

  npm start                   everything in one process
  npm start -- --processes    each subgraph in a process of its own, asked over HTTP
  WORKERS=cores npm start     the same, and a gateway process for each core behind the one port

Settings are environment variables:

${settingsRows
  .map(([variable, standard, meaning]) => `  ${variable}\n      ${meaning} (${standard})\n`)
  .join("")
  .replaceAll("`", "")}`;

await runUntilStopped(async (opened) => {
  const options = readOptions();
  if (options.help) process.stdout.write(usage());
  else await start(options.processes, opened);
});

async function start(inProcesses: boolean, opened: Opened): Promise<void> {
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const { HOST, PORT, WORKERS = 1, GATEWAY_KEY_FILE, WHISTLE_PROFILES, LOG_LEVEL } = settings;
  // Gateways in several processes cannot share subgraphs that live in one of them.
  const apart = inProcesses || WORKERS > 1;
  await refuseTakenPorts(settings, apart);
  if (WHISTLE_PROFILES) await (await import("./profile-files.ts")).readProfileFolder(WHISTLE_PROFILES);
  const privateKey = await gatewayPrivateKey(GATEWAY_KEY_FILE);
  const log = openLog(LOG_LEVEL);
  const clock = () => new Date();

  const consoleBuilt = buildConsoleBeside(log);
  const databases = await openDatabases(settings, subgraphs);
  opened.push(databases.close);
  await loadFirstDataset(settings, databases.urls, clock);
  // The greater part of the code is loaded only now: whoever is refused above need not wait for it.
  const open = apart
    ? (await import("./stack/in-processes.ts")).openInProcesses
    : (await import("./stack/in-one-process.ts")).openInOneProcess;
  const { urls: databaseUrls, adminUrl } = databases;
  const sourceUrls = await openSources(settings, { adminUrl, clock, opened });
  await consoleBuilt;
  const issuer = await open({ settings, databaseUrls, sourceUrls, privateKey, clock, log, opened });
  const seconds = performance.now() / 1000;
  process.stdout.write(await readyLine({ url: urlOf(HOST, PORT), issuer, now: clock(), seconds }));
}

async function refuseTakenPorts({ HOST, PORT, subgraphUrls }: Settings, inProcesses: boolean): Promise<void> {
  await refuseTakenPort(PORT, HOST, { of: "The gateway", setting: "PORT" });
  if (!inProcesses) return;
  for (const [name, url] of subgraphUrls) {
    const subgraph = { of: `The ${name} subgraph`, setting: variableOf("SUBGRAPH_URL", name) };
    const { port } = new URL(url);
    if (port) await refuseTakenPort(Number(port), "127.0.0.1", subgraph);
  }
}

function readOptions(): { processes: boolean; help: boolean } {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({ options: { processes: flag, help: flag } }).values;
  } catch (error) {
    throw new StartupError(`${(error as Error).message.replace(/\.?$/, ".")} See npm start -- --help.`, {
      cause: error,
    });
  }
}
