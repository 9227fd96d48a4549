import type { PinnedProcess } from "./pinned-process.ts";
import { cpuMilliseconds } from "./process-tree.ts";

const look = 1_000;

/** What counts as nothing to do: a process's rounds of upkeep and of following feeds, in milliseconds a second. */
const idle = 60;

/** Seconds in a row. */
const lasting = 3;

/**
 * Waits until a service has done what it does of its own accord after its start, such as taking in what others wrote
 * before. It would be counted to whoever is measured first.
 */
export async function untilIdle(service: PinnedProcess, patience = 300_000): Promise<void> {
  const deadline = performance.now() + patience;
  service.resume();
  try {
    for (let calm = 0; calm < lasting; ) {
      if (performance.now() > deadline) throw new Error(`it was still busy after ${patience / 1000} s`);
      const pids = service.pids();
      const before = cpuMilliseconds(pids);
      await new Promise((resolve) => setTimeout(resolve, look));
      calm = cpuMilliseconds(pids) - before <= idle * pids.length ? calm + 1 : 0;
    }
  } finally {
    service.pause();
  }
}
