import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { chmod } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerOptions, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { refuse } from "./errors.ts";
import {
  answerTo,
  asMessage,
  type HttpAnswer,
  jsonAnswer,
  malformed,
  maximumHeaderBytes,
  refusalOfConnection,
} from "./refusal-over-http.ts";

export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Takes a connection over for another protocol, or ends it. It counts as no request: whoever takes it closes it. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  /** Path of a Unix socket to listen at instead, which nobody but the user of this process may use. */
  readonly socket?: string | undefined;
  readonly log: Logger;
  /** Requests that are still answered while the server is being stopped, because others under way depend on them. */
  readonly admittedToTheLast?: (request: IncomingMessage) => boolean;
  /** Throws a refusal before any of the body is read, by how many requests are under way, this one included. */
  readonly admit?: (request: IncomingMessage, underWay: number) => void;
  /** Takes WebSockets; where it is absent, a request to upgrade is answered as any other. */
  readonly upgrade?: Upgrade | undefined;
  /** How long a request may take to arrive. */
  readonly arrival?: ArrivalLimits | undefined;
  /** How long a request under way may hold up a stop. */
  readonly drainMilliseconds?: number;
}

/** In milliseconds. A client that sends too slowly is cut off at the next check after its time is over. */
export interface ArrivalLimits {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
}

export const arrivalLimits: ArrivalLimits = {
  headersTimeout: 10_000,
  requestTimeout: 25_000,
  connectionsCheckingInterval: 5_000,
};

/**
 * Connections that may wait to be taken. After a restart all who were connected come back at once; beyond Node's 511 the
 * kernel would pass over their calls, to be repeated after 1, 3 and 7 seconds. It holds no more than it is set up for.
 */
const backlog = 16_384;

const serverOptions = {
  keepAliveTimeout: 60_000,
  maxHeaderSize: maximumHeaderBytes,
  // Of two tokens or two types Node would take the first; joined, they are neither.
  joinDuplicateHeaders: true,
  // Node would answer for us, without a word of what is missing.
  requireHostHeader: false,
} satisfies ServerOptions;

/** Each connection costs a file descriptor, of which a process has some twenty thousand. */
const maximumConnections = 16_000;

