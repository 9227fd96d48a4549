import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addressOf } from "./address.ts";
import type { HttpAnswer, Message } from "./exchange.ts";
import { HttpClient } from "./http-client.ts";

/** One message as the subgraph received it, which answers what and when the test says. */
interface Received {
  readonly head: string;
  readonly body: string;
  readonly socket: Socket;
  answer(text: string): void;
}

let server: Server;
let client: HttpClient;
let received: Received[];
let connections: Socket[];
/** Called with every message that comes; does nothing unless told. */
let onMessage: (message: Received) => void;
let clientOf: (maximumAnswerBytes?: number) => HttpClient;

beforeEach(async () => {
  received = [];
  connections = [];
  onMessage = () => undefined;
  server = createServer((socket) => {
    connections.push(socket);
    let rest = "";
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      rest += bytes.toString("latin1");
      for (;;) {
        const end = rest.indexOf("\r\n\r\n") + 4;
        const length = Number(/content-length: (\d+)/.exec(rest)?.[1]);
        if (end < 4 || rest.length < end + length) return;
        const [head, body] = [rest.slice(0, end), rest.slice(end, end + length)];
        rest = rest.slice(end + length);
        const answer = (text: string) =>
          socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`);
        const message = { head, body: Buffer.from(body, "latin1").toString(), socket, answer };
        received.push(message);
        onMessage(message);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  clientOf = (maximumAnswerBytes = 1_000) =>
    new HttpClient({ address: { host: "127.0.0.1", port }, maximumAnswerBytes });
  client = clientOf();
});
afterEach(async () => {
  await client.close();
  for (const connection of connections) connection.destroy();
  server.close();
});

const query = (body: string, limits: Partial<Message> = {}): Promise<HttpAnswer> =>
  client.send({
    path: "/graphql",
    headers: ["x-of", body],
    body,
    repeatable: true,
    deadline: performance.now() + 10_000,
    ...limits,
  });
const mutation = (body: string, limits: Partial<Message> = {}) =>
  query(body, { repeatable: false, ...limits });

/** However busy the machine is, and then what waits for its answer for long may have been asked again meanwhile. */
const soon = { interval: 1, timeout: 10_000 };
const until = (count: number) => expect.poll(() => received.length, soon).toBeGreaterThanOrEqual(count);
const bodies = () => received.map(({ body }) => body).sort();
const echo = ({ body, answer }: Received) => answer(`re ${body}`);
/** Answers what has come, and from now on whatever comes. */
const answerAll = (): void => {
  received.forEach(echo);
  onMessage = echo;
};
const reasonOf = (asking: Promise<unknown>) =>
  asking.then(
    () => "answered",
    ({ reason }: { reason: string }) => reason,
  );

describe("messages to one subgraph", () => {
  it("come back to whom they belong, whichever connection they take, and however many are under way", async () => {
    onMessage = echo;
    const asked = Array.from({ length: 200 }, (_, number) => `${number}`);
    const answers = await Promise.all(asked.map((body) => query(body)));
    expect(answers.map(({ text }) => text)).toEqual(asked.map((body) => `re ${body}`));
  });

  it("carry path, headers and length, in bytes", async () => {
    onMessage = ({ answer }) => answer("{}");
    await query("单位", { headers: ["x-one", "1", "x-two", "2"] });
    expect(received[0]?.head).toMatch(/^POST \/graphql HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/);
    expect(received[0]?.head).toContain("\r\nx-one: 1\r\nx-two: 2\r\ncontent-length: 6\r\n\r\n");
    expect(received[0]?.body).toBe("单位");
  });

  it("use the connections there are", async () => {
    onMessage = echo;
    for (let time = 0; time < 20; time++) await query(`${time}`);
    expect(connections).toHaveLength(1);
  });

  it("open new connections when those there were have ended", async () => {
    onMessage = echo;
    await query("1");
    connections[0]?.end();
    await once(connections[0] as Socket, "close");
    expect((await query("2")).text).toBe("re 2");
  });
});

describe("a mutation", () => {
  it("has a connection to itself: nothing before it holds it up, nothing behind it is lost with it", async () => {
    const asking = [query("q1"), query("q2"), query("q3"), query("q4"), query("q5")];
    const signing = [mutation("m1"), mutation("m2")];
    await until(7);
    const socketsOf = (kind: string) =>
      received.filter(({ body }) => body.startsWith(kind)).map(({ socket }) => socket);
    expect(new Set(socketsOf("m")).size).toBe(2);
    expect(socketsOf("q").some((socket) => socketsOf("m").includes(socket))).toBe(false);
    answerAll();
    await Promise.all([...asking, ...signing]);
  });

  it("waits for such a connection when very many are under way", async () => {
    const signing = Array.from({ length: 17 }, (_, number) => mutation(`${number}`));
    await until(16);
    received.forEach(echo);
    await until(17);
    received.slice(16).forEach(echo);
    expect(await Promise.all(signing)).toHaveLength(17);
    expect(connections).toHaveLength(16);
  });

  it("waits no longer for one than until its deadline, and is then never sent", async () => {
    const signing = Array.from({ length: 16 }, (_, number) => mutation(`${number}`));
    expect(await reasonOf(mutation("late", { deadline: performance.now() + 20 }))).toBe("TIMED_OUT");
    await until(16);
    answerAll();
    await Promise.all(signing);
    expect(bodies()).not.toContain("late");
  });
});

describe("behind an answer that does not come", () => {
  /** From now on, what comes over connections without a slow answer is answered. */
  const answerOverOthers = () => {
    const slow = new Set(connections);
    onMessage = (message) => {
      if (!slow.has(message.socket)) echo(message);
    };
  };

  it("queries are asked again over another connection; each is answered once", async () => {
    const asking = ["a", "b", "c", "d", "e", "f", "g", "h"].map((body) => query(body));
    await until(8);
    const [slow] = received;
    answerOverOthers();
    const heldUp = received.slice(0, 8).filter(({ socket }) => socket === slow?.socket)[1];
    const askedAgain = () => received.slice(8).map(({ body }) => body);
    await expect.poll(askedAgain, soon).toContain(heldUp?.body);
    expect(connections.length).toBeGreaterThan(4);
    received.slice(0, 8).forEach(echo);
    expect((await Promise.all(asking)).map(({ text }) => text)).toEqual(
      ["a", "b", "c", "d", "e", "f", "g", "h"].map((body) => `re ${body}`),
    );
  });

  it("where nothing moves at all, they are asked again one at a time: the subgraph may be slow all over", async () => {
    const asking = Array.from({ length: 12 }, (_, number) => query(`${number}`));
    await until(12);
    const perConnection = () =>
      connections.slice(4).map((socket) => received.filter((message) => message.socket === socket).length);
    await expect.poll(() => perConnection().length, soon).toBeGreaterThan(2);
    expect(Math.max(...perConnection())).toBe(1);
    answerAll();
    expect(await Promise.all(asking)).toHaveLength(12);
  });

  it("nothing is held up for long though it was a stream: so much had come that all was sent down it", async () => {
    onMessage = echo;
    const batch = async () => {
      received = [];
      await Promise.all(Array.from({ length: 200 }, (_, number) => query(`${number}`)));
      return new Set(received.map(({ socket }) => socket)).size;
    };
    await expect.poll(batch, soon).toBe(1);
    let held: Socket | undefined;
    onMessage = (message) => {
      if (message.body === "slow") held = message.socket;
      if (message.socket !== held) echo(message);
    };
    received = [];
    const slow = query("slow");
    const behind = Array.from({ length: 3 }, (_, number) => query(`${number}`));
    expect((await Promise.all(behind)).map(({ text }) => text)).toEqual(["re 0", "re 1", "re 2"]);
    // On a busy machine it was no stream any more, and the others may have overtaken it.
    await expect.poll(bodies, soon).toContain("slow");
    for (const message of received) if (message.body === "slow") echo(message);
    expect((await slow).text).toBe("re slow");
  });

  it("no new query is put, as long as there is another connection", async () => {
    const slow = [query("1"), query("2"), query("3"), query("4")];
    await until(4);
    answerOverOthers();
    const quick: Promise<HttpAnswer>[] = [];
    const opened = () => {
      quick.push(query("quick"));
      return connections.length;
    };
    await expect.poll(opened, soon).toBeGreaterThan(4);
    expect(new Set((await Promise.all(quick)).map(({ text }) => text))).toEqual(new Set(["re quick"]));
    received.slice(0, 4).forEach(echo);
    await Promise.all(slow);
  });
});

describe("what is given up", () => {
  it("for want of time is given up alone; what was sent behind it is answered", async () => {
    const asking = [query("1"), query("2"), query("3"), query("4")];
    await until(4);
    const late = reasonOf(query("late", { deadline: performance.now() + 20 }));
    await until(5);
    expect(await late).toBe("TIMED_OUT");
    answerAll();
    expect((await Promise.all(asking)).map(({ text }) => text)).toEqual(["re 1", "re 2", "re 3", "re 4"]);
    expect((await query("next")).text).toBe("re next");
  });

  it("for want of an audience ends its connection, so that the subgraph can stop working on it", async () => {
    const audience = { gone: false };
    const asking = reasonOf(query("1", { audience }));
    await until(1);
    const closed = once(connections[0] as Socket, "close");
    audience.gone = true;
    expect(await asking).toBe("ABANDONED");
    await closed;
  });
});

describe("when a connection fails,", () => {
  const twoOnOne = async () => {
    const asking = Array.from({ length: 5 }, (_, number) => query(`${number}`));
    // In the very turn in which the last comes: the fifth is not to be asked again before its connection fails.
    await new Promise<void>((resolve) => {
      onMessage = () => received.length === 5 && resolve();
    });
    const shared = received.find(({ socket }, place) =>
      received.some((other, elsewhere) => elsewhere !== place && other.socket === socket),
    )?.socket as Socket;
    const ofShared = received.filter(({ socket }) => socket === shared);
    for (const other of received.filter(({ socket }) => socket !== shared)) echo(other);
    const outcomes = ofShared.map(({ body }) => reasonOf(asking[Number(body)] as Promise<unknown>));
    return { shared, outcomes };
  };

  it("what has no byte of its answer is told from what has some", async () => {
    const { shared, outcomes } = await twoOnOne();
    shared.end("HTTP/1.1 200 OK\r\ncontent-le");
    expect(await Promise.all(outcomes)).toEqual(["CUT_SHORT", "CUT_OFF"]);
  });

  it("a malformed answer fails its own question, and the others find no answer there", async () => {
    const { shared, outcomes } = await twoOnOne();
    shared.write("HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}");
    expect(await Promise.all(outcomes)).toEqual(["MALFORMED", "CUT_OFF"]);
  });

  it("nothing is taken for an answer that was not asked for", async () => {
    const one = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
    onMessage = ({ socket }) => socket.write(one + one);
    await query("1");
    await once(connections[0] as Socket, "close");
    onMessage = echo;
    expect((await query("2")).text).toBe("re 2");
  });

  it("a server that says it ends the connection is not asked over it again", async () => {
    onMessage = ({ socket }) =>
      socket.write("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}");
    await query("1");
    await query("2");
    expect(connections).toHaveLength(2);
  });

  it("nobody listening is a refusal", async () => {
    server.close();
    await client.close();
    client = clientOf();
    expect(await reasonOf(query("1"))).toBe("REFUSED");
  });
});

it("closed, it fails what is under way and sends nothing more", async () => {
  const asking = reasonOf(query("1"));
  await until(1);
  await client.close();
  expect(await asking).toBe("CUT_OFF");
  expect(await reasonOf(query("2"))).toBe("REFUSED");
  expect(await reasonOf(mutation("3"))).toBe("REFUSED");
});

it("reaches a subgraph by its Unix socket", async () => {
  const path = join(tmpdir(), `whistlegraph-${process.pid}.sock`);
  const local = createServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
  await new Promise<void>((resolve) => local.listen(path, resolve));
  await client.close();
  client = new HttpClient({ address: addressOf(`unix:${path}`), maximumAnswerBytes: 100 });
  expect(await query("1")).toMatchObject({ status: 200, text: "{}" });
  local.close();
});

describe("an address", () => {
  it.each([
    ["http://127.0.0.1:4001", { host: "127.0.0.1", port: 4001 }],
    ["http://[::1]:4001", { host: "::1", port: 4001 }],
    ["http://grids", { host: "grids", port: 80 }],
    ["unix:/tmp/with%20blank/grids.sock", { path: "/tmp/with blank/grids.sock" }],
  ])("%s is %j", (url, address) => {
    expect(addressOf(url)).toEqual(address);
  });
});
