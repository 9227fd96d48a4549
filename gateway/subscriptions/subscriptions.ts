import type { IncomingMessage, ServerResponse } from "node:http";
import type { Upgrade } from "../../subgraphs/shared/http.ts";
import type { DeliverySettings } from "./delivery.ts";
import { serveEventStreams } from "./event-streams.ts";
import { Places } from "./places.ts";
import { serveWebSockets } from "./websockets.ts";

export interface SubscriptionsSettings extends DeliverySettings {
  /** Origins whose pages may subscribe beside our own; `*` for all. */
  readonly allowedOrigins?: ReadonlySet<string>;
  readonly limits?: Partial<SubscriptionLimits>;
}

export interface SubscriptionLimits {
  /** Connections open at once, of everybody. */
  readonly connections: number;
  /** Connections open at once, of one caller. */
  readonly connectionsPerCaller: number;
  /** Subscriptions over one WebSocket. */
  readonly subscriptionsPerConnection: number;
  /** Bytes that may wait to be written to one client. */
  readonly maximumBufferedBytes: number;
  /** How long they may stay more than that before the client is cut off. */
  readonly slowAfterMilliseconds: number;
}

const usualLimits: SubscriptionLimits = {
  connections: 20_000,
  connectionsPerCaller: 100,
  subscriptionsPerConnection: 100,
  maximumBufferedBytes: 256 * 1024,
  slowAfterMilliseconds: 30_000,
};

/** The doors for subscriptions, beside the one for requests at the same path. */
export interface Subscriptions {
  /** Takes a WebSocket, by the protocol `graphql-transport-ws`, or refuses it. */
  readonly upgrade: Upgrade;
  /** Serves a request that {@link wantsEvents}. */
  serveEvents(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Tells every client to come back elsewhere or later; to be called before the server is drained. */
  close(): Promise<void>;
}

export function openSubscriptions({
  allowedOrigins = new Set(),
  limits,
  ...delivery
}: SubscriptionsSettings): Subscriptions {
  const { connections, connectionsPerCaller, subscriptionsPerConnection, ...pace } = {
    ...usualLimits,
    ...limits,
  };
  const places = new Places({ connections, connectionsPerCaller });
  const settings = { ...delivery, allowedOrigins, places, pace };
  const webSockets = serveWebSockets({ ...settings, subscriptionsPerConnection });
  const eventStreams = serveEventStreams(settings);
  return {
    upgrade: webSockets.upgrade,
    serveEvents: (request, response) => eventStreams.serve(request, response),
    async close() {
      eventStreams.close();
      await webSockets.close();
    },
  };
}
