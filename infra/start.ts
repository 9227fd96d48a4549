import "reflect-metadata";
import { parseArgs } from "node:util";
import { subgraphs } from "../schema/subgraphs.ts";
import { gatewayIdentity } from "../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import { refuseTakenPort } from "./port.ts";
import { readyLine } from "./ready-line.ts";
import { readSettings } from "./settings.ts";
import type { Connections } from "./stack/connections.ts";
import { openDatabases } from "./stack/databases.ts";
import { openIdentity } from "./stack/identity.ts";
import { openLocalSubgraphs } from "./stack/local-subgraphs.ts";
import { connectRemoteSubgraphs } from "./stack/remote-subgraphs.ts";
import { startStack } from "./stack/stack.ts";
import { startSubgraphProcesses } from "./stack/subgraph-processes.ts";

const usage = `Starts Whistlegraph: PostgreSQL, every subgraph, the gateway and its explorer.

  npm start                   everything in one process
  npm start -- --processes    each subgraph in a process of its own, asked over HTTP

Settings are environment variables; the README lists them.
`;

const { values: options } = parseArgs({
  options: { processes: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

if (options.help) process.stdout.write(usage);
else await runUntilStopped(start);

async function start(): Promise<{ stop(): Promise<void> }> {
  const begun = Date.now();
  const names = subgraphs.map(({ name }) => name);
  const settings = readSettings(process.env, names);
  const log = openLog(settings.LOG_LEVEL);
  const clock = () => new Date();
  await refuseTakenPort(settings.PORT, settings.HOST, "PORT");

  const databases = await openDatabases(settings, names);
  const closing: (() => Promise<void>)[] = [databases.close];
  const stop = async () => {
    for (const close of closing.reverse()) await close();
  };
  try {
    const gatewayKey = await openSigningKey(gatewayIdentity);
    const services = options.processes ? settings.subgraphUrls : new Map<string, string>();
    const { identity, issuer, posts } = await openIdentity(settings, services, clock);
    const connections = await openConnections();
    const stack = await startStack({
      connections,
      gatewayKey,
      identity,
      ...(posts ? { posts } : {}),
      host: settings.HOST,
      port: settings.PORT,
      clock,
      log,
    });
    closing.push(() => stack.stop());
    process.stdout.write(
      await readyLine({ url: stack.url, issuer, now: clock(), seconds: (Date.now() - begun) / 1000 }),
    );
    return { stop };

    async function openConnections(): Promise<Connections> {
      const local = {
        databaseUrls: databases.urls,
        feedIntervalMilliseconds: settings.FEED_INTERVAL_MS,
        log,
      };
      if (!options.processes) return openLocalSubgraphs(local);
      const processes = await startSubgraphProcesses({
        databaseUrls: databases.urls,
        subgraphUrls: settings.subgraphUrls,
        gatewayUrl: `http://127.0.0.1:${settings.PORT}`,
        environment: process.env,
        log,
      });
      closing.push(() => processes.stop());
      return connectRemoteSubgraphs({ subgraphUrls: settings.subgraphUrls, gatewayKey, log });
    }
  } catch (error) {
    await stop();
    throw error;
  }
}
