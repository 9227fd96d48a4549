import { urlOf } from "../../subgraphs/shared/http.ts";
import type { Issuer } from "../issuer/issuer.ts";
import { phase } from "../phase.ts";
import { startGatewayWorkers } from "../workers/gateway-workers.ts";
import { openIdentity } from "./identity.ts";
import type { Shape } from "./shape.ts";
import { startSubgraphProcesses } from "./subgraph-processes.ts";

/** Each subgraph in a process of its own, and before them the gateway: in this process, or in several workers. */
export async function openInProcesses(shape: Shape): Promise<Issuer | undefined> {
  const { settings, databaseUrls, sourceUrls, privateKey, clock, log, opened } = shape;
  const { HOST, PORT, WORKERS: count = 1, GATEWAY_HEAP_MB: heapMegabytes } = settings;
  const { subgraphUrls, mediaUrls } = settings;
  const gatewayUrl = urlOf(HOST, PORT);
  const environment = process.env;
  const subgraphs = await phase("Starting the subgraphs", () =>
    startSubgraphProcesses({
      databaseUrls,
      sourceUrls,
      mediaUrls,
      subgraphUrls,
      gatewayUrl,
      environment,
      log,
    }),
  );
  opened.push(subgraphs.stop);
  if (count === 1) {
    const { openGatewayProcess } = await import("./gateway-process.ts");
    const { issuer } = await openGatewayProcess(settings, privateKey, { opened, log });
    return issuer;
  }
  const { issuer } = await openIdentity(settings, subgraphUrls, { clock, log });
  const workers = startGatewayWorkers({ count, heapMegabytes, privateKey, environment, log });
  opened.push(workers.stop);
  await phase("Starting the gateway's workers", () => workers.ready);
  return issuer;
}
