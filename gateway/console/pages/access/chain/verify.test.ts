import { describe, expect, it } from "vitest";
import { browserDigest, type Digest, type SealedRecord, sealedText } from "./seal.ts";
import { verdictTexts, verdictWords } from "./verdict-words.ts";
import { type ChainSpan, headOf, headText, type Reached, type Verified, verifyChain } from "./verify.ts";

const digest = browserDigest() as Digest;
const zeros = "0".repeat(64);

const usual: SealedRecord = {
  district: "430105",
  subgraph: "civil-affairs",
  sequence: 1,
  at: "2026-06-01T01:00:00.000Z",
  personId: "person-housing-1",
  post: "RESPONDER",
  unit: "430105-HOUSING",
  onBehalfOf: null,
  onBehalfOfVouched: false,
  operationName: "CaseLookUp",
  operationHash: "ab".repeat(32),
  entityType: "AidRecipient",
  entityKeys: '["430105-AR-1"]',
  fields: ["AidRecipient.name"],
  subjects: [],
  basis: "4301058050600100",
  caseNumber: "430105-20260601-000001",
  grantNumbers: ["430105-G-0900"],
  outcome: "MASKED",
  rowsGiven: 1,
  previousHash: zeros,
  hash: "",
};

async function chained(count: number): Promise<SealedRecord[]> {
  const records: SealedRecord[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const open = {
      ...usual,
      sequence,
      personId: `p${sequence}`,
      previousHash: records.at(-1)?.hash ?? zeros,
    };
    records.push({ ...open, hash: await digest(sealedText(open)) });
  }
  return records;
}

interface Given extends Partial<ChainSpan> {
  readonly noted?: string;
  readonly pageSize?: number;
  /** Where the chain starts by now; where it started where it is absent. */
  readonly cutAt?: () => number;
  readonly from?: Reached;
  readonly progress?: (reached: Reached) => void;
}

async function verify(
  records: readonly SealedRecord[],
  written: readonly SealedRecord[],
  given: Given = {},
): Promise<Verified> {
  const last = written.at(-1);
  const verified = await verifyChain({
    start: { sequence: 0, hash: zeros },
    end: { sequence: last?.sequence ?? 0, hash: last?.hash ?? zeros },
    ...given,
    noted: given.noted ? headOf(given.noted, "430105") : undefined,
    read: async (after) =>
      records
        .filter(({ sequence }) => sequence > after && sequence > (given.cutAt?.() ?? 0))
        .slice(0, given.pageSize ?? 3),
    startNow: async () => {
      const cut = given.cutAt?.() ?? given.start?.sequence ?? 0;
      return { sequence: cut, hash: written[cut - 1]?.hash ?? zeros };
    },
    digest,
    progress: given.progress ?? (() => undefined),
    stopped: () => false,
  });
  if (!verified) throw new Error("stopped");
  return verified;
}

describe("the text that is sealed", () => {
  it("is what the stewardship subgraph seals, of records old and new", async () => {
    // Computed by `hashOf` of the stewardship subgraph.
    expect(await digest(sealedText(usual))).toBe(
      "7992c1ae1ca5ba843ade6320b8bc32e2297aeb5614bcb6101ad92e2d4c3b5f16",
    );
    expect(await digest(sealedText({ ...usual, onBehalfOf: "p9", onBehalfOfVouched: null }))).toBe(
      "d1cba1447c867bf88609956e50b68919f488453aac2119fbc94b2f6e3f8ccbfa",
    );
  });
});

