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
  if (commandLine(pid) === undefined) return undefined;
  // In /proc/<pid>/stat the program's name may itself hold spaces and brackets; the start time is the 20th field after it.
  const started = linux
    ? readProc(pid, "stat")
        ?.replace(/^.*\)\s/s, "")
        .split(" ")[19]
    : ps(pid, "lstart=");
  return started ? `${pid} ${started}` : undefined;
}

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
