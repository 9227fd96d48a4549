import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { buildSchema, parse } from "graphql";
import { CloseCode, type Context, handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Upgrade } from "../../subgraphs/shared/http.ts";
import { answerTo, asMessage } from "../../subgraphs/shared/refusal-over-http.ts";
import { groundsOf } from "../access/grounds.ts";
import { asRefusal, Delivery, type DeliverySettings } from "./delivery.ts";
import { type Pace, PacedSocket, tryAgainLater } from "./paced-socket.ts";
import { refuseForeignPages } from "./page-origin.ts";
import type { Leave, Places } from "./places.ts";

/** "Service restart": clients connect anew after it. */
const serviceRestart = 1012;

/** A message may be as large as an operation needs; while it is read it is kept in memory. */
const maximumMessageBytes = 64 * 1024;

/** How often clients are asked whether they are still there, in milliseconds, and how often they may fail to say so. */
const heartbeat = 20_000;
const maximumUnanswered = 2;

/** How long, in milliseconds, clients have to take leave when we stop. */
const leaveWithin = 2_000;

export interface WebSocketSettings extends DeliverySettings {
  readonly places: Places;
  readonly pace: Pace;
  readonly subscriptionsPerConnection: number;
  readonly allowedOrigins: ReadonlySet<string>;
}

export interface WebSockets {
  readonly upgrade: Upgrade;
  /** Tells every client to come back, and waits until they have gone. */
  close(): Promise<void>;
}

/** What the library is shown, to know a subscription when it sees one; the client's was judged by the gateway. */
const schema = buildSchema("type Query { any: Int } type Subscription { any: Int }");
const document = parse("subscription { any }");

const paths = { graphql: "/graphql", explorer: "/explorer" };

interface Connection {
  readonly socket: WebSocket;
  readonly paced: PacedSocket;
  readonly request: IncomingMessage;
  /** Gives the caller's place back, once there is a caller. */
  leave: Leave;
  /** How many times it was asked since anything came from it. */
  unanswered: number;
  authorization?: string | undefined;
}
type ConnectionContext = Context<Record<string, unknown> | undefined, Connection>;

/** Subscriptions over WebSocket, by the protocol `graphql-transport-ws`. */
export function serveWebSockets(settings: WebSocketSettings): WebSockets {
  const { places, pace, allowedOrigins, subscriptionsPerConnection, identify, clock, log } = settings;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes, handleProtocols });
  const connections = new Set<Connection>();
  let stopping = false;

  const server = makeServer<Record<string, unknown> | undefined, Connection>({
    connectionInitWaitTimeout: 5_000,

    async onConnect({ connectionParams, extra }) {
      const { socket, request } = extra;
      const stated = connectionParams?.authorization ?? connectionParams?.Authorization;
      extra.authorization = typeof stated === "string" ? stated : request.headers.authorization;
      try {
        const principal = await identify(extra.authorization, clock());
        extra.leave = places.takeFor(principal, request);
        if (socket.readyState !== socket.OPEN) extra.leave();
        return true;
      } catch (error) {
        const code = String(asRefusal(error, log).extensions.code);
        socket.close(code === "UNAUTHENTICATED" ? CloseCode.Forbidden : tryAgainLater, code);
        return false;
      }
    },

    async onSubscribe(context: ConnectionContext, id, { query, variables, operationName, extensions }) {
      try {
        if (Object.keys(context.subscriptions).length > subscriptionsPerConnection) {
          const maximum = subscriptionsPerConnection;
          throw refuse("TOO_MANY_SUBSCRIPTIONS", { maximum, what: "subscriptions", whatZh: "订阅" });
        }
        const request = {
          query,
          variables: variables ?? undefined,
          operationName: operationName ?? undefined,
        };
        const { authorization, request: opened, paced } = context.extra;
        const grounds = groundsOf(opened.headers, extensions);
        const delivery = await Delivery.begin(settings, request, { authorization, grounds });
        const told: Told = { id, delivery, paced };
        return { schema, document, contextValue: told };
      } catch (error) {
        return [asRefusal(error, log)];
      }
    },
    subscribe: ({ contextValue }) => tell(contextValue as Told) as never,
  });

  function welcome(socket: WebSocket, request: IncomingMessage, underlying: Duplex): void {
    const paced = new PacedSocket(socket, underlying, pace);
    const connection: Connection = { socket, paced, request, leave: () => undefined, unanswered: 0 };
    connections.add(connection);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) => paced.send(text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (read) => {
          socket.on("message", (message) => {
            connection.unanswered = 0;
            read(String(message)).catch((err: unknown) => {
              log.error({ err }, "a message over a WebSocket could not be dealt with");
              socket.close(CloseCode.InternalServerError, "INTERNAL_SERVER_ERROR");
            });
          });
        },
      },
      connection,
    );
    socket.on("pong", () => {
      connection.unanswered = 0;
    });
    socket.on("error", (err) => log.debug({ err }, "a WebSocket failed"));
    socket.once("close", (code, reason) => {
      connections.delete(connection);
      connection.leave();
      closed(code, String(reason)).catch((err: unknown) =>
        log.error({ err }, "a WebSocket was not cleared up"),
      );
    });
  }

  const beat = setInterval(() => {
    for (const connection of connections) {
      if (connection.unanswered >= maximumUnanswered) connection.socket.terminate();
      connection.unanswered += 1;
      connection.socket.ping();
    }
  }, heartbeat).unref();

  return {
    upgrade(request, underlying, head) {
      try {
        if (stopping) throw refuse("STOPPING");
        if (request.url?.split("?")[0] !== "/graphql") throw refuse("NO_SUCH_PATH", paths);
        refuseForeignPages(request, allowedOrigins);
        underlying.once("close", places.take());
        sockets.handleUpgrade(request, underlying, head, (socket) => welcome(socket, request, underlying));
      } catch (error) {
        underlying.on("error", () => undefined);
        underlying.end(asMessage(answerTo(asRefusal(error, log))));
      }
    },

    async close() {
      stopping = true;
      clearInterval(beat);
      const left = [...connections].map(
        ({ socket }) => new Promise<void>((resolve) => socket.once("close", () => resolve())),
      );
      for (const { socket } of connections) socket.close(serviceRestart, "STOPPING");
      const late = setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, leaveWithin);
      await Promise.all(left);
      clearTimeout(late);
    },
  };
}

/** One subscription over a connection that may carry several. */
interface Told {
  readonly id: string;
  readonly delivery: Delivery;
  readonly paced: PacedSocket;
}

/**
 * Tells the client what is delivered, and the library no more than the end of it: the library would have every text read
 * and written once more.
 */
function tell({ id, delivery, paced }: Told): AsyncIterableIterator<never, undefined> {
  const opening = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const telling: AsyncIterableIterator<never, undefined> = {
    async next() {
      for (;;) {
        const { done, value } = await delivery.next();
        if (done) return { done, value };
        await paced.send(`${opening}${value}}`);
      }
    },
    return: () => delivery.return(),
    [Symbol.asyncIterator]: () => telling,
  };
  return telling;
}
