import type { Browser } from "playwright-core";
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
  /** Until a page of rows is there that was asked for: the first hundred pages and the last, middle of each, in milliseconds. */
  readonly firstPages: number;
  readonly lastPages: number;
  /** What the page holds in memory at the end, in MB. */
  readonly heapMegabytes: number;
}

/**
 * Opens the list and scrolls it down, a screen and a half with each picture, to its end or to as many rows as wanted;
 * pages are fetched as they come into sight.
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
    return await page.evaluate(async (wanted) => {
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
        window.scrollBy(0, 960);
      }
      const among = (values: readonly number[], share: number): number =>
        values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0;
      const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
      return {
        rows: seen,
        drawn,
        seconds: (performance.now() - begun) / 1000,
        frameMedian: among(frames, 0.5),
        frameP99: among(frames, 0.99),
        frameLongest: among(frames, 1),
        firstPages: among(pages.slice(0, 100), 0.5),
        lastPages: among(pages.slice(-100), 0.5),
        heapMegabytes: (memory?.usedJSHeapSize ?? 0) / 1024 ** 2,
      };
    }, rows);
  } finally {
    await context.close();
  }
}
