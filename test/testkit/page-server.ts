import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface PageServer {
  /** Sends the path as it is: `fetch` would tidy `..` away before the server could see it. */
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<PageAnswer>;
  close(): void;
}

/** One of the gateway's handlers of pages on a port of its own; what it leaves to others is answered with 418. */
export async function servePages(
  handler: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<PageServer> {
  const server = createServer((asked, response) => {
    if (!handler(asked, response)) response.writeHead(418).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (path, headers = {}, method = "GET") =>
      new Promise((resolve, reject) => {
        request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        })
          .on("error", reject)
          .end();
      }),
    close: () => server.close(),
  };
}
