import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { follow } from "../../infra/following.ts";
import type { FeedConsumer } from "../../subgraphs/shared/feed.ts";
import { type UntilEvent, untilEventOverHttp } from "../../subgraphs/shared/graph-client.ts";
import { servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { openSubgraph, type RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { createDatabases, type TestDatabases } from "../../test/testkit/database.ts";
import { notes } from "../../test/testkit/notes.ts";
import { openNotesGraph } from "./subscriptions.fixtures.ts";
import { untilEventOf } from "./until-event.ts";

const service = servicePrincipal("reader");
const log = pino({ level: "silent" });

let graph: Awaited<ReturnType<typeof openNotesGraph>>;
beforeAll(async () => {
  graph = await openNotesGraph();
});
afterAll(() => graph.close());

/** Of these the one over HTTP has a person's token: no subgraph is there to vouch for itself. */
const waysToWait: Readonly<Record<string, () => UntilEvent>> = {
  "in this process": () => untilEventOf(graph.gateway, service, graph.clock),
  "over HTTP": () =>
    untilEventOverHttp(new URL("/", graph.url).origin, async () => {
      const authorization = await graph.authorization();
      return authorization.replace("Bearer ", "");
    }),
};

const changes = "subscription Wake($after: Int!) { noteChanges(after: $after) { position } }";

describe.each(Object.entries(waysToWait))("waiting for an event %s", (_, way) => {
  const wait = (after: number, leaving = new AbortController()) =>
    way()(changes, { after }, leaving.signal).then(
      () => "woken",
      (error: Error) => (leaving.signal.aborted ? "left" : error.message),
    );

  it("ends at once where there is something already, and otherwise when there is", async () => {
    await graph.write("before");
    const last = await graph.last();
    expect(await wait(last - 1)).toBe("woken");
    const told = graph.told.length;
    const waiting = wait(last);
    await graph.write("after");
    expect(await waiting).toBe("woken");
    expect(graph.told.length).toBe(told + 1);
  });

  it("ends without one when it is given up, and follows nothing any more", async () => {
    const leaving = new AbortController();
    const waiting = wait(await graph.last(), leaving);
    await new Promise(setImmediate);
    leaving.abort();
    expect(await waiting).toBe("left");
    const told = graph.told.length;
    const next = wait(await graph.last());
    await graph.write("to the next");
    expect(await next).toBe("woken");
    expect(graph.told.length).toBe(told + 1);
  });

  it("says why there is none", async () => {
    expect(await wait((await graph.last()) + 1_000)).toMatch(/no change has the position/);
  });
});

describe("a follower of a feed who looks once a day", () => {
  const applied: string[] = [];
  const seeing: FeedConsumer = {
    feed: "noteFeed",
    async apply(_, { subject }) {
      applied.push(subject);
    },
  };
  const soon = { interval: 1, timeout: 20_000 };
  let databases: TestDatabases;
  let reader: RunningSubgraph;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    databases = await createDatabases(["reader"]);
    const clock = graph.clock;
    reader = await openSubgraph(
      { ...notes, name: "reader", consumers: () => [seeing] },
      {
        databaseUrl: databases.urls.reader ?? "",
        graph: graph.gateway.clientFor(service),
        untilEvent: untilEventOf(graph.gateway, service, clock),
        clock,
        log,
      },
    );
    stop = follow({ subgraph: reader, intervalMilliseconds: 86_400_000, clock, log });
  });
  afterAll(async () => {
    await stop();
    await reader.close();
    await databases.drop();
  });

  it("applies what there was, then every change when it happens, in order and once", async () => {
    const there = await graph.last();
    await expect.poll(() => applied.length, soon).toBe(there);
    const told = Array.from({ length: 20 }, (_, index) => `told ${index}`);
    for (const subject of told) {
      await graph.write(subject);
      await expect.poll(() => applied.at(-1), soon).toBe(subject);
    }
    await graph.write("and", "three", "together");
    await expect.poll(() => applied.length, soon).toBe(there + told.length + 3);
    expect(applied.slice(there)).toEqual([...told, "and", "three", "together"]);
  });
});
