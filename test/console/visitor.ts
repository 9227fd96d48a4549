import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { buildConsoleApart } from "../../gateway/console/build/build-apart.ts";
import { dayOf } from "../../subgraphs/shared/calendar.ts";
import { type Mode, startTestStack, type TestStack } from "../testkit/stack.ts";
import { violationsOf } from "./accessible.ts";
import { openBrowser } from "./chromium.ts";
import { openTestProvider, type TestProvider } from "./open-id-provider.fixtures.ts";

/** The instant by which the stack and the pages of a walk judge everything: a working Wednesday in the demo dataset. */
export const NOW = "2026-06-10T10:30:00+08:00";

/** How somebody looks at a page. */
export interface Look {
  readonly language: "zh" | "en";
  readonly dark: boolean;
  readonly phone: boolean;
}

/** Both languages, both themes and a phone, without walking every combination. */
export const looks: readonly Look[] = [
  { language: "zh", dark: false, phone: false },
  { language: "en", dark: true, phone: false },
  { language: "zh", dark: true, phone: true },
];

export const lookName = ({ language, dark, phone }: Look): string =>
  [language, dark ? "dark" : "light", phone ? "phone" : "desk"].join(" ");

/** How people sign in at a page: as on a developer's machine, or as in a city. */
export type SignInBy = "posts" | "provider";

/** A page of somebody's, that keeps what it complains of. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** The console before a whole stack with the demo dataset, and a browser for those who walk through it. */
export interface Building {
  readonly stack: TestStack;
  /** The city's OpenID provider, for visits that sign in by it. */
  readonly provider: TestProvider;
  readonly browser: Browser;
  /** Opens a path as the holder of a named post, or signed in as nobody. */
  visit(as: string | undefined, path: string, look?: Partial<Look>, by?: SignInBy): Promise<Visit>;
  /** Sets the instant by which the stack and the provider judge; pages have their own clock. */
  setClock(instant: string): void;
  close(): Promise<void>;
}

/** More than any walk asks for in the time: whoever is to be refused has to use it up. */
const allowance = { points: 2_000_000, seconds: 300 };

export async function openBuilding(mode: Mode = "in one process"): Promise<Building> {
  await buildConsoleApart();
  const provider = await openTestProvider();
  const stack = await startTestStack(mode, {
    allowance,
    demoDay: dayOf(new Date(NOW)),
    provider,
  });
  const setClock = (instant: string): void => {
    stack.setClock(instant);
    provider.setClock(instant);
  };
  setClock(NOW);
  await stack.settle();
  const browser = await openBrowser();
  // What was fetched once need not be fetched again by the next who looks the same way. Who signs in at the provider
  // brings cookies along, and is somebody new each time.
  const kept = new Map<string, Promise<BrowserContext>>();
  const contextFor = async (look: Look, by: SignInBy): Promise<BrowserContext> => {
    if (by !== "posts") return openContext(browser, look, by);
    const name = lookName(look);
    const context = kept.get(name) ?? openContext(browser, look, by);
    kept.set(name, context);
    return context;
  };
  return {
    stack,
    provider,
    browser,
    setClock,
    async visit(as, path, look = {}, by = "posts") {
      const whole = { language: "zh", dark: false, phone: false, ...look } as const;
      return openVisit(await contextFor(whole, by), { as, url: stack.url + path, by });
    },
    async close() {
      await browser.close();
      await provider.close();
      await stack.stop();
    },
  };
}

async function openContext(
  browser: Browser,
  { language, dark, phone }: Look,
  by: SignInBy,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: dark ? "dark" : "light",
    // Not the office's own zone: times are the office's wherever the reader is.
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
  });
  // Well within a test's own time, so that it is told what was waited for.
  context.setDefaultTimeout(12_000);
  // The stack has both; a page is told of one, as it would be there. A route would have the browser keep nothing it fetched.
  await context.addInitScript(
    (untold) => {
      const fetchAsIs = window.fetch;
      window.fetch = async (to, init) => {
        const response = await fetchAsIs(to, init);
        if (to !== "/session/config.json") return response;
        return Response.json({ ...(await response.json()), [untold]: null });
      };
    },
    by === "posts" ? "openId" : "posts",
  );
  return context;
}

async function openVisit(
  context: BrowserContext,
  { as, url, by }: { as: string | undefined; url: string; by: SignInBy },
): Promise<Visit> {
  const page = await context.newPage();
  await page.clock.install({ time: new Date(NOW) });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|blob:|data:)/.test(request.url())) {
      complaints.push(`foreign: ${request.url()}`);
    }
  });
  if (as) await page.addInitScript((post) => sessionStorage.setItem("whistlegraph:post", post), as);
  await page.goto(url);
  return {
    page,
    complaints,
    async close() {
      if (by !== "posts") return context.close();
      // The next visitor of the same look is somebody who was never here.
      await page.evaluate(() => localStorage.clear());
      await page.close();
    },
  };
}

/** Does something at a page, and waits for the whole answer to what the page asks of the graph by that. */
export async function answered(page: Page, operation: string, act: () => Promise<unknown>): Promise<void> {
  const asks = `"operationName":"${operation}"`;
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().postData()?.includes(asks) ?? false),
    act(),
  ]);
  await response.finished();
}

/** Holds a page to axe, as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([]);
}

/** Nothing wider than the screen: what would have to be scrolled sideways on a phone is lost there. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
}
