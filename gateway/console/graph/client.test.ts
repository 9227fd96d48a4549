import { connect, createServer, type Socket } from "node:net";
import { type Client, gql } from "@urql/core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import {
  following,
  morning,
  type NotesGraph,
  openNotesGraph,
  steward,
} from "../../subscriptions/subscriptions.fixtures.ts";
import { Session } from "../session/session-state.ts";
import { graphClient } from "./client.ts";
import { linkOf } from "./link.ts";

/** Tokens of the tests are good for an hour. */
const afterTheEnd = "2026-06-01T10:30:00+08:00";

const write = gql`mutation ($id: String!, $key: String!) { write(id: $id, text: "t", key: $key) { id } }`;
const writing = (id: string) => ({ id, key: `the key of ${id}` });

let graph: NotesGraph;
let session: Session;
let client: Client;
/** Whether somebody can be signed in without being asked. */
let renews: boolean;
let asked: PostHolder;
let bearers: (string | null)[];
beforeAll(async () => {
  graph = await openNotesGraph();
  vi.stubGlobal("WebSocket", WebSocket);
  vi.stubGlobal("location", new URL(graph.url));
  const fetchAsIs = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    bearers.push(new Headers(init.headers).get("authorization"));
    return fetchAsIs(new URL(path, graph.url), init);
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await graph.close();
});

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date(morning), toFake: ["Date"] });
  graph.setClock(morning);
  [renews, asked, bearers] = [true, steward, []];
  session = new Session();
  let isFirst = true;
  const tokenOf = async (holder: PostHolder) => (await graph.authorization(holder)).slice("Bearer ".length);
  await session.begin({
    async token() {
      if (!renews && !isFirst) throw new Error("nobody can be signed in without being asked");
      isFirst = false;
      return tokenOf(steward);
    },
    ask: () => tokenOf(asked),
    leave: () => undefined,
  });
  client = graphClient(session);
});
afterEach(() => void vi.useRealTimers());

function comeToTheEnd(): void {
  graph.setClock(afterTheEnd);
  vi.setSystemTime(new Date(afterTheEnd));
}

describe("a change that is sent when the token has ended", () => {
  it("goes out under the next token", async () => {
    comeToTheEnd();
    expect((await client.mutation(write, writing("renewed"))).data).toMatchObject({
      write: { id: "renewed" },
    });
    expect(bearers).toEqual([`Bearer ${session.token()}`]);
  });

  it("goes out again under the next token where the server ends one before its time", async () => {
    const first = session.token();
    graph.setClock(afterTheEnd);
    expect((await client.mutation(write, writing("refused"))).data).toMatchObject({
      write: { id: "refused" },
    });
    expect(bearers).toEqual([`Bearer ${first}`, `Bearer ${session.token()}`]);
  });

  it("waits for who must sign in again, and is sent then", async () => {
    renews = false;
    comeToTheEnd();
    const written = client.mutation(write, writing("waited")).toPromise();
    await expect.poll(() => session.lapsed()).toBe(true);
    expect(bearers).toEqual([]);
    await session.ask();
    expect((await written).data).toMatchObject({ write: { id: "waited" } });
  });

  it("is never sent in another's name", async () => {
    renews = false;
    asked = { ...steward, id: "somebody else" };
    comeToTheEnd();
    const written = client.mutation(write, writing("not theirs")).toPromise();
    await expect.poll(() => session.lapsed()).toBe(true);
    await session.ask();
    expect(session.other()?.id).toBe("somebody else");
    session.goOnAsOther();
    expect((await written).error?.message).toMatch(/somebody else's request is not sent/);
    expect(bearers).toEqual([]);
  });
});

describe("changes that are followed", () => {
  /** Collects the subjects told of from here on. */
  async function follow(): Promise<{ told: string[]; leave: () => void }> {
    const told: string[] = [];
    const after = await graph.last();
    const { unsubscribe } = client
      .subscription(gql(following), { after })
      .subscribe(({ data }) => void (data && told.push(data.noteChanges.subject)));
    return { told, leave: unsubscribe };
  }

  it("go on after the last one when the token ends", async () => {
    const { told, leave } = await follow();
    await graph.write("a");
    await expect.poll(() => told).toEqual(["a"]);
    comeToTheEnd();
    await graph.write("b", "c");
    await expect.poll(() => told).toEqual(["a", "b", "c"]);
    leave();
  });

  it("go on after the last one when the person has signed in again", async () => {
    renews = false;
    const { told, leave } = await follow();
    await graph.write("a");
    await expect.poll(() => told).toEqual(["a"]);
    comeToTheEnd();
    await graph.write("b");
    await expect.poll(() => session.lapsed()).toBe(true);
    await graph.write("c");
    expect(told).toEqual(["a"]);
    await session.ask();
    await expect.poll(() => told).toEqual(["a", "b", "c"]);
    leave();
  });

  const secondLater = (told: readonly string[]) => vi.advanceTimersByTimeAsync(1_000).then(() => told);

  it("go on after the last one when the department's system broke off and is back", async () => {
    vi.useFakeTimers({ now: new Date(morning), toFake: ["Date", "setTimeout", "clearTimeout"] });
    const { told, leave } = await follow();
    await graph.write("a");
    await expect.poll(() => told).toEqual(["a"]);
    const link = linkOf(client);
    await graph.stopsWhile(async () => {
      await expect.poll(() => link.state()).toBe("lost");
    });
    await graph.write("b");
    await expect.poll(() => secondLater(told)).toEqual(["a", "b"]);
    expect(link.state()).toBe("open");
    leave();
  });

  it("go on after the last one when the connection is dead and nobody said so", async () => {
    const line = await lineTo(graph.url);
    vi.stubGlobal("location", new URL(line.url));
    onTestFinished(() => {
      line.close();
      vi.stubGlobal("location", new URL(graph.url));
    });
    vi.useFakeTimers({ now: new Date(morning), toFake: ["Date", "setTimeout", "clearTimeout"] });
    const { told, leave } = await follow();
    await graph.write("a");
    await expect.poll(() => told).toEqual(["a"]);
    line.cut();
    await graph.write("b");
    await expect.poll(() => secondLater(told)).toEqual(["a", "b"]);
    leave();
  });
});

/** A line to a server that can be cut: nothing passes any more, and neither end is told. Whoever dials anew gets through. */
async function lineTo(url: string): Promise<{ url: string; cut: () => void; close: () => void }> {
  const ends: Socket[] = [];
  const { hostname, port } = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.push(end);
      end.on("error", () => undefined);
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const own = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${own}/graphql`,
    cut: () => {
      for (const end of ends) end.unpipe();
    },
    close: () => {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}
