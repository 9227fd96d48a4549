import { Subscriber, type Tally } from "./subscriber.ts";

/** What a process of subscribers is told to open. */
export interface SubscribersOrder {
  readonly url: string;
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

export interface SubscribersReport {
  readonly connected: number;
  readonly delivered: number;
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from before the change was written until it was told, for each delivery but those of the first event. */
  readonly latencies: readonly number[];
  /** Times that a connection broke. */
  readonly interruptions: number;
  readonly refusals: readonly string[];
}

/** How many connections are being opened at a time. */
const atOnce = 50;

let subscribers: Subscriber[] = [];
let events = 0;

/** A process full of subscribers, apart from the server so that they do not share its memory and time. */
process.on("message", async (order: SubscribersOrder | "report") => {
  if (order !== "report") await open(order);
  process.send?.(report());
});
process.on("disconnect", () => process.exit());

async function open(order: SubscribersOrder): Promise<void> {
  const { url, authorizations, count, query, variables, after } = order;
  events = order.events;
  subscribers = Array.from({ length: count }, (_, index) => {
    const authorization = authorizations[index % authorizations.length] ?? "";
    return new Subscriber({ url, authorization, query, variables, after, events });
  });
  const waiting = [...subscribers];
  const openNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.open();
  };
  await Promise.all(Array.from({ length: atOnce }, openNext));
}

function report(): SubscribersReport {
  const tallies: readonly Tally[] = subscribers.map(({ tally }) => tally);
  const counts = tallies.flatMap(({ seen }) => [...seen]);
  return {
    connected: subscribers.filter(({ connected }) => connected).length,
    delivered: counts.filter((count) => count > 0).length,
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    latencies: tallies.flatMap(({ latencies }) => latencies),
    interruptions: tallies.reduce((sum, { interruptions }) => sum + interruptions, 0),
    refusals: [...new Set(tallies.flatMap(({ refusals }) => refusals))],
  };
}
