import type { IncomingMessage, ServerResponse } from "node:http";
import type { Upgrade } from "../../subgraphs/shared/http.ts";
import type { DeliverySettings } from "./delivery.ts";
import { serveEventStreams } from "./event-streams.ts";
import { Places } from "./places.ts";
import { type SubscriptionLimits, usualLimits } from "./subscription-limits.ts";
import { serveWebSockets } from "./websockets.ts";

export interface SubscriptionsSettings extends DeliverySettings {
  /** Origins whose pages may subscribe beside our own; `*` for all. */
  readonly allowedOrigins?: ReadonlySet<string>;
  readonly limits?: Partial<SubscriptionLimits>;
  /** Proxies of our own in front of us, which state the address they speak for. */
  readonly proxies?: number;
}

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
  proxies = 0,
  ...delivery
}: SubscriptionsSettings): Subscriptions {
  const { connections, connectionsPerCaller, subscriptionsPerConnection, ...pace } = {
    ...usualLimits,
    ...limits,
  };
  const places = new Places({ connections, connectionsPerCaller, proxies });
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
