import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";

/** The command line of a running process; undefined when there is none (a zombie counts as gone). */
export function commandLine(pid: number): string | undefined {
  const line = linux ? readProc(pid, "cmdline")?.replaceAll("\0", " ").trim() : ps(pid, "command=");
  return line === "" ? undefined : line;
}

/**
 * Tells a process from a later one that was given the same number: the number alone proves nothing after a
 * restart of the machine or container.
 */
export function processIdentity(pid: number): string | undefined {
  const started = linux ? startOnLinux(pid) : commandLine(pid) && ps(pid, "lstart=");
  return started ? `${pid} ${started}` : undefined;
}

/** A process has no command line yet in the moment it begins, so whether it is gone is told by its state. */
function startOnLinux(pid: number): string | undefined {
  // In /proc/<pid>/stat the program's name may itself hold spaces and brackets; the start time is the 20th field after it.
  const [state = "", ...more] =
    readProc(pid, "stat")
      ?.replace(/^.*\)\s/s, "")
      .split(" ") ?? [];
  return goneStates.includes(state) ? undefined : more[18];
}

/** Zombie and dead, as the kernel calls them. */
const goneStates = ["Z", "X"];

/** Where a process is working; known on Linux only. */
export function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

const linux = existsSync("/proc/self/stat");

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync("ps", ["-ww", "-o", column, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
