import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { startDemoStack } from "./demo-stack.ts";
import { pictures } from "./pictures.ts";

const usage = `npm run screenshots [-- options]

Takes a picture of every page of the console and puts them into docs/pictures: the demo dataset at an instant that
stands still, in the system's Chromium. Fields for dates are the browser's own, and Chinese where it has its
translations (chromium-l10n).

  --only <name>     pictures whose name begins so, or one of so, between commas
  --folder <path>   where to (docs/pictures)
  --help            this text
`;

/** The instant all pictures are of. */
const NOW = new Date("2026-06-10T10:30:00+08:00");

const { values } = parseArgs({
  options: { only: { type: "string" }, folder: { type: "string" }, help: { type: "boolean" } },
});
if (values.help) process.stdout.write(usage);
else await takePictures(values.folder ?? join(import.meta.dirname, "../../docs/pictures"), values.only ?? "");

async function takePictures(folder: string, only: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stack = await startDemoStack(NOW);
  const browsers = { zh: await openBrowserIn("zh_CN"), en: await openBrowserIn("en_GB") };
  try {
    for (const {
      name,
      path,
      as,
      language = "zh",
      dark = false,
      phone = false,
      whole = false,
      height = 850,
      from,
      ready,
    } of pictures) {
      if (!only.split(",").some((beginning) => name.startsWith(beginning))) continue;
      const context = await browsers[language].newContext({
        viewport: phone ? { width: 390, height: 844 } : { width: 1360, height },
        locale: language === "zh" ? "zh-CN" : "en-GB",
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.clock.install({ time: NOW });
      if (as) await page.addInitScript((post) => sessionStorage.setItem("whistlegraph:post", post), as);
      const asked = typeof path === "string" ? path : await path((query) => ask(stack.url, as ?? "", query));
      await page.goto(stack.url + asked);
      await page.locator(ready).first().waitFor();
      await page.waitForLoadState("networkidle");
      if (from)
        await page
          .locator(from)
          .first()
          .evaluate((element) => element.scrollIntoView());
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
      await context.close();
      process.stderr.write(`${name}.png\n`);
    }
  } finally {
    await Promise.all(Object.values(browsers).map((browser) => browser.close()));
    await stack.stop();
  }
}

function openBrowserIn(language: string): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu"],
    env: { ...process.env, LANGUAGE: language },
  });
}

async function ask(url: string, post: string, query: string): Promise<unknown> {
  const session = await fetch(`${url}/session/token?post=${post}`);
  const { token } = (await session.json()) as { token: string };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
