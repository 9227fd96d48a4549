import { closedLoop, type Load, type LoadResult } from "./closed-loop.ts";
import { cpuMilliseconds } from "./process-tree.ts";

/** A load to put on a gateway and the processes it runs as. */
export interface LoadOrder {
  readonly load: Load;
  readonly pids: readonly number[];
}

export interface LoadReport extends LoadResult {
  /** CPU time of those processes, all threads, within the measured time. */
  readonly cpuMilliseconds: number;
}

/** The load generator as a process of its own. It reads the gateway's CPU time itself, at the very edges of the time. */
process.on("message", async ({ load, pids }: LoadOrder) => {
  const edges: number[] = [];
  try {
    const result = await closedLoop(load, () => edges.push(cpuMilliseconds(pids)));
    const [begun = 0, ended = 0] = edges;
    process.send?.({ ...result, cpuMilliseconds: ended - begun } satisfies LoadReport);
  } catch (error) {
    process.send?.({ failed: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit());
