import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { groundsHeaders } from "../access/grounds.ts";
import { planHeader } from "../plan-view/plan-permission.ts";

const allowedMethods = "GET, POST";
const allowedHeaders = [
  "authorization",
  "content-type",
  "apollo-require-preflight",
  "x-apollo-operation-name",
  "last-event-id",
  "range",
  planHeader,
  ...groundsHeaders,
].join(", ");
const preflightSeconds = 7_200;

/**
 * Lets pages of other origins ask, where their origin is listed word for word or everybody's is (`*`). They bring their
 * token in a header: cookies are never asked for, so nothing is lent to a page that it does not hold itself. Says
 * whether the request was a preflight, which is then answered.
 */
export function answerCrossOrigin(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  allowed: ReadonlySet<string>,
): boolean {
  const { origin } = headers;
  const isPreflight =
    method === "OPTIONS" && origin !== undefined && headers["access-control-request-method"] !== undefined;
  if (allowed.size > 0) response.setHeader("vary", "origin");
  const granted = allowed.has("*") ? "*" : origin !== undefined && allowed.has(origin) ? origin : undefined;
  if (!granted) {
    if (isPreflight) throw refuse("ORIGIN_REFUSED");
    return false;
  }
  response.setHeader("access-control-allow-origin", granted);
  response.setHeader("access-control-expose-headers", "retry-after");
  if (!isPreflight) return false;
  response.writeHead(204, {
    "access-control-allow-methods": allowedMethods,
    "access-control-allow-headers": allowedHeaders,
    "access-control-max-age": String(preflightSeconds),
  });
  response.end();
  return true;
}
