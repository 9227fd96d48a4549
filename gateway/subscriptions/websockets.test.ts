import { once } from "node:events";
import { createClient } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { following, morning, type NotesGraph, openNotesGraph, steward } from "./subscriptions.fixtures.ts";

let graph: NotesGraph;
const clients: { dispose(): void | Promise<void> }[] = [];
beforeAll(async () => {
  graph = await openNotesGraph();
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
  graph.setClock(morning);
});
afterAll(() => graph.close());

const address = (of = graph): string => of.url.replace("http", "ws");

/** A client of the protocol's own library, which does not connect again by itself. */
function connect(authorization: string | undefined, to = graph) {
  const client = createClient({
    url: address(to),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: authorization === undefined ? {} : { authorization },
  });
  clients.push(client);
  return client;
}

type Client = ReturnType<typeof connect>;
const follow = (client: Client, variables: Record<string, unknown>, query = following) =>
  client.iterate<{ noteChanges: { position: number; subject: string } }>({ query, variables });

async function take(results: ReturnType<typeof follow>, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value } = await results.next();
    taken.push(value.data.noteChanges.subject);
  }
  return taken;
}

/** Speaks the protocol by hand, to see how a connection ends. */
async function speak(messages: readonly object[], protocols = ["graphql-transport-ws"], to = graph) {
  const socket = new WebSocket(address(to), protocols);
  await once(socket, "open");
  for (const message of messages) socket.send(JSON.stringify(message));
  const [code, reason] = await once(socket, "close");
  return { code, reason: String(reason) };
}

const refused = async (options: object, by = graph): Promise<number | undefined> => {
  const socket = new WebSocket(address(by), "graphql-transport-ws", options);
  socket.on("error", () => undefined);
  const [, response] = await once(socket, "unexpected-response");
  return response.statusCode;
};

describe("subscriptions over WebSocket", () => {
  it("keep for every event why it is followed: basis, case, and on whose behalf", async () => {
    const client = connect(await graph.authorization());
    const extensions = { basis: "430105-A-0001", case: "430105-20261014-000001", onBehalfOf: "an" };
    const variables = { after: await graph.last() };
    const followed = client.iterate({ query: following, variables, extensions });
    const first = followed.next();
    await graph.write("a");
    await first;
    expect(graph.told.at(-1)).toMatchObject(extensions);
  });

  it("deliver each event once and in order, several over one connection", async () => {
    const client = connect(await graph.authorization());
    const after = await graph.last();
    const [all, one] = [follow(client, { after }), follow(client, { after, subject: "b" })];
    const taken = [take(all, 3), take(one, 1)];
    await graph.write("a", "b");
    await graph.write("c");
    expect(await Promise.all(taken)).toEqual([["a", "b", "c"], ["b"]]);
  });

  it("end with a restart of the service when it stops, after which clients come back", async () => {
    const own = await openNotesGraph();
    const results = follow(connect(await own.authorization(), own), { after: 0 });
    const taken = take(results, 1);
    await own.write("before");
    expect(await taken).toEqual(["before"]);
    const told = expect(results.next()).rejects.toMatchObject({ code: 1012, reason: "STOPPING" });
    await own.subscriptions.close();
    await told;
    expect(await refused({}, own)).toBe(503);
    await own.close();
  });

  it("are refused without a token, and told so by code", async () => {
    await expect(follow(connect(undefined), {}).next()).rejects.toMatchObject([
      { extensions: { code: "UNAUTHENTICATED", messageZh: expect.any(String) } },
    ]);
  });

  it("are closed to a token that is no good", async () => {
    const authorization = await graph.authorization();
    graph.setClock("2026-06-01T11:00:00+08:00");
    expect(await speak([{ type: "connection_init", payload: { authorization } }])).toEqual({
      code: 4403,
      reason: "UNAUTHENTICATED",
    });
  });

  it("end at the next event once the token has run out", async () => {
    const results = follow(connect(await graph.authorization()), { after: await graph.last() });
    const taken = take(results, 1);
    await graph.write("in time");
    await taken;
    graph.setClock("2026-06-01T11:00:00+08:00");
    await graph.write("too late");
    await expect(results.next()).rejects.toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });

  it.each([
    ["a query", "{ books(names: []) { name } }", "SUBSCRIPTION_ONLY"],
    ["a mutation", 'mutation { write(id: "a", text: "b", key: "c") { id } }', "SUBSCRIPTION_ONLY"],
    ["what does not fit the graph", "subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"],
    ["what cannot be read", "subscription {", "GRAPHQL_PARSE_FAILED"],
  ])("refuse %s", async (_, query, code) => {
    const client = connect(await graph.authorization());
    await expect(follow(client, {}, query).next()).rejects.toMatchObject([{ extensions: { code } }]);
  });

  it("refuse a position that is not there, in the words of the department", async () => {
    const client = connect(await graph.authorization());
    await expect(follow(client, { after: 9_999 }).next()).rejects.toMatchObject([
      { extensions: { code: "BAD_INPUT", details: { field: "after" } } },
    ]);
  });

  it("stop when the client completes them, and leave the others alone", async () => {
    const client = connect(await graph.authorization());
    const after = await graph.last();
    const [left, kept] = [follow(client, { after }), follow(client, { after })];
    const taken = [take(left, 1), take(kept, 2)];
    await graph.write("a");
    await taken[0];
    await left.return?.();
    await graph.write("b");
    expect(await taken[1]).toEqual(["a", "b"]);
  });
});

