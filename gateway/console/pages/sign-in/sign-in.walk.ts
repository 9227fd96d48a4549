import type { Page, Request } from "playwright-core";
import { expect, it } from "vitest";
import { keepBack } from "../../../../test/console/keep-back.ts";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
  NOW,
} from "../../../../test/console/visitor.ts";

const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

export function signInWalk(building: () => Building): void {
  it.each(looks.map((look) => [lookName(look), look] as const))(
    "is entered by choosing a post: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const { page, complaints, close } = await building().visit(undefined, "/", look);
      await page.getByRole("heading", { level: 1, name: zh ? "登录" : "Sign in" }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page
        .getByRole("option", { name: zh ? "指挥中心派单员" : /Dispatcher, command centre/ })
        .first()
        .click();
      const told = page.getByRole("region", { name: zh ? "指挥中心派单员" : /Dispatcher, command centre/ });
      await told.getByText(zh ? "全区工单。" : "Every ticket of the district.").waitFor();
      await told.getByText(zh ? /本人请求的查询计划/ : /How one's own request was carried out/).waitFor();
      await expectAccessible(page);
      await told.getByRole("button", { name: zh ? /^以.*登录$/ : /^Sign in as/ }).click();
      const rooms = page.getByRole("navigation", { name: zh ? "功能" : "Rooms" });
      if (look.phone) {
        const menu = page.getByRole("button", { name: zh ? "菜单" : "Menu", expanded: false });
        await menu.waitFor();
        // What is not in sight nobody comes upon by keyboard or by ear.
        expect(await rooms.count()).toBe(0);
        await menu.click();
        await rooms.getByRole("link").first().focus();
        await page.keyboard.press("Escape");
        await menu.waitFor();
        expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
        await page.keyboard.press("Enter");
      }
      await rooms.waitFor();
      expect(new URL(page.url()).pathname).toBe("/overview");
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("is entered by the keyboard alone, the post used last coming first the next time", async () => {
    const { page, complaints, close } = await building().visit(undefined, "/tickets?states=DISPATCHED");
    const search = page.getByRole("combobox", { name: "查找岗位" });
    await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type("供电 平谷");
    await page.getByText("2 个岗位").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("region", { name: "供电公司总应哨人" }).getByText("柏长林").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "当前岗位 柏长林" }).click();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/tickets?states=DISPATCHED");

    await page.getByRole("button", { name: "更换岗位" }).click();
    await page.getByRole("group", { name: "上次使用" }).getByRole("option", { name: "柏长林" }).waitFor();
    await page.keyboard.type("市长");
    await page.getByText("没有相符的岗位").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("goes on with a new token when a post's has ended, and nobody notices", async () => {
    const { stack, setClock, visit } = building();
    const { page, complaints, close } = await visit(undefined, "/case");
    const [, token] = (await stack.authorizationOf("kaifu-dispatcher", 300)).split(" ");
    let asked = 0;
    await page.route("**/session/token?*", async (route) => {
      asked += 1;
      if (asked === 1) await route.fulfill({ json: { token } });
      else await route.continue();
    });
    await page.getByRole("combobox").fill("指挥中心派单员 开福");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "当前岗位 邓佳怡" }).waitFor();
    await page.waitForLoadState("networkidle");
    const box = page.getByRole("searchbox", { name: "查找内容" });
    await box.fill("通泰");
    try {
      setClock(later(8));
      await page.clock.fastForward(8 * 60_000);
      await expect.poll(() => asked).toBe(2);
      expect(await box.inputValue()).toBe("通泰");
      expect(await page.getByText("登录已过期").count()).toBe(0);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith("/graphql")),
        page.goto(`${stack.url}/tickets`),
      ]);
      expect(answer.status()).toBe(200);
    } finally {
      setClock(NOW);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("goes to the city's identity provider and comes back to where one was", async () => {
    const { provider, visit } = building();
    provider.gives({ lifetime: 300, refresh: true });
    const before = provider.answered.length;
    const { page, complaints, close } = await visit(undefined, "/tickets?overdue=true", {}, "provider");
    await page.getByText("统一身份认证").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByRole("link", { name: "kaifu-dispatcher" }).click();
    await page.getByRole("button", { name: "当前岗位 邓佳怡" }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/tickets?overdue=true");
    expect(provider.answered.slice(before)).toEqual(["authorization_code"]);
    // Nothing that could be used elsewhere is left in the browser.
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toMatch(/eyJ|verifier/);
    expect(complaints).toEqual([]);
    await close();
  });

  it("lends its token to the explorer while the page is open and nobody has signed out", async () => {
    const { provider, visit } = building();
    provider.gives({ lifetime: 300, refresh: true });
    const { page, complaints, close } = await visit(undefined, "/case", {}, "provider");
    await signInAt(page, "kaifu-dispatcher");
    const [explorer] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "查询工具" }).click(),
    ]);
    await explorer.locator("#holder").getByText("邓佳怡").waitFor();
    const asked = explorer.waitForRequest(
      (request) => request.url().endsWith("/graphql") && !request.postData()?.includes("IntrospectionQuery"),
    );
    await explorer.locator(".graphiql-execute-button").click();
    expect((await (await asked).response())?.status()).toBe(200);
    expect((await asked).headers().authorization).toMatch(/^Bearer eyJ/);
    const kept = await explorer.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toMatch(/eyJ/);

    // What they left there is nobody else's: it goes with them.
    await explorer.evaluate(() => sessionStorage.setItem("graphiql:variables", '{ "name": "某诉求人" }'));
    await page.getByRole("button", { name: "当前岗位 邓佳怡" }).click();
    await Promise.all([
      explorer.waitForEvent("load"),
      page.getByRole("button", { name: "退出登录" }).click(),
    ]);
    await page.getByRole("button", { name: "登录" }).waitFor();
    await explorer.locator("#holder").getByText("只显示公开类型").waitFor();
    expect(await explorer.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("某诉求人");
    expect(complaints).toEqual([]);
    await close();
  });

  it("signs out at the provider too, and passes on why that lets nobody in", async () => {
    const { provider, visit } = building();
    provider.gives({ lifetime: 300, refresh: true });
    const { page, complaints, close } = await visit(undefined, "/case", {}, "provider");
    await signInAt(page, "kaifu-dispatcher");
    await page.getByRole("button", { name: "当前岗位 邓佳怡" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL(`${building().stack.url}/`);
    await page.getByRole("button", { name: "登录" }).click();
    // The provider asks who they are: it has forgotten them.
    await page.getByRole("link", { name: "nobody" }).click();
    await page.getByRole("alert").getByText("access_denied: The account is locked.").waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("pass on the words below to whoever keeps your account").waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("leaves no address behind where the provider cannot be told that somebody signs out", async () => {
    const { stack, visit } = building();
    const { page, complaints, close } = await visit(undefined, "/tickets?text=somebody", {}, "provider");
    await page.route("**/.well-known/openid-configuration", async (route) => {
      const response = await route.fetch();
      const { end_session_endpoint: _, ...others } = await response.json();
      await route.fulfill({ response, json: others });
    });
    await signInAt(page, "kaifu-dispatcher");
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?look=[0-9a-f]{8}$/);
    await page.getByRole("button", { name: "当前岗位 邓佳怡" }).click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("button", { name: "登录" }).waitFor();
    expect(page.url()).toBe(`${stack.url}/`);
    expect(complaints).toEqual([]);
    await close();
  });

  it("renews by a refresh token, a new one each time", async () => {
    const { provider, setClock, visit } = building();
    provider.gives({ lifetime: 300, refresh: true });
    const { page, complaints, close } = await visit(undefined, "/case", {}, "provider");
    await signInAt(page, "kaifu-dispatcher");
    const before = provider.answered.length;
    try {
      for (const round of [1, 2]) {
        setClock(later(8 * round));
        const [renewed] = await Promise.all([
          page.waitForResponse((response) => response.url() === `${provider.openId.issuer}/token`),
          page.clock.fastForward(8 * 60_000),
        ]);
        await renewed.finished();
        // By the time another request has come back, the page has taken what came before it.
        await page.evaluate(() => fetch("/session/config.json").then((response) => response.text()));
      }
      expect(provider.answered.slice(before)).toEqual(["refresh_token", "refresh_token"]);
      expect(await page.getByText("登录已过期").count()).toBe(0);
    } finally {
      setClock(NOW);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("asks again in place where nothing can be renewed: what was typed stays, what was to be sent is sent", async () => {
    const { provider, setClock, visit } = building();
    provider.gives({ lifetime: 300, refresh: false });
    const { page, complaints, close } = await visit(undefined, "/case", {}, "provider");
    await signInAt(page, "kaifu-dispatcher");
    const box = page.getByRole("searchbox", { name: "查找内容" });
    await box.fill("通泰街");
    let sent = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/graphql")) sent += 1;
    });
    try {
      setClock(later(8));
      await page.clock.fastForward(8 * 60_000);
      const lapsed = page.getByRole("alert").filter({ hasText: "登录已过期" });
      await lapsed.waitFor();
      await expectAccessible(page);
      sent = 0;
      await box.press("Enter");
      await page.evaluate(() => {
        const { open } = window;
        window.open = () => {
          window.open = open;
          return null;
        };
      });
      await lapsed.getByRole("button", { name: "重新登录" }).click();
      await lapsed.getByText("请允许本页弹出窗口后再登录，已填写的内容仍在。").waitFor();
      const [opened] = await Promise.all([
        page.waitForEvent("popup"),
        lapsed.getByRole("button", { name: "重新登录" }).click(),
      ]);
      await opened.waitForURL(/signed-in|authorize/);
      expect(sent).toBe(0);
      // The provider knows them still and sends them straight back; the window closes by itself.
      await lapsed.waitFor({ state: "detached" });
      await expect.poll(() => sent).toBeGreaterThan(0);
      await expect.poll(() => opened.isClosed()).toBe(true);
      expect(await box.inputValue()).toBe("通泰街");
    } finally {
      setClock(NOW);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("sends nothing in the name of somebody else who signs in instead, and says so", async () => {
    const { provider, setClock, visit } = building();
    provider.gives({ lifetime: 300, refresh: false });
    const { page, complaints, close } = await visit(undefined, "/case", {}, "provider");
    await signInAt(page, "kaifu-dispatcher");
    const box = page.getByRole("searchbox", { name: "查找内容" });
    await box.fill("通泰街");
    const bearers: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/graphql")) bearers.push(request.headers().authorization ?? "");
    });
    try {
      setClock(later(8));
      await page.clock.fastForward(8 * 60_000);
      const notice = page.getByRole("alert");
      await notice.getByText("登录已过期").waitFor();
      // At the provider somebody else has signed in in the meantime.
      await page.context().clearCookies();
      bearers.length = 0;
      await box.press("Enter");
      const [opened] = await Promise.all([
        page.waitForEvent("popup"),
        page.getByRole("button", { name: "重新登录" }).click(),
      ]);
      await opened.getByRole("link", { name: "kaifu-market-chief", exact: true }).click();
      await notice.getByText("登录的是戴立新，而本页及所填内容属于邓佳怡，均未提交。").waitFor();
      expect(bearers).toEqual([]);
      expect(await box.inputValue()).toBe("通泰街");
      await page.evaluate(() => sessionStorage.setItem("draft", "邓佳怡的草稿"));
      await page.getByRole("button", { name: "以戴立新重新开始" }).click();
      await page.getByRole("button", { name: "当前岗位 戴立新" }).waitFor();
      await page.waitForURL("**/overview");
      expect(await page.evaluate(() => sessionStorage.getItem("draft"))).toBeNull();
    } finally {
      setClock(NOW);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it("tells who comes back without having been sent, and begins anew", async () => {
    const { page, close } = await building().visit(undefined, "/signed-in?code=a&state=b", {}, "provider");
    await page.getByRole("status").getByText("正在登录").waitFor();
    await page.clock.fastForward(3_000);
    await page.getByRole("alert").getByText("不是在此标签页发起").waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
    await close();
  });

  it("waits ten seconds to be told how one signs in, then says so and asks again when told to", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    const answers = await keepBack(page, (request) => request.url().endsWith("/session/config.json"));
    const asked = page.waitForRequest("**/session/config.json");
    await page.reload({ waitUntil: "commit" });
    await asked;
    await page.clock.runFor(9_000);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.clock.runFor(1_000);
    await page.getByRole("alert").getByText("无法连接服务器。").waitFor();
    answers();
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await close();
  });

  it("offers the posts again when the token of the chosen one does not come", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/case");
    const isToken = (request: Request) => new URL(request.url()).pathname === "/session/token";
    const answers = await keepBack(page, isToken);
    const asked = page.waitForRequest(isToken);
    await page.reload({ waitUntil: "commit" });
    await asked;
    await page.clock.runFor(10_000);
    await page.getByRole("heading", { level: 1, name: "登录" }).waitFor();
    answers();
    await page.getByRole("option", { name: "邓佳怡" }).first().click();
    await page.getByRole("button", { name: /^以.*登录$/ }).click();
    await page.getByRole("searchbox", { name: "查找内容" }).waitFor();
    await close();
  });

  it("says so where the server cannot be reached, and where no way in was set up", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    await page.route("**/session/config.json", (route) => route.abort());
    await page.reload();
    await page.getByRole("alert").getByText("无法连接服务器。").waitFor();
    await page.route("**/session/config.json", (route) =>
      route.fulfill({ json: { posts: null, openId: null, scopes: {} } }),
    );
    await page.getByRole("button", { name: "重试" }).click();
    await page.getByText("尚未设置登录方式。").waitFor();
    await expectAccessible(page);
    expect(await page.getByRole("link", { name: "打开查询工具" }).getAttribute("href")).toBe("/explorer");
    await close();
  });
}

/** At a page that asks the graph for one thing: what is under way when the clock is set would be refused, and asked again. */
async function signInAt(page: Page, id: string): Promise<void> {
  await page.getByRole("button", { name: "登录" }).click();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/graphql")),
    page.getByRole("link", { name: id, exact: true }).click(),
  ]);
  await answer.finished();
  await page.getByRole("button", { name: /^当前岗位/ }).waitFor();
}
