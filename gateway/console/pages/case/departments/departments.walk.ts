import { Client } from "pg";
import { expect, it } from "vitest";
import { type Building, expectAccessible, NOW } from "../../../../../test/console/visitor.ts";
import {
  card,
  firstTicket,
  partOf,
  patience,
  responder,
  settled,
  visitWithPartHeld,
} from "../case-walk.fixtures.ts";

export function departmentsWalk(building: () => Building): void {
  it.each([
    ["zh", "公安局", "未开放", "公安局未开放。须凭合法依据开放", "本工单相关警情"],
    [
      "en",
      "Public security",
      "Withheld",
      "Withheld by: Public security. It is opened on a lawful basis",
      "Calls about this ticket",
    ],
  ] as const)(
    "are withheld by their owner, who says why and can be asked: %s",
    async (language, owner, word, why, calls) => {
      const { number } = await firstTicket(building(), responder, { open: true });
      const { page, complaints, close } = await building().visit(responder, `/case/${number}`, { language });
      await settled(page);
      const part = partOf(card(page, owner), calls);
      expect(await part.textContent()).toContain(word);
      expect(await part.textContent()).toContain(why);
      expect(await part.getByRole("link").getAttribute("href")).toBe(
        `/access/ask?owner=public-security&fields=PoliceCall&case=${number}`,
      );
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each([
    [
      "zh",
      "网格中心",
      "诉求居民",
      "您的岗位没有这项权限：实名查看居民",
      "请向数据责任单位申请为您的岗位开通",
    ],
    [
      "en",
      "Grid centre",
      "Residents who asked",
      "Your post does not have this right: Residents by name",
      "ask its owner",
    ],
  ] as const)(
    "say in a clerk's words which right is lacking, whose it is and whom to ask: %s",
    async (language, owner, part, right, ask) => {
      const { number } = await firstTicket(building(), responder, { open: true });
      const { page, close } = await building().visit(responder, `/case/${number}`, { language });
      await settled(page);
      const residents = (await partOf(card(page, owner), part).textContent()) ?? "";
      expect(residents).toContain(right);
      expect(residents).toContain(ask);
      // It leads to them from the case, and they are not its own.
      expect(residents).not.toMatch(/指挥中心|Command centre/);
      expect(await page.locator("main").innerText()).not.toMatch(
        /\b[a-z]+:(read|self)\b|whistlegraph-|\b[A-Z][a-z]+[.][a-z]+/,
      );
      await close();
    },
  );

  it("keep the basis, and what was being typed, while who looks signs in again", {
    timeout: 90_000,
  }, async () => {
    const { stack, setClock, visit } = building();
    const { number, item } = await firstTicket(building(), responder, { open: true });
    const basis = item?.code ?? "";
    const [, short] = (await stack.authorizationOf(responder, 300)).split(" ");
    const { page, close } = await visit(responder, "/case");
    let tokens: "short" | "none" | "usual" = "short";
    await page.route("**/session/token?*", (route) => {
      if (tokens === "short") return route.fulfill({ json: { token: short } });
      return tokens === "none" ? route.abort() : route.continue();
    });
    await page.goto(`${stack.url}/case/${number}`);
    await settled(page);
    const box = page.getByRole("textbox", { name: "查询依据" });
    await box.fill(basis);
    await page.getByRole("button", { name: "注明", exact: true }).click();
    await page.getByText(`已注明：${basis}`).waitFor();
    await settled(page);
    await box.fill("430105-A-00");
    const asked: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.postData()?.includes("PublicSecurityPart"))
        asked.push(request.headers()["whistlegraph-basis"]);
    });
    const lapsed = page.getByRole("alert").filter({ hasText: "登录已过期" });
    try {
      tokens = "none";
      setClock("2026-06-10T10:38:00+08:00");
      await page.clock.fastForward(8 * 60_000);
      await lapsed.waitFor(patience);
      await card(page, "公安局").getByRole("button", { name: "再次查询" }).click();
      expect(await box.inputValue()).toBe("430105-A-00");
      await page.getByText(`已注明：${basis}`).waitFor();
      expect(asked).toEqual([]);

      tokens = "usual";
      await lapsed.getByRole("button", { name: "重新登录" }).click();
      await lapsed.waitFor({ state: "detached" });
      await expect.poll(() => asked, patience).toEqual([basis]);
      await settled(page);
      expect(asked, "once").toEqual([basis]);
      expect(await box.inputValue()).toBe("430105-A-00");
      await page.getByText(`已注明：${basis}`).waitFor();
    } finally {
      setClock(NOW);
    }
    await close();
  });

  it("are shown on a stated basis, which is kept in the tab and goes on record with its owner", async () => {
    const { number, item } = await firstTicket(building(), responder, { open: true });
    const basis = item?.code ?? "";
    const { page, close } = await building().visit(responder, `/case/${number}`);
    await settled(page);
    const calls = () => partOf(card(page, "公安局"), "本工单相关警情");
    expect(await calls().getAttribute("data-part")).toBe("WITHHELD");
    await page.getByRole("textbox", { name: "查询依据" }).fill("食品安全法");
    await page.getByRole("button", { name: "注明", exact: true }).click();
    await page.getByText("应为 16 位职权编码").waitFor();
    await page.getByRole("textbox", { name: "查询依据" }).fill(basis);
    await page
      .getByRole("option", { name: new RegExp(`^${basis}`) })
      .first()
      .click();
    await page.getByText(`已注明：${basis}`).waitFor();
    await expect.poll(() => calls().getAttribute("data-part")).toMatch(/NONE|SHOWN/);
    await page.reload();
    await page.getByText(`已注明：${basis}`).waitFor();
    await expect
      .poll(async () => {
        const { data } = await building().stack.ask<{
          accessRecords: { edges: readonly { node: object }[] };
        }>(
          `query ($case: String!) { accessRecords(first: 50, filter: { subgraph: "public-security", case: $case }) {
               edges { node { personId basis caseNumber } } } }`,
          { case: number },
          "kaifu-police-steward",
        );
        return data.accessRecords.edges.map(({ node }) => node);
      })
      .toContainEqual({ personId: responder, basis, caseNumber: number });
    await close();
  });

  it("hold nobody up when one is late, and are told apart when its system is down", async () => {
    const { page, free, close } = await visitWithPartHeld(building(), "CityManagementPart");
    const late = card(page, "城市管理局");
    await late.getByText("查询中").waitFor(patience);
    await card(page, "绩效办").getByText("回访", { exact: true }).waitFor(patience);
    await card(page, "网格中心").getByText("网格员", { exact: true }).waitFor(patience);
    await partOf(card(page, "公安局"), "本工单相关警情")
      .getByText("未开放", { exact: true })
      .waitFor(patience);
    expect(await late.getAttribute("aria-busy")).toBe("true");

    const part = partOf(late, "本工单转办");
    const database = new Client({ connectionString: building().stack.databaseUrls.get("city-management") });
    await database.connect();
    try {
      await database.query("BEGIN");
      await database.query("LOCK TABLE street_order_case IN ACCESS EXCLUSIVE MODE");
      free();
      await part.getByText("系统暂不可用", { exact: true }).waitFor(patience);
      expect(await part.textContent()).toContain("城市管理局系统暂时无法访问");
      await expectAccessible(page);
    } finally {
      await database.query("ROLLBACK");
      await database.end();
    }
    await expect
      .poll(async () => {
        await late.getByRole("button", { name: "再次查询" }).click();
        await settled(page);
        return part.getAttribute("data-part");
      }, patience)
      .toMatch(/NONE|SHOWN/);
    await close();
  });
}
