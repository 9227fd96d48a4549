import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openIssuer } from "../../../infra/issuer/issuer.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { freePort } from "../../testkit/free-port.ts";
import { openCaseDatabases } from "../case/case-databases.ts";
import { type PinnedProcess, startPinned } from "../pinned-process.ts";
import { profiled, profileTable, takeProfile } from "../profile.ts";
import { type Outcome, outcomeTable } from "./outcome.ts";
import { countProcessorTime } from "./processor-time.ts";
import type { ServerOrder } from "./start-server.ts";
import type { SubscribersOrder, SubscribersProgress, SubscribersReport } from "./start-subscribers.ts";
import { openTicketEvents } from "./ticket-events.ts";

export const usage = `Many open subscriptions to one ticket, joined across departments, every event delivered to each.

  npm run bench -- subscriptions [options]

  --subscriptions <n>   open at once (10000)
  --events <n>          written one after the other (10)
  --every <ms>          between two events (2000)
  --callers <n>         people who hold them, the same number of screens each (one for each subscription)
  --processes           each subgraph in a process of its own
  --kill                kill the gateway after half of the events, and start it again
  --profile             where the server spends its time while they are opened, and while events are delivered

CPU of server and subscribers is counted while events are delivered, beside what the rest of the machine took: latencies
mean little where others were busy.
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
const lookEvery = 200;

export async function bench(given: readonly string[]): Promise<void> {
  const options = readOptions(given);
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-subscriptions-"));
  // PostgreSQL's own user must be able to enter it, or the database's files are left behind elsewhere.
  await chmod(directory, 0o755);
  const profileFile = join(directory, "server.cpuprofile");
  const opened: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  try {
    const databases = await openCaseDatabases(join(directory, "data"));
    opened.push(() => databases.stop());
    const ticket = await openTicketEvents(databases.urls.get("tickets") ?? "");
    opened.push(() => ticket.close());
    const issuer = await openIssuer({ directory, ...identity });
    const order: ServerOrder = {
      databaseUrls: [...databases.urls],
      sourceUrls: [...databases.sourceUrls],
      identity: { ...identity, keys: issuer.jwks },
      port: await freePort(),
      ...(options.processes ? { subgraphUrls: await urlsOf(subgraphs) } : {}),
    };
    const startServer = async (): Promise<PinnedProcess> => {
      const server = startNode("start-server.ts", directory, options.profile ? profileFile : undefined);
      opened.push(() => server.stop());
      server.child.send(order);
      await Promise.race([once(server.child, "message"), failed(server)]);
      return server;
    };
    let server = await startServer();
    say("the server is up");
    const measured = async (title: string, work: () => Promise<void>): Promise<void> => {
      if (!options.profile) return work();
      const profile = await takeProfile(server, profileFile, work);
      server.resume();
      say(`the server's time while ${title}\n${profileTable(profile)}`);
    };

    const subscribers = startNode("start-subscribers.ts", directory);
    opened.push(() => subscribers.stop());
    const tell = async <Answer = SubscribersProgress>(
      what: SubscribersOrder | "progress" | "report",
    ): Promise<Answer> => {
      const answer = once(subscribers.child, "message");
      subscribers.child.send(what);
      const [told] = (await answer) as [Answer];
      return told;
    };
    const until = async (what: "connected" | "delivered", count: number): Promise<void> => {
      const from = performance.now();
      let saidAt = from;
      for (;;) {
        const { [what]: reached, refusals } = await tell("progress");
        const now = performance.now();
        if (reached >= count || now - from > patience) return;
        if (refusals.length > 0) throw new Error(refusals.join("\n"));
        if (now - saidAt > 2_000) {
          say(`${reached} of ${count} ${what}`);
          saidAt = now;
        }
        await wait(lookEvery);
      }
    };

    const authorizations = await authorizationsOf(options.callers, ticket.district, issuer);
    say(`${options.callers} callers have their tokens`);
    const memoryBefore = server.memory().resident;
    const openingAt = performance.now();
    await measured("they are opened", async () => {
      await tell({
        port: order.port,
        authorizations,
        count: options.subscriptions,
        query,
        variables: { number: ticket.number },
        after: ticket.after,
        events: options.events + 1,
      });
      await until("connected", options.subscriptions);
    });
    const opening = performance.now() - openingAt;
    await ticket.write(0);
    await until("delivered", options.subscriptions);
    say("all are open and were told of the first event");

    const memory = server.memory().resident - memoryBefore;
    const time = countProcessorTime(subscribers);
    time.begins(server);
    let returning: Promise<Outcome["returned"]> | undefined;
    await measured("events are delivered", async () => {
      for (let event = 1; event <= options.events; event++) {
        // Events go on while nobody is there to be told: whoever comes back asks for them.
        if (options.kill && event === Math.ceil(options.events / 2)) returning = killAndReturn();
        await ticket.write(event);
        say(`event ${event} of ${options.events} is written`);
        await wait(options.every);
      }
      await returning;
      await until("delivered", (options.events + 1) * options.subscriptions);
    });
    const told = await tell<SubscribersReport>("report");
    const { subscriptions, callers } = options;
    const outcome: Outcome = {
      subscriptions,
      callers,
      events: options.events + 1,
      opening,
      memory,
      told,
      time: time.soFar(),
      returned: await returning,
    };
    process.stdout.write(`${outcomeTable(outcome)}\n`);

    async function killAndReturn(): Promise<Outcome["returned"]> {
      const killedAt = performance.now();
      time.ends(server);
      for (const pid of server.pids()) process.kill(pid, "SIGKILL");
      say("the server is killed");
      server = await startServer();
      time.begins(server);
      const up = performance.now() - killedAt;
      say("the server is up again");
      await until("connected", options.subscriptions);
      return { all: performance.now() - killedAt, server: up };
    }
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

function readOptions(given: readonly string[]) {
  const { values } = parseArgs({
    args: [...given],
    options: {
      subscriptions: { type: "string", default: "10000" },
      events: { type: "string", default: "10" },
      every: { type: "string", default: "2000" },
      callers: { type: "string" },
      processes: { type: "boolean", default: false },
      kill: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
    },
  });
  const { processes, kill, profile } = values;
  if (kill && profile) throw new Error("a server that is killed leaves no profile behind");
  return {
    subscriptions: Number(values.subscriptions),
    events: Number(values.events),
    every: Number(values.every),
    callers: Number(values.callers ?? values.subscriptions),
    processes,
    kill,
    profile,
  };
}

const say = (what: string): void => {
  process.stdout.write(`${performance.now().toFixed(0).padStart(7)} ms  ${what}\n`);
};

function startNode(file: string, directory: string, profileFile?: string): PinnedProcess {
  const command = {
    program: process.execPath,
    options: ["--max-semi-space-size=64", "--import", "tsx", join(import.meta.dirname, file)],
  };
  return startPinned(profileFile ? profiled(command, profileFile) : command, {
    cores: "0,1",
    logFile: join(directory, `${file}.log`),
    withChannel: true,
  });
}

async function failed({ child, lastWords }: PinnedProcess): Promise<never> {
  await once(child, "exit");
  throw new Error(lastWords());
}

const urlsOf = (all: readonly { readonly name: string }[]) =>
  Promise.all(all.map(async ({ name }) => [name, `http://127.0.0.1:${await freePort()}`] as const));

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
