import "reflect-metadata";
import type { JSONWebKeySet } from "jose";
import { openLog } from "../../../infra/log.ts";
import { openLocalSubgraphs } from "../../../infra/stack/local-subgraphs.ts";
import { connectRemoteSubgraphs } from "../../../infra/stack/remote-subgraphs.ts";
import { startStack } from "../../../infra/stack/stack.ts";
import { startSubgraphProcesses } from "../../../infra/stack/subgraph-processes.ts";
import { gatewayIdentity } from "../../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../../subgraphs/shared/signing-key.ts";

/** What the server under load is told at its start. */
export interface ServerOrder {
  readonly databaseUrls: readonly (readonly [string, string])[];
  readonly sourceUrls: readonly (readonly [string, string])[];
  /** Where each subgraph is to listen as a process of its own; absent: all of them in the server's process. */
  readonly subgraphUrls?: readonly (readonly [string, string])[];
  readonly identity: { readonly issuer: string; readonly audience: string; readonly keys: JSONWebKeySet };
  readonly port: number;
}

/** The stack as it is started for production, told over a channel what for. */
process.once("message", async (order: ServerOrder) => {
  const log = openLog("warn");
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const databaseUrls = new Map(order.databaseUrls);
  const sourceUrls = new Map(order.sourceUrls);
  const connections = order.subgraphUrls
    ? await openProcesses(new Map(order.subgraphUrls))
    : await openLocalSubgraphs({ databaseUrls, sourceUrls, feedIntervalMilliseconds: 60_000, log });
  await startStack({
    connections,
    gatewayKey,
    identity: order.identity,
    host: "127.0.0.1",
    port: order.port,
    clock: () => new Date(),
    log,
  });
  process.send?.("ready");

  async function openProcesses(subgraphUrls: ReadonlyMap<string, string>) {
    const gatewayUrl = `http://127.0.0.1:${order.port}`;
    const environment = { ...process.env, LOG_LEVEL: "warn" };
    await startSubgraphProcesses({ databaseUrls, sourceUrls, subgraphUrls, gatewayUrl, environment, log });
    return connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log });
  }
});
process.on("disconnect", () => process.exit());
