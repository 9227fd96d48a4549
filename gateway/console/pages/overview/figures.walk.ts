import { expect, it } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { countedIn, DISTRICT, dispatcher, shown } from "./overview-walk.fixtures.ts";

export function figuresWalk(building: () => Building): void {
  it("says what the graph says, and its parts add up", async () => {
    const { page, close } = await building().visit(dispatcher, "/overview");
    await shown(page).waitFor();
    const { ticketCounts, whistleCounts, division } = await countedIn(building(), DISTRICT);
    const cards = await page.locator("main section").first().getByRole("link").allInnerTexts();
    const { received, open, overdue, struckOff, rejected, merged } = ticketCounts;
    const { blown, misuse, solved } = whistleCounts;
    expect(cards.map((text) => Number(/\d+/.exec(text)))).toEqual([
      ...[received, open, overdue, struckOff, rejected, merged],
      ...[blown, whistleCounts.open, misuse, solved],
    ]);
    expect(open + struckOff + rejected + merged).toBe(received);
    expect(received).toBeGreaterThan(20);
    const rates = page.getByRole("region", { name: "三率" });
    const { recorded, valid, contacted } = division.rates;
    await rates.getByText(`${valid} 次有效回访，共回访 ${recorded} 次`).waitFor();
    await rates.getByText(`${contacted} / ${valid} 次有效回访`).waitFor();

    const places = page.getByRole("region", { name: "下级区划，高者在前" });
    await places.getByRole("link", { name: "通泰街街道" }).waitFor();
    const values = await places.locator("tbody td").allInnerTexts();
    expect(values.reduce((sum, value) => sum + Number(value), 0)).toBe(received);

    await page.getByRole("region", { name: "受理量与渠道" }).getByText("表", { exact: true }).click();
    const intake = page.getByRole("region", { name: "受理量与渠道" }).getByRole("table");
    await intake.getByRole("row").nth(1).waitFor();
    const totals = await intake.locator("tbody tr td:nth-child(2)").allInnerTexts();
    expect(totals).toHaveLength(25);
    expect(totals.slice(1).reduce((sum, value) => sum + Number(value), 0)).toBe(received);
    expect(Number(totals[0])).toBe(received);
    await close();
  });

  it("tells what is withheld from what is none", async () => {
    const { page, close } = await building().visit("kaifu-data-steward", "/overview");
    await page.getByRole("region", { name: "三率" }).getByText("未向您开放").first().waitFor();
    await page.getByRole("region", { name: "哨种" }).getByText("期内此处没有吹哨").waitFor();
    await close();
  });
}
