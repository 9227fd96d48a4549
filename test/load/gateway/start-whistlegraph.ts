import "reflect-metadata";
import cluster from "node:cluster";
import { parseArgs } from "node:util";
import { openFront } from "../../../gateway/front.ts";
import { createGateway } from "../../../gateway/gateway.ts";
import { readSupergraph } from "../../../gateway/supergraph/supergraph.ts";
import { httpSubgraph } from "../../../gateway/transport/http-subgraph.ts";
import { openLog } from "../../../infra/log.ts";
import { gatewayIdentity } from "../../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../../subgraphs/shared/signing-key.ts";

/**
 * Our gateway as the stack starts it, in front of the town: its front, its guards, its transport, its envelopes. The
 * town asks for no token, so nobody is signed in.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    share: { type: "string", default: "requests" },
    "without-fast-lane": { type: "boolean", default: false },
    workers: { type: "string", default: "1" },
  },
});

if (cluster.isPrimary && values.workers !== "1") {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  for (let count = 0; count < Number(values.workers); count++) cluster.fork();
} else await serve();

async function serve(): Promise<void> {
  const [port, supergraphFile = "", ...subgraphs] = positionals;
  const log = openLog("error");
  const key = await openSigningKey(gatewayIdentity);
  const connections = subgraphs.map((each) => {
    const [name = "", url = ""] = each.split("=");
    const onFailure: Parameters<typeof httpSubgraph>[0]["onFailure"] = ({ error }) =>
      log.error({ err: error });
    return [
      name,
      httpSubgraph({ name, url: new URL(url).origin, key, onFailure, share: values.share !== "nothing" }),
    ] as const;
  });
  const gateway = await createGateway({
    supergraph: await readSupergraph(supergraphFile),
    subgraphs: new Map(connections),
    identify: async () => null,
    clock: () => new Date(),
    log,
    share: values.share === "requests",
    withoutFastLane: values["without-fast-lane"],
  });
  await openFront({
    host: "127.0.0.1",
    port: Number(port),
    log,
    gateway,
    jwks: key.jwks,
    pages: [],
    subgraphHealth: async () => ({}),
    // Between its runs a candidate is stopped: what it wakes up late by is no load.
    maximumLoad: { underWay: Number.POSITIVE_INFINITY, delay: Number.POSITIVE_INFINITY },
  });
}
