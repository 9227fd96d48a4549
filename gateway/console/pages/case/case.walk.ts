import { Client } from "pg";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  type Look,
  lookName,
  looks,
} from "../../walk/visitor.ts";

const dispatcher = "kaifu-dispatcher";
const responder = "kaifu-market-responder";
const resident = "kaifu-resident";

interface Found {
  readonly number: string;
  readonly title: string;
  readonly dueAt: string;
  readonly item: { readonly code: string } | null;
}

const found = `query ($filter: TicketFilter) { tickets(first: 100, filter: $filter) {
  edges { node { number title dueAt item { code } } } } }`;

export function caseWalk(building: () => Building): void {
  const tickets = async (as: string, filter: object): Promise<readonly Found[]> => {
    const { data } = await building().stack.ask<{ tickets: { edges: readonly { node: Found }[] } }>(
      found,
      { filter },
      as,
    );
    return data.tickets.edges.map(({ node }) => node);
  };
  const first = async (as: string, filter: object): Promise<Found> => {
    const [ticket] = await tickets(as, filter);
    if (!ticket) throw new Error(`${as} sees no such ticket`);
    return ticket;
  };
  const visit = (as: string, path: string, look: Partial<Look> = {}) => building().visit(as, path, look);

  describe("looking a case up", () => {
    it.each(looks.map((look) => [lookName(look), look] as const))(
      "by its number leads to its page: %s",
      async (_, look) => {
        const zh = look.language === "zh";
        const { number, title } = await first(dispatcher, { states: ["WHISTLED"] });
        const { page, complaints, close } = await visit(dispatcher, "/case", look);
        await page.getByRole("searchbox").fill(number);
        await page.getByRole("radio", { name: zh ? "工单编号" : "Ticket number", checked: true }).waitFor();
        await expectAccessible(page);
        await page.getByRole("searchbox").press("Enter");
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

    it("by a place asks which, and finds what the graph finds there", async () => {
      const { page, close } = await visit(dispatcher, "/case?q=望江家园");
      await page.getByRole("radio", { name: "地点", checked: true }).waitFor();
      await page.getByRole("radiogroup", { name: "指的是哪个地点？" }).getByText("望江家园").waitFor();
      const { data } = await building().stack.ask<{ resolvePlace: readonly { estate: { code: string } }[] }>(
        '{ resolvePlace(text: "望江家园", within: "430105") { estate { code } } }',
        {},
        dispatcher,
      );
      const there = await tickets(dispatcher, { estate: data.resolvePlace[0]?.estate.code });
      await page.getByText(`已显示 ${Math.min(there.length, 50)} 条`).waitFor();
      await page
        .getByRole("link", { name: there[0]?.title ?? "" })
        .first()
        .waitFor();
      await close();
    });

    it("may be taken for something else than it looks like", async () => {
      const { page, close } = await visit(dispatcher, "/case?q=望江家园");
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
      const { number } = await first(dispatcher, { states: ["ARCHIVED"] });
      const { page, close } = await visit(dispatcher, "/case");
      for (const text of [number, "13900000002"]) {
        await page.getByRole("searchbox").fill(text);
        await page.getByRole("searchbox").press("Enter");
      }
      await page.getByText("没有查到").waitFor();
      expect(page.url()).not.toContain("1390000");
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("1390000");
      await page.getByRole("link", { name: "查案件" }).click();
      await page.goto(`${building().stack.url}/case`);
      await page.getByRole("button", { name: `工单编号 ${number}` }).waitFor();
      await page.getByRole("searchbox").fill("430105194103027010");
      await page.getByRole("searchbox").press("Enter");
      await page.getByText("内容未发送").waitFor();
      expect(page.url()).not.toContain("19410302");
      await close();
    });
  });

  describe("the case page", () => {
    it("shows what the graph says of a ticket", async () => {
      const { number } = await first(dispatcher, { states: ["WHISTLED"] });
      const { data } = await building().stack.ask<{ ticket: Shown }>(shown, { number }, dispatcher);
      const { page, close } = await visit(dispatcher, `/case/${number}`);
      await settled(page);
      const { ticket } = data;
      for (const text of [
        ticket.item.code,
        ticket.handlingUnit.name,
        ticket.firstReceiver.name,
        ticket.demands.edges[0]?.node.text ?? "",
        ticket.whistles[0]?.number ?? "",
        `清单第 ${ticket.listVersion} 版`,
      ]) {
        expect(await page.getByText(text).count(), text).toBeGreaterThan(0);
      }
      const steps = page.getByRole("list", { name: "八步闭环" }).getByRole("listitem");
      expect(await steps.count()).toBe(8);
      const entered = ticket.steps.filter(({ enteredAt }) => enteredAt !== null).length;
      expect(await steps.getByRole("time").count()).toBe(entered);
      expect(await page.getByRole("list").locator('[aria-current="step"]').count()).toBe(1);
      expect(await page.getByRole("table", { name: "每次变更" }).getByRole("row").count()).toBe(
        ticket.log.edges.length + 1,
      );
      await close();
    });

    it("says of a number that is none, or not the reader's, what to do", async () => {
      const { page, close } = await visit(resident, "/case/430105-20260601-999999");
      await page.getByText("没有您有权查看的这件工单").waitFor();
      await expectAccessible(page);
      await page.getByRole("link", { name: "查其他案件" }).click();
      await page.getByRole("searchbox").waitFor();
      await close();
    });

    it("leads from a merged ticket to where the matter goes on", async () => {
      const { number } = await first(dispatcher, { states: ["MERGED"] });
      const { data } = await building().stack.ask<{ ticket: { mergedInto: Found } }>(
        "query ($number: String!) { ticket(number: $number) { mergedInto { number title } } }",
        { number },
        dispatcher,
      );
      const { page, close } = await visit(dispatcher, `/case/${number}`);
      await page.getByRole("alert").getByRole("link").click();
      await page.getByRole("heading", { level: 1, name: data.ticket.mergedInto.title }).waitFor();
      await page.getByText(`并入本单`).waitFor();
      await close();
    });

    it("shows residents their own, and what is not told to them as withheld", async () => {
      const { number, title } = await first(resident, { states: ["ARCHIVED"] });
      const { page, complaints, close } = await visit(resident, `/case/${number}`);
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await settled(page);
      expect(await page.getByText("查询依据").count()).toBe(0);
      const account = page.locator("dl > div").filter({ hasText: "办理情况" });
      expect(await account.textContent()).toContain("未开放");
      await card(page, "绩效办").getByText("已联系").first().waitFor();
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      await close();
    });

    it("is changed under the reader's eyes when the case is", async () => {
      const number = await reported();
      const { page, close } = await visit(dispatcher, `/case/${number}`);
      await settled(page);
      await page.getByText("已受理", { exact: true }).first().waitFor();
      await done("kaifu-community-staff", "verifyTicket", {
        number,
        input: { findings: "现场核实属实，充电口已损坏", communityCanSolve: false },
      });
      await page.getByText(/有变更：已核实/).waitFor();
      await page.getByText("现场核实属实，充电口已损坏").waitFor();
      await page.getByRole("table", { name: "每次变更" }).getByText("已核实").waitFor();
      await close();
    });

    it("is black on white on paper, and says who printed it", async () => {
      const { number } = await first(dispatcher, { states: ["WHISTLED"] });
      const { page, close } = await visit(dispatcher, `/case/${number}`, { dark: true });
      await settled(page);
      await page.emulateMedia({ media: "print" });
      const printed = page.getByText("打印人：邓佳怡");
      await printed.waitFor();
      expect(await printed.textContent()).toContain("2026年6月10日 10:3");
      expect(await page.getByRole("navigation").isVisible()).toBe(false);
      expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
      const ink = await page.evaluate(() => {
        const { color } = getComputedStyle(document.body);
        const dimmed = getComputedStyle(document.querySelector("dt") ?? document.body).color;
        return { color, dimmed, scheme: getComputedStyle(document.documentElement).colorScheme };
      });
      expect(ink).toEqual({ color: "rgb(0, 0, 0)", dimmed: "rgb(51, 51, 51)", scheme: "light" });
      expect((await page.pdf({ format: "A4" })).subarray(0, 4).toString()).toBe("%PDF");
      await close();
    });
  });

  describe("the departments' parts", () => {
    it.each([
      ["zh", "公安局", "未开放", "公安局未开放。 须凭合法依据开放", "本工单相关警情"],
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
        const { number } = await first(responder, { open: true });
        const { page, complaints, close } = await visit(responder, `/case/${number}`, { language });
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

    it("are shown on a stated basis, which is kept in the tab and goes on record with its owner", async () => {
      const { number, item } = await first(responder, { open: true });
      const basis = item?.code ?? "";
      const { page, close } = await visit(responder, `/case/${number}`);
      await settled(page);
      const calls = () => partOf(card(page, "公安局"), "本工单相关警情");
      expect(await calls().getAttribute("data-part")).toBe("WITHHELD");
      await page.getByLabel("查询依据", { exact: true }).first().fill("食品安全法");
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
      const { number } = await first(dispatcher, { states: ["WHISTLED"] });
      const database = new Client({ connectionString: building().stack.databaseUrls.get("city-management") });
      await database.connect();
      await database.query("BEGIN");
      await database.query("LOCK TABLE street_order_case IN ACCESS EXCLUSIVE MODE");
      const { page, close } = await visit(dispatcher, `/case/${number}`);
      const late = card(page, "城市管理局");
      await card(page, "绩效办").getByText("回访").first().waitFor();
      await card(page, "网格中心").getByText("网格员", { exact: true }).waitFor();
      await late.getByText("查询中").waitFor();
      const part = partOf(late, "本工单转办");
      await part.getByText("系统暂不可用").waitFor();
      expect(await part.textContent()).toContain("城市管理局系统暂时无法访问");
      expect(await partOf(card(page, "公安局"), "本工单相关警情").getAttribute("data-part")).toBe("WITHHELD");
      await database.query("ROLLBACK");
      await database.end();
      await expect
        .poll(
          async () => {
            await late.getByRole("button", { name: "再次查询" }).click();
            await settled(page);
            return part.getAttribute("data-part");
          },
          { timeout: 15_000 },
        )
        .toBe("NONE");
      await close();
    });
  });

  async function done(as: string, mutation: string, args: Record<string, unknown>): Promise<void> {
    const key = `case-walk-${mutation}-${args.number}`;
    const { errors } = await building().stack.ask(
      `mutation ($number: String!, $input: VerifyTicketInput!, $key: String!) {
         ${mutation}(number: $number, input: $input, idempotencyKey: $key) { number } }`,
      { ...args, key },
      as,
    );
    expect(errors).toEqual([]);
  }

  async function reported(): Promise<string> {
    const { data, errors } = await building().stack.ask<{ reportDemand: { ticket: { number: string } } }>(
      `mutation ($input: ReportDemandInput!) {
         reportDemand(input: $input, idempotencyKey: "case-walk-report") { ticket { number } } }`,
      {
        input: {
          kind: "COMPLAINT",
          channel: "HOTLINE_12345",
          text: "连升街社区车棚充电口损坏多日，请来人修理。",
          urgency: "ORDINARY",
          media: [],
          place: { gridCode: "430105010003001" },
          demander: { kind: "PERSON", name: "罗小满", phone: "13900000002" },
        },
      },
      dispatcher,
    );
    expect(errors).toEqual([]);
    return data.reportDemand.ticket.number;
  }
}

interface Shown {
  readonly item: { readonly code: string };
  readonly listVersion: number;
  readonly handlingUnit: { readonly name: string };
  readonly firstReceiver: { readonly name: string };
  readonly steps: readonly { readonly enteredAt: string | null }[];
  readonly whistles: readonly { readonly number: string }[];
  readonly demands: { readonly edges: readonly { readonly node: { readonly text: string } }[] };
  readonly log: { readonly edges: readonly object[] };
}

const shown = `query ($number: String!) { ticket(number: $number) {
  item { code } listVersion handlingUnit { name } firstReceiver { name } steps { enteredAt } whistles { number }
  demands(first: 1) { edges { node { text } } } log(first: 100) { edges { node { kind } } } } }`;

const card = (page: Page, owner: string) => page.getByRole("region", { name: owner, exact: true });

const partOf = (within: ReturnType<typeof card>, title: string) =>
  within
    .locator("[data-part]")
    .filter({ has: within.page().getByRole("heading", { name: title, exact: true }) });

/** Until every part of the page has its answer. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector("section[aria-busy]") !== null &&
      document.querySelector(".mantine-Skeleton-root, [aria-busy=true]") === null,
  );
