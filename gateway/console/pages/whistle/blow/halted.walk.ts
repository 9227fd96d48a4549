import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Building, expectAccessible } from "../../../../../test/console/visitor.ts";
import { assisting, lead, market, streetLeader, ticketToWhistleFrom } from "../ground.walk.ts";

const patience = { timeout: 30_000 };

/** Blowing a whistle while a subgraph that only names what the ticket is about takes what it is asked and never answers. */
export function haltedBlowWalk(building: () => Building): void {
  const fact = (page: Page, name: string) =>
    page
      .locator("dt")
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator("xpath=following-sibling::dd[1]")
      .first();
  const openWithout = async (
    subgraph: string,
    demand: string,
    look: (page: Page) => Promise<void>,
  ): Promise<void> => {
    const { stack, visit } = building();
    const ticket = await ticketToWhistleFrom(stack, demand);
    stack.halt(subgraph);
    const { page, close } = await visit(streetLeader, `/whistles/new?ticket=${ticket}`);
    try {
      await fact(page, "承办单位").waitFor(patience);
      await look(page);
      await expectAccessible(page);
    } finally {
      stack.goOn(subgraph);
      await close();
    }
  };

  it("tells the ticket's grid by its code without the grid centre, and blows with it", async () => {
    await openWithout("grids", "西长街水产市场污水横流", async (page) => {
      expect(await fact(page, "网格").innerText()).toBe(
        `${market.gridCode.slice(0, 12)}（名称暂查不到） · ${market.gridCode}（名称暂查不到）`,
      );
      await page.getByRole("radio", { name: "攻坚哨" }).check();
      await page.getByRole("textbox", { name: "哨源" }).click();
      await page.getByRole("option", { name: "12345 市民服务热线" }).click();
      await page.getByRole("textbox", { name: "牵头单位" }).click();
      await page.getByRole("option", { name: lead.name }).click();
      await page.getByRole("textbox", { name: "添加协办单位" }).fill("城市管理");
      await page.getByRole("option", { name: assisting.name }).click();
      await page.getByRole("textbox", { name: "吹哨事由" }).fill("请到场共同整治");
      const sent = page.waitForRequest((request) => /mutation BlowWhistle\b/.test(request.postData() ?? ""));
      await page.getByRole("button", { name: "吹哨", exact: true }).click();
      const { input } = (await sent).postDataJSON().variables;
      expect(input).toMatchObject({ grid: market.gridCode, noGridYet: false });
    });
  }, 120_000);

  it("tells matter and unit by their codes without the establishment office, and calls neither missing", async () => {
    await openWithout("departments", "西长街水产市场占道经营", async (page) => {
      expect(await fact(page, "事项").innerText()).toBe(`${market.matter}（名称暂查不到）`);
      expect(await fact(page, "承办单位").innerText()).toBe(`${lead.code}（名称暂查不到）`);
    });
  }, 120_000);
}