describe("a chain verified in the browser", () => {
  const of = (change: (records: SealedRecord[]) => SealedRecord[]) => async () => {
    const written = await chained(8);
    return verify(change([...written]), written);
  };

  it("holds as it was written, page by page", async () => {
    const written = await chained(8);
    const { checked, broken, complete, last, noted } = await verify(written, written);
    expect([checked, broken, complete, noted]).toEqual([8, undefined, true, undefined]);
    expect(last.hash).toBe(written[7]?.hash);
  });

  it.each<[string, (records: SealedRecord[]) => SealedRecord[], object]>([
    [
      "changed",
      (records) => records.map((each) => (each.sequence === 5 ? { ...each, unit: "430105-NOBODY" } : each)),
      { broken: { sequence: 5, what: "CONTENT" }, checked: 4, complete: false },
    ],
    [
      "taken out",
      (records) => records.filter(({ sequence }) => sequence !== 5),
      { broken: { sequence: 5, what: "PLACE" }, complete: false },
    ],
    [
      "cut off at the end",
      (records) => records.slice(0, 6),
      { broken: undefined, checked: 6, complete: false },
    ],
    [
      "moved before another",
      (records) =>
        records
          .map((each) => ({
            ...each,
            sequence: each.sequence === 4 ? 5 : each.sequence === 5 ? 4 : each.sequence,
          }))
          .sort((one, other) => one.sequence - other.sequence),
      { broken: { sequence: 4, what: "CONTENT" }, checked: 3 },
    ],
    [
      "given in another order than it was sealed in",
      (records) => [...records.slice(0, 3), ...records.slice(3, 5).reverse(), ...records.slice(5)],
      { broken: { sequence: 4, what: "PLACE" }, checked: 3 },
    ],
    [
      "put in twice",
      (records) => records.flatMap((each) => (each.sequence === 5 ? [each, each] : [each])),
      { broken: { sequence: 6, what: "PLACE" }, checked: 5 },
    ],
    [
      "taken out, and the rest pushed up",
      (records) =>
        records
          .filter(({ sequence }) => sequence !== 5)
          .map((each) => (each.sequence > 5 ? { ...each, sequence: each.sequence - 1 } : each)),
      { broken: { sequence: 5, what: "CONTENT" } },
    ],
  ])("does not hold with a record %s", async (_, change, found) => {
    expect(await of(change)()).toMatchObject(found);
  });

  it("does not hold with a record sealed anew, at the one behind it", async () => {
    const written = await chained(8);
    const other = { ...(written[4] as SealedRecord), unit: "430105-NOBODY" };
    const resealed = { ...other, hash: await digest(sealedText(other)) };
    const records = written.map((each) => (each.sequence === 5 ? resealed : each));
    expect((await verify(records, written)).broken).toEqual({ sequence: 6, what: "LINK" });
  });

  it("leaves out what was written since, and what the retention cut", async () => {
    const [written, later] = [await chained(8), await chained(10)];
    expect(await verify(later, written)).toMatchObject({ checked: 8, complete: true });
    const cut = written[2] as SealedRecord;
    const start = { sequence: 3, hash: cut.hash };
    expect(await verify(written.slice(3), written, { start })).toMatchObject({ checked: 5, complete: true });
  });

  it("is held to an end noted before, which alone finds a chain written anew", async () => {
    const written = await chained(8);
    const noted = (sequence: number, hash?: string) =>
      headText("430105", { sequence, hash: hash ?? written[sequence - 1]?.hash ?? "f".repeat(64) });
    const stand = async (head: string, given: Given = {}) =>
      (await verify(written, written, { ...given, noted: head })).noted;
    expect(await stand(noted(6))).toBe("SAME");
    expect(await stand(noted(8))).toBe("SAME");
    expect(await stand(noted(6, "e".repeat(64)))).toBe("CHANGED");
    expect(await stand(noted(9))).toBe("CUT_OFF");
    const start = { sequence: 3, hash: written[2]?.hash ?? "" };
    expect(await stand(noted(2), { start })).toBe("GONE_BY_RETENTION");
    expect(await stand(noted(3), { start })).toBe("SAME");
  });

  it("goes on behind what the retention cut off while it was read, and says so", async () => {
    const written = await chained(10);
    let read = 0;
    // After the first page of three the beginning is cut, up to the sixth; the seal of that is kept.
    const given = { cutAt: () => (read > 0 ? 6 : 0), progress: () => (read += 1) };
    const verified = await verify(written, written, given);
    expect(verified).toMatchObject({ checked: 7, complete: true, cut: [{ first: 4, last: 6 }] });
    const words = verdictWords(verdictTexts.zh, "430105", verified);
    expect(words.done).toMatch(/第 1 至 3 条，共 3 条.*第 7 至 10 条，共 4 条/);
    expect(words.notVerified).toContain("第 4 至 6 条：核验期间留存期满，读取前已按规定删除。");
  });

  it("has nothing more to read where the retention cut off all of it, and does not call that verified", async () => {
    const written = await chained(6);
    let read = 0;
    const given = { cutAt: () => (read > 0 ? 6 : 0), progress: () => (read += 1) };
    const verified = await verify(written, written, given);
    expect(verified).toMatchObject({ checked: 3, complete: true, cut: [{ first: 4, last: 6 }] });
    const words = verdictWords(verdictTexts.en, "430105", verified);
    expect(words.done).toMatch(/^Verified: records 1 to 3, 3 in all/);
    expect(words.head).toBe(headText("430105", { sequence: 6, hash: written[5]?.hash ?? "" }));
  });

  it("does not take a record away for a cut when the chain starts where it did", async () => {
    const written = await chained(8);
    const records = written.filter(({ sequence }) => sequence !== 5);
    expect(await verify(records, written, { cutAt: () => 3 })).toMatchObject({
      broken: { sequence: 5, what: "PLACE" },
      cut: [{ first: 1, last: 3 }],
    });
  });

  it("does not hold when what is left does not follow the seal that the cut kept", async () => {
    const written = await chained(8);
    const other = { ...(written[6] as SealedRecord), previousHash: "f".repeat(64) };
    const resealed = { ...other, hash: await digest(sealedText(other)) };
    const records = written.map((each) => (each.sequence === 7 ? resealed : each));
    expect(await verify(records, written, { cutAt: () => 6 })).toMatchObject({
      broken: { sequence: 7, what: "LINK" },
      checked: 0,
    });
  });

  it("goes on where it was held up, reading nothing twice", async () => {
    const written = await chained(8);
    const reached: Reached[] = [];
    await verify(written.slice(0, 6), written, { progress: (so) => reached.push(so) });
    const from = reached.at(-1);
    expect(from).toMatchObject({ checked: 6 });
    const onwards = written.filter(({ sequence }) => sequence > 6);
    const given = {
      ...(from && { from }),
      noted: headText("430105", { sequence: 7, hash: onwards[0]?.hash ?? "" }),
    };
    expect(await verify(onwards, written, given)).toMatchObject({
      checked: 8,
      complete: true,
      noted: "SAME",
    });
  });

  it("is stopped when asked to", async () => {
    const written = await chained(3);
    const verified = await verifyChain({
      start: { sequence: 0, hash: zeros },
      end: { sequence: 3, hash: written[2]?.hash ?? "" },
      noted: undefined,
      read: async () => written,
      startNow: async () => ({ sequence: 0, hash: zeros }),
      digest,
      progress: () => undefined,
      stopped: () => true,
    });
    expect(verified).toBeUndefined();
  });
});

describe("an end as it is written down", () => {
  it.each([
    [`430105:12:${"a".repeat(64)}`, 12],
    [`  430105:12:${"a".repeat(64)}. `, 12],
    [`110117:12:${"a".repeat(64)}`, undefined],
    ["430105:12:abc", undefined],
    ["", undefined],
  ])("%s", (text, sequence) => {
    expect(headOf(text, "430105")?.sequence).toBe(sequence);
  });
});
