import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccessFacts,
  type ChainedRecord,
  canonicalText,
  chain,
  chainStart,
  hashOf,
  readerText,
  readingText,
  verifyChain,
} from "./access-chain.ts";

const facts = (personId: string, more: Partial<AccessFacts> = {}): AccessFacts => ({
  districtCode: "430105",
  subgraph: "civil-affairs",
  at: new Date("2026-06-01T01:00:00.000Z"),
  personId,
  post: "RESPONDER",
  unit: "430105-HOUSING",
  onBehalfOf: null,
  onBehalfOfVouched: false,
  operationName: "CaseLookUp",
  operationHash: "ab".repeat(32),
  entityType: "AidRecipient",
  entityKeys: '["430105-AR-1"]',
  fields: ["AidRecipient.name"],
  subjects: ["430105-R-1"],
  basis: null,
  caseNumber: null,
  grantNumbers: ["430105-G-0001", "430105-G-0002"],
  outcome: "GIVEN",
  rowsGiven: 1,
  ...more,
});

/** As `access_record` keeps them. */
const chained = (records: readonly AccessFacts[], behind = chainStart): ChainedRecord[] =>
  chain(
    facts(""),
    records.map((record) => ({
      record,
      readerText: readerText(record),
      readingText: readingText(record),
    })),
    behind,
  ).map(({ record, sequence, previousHash, hash }) => ({ ...record, sequence, previousHash, hash }));

const ten = chained(Array.from({ length: 10 }, (_, index) => facts(`person-${index + 1}`)));
const head = { sequence: 10, hash: ten[9]?.hash ?? "" };

const at = (records: readonly ChainedRecord[], sequence: number): ChainedRecord => {
  const record = records[sequence - 1];
  if (!record) throw new RangeError(`there is no record ${sequence}`);
  return record;
};
const sealed = (record: ChainedRecord): ChainedRecord => ({ ...record, hash: hashOf(record) });
const renumbered = (records: readonly ChainedRecord[]): ChainedRecord[] =>
  records.map((record, index) => ({ ...record, sequence: index + 1 }));
const forged = (after: number): ChainedRecord => ({
  ...facts("person-forged"),
  sequence: after + 1,
  previousHash: after === 0 ? chainStart.hash : at(ten, after).hash,
  hash: "f".repeat(64),
});
const without = (sequence: number) => ten.filter((record) => record.sequence !== sequence);
const changed = (sequence: number, change: Partial<ChainedRecord>) =>
  ten.map((record) => (record.sequence === sequence ? { ...record, ...change } : record));
const swapped = (one: number, other: number) => {
  const records = [...ten];
  records[one - 1] = { ...at(ten, other), sequence: one };
  records[other - 1] = { ...at(ten, one), sequence: other };
  return records;
};

