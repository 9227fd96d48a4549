import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { processIdentity } from "../../infra/postgres/os-process.ts";
import { freePort } from "./free-port.ts";

const root = join(import.meta.dirname, "..", "..");

/** A program of ours as a process of its own, told by environment variables alone. */
export interface Command {
  readonly pid: number;
  /** What it printed so far. */
  readonly output: { readonly stdout: string; readonly stderr: string };
  /** Resolves with the ready line; rejects when the command ends before. */
  ready(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

/** What `npm start` runs, unless another of the programs in `infra/` is named. */
export function startCommand(
  environment: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  program = "start.ts",
): Command {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "infra", program), ...options], {
    cwd: root,
    env: { ...surroundings(), DATASET_SCALE: "none", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return {
    pid: child.pid as number,
    output,
    async ready() {
      for (;;) {
        if (output.stdout.endsWith("\n")) return output.stdout.trimEnd();
        const going = await Promise.race([once(child.stdout, "data"), ended.then(() => undefined)]);
        if (!going) throw new Error(`it ended before it was ready: ${output.stderr}`);
      }
    },
    kill: (signal) => void child.kill(signal),
    ended: () => ended,
  };
}

/** Of our own environment only what any program needs: no setting of whoever runs the tests. */
const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(["PATH", "HOME", "LANG", "TMPDIR"].map((name) => [name, process.env[name]]));

/** Ports nobody uses for everything a start listens on. */
export async function freePorts(subgraphs: readonly string[]): Promise<Record<string, string>> {
  const ports = { PORT: await freePort(), POSTGRES_PORT: await freePort() };
  const urls = subgraphs.map(async (name) => [
    `SUBGRAPH_URL_${name.toUpperCase().replaceAll("-", "_")}`,
    `http://127.0.0.1:${await freePort()}`,
  ]);
  return {
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    ...Object.fromEntries(await Promise.all(urls)),
  };
}

export interface RunningProcess {
  readonly pid: number;
  /** Its command line. */
  readonly command: string;
  /** Tells it from a later one of the same number. */
  readonly identity: string;
}

/** Everything that runs because of the command: its children, theirs, and what works in its data directory. */
export function processesOf(command: Command, directory?: string): readonly RunningProcess[] {
  const all = execFileSync("ps", ["-e", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
    .map(([pid, parent, line = ""]) => ({ pid: Number(pid), parent: Number(parent), command: line }));
  const ours = new Set([command.pid]);
  for (let size = 0; size < ours.size; ) {
    size = ours.size;
    for (const { pid, parent, command } of all) {
      if (ours.has(parent) || (directory && command.includes(directory))) ours.add(pid);
    }
  }
  return all.flatMap(({ pid, command }) => {
    const identity = ours.has(pid) ? processIdentity(pid) : undefined;
    return identity ? [{ pid, command, identity }] : [];
  });
}

/** Waits until none of these processes runs any more. */
export const allGone = (processes: readonly RunningProcess[]): Promise<void> =>
  vi.waitFor(
    () => expect(processes.filter(({ pid, identity }) => processIdentity(pid) === identity)).toEqual([]),
    { timeout: 15_000, interval: 20 },
  );
