import type { IncomingMessage } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { isMultipart } from "../uploads/multipart-request.ts";

const maximumUrlLength = 8_192;

/** Headers a page of another site cannot send without the browser asking us first. */
const preflighted = ["apollo-require-preflight", "x-apollo-operation-name"];

/**
 * Refuses what is no GraphQL request over HTTP, from its head alone: another method, a body that is neither plain JSON nor
 * an operation with files, and whatever a browser sends for a page of another site without asking us (forms, images,
 * links).
 */
export function refuseUnfit(request: IncomingMessage): void {
  const { method = "", url = "", headers } = request;
  if (method !== "GET" && method !== "POST") {
    throw refuse("METHOD_NOT_ALLOWED", { path: "/graphql", method, allowed: "GET, POST" });
  }
  if (url.length > maximumUrlLength) throw refuse("URL_TOO_LONG", { maximum: maximumUrlLength });
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") throw unreadable(encoding);
  const type = headers["content-type"];
  const isForm = isMultipart(request);
  if (!isForm && (method === "POST" || type !== undefined)) {
    if (!isJson(type ?? "")) throw unreadable(type ?? "nothing stated");
  } else if (!preflighted.some((name) => headers[name])) {
    throw refuse("CROSS_SITE_REQUEST");
  }
}

const isJson = (type: string): boolean => /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type);

const unreadable = (given: string) => refuse("BODY_UNREADABLE", { given: given.slice(0, 100) });
