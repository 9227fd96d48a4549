import { table } from "../table.ts";
import type { ProcessorTime } from "./processor-time.ts";
import type { SubscribersReport } from "./start-subscribers.ts";

/** What became of one run. */
export interface Outcome {
  readonly subscriptions: number;
  readonly callers: number;
  /** Events each subscription had to be told of, the first one included. */
  readonly events: number;
  /** Milliseconds until all were open. */
  readonly opening: number;
  /** MB resident in the server for all of them. */
  readonly memory: number;
  readonly told: SubscribersReport;
  /** From after the first event to the last delivery. */
  readonly time: ProcessorTime;
  /** Milliseconds from a kill until all were connected again, and until the server answered. */
  readonly returned?: { readonly all: number; readonly server: number } | undefined;
}

export function outcomeTable(outcome: Outcome): string {
  const { subscriptions, callers, events, opening, memory, told, time, returned } = outcome;
  const sorted = Float64Array.from(told.latencies).sort();
  const at = (share: number): string => `${sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN} ms`;
  const each = (seconds: number): string => `${((seconds * 1e6) / sorted.length).toFixed(0)} µs`;
  const cpu = (seconds: number): string => `${seconds.toFixed(1)} s`;
  return table(
    ["measured", "figure"],
    [
      ["subscriptions open", `${subscriptions} of ${callers} callers, ${opening.toFixed(0)} ms to open`],
      ["deliveries", `${told.delivered} of ${subscriptions * events}`],
      ["lost", String(told.lost)],
      ["doubled", String(told.doubled)],
      ["latency, median", at(0.5)],
      ["latency, p99", at(0.99)],
      ["latency, longest", at(1)],
      ["CPU of the server", `${cpu(time.server)}, ${each(time.server)} for each delivery`],
      ["CPU of the subscribers", `${cpu(time.subscribers)}, ${each(time.subscribers)} for each delivery`],
      ["CPU of PostgreSQL and all others", cpu(time.others)],
      ["CPU left idle", cpu(time.idle)],
      ["server memory for each", `${((memory * 1024) / subscriptions).toFixed(1)} kB`],
      ["connections broken", String(told.interruptions)],
      ...(returned
        ? [
            ["server up again after the kill", cpu(returned.server / 1_000)],
            ["all back after the kill", cpu(returned.all / 1_000)],
          ]
        : []),
      ...told.refusals.map((refusal) => ["refused", refusal]),
    ],
  );
}
