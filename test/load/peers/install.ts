import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

export const peersDirectory = import.meta.dirname;

/**
 * Installs the gateways compared, once: they have a lock file of their own, so that the product carries none of them.
 * Their install scripts stay off, because none of them needs one.
 */
export async function installPeers(): Promise<void> {
  const lock = join(peersDirectory, "package-lock.json");
  const installed = join(peersDirectory, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;

  const begun = performance.now();
  const say = () =>
    process.stderr.write(`Installing the peers, some 800 MB: ${seconds(performance.now() - begun)} …\n`);
  say();
  const timer = setInterval(say, 10_000);
  const child = spawn("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: peersDirectory,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`npm ci in ${peersDirectory} ended with ${code}.`);
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} s`;
