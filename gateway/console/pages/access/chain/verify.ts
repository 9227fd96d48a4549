import type { ChainPoint, Digest, SealedRecord } from "./seal.ts";
import { sealedText } from "./seal.ts";

/** What does not hold, and at which place. */
export interface Break {
  readonly sequence: number;
  /** Its content is not what was sealed; another record is missing or put in before it; it does not follow its forerunner. */
  readonly what: "CONTENT" | "PLACE" | "LINK";
}

/** A chain between its two ends, as the graph tells them. */
export interface ChainSpan {
  readonly start: ChainPoint;
  readonly end: ChainPoint;
}

/** How an end that was noted earlier, elsewhere, stands to the chain there is now. */
export type Noted = "SAME" | "CHANGED" | "CUT_OFF" | "GONE_BY_RETENTION";

export interface Verified {
  /** How many records were read and their seals computed again. */
  readonly checked: number;
  readonly broken: Break | undefined;
  /** Whether the last record that holds is the one that the graph says is the last. */
  readonly complete: boolean;
  readonly last: ChainPoint;
  /** Undefined where no earlier end was given. */
  readonly noted: Noted | undefined;
}

interface Verification extends ChainSpan {
  readonly noted: ChainPoint | undefined;
  /** Records behind a place, in order: a page; none behind the end. */
  readonly read: (after: number) => Promise<readonly SealedRecord[]>;
  readonly digest: Digest;
  readonly progress: (checked: number) => void;
  readonly stopped: () => boolean;
}

/**
 * Reads a chain from its start to the end it had when that was told, and computes every seal again. What is written
 * meanwhile lies behind that end and is left out. Undefined when it was stopped.
 */
export async function verifyChain(verification: Verification): Promise<Verified | undefined> {
  const { start, end, noted, read, digest, progress, stopped } = verification;
  let last = start;
  let met = noted && noted.sequence === start.sequence ? start : undefined;
  const told = (broken?: Break): Verified => ({
    checked: last.sequence - start.sequence,
    broken,
    complete: !broken && last.sequence === end.sequence && last.hash === end.hash,
    last,
    noted: noted && standOf(noted, start, last, met, broken !== undefined),
  });
  while (last.sequence < end.sequence) {
    const page = (await read(last.sequence)).filter(({ sequence }) => sequence <= end.sequence);
    if (stopped()) return undefined;
    if (page.length === 0) return told();
    const seals = await Promise.all(page.map((record) => digest(sealedText(record))));
    for (const [index, record] of page.entries()) {
      const what = breakAt(record, seals[index], last);
      if (what) return told({ sequence: last.sequence + 1, what });
      last = { sequence: record.sequence, hash: record.hash };
      if (last.sequence === noted?.sequence) met = last;
    }
    progress(last.sequence - start.sequence);
  }
  return told();
}

function breakAt(
  record: SealedRecord,
  seal: string | undefined,
  before: ChainPoint,
): Break["what"] | undefined {
  if (record.sequence !== before.sequence + 1) return "PLACE";
  if (record.hash !== seal) return "CONTENT";
  return record.previousHash === before.hash ? undefined : "LINK";
}

function standOf(
  noted: ChainPoint,
  start: ChainPoint,
  last: ChainPoint,
  met: ChainPoint | undefined,
  broken: boolean,
): Noted | undefined {
  if (met) return met.hash === noted.hash ? "SAME" : "CHANGED";
  if (noted.sequence < start.sequence) return "GONE_BY_RETENTION";
  return noted.sequence > last.sequence && !broken ? "CUT_OFF" : undefined;
}

/** As `npm run access:verify` prints it and this page shows it, `430105:1200:6f1c…`; undefined where it is none. */
export function headOf(text: string, district: string): ChainPoint | undefined {
  const [, of, sequence, hash = ""] = /^(\d{6}):(\d+):([0-9a-f]{64})\.?$/.exec(text.trim()) ?? [];
  return of === district ? { sequence: Number(sequence), hash } : undefined;
}

export const headText = (district: string, { sequence, hash }: ChainPoint): string =>
  `${district}:${sequence}:${hash}`;
