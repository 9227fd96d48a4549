import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** A port nobody listens on, below the range from which systems take the ports of outgoing connections. */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
  });
  return free ? port : freePort();
}
