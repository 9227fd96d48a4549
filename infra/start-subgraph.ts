import "reflect-metadata";
import { createRemoteJWKSet } from "jose";
import { subgraphs } from "../schema/subgraphs.ts";
import { gatewayIdentity, subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import { graphOverHttp } from "../subgraphs/shared/graph-client.ts";
import { serveSubgraph } from "../subgraphs/shared/server.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { openSubgraph } from "../subgraphs/shared/subgraph.ts";
import { follow } from "./following.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import { readSettings } from "./settings.ts";
import { StartupError } from "./startup-error.ts";

/** One subgraph as a process of its own: `node --import tsx infra/start-subgraph.ts <name>`. */
await runUntilStopped(async () => {
  const [name] = process.argv.slice(2);
  const definition = subgraphs.find((each) => each.name === name);
  if (!definition) {
    throw new StartupError(`Name one of the subgraphs: ${subgraphs.map((each) => each.name).join(", ")}.`);
  }
  const settings = readSettings(
    process.env,
    subgraphs.map((each) => each.name),
  );
  const databaseUrl = settings.databaseUrls.get(definition.name);
  if (!databaseUrl) {
    const variable = `DATABASE_URL_${definition.name.toUpperCase().replaceAll("-", "_")}`;
    throw new StartupError(`Set ${variable} to the database of the ${definition.name} subgraph.`);
  }

  const log = openLog(settings.LOG_LEVEL).child({ subgraph: definition.name });
  const key = await openSigningKey(subgraphIdentity(definition.name));
  const graph = graphOverHttp(settings.GATEWAY_URL, () => key.sign({}, gatewayIdentity));
  const subgraph = await openSubgraph(definition, { databaseUrl, graph, log });
  const server = await serveSubgraph(subgraph, {
    gatewayKeys: createRemoteJWKSet(new URL("/.well-known/jwks.json", settings.GATEWAY_URL), {
      cooldownDuration: 1_000,
    }),
    jwks: key.jwks,
    host: settings.HOST,
    port: Number(new URL(settings.subgraphUrls.get(definition.name) ?? "").port),
  });
  const unfollow = follow({ subgraph, intervalMilliseconds: settings.FEED_INTERVAL_MS, log });
  log.info({ url: server.url }, "subgraph ready");
  return {
    async stop() {
      await server.close();
      await unfollow();
      await subgraph.close();
    },
  };
});
