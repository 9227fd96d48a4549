import type { IncomingMessage } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";

/**
 * Refuses pages of other origins, save those that are listed. Browsers ask no permission for a WebSocket, as they do for
 * requests: whoever does not look at the origin lets every page in. What is no browser names none.
 */
export function refuseForeignPages({ headers }: IncomingMessage, allowed: ReadonlySet<string>): void {
  const { origin, host } = headers;
  if (origin === undefined || allowed.has("*") || allowed.has(origin)) return;
  // Before us a proxy may have ended TLS, so schemes are not compared.
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw refuse("ORIGIN_REFUSED");
}
