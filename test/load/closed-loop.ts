import { connect, type Socket } from "node:net";

/** One request a client may send, and how long the right answer's body is. */
export interface LoadRequest {
  readonly body: string;
  readonly answerBytes: number;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly requests: readonly LoadRequest[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The same seed draws the same requests in the same order. */
  readonly seed: number;
  readonly warmUpMilliseconds: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  /** Answers within the measured time. */
  readonly answers: number;
  readonly milliseconds: number;
  /** Answers of the warm-up too. */
  readonly answersInAll: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Fewer answers than this say nothing: a slow gateway gets more time, up to ten times as much. */
const enoughAnswers = 100;

/** Called at both edges of the measured time. */
export type AtEdge = () => void;

/**
 * Every connection sends its next request when it has the answer to its last: as many clients as connections, never
 * more. Raw sockets, because an HTTP client would cost as much as the fastest gateway. A wrong status or length ends
 * the run: a gateway that answers fast and wrongly has no figures.
 */
export async function closedLoop(load: Load, atEdge: AtEdge = () => undefined): Promise<LoadResult> {
  const messages = load.requests.map(({ body, answerBytes }) => ({
    bytes: messageOf(load, body),
    answerBytes,
  }));
  const draw = drawing(load.seed, messages.length);
  const latencies: number[] = [];
  let measuring = false;
  let stopping = false;
  let answersInAll = 0;

  const clients: Client[] = [];
  try {
    // One after the other: of many that arrive at once a single worker takes nearly all, the first to look.
    while (clients.length < load.connections) {
      const newcomer = client(load.port, {
        next: () => (stopping ? undefined : messages[draw()]),
        answered(milliseconds) {
          answersInAll += 1;
          if (measuring) latencies.push(milliseconds);
        },
      });
      clients.push(newcomer);
      await Promise.race([newcomer.connected, newcomer.done]);
    }
    const failed = Promise.all(clients.map(({ done }) => done));
    const after = (milliseconds: number) =>
      Promise.race([failed, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
    await after(load.warmUpMilliseconds);
    atEdge();
    measuring = true;
    const begun = performance.now();
    await after(load.milliseconds);
    const latest = begun + 10 * load.milliseconds;
    while (latencies.length < enoughAnswers && performance.now() < latest) await after(100);
    measuring = false;
    const milliseconds = performance.now() - begun;
    atEdge();
    stopping = true;
    await failed;
    return { answers: latencies.length, milliseconds, answersInAll, ...percentiles(latencies) };
  } finally {
    for (const { close } of clients) close();
  }
}

interface Message {
  readonly bytes: Buffer;
  readonly answerBytes: number;
}

interface Client {
  readonly connected: Promise<void>;
  /** Settles when there is nothing more to send. */
  readonly done: Promise<void>;
  close(): void;
}

const endOfHead = Buffer.from("\r\n\r\n");

function client(
  port: number,
  on: { next: () => Message | undefined; answered: (milliseconds: number) => void },
): Client {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const connected = new Promise<void>((resolve) => socket.once("connect", resolve));
  const done = new Promise<void>((resolve, reject) => {
    let sent: Message | undefined;
    let sentAt = 0;
    let received: Buffer = Buffer.alloc(0);

    const send = (): void => {
      sent = on.next();
      if (sent) {
        sentAt = performance.now();
        socket.write(sent.bytes);
      } else resolve();
    };
    socket.on("connect", send);
    socket.on("data", (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = answerIn(received);
      if (!answer || !sent) return;
      if (answer.status !== 200 || answer.bodyBytes !== sent.answerBytes) {
        const expected = `${sent.answerBytes} bytes were due`;
        const found = `status ${answer.status}, ${answer.bodyBytes} bytes; ${expected}`;
        return reject(new Error(`${found}:\n${received.toString().slice(0, 2_000)}`));
      }
      received = Buffer.alloc(0);
      on.answered(performance.now() - sentAt);
      send();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the gateway closed a connection under way")));
  });
  return { connected, done, close: () => socket.destroy() };
}

/** A whole answer, once there is one. Chunked bodies are added up: their lengths are what is compared. */
export function answerIn(received: Buffer): { status: number; bodyBytes: number } | undefined {
  const headEnd = received.indexOf(endOfHead);
  if (headEnd < 0) return undefined;
  const bodyStart = headEnd + endOfHead.length;
  const head = received.toString("latin1", 0, headEnd);
  const status = Number(head.slice(9, 12));
  const stated = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (stated) {
    const bodyBytes = Number(stated[1]);
    return received.length < bodyStart + bodyBytes ? undefined : { status, bodyBytes };
  }
  let bodyBytes = 0;
  for (let at = bodyStart; ; ) {
    const lineEnd = received.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(received.toString("latin1", at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (received.length < at) return undefined;
    if (size === 0) return { status, bodyBytes };
    bodyBytes += size;
  }
}

function messageOf({ port, headers = {} }: Load, body: string): Buffer {
  const lines = [
    "POST /graphql HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    "content-type: application/json",
    "accept: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Indices below `count` in an order that looks random and is always the same (a linear congruential generator). */
function drawing(seed: number, count: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

function percentiles(latencies: readonly number[]): Pick<LoadResult, "p50" | "p95" | "p99"> {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
