import type { Browser, Page } from "playwright-core";
import { nameless } from "./first-page.ts";

/** How a list of many rows scrolls, from its first to its last. */
export interface LongList {
  readonly rows: number;
  /** Rows in the document at once, at most. */
  readonly drawn: number;
  readonly seconds: number;
  /** Time from one picture to the next, in milliseconds. */
  readonly frameMedian: number;
  readonly frameP99: number;
  readonly frameLongest: number;
  /** The same on the way back over what was fetched before: what drawing alone takes, on this machine in this minute. */
  readonly frameP99Back: number;
  readonly frameLongestBack: number;
  /** Until a page of rows is there that was asked for: the first hundred pages and the last, middle of each, in milliseconds. */
  readonly firstPages: number;
  readonly lastPages: number;
  /** What the page holds in memory at the end, when garbage was collected, in MB; and what it held with its first rows. */
  readonly heapMegabytes: number;
  readonly heapMegabytesBefore: number;
}

/** Pictures on the way back. */
const BACK = 1_000;
/** A screen and a half. */
const STEP = 960;

/**
 * Opens the list and scrolls it down, a screen and a half with each picture, to its end or to as many rows as wanted;
 * pages are fetched as they come into sight. Then back up for a while, where nothing is fetched.
 */
export async function scrollLongList(
  browser: Browser,
  { url, post, rows }: { url: string; post: string; rows: number },
): Promise<LongList> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  try {
    await page.addInitScript(nameless);
    await page.addInitScript((chosen) => sessionStorage.setItem("whistlegraph:post", chosen), post);
    await page.goto(url);
    await page.locator("main li[aria-posinset]").first().waitFor();
    const heapMegabytesBefore = await heapOf(page);
    const down = await page.evaluate(scrollDown, { wanted: rows, step: STEP });
    const heapMegabytes = await heapOf(page);
    const back = await page.evaluate(scrollBack, { pictures: BACK, step: STEP });
    return {
      rows: down.seen,
      drawn: down.drawn,
      seconds: down.seconds,
      frameMedian: among(down.frames, 0.5),
      frameP99: among(down.frames, 0.99),
      frameLongest: among(down.frames, 1),
      frameP99Back: among(back, 0.99),
      frameLongestBack: among(back, 1),
      firstPages: among(down.pages.slice(0, 100), 0.5),
      lastPages: among(down.pages.slice(-100), 0.5),
      heapMegabytes,
      heapMegabytesBefore,
    };
  } finally {
    await context.close();
  }
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

/** Runs in the page. */
async function scrollDown({ wanted, step }: { wanted: number; step: number }) {
  const begun = performance.now();
  const frames: number[] = [];
  const pages: number[] = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (/\/graphql$/.test(name)) pages.push(duration);
  }).observe({ type: "resource" });
  let [seen, drawn, lastGrowth, before] = [0, 0, begun, begun];
  while (seen < wanted && performance.now() - lastGrowth < 10_000) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - before);
    before = now;
    const lines = document.querySelectorAll("main li[aria-posinset]");
    drawn = Math.max(drawn, lines.length);
    const last = Number(lines[lines.length - 1]?.getAttribute("aria-posinset") ?? 0);
    if (last > seen) [seen, lastGrowth] = [last, performance.now()];
    window.scrollBy(0, step);
  }
  return { frames, pages, seen, drawn, seconds: (performance.now() - begun) / 1000 };
}

/** Runs in the page. */
async function scrollBack({ pictures, step }: { pictures: number; step: number }): Promise<number[]> {
  const frames: number[] = [];
  for (let before = performance.now(); frames.length < pictures && window.scrollY > 0; ) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - before);
    before = now;
    window.scrollBy(0, -step);
  }
  return frames;
}
