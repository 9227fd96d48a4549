import { STATUS_CODES } from "node:http";
import type { GraphQLError, GraphQLErrorExtensions } from "graphql";
import { refuse } from "./errors.ts";

/** A whole HTTP answer, before it is known how it will be sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a request may have as headers, in bytes; the address it asks for counts among them. */
export const maximumHeaderBytes = 16 * 1024;

const statuses: Readonly<Record<string, number>> = {
  BODY_TOO_LARGE: 413,
  BODY_UNREADABLE: 415,
  BUSY: 503,
  FILE_DAMAGED: 415,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_REFUSED: 415,
  HEADERS_TOO_LARGE: 431,
  INTERNAL_SERVER_ERROR: 500,
  INTROSPECTION_REFUSED: 403,
  METHOD_NOT_ALLOWED: 405,
  NO_SUCH_MEDIA: 404,
  NO_SUCH_PATH: 404,
  ORIGIN_REFUSED: 403,
  OVERLOADED: 503,
  RATE_LIMITED: 429,
  REQUEST_TIMED_OUT: 408,
  STOPPING: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  UNAUTHENTICATED: 401,
  UNSIGNED_REQUEST: 401,
  URL_TOO_LONG: 414,
};

/** The status under which a request is answered that is refused as a whole: by its code, or else by whose fault it is. */
export const statusOf = ({ code, fault }: GraphQLErrorExtensions): number =>
  statuses[String(code)] ?? (fault === "SYSTEM" ? 500 : 400);

const stoppingSeconds = 1;

/** Headers that say in HTTP's terms what a refusal says in words: when to ask again, and how. */
export function headersOf({ extensions }: Pick<GraphQLError, "extensions">): Record<string, string> {
  const { seconds, allowed } = (extensions.details ?? {}) as { seconds?: number; allowed?: string };
  const after = extensions.code === "STOPPING" ? stoppingSeconds : seconds;
  return {
    ...(after === undefined ? {} : { "retry-after": String(after) }),
    ...(extensions.code === "METHOD_NOT_ALLOWED" && allowed ? { allow: allowed } : {}),
  };
}

/** An answer in JSON. Nobody on the way may keep it, and no browser may take it for anything else. */
export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer {
  const text = JSON.stringify(body);
  return {
    status,
    text,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": String(Buffer.byteLength(text)),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  };
}

export const answerTo = (refusal: GraphQLError): HttpAnswer =>
  jsonAnswer(statusOf(refusal.extensions), { errors: [refusal.toJSON()] }, headersOf(refusal));

/** The answer as it goes over a connection on which nothing could be read that would have a response. */
export function asMessage({ status, headers, text }: HttpAnswer): string {
  const lines = Object.entries({ ...headers, connection: "close" }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, "", text].join("\r\n");
}

/** What was wrong with a connection, as the HTTP parser found it. */
export function refusalOfConnection({ code = "" }: NodeJS.ErrnoException): GraphQLError {
  if (code === "HPE_HEADER_OVERFLOW")
    return refuse("HEADERS_TOO_LARGE", { kilobytes: maximumHeaderBytes / 1024 });
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return refuse("REQUEST_TIMED_OUT");
  return malformed("its lines are not those of HTTP", "报文格式有误");
}

export const malformed = (problem: string, problemZh: string): GraphQLError =>
  refuse("MALFORMED_REQUEST", { problem, problemZh });
