import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { StartupError } from "../startup-error.ts";
import type { OperatingUser } from "./operating-user.ts";
import { commandLine, workingDirectory } from "./os-process.ts";

/**
 * Runs the server with a watcher beside it that holds one end of a pipe to us. When we die, even by kill -9, the
 * pipe closes and the watcher stops the server; a line down the pipe sends the watcher home instead.
 * `exec` keeps the shell's process number for the server; the double fork keeps the watcher out of the server's children.
 */
const WATCHED = `
( { read -r line <&3 || kill -INT $$; } & )
exec "$@" 3<&-
`;

const READY_WITHIN = 120_000;
const POLL = 15;

export interface Server {
  stop(): Promise<void>;
}

/** Starts the server on an existing cluster and waits until it accepts connections. */
export async function launch(
  cluster: string,
  {
    postgres,
    user,
    port,
    durable,
    log,
  }: { postgres: string; user: OperatingUser | undefined; port: number; durable: boolean; log: string },
): Promise<Server> {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const output = openSync(log, "w", 0o600);
  let child: ChildProcess;
  try {
    // In a session of its own, so that the terminal's Ctrl-C reaches us and not the server.
    child = spawn("/bin/sh", ["-c", WATCHED, "sh", postgres, "-D", cluster, ...options], {
      ...user,
      cwd: "/",
      env: { LC_ALL: "C" },
      detached: true,
      stdio: ["ignore", output, output, "pipe"],
    });
    await once(child, "spawn");
  } finally {
    closeSync(output);
  }
  const pipe = child.stdio[3] as Writable;
  pipe.on("error", () => {});
  child.once("exit", () => pipe.end("\n"));

  const pid = child.pid as number;
  const running = () => child.exitCode === null && child.signalCode === null;
  try {
    await becomesReady(cluster, pid, running);
  } catch (error) {
    await shutDown(pid, running);
    const lines = readFileSync(log, "utf8");
    const reason = /FATAL: .*/.exec(lines)?.[0] ?? (error as Error).message;
    throw new StartupError(`PostgreSQL did not start: ${reason} (log: ${log})`, { cause: new Error(lines) });
  }
  return { stop: () => shutDown(pid, running) };
}

/** Stops a server that an earlier start left on this cluster, if one runs, and takes away its lock. */
export async function stopLeftover(cluster: string): Promise<void> {
  const pid = postmaster(cluster)?.pid;
  if (pid !== undefined) {
    await shutDown(pid, () => serves(pid, cluster));
  }
  // After a crash the number may meanwhile belong to any program, which PostgreSQL would take for a running server.
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** A server works inside its cluster, however it was started; where that cannot be asked, its command line must do. */
function serves(pid: number, cluster: string): boolean {
  const line = commandLine(pid);
  if (!line?.includes("postgres")) return false;
  const place = workingDirectory(pid);
  return place === undefined ? `${line} `.includes(`-D ${cluster} `) : place === realpathSync(cluster);
}

/** Fast shutdown, then the immediate one, which costs only a recovery at the next start. */
async function shutDown(pid: number, running: () => boolean): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 10_000],
  ] as const) {
    if (!running()) return;
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between.
    }
    for (const end = Date.now() + patience; running() && Date.now() < end; ) await pause(POLL);
  }
  if (running()) throw new StartupError(`PostgreSQL (process ${pid}) does not stop.`);
}

async function becomesReady(cluster: string, pid: number, running: () => boolean): Promise<void> {
  for (const end = Date.now() + READY_WITHIN; Date.now() < end; await pause(POLL)) {
    if (!running()) throw new Error("it ended at once");
    const state = postmaster(cluster);
    if (state?.pid === pid && state.status === "ready") return;
  }
  throw new Error(`it was not ready within ${READY_WITHIN / 1000} s`);
}

/** What the server says of itself in its lock file: line 1 its process, line 8 its state. */
function postmaster(cluster: string): { pid: number; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    return pid > 1 ? { pid, status: lines[7]?.trim() } : undefined;
  } catch {
    return undefined;
  }
}
