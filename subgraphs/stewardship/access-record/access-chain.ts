import { hash as digest } from "node:crypto";
import type { Finding } from "../../shared/finding.ts";

/** Who read, when, and on whose behalf. */
export interface ReaderFacts {
  readonly at: Date;
  readonly personId: string;
  readonly post: string;
  readonly unit: string;
  readonly onBehalfOf: string | null;
  /** Whether the token says for whom; null in records from before this was kept. */
  readonly onBehalfOfVouched: boolean | null;
}

/** What was read in what operation, why, and what became of it: codes and ids, never values. */
export interface ReadingFacts {
  readonly operationName: string | null;
  readonly operationHash: string;
  readonly entityType: string;
  readonly entityKeys: string;
  readonly fields: readonly string[];
  readonly subjects: readonly string[];
  readonly basis: string | null;
  readonly caseNumber: string | null;
  readonly grantNumbers: readonly string[];
  readonly outcome: string;
  readonly rowsGiven: number;
}

/** Everything on record of one access, before it is sealed. */
export interface AccessFacts extends ReaderFacts, ReadingFacts {
  readonly districtCode: string;
  readonly subgraph: string;
}

/** One link: what was recorded, its place, and the seal over both and over the link before. */
export interface ChainedRecord extends AccessFacts {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** A place in a chain, and the seal of the record that stands there. */
export interface ChainPoint {
  readonly sequence: number;
  readonly hash: string;
}

/** Before the first record of any chain. */
export const chainStart: ChainPoint = { sequence: 0, hash: "0".repeat(64) };

/** Texts, whole numbers, booleans, lists and nulls, one after another, as they stand in a JSON array. */
const members = (values: readonly unknown[]): string => JSON.stringify(values).slice(1, -1);

export const readerText = (reader: ReaderFacts): string => {
  const { at, personId, post, unit, onBehalfOf, onBehalfOfVouched } = reader;
  const known = [at.toISOString(), personId, post, unit, onBehalfOf];
  return members(layoutOf(reader) === layouts.withoutVouched ? known : [...known, onBehalfOfVouched]);
};

export const readingText = (reading: ReadingFacts): string =>
  members([
    reading.operationName,
    reading.operationHash,
    reading.entityType,
    reading.entityKeys,
    reading.fields,
    reading.subjects,
    reading.basis,
    reading.caseNumber,
    reading.grantNumbers,
    reading.outcome,
    reading.rowsGiven,
  ]);

/**
 * What stands where in the text that is sealed. A record is read by the layout it was written in, and says it in the text:
 * no other fits its seal.
 */
const layouts = { withoutVouched: "access-record/1", current: "access-record/2" } as const;

const layoutOf = ({ onBehalfOfVouched }: Pick<ReaderFacts, "onBehalfOfVouched">): string =>
  (onBehalfOfVouched ?? null) === null ? layouts.withoutVouched : layouts.current;

/** Where a record stands, and behind which. */
interface Place {
  readonly districtCode: string;
  readonly subgraph: string;
  readonly sequence: number;
  readonly previousHash: string;
}

/**
 * What is sealed: all columns in this order as one JSON array, without spaces. For texts, whole numbers, true, false and
 * null that is what RFC 8785 writes, so that anybody can compute it again with other means.
 */
const sealedText = (
  layout: string,
  { districtCode, subgraph, sequence, previousHash }: Place,
  reader: string,
  reading: string,
): string =>
  `[${members([layout, districtCode, subgraph, sequence])},${reader},${reading},${members([previousHash])}]`;

export const canonicalText = (record: Omit<ChainedRecord, "hash">): string =>
  sealedText(layoutOf(record), record, readerText(record), readingText(record));

export const hashOf = (record: Omit<ChainedRecord, "hash">): string =>
  digest("sha256", canonicalText(record), "hex");

/** An access by the texts of who read, in the current layout, and of what was read: both may stand in many records. */
export interface Access {
  readonly readerText: string;
  readonly readingText: string;
}

/** An access with its place in its chain, and its seal. */
export type Link<Of extends Access> = Of & ChainPoint & { readonly previousHash: string };

/** Puts accesses behind the end of their chain, one sealing the next. */
export function chain<Of extends Access>(
  { districtCode, subgraph }: Pick<Place, "districtCode" | "subgraph">,
  accesses: readonly Of[],
  end: ChainPoint,
): Link<Of>[] {
  let { sequence, hash } = end;
  return accesses.map((access) => {
    sequence += 1;
    const previousHash = hash;
    const place = { districtCode, subgraph, sequence, previousHash };
    hash = digest("sha256", sealedText(layouts.current, place, access.readerText, access.readingText), "hex");
    // What is spread comes last: V8 makes a slow object of one that grows behind it, at three times the cost of the seal.
    return { sequence, previousHash, hash, ...access };
  });
}

/** What is wrong with a chain, and from which place on it proves nothing. */
export interface ChainFinding extends Finding {
  readonly sequence: number;
}

/** What can have been done to a chain. `{sequence}` is its first place that is not as it was written. */
const findings = {
  ACCESS_RECORD_CHANGED: {
    en: "record {sequence} is not what was written there",
    zh: "第 {sequence} 条记录的内容已被更改",
  },
  ACCESS_RECORD_MISSING: {
    en: "record {sequence} was taken out",
    zh: "第 {sequence} 条记录已被删除",
  },
  ACCESS_RECORD_INSERTED: {
    en: "record {sequence} was put in later",
    zh: "第 {sequence} 条记录系事后插入",
  },
  ACCESS_RECORDS_REORDERED: {
    en: "at {sequence} stands a record that was written at another place",
    zh: "第 {sequence} 条位置上是原处于其他位置的记录，次序已被调换",
  },
  ACCESS_CHAIN_CUT: {
    en: "the chain ends before record {sequence}, which its head says was written",
    zh: "链条在第 {sequence} 条之前中断，而链头表明该条曾写入",
  },
} as const;

function found(code: keyof typeof findings, sequence: number): ChainFinding {
  const fill = (text: string) => text.replace("{sequence}", String(sequence));
  const { en, zh } = findings[code];
  return {
    code,
    sequence,
    en: fill(en),
    zh: fill(zh),
    rule: "Access records (访问记录), hash chain per owner",
  };
}

export interface Verification {
  /** The first place at which the chain is broken; none where it holds. */
  readonly findings: readonly ChainFinding[];
  /** The last record that holds. */
  readonly end: ChainPoint;
}

/**
 * Verifies records in the order they stand in, from `start`: the beginning of the chain, or where the retention cut it.
 * With a `head`, its end as it is known from elsewhere, it is also told whether records at the end are gone. The chain
 * alone proves that nothing was changed before a head that is known to be right: whoever can write the whole table can
 * write another chain, and is found by a head kept elsewhere.
 */
export function verifyChain(
  records: readonly ChainedRecord[],
  start: ChainPoint = chainStart,
  head?: ChainPoint,
): Verification {
  let end = start;
  for (const [index, record] of records.entries()) {
    const whole = hashOf(record) === record.hash;
    if (!whole || record.sequence !== end.sequence + 1 || record.previousHash !== end.hash) {
      const following = records.slice(index + 1, index + 1 + lookAhead);
      return { findings: [judge(record, following, end, start)], end };
    }
    end = { sequence: record.sequence, hash: record.hash };
  }
  return { findings: head ? verifyEnd(end, head) : [], end };
}

/** Whether the last record that holds is the one the head says was written last. */
export function verifyEnd(end: ChainPoint, head: ChainPoint): ChainFinding[] {
  if (end.sequence < head.sequence) return [found("ACCESS_CHAIN_CUT", end.sequence + 1)];
  if (end.sequence > head.sequence) return [found("ACCESS_RECORD_INSERTED", head.sequence + 1)];
  return end.hash === head.hash ? [] : [found("ACCESS_RECORD_CHANGED", head.sequence)];
}

/** How many records before and behind it is looked for what became of one that is not where it was written. */
export const lookAhead = 1_000;

/**
 * What was done at the first place that does not hold. Whoever moves a record must write another sequence into it, and
 * its seal then tells the old one.
 */
function judge(
  record: ChainedRecord,
  following: readonly ChainedRecord[],
  end: ChainPoint,
  start: ChainPoint,
): ChainFinding {
  const place = end.sequence + 1;
  const sealedFor = placeSealed(record);
  // Whole and where it was written, but written after another than the one that stands before it now.
  if (sealedFor === place) return found("ACCESS_RECORD_CHANGED", Math.max(end.sequence, start.sequence + 1));
  // Pushed on by one put in at its place, itself well sealed.
  if (sealedFor !== undefined && sealedFor < place) return found("ACCESS_RECORD_INSERTED", sealedFor);
  const ownerFollows = following.some((each) => isSealedFor(each, place));
  if (sealedFor === undefined) {
    return found(ownerFollows ? "ACCESS_RECORD_INSERTED" : "ACCESS_RECORD_CHANGED", place);
  }
  return found(ownerFollows ? "ACCESS_RECORDS_REORDERED" : "ACCESS_RECORD_MISSING", place);
}

const isSealedFor = (record: ChainedRecord, sequence: number): boolean =>
  hashOf({ ...record, sequence }) === record.hash;

/** The place a record was written at; undefined where its seal fits none near by. */
function placeSealed(record: ChainedRecord): number | undefined {
  if (isSealedFor(record, record.sequence)) return record.sequence;
  for (let distance = 1; distance <= lookAhead; distance += 1) {
    if (isSealedFor(record, record.sequence + distance)) return record.sequence + distance;
    if (isSealedFor(record, record.sequence - distance)) return record.sequence - distance;
  }
  return undefined;
}
