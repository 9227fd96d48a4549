import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Outcome } from "../main.ts";
import { variableOf } from "../settings.ts";
import { StartupError } from "../startup-error.ts";

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
const restartPause = 1_000;
/** More than a subgraph allows itself for an orderly end. */
const killAfter = 20_000;

/**
 * One process per subgraph, each given its own database and nobody else's. A process that ends by itself is started
 * again; all end with this one, even if it is killed, because they watch the channel to it.
 */
export async function startSubgraphProcesses(settings: ProcessSettings): Promise<SubgraphProcesses> {
  const { log } = settings;
  const children = new Map<string, ChildProcess>();
  const ready = new Set<string>();
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
      log.error({ subgraph: name, code, signal }, "a subgraph ended and is started again");
      setTimeout(restart, restartPause, name).unref();
    });
    return child;
  };
  const restart = (name: string): void => {
    if (stopping) return;
    untilReady(name, start(name)).catch((err: unknown) =>
      log.error({ err }, "a subgraph cannot be started again"),
    );
  };
  const stop = async () => {
    stopping = true;
    await Promise.all([...children.values()].map(end));
  };

  try {
    const starting = [...settings.subgraphUrls.keys()].map(async (name) => {
      await untilReady(name, start(name));
      ready.add(name);
    });
    await Promise.all(starting);
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

function environmentOf(
  name: string,
  { environment, databaseUrls, subgraphUrls, gatewayUrl }: ProcessSettings,
) {
  const shared = Object.entries(environment).filter(([variable]) => !variable.startsWith("DATABASE_URL"));
  return {
    ...Object.fromEntries(shared),
    [variableOf("DATABASE_URL", name)]: databaseUrls.get(name),
    [variableOf("SUBGRAPH_URL", name)]: subgraphUrls.get(name),
    GATEWAY_URL: gatewayUrl,
    HOST: "127.0.0.1",
  };
}

/** Migrations take as long as they take: only an end without having been ready is a failure. */
const untilReady = (name: string, child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new StartupError(`The ${name} subgraph could not start: ${reason}`));
    child.once("error", ({ message }) => fail(message));
    child.once("exit", (code, signal) => fail(`it ended with ${signal ?? code}.`));
    child.once("message", (outcome: Outcome) => ("ready" in outcome ? resolve() : fail(outcome.failed)));
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), killAfter);
  await ended;
  clearTimeout(timer);
}
