import { cpus } from "node:os";
import type { PinnedProcess } from "../pinned-process.ts";
import { cpuMilliseconds } from "../process-tree.ts";

/** Seconds of the processors, by who had them. */
export interface ProcessorTime {
  readonly server: number;
  readonly subscribers: number;
  /** PostgreSQL, and whatever else the machine does: a neighbour's work lengthens our latencies and shows here. */
  readonly others: number;
  readonly idle: number;
}

/** Begins to count; a server that ends meanwhile has to be told of before. */
export function countProcessorTime(subscribers: PinnedProcess) {
  const machineAtFirst = machineTime();
  const subscribersAtFirst = cpuMilliseconds(subscribers.pids());
  const servers = new Map<PinnedProcess, { from: number; to?: number }>();
  const spentBy = (server: PinnedProcess): number => cpuMilliseconds(server.pids());
  return {
    begins(server: PinnedProcess): void {
      servers.set(server, { from: spentBy(server) });
    },
    ends(server: PinnedProcess): void {
      servers.set(server, { from: servers.get(server)?.from ?? 0, to: spentBy(server) });
    },
    soFar(): ProcessorTime {
      const now = machineTime();
      const server = [...servers].reduce((sum, [each, { from, to = spentBy(each) }]) => sum + to - from, 0);
      const own = cpuMilliseconds(subscribers.pids()) - subscribersAtFirst;
      return {
        server: server / 1_000,
        subscribers: own / 1_000,
        others: Math.max(0, now.busy - machineAtFirst.busy - server - own) / 1_000,
        idle: (now.idle - machineAtFirst.idle) / 1_000,
      };
    },
  };
}

function machineTime(): { readonly busy: number; readonly idle: number } {
  let [busy, idle] = [0, 0];
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, idle };
}
