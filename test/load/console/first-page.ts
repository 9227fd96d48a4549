import type { Browser, Page } from "playwright-core";

/** What somebody waits for, and what was fetched for it, when a page is opened with nothing in the browser's cache. */
export interface FirstPage {
  /** From asking for the page until what it is for is on it, in milliseconds. */
  readonly usable: number;
  /** Compressed JavaScript that came until the network was quiet, in bytes. */
  readonly scriptBytes: number;
  /** Everything else that came, compressed, in bytes. */
  readonly otherBytes: number;
  /** Cumulative layout shift: 0 is a page on which nothing jumped. */
  readonly layoutShift: number;
}

export interface Opening {
  readonly url: string;
  /** The named post that opens it. */
  readonly post: string;
  /** What has to be there before anybody can do what they came for. */
  readonly usableWhen: string;
}

/** What runs in the page was translated to keep the names of functions, by a function that the page has not. */
export const nameless = "globalThis.__name = (named) => named;";

/** Opens a page as a new visitor would. */
export async function openFirstPage(
  browser: Browser,
  { url, post, usableWhen }: Opening,
): Promise<FirstPage> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "zh-CN" });
  const page = await context.newPage();
  try {
    await page.addInitScript(nameless);
    await page.addInitScript(watchPage, { post, usableWhen });
    await page.goto(url);
    await page.waitForFunction(() => (window as Watched).usableAt !== undefined, undefined, {
      timeout: 30_000,
    });
    await page.waitForLoadState("networkidle");
    return await figuresOf(page);
  } finally {
    await context.close();
  }
}

type Watched = typeof globalThis & { usableAt?: number; layoutShift?: number };

/** Runs in the page before anything of its own does. */
function watchPage({ post, usableWhen }: { post: string; usableWhen: string }): void {
  sessionStorage.setItem("whistlegraph:post", post);
  const watched = window as Watched;
  watched.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) watched.layoutShift = (watched.layoutShift ?? 0) + value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  const look = (): void => {
    if (document.querySelector(usableWhen)) watched.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const figuresOf = (page: Page): Promise<FirstPage> =>
  page.evaluate(() => {
    const { usableAt = 0, layoutShift = 0 } = window as Watched;
    const fetched = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const bytes = (those: readonly PerformanceResourceTiming[]): number =>
      those.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const isScript = ({ name }: PerformanceResourceTiming): boolean => /\.js$/.test(new URL(name).pathname);
    return {
      usable: usableAt,
      layoutShift,
      scriptBytes: bytes(fetched.filter(isScript)),
      otherBytes: bytes(fetched.filter((each) => !isScript(each))),
    };
  });
