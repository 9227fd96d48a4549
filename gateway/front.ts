import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeJwt, type JSONWebKeySet } from "jose";
import type { Logger } from "pino";
import { subgraphIdentity } from "../subgraphs/shared/envelope.ts";
import { refuse } from "../subgraphs/shared/errors.ts";
import { type ArrivalLimits, type HttpServer, letStand, listen, sendJson } from "../subgraphs/shared/http.ts";
import type { Gateway } from "./gateway.ts";
import { answerCrossOrigin } from "./limits/cross-origin.ts";
import { watchEventLoop } from "./limits/event-loop-delay.ts";
import { type Load, maximumLoad, overload } from "./limits/load-shedding.ts";
import { refuseUnfit } from "./limits/unfit-request.ts";
import { wantsEvents } from "./subscriptions/event-streams.ts";
import type { Subscriptions } from "./subscriptions/subscriptions.ts";
import { mediaPath } from "./uploads/media-answer.ts";

export interface FrontSettings {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly gateway: Gateway;
  /** The gateway's public keys, by which subgraphs know its envelopes. */
  readonly jwks: JSONWebKeySet;
  /** Our own pages and what they are made of, asked in turn; each says whether the request was its own. */
  readonly pages: readonly ((request: IncomingMessage, response: ServerResponse) => boolean)[];
  /** State of each subgraph, by name. */
  readonly subgraphHealth: () => Promise<Readonly<Record<string, string>>>;
  /** Takes those who want to be told of changes; without it nobody is. */
  readonly subscriptions?: Pick<Subscriptions, "upgrade" | "serveEvents">;
  /** Origins whose pages may ask the graph beside our own; `*` for all. None unless said otherwise. */
  readonly allowedOrigins?: ReadonlySet<string>;
  /** How long a request may take to arrive. */
  readonly arrival?: ArrivalLimits;
  /** Beyond this, operations are refused until there is less to do. */
  readonly maximumLoad?: Load;
}

const paths = { graphql: "/graphql", explorer: "/explorer" } as const;
const keysPath = "/.well-known/jwks.json";

/** The gateway's doors. A department that is down does not close them: the rest of an answer still stands. */
export async function openFront(settings: FrontSettings): Promise<HttpServer> {
  const { host, port, log } = settings;
  const maximum = settings.maximumLoad ?? maximumLoad;
  const lateness = watchEventLoop();
  const server = await listen((request, response) => route(settings, request, response), {
    host,
    port,
    log,
    arrival: settings.arrival,
    admittedToTheLast: isForRequestUnderWay,
    upgrade: settings.subscriptions?.upgrade,
    admit(request, underWay) {
      const refusal = overload({ underWay, delay: lateness.milliseconds() }, maximum);
      if (refusal && asksTheGraph(request) && !isForRequestUnderWay(request)) throw refusal;
    },
  });
  return {
    ...server,
    async close() {
      await server.close();
      lateness.stop();
    },
  };
}

const noOrigins: ReadonlySet<string> = new Set();

async function route(
  settings: FrontSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { gateway, subscriptions, jwks, pages, subgraphHealth, allowedOrigins = noOrigins } = settings;
  const path = pathOf(request);
  if (path === paths.graphql) {
    if (answerCrossOrigin(request, response, allowedOrigins)) return;
    if (subscriptions && wantsEvents(request)) {
      letStand(response);
      await subscriptions.serveEvents(request, response);
    } else {
      refuseUnfit(request);
      await gateway.handle(request, response);
    }
  } else if (path.startsWith(mediaPath)) {
    if (answerCrossOrigin(request, response, allowedOrigins)) return;
    onlyRead(request);
    await gateway.giveMedia(request, response);
  } else if (path === "/health/live") {
    onlyRead(request);
    sendJson(response, 200, { status: "live" });
  } else if (path === "/health/ready") {
    onlyRead(request);
    sendJson(response, 200, { status: "ready", subgraphs: await subgraphHealth() });
  } else if (path === keysPath) {
    onlyRead(request);
    sendJson(response, 200, jwks);
  } else if (!pages.some((page) => page(request, response))) {
    throw refuse("NO_SUCH_PATH", paths);
  }
}

function onlyRead(request: IncomingMessage): void {
  const { method = "" } = request;
  if (method === "GET" || method === "HEAD") return;
  throw refuse("METHOD_NOT_ALLOWED", { path: pathOf(request), method, allowed: "GET, HEAD" });
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?", 1)[0] ?? "";

/** A file is given by an answer of the graph's, and by its bytes on top. */
const asksTheGraph = (request: IncomingMessage): boolean =>
  pathOf(request) === paths.graphql || pathOf(request).startsWith(mediaPath);

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
