import { readFileSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import type { Building } from "../../walk/visitor.ts";
import { NOW } from "../../walk/visitor.ts";
import { overviewWalk } from "./overview.walk.ts";

const graph = readFileSync("/tmp/overview/stack.url", "utf8");
const url = "http://127.0.0.1:14401";
async function visit(
  browser: Browser,
  as: string | undefined,
  path: string,
  { language = "zh", dark = false, phone = false }: any,
) {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1360, height: 900 },
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: dark ? "dark" : "light",
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  await page.clock.install({ time: new Date(NOW) });
  const complaints: string[] = [];
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) {
      complaints.push(m.text());
      console.log(m.text().slice(0, 300));
    }
  });
  page.on("pageerror", (e) => {
    complaints.push(String(e));
    console.log("PAGEERROR", String(e).slice(0, 500));
  });
  if (as) await page.addInitScript((post) => sessionStorage.setItem("whistlegraph:post", post), as);
  await page.goto(url + path);
  return { page, complaints, close: () => context.close() };
}
describe("tmp", () => {
  let building: Building;
  beforeAll(async () => {
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
    building = {
      browser,
      stack: {
        url,
        async ask(query: string, variables: object, as: string) {
          const { token } = await (await fetch(`${graph}/session/token?post=${as}`)).json();
          return (
            await fetch(`${graph}/graphql`, {
              method: "POST",
              headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
              body: JSON.stringify({ query, variables }),
            })
          ).json();
        },
      },
      visit: (as: string, path: string, look = {}) => visit(browser, as, path, look),
      close: () => browser.close(),
    } as never;
  }, 600_000);
  afterAll(() => building?.close());
  describe("overview", () => overviewWalk(() => building));
});
