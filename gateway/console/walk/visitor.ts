import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import { startTestStack, type TestStack } from "../../../test/testkit/stack.ts";
import { buildConsole } from "../build/build.ts";

/** The instant by which the stack and the pages of a walk judge everything: a working Wednesday in the demo dataset. */
export const NOW = "2026-06-10T10:30:00+08:00";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

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

/** A page of somebody's, that keeps what it complains of. */
export interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** The console before a whole stack with the demo dataset, and a browser for those who walk through it. */
export interface Building {
  readonly stack: TestStack;
  readonly browser: Browser;
  /** Opens a path as the holder of a named post, or signed in as nobody. */
  visit(as: string | undefined, path: string, look?: Partial<Look>): Promise<Visit>;
  close(): Promise<void>;
}

const CHROMIUM = "/usr/bin/chromium";

export async function openBuilding(): Promise<Building> {
  await buildConsole();
  const stack = await startTestStack("in one process", { demoDay: dayOf(new Date(NOW)) });
  stack.setClock(NOW);
  await stack.settle();
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
    ],
  });
  return {
    stack,
    browser,
    visit: (as, path, look = {}) => openVisit(browser, stack.url, { as, path, look }),
    async close() {
      await browser.close();
      await stack.stop();
    },
  };
}

async function openVisit(
  browser: Browser,
  url: string,
  { as, path, look }: { as: string | undefined; path: string; look: Partial<Look> },
): Promise<Visit> {
  const { language = "zh", dark = false, phone = false } = look;
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: dark ? "dark" : "light",
    // Not the office's own zone: times are the office's wherever the reader is.
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
  });
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
  await page.goto(url + path);
  return { page, complaints, close: () => context.close() };
}

/** Holds a page to axe: nothing serious or critical, as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await readAxe());
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  });
  expect(violations).toEqual([]);
}

/** Nothing wider than the screen: what would have to be scrolled sideways on a phone is lost there. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(screen);
}

let axe: Promise<string> | undefined;
const readAxe = (): Promise<string> => {
  axe ??= import("node:fs/promises").then(({ readFile }) => readFile(axePath, "utf8"));
  return axe;
};
