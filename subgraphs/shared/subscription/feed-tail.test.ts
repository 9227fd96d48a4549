import { pino } from "pino";
import type { DataSource } from "typeorm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openDatabase } from "../database.ts";
import { lastPosition } from "../feed.ts";
import { LogEntry, record } from "../log-entry.ts";
import { foundations } from "../migrations.ts";
import { servicePrincipal } from "../principal.ts";
import type { FeedFollower } from "./feed-follower.ts";
import { FeedTail } from "./feed-tail.ts";

const actor = { principal: servicePrincipal("notes"), at: new Date("2026-06-01T09:00:00+08:00") };
const divisions = new Map([
  ["here", "110117005001"],
  ["there", "110117006001"],
]);

let databases: TestDatabases;
let database: DataSource;
let tail: FeedTail;
/** Where the log ends when a test begins; the positions tests speak of are counted from here. */
let start: number;

beforeAll(async () => {
  databases = await createDatabases(["notes"]);
  const url = databases.urls.notes ?? "";
  database = await openDatabase({ url, entities: [LogEntry], migrations: foundations });
});
afterAll(async () => {
  await database.destroy();
  await databases.drop();
});

beforeEach(async () => {
  start = await lastPosition(database);
  tail = new FeedTail({
    database,
    databaseUrl: databases.urls.notes ?? "",
    divisionsOf: async () => divisions,
    log: pino({ level: "silent" }),
  });
});
afterEach(() => tail.close());

const write = (...subjects: string[]) =>
  database.transaction(async (transaction) => {
    for (const subject of subjects) await record(transaction, actor, { subject, kind: "NOTED" });
  });

/** So many entries about `n1`, `n2` … in one statement. */
const writeMany = (count: number, from = 1) =>
  database.query(
    `INSERT INTO log_entry (subject, kind, at, actor_id, actor_post, actor_unit, payload)
     SELECT 'n' || n, 'NOTED', now(), '', '', '', '{}' FROM generate_series($1::int, $2::int) AS n`,
    [from, from + count - 1],
  );

async function take(follower: FeedFollower<never>, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value } = await follower.next();
    taken.push(`${(value?.position ?? 0) - start} ${value?.subject}`);
  }
  return taken;
}

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `n${from + index}`);

