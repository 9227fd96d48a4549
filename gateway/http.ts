import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLError } from "graphql";
import { refuse } from "../subgraphs/shared/errors.ts";

/** A request body larger than this is refused: no operation of ours needs it. */
const maximumBodyBytes = 1024 * 1024;

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function listen(
  route: Route,
  { host, port }: { host: string; port: number },
): Promise<HttpServer> {
  const server = createServer(
    { keepAliveTimeout: 60_000, requestTimeout: 30_000, headersTimeout: 15_000 },
    route,
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { url: `http://${host}:${(server.address() as AddressInfo).port}`, close: () => drain(server) };
}

/** Stops taking requests and lets those under way finish. */
const drain = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** The parsed JSON body; `undefined` for a request without one. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBodyBytes) throw badBody("is larger than 1 MB", "超过 1 MB");
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw badBody("is not JSON", "不是 JSON");
  }
}

const badBody = (problem: string, problemZh: string): GraphQLError =>
  refuse("BAD_INPUT", { field: "body", problem, problemZh });

export function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(text);
}
