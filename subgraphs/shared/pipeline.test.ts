import { setImmediate as turn } from "node:timers/promises";
import { Pool, type PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabases } from "../../test/testkit/database.ts";
import { isDatabaseGone } from "./database.ts";
import { Pipelines } from "./pipeline.ts";

let url: string;
let drop: () => Promise<void>;
let pool: Pool;
beforeAll(async () => {
  const made = await createDatabases(["pipelines"]);
  drop = made.drop;
  url = made.urls.pipelines ?? "";
  pool = new Pool({ connectionString: url });
});
afterAll(async () => {
  await pool.end();
  await drop();
});

let now: number;
let pipelines: Pipelines;
beforeEach(() => {
  now = 0;
  pipelines = new Pipelines({ url, now: () => now });
});
afterEach(() => pipelines.close());

const ask = async (text: string, values: unknown[] = [], name?: string) => {
  const pipeline = await pipelines.free();
  if (!pipeline) throw new Error("none is free");
  return pipeline.send({ text, values, ...(name && { name }) });
};
const who = "SELECT pg_backend_pid() AS pid";
const others = async (): Promise<number[]> =>
  (
    await pool.query(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
    )
  ).rows.map(({ pid }) => pid);

describe("statements of one moment", () => {
  it("open one connection when they are the first, and use one when they come one by one", async () => {
    const pids = (await Promise.all(Array.from({ length: 20 }, () => ask(who)))).map(([row]) => row?.pid);
    expect(new Set(pids).size).toBe(1);
    for (let time = 0; time < 5; time++) await ask(who);
    expect(await others()).toHaveLength(1);
  });

  it("open another while answers are due, and then take the one with fewer", async () => {
    const pids = new Set<unknown>();
    while (pids.size < 2) {
      const rows = await Promise.all([ask(who), turn().then(() => ask(who))]);
      for (const [row] of rows) pids.add(row?.pid);
    }
    expect(await others()).toHaveLength(2);
  });

  it("each get their own answer", async () => {
    const sent = Array.from({ length: 200 }, (_, index) => index);
    const rows = await Promise.all(
      sent.map((index) => ask("SELECT $1::int AS index", [index], `of ${index % 3}`)),
    );
    expect(rows.map(([row]) => row?.index)).toEqual(sent);
  });

  it("fail alone", async () => {
    const answers = await Promise.allSettled(
      ["1", "many", "3"].map((text) => ask("SELECT cast($1::text AS int) AS number", [text], "number")),
    );
    expect(answers).toMatchObject([
      { value: [{ number: 1 }] },
      { reason: { code: "22P02" } },
      { value: [{ number: 3 }] },
    ]);
  });
});

describe("a slow statement", () => {
  let blocker: PoolClient;
  beforeEach(async () => {
    blocker = await pool.connect();
    await blocker.query("SELECT pg_advisory_lock(1)");
  });
  afterEach(async () => {
    await blocker.query("SELECT pg_advisory_unlock_all()");
    blocker.release();
  });
  const slow = () => ask("SELECT pg_advisory_lock_shared(1)");

  it("is in nobody's way once that is noticed: others take the other connection, or go elsewhere", async () => {
    await ask(who);
    const first = slow();
    await turn();
    now += 51;
    expect(await ask(who)).toHaveLength(1); // on the second, which is opened for it
    const second = slow();
    await turn();
    now += 51;
    expect(await pipelines.free()).toBeUndefined();

    await blocker.query("SELECT pg_advisory_unlock(1)");
    await Promise.all([first, second]);
    expect(await pipelines.free()).toBeDefined();
  });
});

describe("a connection that breaks", () => {
  it("tells all who wait for an answer, and is replaced", async () => {
    const [row] = await ask(who);
    const waiting = Promise.allSettled([ask("SELECT pg_sleep(60)"), ask("SELECT pg_sleep(60)")]);
    await turn();
    await turn();
    await pool.query("SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid", [await others()]);
    for (const { reason } of (await waiting) as PromiseRejectedResult[])
      expect(isDatabaseGone(reason)).toBe(true);
    const [next] = await ask(who);
    expect(next?.pid).not.toBe(row?.pid);
  });

  it("cannot be replaced while the database is away", async () => {
    const away = new Pipelines({ url: "postgres://nobody@127.0.0.1:1/none" });
    const error = await away.free().catch((error: unknown) => error);
    expect(isDatabaseGone(error)).toBe(true);
    await away.close();
  });
});

it("leaves no connection behind", async () => {
  await Promise.all(Array.from({ length: 9 }, () => ask(who)));
  await pipelines.close();
  await expect.poll(others).toEqual([]);
  expect(await pipelines.free()).toBeUndefined();
});
