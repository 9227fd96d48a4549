import { expect, it } from "vitest";
import { type Building, expectAccessible } from "../../../../test/console/visitor.ts";
import { countedIn, DISTRICT, dispatcher, shown } from "./overview-walk.fixtures.ts";

export function ratesWalk(building: () => Building): void {
  it("does not let a number look like a link where its reader may see fewer", async () => {
    const { page, close } = await building().visit("kaifu-market-responder", "/overview");
    const rates = page.getByRole("region", { name: "三率" });
    await rates.getByRole("link", { name: /其中您可查看 \d+ 次/ }).waitFor();
    expect(await rates.getByRole("link").count()).toBe(1);
    await close();
  });

  it("lists the call-backs behind a rate", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    const rates = page.getByRole("region", { name: "三率" });
    const { solved } = (await countedIn(building(), DISTRICT)).division.rates;
    await rates
      .getByRole("link", { name: String(solved), exact: true })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: "回访" }).waitFor();
    await page.getByText(`${solved} / ${solved} 条`).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "返回总览" }).click();
    await shown(page).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
}
