import { closedLoop, type Load, type LoadResult } from "./closed-loop.ts";
import { cpuMilliseconds, processTree } from "./process-tree.ts";

/** A load to put on a service, and the processes whose time it takes with that of all they start, by what they are. */
export interface LoadOrder {
  readonly load: Load;
  readonly watched: Readonly<Record<string, readonly number[]>>;
}

export interface LoadReport extends LoadResult {
  /** CPU time of those processes, all threads, within the measured time. */
  readonly cpuMilliseconds: Readonly<Record<string, number>>;
}

/** The load generator as a process of its own. It reads the CPU time itself, at the very edges of the measured time. */
process.on("message", async ({ load, watched }: LoadOrder) => {
  const groups = Object.entries(watched);
  // Anew at each edge: PostgreSQL starts a process for each connection, whenever one is made.
  const timeOf = (roots: readonly number[]) => cpuMilliseconds([...new Set(roots.flatMap(processTree))]);
  const edges: number[][] = [];
  try {
    const result = await closedLoop(load, () => edges.push(groups.map(([, roots]) => timeOf(roots))));
    const [begun = [], ended = []] = edges;
    const spent = groups.map(([name], index) => [name, (ended[index] ?? 0) - (begun[index] ?? 0)] as const);
    process.send?.({ ...result, cpuMilliseconds: Object.fromEntries(spent) } satisfies LoadReport);
  } catch (error) {
    process.send?.({ failed: (error as Error).message });
  }
});
process.on("disconnect", () => process.exit());
