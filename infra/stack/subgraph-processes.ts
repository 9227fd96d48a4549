import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { StartupError } from "../startup-error.ts";
import { healthOf } from "./remote-subgraphs.ts";

export interface ProcessSettings {
  readonly databaseUrls: ReadonlyMap<string, string>;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly gatewayUrl: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
}

export interface SubgraphProcesses {
  /** Process ids by subgraph, for tests that end one. */
  readonly pids: ReadonlyMap<string, number | undefined>;
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, "..", "start-subgraph.ts");
const startLimit = 60_000;
const restartPause = 1_000;

/**
 * One process per subgraph, each given its own database and nobody else's. A process that ends by itself is started
 * again; all end with this one, even if it is killed, because they watch the channel to it.
 */
export async function startSubgraphProcesses(settings: ProcessSettings): Promise<SubgraphProcesses> {
  const children = new Map<string, ChildProcess>();
  let stopping = false;

  const start = (name: string): ChildProcess => {
    const child = spawn(process.execPath, ["--import", "tsx", entry, name], {
      // Out of the terminal's process group: Ctrl-C reaches us, and we end them in order.
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      env: environmentOf(name, settings),
    });
    children.set(name, child);
    child.once("exit", (code, signal) => {
      if (stopping || !ready.has(name)) return;
      settings.log.error({ subgraph: name, code, signal }, "a subgraph ended and is started again");
      setTimeout(() => !stopping && start(name), restartPause).unref();
    });
    return child;
  };

  const ready = new Set<string>();
  const stop = async () => {
    stopping = true;
    await Promise.all([...children.values()].map(endProcess));
  };
  try {
    await Promise.all(
      [...settings.subgraphUrls].map(async ([name, url]) => {
        await untilReady(name, url, start(name));
        ready.add(name);
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    get pids() {
      return new Map([...children].map(([name, child]) => [name, child.pid]));
    },
    stop,
  };
}

function environmentOf(name: string, settings: ProcessSettings): NodeJS.ProcessEnv {
  const suffix = name.toUpperCase().replaceAll("-", "_");
  const own = Object.entries(settings.environment).filter(
    ([variable]) => !variable.startsWith("DATABASE_URL"),
  );
  return {
    ...Object.fromEntries(own),
    [`DATABASE_URL_${suffix}`]: settings.databaseUrls.get(name),
    [`SUBGRAPH_URL_${suffix}`]: settings.subgraphUrls.get(name),
    GATEWAY_URL: settings.gatewayUrl,
  };
}

async function untilReady(name: string, url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startLimit;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new StartupError(`The ${name} subgraph could not start; its last line says why.`);
    if ((await healthOf(url)) === "ready") return;
    await wait(100);
  }
  throw new StartupError(`The ${name} subgraph was not ready within ${startLimit / 1000} s.`);
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}
