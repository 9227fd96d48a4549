import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useUpAllowance } from "../../../../test/console/used-up.ts";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
  NOW,
} from "../../../../test/console/visitor.ts";
import { ticketsNamed } from "../tickets/ticket-address.ts";
import { whistlesNamed } from "../whistle/list/whistle-address.ts";
import { callBacksNamed } from "./call-back-address.ts";

const DISTRICT = "430105";
const STREET = "430105010";
const COMMUNITY = "430105010003";
/** The most that the first page's JavaScript may weigh, compressed. */
const MOST_BYTES = 350_000;

const counted = `query ($division: DivisionCode!, $from: LocalDate!, $until: LocalDate!) {
  ticketCounts(division: $division, from: $from, until: $until) { received open overdue struckOff rejected merged }
  whistleCounts(division: $division, from: $from, until: $until) { blown open misuse solved }
  division(code: $division) { rates(period: { from: $from, to: $until }) { recorded valid contacted solved } }
}`;

interface Counted {
  readonly ticketCounts: Readonly<
    Record<"received" | "open" | "overdue" | "struckOff" | "rejected" | "merged", number>
  >;
  readonly whistleCounts: Readonly<Record<"blown" | "open" | "misuse" | "solved", number>>;
  readonly division: {
    readonly rates: Readonly<Record<"recorded" | "valid" | "contacted" | "solved", number>>;
  };
}

const lists: Readonly<
  Record<string, { readonly query: string; filter(address: URLSearchParams): { readonly filter: object } }>
> = {
  "/tickets": { query: listing("tickets", "TicketFilter"), filter: ticketsNamed },
  "/whistles": { query: listing("whistles", "WhistleFilter"), filter: whistlesNamed },
  "/overview/call-backs": {
    query: listing("callBacks", "CallBackFilter"),
    filter: (address) => ({ filter: callBacksNamed(address) }),
  },
};

function listing(field: string, filter: string): string {
  return `query ($filter: ${filter}) { list: ${field}(filter: $filter, first: 1) { totalCount } }`;
}

