import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type Dispatcher, Pool } from "undici";
import { envelopeHeader, sealEnvelope } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { uploadLine, uploadPath, urlOfDiscard, urlOfRead } from "../../subgraphs/shared/upload-server.ts";
import type { UploadDoor } from "../../subgraphs/shared/uploads.ts";
import type { RequestContext } from "../request-context.ts";
import { addressOf } from "./address.ts";
import { NoAnswer } from "./no-answer.ts";

export interface HttpUploadSettings {
  readonly name: string;
  readonly url: string;
  readonly key: SigningKey;
  /** Told of what went wrong, which the client must not see. */
  readonly onFailure: (reference: string, error: NoAnswer) => void;
}

export interface HttpUploads {
  for(context: RequestContext): UploadDoor;
  close(): Promise<void>;
}

/** A door that says and sends nothing for so long, in milliseconds, is given up. */
const silence = 30_000;

/** The door for files of a subgraph in another process: bytes pass through here and are never all here. */
export function httpUploads({ name, url, key, onFailure }: HttpUploadSettings): HttpUploads {
  let opened: Pool | undefined;
  const pool = (): Pool => {
    opened ??= openPool(url);
    return opened;
  };

  const send = async (
    context: RequestContext,
    method: "POST" | "GET" | "DELETE",
    path: string,
    body?: Readable,
  ): Promise<Dispatcher.ResponseData> => {
    const sealed = await sealEnvelope(key, context, name, uploadLine(method, path));
    const headers = { [envelopeHeader]: sealed, "content-type": "application/octet-stream" };
    try {
      // A client may be slow to send; when it has, the subgraph is not.
      const answer = await pool().request({ method, path, headers, body: body ?? null });
      if (answer.statusCode === 200 || answer.statusCode === 404) return answer;
      throw (
        (await refusalIn(answer)) ?? new NoAnswer("STATUS", `the door answered with ${answer.statusCode}`)
      );
    } catch (cause) {
      if (cause instanceof GraphQLError || body?.errored) throw cause;
      const reference = randomUUID();
      const error = cause instanceof NoAnswer ? cause : new NoAnswer("CUT_OFF", "no answer", { cause });
      onFailure(reference, error);
      const refusal = refuse("SUBGRAPH_UNAVAILABLE", { subgraph: name });
      refusal.extensions.reference = reference;
      throw refusal;
    }
  };

  return {
    for: (context) => ({
      async take(content) {
        const sent = Readable.from(content, { objectMode: false });
        const { statusCode, body } = await send(context, "POST", uploadPath, sent);
        if (statusCode === 404) await noneTaken(body);
        const { id } = (await body.json()) as { id: string };
        return id;
      },
      async discard(ids) {
        const { body } = await send(context, "DELETE", urlOfDiscard(ids));
        await body.dump();
      },
      async read(id, range) {
        const { statusCode, body } = await send(context, "GET", urlOfRead(id, range));
        if (statusCode === 200) return body;
        await body.dump();
        return null;
      },
    }),
    close: async () => opened?.destroy(),
  };
}

function openPool(url: string): Pool {
  const timeouts = { headersTimeout: silence, bodyTimeout: silence, connect: { timeout: silence } };
  if (!url.startsWith("unix:")) return new Pool(url, { ...timeouts, connections: 16 });
  const { path: socketPath } = addressOf(url) as { path: string };
  return new Pool("http://localhost", { ...timeouts, connections: 16, socketPath });
}

async function noneTaken(body: Dispatcher.ResponseData["body"]): Promise<never> {
  await body.dump();
  throw refuse("UPLOADS_NOT_TAKEN");
}

/** A refusal passes as it is. */
async function refusalIn({ body }: Dispatcher.ResponseData): Promise<GraphQLError | undefined> {
  const answer = (await body.json().catch(() => undefined)) as
    | { readonly errors?: readonly GraphQLFormattedError[] }
    | undefined;
  const [error] = answer?.errors ?? [];
  return error && new GraphQLError(error.message, { extensions: error.extensions ?? {} });
}
