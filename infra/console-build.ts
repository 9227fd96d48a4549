import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Logger } from "pino";

const cli = join(import.meta.dirname, "..", "gateway", "console", "build", "cli.ts");

/**
 * Builds the console in a process of its own, beside whatever else is being started; a build that is fresh is left as
 * it is. A console that cannot be built keeps nobody from the graph: the log says why, and `/` says that it is missing.
 */
export function buildConsoleBeside(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", cli], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", (error) => {
      said += error.message;
      log.error({ said }, "the console could not be built");
      resolve();
    });
    child.once("close", (code) => {
      if (code) log.error({ said }, "the console could not be built");
      resolve();
    });
  });
}
