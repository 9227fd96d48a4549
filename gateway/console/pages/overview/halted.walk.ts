import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { askAgainUntil } from "../../../../test/console/ask-again.ts";
import type { Building } from "../../../../test/console/visitor.ts";
import { LEFT } from "../../graph/coming-back.ts";

const path = "/overview?place=430105&from=2026-05-12&until=2026-06-10";
const panels = ["三率", "按区划", "受理量与渠道", "哨种", "吹哨状态", "应哨单位时效", "诉求上升"];

/** The overview while a subgraph takes what it is asked and never answers: each that has a figure on it in turn. */
export function haltedOverviewWalk(building: () => Building): void {
  const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
  const figures = (page: Page) => page.locator("main section").first().getByRole("link").allInnerTexts();
  const rows = (page: Page) => page.getByRole("region", { name: "下级区划，高者在前" });
  const sumOf = (page: Page) => rows(page).locator("tfoot td").innerText();
  const failing = async (page: Page): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const name of panels) if (await panel(page, name).getByRole("alert").count()) found.push(name);
    return found;
  };

  /** The overview as it is with everything there, then with a subgraph stopped; it goes on when the look is done. */
  const lookWithout = async (
    subgraph: string,
    look: (page: Page, before: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const whole = await building().visit("kaifu-dispatcher", path);
    await rows(whole.page).getByRole("link", { name: "通泰街街道" }).waitFor();
    await panel(whole.page, "应哨单位时效").getByRole("table").waitFor();
    const before = await figures(whole.page);
    await whole.close();
    building().stack.halt(subgraph);
    const { page, close } = await building().visit("kaifu-dispatcher", path);
    await look(page, before).finally(() => building().stack.goOn(subgraph));
    await expect
      .poll(
        async () => {
          await page.clock.runFor(LEFT);
          return page
            .locator("main")
            .getByText(/名称暂查不到|暂时无法访问/)
            .count();
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toBe(0);
    await rows(page).getByRole("link", { name: "通泰街街道" }).waitFor();
    await panel(page, "三率").getByText("次有效回访").first().waitFor();
    expect(await figures(page)).toEqual(before);
    await close();
  };

  it("shows places by their codes without the grid centre, and they add up", async () => {
    await lookWithout("grids", async (page, before) => {
      await rows(page).getByRole("link", { name: "430105010（名称暂查不到）" }).waitFor();
      await expect.poll(() => failing(page), { timeout: 20_000 }).toEqual(["三率", "按区划"]);
      expect(await figures(page)).toEqual(before);
      expect(before[0]).toContain(await sumOf(page));
      const values = await rows(page).locator("tbody td").allInnerTexts();
      expect(String(values.reduce((sum, value) => sum + Number(value), 0))).toBe(await sumOf(page));
    });
  }, 180_000);

  it("shows units by their codes without the establishment office, each with its list", async () => {
    await lookWithout("departments", async (page, before) => {
      const units = panel(page, "应哨单位时效").getByRole("row");
      const unit = units.getByRole("link", { name: /^430105-[A-Z-]+（名称暂查不到）$/ }).first();
      await unit.waitFor();
      const code = (await unit.innerText()).replace("（名称暂查不到）", "");
      expect(await unit.getAttribute("href")).toContain(`calls=${code}`);
      expect(await failing(page)).toEqual([]);
      expect(await figures(page)).toEqual(before);
    });
  }, 180_000);

  it("says of every figure of the command centre that it is not to be had", async () => {
    await lookWithout("tickets", async (page) => {
      await expect
        .poll(() => failing(page), { timeout: 20_000 })
        .toEqual(panels.filter((name) => name !== "三率"));
      await page.getByRole("region", { name: "实时动态" }).first().getByRole("alert").waitFor();
      expect(await page.locator("main [data-waiting]").count()).toBe(0);
    });
  }, 180_000);

  it("lists call-backs without the command centre, and calls no ticket one that may not be seen", async () => {
    const { stack, visit } = building();
    const list = path
      .replace("/overview?place=", "/overview/call-backs?division=")
      .replace("from", "countedFrom");
    stack.halt("tickets");
    const { page, close } = await visit("kaifu-dispatcher", list);
    try {
      await page.getByRole("listitem").getByText("工单暂时无法查询").first().waitFor({ timeout: 20_000 });
      expect(await page.getByText("您无权查看的工单").count()).toBe(0);
      await page.getByRole("alert").getByText("指挥中心系统暂时无法访问").waitFor();
    } finally {
      stack.goOn("tickets");
    }
    await askAgainUntil(page, () => page.getByRole("listitem").getByRole("link").first().isVisible());
    await close();
  }, 180_000);

  it("says it of the rates alone without the performance office", async () => {
    await lookWithout("evaluation", async (page, before) => {
      await expect.poll(() => failing(page), { timeout: 20_000 }).toEqual(["三率"]);
      await expect.poll(() => figures(page)).toEqual(before);
    });
  }, 180_000);

  it("lacks nothing without a department's own system", async () => {
    await lookWithout("city-management", async (page, before) => {
      await panel(page, "应哨单位时效").getByRole("table").waitFor();
      await expect.poll(() => figures(page)).toEqual(before);
      expect(await failing(page)).toEqual([]);
    });
  }, 180_000);
}
