import { expect, it } from "vitest";
import { type Building, expectAccessible } from "../../../../test/console/visitor.ts";
import { COMMUNITY, dispatcher } from "./overview-walk.fixtures.ts";

export function viewWalk(building: () => Building): void {
  it("takes another period, and none that ends before it begins", async () => {
    const { page, close } = await building().visit(dispatcher, "/overview");
    await page.getByText("本月", { exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?from=2026-06-01&until=2026-06-10");
    await page.getByLabel("起", { exact: true }).fill("2026-06-20");
    await page.getByLabel("起", { exact: true }).press("Enter");
    await page.getByText("起始日晚于截止日").waitFor();
    expect(new URL(page.url()).search).toBe("?from=2026-06-01&until=2026-06-10");
    await page.getByLabel("起", { exact: true }).fill("2026-06-09");
    await page.getByLabel("起", { exact: true }).press("Enter");
    await expect.poll(() => new URL(page.url()).search).toBe("?from=2026-06-09&until=2026-06-10");
    await close();
  });

  it.each([
    ["zh", "430105999", "没有代码为 430105999 的区划", "第三段（乡级）应在 001 至 599 之间"],
    ["zh", "430105599", "没有代码为 430105599 的区划", "返回本人所在区划"],
    ["zh", "abc", "没有代码为 abc 的区划", "区划代码应为 2、4、6、9 或 12 位数字"],
    ["en", "430105999", "There is no division 430105999", "lies between 001 and 599"],
    ["en", "430105599", "There is no division 430105599", "Go to your own place"],
  ] as const)("shows no figures of a place there is none of: %s %s", async (language, code, title, about) => {
    const { page, complaints, close } = await building().visit(dispatcher, `/overview?place=${code}`, {
      language,
    });
    await page.getByText(title).waitFor();
    await page.getByText(about).waitFor();
    expect(await page.locator("main a[href^='/tickets'], main [role=alert]").count()).toBe(0);
    await expectAccessible(page);
    await page
      .getByRole("link", { name: language === "zh" ? "返回本人所在区划" : "Go to your own place" })
      .click();
    await page.getByRole("region", { name: language === "zh" ? "按区划" : "By place" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ["zh", "此区划不在您的工作范围内，各数仅计您有权查看的部分。"],
    ["en", "This place lies outside your own: counted is only what you may see of it."],
  ] as const)("says that of another's place not everything is counted: %s", async (language, notice) => {
    const look = { language };
    const elsewhere = await building().visit(dispatcher, "/overview?place=110117", look);
    await elsewhere.page.getByText(notice).waitFor();
    await elsewhere.close();
    const here = await building().visit(dispatcher, `/overview?place=${COMMUNITY}`, look);
    await here.page.locator("main section").first().getByRole("link").first().waitFor();
    expect(await here.page.getByText(notice).count()).toBe(0);
    await here.close();
  });

  it.each([
    ["zh", "“2026-02-30”不是有效日期，已按默认时段显示。", "统计区间须有先后且不超过两年"],
    ["en", "2026-02-30 is no day: the usual period is shown.", "The period must end after it begins"],
  ] as const)(
    "says which of an address's days are none, or none to count between: %s",
    async (language, noDay, turned) => {
      const { page, close } = await building().visit(dispatcher, "/overview?from=2026-02-30", { language });
      await page.getByText(noDay).waitFor();
      await page.locator("main section").first().getByRole("link").first().waitFor();
      await page.goto(`${building().stack.url}/overview?from=2026-06-09&until=2026-06-01`);
      // A panel may be refused before the counts are, which take all panels away.
      const said = async () => [
        await page.getByRole("alert").allInnerTexts(),
        await page.locator("main section").count(),
      ];
      await expect.poll(said).toEqual([[expect.stringContaining(turned)], 0]);
      await close();
    },
  );
}
