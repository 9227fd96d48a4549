import type { ChildProcess } from "node:child_process";
import cluster from "node:cluster";
import { join } from "node:path";
import type { JWK } from "jose";
import type { Logger } from "pino";
import { gatewayFlags } from "./gateway-flags.ts";
import { keepRunning } from "./kept-process.ts";
import { charging, type WorkerCharge } from "./worker-charge.ts";

const entry = join(import.meta.dirname, "..", "start-gateway-worker.ts");

export interface WorkersSettings {
  readonly count: number;
  readonly heapMegabytes: number;
  /** The gateway's private key. */
  readonly privateKey: JWK;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
}

export interface GatewayWorkers {
  /** Settles with the first start of all of them. */
  readonly ready: Promise<unknown>;
  /** Replaces one after the other, so that no request fails. What cannot be replaced stays, and is logged. */
  replaceAll(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Several gateway processes behind one port, which is opened by this one and shared by all of them: whoever is free
 * takes the next connection. This one serves nothing, and it alone holds the key until a worker asks for it over its
 * channel: never in a file, an argument or a variable that others could read.
 */
export function startGatewayWorkers({
  count,
  heapMegabytes,
  privateKey,
  environment,
  log,
}: WorkersSettings): GatewayWorkers {
  // Node's other way, to hand connections out one by one, loses those on their way to a worker that dies.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: entry, execArgv: gatewayFlags(heapMegabytes) });
  const workers = Array.from({ length: count }, (_, index) =>
    keepRunning({
      name: `Gateway worker ${index + 1}`,
      start() {
        const { process: child } = cluster.fork(withoutDatabases(environment));
        child.on("message", (message) => message === charging && tell(child, { privateKey }));
        return child;
      },
      retire: (child) => tell(child, { retire: true }),
      log,
    }),
  );

  let replacing: Promise<void> | undefined;
  const replaceAll = async () => {
    log.info({ workers: count }, "the gateway's workers are replaced, one after the other");
    try {
      for (const worker of workers) await worker.replace();
      log.info({ workers: count }, "the gateway's workers have been replaced");
    } catch (err) {
      log.error({ err }, "a gateway worker cannot be replaced: those that run stay");
    }
  };
  const ready = Promise.all(workers.map((worker) => worker.ready));
  // Who is told to end before waiting for it does not care how it went.
  ready.catch(() => undefined);
  return {
    ready,
    replaceAll() {
      replacing ??= replaceAll().finally(() => {
        replacing = undefined;
      });
      return replacing;
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** A gateway is given no department's database. A variable without a value is not handed on. */
const withoutDatabases = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      name.startsWith("DATABASE_URL") ? undefined : value,
    ]),
  );

/** A worker that has just died is not told, and needs no telling. */
const tell = (worker: ChildProcess, charge: WorkerCharge): void => void worker.send(charge, () => undefined);
