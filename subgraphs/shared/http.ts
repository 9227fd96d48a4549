import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { refuse } from "./errors.ts";

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Takes a connection over for another protocol, or ends it. It counts as no request: whoever takes it closes it. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** Requests that are still answered while the server is being stopped, because others under way depend on them. */
  readonly admittedToTheLast?: (request: IncomingMessage) => boolean;
  /** Takes WebSockets; where it is absent, a request to upgrade is answered as any other. */
  readonly upgrade?: Upgrade | undefined;
  /** How long a request under way may hold up a stop. */
  readonly drainMilliseconds?: number;
}

export interface HttpServer {
  readonly url: string;
  /** Refuses new requests and waits for those under way, for a limited time. */
  drain(): Promise<void>;
  /** Drains, then closes every connection. */
  close(): Promise<void>;
}

/** The address under which a server on `host` is found from the same machine. */
export function urlOf(host: string, port: number): string {
  const name = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Listens for HTTP requests. What a route throws is answered here, and only here. */
export async function listen(
  route: Route,
  { host, port, log, upgrade, admittedToTheLast = () => false, drainMilliseconds = 10_000 }: HttpSettings,
): Promise<HttpServer> {
  const underWay = new Set<ServerResponse>();
  let nothingUnderWay = () => {};
  let drained: Promise<void> | undefined;

  const server = createServer(
    { keepAliveTimeout: 60_000, requestTimeout: 30_000, headersTimeout: 15_000 },
    async (request, response) => {
      underWay.add(response);
      response.once("close", () => {
        underWay.delete(response);
        if (underWay.size === 0) nothingUnderWay();
      });
      try {
        if (drained) response.setHeader("connection", "close");
        if (drained && !admittedToTheLast(request)) throw refuse("STOPPING");
        await route(request, response);
      } catch (error) {
        sendFailure(response, error, log);
      }
    },
  );
  if (upgrade) server.on("upgrade", upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

  const drain = () => {
    drained ??= new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, drainMilliseconds);
      nothingUnderWay = () => {
        clearTimeout(limit);
        resolve();
      };
      if (underWay.size === 0) nothingUnderWay();
    });
    return drained;
  };
  return {
    url: urlOf(host, (server.address() as AddressInfo).port),
    drain,
    async close() {
      await drain();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The body, refused when it is larger than `maximumBytes`; empty for a request without one. */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Read to its end even when too large: a connection cut while the caller sends would lose our refusal.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maximumBytes) chunks.push(chunk);
  }
  if (size <= maximumBytes) return Buffer.concat(chunks).toString("utf8");
  const megabytes = maximumBytes / 1024 / 1024;
  throw badBody(`is larger than ${megabytes} MB`, `超过 ${megabytes} MB`);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody("is not JSON", "不是 JSON");
  }
}

export const badBody = (problem: string, problemZh: string): GraphQLError =>
  refuse("BAD_INPUT", { field: "body", problem, problemZh });

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  UNSIGNED_REQUEST: 401,
  INTERNAL_SERVER_ERROR: 500,
  STOPPING: 503,
};

/** A refusal is said to the caller. Anything else is ours: the log keeps it whole, the caller gets a reference. */
function sendFailure(response: ServerResponse, error: unknown, log: Logger): void {
  const refused = error instanceof GraphQLError ? error : unforeseen(error, log);
  if (response.headersSent) response.destroy();
  else sendJson(response, statuses[String(refused.extensions.code)] ?? 400, { errors: [refused.toJSON()] });
}

function unforeseen(error: unknown, log: Logger): GraphQLError {
  const reference = randomUUID();
  log.error({ reference, err: error }, "a request failed");
  return refuse("INTERNAL_SERVER_ERROR", { reference });
}
