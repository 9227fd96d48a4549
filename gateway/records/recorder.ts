import type { Logger } from "pino";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { AccessRecord, Recorded } from "./access-records.ts";

/** Records that may wait to be written. Beyond that whoever reads waits too, whatever was read. */
const maximumWaiting = 20_000;

/** Records of one write. */
const maximumWritten = 2_000;

/** Makes records durable, all or none of them. */
export type WriteRecords = (records: readonly AccessRecord[]) => Promise<void>;

interface Batch {
  readonly records: AccessRecord[];
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

  async record(recorded: readonly Recorded[]): Promise<void> {
    if (recorded.length === 0) return;
    const written = this.#add(recorded.map(({ record }) => record));
    if (recorded.some(({ personal }) => personal) || this.#records > maximumWaiting) {
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

  #add(records: readonly AccessRecord[]): Promise<void> {
    this.#records += records.length;
    let batch = this.#waiting.at(-1);
    if (!batch || batch.records.length + records.length > maximumWritten) {
      batch = newBatch();
      this.#waiting.push(batch);
    }
    batch.records.push(...records);
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
        await this.#write(batch.records);
        batch.resolve();
      } catch (error) {
        batch.reject(error);
      }
      this.#records -= batch.records.length;
    }
  }
}

function newBatch(): Batch {
  let settle: Pick<Batch, "resolve" | "reject"> | undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { records: [], written, ...(settle as Pick<Batch, "resolve" | "reject"> & object) };
}
