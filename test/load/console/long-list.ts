import type { Browser, Page } from "playwright-core";
import { nameless } from "./first-page.ts";

/** One way of scrolling, and how smoothly the pictures came. */
export interface PaceRow {
  readonly name: string;
  /** Somebody scrolls like this; else nobody does, and it tells what the page can bear. */
  readonly byHand: boolean;
  readonly pictures: number;
  /** Time from one picture to the next, in milliseconds. */
  readonly frameMedian: number;
  readonly frameP99: number;
  readonly frameLongest: number;
  /** Pictures in which the page stood, as the rows that follow were not there yet. */
  readonly heldUp: number;
}

/** How a list of many rows scrolls, from its first to its last. */
export interface LongList {
  readonly rows: number;
  /** Rows in the document at once, at most. */
  readonly drawn: number;
  readonly paces: readonly PaceRow[];
  /** Until a page of rows is there that was asked for: the first hundred pages and the last, middle of each, in milliseconds. */
  readonly firstPages: number;
  readonly lastPages: number;
  /** What the page holds in memory at the end, when garbage was collected, in MB; and what it held with its first rows. */
  readonly heapMegabytes: number;
  readonly heapMegabytesBefore: number;
}

/** A wheel that is turned hard, and a scroll bar that is dragged: pixels a second. */
const byHand = [6_000, 24_000] as const;
const BY_HAND_SECONDS = 10;
/** Where in the list a hand takes over: a list may scroll well at its beginning and badly where much lies above it. */
const depths = [0, 0.25, 0.5, 0.75, 0.94] as const;

/** A screen and a half with each picture. */
const STEP = 960;
const BACK_SECONDS = 20;

interface Scrolled {
  readonly frames: readonly number[];
  readonly heldUp: number;
  readonly drawn: number;
}

/**
 * Opens the list and scrolls it down to its end or to as many rows as wanted; pages are fetched as they come into sight.
 * At several depths for a while as hands do, from each to the next faster than any. Then back up for a while, where
 * nothing is fetched.
 */
export async function scrollLongList(
  browser: Browser,
  { url, post, rows, told }: { url: string; post: string; rows: number; told: (line: string) => void },
): Promise<LongList> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  try {
    await page.addInitScript(nameless);
    await page.addInitScript(watchAnswers);
    await page.addInitScript((chosen) => sessionStorage.setItem("whistlegraph:post", chosen), post);
    await page.goto(url);
    await page.locator("main li[aria-posinset]").first().waitFor();
    const heapMegabytesBefore = await heapOf(page);
    const hands = byHand.map((perSecond) => ({ perSecond, runs: [] as Scrolled[] }));
    const down: Scrolled[] = [];
    for (const depth of depths) {
      down.push(await page.evaluate(scroll, { perPicture: STEP, untilRow: Math.round(depth * rows) }));
      for (const { perSecond, runs } of hands)
        runs.push(await page.evaluate(scroll, { perSecond, untilRow: rows, seconds: BY_HAND_SECONDS }));
      told(`the list was scrolled by hand from row ${Math.round(depth * rows)}`);
    }
    down.push(await page.evaluate(scroll, { perPicture: STEP, untilRow: rows }));
    const seen = await page.evaluate(lastRowDrawn);
    const heapMegabytes = await heapOf(page);
    const answers = await page.evaluate(() => (window as Watched).answers ?? []);
    const back = await page.evaluate(scroll, { perPicture: -STEP, seconds: BACK_SECONDS });
    const fast = `${STEP.toLocaleString("en")} pixels a picture`;
    return {
      rows: seen,
      drawn: Math.max(...down.map(({ drawn }) => drawn)),
      paces: [
        ...hands.map(({ perSecond, runs }) =>
          paceRow(`${perSecond.toLocaleString("en")} pixels a second`, runs, true),
        ),
        paceRow(fast, down, false),
        paceRow(`${fast}, back`, [back], false),
      ],
      firstPages: among(answers.slice(0, 100), 0.5),
      lastPages: among(answers.slice(-100), 0.5),
      heapMegabytes,
      heapMegabytesBefore,
    };
  } finally {
    await context.close();
  }
}

function paceRow(name: string, runs: readonly Scrolled[], byHand: boolean): PaceRow {
  const frames = runs.flatMap((run) => run.frames);
  return {
    name,
    byHand,
    pictures: frames.length,
    frameMedian: among(frames, 0.5),
    frameP99: among(frames, 0.99),
    frameLongest: among(frames, 1),
    heldUp: runs.reduce((sum, run) => sum + run.heldUp, 0),
  };
}

const among = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0;

/** What is held, without what only waits to be collected. */
async function heapOf(page: Page): Promise<number> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devTools.send("Runtime.getHeapUsage");
  await devTools.detach();
  return usedSize / 1024 ** 2;
}

type Watched = typeof globalThis & { answers?: number[] };

/** Runs in the page before anything of its own does: how long each answer of the graph took. */
function watchAnswers(): void {
  const answers: number[] = [];
  (window as Watched).answers = answers;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (/\/graphql$/.test(name)) answers.push(duration);
  }).observe({ type: "resource" });
}

/** Runs in the page. */
function lastRowDrawn(): number {
  const last = [...document.querySelectorAll("main li[aria-posinset]")].at(-1);
  return Number(last?.getAttribute("aria-posinset") ?? 0);
}

interface Pace {
  readonly perPicture?: number;
  readonly perSecond?: number;
  readonly untilRow?: number;
  readonly seconds?: number;
}

/** Runs in the page; ends, too, where for ten seconds there is nothing further. */
async function scroll({ perPicture = 0, perSecond = 0, untilRow = 0, seconds = 600 }: Pace) {
  const frames: number[] = [];
  const begun = await new Promise<number>(requestAnimationFrame);
  let [before, movedAt, place, heldUp, drawn] = [begun, begun, window.scrollY, 0, 0];
  let took = 0;
  for (;;) {
    const lines = document.querySelectorAll("main li[aria-posinset]");
    const last = Number(lines[lines.length - 1]?.getAttribute("aria-posinset") ?? 0);
    drawn = Math.max(drawn, lines.length);
    const isOver = perPicture < 0 ? window.scrollY === 0 : last >= untilRow;
    if (isOver || before - begun > seconds * 1_000 || before - movedAt > 10_000) break;
    window.scrollBy(0, perPicture + (perSecond * took) / 1_000);
    const now = await new Promise<number>(requestAnimationFrame);
    [took, before] = [now - before, now];
    frames.push(took);
    if (window.scrollY === place && frames.length > 1) heldUp += 1;
    else [place, movedAt] = [window.scrollY, now];
  }
  return { frames, heldUp, drawn };
}
