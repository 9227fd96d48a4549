import { spawn } from "node:child_process";
import { join } from "node:path";

const cli = join(import.meta.dirname, "cli.ts");

/**
 * Builds the console in a process of its own, beside whatever else is being done; a build that is fresh is left as it is.
 * Always as it is served: in the midst of tests Vite would take the surroundings for development.
 */
export function buildConsoleApart(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", cli], {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(said.trim()))));
  });
}
