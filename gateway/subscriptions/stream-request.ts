import type { IncomingMessage } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { badBody, parseJson, readBody } from "../../subgraphs/shared/http.ts";
import { type GraphqlRequest, readRequestBody } from "../operation/graphql-request.ts";

const maximumBodyBytes = 64 * 1024;

/** What is asked, with what is said beside it. */
export interface StreamRequest extends GraphqlRequest {
  readonly extensions?: unknown;
}

/** A subscription asked for as an event stream, by GET or POST, from where a broken stream ended. */
export async function readStreamRequest(request: IncomingMessage): Promise<StreamRequest> {
  const { query, variables, operationName, extensions } =
    request.method === "GET" ? inAddress(request) : await inBody(request);
  if (typeof query !== "string" || query === "") throw badBody("names no query", "缺少 query");
  if (!isAbsent(variables) && (typeof variables !== "object" || Array.isArray(variables)))
    throw badBody("has variables that are no object", "variables 不是对象");
  if (!isAbsent(operationName) && typeof operationName !== "string")
    throw badBody("has an operation name that is no text", "operationName 不是文本");
  return resumed(
    {
      query,
      variables: (variables as Record<string, unknown> | null) ?? undefined,
      operationName: (operationName as string | null) ?? undefined,
      extensions: extensions ?? undefined,
    },
    request.headers["last-event-id"]?.toString(),
  );
}

/** Whether the operation says where it begins, by a variable called as the argument is; only then has a stream ids. */
export const takesAfter = ({ query }: GraphqlRequest): boolean => /\$after\b/.test(query);

/** A browser that was cut off asks for the same again and says which event it got last. */
function resumed(asked: StreamRequest, lastEventId: string | undefined): StreamRequest {
  if (lastEventId === undefined || lastEventId === "") return asked;
  if (takesAfter(asked) && /^\d{1,10}$/.test(lastEventId)) {
    return { ...asked, variables: { ...asked.variables, after: Number(lastEventId) } };
  }
  throw refuse("BAD_INPUT", {
    field: "Last-Event-ID",
    problem: "it is the id of no event of this stream; to be able to resume, declare `$after: Int`",
    problemZh: "并非本流的事件编号；如需断点续传，请声明变量 $after: Int",
  });
}

function inAddress({ url }: IncomingMessage): Record<string, unknown> {
  const { searchParams } = new URL(url ?? "/", "http://gateway");
  const json = (name: string): unknown => {
    const text = searchParams.get(name);
    return text === null ? undefined : parseJson(text);
  };
  return {
    query: searchParams.get("query"),
    variables: json("variables"),
    operationName: searchParams.get("operationName"),
    extensions: json("extensions"),
  };
}

/** Forms of foreign pages cannot send JSON as what it is. */
async function inBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    throw badBody("is not sent as application/json", "未以 application/json 发送");
  }
  const body = readRequestBody(await readBody(request, maximumBodyBytes));
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
