import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Logger } from "pino";
import { variableOf } from "../settings.ts";
import { type KeptProcess, keepRunning } from "../workers/kept-process.ts";

export interface ProcessSettings {
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where departments' existing systems are, by the subgraph that reads one. */
  readonly sourceUrls?: ReadonlyMap<string, string>;
  /** Where files are kept, by the subgraph that takes any. */
  readonly mediaUrls?: ReadonlyMap<string, string>;
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

/**
 * One process per subgraph, each given its own database and nobody else's. A process that ends by itself is started
 * again; all end with this one, even if it is killed, because they watch the channel to it.
 */
export async function startSubgraphProcesses(settings: ProcessSettings): Promise<SubgraphProcesses> {
  const names = [...settings.subgraphUrls.keys()];
  const kept = names.map((name) => keepSubgraph(name, settings));
  const stop = async () => {
    await Promise.all(kept.map((each) => each.stop()));
  };
  try {
    await Promise.all(kept.map(({ ready }) => ready));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    get pids() {
      return new Map(names.map((name, index) => [name, kept[index]?.pid]));
    },
    stop,
  };
}

const keepSubgraph = (name: string, settings: ProcessSettings): KeptProcess =>
  keepRunning({
    name: `The ${name} subgraph`,
    start: () =>
      spawn(process.execPath, ["--import", "tsx", entry, name], {
        // Out of the terminal's process group: Ctrl-C reaches us, and we end them in order.
        detached: true,
        stdio: ["ignore", "inherit", "inherit", "ipc"],
        env: environmentOf(name, settings),
      }),
    log: settings.log,
  });

function environmentOf(
  name: string,
  {
    environment,
    databaseUrls,
    sourceUrls = new Map(),
    mediaUrls = new Map(),
    subgraphUrls,
    gatewayUrl,
  }: ProcessSettings,
) {
  const others = /^DATABASE_URL|^SOURCE_URL|^MEDIA_URL|^GATEWAY_KEY_FILE$/;
  const shared = Object.entries(environment).filter(([variable]) => !others.test(variable));
  return {
    ...Object.fromEntries(shared),
    [variableOf("DATABASE_URL", name)]: databaseUrls.get(name),
    ...(sourceUrls.has(name) && { [variableOf("SOURCE_URL", name)]: sourceUrls.get(name) }),
    ...(mediaUrls.has(name) && { [variableOf("MEDIA_URL", name)]: mediaUrls.get(name) }),
    [variableOf("SUBGRAPH_URL", name)]: subgraphUrls.get(name),
    GATEWAY_URL: gatewayUrl,
    HOST: "127.0.0.1",
  };
}
