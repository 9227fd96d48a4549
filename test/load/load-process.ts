import { once } from "node:events";
import { join } from "node:path";
import { startPinned } from "./pinned-process.ts";
import type { LoadOrder, LoadReport } from "./start-load.ts";

/** The load generator, running on cores of its own. */
export interface LoadProcess {
  pids(): readonly number[];
  pin(cores: string): void;
  run(order: LoadOrder): Promise<LoadReport>;
  stop(): Promise<void>;
}

export function startLoad(directory: string, cores: string): LoadProcess {
  const running = startPinned(
    {
      program: process.execPath,
      // Room enough for garbage, so that collecting it does not slow the clients down.
      options: ["--max-semi-space-size=64", "--import", "tsx", join(import.meta.dirname, "start-load.ts")],
    },
    { cores, logFile: join(directory, "load.log"), withChannel: true },
  );
  return {
    pids: () => running.pids(),
    pin: (to) => running.pin(to),
    async run(order) {
      const reply = once(running.child, "message");
      running.child.send(order);
      const [report] = (await reply) as [LoadReport | { readonly failed: string }];
      if ("failed" in report) throw new Error(report.failed);
      return report;
    },
    stop: () => running.stop(),
  };
}
