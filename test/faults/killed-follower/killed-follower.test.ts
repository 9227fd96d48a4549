import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connectRemoteSubgraphs } from "../../../infra/stack/remote-subgraphs.ts";
import { startStack } from "../../../infra/stack/stack.ts";
import { startSubgraphProcesses } from "../../../infra/stack/subgraph-processes.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { gatewayIdentity } from "../../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../../subgraphs/shared/signing-key.ts";
import { type Command, startCommand } from "../../testkit/command.ts";
import { createDatabases } from "../../testkit/database.ts";
import { freePort } from "../../testkit/free-port.ts";
import { temporaryDirectory } from "../../testkit/temporary-directory.ts";

// A few kills with every test run; `npm run test:kills` makes it twenty, during ten thousand entries.
const kills = Number(process.env.KILLS ?? 3);
const entries = Number(process.env.ENTRIES ?? 1_500);
const patience = 30_000;
const looksEvery = 1_000;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

const log = pino({ level: process.env.LOG_LEVEL ?? "silent" }, pino.destination(2));
const closing: (() => unknown)[] = [];
let tickets: Client;
let evaluation: Client;
let startFollower: () => Command;

/** The tickets subgraph, the data bureau's and the gateway, serving all the while; the follower is started by the test. */
beforeAll(async () => {
  const directory = await temporaryDirectory();
  const running = ["tickets", "stewardship"];
  const { urls, drop } = await createDatabases([...running, "evaluation"]);
  closing.push(drop);
  const subgraphUrls = new Map(
    subgraphs.map(({ name }) => [name, `unix:${join(directory, `${name}.sock`)}`] as const),
  );
  const port = await freePort();
  const gatewayUrl = `http://127.0.0.1:${port}`;
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const identity = { issuer: "https://issuer.test", audience: "whistlegraph" };
  const stack = await startStack({
    connections: connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log }),
    gatewayKey,
    // Nobody but the services asks: their keys are their subgraphs'.
    identity: { ...identity, keys: { keys: [] }, services: subgraphUrls },
    host: "127.0.0.1",
    port,
    clock: () => new Date(),
    log,
  });
  closing.push(() => stack.stop());
  const environment = { FEED_INTERVAL_MS: String(looksEvery), LOG_LEVEL: "silent", HOST: "127.0.0.1" };
  const processes = await startSubgraphProcesses({
    databaseUrls: new Map(Object.entries(urls)),
    subgraphUrls: new Map([...subgraphUrls].filter(([name]) => running.includes(name))),
    gatewayUrl,
    environment: { PATH: process.env.PATH, ...environment },
    log,
  });
  closing.push(() => processes.stop());
  startFollower = () =>
    startCommand(
      {
        ...environment,
        DATABASE_URL_EVALUATION: urls.evaluation ?? "",
        SUBGRAPH_URL_EVALUATION: subgraphUrls.get("evaluation") ?? "",
        GATEWAY_URL: gatewayUrl,
      },
      ["evaluation"],
      "start-subgraph.ts",
    );
  tickets = await connected(urls.tickets);
  evaluation = await connected(urls.evaluation);
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function connected(connectionString = ""): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  closing.push(() => client.end());
  return client;
}

interface Told {
  readonly subject: string;
  readonly kind: string;
  readonly payload: object;
}

const place = { division: "430105010003", handlingUnit: "430105-MARKET-SUPERVISION" };
const ticket = (index: number) => `430105-20260601-${String(index).padStart(6, "0")}`;
const whistle = (index: number) => `430105-W-20260601-${String(index).padStart(4, "0")}`;

/**
 * What becomes of a whistle: confirmed with nobody to grade, which is told on, once; confirmed with a unit, by which two
 * grades fall due; or overdue, by which a unit is proposed for the negative list.
 */
const outcomes = ["NOBODY", "UNIT", "OVERDUE"] as const;
const outcomeOf = (index: number) => outcomes[index % outcomes.length];

function endOf(index: number): Told {
  const { handlingUnit: unit } = place;
  const subject = whistle(index);
  if (outcomeOf(index) === "OVERDUE") {
    const late = [{ unit, signed: false }];
    const payload = { clock: "SIGN", dueAt: "2026-05-31T09:00:00Z", division: "430105010", late };
    return { subject, kind: "WHISTLE_OVERDUE", payload };
  }
  const participants = outcomeOf(index) === "UNIT" ? [{ unit, role: "LEAD" }] : [];
  const payload = { kind: "TACKLING", blower: "430105010", division: "430105010", participants };
  return { subject, kind: "WHISTLE_CONFIRMED", payload };
}

/**
 * Every fourth entry ends a whistle of its own. The others give tickets feedback and take them to the ledger in turn: what
 * is due in the end says whether their order was kept.
 */
function toldOf(index: number, count: number): Told {
  if (index % 4 === 3) return endOf((index - 3) / 4);
  // Each has twelve turns, and half of them a thirteenth.
  const many = Math.floor((count * 3) / 4 / 12.5);
  const turn = Math.floor(index / 4) * 3 + (index % 4);
  const kind = Math.floor(turn / many) % 2 === 0 ? "TICKET_FEEDBACK_GIVEN" : "TICKET_LEDGERED";
  return { subject: ticket(turn % many), kind, payload: place };
}

