import type { Settings } from "../settings.ts";
import type { Guards } from "./stack.ts";

/** What the settings say of how callers are held in bounds. */
export const guardsOf = ({
  INTROSPECTION: introspection,
  ALLOWED_ORIGINS: allowedOrigins,
  TRUSTED_PROXIES: proxies,
  RATE_LIMIT_POINTS: points,
  RATE_LIMIT_SECONDS: seconds,
  SUBSCRIPTION_CONNECTIONS: connections,
  SUBSCRIPTION_CONNECTIONS_PER_CLIENT: connectionsPerCaller,
  SUBSCRIPTIONS_PER_CONNECTION: subscriptionsPerConnection,
  SUBSCRIPTION_BUFFER_BYTES: maximumBufferedBytes,
  SUBSCRIPTION_SLOW_MS: slowAfterMilliseconds,
}: Settings): Guards => ({
  introspection,
  allowedOrigins: allowedOrigins ?? new Set(),
  proxies,
  allowance: { points, seconds },
  subscriptions: {
    connections,
    connectionsPerCaller,
    subscriptionsPerConnection,
    maximumBufferedBytes,
    slowAfterMilliseconds,
  },
});
