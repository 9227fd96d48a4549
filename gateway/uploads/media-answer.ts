import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { GraphQLError, type GraphQLErrorExtensions } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { answerTo, statusOf } from "../../subgraphs/shared/refusal-over-http.ts";
import type { ByteRange, UploadDoor } from "../../subgraphs/shared/uploads.ts";

/** Where a client fetches what `Media.url` names. */
export const mediaPath = "/media/";

/** What decides whether a file is given: the graph's own answer to whoever asks for it. */
export const mediaQuery = "query MediaContent($id: ID!) { media(id: $id) { id kind contentType bytes url } }";

interface Media {
  readonly contentType: string;
  readonly bytes: number;
  readonly url: string | null;
}

interface Answer {
  readonly data?: { readonly media?: Media | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: GraphQLErrorExtensions }[];
}

/** Reads the id a request asks for; what is no id is of no file. */
export function mediaIdIn({ url = "" }: IncomingMessage): string {
  const id = url.split("?", 1)[0]?.slice(mediaPath.length) ?? "";
  if (!/^[\w-]{1,64}$/.test(id)) throw refuse("NO_SUCH_MEDIA");
  return id;
}

/** Gives a file to whom the graph has shown it, or says why not in HTTP's terms. */
export async function sendMedia(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  id: string,
  door: UploadDoor,
): Promise<void> {
  const media = answer.data?.media;
  const [error] = answer.errors ?? [];
  if (!media?.url) return sendRefusal(response, error);
  const range = rangeIn(request.headers.range, media.bytes);
  if (range === "none") {
    response.writeHead(416, { "content-range": `bytes */${media.bytes}`, "cache-control": "no-store" }).end();
    return;
  }
  const content = request.method === "HEAD" ? undefined : await door.read(id, range);
  if (content === null) return sendRefusal(response);
  response.writeHead(range ? 206 : 200, {
    "content-type": media.contentType,
    "content-length": range ? range.last - range.first + 1 : media.bytes,
    "accept-ranges": "bytes",
    ...(range && { "content-range": `bytes ${range.first}-${range.last}/${media.bytes}` }),
    "content-disposition": `attachment; filename="${id}"`,
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  });
  if (!content) {
    response.end();
    return;
  }
  // The head is gone: what breaks now breaks the connection, and nobody takes a part for the whole.
  await pipeline(content, response).catch(() => response.destroy());
}

function sendRefusal(response: ServerResponse, error?: NonNullable<Answer["errors"]>[number]): void {
  const refusal = error
    ? new GraphQLError(error.message, { extensions: error.extensions })
    : refuse("NO_SUCH_MEDIA");
  const { headers, text } = answerTo(refusal);
  const { code } = refusal.extensions;
  response.writeHead(code === "WITHHELD" ? 403 : statusOf(refusal.extensions), headers).end(text);
}

/** One range of bytes as asked for; undefined is all of them, as it is of what cannot be read. */
function rangeIn(header: string | undefined, bytes: number): ByteRange | "none" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return first > last ? "none" : { first, last };
}
