import "reflect-metadata";
import type { JSONWebKeySet } from "jose";
import { createIdentify } from "../../../gateway/access/identity.ts";
import { createGateway } from "../../../gateway/gateway.ts";
import { openSubscriptions } from "../../../gateway/subscriptions/subscriptions.ts";
import { readContract } from "../../../infra/contract.ts";
import { openLog } from "../../../infra/log.ts";
import { openLocalSubgraphs } from "../../../infra/stack/local-subgraphs.ts";
import { connectRemoteSubgraphs } from "../../../infra/stack/remote-subgraphs.ts";
import { startSubgraphProcesses } from "../../../infra/stack/subgraph-processes.ts";
import { gatewayIdentity } from "../../../subgraphs/shared/envelope.ts";
import { listen } from "../../../subgraphs/shared/http.ts";
import { openSigningKey } from "../../../subgraphs/shared/signing-key.ts";

/** What the server under load is told at its start. */
export interface ServerOrder {
  readonly databaseUrls: readonly (readonly [string, string])[];
  /** Where each subgraph is to listen as a process of its own; absent: all of them in the server's process. */
  readonly subgraphUrls?: readonly (readonly [string, string])[];
  readonly identity: { readonly issuer: string; readonly audience: string; readonly keys: JSONWebKeySet };
  readonly port: number;
}

/** The gateway with its subgraphs, as the stack has them, and its door for subscriptions. */
process.once("message", async (order: ServerOrder) => {
  const log = openLog("warn");
  const clock = () => new Date();
  const key = await openSigningKey(gatewayIdentity);
  const connections = await connect();
  const identify = createIdentify(order.identity);
  const gateway = await createGateway({
    supergraph: await readContract(),
    subgraphs: connections.subgraphs,
    identify,
    clock,
    log,
  });
  connections.connect(gateway);
  const subscriptions = openSubscriptions({ gateway, identify, clock, log });
  await listen(
    (request, response) =>
      request.url === "/.well-known/jwks.json"
        ? void response.end(JSON.stringify(key.jwks))
        : gateway.handle(request, response),
    { host: "127.0.0.1", port: order.port, log, upgrade: subscriptions.upgrade },
  );
  connections.follow(clock);
  process.send?.("ready");

  async function connect() {
    const databaseUrls = new Map(order.databaseUrls);
    if (!order.subgraphUrls)
      return openLocalSubgraphs({ databaseUrls, feedIntervalMilliseconds: 60_000, log });
    const subgraphUrls = new Map(order.subgraphUrls);
    await startSubgraphProcesses({
      databaseUrls,
      subgraphUrls,
      gatewayUrl: `http://127.0.0.1:${order.port}`,
      environment: { ...process.env, LOG_LEVEL: "warn" },
      log,
    });
    return connectRemoteSubgraphs({ subgraphUrls, gatewayKey: key, log });
  }
});
process.on("disconnect", () => process.exit());
