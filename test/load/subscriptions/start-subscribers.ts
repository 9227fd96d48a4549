import { Subscriber } from "./subscriber.ts";

/** What a process of subscribers is told to open. */
export interface SubscribersOrder {
  readonly port: number;
  /** `Authorization` headers, dealt out in turn. */
  readonly authorizations: readonly string[];
  readonly count: number;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** The position after which nothing is to be missed. */
  readonly after: number;
  /** How many events there will be. */
  readonly events: number;
}

/** How far it has come: little enough to be asked for while latencies are measured. */
export interface SubscribersProgress {
  readonly connected: number;
  readonly delivered: number;
  readonly refusals: readonly string[];
}

export interface SubscribersReport extends SubscribersProgress {
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from before the change was written until it was told, for each delivery but those of the first event. */
  readonly latencies: readonly number[];
  /** Times that a connection broke. */
  readonly interruptions: number;
}

/** How many connections are being opened at a time. */
const atOnce = 50;

let subscribers: Subscriber[] = [];

/** A process full of subscribers, apart from the server so that they do not share its memory and time. */
process.on("message", (order: SubscribersOrder | "progress" | "report") => {
  if (typeof order === "object") open(order);
  process.send?.(order === "report" ? report() : progress());
});
process.on("disconnect", () => process.exit());

function open({ authorizations, count, ...settings }: SubscribersOrder): void {
  subscribers = Array.from({ length: count }, (_, index) => {
    const authorization = authorizations[index % authorizations.length] ?? "";
    return new Subscriber({ ...settings, authorization });
  });
  const waiting = [...subscribers];
  const openNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.open();
  };
  for (let lane = 0; lane < atOnce; lane++) void openNext();
}

function progress(): SubscribersProgress {
  let [connected, delivered] = [0, 0];
  const refusals = new Set<string>();
  for (const subscriber of subscribers) {
    if (subscriber.connected) connected += 1;
    delivered += subscriber.tally.delivered;
    for (const refusal of subscriber.tally.refusals) refusals.add(refusal);
  }
  return { connected, delivered, refusals: [...refusals] };
}

function report(): SubscribersReport {
  const tallies = subscribers.map(({ tally }) => tally);
  const counts = tallies.flatMap(({ seen }) => [...seen]);
  return {
    ...progress(),
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    latencies: tallies.flatMap(({ latencies }) => latencies),
    interruptions: tallies.reduce((sum, { interruptions }) => sum + interruptions, 0),
  };
}
