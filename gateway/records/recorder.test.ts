import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import type { Reader, Readings } from "./access-records.ts";
import { type ReadTogether, Recorder } from "./recorder.ts";

const reading = (key: string, personal: boolean): Readings => ({
  readings: [
    {
      operationName: null,
      operationHash: "0",
      subgraph: "civil-affairs",
      entityType: "Aid",
      entityKeys: [key],
      fields: ["Aid.name"],
      subjects: [],
      basis: null,
      caseNumber: null,
      grants: [],
      outcome: "GIVEN",
      rows: 1,
    },
  ],
  personal,
});
const reader: Reader = {
  at: new Date("2026-06-01T09:00:00+08:00"),
  personId: "he-wenbin",
  post: Post.RESPONDER,
  unit: "430105-URBAN-MANAGEMENT",
  onBehalfOf: null,
  onBehalfOfVouched: false,
};

/** Writes what it is told to, when it is told to. */
class Book {
  readonly writes: string[][] = [];
  readonly #under: { resolve: () => void; reject: (error: Error) => void }[] = [];

  readonly reports: (readonly ReadTogether[])[] = [];

  readonly write = (report: readonly ReadTogether[]): Promise<void> => {
    this.reports.push(report);
    this.writes.push(
      report.flatMap(({ readings, readers }) =>
        readers.flatMap(() => readings.flatMap(({ entityKeys }) => entityKeys)),
      ),
    );
    return new Promise((resolve, reject) => this.#under.push({ resolve, reject }));
  };

  async end(error?: Error): Promise<void> {
    await expect.poll(() => this.#under.length).toBeGreaterThan(0);
    const write = this.#under.shift();
    if (error) write?.reject(error);
    else write?.resolve();
  }
}

let book: Book;
let recorder: Recorder;
beforeEach(() => {
  book = new Book();
  recorder = new Recorder(book.write, pino({ level: "silent" }));
});
/** Whether an answer has been let go yet. */
const watch = (answer: Promise<void>) => {
  const watched = { let: false, refused: undefined as unknown };
  answer.then(
    () => {
      watched.let = true;
    },
    (error) => {
      watched.refused = error;
    },
  );
  return watched;
};

describe("an answer with personal data", () => {
  it("waits for its record", async () => {
    const answer = watch(recorder.record(reading("1", true), reader));
    await expect.poll(() => book.writes).toEqual([["1"]]);
    expect(answer.let).toBe(false);
    await book.end();
    await expect.poll(() => answer.let).toBe(true);
  });

  it("is not given where there can be no record", async () => {
    const answer = watch(recorder.record(reading("1", true), reader));
    await book.end(new Error("disk full"));
    await expect.poll(() => answer.refused).toMatchObject({ extensions: { code: "NOT_RECORDED" } });
  });
});

describe("an answer without", () => {
  it("does not wait, and is on record all the same", async () => {
    await recorder.record(reading("1", false), reader);
    await expect.poll(() => book.writes).toEqual([["1"]]);
    await book.end(new Error("disk full"));
    await recorder.idle();
  });

  it("of nothing that goes on record leaves none", async () => {
    await recorder.record({ readings: [], personal: false }, reader);
    await recorder.idle();
    expect(book.writes).toEqual([]);
  });
});

it("writes what comes at once in one go, and what comes meanwhile in the next", async () => {
  const first = [
    watch(recorder.record(reading("1", true), reader)),
    watch(recorder.record(reading("2", true), reader)),
  ];
  await expect.poll(() => book.writes).toEqual([["1", "2"]]);
  const meanwhile = [
    watch(recorder.record(reading("3", true), reader)),
    watch(recorder.record(reading("4", false), reader)),
  ];
  await book.end();
  await expect.poll(() => first.map((each) => each.let)).toEqual([true, true]);
  await expect.poll(() => book.writes).toEqual([["1", "2"], ["3"]]);
  expect(meanwhile.map((each) => each.let)).toEqual([false, true]);
  await book.end();
  await expect.poll(() => book.writes.at(-1)).toEqual(["4"]);
  await book.end();
  await recorder.idle();
  expect(meanwhile[0]?.let).toBe(true);
});

it("a write that fails takes no other with it", async () => {
  const first = watch(recorder.record(reading("1", true), reader));
  await expect.poll(() => book.writes.length).toBe(1);
  const second = watch(recorder.record(reading("2", true), reader));
  await book.end(new Error("gone"));
  await book.end();
  await expect.poll(() => [first.refused !== undefined, second.let]).toEqual([true, true]);
});

it("writes what many are given at once as one reading with all its readers", async () => {
  const read = reading("1", true);
  const given = ["a", "b", "c"].map((personId) => watch(recorder.record(read, { ...reader, personId })));
  await expect.poll(() => book.writes).toEqual([["1", "1", "1"]]);
  expect(book.reports[0]).toMatchObject([
    { readers: [{ personId: "a" }, { personId: "b" }, { personId: "c" }] },
  ]);
  await book.end();
  await expect.poll(() => given.map((each) => each.let)).toEqual([true, true, true]);
});
