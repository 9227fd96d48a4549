import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A connection that has asked nothing for this long is idle and may be closed on its holder, in milliseconds. */
const idleAfter = 1_000;

/**
 * How long a client keeps a connection, in milliseconds. After a worker was replaced the others hold all its clients'
 * connections; ever new ones find their way to the new worker.
 */
const lastsFor = 60_000;

/**
 * Ends the connections to this process's HTTP servers without failing a request. One that we closed might carry a
 * request that we have not seen; so a client is told with an answer that it is the last there (`connection: close`).
 * Watches from the outside, from now on: the servers need not know that they share a port.
 *
 * @returns the farewell: from its call on every answer is the last of its connection. It resolves when those who were
 * connected have left or ask nothing any more; until then newcomers are answered too.
 */
export function watchConnections(now: () => number = () => performance.now()): () => Promise<void> {
  const since = new Map<Socket, number>();
  let farewell: Promise<unknown> | undefined;
  let allHaveLeft = () => {};

  const isLast = (socket: Socket): boolean => {
    if (farewell) return true;
    const openedAt = since.get(socket);
    if (openedAt !== undefined) return now() - openedAt >= lastsFor;
    since.set(socket, now());
    socket.once("close", () => {
      since.delete(socket);
      if (since.size === 0) allHaveLeft();
    });
    return false;
  };
  subscribe("http.server.request.start", (message) => {
    const { response, socket } = message as { response: ServerResponse; socket: Socket };
    if (isLast(socket)) response.setHeader("connection", "close");
  });

  return async () => {
    farewell ??= Promise.race([
      wait(idleAfter),
      new Promise<void>((resolve) => {
        allHaveLeft = resolve;
        if (since.size === 0) resolve();
      }),
    ]);
    await farewell;
  };
}
