import { describe, expect, it } from "vitest";
import { useUpAllowance } from "../../../../test/console/used-up.ts";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../test/console/visitor.ts";
import { changeFeedWalk } from "./change-feed.walk.ts";
import { figuresWalk } from "./figures.walk.ts";
import { listsWalk } from "./lists.walk.ts";
import { dispatcher, live, shown } from "./overview-walk.fixtures.ts";
import { placePanelWalk } from "./place-panel.walk.ts";
import { ratesWalk } from "./rates.walk.ts";
import { viewWalk } from "./view.walk.ts";

/** The most that the first page's JavaScript may weigh, compressed. */
const MOST_BYTES = 350_000;

export function overviewWalk(building: () => Building): void {
  describe("the page", () => pageWalk(building));
  describe("its figures", () => figuresWalk(building));
  describe("its lists", () => listsWalk(building));
  describe("places", () => placePanelWalk(building));
  describe("its address", () => viewWalk(building));
  describe("rates", () => ratesWalk(building));
  describe("the feed", () => changeFeedWalk(building));
}

function pageWalk(building: () => Building): void {
  it.each(looks.map((look) => [lookName(look), look] as const))(
    "shows a place in a period: %s",
    async (_, look) => {
      const { page, complaints, close } = await building().visit(dispatcher, "/overview", look);
      const chinese = look.language === "zh";
      await page.getByRole("heading", { level: 1, name: chinese ? "总览" : "Overview" }).waitFor();
      await page.getByRole("img", { name: chinese ? /示意图/ : /^Map of/ }).waitFor();
      await page.locator("[role=img] svg").nth(1).waitFor();
      await page
        .getByRole("status")
        .filter({ hasText: chinese ? "实时" : "Live" })
        .waitFor();
      await page
        .getByText(chinese ? "示意图形，非真实边界" : "Synthetic shapes, not real boundaries")
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("comes within its weight, and nothing jumps when figures, charts and what happened are there, on a slow line", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    await page.addInitScript((post) => {
      sessionStorage.setItem("whistlegraph:post", post);
      const jumps: number[] = [];
      Object.assign(window, { jumps });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ("value" in entry) jumps.push(Number(entry.value));
      }).observe({ type: "layout-shift", buffered: true });
    }, dispatcher);
    const weights = new Map<string, number>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js")) return;
      expect(response.headers()["content-encoding"]).toBe("br");
      weights.set(pathname, Number(response.headers()["content-length"]));
    });
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.setCacheDisabled", { cacheDisabled: true });
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 100,
      downloadThroughput: 250_000,
      uploadThroughput: 250_000,
    });
    await page.reload();
    await page.locator("[role=img] svg").nth(1).waitFor();
    await live(page).getByRole("listitem").first().waitFor();
    // Whatever is still to come of what happened before has come by then.
    await page.clock.runFor(3_000);
    await page.waitForLoadState("networkidle");
    const bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    const jumps = await page.evaluate<readonly number[]>("jumps");
    expect(jumps.reduce((sum, jump) => sum + jump, 0)).toBeLessThan(0.01);
    await close();
  });

  it("says when figures could not be had, and asks again", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("OverviewCounts") ? route.abort() : route.continue(),
    );
    await page.evaluate((post) => sessionStorage.setItem("whistlegraph:post", post), dispatcher);
    await page.reload();
    await page.getByRole("alert").getByText("无法连接服务器").first().waitFor();
    await page.getByRole("region", { name: "三率" }).getByRole("link").first().waitFor();
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "重试" }).first().click();
    await shown(page).waitFor();
    await close();
  });

  it("of whoever asked for too much every panel says so, and can be asked again", async () => {
    const who = "pinggu-district-leader";
    await useUpAllowance(building().stack, who);
    const { page, close } = await building().visit(who, "/overview");
    for (const name of ["三率", "按区划", "受理量与渠道", "哨种", "吹哨状态", "应哨单位时效", "诉求上升"]) {
      const alert = page.getByRole("region", { name, exact: true }).getByRole("alert");
      await alert.getByText("请求过于频繁").waitFor();
      await alert.getByRole("button", { name: /后可重试$/ }).waitFor();
    }
    await close();
  }, 120_000);
}
