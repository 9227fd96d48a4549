import type { IncomingMessage, ServerResponse } from "node:http";
import type { JSONWebKeySet } from "jose";
import type { Gateway } from "./gateway.ts";
import { type HttpServer, listen, send } from "./http.ts";

export interface FrontSettings {
  readonly host: string;
  readonly port: number;
  readonly gateway: Gateway;
  /** The gateway's public keys, by which subgraphs know its envelopes. */
  readonly jwks: JSONWebKeySet;
  /** Serves `/explorer`; says whether the request was its own. */
  readonly explorer: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** State of each subgraph, by name. */
  readonly subgraphHealth: () => Promise<Readonly<Record<string, string>>>;
}

/** The gateway's doors. A department that is down does not close them: the rest of an answer still stands. */
export const openFront = ({ host, port, ...settings }: FrontSettings): Promise<HttpServer> =>
  listen((request, response) => route(settings, request, response), { host, port });

async function route(
  { gateway, jwks, explorer, subgraphHealth }: Omit<FrontSettings, "host" | "port">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/graphql") {
    await gateway.handle(request, response);
  } else if (path === "/health/live") {
    send(response, 200, { status: "live" });
  } else if (path === "/health/ready") {
    send(response, 200, { status: "ready", subgraphs: await subgraphHealth() });
  } else if (path === "/.well-known/jwks.json") {
    send(response, 200, jwks);
  } else if (path === "/") {
    response.writeHead(307, { location: "/explorer" }).end();
  } else if (!explorer(request, response)) {
    send(response, 404, { status: "not found", see: "/explorer" });
  }
}