export function overviewWalk(building: () => Building): void {
  const dispatcher = "kaifu-dispatcher";
  const period = { from: "2026-05-12", until: NOW.slice(0, 10) };
  const ask = async (division: string) =>
    (await building().stack.ask<Counted>(counted, { division, ...period }, dispatcher)).data;
  const live = (page: Page) => page.getByRole("region", { name: "实时动态" });
  /** The field for the place, once the name of the place shown stands in it. */
  const placeField = async (page: Page, name: string) => {
    const field = page.getByRole("textbox", { name: "区划" });
    await expect.poll(() => field.inputValue(), { timeout: 12_000 }).toBe(name);
    return field;
  };
  const shown = (page: Page) => page.getByRole("link", { name: /^受理 ?\d+$/ });

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "shows a place in a period: %s",
    async (_, look) => {
      const { page, complaints, close } = await building().visit(dispatcher, "/overview", look);
      const chinese = look.language === "zh";
      await page.getByRole("heading", { level: 1, name: chinese ? "总览" : "Overview" }).waitFor();
      await page.getByRole("img", { name: chinese ? /示意图/ : /^Map of/ }).waitFor();
      await page.locator("[role=img] svg").nth(1).waitFor();
      await page
        .getByRole("status")
        .filter({ hasText: chinese ? "实时" : "Live" })
        .waitFor();
      await page
        .getByText(chinese ? "示意图形，非真实边界" : "Synthetic shapes, not real boundaries")
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("comes within its weight, and nothing jumps when figures, charts and what happened are there, on a slow line", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    await page.addInitScript((post) => {
      sessionStorage.setItem("whistlegraph:post", post);
      const jumps: number[] = [];
      Object.assign(window, { jumps });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) jumps.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    }, dispatcher);
    const weights = new Map<string, number>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith(".js")) return;
      expect(response.headers()["content-encoding"]).toBe("br");
      weights.set(pathname, Number(response.headers()["content-length"]));
    });
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 100,
      downloadThroughput: 250_000,
      uploadThroughput: 250_000,
    });
    await page.reload();
    await page.locator("[role=img] svg").nth(1).waitFor();
    await live(page).getByRole("listitem").first().waitFor();
    // Whatever is still to come of what happened before has come by then.
    await page.clock.runFor(3_000);
    await page.waitForLoadState("networkidle");
    const bytes = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    const jumps = await page.evaluate(() => (window as unknown as { jumps: number[] }).jumps);
    expect(jumps.reduce((sum, jump) => sum + jump, 0)).toBeLessThan(0.01);
    await close();
  });

  it("says what the graph says, and its parts add up", async () => {
    const { page, close } = await building().visit(dispatcher, "/overview");
    await shown(page).waitFor();
    const { ticketCounts, whistleCounts, division } = await ask(DISTRICT);
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
    const totals = await intake.locator("tbody tr td:nth-child(2)").allInnerTexts();
    expect(totals).toHaveLength(25);
    expect(totals.slice(1).reduce((sum, value) => sum + Number(value), 0)).toBe(received);
    expect(Number(totals[0])).toBe(received);
    await close();
  });

  const states = [
    ["a district", `/overview?place=${DISTRICT}`],
    ["a street by resolution rate", `/overview?place=${STREET}&measure=solvedRate&from=2026-01-01`],
    ["a street by whistles solved", `/overview?place=${STREET}&measure=whistlesSolved&from=2026-01-01`],
    ["a community by grid", `/overview?place=${COMMUNITY}&measure=open&from=2026-01-01&by=day`],
  ] as const;
  /** The overview with everything on it, its chart or the table instead. */
  const visitWhole = async (path: string, shownAs: "图" | "表") => {
    const visit = await building().visit(dispatcher, path);
    const { page } = visit;
    await page.getByRole("region", { name: "下级区划，高者在前" }).getByRole("row").nth(1).waitFor();
    await page.getByRole("region", { name: "应哨单位时效" }).locator("table, h3, p").first().waitFor();
    await page.getByRole("region", { name: "诉求上升" }).locator("table, h3, p").first().waitFor();
    await page.getByRole("region", { name: "三率" }).getByText("次有效回访").first().waitFor();
    const intake = page.getByRole("region", { name: "受理量与渠道" });
    await intake.getByText(shownAs, { exact: true }).click();
    await intake
      .locator(shownAs === "表" ? "table" : "[role=img], h3, p")
      .first()
      .waitFor();
    return visit;
  };

  it.each(states)("opens from each number a list of just so many: %s", async (_, path) => {
    let [opened, ofClasses] = [0, 0];
    for (const shownAs of ["图", "表"] as const) {
      const { page, close } = await visitWhole(path, shownAs);
      // Names have numbers that count nothing; a rate, which has a name of its own, is a number of nothing listed.
      const links = await page
        .locator("main a:not(th a):not([aria-label])")
        .evaluateAll((found) =>
          found.map((link) => ({ href: link.getAttribute("href") ?? "", text: link.textContent ?? "" })),
        );
      for (const { href, text } of links) {
        const url = new URL(href, building().stack.url);
        const list = lists[url.pathname];
        // Of people and the tickets in which they asked, the tickets are listed.
        const number = /(\d+)\D*$/.exec(text)?.[1];
        if (!list || number === undefined || text.includes("%")) continue;
        const { filter } = list.filter(url.searchParams);
        const { data } = await building().stack.ask<{ list: { totalCount: number } }>(
          list.query,
          { filter },
          dispatcher,
        );
        expect([href, data.list.totalCount]).toEqual([href, Number(number)]);
        opened += 1;
        if (url.searchParams.has("hotClass")) ofClasses += 1;
      }
      await close();
    }
    expect(opened).toBeGreaterThan(60);
    expect(ofClasses).toBeGreaterThan(0);
  });

  /** What has a figure in it and counts nothing: days, spans and what a rule sets; and nought, of which there is no list. */
  const countsNothing = [
    /^\d+年\d+月\d+日(至\d+年\d+月\d+日)?$/,
    /^近7天/,
    /^12345热线$/,
    /^权重 [\d.]+ : [\d.]+ : [\d.]+$/,
    /^基本满意，每次按 [\d.]+ 计$/,
    /^0( 人，0 件| %)?$/,
  ];

  it.each([
    ...states,
    [
      "a day on which nothing was received",
      `/overview?place=${DISTRICT}&from=2025-01-01&until=2025-01-01`,
    ] as const,
  ])("has no number that opens no list: %s", async (_, path) => {
    for (const shownAs of ["图", "表"] as const) {
      const { page, close } = await visitWhole(
        path,
        shownAs === "表" && path.includes("2025") ? "图" : shownAs,
      );
      const figures = await page.locator("main").evaluate((main) => {
        // Charts have their tables, names stand in headings, and what happened is told with its own number.
        const apart = "a, svg, style, time, label, li, th, [aria-hidden=true]";
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) {
          const { textContent, parentElement } = walker.currentNode;
          if (/\d/.test(textContent ?? "") && !parentElement?.closest(apart)) found.push(textContent ?? "");
        }
        return found;
      });
      expect(figures.filter((text) => !countsNothing.some((form) => form.test(text.trim())))).toEqual([]);
      expect(figures.length).toBeGreaterThan(0);
      await close();
    }
  });

  it("goes down into a place by its name or on the map, and back up", async () => {
    const { page, close } = await building().visit(dispatcher, `/overview?from=2026-01-01`);
    const place = () => new URL(page.url()).searchParams.get("place");
    const places = page.getByRole("region", { name: "下级区划，高者在前" });
    await places.getByRole("link", { name: "通泰街街道" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(place).toBe(STREET);
    const path = page.getByRole("navigation", { name: "所在区划" });
    await path.getByText("通泰街街道").waitFor();
    expect(await path.evaluate((element) => element === document.activeElement)).toBe(true);
    const { ticketCounts } = await building()
      .stack.ask<Counted>(counted, { division: STREET, from: "2026-01-01", until: period.until }, dispatcher)
      .then(({ data }) => data);
    await page.getByRole("link", { name: new RegExp(`^受理 ?${ticketCounts.received}$`) }).waitFor();

    await page
      .locator("[role=img] svg text")
      .filter({ hasText: "连升街社区居委会" })
      .first()
      .click({ force: true });
    await expect.poll(place).toBe(COMMUNITY);
    await page.getByText("连升街社区第1网格").first().waitFor();
    await path.getByRole("link", { name: "开福区" }).click();
    await expect.poll(place).toBe(DISTRICT);
    await page.goBack();
    await expect.poll(place).toBe(COMMUNITY);
    await close();
  });

  it("tells a place's figure under the pointer", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    const map = page.getByRole("img", { name: /示意图/ });
    const name = map.locator("svg text").filter({ hasText: "通泰街街道" }).first();
    await expect
      .poll(
        async () => {
          // What tells it comes with the first look, and is there for the next.
          await map.hover({ force: true, position: { x: 2, y: 2 } });
          await name.hover({ force: true });
          return map.getByText(/^通泰街街道 · 受理工单 \d+$/).isVisible();
        },
        { timeout: 12_000 },
      )
      .toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds a place by its name, also one that is not right below", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    await shown(page).waitFor();
    await (await placeField(page, "开福区")).fill("连升街");
    await page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(COMMUNITY);
    await shown(page).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds a place by another name than the one it is shown by", async () => {
    const { page, complaints, close } = await building().visit("pinggu-dispatcher", "/overview");
    await (await placeField(page, "平谷区")).fill("马坊镇");
    await page.getByRole("option", { name: /^马坊地区/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("110117005");
    expect(complaints).toEqual([]);
    await close();
  });

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

  describe("the feed", () => {
    const report = async (text: string): Promise<string> => {
      const { data } = await building().stack.ask<{ reportDemand: { ticket: { number: string } } }>(
        `mutation ($text: String!) {
          reportDemand(
            input: { kind: COMPLAINT, channel: "SNAP_AND_REPORT", text: $text, place: { gridCode: "${COMMUNITY}001" } }
            idempotencyKey: "${text}"
          ) { ticket { number } }
        }`,
        { text },
        "kaifu-resident",
      );
      return data.reportDemand.ticket.number;
    };

    it("tells a change as it happens, and the figures follow", async () => {
      const { page, close } = await building().visit(dispatcher, `/overview?place=${STREET}`);
      await page.getByRole("status").filter({ hasText: "实时" }).waitFor();
      const { ticketCounts } = await ask(STREET);
      await page.getByRole("link", { name: new RegExp(`^受理 ?${ticketCounts.received}$`) }).waitFor();
      const number = await report("总览看到的一件新事");
      await live(page).getByRole("link", { name: number }).waitFor();
      await page.getByRole("link", { name: new RegExp(`^受理 ?${ticketCounts.received + 1}$`) }).waitFor();

      await page.getByRole("button", { name: "暂停" }).click();
      const later = await report("总览暂停时的一件");
      await page.getByRole("status").filter({ hasText: "另有 1 条" }).waitFor();
      expect(await live(page).getByRole("link", { name: later }).count()).toBe(0);
      await page.getByRole("button", { name: "继续" }).click();
      await live(page).getByRole("link", { name: later }).waitFor();
      await close();
    });

    it("goes on saying what it is not told of while the rest is told", async () => {
      const { page, close } = await building().visit(dispatcher, `/overview?place=${STREET}`);
      await page.routeWebSocket(/\/graphql$/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          const { id, payload } = JSON.parse(String(message)) as {
            id?: string;
            payload?: { query?: string };
          };
          if (!payload?.query?.includes("PlaceWhistleChanges")) return server.send(message);
          const extensions = { code: "TOO_MANY_SUBSCRIPTIONS", fault: "CALLER", messageZh: "请先关闭一个" };
          socket.send(JSON.stringify({ id, type: "error", payload: [{ message: "Close one", extensions }] }));
        });
      });
      await page.reload();
      const alert = page.getByRole("region", { name: "实时动态" }).first().getByRole("alert");
      await alert.getByText("请先关闭一个").waitFor();
      const number = await report("总览只剩工单时的一件");
      await live(page).getByRole("link", { name: number }).waitFor();
      await alert.getByText("请先关闭一个").waitFor();
      await close();
    });

    it("stays as it is while somebody reads in it", async () => {
      const { page, close } = await building().visit(dispatcher, `/overview?place=${STREET}`);
      await live(page).getByRole("listitem").first().hover();
      const number = await report("总览有人在读时的一件");
      await page.getByRole("status").filter({ hasText: "阅读中，另有 1 条" }).waitFor();
      expect(await live(page).getByRole("link", { name: number }).count()).toBe(0);
      await page.getByRole("heading", { level: 1 }).hover();
      await live(page).getByRole("link", { name: number }).waitFor();
      await close();
    });

    it("says when the connection is lost, and catches up with what happened meanwhile", async () => {
      const { page, close } = await building().visit(dispatcher, "/overview");
      let hangUp = (): void => undefined;
      let isCut = false;
      await page.routeWebSocket(/\/graphql$/, (socket) => {
        if (isCut) return void socket.close({ code: 1012 });
        socket.connectToServer();
        hangUp = () => void socket.close({ code: 1012 });
      });
      await page.reload();
      await page.getByRole("status").filter({ hasText: "实时" }).waitFor();
      isCut = true;
      hangUp();
      await page.getByRole("status").filter({ hasText: "连接中断" }).waitFor();
      const number = await report("总览断线时的一件");
      isCut = false;
      await live(page).getByRole("link", { name: number }).waitFor({ timeout: 20_000 });
      await page.getByRole("status").filter({ hasText: "实时" }).waitFor();
      await close();
    });
  });

  it("does not let a number look like a link where its reader may see fewer", async () => {
    const { page, close } = await building().visit("kaifu-market-responder", "/overview");
    const rates = page.getByRole("region", { name: "三率" });
    await rates.getByRole("link", { name: /其中您可查看 \d+ 次/ }).waitFor();
    expect(await rates.getByRole("link").count()).toBe(1);
    await close();
  });

  it("tells what is withheld from what is none", async () => {
    const { page, close } = await building().visit("kaifu-data-steward", "/overview");
    await page.getByRole("region", { name: "三率" }).getByText("未向您开放").first().waitFor();
    await page.getByRole("region", { name: "哨种" }).getByText("期内此处没有吹哨").waitFor();
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
      await page.getByRole("alert").getByText(turned).waitFor();
      expect(await page.getByRole("alert").count()).toBe(1);
      expect(await page.locator("main section").count()).toBe(0);
      await close();
    },
  );

  it("says when figures could not be had, and asks again", async () => {
    const { page, close } = await building().visit(undefined, "/overview");
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("OverviewCounts") ? route.abort() : route.continue(),
    );
    await page.evaluate((post) => sessionStorage.setItem("whistlegraph:post", post), dispatcher);
    await page.reload();
    await page.getByRole("alert").getByText("无法连接服务器").first().waitFor();
    await page.getByRole("region", { name: "三率" }).getByRole("link").first().waitFor();
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "重试" }).first().click();
    await shown(page).waitFor();
    await close();
  });

  it("of whoever asked for too much every panel says so, and can be asked again", async () => {
    const who = "pinggu-district-leader";
    await useUpAllowance(building().stack, who);
    const { page, close } = await building().visit(who, "/overview");
    for (const name of ["三率", "按区划", "受理量与渠道", "哨种", "吹哨状态", "应哨单位时效", "诉求上升"]) {
      const alert = page.getByRole("region", { name, exact: true }).getByRole("alert");
      await alert.getByText("请求过于频繁").waitFor();
      await alert.getByRole("button", { name: /后可重试$/ }).waitFor();
    }
    await close();
  }, 120_000);

  it("lists the call-backs behind a rate", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    const rates = page.getByRole("region", { name: "三率" });
    const { solved } = (await ask(DISTRICT)).division.rates;
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
