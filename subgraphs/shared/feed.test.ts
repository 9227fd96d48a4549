import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notes } from "../../test/testkit/notes.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { catchUp, type FeedConsumer, readFeed } from "./feed.ts";
import type { GraphClient } from "./graph-client.ts";
import { LogEntry, record } from "./log-entry.ts";
import { servicePrincipal } from "./principal.ts";

const actor = { principal: servicePrincipal("notes"), at: new Date("2026-06-01T09:00:00+08:00") };

let producer: TestSubgraph;
let consumer: TestSubgraph;
let graph: GraphClient;

beforeAll(async () => {
  producer = await openTestSubgraph(notes);
  consumer = await openTestSubgraph(notes);
  graph = async <Data>(operation: string, variables?: Record<string, unknown>) =>
    (await producer.ask(operation, variables, { as: actor.principal })).data as Data;
  await consumer.database.query("CREATE TABLE seen (position int, subject text, kind text)");
});
afterAll(() => Promise.all([producer.close(), consumer.close()]));

const write = (...subjects: string[]) =>
  producer.database.transaction(async (transaction) => {
    for (const subject of subjects) await record(transaction, actor, { subject, kind: "NOTED" });
  });

const seeing: FeedConsumer = {
  feed: "noteFeed",
  apply: async (transaction, { position, subject, kind }) => {
    await transaction.query("INSERT INTO seen VALUES ($1, $2, $3)", [position, subject, kind]);
  },
};
const seen = async (): Promise<string[]> =>
  (await consumer.database.query("SELECT subject FROM seen ORDER BY position")).map(
    ({ subject }: { subject: string }) => subject,
  );

describe("a feed", () => {
  it("never passes by an entry that was drawn earlier but committed later", async () => {
    const slow = producer.database.createQueryRunner();
    await slow.startTransaction();
    await record(slow.manager, actor, { subject: "slow", kind: "NOTED" });
    await write("quick");
    const before = await readFeed(producer.database, { after: 0, first: 10 });
    await slow.commitTransaction();
    await slow.release();
    const after = await readFeed(producer.database, { after: before.at(-1)?.position ?? 0, first: 10 });
    expect(before.map(({ subject }) => subject)).toEqual(["quick"]);
    expect(after.map(({ subject }) => subject)).toEqual(["slow"]);
  });

  it("gives positions without gaps, also when many read at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`many-${index}`)));
    await Promise.all(Array.from({ length: 8 }, () => readFeed(producer.database, { after: 0, first: 500 })));
    const positions = (await readFeed(producer.database, { after: 0, first: 500 })).map(
      ({ position }) => position,
    );
    expect(positions).toEqual(positions.map((_, index) => index + 1));
  });

  it("keeps the order of what one transaction wrote", async () => {
    await write("first", "second", "third");
    const subjects = (await readFeed(producer.database, { after: 0, first: 500 })).map(
      ({ subject }) => subject,
    );
    expect(subjects.slice(-3)).toEqual(["first", "second", "third"]);
  });

  it.each([
    { after: -1, first: 10 },
    { after: 0, first: 0 },
    { after: 0, first: 501 },
  ])("refuses %j", async (args) => {
    await expect(readFeed(producer.database, args)).rejects.toMatchObject({
      extensions: { code: "PAGE_TOO_LARGE" },
    });
  });
});

describe("a consumer", () => {
  it("applies everything once, and nothing when there is nothing new", async () => {
    const total = await producer.database.getRepository(LogEntry).count();
    expect(await catchUp(consumer.database, graph, seeing)).toBe(total);
    expect(await catchUp(consumer.database, graph, seeing)).toBe(0);
    expect(await seen()).toHaveLength(total);
  });

  it("applies each entry once when several consume at once", async () => {
    await write(...Array.from({ length: 30 }, (_, index) => `shared-${index}`));
    await Promise.all(Array.from({ length: 4 }, () => catchUp(consumer.database, graph, seeing)));
    const shared = (await seen()).filter((subject) => subject.startsWith("shared-"));
    expect(shared).toEqual(Array.from({ length: 30 }, (_, index) => `shared-${index}`));
  });

  it("that fails in the middle goes on from there: no entry lost, none twice", async () => {
    await write("before", "fatal", "after");
    let healthy = false;
    const failing: FeedConsumer = {
      feed: "noteFeed",
      async apply(transaction, entry) {
        await seeing.apply(transaction, entry);
        if (entry.subject === "fatal" && !healthy) throw new Error("killed");
      },
    };
    await expect(catchUp(consumer.database, graph, failing)).rejects.toMatchObject({
      message: expect.stringMatching(/^noteFeed, position \d+: NOTED of fatal cannot be applied$/),
      cause: { message: "killed" },
    });
    expect((await seen()).slice(-1)).toEqual(["before"]);
    healthy = true;
    await catchUp(consumer.database, graph, failing);
    expect((await seen()).slice(-3)).toEqual(["before", "fatal", "after"]);
  });
});
