import type { Logger } from "pino";
import { buildConsoleApart } from "../gateway/console/build/build-apart.ts";

/** A console that cannot be built keeps nobody from the graph: the log says why, and `/` says that it is missing. */
export async function buildConsoleBeside(log: Logger): Promise<void> {
  await buildConsoleApart().catch((error: Error) =>
    log.error({ said: error.message }, "the console could not be built"),
  );
}
