import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** `Cache-Control` where the URL changes with the content. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** `Cache-Control` where the URL stays the same: ask each time, and be told that nothing changed. */
export const REVALIDATE = "no-cache";

/** A body that does not change while the process lives, with what a cache needs to know of it. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly hash: string;
  readonly cacheControl: string;
  /** Made for the first request that accepts it, then kept. */
  gzipped?: Promise<Buffer>;
}

export const asset = (type: string, content: string | Buffer, cacheControl: string): Asset => {
  const body = Buffer.from(content);
  return { type, body, cacheControl, hash: createHash("sha256").update(body).digest("hex").slice(0, 16) };
};

/** Answers with the asset: compressed for who accepts that, 304 for who has it already. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  sent: Asset,
): Promise<void> {
  const gzipped = acceptsGzip(request);
  if (gzipped) sent.gzipped ??= compress(sent.body);
  const body = (gzipped && (await sent.gzipped)) || sent.body;
  // The two bodies are different bytes, so a strong ETag must tell them apart.
  const etag = gzipped ? `"${sent.hash}-gzip"` : `"${sent.hash}"`;
  const headers = { "cache-control": sent.cacheControl, etag, vary: "accept-encoding" };
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    "content-type": sent.type,
    "content-length": body.length,
    ...(gzipped ? { "content-encoding": "gzip" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

const acceptsGzip = (request: IncomingMessage): boolean =>
  /(^|,)\s*gzip\s*(,|$|;\s*q=(1|0\.\d*[1-9]))/i.test(String(request.headers["accept-encoding"] ?? ""));
