import type { IncomingMessage, ServerResponse } from "node:http";
import { Kind, parse } from "graphql";
import type { JSONWebKeySet, JWTVerifyGetKey } from "jose";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { envelopeHeader, envelopeOpener, instantHeader, type OpenEnvelope } from "./envelope.ts";
import { refuse } from "./errors.ts";
import { badBody, type HttpServer, listen, parseJson, readBody, sendJson } from "./http.ts";
import type { RunningSubgraph, SubgraphRequest } from "./subgraph.ts";
import { serveSubscriptions } from "./subscription/subscription-server.ts";
import { serveUploads, uploadPath } from "./upload-server.ts";

/** References are looked up in batches, so an operation may be larger than what a client may send. */
const maximumBodyBytes = 10 * 1024 * 1024;

export interface SubgraphServerSettings {
  readonly gatewayKeys: JWTVerifyGetKey;
  /** The subgraph's own public keys, by which the gateway knows its service tokens. */
  readonly jwks: JSONWebKeySet;
  readonly host: string;
  readonly port: number;
  /** Path of a Unix socket to listen at instead. */
  readonly socket?: string | undefined;
  readonly log: Logger;
}

/** Serves a subgraph to the gateway, and to nobody else: every operation must arrive in an envelope it signed. */
export async function serveSubgraph(
  subgraph: RunningSubgraph,
  { gatewayKeys, jwks, host, port, socket, log }: SubgraphServerSettings,
): Promise<HttpServer> {
  const open = envelopeOpener(gatewayKeys, subgraph.name);
  const doors = { subgraph, jwks, open, onlyAsks: queryCheck() };
  const { upgrade, close } = serveSubscriptions(subgraph, open);
  const server = await listen((request, response) => route(doors, request, response), {
    host,
    port,
    socket,
    log,
    upgrade,
  });
  return { ...server, close: async () => void (await Promise.all([close(), server.close()])) };
}

interface Doors {
  readonly subgraph: RunningSubgraph;
  readonly jwks: JSONWebKeySet;
  readonly open: OpenEnvelope;
  readonly onlyAsks: (document: string) => boolean;
}

async function route(
  { subgraph, jwks, open, onlyAsks }: Doors,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/graphql" && request.method === "POST") {
    const body = await readBody(request, maximumBodyBytes);
    const sealed = request.headers[envelopeHeader]?.toString();
    const instant = request.headers[instantHeader]?.toString();
    const envelope = await open({ sealed, instant, body });
    const operation = operationIn(body);
    if (envelope.queriesOnly && !onlyAsks(operation.query)) throw refuse("UNSIGNED_REQUEST");
    sendJson(response, 200, await subgraph.execute(operation, envelope));
  } else if (path === uploadPath || path?.startsWith(`${uploadPath}/`)) {
    await serveUploads(request, response, subgraph, open);
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

/** Whether a document holds nothing but queries. The gateway sends few distinct ones very often: each is read once. */
function queryCheck(): (document: string) => boolean {
  const known = new LRUCache<string, boolean>({ max: 2_000 });
  return (document) =>
    known.get(document) ?? known.set(document, isOnlyQueries(document)).get(document) ?? false;
}

function isOnlyQueries(text: string): boolean {
  try {
    return parse(text, { noLocation: true }).definitions.every(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === "query",
    );
  } catch {
    return false;
  }
}