async function tell(all: readonly Told[]): Promise<void> {
  await tickets.query(
    `INSERT INTO log_entry (subject, kind, at, actor_id, actor_post, actor_unit, payload)
     SELECT told ->> 'subject', told ->> 'kind', '2026-06-01T01:00Z'::timestamptz + number * interval '1 second',
            'test', 'CENTRE_DISPATCHER', '430105-COMMAND-CENTRE', told -> 'payload'
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS each (told, number) ORDER BY number`,
    [JSON.stringify(all)],
  );
}

/** Absent until the follower's first start has made its tables and looked once. */
async function position(): Promise<number | undefined> {
  const { rows } = await evaluation
    .query("SELECT position FROM feed_position WHERE feed = 'ticketFeed'")
    .catch(() => ({ rows: [] }));
  return rows[0]?.position;
}

/** Has the database itself note what each transaction of the follower's changes: the position, and what is told of whom. */
async function noteChanges(): Promise<void> {
  await evaluation.query(`
    CREATE TABLE noted (
      sequence serial, transaction xid8 DEFAULT pg_current_xact_id(), changed text, number text);
    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO noted (changed, number)
        VALUES (TG_TABLE_NAME, coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> TG_ARGV[0]);
      RETURN NULL;
    END $$;
    CREATE TRIGGER note AFTER UPDATE ON feed_position FOR EACH ROW EXECUTE FUNCTION note('position');
    CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON call_back_due
      FOR EACH ROW EXECUTE FUNCTION note('ticket_number');
    CREATE TRIGGER note AFTER INSERT ON whistle_evaluation FOR EACH ROW EXECUTE FUNCTION note('whistle_number');
    CREATE TRIGGER note AFTER INSERT ON negative_list_entry FOR EACH ROW EXECUTE FUNCTION note('whistle_number');
    CREATE TRIGGER note AFTER INSERT ON log_entry FOR EACH ROW WHEN (NEW.kind = 'WHISTLE_EVALUATED')
      EXECUTE FUNCTION note('subject')`);
}

/** Every position as it was moved to, with whatever else was changed in the same transaction. */
async function moves(): Promise<[number, string[]][]> {
  const { rows } = await evaluation.query(`
    SELECT max(number::int) FILTER (WHERE changed = 'feed_position') AS position,
           coalesce(array_agg(DISTINCT number) FILTER (WHERE changed <> 'feed_position'), '{}') AS effects
    FROM noted GROUP BY transaction ORDER BY min(sequence)`);
  return rows.map(({ position: moved, effects }) => [moved, effects]);
}

async function untilAt(goal: number, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  for (let at = await position(); at === undefined || at < goal; at = await position()) {
    if (performance.now() > deadline) throw new Error(`the follower is at ${at} of ${entries}, not ${goal}`);
    await wait(5);
  }
}

describe("a follower of a feed, killed again and again", () => {
  it("applies every entry once and in order, and is through soon after the last start", async () => {
    const all = Array.from({ length: entries }, (_, index) => toldOf(index, entries));
    let follower = startFollower();
    await untilAt(0, 120_000);
    await noteChanges();
    await tell(all);

    for (let killed = 0; killed < kills; killed++) {
      await untilAt(Math.floor(((killed + 1) * entries) / (kills + 2)), 120_000);
      follower.kill("SIGKILL");
      expect(await follower.ended()).toBe("SIGKILL");
      expect(await position()).toBeLessThan(entries);
      follower = startFollower();
    }
    closing.push(() => follower.kill("SIGKILL"));
    const begun = performance.now();
    await untilAt(entries, patience);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    process.stdout.write(`${entries} entries, ${kills} kills: through ${seconds} s after the last start\n`);

    // Each entry once, in order, and what it does with the position or not at all.
    expect(await moves()).toEqual(all.map(({ subject }, index) => [index + 1, [subject]]));

    const last = new Map(
      all.filter(({ kind }) => kind.startsWith("TICKET_")).map(({ subject, kind }) => [subject, kind]),
    );
    const { rows: due } = await evaluation.query("SELECT ticket_number FROM call_back_due ORDER BY 1");
    const expected = [...last].filter(([, kind]) => kind === "TICKET_FEEDBACK_GIVEN").map(([each]) => each);
    expect(due.map(({ ticket_number }) => ticket_number)).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(last.size);

    // One at a time, each once the one before was applied: looking now and then would take twice the patience.
    const more = (2 * patience) / looksEvery;
    const toldSince = performance.now();
    for (let index = 0; index < more; index++) {
      await tell([{ subject: ticket(index), kind: "TICKET_LEDGERED", payload: place }]);
      await untilAt(entries + index + 1, patience - (performance.now() - toldSince));
    }
    const each = ((performance.now() - toldSince) / more).toFixed(0);
    process.stdout.write(`${each} ms from change to effect\n`);
  });
});
