import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Reader, Readings } from "./access-records.ts";

/** Records that may wait to be written. Beyond that whoever reads waits too, whatever was read. */
const maximumWaiting = 20_000;

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
 * until its records are durable, and does not leave where they cannot be; of other answers the record follows.
 */
export class Recorder {
  readonly #write: WriteRecords;
  readonly #log: Logger;
  readonly #waiting: Batch[] = [];
  #records = 0;
  #writing: Promise<void> | undefined;

  constructor(write: WriteRecords, log: Logger) {
    this.#write = write;
    this.#log = log;
  }

  /** What an answer gave is the same object for all whom it is given to. */
  async record(readings: Readings, reader: Reader): Promise<void> {
    if (readings.readings.length === 0) return;
    const written = this.#add(readings, reader);
    if (readings.personal || this.#records > maximumWaiting) {
      await written.catch((err) => {
        this.#log.error({ err }, "an access could not be recorded: its answer is not given");
        throw refuse("NOT_RECORDED");
      });
    } else {
      written.catch((err) => this.#log.error({ err }, "an access could not be recorded"));
    }
  }

  /** Resolves when everything that came so far is written, or given up. */
  async idle(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #add(readings: Readings, reader: Reader): Promise<void> {
    const records = readings.readings.length;
    this.#records += records;
    let batch = this.#waiting.at(-1);
    if (!batch || batch.records + records > maximumWritten) {
      batch = newBatch();
      this.#waiting.push(batch);
    }
    batch.records += records;
    const readers = batch.readers.get(readings);
    if (readers) readers.push(reader);
    else batch.readers.set(readings, [reader]);
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    return batch.written;
  }

  async #writeAll(): Promise<void> {
    // Everything that is ready now comes along.
    await new Promise((resolve) => setImmediate(resolve));
    for (let batch = this.#waiting.shift(); batch; batch = this.#waiting.shift()) {
      try {
        await this.#write([...batch.readers].map(([{ readings }, readers]) => ({ readings, readers })));
        batch.resolve();
      } catch (error) {
        batch.reject(error);
      }
      this.#records -= batch.records;
    }
  }
}

function newBatch(): Batch {
  let settle: Pick<Batch, "resolve" | "reject"> | undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    readers: new Map(),
    records: 0,
    written,
    ...(settle as Pick<Batch, "resolve" | "reject"> & object),
  };
}
