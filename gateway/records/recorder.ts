import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Reader, Readings } from "./access-records.ts";

/** Records that may wait to be written. Beyond that whoever reads waits too, whatever was read. */
const maximumWaiting = 100_000;

/** So long, in milliseconds, records that nobody waits for let answers go first. */
const patience = 500;

/** Records of one write. */
const maximumWritten = 2_000;

/** An answer's readings, and all whom it was given to: a record each. */
export interface ReadTogether {
  readonly readings: Readings["readings"];
  readonly readers: readonly Reader[];
}

/** Makes records durable, all or none of them. */
export type WriteRecords = (report: readonly ReadTogether[]) => Promise<void>;

interface Batch {
  readonly readers: Map<Readings, Reader[]>;
  records: number;
  readonly written: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes access records, those that come while one write is under way in the next. An answer with personal data waits
 * until its records are durable, and does not leave where they cannot be; of other answers the record follows, when those
 * that somebody waits for are written and the answers themselves are on their way.
 */
export class Recorder {
  readonly #write: WriteRecords;
  readonly #log: Logger;
  readonly #awaited: Batch[] = [];
  readonly #patient: Batch[] = [];
  #records = 0;
  #writing: Promise<void> | undefined;
  #due: NodeJS.Timeout | undefined;

  constructor(write: WriteRecords, log: Logger) {
    this.#write = write;
    this.#log = log;
  }

  /** What an answer gave is the same object for all whom it is given to. */
  async record(readings: Readings, reader: Reader): Promise<void> {
    if (readings.readings.length === 0) return;
    if (!readings.personal && this.#records < maximumWaiting) {
      this.#add(this.#patient, readings, reader);
      if (!this.#writing) this.#due ??= setTimeout(() => this.#begin(), patience);
      return;
    }
    const written = this.#add(this.#awaited, readings, reader);
    this.#begin();
    await written.catch(() => {
      throw refuse("NOT_RECORDED");
    });
  }

  /** Resolves when everything that came so far is written, or given up. */
  async idle(): Promise<void> {
    while (this.#records > 0) {
      this.#begin();
      await this.#writing;
    }
  }

  #add(waiting: Batch[], readings: Readings, reader: Reader): Promise<void> {
    const records = readings.readings.length;
    this.#records += records;
    let batch = waiting.at(-1);
    if (!batch || batch.records + records > maximumWritten) {
      batch = newBatch();
      waiting.push(batch);
    }
    batch.records += records;
    const readers = batch.readers.get(readings);
    if (readers) readers.push(reader);
    else batch.readers.set(readings, [reader]);
    return batch.written;
  }

  #begin(): void {
    clearTimeout(this.#due);
    this.#due = undefined;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeAll(): Promise<void> {
    // Everything that is ready now comes along.
    await new Promise((resolve) => setImmediate(resolve));
    for (let batch = this.#next(); batch; batch = this.#next()) {
      try {
        await this.#write([...batch.readers].map(([{ readings }, readers]) => ({ readings, readers })));
        batch.resolve();
      } catch (err) {
        this.#log.error({ err, records: batch.records }, "accesses could not be recorded");
        batch.reject(err);
      }
      this.#records -= batch.records;
    }
  }

  #next(): Batch | undefined {
    return this.#awaited.shift() ?? this.#patient.shift();
  }
}

function newBatch(): Batch {
  let settle: Pick<Batch, "resolve" | "reject"> | undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever waits is told; where nobody does, the log is.
  written.catch(() => undefined);
  return {
    readers: new Map(),
    records: 0,
    written,
    ...(settle as Pick<Batch, "resolve" | "reject"> & object),
  };
}
