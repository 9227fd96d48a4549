import type { IncomingMessage } from "node:http";
import { badBody, parseJson } from "../../subgraphs/shared/http.ts";
import type { Data } from "../execution/data.ts";
import { refuseOverNested } from "../limits/value-nesting.ts";

/** An operation as a client asks for it. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Data | undefined;
  readonly operationName?: string | undefined;
}

/** The request's body as JSON. Names that begin with two underscores are GraphQL's own, and every object has some. */
export function readRequestBody(text: string): unknown {
  if (text === "") return undefined;
  refuseOverNested(text);
  const body = parseJson(text);
  const { operationName } = (body ?? {}) as { operationName?: unknown };
  if (typeof operationName === "string" && operationName.startsWith("__")) {
    throw badBody("names an operation with two underscores", "操作名不得以两个下划线开头");
  }
  return body;
}

const plainJson = new Set([
  "application/json",
  "application/json; charset=utf-8",
  "application/json;charset=utf-8",
]);

/**
 * The request in its usual form, a JSON object sent by POST, of which browsers ask permission before they send it from
 * another site. Undefined where anything about it is out of the ordinary: then it is judged at length.
 */
export function usualRequest(
  { method, headers }: IncomingMessage,
  body: unknown,
): GraphqlRequest | undefined {
  if (method !== "POST" || !plainJson.has(headers["content-type"] ?? "")) return undefined;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const { query, variables, operationName, extensions } = body as Record<string, unknown>;
  if (typeof query !== "string" || (extensions !== undefined && extensions !== null)) return undefined;
  if (!isAbsent(operationName) && typeof operationName !== "string") return undefined;
  if (!isAbsent(variables) && (typeof variables !== "object" || Array.isArray(variables))) return undefined;
  return {
    query,
    variables: (variables as Data | null) ?? undefined,
    operationName: (operationName as string | null) ?? undefined,
  };
}

/** The operation that files come with: a JSON object, with variables for the files to go into. */
export function operationWithFiles(body: unknown): GraphqlRequest & { readonly variables: Data } {
  const { query, variables, operationName } = (isObject(body) ? body : {}) as Record<string, unknown>;
  const isNamed = isAbsent(operationName) || typeof operationName === "string";
  if (typeof query !== "string" || !isObject(variables) || !isNamed) {
    throw badBody(
      "`operations` is no operation with variables for its files",
      "operations 不是带有文件变量的操作",
    );
  }
  return {
    query,
    variables: variables as Data,
    operationName: (operationName as string | null) ?? undefined,
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