describe("one who follows the log", () => {
  it("gets what is committed after he began, in order and each once", async () => {
    await write("past");
    const follower = await tail.follow({});
    const taken = take(follower, 3);
    await write("a", "b");
    await write("c");
    expect(await taken).toEqual(["2 a", "3 b", "4 c"]);
  });

  it("gets what he missed when he says which position he has, then what happens", async () => {
    await write("a", "b");
    const follower = await tail.follow({}, start + 1);
    expect(await take(follower, 1)).toEqual(["2 b"]);
    const taken = take(follower, 1);
    await write("c");
    expect(await taken).toEqual(["3 c"]);
  });

  it("never passes by an entry that was drawn earlier and committed later", async () => {
    const follower = await tail.follow({});
    const slow = database.createQueryRunner();
    await slow.startTransaction();
    await record(slow.manager, actor, { subject: "slow", kind: "NOTED" });
    await write("quick");
    expect(await take(follower, 1)).toEqual(["1 quick"]);
    await slow.commitTransaction();
    await slow.release();
    expect(await take(follower, 1)).toEqual(["2 slow"]);
  });

  it("reads on where he was, however many entries came while he was busy", async () => {
    const follower = await tail.follow({});
    await write("n1");
    expect(await take(follower, 1)).toEqual(["1 n1"]);
    await writeMany(2_599, 2);
    const taken = await take(follower, 2_599);
    expect(taken).toEqual(numbered(2, 2_600).map((subject, index) => `${index + 2} ${subject}`));
  });

  it("of one subject gets that alone, from the past and from now on", async () => {
    await write("a", "b", "a");
    const follower = await tail.follow({ subject: "a" }, start);
    expect(await take(follower, 2)).toEqual(["1 a", "3 a"]);
    const taken = take(follower, 1);
    await write("b");
    await write("c", "a");
    expect(await taken).toEqual(["6 a"]);
  });

  it("of a division gets what lies in it, at any level", async () => {
    const district = await tail.follow({ division: "110117" });
    const town = await tail.follow({ division: "110117005" });
    await write("there", "nowhere", "here");
    expect(await take(district, 2)).toEqual(["1 there", "3 here"]);
    expect(await take(town, 1)).toEqual(["3 here"]);
  });

  it("of a kind of thing gets that kind", async () => {
    const follower = await tail.follow({ concerns: ({ subject }) => subject.startsWith("t") });
    await write("note", "ticket", "note", "task");
    expect(await take(follower, 2)).toEqual(["2 ticket", "4 task"]);
  });

  it("leaves while he waits, and is told nothing any more", async () => {
    const follower = await tail.follow({});
    const waiting = follower.next();
    await follower.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it.each(["before the first", "after the last"])("is refused a position %s", async (place) => {
    await expect(tail.follow({}, place === "before the first" ? -1 : start + 1)).rejects.toMatchObject({
      extensions: { code: "BAD_INPUT", details: { field: "after" } },
    });
  });

  it("is sent back to the list when he is too far behind for a search through the log", async () => {
    await writeMany(10_001);
    const searching = await tail.follow({ division: "110117" }, start);
    await expect(searching.next()).rejects.toMatchObject({ extensions: { code: "SUBSCRIPTION_BEHIND" } });
    expect(await take(await tail.follow({ subject: "n10001" }, start), 1)).toEqual(["10001 n10001"]);
    expect(await take(await tail.follow({}, start), 1)).toEqual(["1 n1"]);
  });
});

describe("the tail of a log", () => {
  it("tells of what was written while it was being opened", async () => {
    const told = tail.follow({}, start).then((follower) => take(follower, 20));
    for (const subject of numbered(1, 20)) await write(subject);
    expect(await told).toHaveLength(20);
  });

  it("reads a new entry once for all, and comes to those alone whom it concerns", async () => {
    const concerned = await Promise.all(Array.from({ length: 50 }, () => tail.follow({ subject: "a" })));
    const unconcerned = await Promise.all(numbered(1, 500).map((subject) => tail.follow({ subject })));
    let bothered = 0;
    for (const follower of unconcerned) follower.notice = () => void bothered++;
    const taken = concerned.map((follower) => take(follower, 1));
    const statements = await statementsOf(database, async () => {
      await write("a");
      await Promise.all(taken);
    });
    expect(statements.filter((text) => /^SELECT .* FROM "log_entry"/.test(text))).toHaveLength(1);
    expect(bothered).toBe(0);
  });

  it("goes on where it was when its connection for notices broke", async () => {
    const follower = await tail.follow({});
    const taken = take(follower, 2);
    await write("a");
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'feed' AND datname = current_database()`);
    await write("b");
    expect(await taken).toEqual(["1 a", "2 b"]);
  });

  it("reads the past once for all who come back from as far away, and the latest of it not at all", async () => {
    await writeMany(1_500);
    const followers = await Promise.all(
      numbered(1, 50).map((_, index) => tail.follow({}, start + (index % 2 === 0 ? 10 : 1_400))),
    );
    const statements = await statementsOf(database, () =>
      Promise.all(followers.map((follower) => take(follower, 5))),
    );
    expect(statements.filter((text) => text.includes('"position" <= $'))).toHaveLength(1);
  });

  it("ends everybody with the way to go on when it is closed", async () => {
    const follower = await tail.follow({});
    const told = expect(follower.next()).rejects.toMatchObject({
      extensions: { code: "SUBSCRIPTION_INTERRUPTED" },
    });
    await tail.close();
    await told;
    expect(await follower.next()).toEqual({ done: true, value: undefined });
  });
});
