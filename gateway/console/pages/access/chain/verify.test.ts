import { describe, expect, it } from "vitest";
import { browserDigest, type Digest, type SealedRecord, sealedText } from "./seal.ts";
import { type ChainSpan, headOf, headText, type Verified, verifyChain } from "./verify.ts";

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
    read: async (after) => records.filter(({ sequence }) => sequence > after).slice(0, given.pageSize ?? 3),
    digest,
    progress: () => undefined,
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

  it("is stopped when asked to", async () => {
    const written = await chained(3);
    const verified = await verifyChain({
      start: { sequence: 0, hash: zeros },
      end: { sequence: 3, hash: written[2]?.hash ?? "" },
      noted: undefined,
      read: async () => written,
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
