import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type PinnedProcess, startPinned } from "../pinned-process.ts";
import { supergraphFor, townSubgraphs } from "./town-subgraphs.ts";

/** The town's subgraphs, running, and the files a gateway is given. */
export interface TownProcess {
  readonly process: PinnedProcess;
  /** Where each subgraph listens, by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** The supergraph; each subgraph's SDL lies beside it as `<name>.graphql`. */
  readonly supergraphFile: string;
  /** Fetches answered so far. */
  answered(): Promise<number>;
}

export async function startTown(directory: string, cores: string): Promise<TownProcess> {
  await mkdir(directory, { recursive: true });
  const entry = join(import.meta.dirname, "start-subgraphs.ts");
  const running = startPinned(
    { program: process.execPath, options: ["--import", "tsx", entry] },
    { cores, logFile: join(directory, "subgraphs.log"), withChannel: true },
  );
  const [told] = await Promise.race([
    once(running.child, "message"),
    once(running.child, "exit").then(() => {
      throw new Error(`the subgraphs ended:\n${running.lastWords()}`);
    }),
  ]);
  const urls = new Map(Object.entries(told as Record<string, string>));
  const supergraphFile = join(directory, "supergraph.graphql");
  await writeFile(supergraphFile, supergraphFor(urls));
  for (const { name, sdl } of townSubgraphs) await writeFile(join(directory, `${name}.graphql`), sdl);
  return {
    process: running,
    urls,
    supergraphFile,
    async answered() {
      const reply = once(running.child, "message");
      running.child.send("answered?");
      const [count] = await reply;
      return count as number;
    },
  };
}
