import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeJwt, type JSONWebKeySet } from "jose";
import type { Logger } from "pino";
import { subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import { type HttpServer, listen, sendJson } from "../subgraphs/shared/http.ts";
import type { Gateway } from "./gateway.ts";

export interface FrontSettings {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly gateway: Gateway;
  /** The gateway's public keys, by which subgraphs know its envelopes. */
  readonly jwks: JSONWebKeySet;
  /** Serves `/explorer`; says whether the request was its own. */
  readonly explorer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** State of each subgraph, by name. */
  readonly subgraphHealth: () => Promise<Readonly<Record<string, string>>>;
}

type Doors = Omit<FrontSettings, "host" | "port" | "log">;

const keysPath = "/.well-known/jwks.json";

/** The gateway's doors. A department that is down does not close them: the rest of an answer still stands. */
export const openFront = ({ host, port, log, ...doors }: FrontSettings): Promise<HttpServer> =>
  listen((request, response) => route(doors, request, response), {
    host,
    port,
    log,
    admittedToTheLast: isForRequestUnderWay,
  });

async function route(
  { gateway, jwks, explorer, subgraphHealth }: Doors,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/graphql") {
    await gateway.handle(request, response);
  } else if (path === "/health/live") {
    sendJson(response, 200, { status: "live" });
  } else if (path === "/health/ready") {
    sendJson(response, 200, { status: "ready", subgraphs: await subgraphHealth() });
  } else if (path === keysPath) {
    sendJson(response, 200, jwks);
  } else if (path === "/") {
    response.writeHead(307, { location: "/explorer" }).end();
  } else if (!explorer(request, response)) {
    sendJson(response, 404, { status: "not found", see: "/explorer" });
  }
}

/**
 * A department doing its part of a request under way may have to ask the others. Whether the token is good is judged
 * where every token is.
 */
function isForRequestUnderWay({ url, headers }: IncomingMessage): boolean {
  if (url === keysPath) return true;
  try {
    const { iss } = decodeJwt(headers.authorization?.replace(/^bearer /i, "") ?? "");
    return iss?.startsWith(subgraphIdentity("")) ?? false;
  } catch {
    return false;
  }
}
