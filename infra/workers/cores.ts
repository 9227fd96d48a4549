import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/**
 * Cores that this process may use, at least one. Node counts those of the machine, of which a container may have been
 * given a part only; that part is in its control group (version 2), as microseconds of work in a period.
 */
export function cores(limitFile = "/sys/fs/cgroup/cpu.max"): number {
  const [quota, period] = limitIn(limitFile).split(" ").map(Number);
  const given = quota && period ? Math.floor(quota / period) : Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(availableParallelism(), given));
}

function limitIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "max";
  }
}
