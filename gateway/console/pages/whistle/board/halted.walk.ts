import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { askAgainUntil } from "../../../../../test/console/ask-again.ts";
import { type Building, expectAccessible } from "../../../../../test/console/visitor.ts";

const responder = "kaifu-market-chief";
const patience = { timeout: 30_000 };

/** A whistle's board while a subgraph that only names what is on it takes what it is asked and never answers. */
export function haltedBoardWalk(building: () => Building): void {
  const units = (page: Page) => page.getByRole("article").getByRole("heading", { level: 3 });
  const moves = (page: Page) => page.getByRole("region", { name: "您可以办理" }).getByRole("button");
  const fact = (page: Page, name: string) =>
    page.locator("dt").filter({ hasText: name }).locator("xpath=following-sibling::dd[1]");

  /** The board of a whistle that waits for a step of the reader's unit, whole, without a subgraph, and whole again. */
  const lookWithout = async (
    subgraph: string,
    look: (
      page: Page,
      whole: { readonly units: readonly string[]; readonly moves: readonly string[] },
    ) => Promise<void>,
  ): Promise<void> => {
    const { stack, visit } = building();
    const { data } = await stack.ask<{ whistles: { edges: readonly { node: { number: string } }[] } }>(
      `{ whistles(first: 1, filter: { awaits: "430105-MARKET-SUPERVISION" }) { edges { node { number } } } }`,
      {},
      responder,
    );
    const { page, close } = await visit(responder, `/whistles/${data.whistles.edges[0]?.node.number}`);
    await units(page).first().waitFor(patience);
    await page.getByText("实时", { exact: true }).waitFor();
    const whole = { units: await units(page).allInnerTexts(), moves: await moves(page).allInnerTexts() };
    expect(whole.moves).not.toEqual([]);
    stack.halt(subgraph);
    try {
      await page.reload();
      await units(page).first().waitFor(patience);
      await look(page, whole);
      await expectAccessible(page);
    } finally {
      stack.goOn(subgraph);
    }
    const unnamed = page.locator("main").getByText("名称暂查不到");
    await askAgainUntil(page, async () => (await unnamed.count()) === 0);
    expect(await units(page).allInnerTexts()).toEqual(whole.units);
    await close();
  };

  it("tells units and items by their codes without the establishment office, and leaves each its steps", async () => {
    await lookWithout("departments", async (page, whole) => {
      await page.getByRole("alert").getByText("编办系统暂时无法访问").first().waitFor();
      const [named, coded] = [whole.units, await units(page).allInnerTexts()];
      expect(coded).toHaveLength(named.length);
      const calledUnits = coded.filter((each) => each.includes("名称暂查不到"));
      expect(calledUnits).toContain("430105-MARKET-SUPERVISION（名称暂查不到）");
      expect(new Set(calledUnits).size).toBe(calledUnits.length);
      expect(await page.getByText("未引用").count()).toBe(0);
      expect(await moves(page).allInnerTexts()).toEqual(whole.moves);
      await expect.poll(() => fact(page, "吹哨单位").innerText()).toMatch(/^\d+（名称暂查不到）/);
    });
  }, 120_000);

  it("tells where it is by codes without the grid centre, and takes no grid for none", async () => {
    await lookWithout("grids", async (page, whole) => {
      await page.getByRole("alert").getByText("社会治安综合治理中心系统暂时无法访问").waitFor();
      expect(await fact(page, "地点").innerText()).toMatch(
        /^430105\d+（名称暂查不到） 430105\d+（名称暂查不到）/,
      );
      expect(await units(page).allInnerTexts()).toEqual(whole.units);
      expect(await moves(page).allInnerTexts()).toEqual(whole.moves);
    });
  }, 120_000);
}
