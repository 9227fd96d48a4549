import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { GraphQLError } from "graphql";
import type { JSONWebKeySet, JWTVerifyGetKey } from "jose";
import { envelopeHeader, openEnvelope } from "./envelope.ts";
import { refuse } from "./errors.ts";
import type { RunningSubgraph, SubgraphRequest } from "./subgraph.ts";

const maximumBody = 10 * 1024 * 1024;

export interface SubgraphServerSettings {
  readonly gatewayKeys: JWTVerifyGetKey;
  /** The subgraph's own public keys, by which the gateway knows its service tokens. */
  readonly jwks: JSONWebKeySet;
  readonly host: string;
  readonly port: number;
}

export interface SubgraphServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a subgraph to the gateway, and to nobody else: every operation must arrive in an envelope it signed. */
export async function serveSubgraph(
  subgraph: RunningSubgraph,
  settings: SubgraphServerSettings,
): Promise<SubgraphServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    route(subgraph, settings, request, response).catch((error: unknown) => {
      const refused =
        error instanceof GraphQLError ? error : refuse("INTERNAL_SERVER_ERROR", { reference: "server" });
      const status = refused.extensions.code === "UNSIGNED_REQUEST" ? 401 : 400;
      sendJson(response, status, { errors: [refused.toJSON()] });
    });
  });
  const { host, port } = settings;
  await listen(server, port, host);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function route(
  subgraph: RunningSubgraph,
  { gatewayKeys, jwks }: SubgraphServerSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split("?")[0];
  if (request.method === "GET" && path === "/health/live") return sendJson(response, 200, { status: "live" });
  if (request.method === "GET" && path === "/health/ready") {
    const ready = await subgraph.ready().then(
      () => true,
      () => false,
    );
    return sendJson(response, ready ? 200 : 503, { status: ready ? "ready" : "database unavailable" });
  }
  if (request.method === "GET" && path === "/.well-known/jwks.json") return sendJson(response, 200, jwks);
  if (request.method !== "POST" || path !== "/graphql")
    return sendJson(response, 404, { status: "not found" });

  const sealed = request.headers[envelopeHeader]?.toString();
  const envelope = await openEnvelope(sealed, gatewayKeys, subgraph.name);
  const answer = await subgraph.execute(await readRequest(request), envelope);
  sendJson(response, 200, answer);
}

async function readRequest(request: IncomingMessage): Promise<SubgraphRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBody) throw badBody("is larger than 10 MB", "超过 10 MB");
    chunks.push(chunk);
  }
  try {
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (typeof body?.query === "string") return body;
  } catch {
    // Falls through: not JSON.
  }
  throw badBody("is not a GraphQL request in JSON", "不是 JSON 格式的 GraphQL 请求");
}

const badBody = (problem: string, problemZh: string): GraphQLError =>
  refuse("BAD_INPUT", { field: "body", problem, problemZh });

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