describe("a WebSocket", () => {
  it.each([
    ["of a page of another origin", { origin: "https://elsewhere.example" }, 403],
    ["of a page without an origin to speak of", { origin: "null" }, 403],
  ])("%s is refused", async (_, options, status) => {
    expect(await refused(options)).toBe(status);
  });

  it("of our own pages, or of an origin that is listed, is taken", async () => {
    const own = await openNotesGraph({ allowedOrigins: new Set(["https://board.example"]) });
    for (const origin of [new URL(own.url).origin, "https://board.example"]) {
      const socket = new WebSocket(address(own), "graphql-transport-ws", { origin });
      await once(socket, "open");
      socket.terminate();
    }
    await own.close();
  });

  it.each([
    ["no protocol of ours", [], [], 4406],
    [
      "a subscription before the greeting",
      [{ id: "1", type: "subscribe", payload: { query: "{ a }" } }],
      undefined,
      4401,
    ],
    ["what is no message", [{ type: "nonsense" }], undefined, 4400],
    ["a message without end", [{ type: "ping", payload: { filler: "x".repeat(70_000) } }], undefined, 1009],
  ])("is closed on %s", async (_, messages, protocols, code) => {
    expect((await speak(messages, protocols)).code).toBe(code);
  });

  it("is one of so many a caller may have, and so many in all", async () => {
    const own = await openNotesGraph({ limits: { connections: 3, connectionsPerCaller: 1 } });
    const greetingOf = async (id?: string) => ({
      type: "connection_init",
      payload: { authorization: await own.authorization(id ? { ...steward, id } : steward) },
    });
    const connected = async (): Promise<WebSocket> => {
      const socket = new WebSocket(address(own), "graphql-transport-ws");
      await once(socket, "open");
      return socket;
    };
    const greet = async (socket: WebSocket, id?: string): Promise<void> => {
      socket.send(JSON.stringify(await greetingOf(id)));
      await once(socket, "message");
    };
    const first = await connected();
    await greet(first);
    expect(await speak([await greetingOf()], undefined, own)).toEqual({
      code: 1013,
      reason: "TOO_MANY_SUBSCRIPTIONS",
    });
    const [second, third] = [await connected(), await connected()];
    expect(await refused({}, own)).toBe(400);
    await greet(second, "somebody else");
    first.close();
    await once(first, "close");
    await greet(third);
    await own.close();
  });

  it.each([
    ["the address that our proxies speak for", { proxies: 1 }, { "one's": false, "the other's": true }],
    ["the address it comes from where there are none", {}, { "one's": false, "the other's": false }],
  ])("of nobody known is counted by %s", async (_, settings, expected) => {
    const own = await openNotesGraph({ ...settings, limits: { connectionsPerCaller: 1 } });
    const isTaken = async (forwarded: string): Promise<boolean> => {
      const socket = new WebSocket(address(own), "graphql-transport-ws", {
        headers: { "x-forwarded-for": `203.0.113.77, ${forwarded}` },
      });
      await once(socket, "open");
      socket.send(JSON.stringify({ type: "connection_init" }));
      return Promise.race([
        once(socket, "message").then(() => true),
        once(socket, "close").then(() => false),
      ]);
    };
    expect(await isTaken("198.51.100.1")).toBe(true);
    expect({ "one's": await isTaken("198.51.100.1"), "the other's": await isTaken("198.51.100.2") }).toEqual(
      expected,
    );
    await own.close();
  });

  it("carries so many subscriptions", async () => {
    const own = await openNotesGraph({ limits: { subscriptionsPerConnection: 2 } });
    const client = connect(await own.authorization(), own);
    const taken = [1, 2].map(() => take(follow(client, { after: 0 }), 1));
    await expect(follow(client, { after: 0 }).next()).rejects.toMatchObject([
      { extensions: { code: "TOO_MANY_SUBSCRIPTIONS", details: { maximum: 2 } } },
    ]);
    await own.write("a");
    expect(await Promise.all(taken)).toEqual([["a"], ["a"]]);
    await own.close();
  });
});
