import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { openIssuer } from "../../../infra/issuer/issuer.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { freePort } from "../../testkit/free-port.ts";
import { openCaseDatabases } from "../case/case-databases.ts";
import { type PinnedProcess, startPinned } from "../pinned-process.ts";
import { cpuMilliseconds } from "../process-tree.ts";
import { table } from "../table.ts";
import type { ServerOrder } from "./start-server.ts";
import type { SubscribersOrder, SubscribersReport } from "./start-subscribers.ts";

export const usage = `Many open subscriptions to one ticket, joined across departments, every event delivered to each.

  npm run bench -- subscriptions [options]

  --subscriptions <n>   open at once (10000)
  --events <n>          written one after the other (10)
  --every <ms>          between two events (2000)
  --callers <n>         people who hold them, the same number of screens each (200)
  --processes           each subgraph in a process of its own
  --kill                kill the gateway after half of the events, and start it again
`;

const query = `subscription ($number: String, $after: Int) {
  ticketChanges(number: $number, after: $after) {
    position kind at
    ticket { number state overdue handlingUnit { code name } }
  }
}`;

const identity = { issuer: "https://issuer.load", audience: "whistlegraph" };
/** Longer than this, in milliseconds, nothing is waited for. */
const patience = 120_000;

export async function bench(given: readonly string[]): Promise<void> {
  const options = readOptions(given);
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-subscriptions-"));
  // PostgreSQL's own user must be able to enter it, or the database's files are left behind elsewhere.
  await chmod(directory, 0o755);
  const databases = await openCaseDatabases(join(directory, "data"));
  const tickets = new Client({ connectionString: databases.urls.get("tickets") ?? "" });
  const started: PinnedProcess[] = [];
  try {
    await tickets.connect();
    const issuer = await openIssuer({ directory, ...identity });
    const order: ServerOrder = {
      databaseUrls: [...databases.urls],
      identity: { ...identity, keys: issuer.jwks },
      port: await freePort(),
      ...(options.processes ? { subgraphUrls: await urlsOf(subgraphs) } : {}),
    };
    const start = async (): Promise<PinnedProcess> => {
      const server = startNode("start-server.ts", directory);
      started.push(server);
      server.child.send(order);
      await Promise.race([once(server.child, "message"), failed(server)]);
      return server;
    };
    let server = await start();
    const ticket = await someTicket(tickets);
    const subscribers = startNode("start-subscribers.ts", directory);
    started.push(subscribers);
    const report = async (ask: SubscribersOrder | "report"): Promise<SubscribersReport> => {
      const answer = once(subscribers.child, "message");
      subscribers.child.send(ask);
      const [told] = (await answer) as [SubscribersReport];
      return told;
    };

    const memoryBefore = server.memory().resident;
    const openedAt = performance.now();
    await report({
      url: `ws://127.0.0.1:${order.port}/graphql`,
      authorizations: await authorizationsOf(options.callers, ticket.district, issuer),
      count: options.subscriptions,
      query,
      variables: { number: ticket.number },
      after: await lastPosition(tickets),
      events: options.events + 1,
    });
    const opening = performance.now() - openedAt;
    const told = async (events: number): Promise<SubscribersReport> => {
      const waitingSince = performance.now();
      for (;;) {
        const current = await report("report");
        const whole = current.delivered === events * options.subscriptions;
        if (whole || performance.now() - waitingSince > patience) return current;
        await wait(100);
      }
    };

    await writeEvent(tickets, ticket.number, 0);
    const warm = await told(1);
    if (warm.refusals.length > 0) throw new Error(warm.refusals.join("\n"));
    const memoryAfter = server.memory().resident;
    const cpuBefore = cpuMilliseconds(server.pids());
    let returning: Promise<number> | undefined;
    for (let event = 1; event <= options.events; event++) {
      // Events go on while nobody is there to be told: whoever comes back asks for them.
      if (options.kill && event === Math.ceil(options.events / 2)) returning = killAndReturn();
      await writeEvent(tickets, ticket.number, event);
      await wait(options.every);
    }
    const back = await returning;
    const result = await told(options.events + 1);
    const cpu = cpuMilliseconds(server.pids()) - cpuBefore;
    process.stdout.write(`${tableOf(result)}\n`);

    async function killAndReturn(): Promise<number> {
      const killedAt = performance.now();
      for (const pid of server.pids()) process.kill(pid, "SIGKILL");
      server = await start();
      while ((await report("report")).connected < options.subscriptions) {
        if (performance.now() - killedAt > patience) break;
        await wait(100);
      }
      return performance.now() - killedAt;
    }

    function tableOf({
      latencies,
      delivered,
      lost,
      doubled,
      interruptions,
      refusals,
    }: SubscribersReport): string {
      const sorted = Float64Array.from(latencies).sort();
      const at = (share: number): string =>
        `${sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN} ms`;
      const expected = options.subscriptions * (options.events + 1);
      const perSubscription = ((memoryAfter - memoryBefore) * 1024) / options.subscriptions;
      return table(
        ["measured", "figure"],
        [
          [
            "subscriptions open",
            `${options.subscriptions} of ${options.callers} callers, ${opening.toFixed(0)} ms to open`,
          ],
          ["deliveries", `${delivered} of ${expected}`],
          ["lost", String(lost)],
          ["doubled", String(doubled)],
          ["latency, median", at(0.5)],
          ["latency, p99", at(0.99)],
          ["latency, longest", at(1)],
          ["server memory for each", `${perSubscription.toFixed(1)} kB`],
          [
            "server CPU for each delivery",
            options.kill ? "–" : `${((cpu * 1_000) / latencies.length).toFixed(0)} µs`,
          ],
          ["connections broken", String(interruptions)],
          ...(back === undefined ? [] : [["all back after a kill", `${(back / 1_000).toFixed(1)} s`]]),
          ...refusals.map((refusal) => ["refused", refusal]),
        ],
      );
    }
  } finally {
    await Promise.all(started.map((process) => process.stop()));
    await tickets.end();
    await databases.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(given: readonly string[]) {
  const { values } = parseArgs({
    args: [...given],
    options: {
      subscriptions: { type: "string", default: "10000" },
      events: { type: "string", default: "10" },
      every: { type: "string", default: "2000" },
      callers: { type: "string", default: "200" },
      processes: { type: "boolean", default: false },
      kill: { type: "boolean", default: false },
    },
  });
  const { processes, kill, ...numbers } = values;
  const [subscriptions, events, every, callers] = [
    numbers.subscriptions,
    numbers.events,
    numbers.every,
    numbers.callers,
  ].map(Number) as [number, number, number, number];
  return { subscriptions, events, every, callers, processes, kill };
}

const startNode = (file: string, directory: string): PinnedProcess =>
  startPinned(
    {
      program: process.execPath,
      options: ["--max-semi-space-size=64", "--import", "tsx", join(import.meta.dirname, file)],
    },
    { cores: "0,1", logFile: join(directory, `${file}.log`), withChannel: true },
  );

async function failed({ child, lastWords }: PinnedProcess): Promise<never> {
  await once(child, "exit");
  throw new Error(lastWords());
}

const urlsOf = (all: readonly { readonly name: string }[]) =>
  Promise.all(all.map(async ({ name }) => [name, `http://127.0.0.1:${await freePort()}`] as const));

interface SomeTicket {
  readonly number: string;
  readonly district: string;
}

async function someTicket(tickets: Client): Promise<SomeTicket> {
  const { rows } = await tickets.query<SomeTicket>(
    "SELECT number, district_code AS district FROM ticket WHERE handling_unit_code IS NOT NULL ORDER BY number LIMIT 1",
  );
  const [ticket] = rows;
  if (!ticket) throw new Error("the dataset has no ticket");
  return ticket;
}

async function lastPosition(tickets: Client): Promise<number> {
  const { rows } = await tickets.query("SELECT coalesce(max(position), 0) AS position FROM log_entry");
  return rows[0].position;
}

/** Dispatchers of the district: people of their own, who see the same tickets. */
const authorizationsOf = (
  count: number,
  district: string,
  issuer: Awaited<ReturnType<typeof openIssuer>>,
): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const holder = {
        id: `dispatcher ${index}`,
        post: Post.CENTRE_DISPATCHER,
        unit: `${district}-COMMAND-CENTRE`,
        division: district,
      } as const;
      return `Bearer ${await issuer.sign(holder, { now: new Date() })}`;
    }),
  );

/** One change as the subgraph makes it, from another process: the row and its log entry in one transaction. */
async function writeEvent(tickets: Client, number: string, index: number): Promise<void> {
  const at = new Date();
  await tickets.query("BEGIN");
  await tickets.query("UPDATE ticket SET version = version + 1 WHERE number = $1", [number]);
  await tickets.query(
    `INSERT INTO log_entry (subject, kind, at, actor_id, actor_post, actor_unit, payload)
     VALUES ($1, $2, $3, 'load', 'SERVICE', 'load', '{}')`,
    [number, `LOAD_${index}`, at],
  );
  await tickets.query("COMMIT");
}
