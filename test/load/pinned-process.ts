import { type ChildProcess, type StdioOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { type Memory, memoryOf, processTree } from "./process-tree.ts";

export interface Command {
  readonly program: string;
  readonly options: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
}

/** A program kept to the cores it was given, which can be held still while others are measured. */
export interface PinnedProcess {
  readonly child: ChildProcess;
  /** The process and what it started. */
  pids(): readonly number[];
  memory(): Memory;
  /** Holds it still: it takes no time from whoever is measured. */
  pause(): void;
  /** Keeps it to other cores from now on. */
  pin(cores: string): void;
  resume(): void;
  stop(): Promise<void>;
  /** What it printed last, for a failure's message. */
  lastWords(): string;
}

export interface PinSettings {
  /** Cores as `taskset` names them: `0` or `0,1`. */
  readonly cores: string;
  /** Where what it prints is kept. */
  readonly logFile: string;
  /** Whether we speak with it over a channel. */
  readonly withChannel?: boolean;
}

const killAfter = 5_000;

/** What to end if this process is ended first: held still, they would never notice. */
const toEnd = new Set<() => void>();

function endWithUs(kill: () => void): void {
  if (toEnd.size === 0) {
    process.once("exit", () => {
      for (const each of toEnd) each();
    });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => process.exit(1));
  }
  toEnd.add(kill);
}

export function startPinned(
  { program, options, environment, directory }: Command,
  { cores, logFile, withChannel = false }: PinSettings,
): PinnedProcess {
  const log = openSync(logFile, "a");
  const stdio: StdioOptions = ["ignore", log, log, ...(withChannel ? (["ipc"] as const) : [])];
  const child = spawn("taskset", ["-c", cores, program, ...options], {
    stdio,
    env: { ...process.env, NODE_ENV: "production", ...environment },
    cwd: directory,
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error("taskset could not be started: is util-linux installed?");

  const signal = (name: NodeJS.Signals) => {
    for (const each of processTree(pid)) {
      try {
        process.kill(each, name);
      } catch {
        // It ended by itself in this very moment.
      }
    }
  };
  endWithUs(() => signal("SIGKILL"));
  return {
    child,
    pids: () => processTree(pid),
    memory: () => memoryOf(processTree(pid)),
    pause: () => signal("SIGSTOP"),
    resume: () => signal("SIGCONT"),
    pin(to) {
      for (const each of processTree(pid)) spawnSync("taskset", ["-a", "-c", "-p", to, String(each)]);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      signal("SIGCONT");
      signal("SIGTERM");
      const timer = setTimeout(() => signal("SIGKILL"), killAfter);
      await ended;
      clearTimeout(timer);
    },
    lastWords: () => readFileSync(logFile, "utf8").trim().split("\n").slice(-12).join("\n"),
  };
}
