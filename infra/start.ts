import "reflect-metadata";
import { parseArgs } from "node:util";
import { gatewayIdentity } from "../subgraphs/shared/envelope.ts";
import { urlOf } from "../subgraphs/shared/http.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { readContract } from "./contract.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import type { Opened } from "./opened.ts";
import { phase } from "./phase.ts";
import { refuseTakenPort } from "./port.ts";
import { readyLine } from "./ready-line.ts";
import { readSettings, type Settings, settingsRows, variableOf } from "./settings.ts";
import type { Connections } from "./stack/connections.ts";
import { openDatabases } from "./stack/databases.ts";
import { loadFirstDataset } from "./stack/first-dataset.ts";
import { openIdentity } from "./stack/identity.ts";
import { StartupError } from "./startup-error.ts";

const usage = (): string => `Starts Whistlegraph: PostgreSQL, every subgraph, the gateway and its explorer.

  npm start                   everything in one process
  npm start -- --processes    each subgraph in a process of its own, asked over HTTP

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
  const { HOST: host, PORT: port, subgraphUrls } = settings;
  await refuseTakenPorts(settings, inProcesses);
  const log = openLog(settings.LOG_LEVEL);
  const clock = () => new Date();

  const databases = await openDatabases(settings, subgraphs);
  opened.push(databases.close);
  await loadFirstDataset(settings, databases.urls, clock);
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const identity = await openIdentity(settings, inProcesses ? subgraphUrls : new Map(), { clock, log });
  // The greater part of the code is loaded only now: whoever is refused above need not wait for it.
  const loading = import("./stack/stack.ts");
  const connections = await phase("Starting the subgraphs", inProcesses ? openProcesses : openLocally);
  const { startStack } = await loading;
  const stack = await startStack({
    connections,
    gatewayKey,
    ...identity,
    introspection: settings.INTROSPECTION,
    host,
    port,
    clock,
    log,
  });
  opened.push(() => stack.stop());
  const seconds = performance.now() / 1000;
  process.stdout.write(await readyLine({ url: stack.url, issuer: identity.issuer, now: clock(), seconds }));

  async function openLocally(): Promise<Connections> {
    const { openLocalSubgraphs } = await import("./stack/local-subgraphs.ts");
    const feedIntervalMilliseconds = settings.FEED_INTERVAL_MS;
    return openLocalSubgraphs({ databaseUrls: databases.urls, feedIntervalMilliseconds, log });
  }

  async function openProcesses(): Promise<Connections> {
    const { openProcessSubgraphs } = await import("./stack/process-subgraphs.ts");
    const { urls: databaseUrls } = databases;
    const gatewayUrl = urlOf(host, port);
    const environment = process.env;
    return openProcessSubgraphs({ databaseUrls, subgraphUrls, gatewayUrl, gatewayKey, environment, log });
  }
}

async function refuseTakenPorts({ HOST, PORT, subgraphUrls }: Settings, inProcesses: boolean): Promise<void> {
  await refuseTakenPort(PORT, HOST, { of: "The gateway", setting: "PORT" });
  if (!inProcesses) return;
  for (const [name, url] of subgraphUrls) {
    const subgraph = { of: `The ${name} subgraph`, setting: variableOf("SUBGRAPH_URL", name) };
    await refuseTakenPort(Number(new URL(url).port), "127.0.0.1", subgraph);
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
