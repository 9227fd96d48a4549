import { readdirSync, readFileSync } from "node:fs";

/** Linux counts a process's CPU time in hundredths of a second, whatever its own clock runs at. */
const tickMilliseconds = 10;

/** Process id and all that it started, and those started, as they are now. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = Number(fieldsOf(Number(entry))?.[1]);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const reached = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(reached)];
  return reached(root);
}

/** User and system time of these processes since they began, all threads, and of those they started that have ended. */
export const cpuMilliseconds = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = (fieldsOf(pid) ?? [])
      .slice(11, 15)
      .map(Number);
    return sum + (user + system + endedUser + endedSystem) * tickMilliseconds;
  }, 0);

export interface Memory {
  /** Resident now, in MB. */
  readonly resident: number;
  /** The most that ever was resident, in MB. */
  readonly peak: number;
}

export function memoryOf(pids: readonly number[]): Memory {
  const sum = (field: string) =>
    pids.reduce((total, pid) => {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      return total + Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
    }, 0);
  return { resident: sum("VmRSS"), peak: sum("VmHWM") };
}

/** What `/proc/<pid>/stat` says after the program's name, which may hold anything; nothing once the process is gone. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
