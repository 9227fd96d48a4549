import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { SubgraphPlan } from "./plan-subgraph.ts";

const run = promisify(execFile);

/**
 * Writes a plan, formats what was written and emits the contract. All or nothing: where any of it fails, everything is
 * as it was before.
 */
export async function carryOut(root: string, folder: string, { created, changed, emitted }: SubgraphPlan) {
  const touched = [...changed.keys(), ...emitted];
  const before = new Map<string, string | undefined>();
  for (const file of touched) {
    before.set(file, await readFile(join(root, file), "utf8").catch(() => undefined));
  }
  const takeBack = async () => {
    await rm(join(root, folder), { recursive: true, force: true });
    for (const [file, text] of before) {
      if (text === undefined) await rm(join(root, file), { force: true });
      else await writeFile(join(root, file), text);
    }
  };
  // Ctrl-C ends what we wait for, which is then a failure as any other.
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
  const settings = { cwd: root, signal: interrupted.signal };
  try {
    for (const [file, text] of [...created, ...changed]) {
      await mkdir(dirname(join(root, file)), { recursive: true });
      await writeFile(join(root, file), text);
    }
    const sources = [...changed.keys()].filter((file) => file.endsWith(".ts"));
    // Imports are in order by their names, which are other ones now.
    await run(join("node_modules", ".bin", "biome"), ["check", "--write", folder, ...sources], settings);
    await run(process.execPath, ["--import", "tsx", "schema/registry/cli.ts"], settings);
    interrupted.signal.throwIfAborted();
  } catch (error) {
    await takeBack();
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
  }
}
