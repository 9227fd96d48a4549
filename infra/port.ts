import { createServer } from "node:net";
import { StartupError } from "./startup-error.ts";

/** Asks for the port before anything is started, so that nothing has to be undone when it is taken. */
export async function refuseTakenPort(port: number, host: string, setting: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, taken) => {
    probe.once("error", taken);
    probe.listen({ port, host, exclusive: true }, free);
  }).catch((error: Error) => {
    throw new StartupError(
      `Port ${port} on ${host} cannot be used (${error.message}): set ${setting} to a free one.`,
      {
        cause: error,
      },
    );
  });
  await new Promise((closed) => probe.close(closed));
}
