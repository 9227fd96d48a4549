import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { envelopeHeader, instantHeader, type OpenEnvelope } from "./envelope.ts";
import { refuse } from "./errors.ts";
import { sendJson } from "./http.ts";
import type { RunningSubgraph } from "./subgraph.ts";
import type { ByteRange, UploadDoor } from "./uploads.ts";

/** Where a subgraph takes and gives files. */
export const uploadPath = "/media";

/** What an envelope for files is sealed around: their bytes are not known yet, but what is to be done with them is. */
export const uploadLine = (method: string, url: string): string => `${method} ${url}`;

export const urlOfRead = (id: string, range?: ByteRange): string =>
  `${uploadPath}/${encodeURIComponent(id)}${range ? `?first=${range.first}&last=${range.last}` : ""}`;

export const urlOfDiscard = (ids: readonly string[]): string =>
  `${uploadPath}?${ids.map((id) => `id=${encodeURIComponent(id)}`).join("&")}`;

/** Serves a subgraph's door for files to the gateway: each request in an envelope for that very request. */
export async function serveUploads(
  request: IncomingMessage,
  response: ServerResponse,
  { uploadsOf }: Pick<RunningSubgraph, "uploadsOf">,
  open: OpenEnvelope,
): Promise<void> {
  const { method = "", url = "", headers } = request;
  const sealed = headers[envelopeHeader]?.toString();
  const instant = headers[instantHeader]?.toString();
  const envelope = await open({ sealed, instant, body: uploadLine(method, url) });
  if (envelope.queriesOnly) throw refuse("UNSIGNED_REQUEST");
  const door = uploadsOf?.(envelope);
  const { pathname, searchParams } = new URL(url, "http://subgraph");
  if (door && pathname === uploadPath && method === "POST") {
    sendJson(response, 200, { id: await taken(request, door) });
  } else if (door && pathname === uploadPath && method === "DELETE") {
    await door.discard(searchParams.getAll("id"));
    sendJson(response, 200, {});
  } else if (door && pathname.startsWith(`${uploadPath}/`) && method === "GET") {
    await give(door, decodeURIComponent(pathname.slice(uploadPath.length + 1)), searchParams, response);
  } else {
    sendJson(response, 404, { status: "not found" });
  }
}

/** A request that is not read to its end stays open for its answer. */
async function taken(request: IncomingMessage, door: UploadDoor): Promise<string> {
  try {
    return await door.take(request.iterator({ destroyOnReturn: false }));
  } finally {
    request.resume();
  }
}

async function give(
  door: UploadDoor,
  id: string,
  asked: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const range = asked.has("first")
    ? { first: Number(asked.get("first")), last: Number(asked.get("last")) }
    : undefined;
  const content = await door.read(id, range);
  if (!content) return sendJson(response, 404, { status: "not found" });
  response.writeHead(200, { "content-type": "application/octet-stream", "cache-control": "no-store" });
  // Whoever left is owed nothing more; what breaks on our side breaks the connection, so that nobody takes it for all.
  await pipeline(content, response).catch(() => response.destroy());
}
