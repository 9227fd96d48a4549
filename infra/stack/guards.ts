import type { Settings } from "../settings.ts";
import type { Guards } from "./stack.ts";

/** What the settings say of how callers are held in bounds. */
export const guardsOf = ({
  INTROSPECTION: introspection,
  ALLOWED_ORIGINS: allowedOrigins,
  TRUSTED_PROXIES: proxies,
  RATE_LIMIT_POINTS: points,
  RATE_LIMIT_SECONDS: seconds,
}: Settings): Guards => ({
  introspection,
  allowedOrigins: allowedOrigins ?? new Set(),
  proxies,
  allowance: { points, seconds },
});