/** A client that neither sends nor takes anything for so long is gone. */
const silenceMilliseconds = 120_000;

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
  {
    host,
    port,
    socket,
    log,
    upgrade,
    admit,
    admittedToTheLast = () => false,
    arrival = arrivalLimits,
    drainMilliseconds = 10_000,
  }: HttpSettings,
): Promise<HttpServer> {
  const underWay = new UnderWay();
  const latest = new WeakMap<Duplex, ServerResponse>();
  let drained: Promise<void> | undefined;

  const receive = async (request: IncomingMessage, response: CountedResponse): Promise<void> => {
    response.enter(underWay);
    latest.set(request.socket, response);
    try {
      if (drained) response.setHeader("connection", "close");
      if (request.headers.host === undefined && request.httpVersion === "1.1") {
        throw malformed("it names no host", "缺少 Host");
      }
      if (drained && !admittedToTheLast(request)) throw refuse("STOPPING");
      admit?.(request, underWay.count);
      await route(request, response);
    } catch (error) {
      // Whoever left while sending is owed no answer, and it is nobody's fault.
      if (request.destroyed && !request.complete) response.destroy();
      else sendFailure(response, error, log);
    }
  };
  const options = { ...serverOptions, ...arrival, ServerResponse: CountedResponse };
  const server = createServer(options, receive);
  server.maxConnections = maximumConnections;
  server.timeout = silenceMilliseconds;
  if (upgrade) server.on("upgrade", upgrade);
  server.on("checkExpectation", (_, response) =>
    sendFailure(response, malformed("it expects what no server here can do", "包含无法满足的 Expect"), log),
  );
  server.on("connect", (_, socket) => socket.end(asMessage(answerTo(refuse("METHOD_NOT_ALLOWED", tunnel)))));
  server.on("clientError", (error, socket) => refuseConnection(error, socket, latest.get(socket)));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket === undefined ? { port, host, backlog } : { path: socket, backlog }, () => {
      server.off("error", reject);
      resolve();
    });
  });
  if (socket !== undefined) await chmod(socket, 0o600);

  const drain = () => {
    drained ??= new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, drainMilliseconds);
      underWay.whenNone(() => {
        clearTimeout(limit);
        resolve();
      });
    });
    return drained;
  };
  return {
    url: socket === undefined ? urlOf(host, (server.address() as AddressInfo).port) : `unix:${socket}`,
    drain,
    async close() {
      await drain();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const tunnel = { path: "/", method: "CONNECT", allowed: "GET, POST" };

/** Requests under way. A number, not a set of them: what a set has held outlives itself in V8's old generation. */
class UnderWay {
  count = 0;
  #onNone = () => {};

  leave(): void {
    this.count -= 1;
    if (this.count === 0) this.#onNone();
  }

  whenNone(onNone: () => void): void {
    this.#onNone = onNone;
    if (this.count === 0) onNone();
  }
}

/** Counts as under way from its beginning until it is closed. */
class CountedResponse extends ServerResponse {
  #underWay: UnderWay | undefined;

  enter(underWay: UnderWay): void {
    underWay.count += 1;
    this.#underWay = underWay;
    this.on("close", this.leave);
  }

  leave(): void {
    this.#underWay?.leave();
    this.#underWay = undefined;
  }
}

/** A response that goes on until its client leaves: it takes no place among the requests, and holds up no stop. */
export function letStand(response: ServerResponse): void {
  if (response instanceof CountedResponse) response.leave();
  response.socket?.setTimeout(0);
}

/**
 * Answers a connection whose sender cannot be understood or does not come to an end. If that was in the middle of a
 * request, its response is still to be had; after a complete one the connection may be carrying its answer.
 */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex, latest?: ServerResponse): void {
  const answer = answerTo(refusalOfConnection(error));
  if (latest && !latest.req.complete && !latest.headersSent) {
    latest.setHeader("connection", "close");
    // Whoever is still reading the request is told that no more will come.
    latest.once("finish", () => latest.req.destroy());
    send(latest, answer);
  } else if (socket.writable && (!latest || latest.writableFinished)) {
    socket.end(asMessage(answer), () => socket.destroy());
  } else {
    socket.destroy();
  }
}

/** What is beyond a body's bound is still taken in, so that our refusal arrives; but not without end. */
const maximumOverflowBytes = 64 * 1024 * 1024;

/** The body, refused when it is larger than `maximumBytes`; empty for a request without one. */
export function readBody(request: IncomingMessage, maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Events, not `for await`: an iterator for every request costs more than all that is done with its body.
  return new Promise((resolve, reject) => {
    request
      .on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size <= maximumBytes) chunks.push(chunk);
        if (size > maximumBytes + maximumOverflowBytes) reject(bodyTooLarge(maximumBytes));
      })
      .on("end", () => {
        const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
        if (size > maximumBytes) reject(bodyTooLarge(maximumBytes));
        else if (isUtf8(body)) resolve(body.toString("utf8"));
        else reject(refuse("BODY_UNREADABLE", { given: "UTF-8" }));
      })
      .on("error", reject)
      .on("close", () => {
        if (!request.complete) reject(new Error("the connection ended before the body"));
      });
  });
}

const bodyTooLarge = (maximumBytes: number): GraphQLError =>
  refuse("BODY_TOO_LARGE", { megabytes: maximumBytes / 1024 / 1024 });

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badBody("is not JSON", "不是 JSON");
  }
}

export const badBody = (problem: string, problemZh: string): GraphQLError =>
  refuse("BAD_INPUT", { field: "body", problem, problemZh });

export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(response, jsonAnswer(status, body));

function send(response: ServerResponse, { status, headers, text }: HttpAnswer): void {
  response.writeHead(status, headers);
  response.end(text);
}

/** A refusal is said to the caller. Anything else is ours: the log keeps it whole, the caller gets a reference. */
function sendFailure(response: ServerResponse, error: unknown, log: Logger): void {
  const refused = error instanceof GraphQLError ? error : unforeseen(error, log);
  if (response.headersSent) response.destroy();
  else send(response, answerTo(refused));
}

function unforeseen(error: unknown, log: Logger): GraphQLError {
  const reference = randomUUID();
  log.error({ reference, err: error }, "a request failed");
  return refuse("INTERNAL_SERVER_ERROR", { reference });
}
