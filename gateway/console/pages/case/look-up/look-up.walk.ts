import { expect, it } from "vitest";
import {
  answered,
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../../test/console/visitor.ts";
import { dispatcher, firstTicket, patience, settled, tickets } from "../case-walk.fixtures.ts";

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
    await page
      .getByRole("link", { name: /望江家园/ })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).waitFor();
    await close();
  });

  it("keeps what may name somebody out of the address, and finds it again on the way back", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["ARCHIVED"] });
    const { page, close } = await building().visit(dispatcher, "/case");
    const addresses: string[] = [];
    page.on("framenavigated", (frame) => void addresses.push(frame.url()));
    page.on("request", (request) => void addresses.push(request.url()));
    const box = page.getByRole("searchbox");
    const lookedUp = ["罗小满", "充电", "13900000002", "430105-R-010003001-001-1"];
    for (const text of [number, ...lookedUp]) {
      await box.fill(text);
      await box.press("Enter");
    }
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?look=[0-9a-f]{8}$/);
    for (const text of lookedUp.toReversed()) {
      await expect.poll(() => box.inputValue()).toBe(text);
      await page.goBack();
    }
    await expect.poll(() => box.inputValue()).toBe(number);
    expect(new URL(page.url()).searchParams.get("q")).toBe(number);

    await page.goForward();
    await page.goForward();
    const found = page.getByRole("region", { name: "查到的案件" }).getByRole("link").first();
    await found.click();
    await page.getByRole("heading", { level: 2, name: "基本情况" }).waitFor(patience);
    await page.goBack();
    await found.waitFor();
    expect(await box.inputValue()).toBe("充电");

    const told = addresses.map(decodeURIComponent).join(" ");
    for (const text of lookedUp) expect(told).not.toContain(text);
    const kept = () => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, history.state]));
    for (const text of lookedUp) expect(await kept()).not.toContain(text);
    await close();
  });

  it("says of what is not kept, once the page is loaded anew, that it must be typed again", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["ARCHIVED"] });
    const { page, complaints, close } = await building().visit(dispatcher, "/case");
    const box = page.getByRole("searchbox");
    for (const text of [number, "望江家园"]) {
      await box.fill(text);
      await box.press("Enter");
    }
    await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).waitFor();
    await page.reload();
    await page.getByText("刷新后不保留，请重新输入").waitFor();
    expect(await box.inputValue()).toBe("");
    await page.getByRole("button", { name: `工单编号 ${number}` }).waitFor();
    await expectAccessible(page);
    await box.fill("望江家园");
    await box.press("Enter");
    await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).waitFor();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe(number);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(["/case?q=430105194103027010", "/case?q=罗小满 430105 19410302 7010", "/case/430105194103027010"])(
    "takes an identity number out of the address and sends it nowhere: %s",
    async (path) => {
      const { page, close } = await building().visit(dispatcher, "/case");
      await page.getByRole("searchbox").waitFor();
      const asked: string[] = [];
      page.on("request", (request) => {
        if (!request.isNavigationRequest())
          asked.push(JSON.stringify([request.headers(), request.postData()]));
      });
      await page.goto(building().stack.url + path);
      await page.getByText("网址中含有公民身份号码").waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/case");
      expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("19410302");
      expect(asked.filter((each) => each.includes("19410302"))).toEqual([]);

      const box = page.getByRole("searchbox");
      await box.fill("430105194103027010");
      await box.press("Enter");
      await page.getByText("本系统不按公民身份号码查找，内容未发送").waitFor();
      expect(page.url()).not.toContain("19410302");
      expect(asked.filter((each) => each.includes("19410302"))).toEqual([]);
      await close();
    },
  );

  it.each(["/case?q=望江家园", "/case/望江家园"])(
    "looks up what somebody wrote into the address, and takes it out of there: %s",
    async (path) => {
      const { page, close } = await building().visit(dispatcher, path);
      await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/case");
      expect(new URL(page.url()).search).toMatch(/^\?look=[0-9a-f]{8}$/);
      await close();
    },
  );

  it("finds a ticket by the day and the number of that day, and by a part of its number", async () => {
    const { number, title } = await firstTicket(building(), dispatcher, { states: ["ARCHIVED"] });
    const { page, close } = await building().visit(dispatcher, "/case");
    const box = page.getByRole("searchbox");
    await box.fill(number.slice(7));
    await page.getByRole("radio", { name: "工单编号", checked: true }).waitFor(there);
    await box.press("Enter");
    await page.getByRole("link", { name: title }).first().waitFor();
    expect(await box.inputValue()).toBe(number);
    await box.fill(number.slice(-6));
    await page.getByRole("radio", { name: "关键词", checked: true }).waitFor(there);
    await answered(page, "LookUpWords", () => box.press("Enter"));
    const rows = page.getByRole("region", { name: "查到的案件" }).getByRole("listitem");
    await rows.first().waitFor();
    for (const row of await rows.all()) expect(await row.textContent()).toContain(number.slice(-6));
    await close();
  });

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "lists the best fits of many first, page by page, and says how to have fewer: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const words = "小区";
      const { data } = await building().stack.ask<{
        searchTickets: { edges: readonly { node: { number: string } }[] };
      }>(
        "query ($words: String!) { searchTickets(words: $words, first: 100) { edges { node { number } } } }",
        { words },
        dispatcher,
      );
      const ranked = data.searchTickets.edges.map(({ node }) => node.number);
      expect(ranked.length).toBe(100);
      const { page, complaints, close } = await building().visit(dispatcher, "/case", look);
      const box = page.getByRole("searchbox");
      await box.fill(words);
      const kinds = page.getByRole("radiogroup", { name: zh ? "识别为" : "Looked up as" });
      await kinds.getByText(zh ? "关键词" : "Words", { exact: true }).click();
      await box.press("Enter");
      await page.getByText(zh ? "结果较多，最相关的排在前面" : "There are more than fit here").waitFor();
      const rows = page
        .getByRole("region", { name: zh ? "查到的案件" : "Cases found" })
        .getByRole("listitem");
      expect(await rows.first().textContent()).toContain(ranked[0]);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.mouse.move(200, 600);
      await expect
        .poll(async () => {
          await page.mouse.wheel(0, 3_000);
          return Number((await rows.last().getAttribute("aria-posinset")) ?? 0);
        }, patience)
        .toBeGreaterThan(100);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each([
    ["zh", "430105-20260601-999999", "请核对编号。只记得一部分的", "应有而未查到的，请联系指挥中心"],
    ["zh", "无此词语 不存在", "可减少关键词，或换一种说法", "应有而未查到的，请联系指挥中心"],
    ["en", "430105-20260601-999999", "Check the number. Who knows only a part", "ask the command centre"],
  ] as const)("says what to do next where nothing is found: %s %s", async (language, what, next, whom) => {
    const { page, close } = await building().visit(dispatcher, "/case", { language });
    await page.getByRole("searchbox").fill(what);
    await page.getByRole("searchbox").press("Enter");
    await page.getByText(next).waitFor();
    await page.getByText(whom).waitFor();
    await expectAccessible(page);
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