describe("the text that is sealed", () => {
  it("is what anybody can write down again, and its hash what anybody can compute", () => {
    const [first] = ten;
    const text =
      '["access-record/2","430105","civil-affairs",1,"2026-06-01T01:00:00.000Z","person-1","RESPONDER","430105-HOUSING",null,false,' +
      `"CaseLookUp","${"ab".repeat(32)}","AidRecipient","[\\"430105-AR-1\\"]",["AidRecipient.name"],["430105-R-1"],null,null,["430105-G-0001","430105-G-0002"],"GIVEN",1,"${"0".repeat(64)}"]`;
    expect(first && canonicalText(first)).toBe(text);
    expect(first?.hash).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("is as it was for what was sealed before it was kept who vouches for whom somebody read", () => {
    const text =
      '["access-record/1","430105","civil-affairs",1,"2026-06-01T01:00:00.000Z","person-1","RESPONDER","430105-HOUSING","an",' +
      `null,"${"ab".repeat(32)}","AidRecipient","[\\"430105-AR-1\\"]",["AidRecipient.name"],["430105-R-1"],null,null,["430105-G-0001","430105-G-0002"],"GIVEN",1,"${"0".repeat(64)}"]`;
    const hash = createHash("sha256").update(text).digest("hex");
    const before: ChainedRecord = {
      ...facts("person-1", { operationName: null, onBehalfOf: "an", onBehalfOfVouched: null }),
      sequence: 1,
      previousHash: chainStart.hash,
      hash,
    };
    expect(canonicalText(before)).toBe(text);
    const after = chained([facts("person-2"), facts("person-3")], before);
    expect(verifyChain([before, ...after]).findings).toEqual([]);
    // An export from then has no such column.
    const { onBehalfOfVouched: _, ...exported } = before;
    expect(verifyChain([exported as ChainedRecord, ...after]).findings).toEqual([]);
    const claimed = verifyChain([{ ...before, onBehalfOfVouched: true }, ...after]).findings;
    expect(claimed).toMatchObject([{ code: "ACCESS_RECORD_CHANGED", sequence: 1 }]);
  });

  it("differs wherever a column differs, and wherever a text could be read as two", () => {
    const other: Partial<Record<keyof ChainedRecord, unknown>> = {
      at: new Date(0),
      sequence: 7,
      rowsGiven: 7,
      fields: ["AidRecipient", "name"],
      subjects: [],
      grantNumbers: ["430105-G-0001"],
    };
    const [first] = ten;
    if (!first) throw new RangeError();
    for (const column of Object.keys(first).filter((name) => name !== "hash") as (keyof ChainedRecord)[]) {
      expect(hashOf({ ...first, [column]: other[column] ?? "other" }), column).not.toBe(first.hash);
    }
    expect(hashOf({ ...first, fields: ["A,B"] })).not.toBe(hashOf({ ...first, fields: ["A", "B"] }));
    expect(hashOf({ ...first, basis: null })).not.toBe(hashOf({ ...first, basis: "null" }));
    expect(hashOf({ ...first, basis: "1", caseNumber: null })).not.toBe(
      hashOf({ ...first, basis: null, caseNumber: "1" }),
    );
  });
});

describe("verifying a chain", () => {
  it("finds nothing in one that is whole, from the beginning, from a cut, and where it is empty", () => {
    expect(verifyChain(ten, chainStart, head)).toEqual({ findings: [], end: head });
    const cut = { sequence: 4, hash: at(ten, 4).hash };
    expect(verifyChain(ten.slice(4), cut, head)).toEqual({ findings: [], end: head });
    expect(verifyChain([], head, head)).toEqual({ findings: [], end: head });
    expect(verifyChain([], chainStart, chainStart).findings).toEqual([]);
  });

  it.each<[string, readonly ChainedRecord[], string, number]>([
    ["another person", changed(4, { personId: "nobody" }), "ACCESS_RECORD_CHANGED", 4],
    ["a statement made a token's word", changed(3, { onBehalfOfVouched: true }), "ACCESS_RECORD_CHANGED", 3],
    ["a token's word forgotten", changed(3, { onBehalfOfVouched: null }), "ACCESS_RECORD_CHANGED", 3],
    ["another time", changed(1, { at: new Date(0) }), "ACCESS_RECORD_CHANGED", 1],
    ["another seal", changed(10, { hash: "0".repeat(64) }), "ACCESS_RECORD_CHANGED", 10],
    [
      "another seal of the one before",
      changed(5, { previousHash: "0".repeat(64) }),
      "ACCESS_RECORD_CHANGED",
      5,
    ],
    [
      "another person, sealed anew",
      ten.map((record) => (record.sequence === 4 ? sealed({ ...record, personId: "nobody" }) : record)),
      "ACCESS_RECORD_CHANGED",
      4,
    ],
    [
      "the last one, sealed anew",
      ten.map((record) => (record.sequence === 10 ? sealed({ ...record, personId: "nobody" }) : record)),
      "ACCESS_RECORD_CHANGED",
      10,
    ],
    ["the first one taken out", without(1), "ACCESS_RECORD_MISSING", 1],
    ["one taken out", without(6), "ACCESS_RECORD_MISSING", 6],
    ["one taken out, the gap closed", renumbered(without(6)), "ACCESS_RECORD_MISSING", 6],
    [
      "three taken out, the gap closed",
      renumbered([...ten.slice(0, 3), ...ten.slice(6)]),
      "ACCESS_RECORD_MISSING",
      4,
    ],
    ["the last one taken out", without(10), "ACCESS_CHAIN_CUT", 10],
    ["all taken out", [], "ACCESS_CHAIN_CUT", 1],
    [
      "one put in, room made for it",
      renumbered([...ten.slice(0, 3), forged(3), ...ten.slice(3)]),
      "ACCESS_RECORD_INSERTED",
      4,
    ],
    [
      "one put in and well sealed",
      renumbered([...ten.slice(0, 3), sealed(forged(3)), ...ten.slice(3)]),
      "ACCESS_RECORD_INSERTED",
      4,
    ],
    ["one put in first", renumbered([forged(0), ...ten]), "ACCESS_RECORD_INSERTED", 1],
    ["one put in behind the head", [...ten, sealed(forged(10))], "ACCESS_RECORD_INSERTED", 11],
    ["two neighbours swapped", swapped(4, 5), "ACCESS_RECORDS_REORDERED", 4],
    ["two far apart swapped", swapped(2, 9), "ACCESS_RECORDS_REORDERED", 2],
    [
      "lines of an export swapped",
      [...ten.slice(0, 6), at(ten, 8), at(ten, 7), ...ten.slice(8)],
      "ACCESS_RECORDS_REORDERED",
      7,
    ],
  ])("finds %s", (_, records, code, sequence) => {
    const { findings } = verifyChain(records, chainStart, head);
    expect(findings.map((finding) => [finding.code, finding.sequence])).toEqual([[code, sequence]]);
    expect(findings[0]?.en).toContain(String(sequence));
    expect(findings[0]?.zh).toMatch(/\p{Script=Han}/u);
  });

  it("does not know of records gone at the end unless it knows the head", () => {
    expect(verifyChain(without(10)).findings).toEqual([]);
  });

  it("is not satisfied by another chain, however well made", () => {
    const other = chained(Array.from({ length: 10 }, (_, index) => facts(`another-${index}`)));
    expect(verifyChain(other, chainStart, head).findings[0]?.code).toBe("ACCESS_RECORD_CHANGED");
    const elsewhere = chained([facts("person-1", { districtCode: "110117" })]);
    expect(verifyChain([...elsewhere, ...ten.slice(1)], chainStart, head).findings).toHaveLength(1);
  });

  it("finds whatever is done to any one place, at that place or before it is passed", () => {
    const places = fc.integer({ min: 1, max: 10 });
    const columns = fc.constantFrom<keyof ChainedRecord>("personId", "unit", "basis", "caseNumber", "hash");
    fc.assert(
      fc.property(places, columns, fc.string({ minLength: 1 }), (place, column, text) => {
        const { findings, end } = verifyChain(changed(place, { [column]: text }), chainStart, head);
        expect(findings.map(({ sequence }) => sequence)).toEqual([place]);
        expect(end.sequence).toBe(place - 1);
      }),
    );
    fc.assert(
      fc.property(places, places, (one, other) => {
        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        const expected = first === last ? [] : [first];
        expect(
          verifyChain(swapped(one, other), chainStart, head).findings.map(({ sequence }) => sequence),
        ).toEqual(expected);
      }),
    );
  });
});
