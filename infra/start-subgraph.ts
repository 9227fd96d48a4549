import "reflect-metadata";
import { createRemoteJWKSet } from "jose";
import { gatewayIdentity, subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import { graphOverHttp, untilEventOverHttp } from "../subgraphs/shared/graph-client.ts";
import { serveSubgraph } from "../subgraphs/shared/server.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { openSubgraph, type SubgraphDefinition } from "../subgraphs/shared/subgraph.ts";
import { readContract } from "./contract.ts";
import { follow } from "./following.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import { refuseTakenPort } from "./port.ts";
import { proveOpen } from "./postgres/connect.ts";
import { readSettings, variableOf } from "./settings.ts";
import { StartupError } from "./startup-error.ts";
import { makeRoomForSocket, socketPathOf } from "./unix-socket.ts";

/** Found by name, so that a department's process loads no other department's code. */
async function definitionOf(name: string): Promise<SubgraphDefinition<unknown>> {
  const module = await import(`../subgraphs/${name}/${name}.subgraph.ts`);
  const definition = Object.values(module as Record<string, SubgraphDefinition<unknown>>).find(
    (exported) => exported.name === name,
  );
  if (!definition) throw new Error(`${name}.subgraph.ts defines no subgraph ${name}`);
  return definition;
}

/** One subgraph as a process of its own: `node --import tsx infra/start-subgraph.ts <name>`. */
await runUntilStopped(async (opened) => {
  const { subgraphs } = await readContract();
  const names = subgraphs.map(({ name }) => name);
  const name = names.find((each) => each === process.argv[2]);
  if (!name) throw new StartupError(`Name one of the subgraphs: ${names.join(", ")}.`);
  const settings = readSettings(process.env, subgraphs);
  const databaseUrl = settings.databaseUrls.get(name);
  if (!databaseUrl) {
    throw new StartupError(
      `Set ${variableOf("DATABASE_URL", name)} to the database of the ${name} subgraph.`,
    );
  }
  const url = settings.subgraphUrls.get(name) ?? "";
  const port = Number(new URL(url).port || 80);
  const socket = socketPathOf(url);
  const place = { of: `The ${name} subgraph`, setting: variableOf("SUBGRAPH_URL", name) };
  if (socket === undefined) await refuseTakenPort(port, settings.HOST, place);
  else await makeRoomForSocket(socket, place);
  await proveOpen(databaseUrl);
  const log = openLog(settings.LOG_LEVEL).child({ subgraph: name });
  const key = await openSigningKey(subgraphIdentity(name));
  const token = () => key.sign({}, gatewayIdentity);
  const graph = graphOverHttp(settings.GATEWAY_URL, token);
  const untilEvent = untilEventOverHttp(settings.GATEWAY_URL, token);
  const clock = () => new Date();
  const definition = await definitionOf(name);
  const sourceUrl = settings.sourceUrls.get(name);
  if (definition.openSource && !sourceUrl) {
    throw new StartupError(
      `Set ${variableOf("SOURCE_URL", name)} to the department's existing system that the ${name} subgraph reads.`,
    );
  }
  const subgraph = await openSubgraph(definition, {
    databaseUrl,
    sourceUrl,
    mediaUrl: settings.mediaUrls.get(name),
    graph,
    untilEvent,
    clock,
    log,
  });
  opened.push(() => subgraph.close());
  if (name === "tickets" && settings.WHISTLE_PROFILES) {
    const { loadProfileFolder } = await import("./profile-files.ts");
    await loadProfileFolder(subgraph, settings.WHISTLE_PROFILES);
  }
  const server = await serveSubgraph(subgraph, {
    // A restarted gateway signs with a new key: look again as soon as an unknown one turns up.
    gatewayKeys: createRemoteJWKSet(new URL("/.well-known/jwks.json", settings.GATEWAY_URL), {
      cooldownDuration: 1_000,
    }),
    jwks: key.jwks,
    host: settings.HOST,
    port,
    socket,
    log,
  });
  opened.push(() => server.close());
  opened.push(follow({ subgraph, intervalMilliseconds: settings.FEED_INTERVAL_MS, clock, log }));
  log.info({ url: server.url }, "subgraph ready");
});
