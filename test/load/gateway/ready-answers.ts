import { createServer, type Server, type Socket } from "node:net";

export interface ReadyAnswers {
  /** Requests answered so far. */
  readonly answered: () => number;
  close(): Promise<void>;
}

const endOfHead = "\r\n\r\n";

/**
 * An HTTP server that thinks once: the first time a body is seen its answer is worked out, afterwards ready bytes are
 * sent. A subgraph like this costs next to nothing, so what a benchmark sees is the gateway. It reads no more of HTTP
 * than the gateways compared send: POST with a length or in chunks, kept alive, pipelined or not.
 */
export async function serveReadyAnswers(
  port: number,
  answer: (body: string) => Promise<string>,
): Promise<ReadyAnswers> {
  const ready = new Map<string, Buffer>();
  const sockets = new Set<Socket>();
  let answered = 0;

  const respond = (socket: Socket, response: Buffer): void => {
    answered += 1;
    socket.write(response);
  };
  const workOut = async (body: string): Promise<Buffer> => {
    const text = await answer(Buffer.from(body, "latin1").toString("utf8"));
    const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
    const response = Buffer.from(head + text);
    ready.set(body, response);
    return response;
  };

  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    let unread: Buffer = Buffer.alloc(0);
    let thinking = false;

    const read = (): void => {
      while (!thinking) {
        const request = firstRequest(unread);
        if (!request) return;
        unread = unread.subarray(request.length);
        const response = ready.get(request.body);
        if (response) {
          respond(socket, response);
          continue;
        }
        thinking = true;
        workOut(request.body)
          .then((made) => respond(socket, made))
          .catch((error: Error) => socket.destroy(error))
          .finally(() => {
            thinking = false;
            read();
          });
      }
    };
    socket.on("data", (chunk: Buffer) => {
      unread = unread.length === 0 ? chunk : Buffer.concat([unread, chunk]);
      read();
    });
    socket.on("error", () => undefined); // a gateway that was ended mid-request
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    answered: () => answered,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

interface ReadRequest {
  /** The body's bytes, one character each: a key, not a text. */
  readonly body: string;
  readonly length: number;
}

/** The first whole request in what was received; nothing while a part of it is still on its way. */
function firstRequest(received: Buffer): ReadRequest | undefined {
  const headEnd = received.indexOf(endOfHead);
  if (headEnd < 0) return undefined;
  const bodyStart = headEnd + endOfHead.length;
  const head = received.toString("latin1", 0, headEnd);
  const stated = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (stated) {
    const length = bodyStart + Number(stated[1]);
    return received.length < length
      ? undefined
      : { body: received.toString("latin1", bodyStart, length), length };
  }
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { body: "", length: bodyStart };
  return inChunks(received, bodyStart);
}

function inChunks(received: Buffer, bodyStart: number): ReadRequest | undefined {
  let body = "";
  for (let at = bodyStart; ; ) {
    const lineEnd = received.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(received.toString("latin1", at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (received.length < next) return undefined;
    if (size === 0) return { body, length: next };
    body += received.toString("latin1", lineEnd + 2, lineEnd + 2 + size);
    at = next;
  }
}
