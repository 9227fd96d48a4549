import { beforeAll, expect, it } from "vitest";
import { useUpAllowance } from "../../../../test/console/used-up.ts";
import { answered, type Building } from "../../../../test/console/visitor.ts";
import { writeLongChain } from "../../../../test/testkit/long-chain.ts";

const bureau = "pinggu-data-steward";
const RECORDS = 50_000;
const READERS = 125;

/** What is more than a page shows or a client may ask for at once. */
export function limitsWalk(building: () => Building): void {
  beforeAll(async () => {
    const url = building().stack.databaseUrls.get("stewardship") ?? "";
    await writeLongChain(url, {
      district: "110117",
      subgraph: "civil-affairs",
      records: RECORDS,
      readers: READERS,
      at: "2026-06-09T01:00:00.000Z",
    });
  }, 300_000);

  it("of a very long chain it is told how far it is verified, the page stays usable, and it can be stopped", async () => {
    const { page, close } = await building().visit(bureau, "/access/chain");
    const chain = page.getByRole("region", { name: "民政局 · 110117" });
    await chain.getByText(`现存 ${RECORDS} 条`).waitFor();
    const checked = async (): Promise<number> =>
      Number(new RegExp(`已核验 (\\d+) / ${RECORDS} 条`).exec((await chain.textContent()) ?? "")?.[1] ?? 0);
    await chain.getByRole("button", { name: "核验", exact: true }).click();
    await expect.poll(checked, { timeout: 30_000 }).toBeGreaterThan(200);
    const bar = Number(await chain.getByRole("progressbar").getAttribute("aria-valuenow"));
    expect(bar).toBeGreaterThan(0);
    expect(bar).toBeLessThan(100);

    // What is typed meanwhile stays, and it goes on beside it.
    const before = await checked();
    const noted = chain.getByRole("textbox", { name: "此前记下的链尾（选填）" });
    await noted.fill("110117:1:abc");
    expect(await noted.inputValue()).toBe("110117:1:abc");
    await expect.poll(checked, { timeout: 30_000 }).toBeGreaterThan(before);

    await chain.getByRole("button", { name: "停止" }).click();
    await chain.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
    expect(await chain.getByRole("progressbar").count()).toBe(0);
    // The page that was on its way may still come; none is asked for after it.
    let asked = 0;
    page.on("request", (request) => {
      if (request.postData()?.includes("AccessChainRecords")) asked += 1;
    });
    await answered(page, "AccessChains", () => page.getByRole("button", { name: "更新链尾" }).click());
    await chain.getByText(`现存 ${RECORDS} 条`).waitFor();
    expect(asked).toBe(0);
    await close();
  }, 120_000);

  it("all that is unusual is reached, page by page", async () => {
    const { page, complaints, close } = await building().visit(
      bureau,
      "/access/figures?subgraph=civil-affairs&from=2026-06-09&until=2026-06-09",
    );
    const sentences = page.getByRole("listitem").filter({ hasText: "reader-" });
    await page.getByText("仅列出最多的 20 项。").waitFor({ timeout: 30_000 });
    expect(await sentences.count()).toBe(20);
    const more = page.getByRole("button", { name: "显示更多" });
    for (let shown = 20; shown < READERS; shown += 20) {
      await more.click();
      await expect.poll(() => sentences.count(), { timeout: 20_000 }).toBe(Math.min(shown + 20, READERS));
    }
    await more.waitFor({ state: "detached" });
    const people = (await sentences.allTextContents()).map((text) => /reader-\d+/.exec(text)?.[0]);
    expect(new Set(people).size).toBe(READERS);

    // Each leads to the records of that one, who is named in no address.
    const last = sentences.last();
    const who = people.at(-1) ?? "";
    await last.getByRole("link", { name: "查看记录" }).click();
    await page.getByRole("article").first().waitFor();
    expect(await page.getByRole("article").filter({ hasNotText: who }).count()).toBe(0);
    expect(page.url()).toMatch(/look=[0-9a-f]{8}$/);
    expect(page.url()).not.toContain(who);
    expect(complaints).toEqual([]);
    await close();
  }, 180_000);

  it("whoever asked for too much is told when they may ask again, and not before", async () => {
    const who = "ganzhou-district-leader";
    await useUpAllowance(building().stack, who);

    const { page, close } = await building().visit(who, "/access/grants");
    const alert = page.locator("main").getByRole("alert");
    await alert.getByText("请求过于频繁").waitFor();
    await alert.getByText("您的请求量已超出单个客户端的限额").waitFor();
    const waits = alert.getByRole("button", { name: /^\d+ 秒后可重试$/ });
    expect(await waits.isDisabled()).toBe(true);
    const seconds = async () => Number(/\d+/.exec((await waits.textContent()) ?? "")?.[0]);
    const first = await seconds();
    await page.clock.runFor(10_000);
    await expect.poll(seconds).toBeLessThanOrEqual(first - 10);
    await page.clock.runFor(300_000);
    const again = alert.getByRole("button", { name: "重试" });
    await expect.poll(() => again.isEnabled()).toBe(true);
    await close();
  }, 120_000);
}
