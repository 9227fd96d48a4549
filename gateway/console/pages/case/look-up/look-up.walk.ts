import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../../test/console/visitor.ts";
import { dispatcher, firstTicket, settled, tickets } from "../case-walk.fixtures.ts";

/** Mantine draws its own box beside the radio itself. */
const there = { state: "attached" } as const;

export function lookUpWalk(building: () => Building): void {
  it.each(looks.map((look) => [lookName(look), look] as const))(
    "finds a case by its number and leads to its page: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const { number, title } = await firstTicket(building(), dispatcher, { states: ["WHISTLED"] });
      const { page, complaints, close } = await building().visit(dispatcher, "/case", look);
      const box = page.getByRole("searchbox");
      await box.fill(number);
      await page
        .getByRole("radio", { name: zh ? "工单编号" : "Ticket number", checked: true })
        .waitFor(there);
      await expectAccessible(page);
      await box.press("Enter");
      const link = page.getByRole("link", { name: title }).first();
      await link.waitFor();
      expect(new URL(page.url()).searchParams.get("q")).toBe(number);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await link.click();
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await settled(page);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("asks which place of a name is meant, and finds what the graph finds there", async () => {
    const { page, close } = await building().visit(dispatcher, "/case?q=望江家园");
    await page.getByRole("radio", { name: "地点", checked: true }).waitFor(there);
    await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).getByText("望江家园").waitFor();
    const { data } = await building().stack.ask<{ resolvePlace: readonly { estate: { code: string } }[] }>(
      '{ resolvePlace(text: "望江家园", within: "430105") { estate { code } } }',
      {},
      dispatcher,
    );
    const found = await tickets(building(), dispatcher, { estate: data.resolvePlace[0]?.estate.code });
    await page.getByText(`已显示 ${Math.min(found.length, 50)} 条`).waitFor();
    await page
      .getByRole("link", { name: found[0]?.title ?? "" })
      .first()
      .waitFor();
    await close();
  });

  it("takes a text for something else when told so", async () => {
    const { page, close } = await building().visit(dispatcher, "/case?q=望江家园");
    await page.getByText("关键词", { exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("by")).toBe("words");
    await page
      .getByRole("link", { name: /望江家园/ })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).waitFor();
    await close();
  });

  it("keeps people out of the address and out of what was looked up before", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["ARCHIVED"] });
    const { page, close } = await building().visit(dispatcher, "/case");
    const box = page.getByRole("searchbox");
    for (const text of [number, "13900000002"]) {
      await box.fill(text);
      await box.press("Enter");
    }
    await page.getByText("没有查到").waitFor();
    expect(page.url()).not.toContain("1390000");
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("1390000");
    await page.goto(`${building().stack.url}/case`);
    await page.getByRole("button", { name: `工单编号 ${number}` }).waitFor();
    await box.fill("430105194103027010");
    await box.press("Enter");
    await page.getByText("内容未发送").waitFor();
    expect(page.url()).not.toContain("19410302");
    await close();
  });

  it("says to whom people cannot be looked up by name, and asks nothing", async () => {
    const { page, close } = await building().visit("kaifu-performance-office", "/case");
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.postData() ?? ""));
    await page.getByRole("searchbox").fill("13900000002");
    await page.getByRole("searchbox").press("Enter");
    await page.getByText("您的岗位不能按姓名或电话查人").waitFor();
    expect(asked.filter((body) => body.includes("13900000002"))).toEqual([]);
    await close();
  });
}
