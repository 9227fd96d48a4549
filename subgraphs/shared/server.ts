import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONWebKeySet, JWTVerifyGetKey } from "jose";
import type { Logger } from "pino";
import { envelopeHeader, openEnvelope } from "./envelope.ts";
import { badBody, type HttpServer, listen, parseJson, readBody, sendJson } from "./http.ts";
import type { RunningSubgraph, SubgraphRequest } from "./subgraph.ts";

/** References are looked up in batches, so an operation may be larger than what a client may send. */
const maximumBodyBytes = 10 * 1024 * 1024;

export interface SubgraphServerSettings {
  readonly gatewayKeys: JWTVerifyGetKey;
  /** The subgraph's own public keys, by which the gateway knows its service tokens. */
  readonly jwks: JSONWebKeySet;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
}

/** Serves a subgraph to the gateway, and to nobody else: every operation must arrive in an envelope it signed. */
export const serveSubgraph = (
  subgraph: RunningSubgraph,
  { host, port, log, ...settings }: SubgraphServerSettings,
): Promise<HttpServer> =>
  listen((request, response) => route(subgraph, settings, request, response), { host, port, log });

async function route(
  subgraph: RunningSubgraph,
  { gatewayKeys, jwks }: Pick<SubgraphServerSettings, "gatewayKeys" | "jwks">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/graphql" && request.method === "POST") {
    const body = await readBody(request, maximumBodyBytes);
    const sealed = request.headers[envelopeHeader]?.toString();
    const envelope = await openEnvelope(sealed, gatewayKeys, subgraph.name, body);
    sendJson(response, 200, await subgraph.execute(operationIn(body), envelope));
  } else if (path === "/health/live") {
    sendJson(response, 200, { status: "live" });
  } else if (path === "/health/ready") {
    const ready = await subgraph.ready().then(
      () => true,
      () => false,
    );
    sendJson(response, ready ? 200 : 503, { status: ready ? "ready" : "database unavailable" });
  } else if (path === "/.well-known/jwks.json") {
    sendJson(response, 200, jwks);
  } else {
    sendJson(response, 404, { status: "not found" });
  }
}

function operationIn(body: string): SubgraphRequest {
  const parsed = parseJson(body) as SubgraphRequest | null;
  if (typeof parsed?.query !== "string") throw badBody("names no query", "缺少 query");
  return parsed;
}
