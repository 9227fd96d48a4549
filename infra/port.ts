import { createServer } from "node:net";
import { StartupError } from "./startup-error.ts";

/** Asked before anything is started, so that nothing has to be undone when the port is taken. */
export async function refuseTakenPort(
  port: number,
  host: string,
  { of, setting }: { of: string; setting: string },
): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, taken) => {
    probe.once("error", taken);
    probe.listen({ port, host, exclusive: true }, free);
  }).catch((error: Error) => {
    throw new StartupError(
      `${of} cannot use port ${port} on ${host} (${error.message}): set ${setting} to a free one.`,
      { cause: error },
    );
  });
  await new Promise((closed) => probe.close(closed));
}
