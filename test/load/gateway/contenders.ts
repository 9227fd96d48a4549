import { join } from "node:path";
import { freePort } from "../../testkit/free-port.ts";
import type { LoadRequest } from "../closed-loop.ts";
import { type PinnedProcess, startPinned } from "../pinned-process.ts";
import { untilServing } from "../until-serving.ts";
import { checkedRequests } from "./answers.ts";
import type { Candidate } from "./candidates.ts";
import type { TownProcess } from "./town-process.ts";
import type { Shape, ShapeName } from "./workload.ts";

/** A candidate that runs and whose answers were found right. */
export interface Contender {
  readonly candidate: Candidate;
  readonly port: number;
  readonly process: PinnedProcess;
  readonly requests: Readonly<Record<ShapeName, readonly LoadRequest[]>>;
}

export interface Entry {
  readonly town: TownProcess;
  /** Where logs go. */
  readonly directory: string;
  readonly cores: string;
  /** What it will be asked. */
  readonly shapes: readonly Shape[];
}

/** Starts a candidate, asks it everything and holds it still until its turn. */
export async function enter(candidate: Candidate, entry: Entry): Promise<Contender> {
  const port = await freePort();
  const started = startPinned(candidate.command(port, entry.town), {
    cores: entry.cores,
    logFile: join(entry.directory, `${candidate.id}.log`),
  });
  try {
    await untilServing(port, () => started.child.exitCode !== null);
    const requests: Record<ShapeName, readonly LoadRequest[]> = { different: [], identical: [], deep: [] };
    for (const shape of entry.shapes) requests[shape.name] = await checkedRequests(port, shape);
    started.pause();
    return { candidate, port, process: started, requests };
  } catch (error) {
    const words = started.lastWords();
    await started.stop();
    throw new Error(`${candidate.name}: ${(error as Error).message}\n${words}`, { cause: error });
  }
}
