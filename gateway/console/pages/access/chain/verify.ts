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

/** How far a verification came: what it goes on from where it was held up. */
export interface Reached {
  /** The last place that holds, verified or, by the retention, cut off. */
  readonly last: ChainPoint;
  /** How many records were read and their seals computed again. */
  readonly checked: number;
  /** What the retention cut off meanwhile, before it was read: places, both included. */
  readonly cut: readonly { readonly first: number; readonly last: number }[];
  /** What stood at the place of the end that was noted, once that was passed. */
  readonly met: ChainPoint | undefined;
}

export interface Verified extends Pick<Reached, "last" | "checked" | "cut">, ChainSpan {
  readonly broken: Break | undefined;
  /** Whether the last record that holds is the one that the graph says is the last. */
  readonly complete: boolean;
  /** Undefined where no earlier end was given. */
  readonly noted: Noted | undefined;
}

interface Verification extends ChainSpan {
  readonly noted: ChainPoint | undefined;
  /** From where an earlier try of the same span goes on; from the start where there was none. */
  readonly from?: Reached | undefined;
  /** Records behind a place, in order: a page; none behind the end. */
  readonly read: (after: number) => Promise<readonly SealedRecord[]>;
  /** Where the chain starts by now: the retention may cut it while it is read. */
  readonly startNow: () => Promise<ChainPoint>;
  readonly digest: Digest;
  readonly progress: (reached: Reached) => void;
  readonly stopped: () => boolean;
}

/**
 * Reads a chain from its start to the end it had when that was told, and computes every seal again. What is written
 * meanwhile lies behind that end and is left out. Undefined when it was stopped.
 */
export async function verifyChain(verification: Verification): Promise<Verified | undefined> {
  const { start, end, noted, from, read, startNow, digest, progress, stopped } = verification;
  let reached: Reached = from ?? {
    last: start,
    checked: 0,
    cut: [],
    met: noted?.sequence === start.sequence ? start : undefined,
  };
  const told = (broken?: Break): Verified => ({
    start,
    end,
    last: reached.last,
    checked: reached.checked,
    cut: reached.cut,
    broken,
    complete: !broken && reached.last.sequence === end.sequence && reached.last.hash === end.hash,
    noted: noted && standOf(noted, reached, start, broken !== undefined),
  });
  while (reached.last.sequence < end.sequence) {
    const page = (await read(reached.last.sequence)).filter(({ sequence }) => sequence <= end.sequence);
    if (stopped()) return undefined;
    if (page[0]?.sequence !== reached.last.sequence + 1) {
      // Records are missing here: taken out, unless the chain starts behind them by now.
      const now = await startNow();
      if (stopped()) return undefined;
      if (now.sequence > reached.last.sequence) {
        reached = cutTo(now, reached, end, noted);
        progress(reached);
        continue;
      }
    }
    if (page.length === 0) return told();
    const seals = await Promise.all(page.map((record) => digest(sealedText(record))));
    for (const [index, record] of page.entries()) {
      const what = breakAt(record, seals[index], reached.last);
      if (what) return told({ sequence: reached.last.sequence + 1, what });
      const last = { sequence: record.sequence, hash: record.hash };
      reached = {
        ...reached,
        last,
        checked: reached.checked + 1,
        met: last.sequence === noted?.sequence ? last : reached.met,
      };
    }
    progress(reached);
  }
  return told();
}

/** Goes on from where the chain starts by now; of what was cut off up to the end nothing is left to read. */
function cutTo(now: ChainPoint, reached: Reached, end: ChainPoint, noted: ChainPoint | undefined): Reached {
  const last = now.sequence > end.sequence ? end : now;
  return {
    last,
    checked: reached.checked,
    cut: [...reached.cut, { first: reached.last.sequence + 1, last: last.sequence }],
    met: noted?.sequence === now.sequence ? now : reached.met,
  };
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
  { met, last, cut }: Reached,
  start: ChainPoint,
  broken: boolean,
): Noted | undefined {
  if (met) return met.hash === noted.hash ? "SAME" : "CHANGED";
  const wasCut = cut.some((part) => part.first <= noted.sequence && noted.sequence <= part.last);
  if (noted.sequence < start.sequence || wasCut) return "GONE_BY_RETENTION";
  return noted.sequence > last.sequence && !broken ? "CUT_OFF" : undefined;
}

/** As `npm run access:verify` prints it and this page shows it, `430105:1200:6f1c…`; undefined where it is none. */
export function headOf(text: string, district: string): ChainPoint | undefined {
  const [, of, sequence, hash = ""] = /^(\d{6}):(\d+):([0-9a-f]{64})\.?$/.exec(text.trim()) ?? [];
  return of === district ? { sequence: Number(sequence), hash } : undefined;
}

export const headText = (district: string, { sequence, hash }: ChainPoint): string =>
  `${district}:${sequence}:${hash}`;
