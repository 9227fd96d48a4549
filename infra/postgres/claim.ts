import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "../startup-error.ts";
import { processIdentity } from "./os-process.ts";

/**
 * Makes this process the only one that uses the data directory, until it calls the function returned or dies.
 * Without it a second start in the same checkout would take the first one's server for a leftover and stop it.
 */
export function claim(directory: string): () => void {
  const file = join(directory, "started-by");
  const mine = processIdentity(process.pid) ?? String(process.pid);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    if (!placed(draft, file)) {
      const holder = readFileSync(file, "utf8");
      const pid = Number.parseInt(holder, 10);
      if (processIdentity(pid) === holder) {
        throw new StartupError(`Whistlegraph already runs on ${directory} (process ${pid}): stop it first.`);
      }
      rmSync(file, { force: true });
      if (!placed(draft, file))
        throw new StartupError(`Whistlegraph is being started on ${directory} by another process.`);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** A link, unlike a write, either appears whole or finds the name taken. */
function placed(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
