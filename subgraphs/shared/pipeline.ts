import { Socket } from "node:net";
import { Client, type QueryConfig } from "pg";

/** Two of a database's cores at most are kept busy by one process; a process of ours keeps no more busy. */
const maximumPipelines = 2;

/** After so many milliseconds without any of the answers that are due, a slow statement is in the way. */
const heldUpAfter = 50;

/** How long nothing more is opened when that failed while there was another way, in milliseconds. */
const pauseAfterFailure = 1_000;

/** A pool's own time for the same, in milliseconds. */
export const connectWithin = 10_000;

export interface PipelineSettings {
  readonly url: string;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/**
 * Connections for look-ups, which take statements without waiting for the answers to those before. Nothing here belongs
 * to a transaction.
 */
export class Pipelines {
  readonly #open: Pipeline[] = [];
  readonly #url: string;
  readonly #now: () => number;
  #opening: Promise<Pipeline> | undefined;
  #pausedUntil = 0;
  #closed = false;

  constructor({ url, now = () => performance.now() }: PipelineSettings) {
    this.#url = url;
    this.#now = now;
  }

  /** The one to take a statement; undefined where slow statements are in the way. Rejects where none can be opened. */
  async free(): Promise<Pipeline | undefined> {
    const least = this.#leastBusy();
    if (least?.due === 0 || !this.#mayOpen()) return least;
    this.#opening ??= this.#openOne();
    return least ?? this.#opening;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening?.catch(() => undefined);
    await Promise.all(this.#open.map((each) => each.end()));
  }

  #leastBusy(): Pipeline | undefined {
    const now = this.#now();
    let least: Pipeline | undefined;
    for (const each of this.#open) {
      if (!each.isHeldUp(now) && each.due < (least?.due ?? Number.POSITIVE_INFINITY)) least = each;
    }
    return least;
  }

  #mayOpen(): boolean {
    if (this.#closed) return false;
    return (
      this.#open.length === 0 || (this.#open.length < maximumPipelines && this.#now() >= this.#pausedUntil)
    );
  }

  #openOne(): Promise<Pipeline> {
    const opening = Pipeline.open(this.#url, this.#now, (broken) => {
      const place = this.#open.indexOf(broken);
      if (place >= 0) this.#open.splice(place, 1);
    });
    opening
      .then(
        (pipeline) => this.#open.push(pipeline),
        () => {
          this.#pausedUntil = this.#now() + pauseAfterFailure;
        },
      )
      .finally(() => {
        this.#opening = undefined;
      });
    return opening;
  }
}

/**
 * One connection. Statements of one turn of the event loop are written in one go: a write to a socket, and the waking of
 * whoever reads it, costs more than all the rest of a small look-up.
 */
class Pipeline {
  readonly #client: Client;
  readonly #socket: Socket;
  readonly #now: () => number;
  readonly #onBroken: () => void;
  #due = 0;
  #lastAnswer = 0;
  #gathering = false;

  private constructor(
    client: Client,
    socket: Socket,
    now: () => number,
    onBroken: (broken: Pipeline) => void,
  ) {
    this.#client = client;
    this.#socket = socket;
    this.#now = now;
    this.#onBroken = () => onBroken(this);
    client.on("error", this.#onBroken);
    client.once("end", this.#onBroken);
  }

  static async open(url: string, now: () => number, onBroken: (broken: Pipeline) => void): Promise<Pipeline> {
    const socket = new Socket();
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: connectWithin,
      application_name: "whistlegraph",
      keepAlive: true,
      pipeline: true,
      stream: () => socket,
    });
    client.on("error", () => undefined); // whoever waits for an answer is told by the answer
    await client.connect();
    return new Pipeline(client, socket, now, onBroken);
  }

  /** Statements whose answers are due. */
  get due(): number {
    return this.#due;
  }

  isHeldUp(now: number): boolean {
    return this.#due > 0 && now - this.#lastAnswer > heldUpAfter;
  }

  async send(statement: QueryConfig): Promise<Record<string, unknown>[]> {
    if (this.#due === 0) this.#lastAnswer = this.#now();
    this.#due += 1;
    this.#gather();
    try {
      return (await this.#client.query(statement)).rows;
    } catch (error) {
      // The first who is told that the session is over: nobody else is to be sent this way until it has ended.
      if ((error as { severity?: string }).severity === "FATAL") this.#onBroken();
      throw error;
    } finally {
      this.#due -= 1;
      this.#lastAnswer = this.#now();
    }
  }

  end(): Promise<void> {
    return this.#client.end();
  }

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#socket.cork();
    setImmediate(() => {
      this.#gathering = false;
      this.#socket.uncork();
    });
  }
}
