import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { onPaper, pdfText } from "../../../../../test/console/pdf-text.ts";
import { type Building, expectAccessible } from "../../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../../test/journeys/journey.ts";
import { reported } from "../../../../../test/journeys/reported.ts";
import {
  card,
  dispatcher,
  type Found,
  firstTicket,
  partOf,
  patience,
  photosSeen,
  resident,
  settled,
  streetLeader,
  tickets,
  visitWithPartHeld,
} from "../case-walk.fixtures.ts";

export function caseFileWalk(building: () => Building): void {
  it("shows what the graph says of a ticket", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["WHISTLED"] });
    const { data } = await building().stack.ask<{ ticket: Shown }>(shown, { number }, dispatcher);
    const { page, close } = await building().visit(dispatcher, `/case/${number}`);
    await settled(page);
    const { ticket } = data;
    for (const text of [
      ticket.item.code,
      ticket.handlingUnit.name,
      ticket.firstReceiver.name,
      ticket.demands.edges[0]?.node.text ?? "",
      ticket.whistles[0]?.number ?? "",
      `清单第 ${ticket.listVersion} 版`,
      `由${ticket.handlingUnit.name}承办`,
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

  it("says who has it, and counts no limit once the demander was answered, as the graph does", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["LEDGERED"] });
    const { page, close } = await building().visit(dispatcher, `/case/${number}`);
    await page.getByText("尚未解决，由").waitFor(patience);
    expect(await page.getByText(/已超期|还有 \d+ 个工作日/).count()).toBe(0);
    await page.goto(`${building().stack.url}/case?q=${number}`);
    await page.getByRole("article").getByText("挂账").waitFor();
    expect(await page.getByText(/已超期|还有 \d+ 个工作日/).count()).toBe(0);
    await close();
  });

  it("says of a number that is none, or not the reader's, what to do", async () => {
    const { page, close } = await building().visit(resident, "/case/430105-20260601-999999");
    await page.getByText("没有您有权查看的这件工单").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "查其他案件" }).click();
    await page.getByRole("searchbox").waitFor();
    await close();
  });

  it("leads to blowing a whistle those who may, others of them to what stands against it, and nobody else", async () => {
    const mayBlow = async (number: string): Promise<boolean> => {
      const { data } = await building().stack.ask<{ whistleOptions: readonly { allowed: boolean }[] }>(
        "query ($number: String!) { whistleOptions(ticket: $number) { allowed } }",
        { number },
        streetLeader,
      );
      return data.whistleOptions.some(({ allowed }) => allowed);
    };
    const seen = await tickets(building(), streetLeader, {
      states: ["RECEIVED", "DISPATCHED", "IN_PROGRESS"],
    });
    const found = new Map<boolean, string>();
    for (const { number } of seen) found.set(await mayBlow(number), number);
    expect(found.size).toBe(2);
    const toBlow = (page: Page) => page.locator('main a[href^="/whistles/new"]');
    for (const [may, label] of [
      [true, "从此工单吹哨"],
      [false, "暂不能吹哨的原因"],
    ] as const) {
      const number = found.get(may) ?? "";
      const leader = await building().visit(streetLeader, `/case/${number}`);
      await leader.page.getByRole("link", { name: label }).waitFor();
      expect(await toBlow(leader.page).count()).toBe(1);
      await leader.close();
      const other = await building().visit(dispatcher, `/case/${number}`);
      await settled(other.page);
      await other.page.waitForLoadState("networkidle");
      expect(await toBlow(other.page).count()).toBe(0);
      await other.close();
    }
  });

  it("leads from a merged ticket to where the matter goes on", async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["MERGED"] });
    const { data } = await building().stack.ask<{ ticket: { mergedInto: Found } }>(
      "query ($number: String!) { ticket(number: $number) { mergedInto { number title } } }",
      { number },
      dispatcher,
    );
    const { page, close } = await building().visit(dispatcher, `/case/${number}`);
    await page.getByRole("alert").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: data.ticket.mergedInto.title }).waitFor();
    await page.getByText(`并入本单`).waitFor();
    await close();
  });

  it("shows residents their own, and what is not told to them as withheld", async () => {
    const { number, title } = await firstTicket(building(), resident, { states: ["ARCHIVED"] });
    const { page, complaints, close } = await building().visit(resident, `/case/${number}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await settled(page);
    expect(await page.getByRole("region", { name: "查询依据" }).count()).toBe(0);
    const account = page.locator("dl > div").filter({ hasText: "办理情况" });
    expect(await account.textContent()).toContain("未开放");
    const { data } = await building().stack.ask<{ ticket: { callBacks: readonly CallBack[] } }>(
      "query ($number: String!) { ticket(number: $number) { callBacks { valid contacted } } }",
      { number },
      resident,
    );
    const answers = data.ticket.callBacks.map(({ valid, contacted }) =>
      valid ? (contacted ? "已联系" : "未联系") : "不计入三率",
    );
    expect(answers.length).toBeGreaterThan(0);
    const shownAnswers = partOf(card(page, "绩效办"), "回访").getByRole("listitem");
    expect(await shownAnswers.count()).toBe(answers.length);
    for (const [index, answer] of answers.entries()) {
      expect(await shownAnswers.nth(index).textContent()).toContain(answer);
    }
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is changed under the reader's eyes when the case is", async () => {
    const journey = journeyThrough(building().stack);
    const number = await reported(journey, dispatcher, {
      kind: "COMPLAINT",
      text: "连升街社区车棚充电口损坏多日，请来人修理。",
      place: { gridCode: "430105010003001" },
      demander: { kind: "PERSON", name: "罗小满", phone: "13900000002" },
    });
    const { page, close } = await building().visit(dispatcher, `/case/${number}`);
    await settled(page);
    await page.getByText("已受理", { exact: true }).first().waitFor();
    await journey.does("kaifu-community-staff", "verifyTicket", {
      number,
      input: { findings: "现场核实属实，充电口已损坏", communityCanSolve: false },
    });
    await page.getByText(/有变更：已核实/).waitFor();
    await page.getByText("现场核实属实，充电口已损坏").waitFor();
    await page.getByRole("table", { name: "每次变更" }).getByText("已核实").waitFor();
    await close();
  });

  it.each([
    ["zh", "打印人：邓佳怡（", "2026年6月10日 10:3", '"第 " counter(page) " 页，共 " counter(pages) " 页"'],
    ["en", "Printed by 邓佳怡 (", "10 June 2026 10:3", '"Page " counter(page) " of " counter(pages) ""'],
  ] as const)(
    "is black on white on paper, and says on every sheet what it is and who printed it: %s",
    async (language, who, when, pages) => {
      const { number } = await firstTicket(building(), dispatcher, { states: ["WHISTLED"] });
      const { page, close } = await building().visit(dispatcher, `/case/${number}`, { language, dark: true });
      await settled(page);
      await photosSeen(page);
      await page.emulateMedia({ media: "print" });
      const printed = page.locator(".case-printed");
      await expect.poll(() => printed.textContent()).toContain(who);
      expect(await printed.textContent()).toContain(when);
      const { margins, ink, controls } = await page.evaluate(() => ({
        margins: document.adoptedStyleSheets.flatMap(({ cssRules }) =>
          Array.from(cssRules, (rule) => rule.cssText),
        ),
        ink: {
          color: getComputedStyle(document.body).color,
          dimmed: getComputedStyle(document.querySelector("dt") ?? document.body).color,
          scheme: getComputedStyle(document.documentElement).colorScheme,
        },
        controls: Array.from(
          document.querySelectorAll("button, input, select, textarea, nav, header"),
        ).filter((each) => each.checkVisibility()).length,
      }));
      for (const said of [number, who, when, pages]) expect(margins.join(" ")).toContain(said);
      expect(ink).toEqual({ color: "rgb(0, 0, 0)", dimmed: "rgb(51, 51, 51)", scheme: "light" });
      expect(controls).toBe(0);
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(paper.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
      const { data } = await building().stack.ask<{ ticket: Shown }>(shown, { number }, dispatcher);
      const { ticket } = data;
      const text = pdfText(paper);
      for (const told of [
        number,
        who,
        ticket.item.code,
        ticket.handlingUnit.name,
        ticket.firstReceiver.name,
        ticket.demands.edges[0]?.node.text ?? "",
        ticket.whistles[0]?.number ?? "",
        ...(language === "zh"
          ? ["公安局未开放", "系统暂不可用", "网格中心"]
          : ["Withheld by: Public security", "Grid centre"]),
      ]) {
        expect(text).toMatch(onPaper(told));
      }
      const buttons = language === "zh" ? ["再次查询", "从此工单吹哨"] : ["Ask again", "Blow a whistle"];
      const unfinished = language === "zh" ? ["加载中", "打印时尚未取得"] : ["Loading", "Had not come"];
      for (const untold of [...buttons, ...unfinished]) expect(text).not.toMatch(onPaper(untold));
      await close();
    },
  );

  it.each([
    ["the button", (page: Page) => page.getByRole("button", { name: "打印", exact: true }).click()],
    ["the key that prints", (page: Page) => page.keyboard.press("Control+p")],
  ])("is printed when every part of it has come: by %s", async (_, printBy) => {
    const { page, free, close } = await held();
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = document.querySelector("main [aria-busy=true]") ? "in part" : "whole";
      };
    });
    await printBy(page);
    await page.clock.runFor(1_000);
    const printed = () => page.evaluate(() => document.body.dataset.printed);
    expect(await printed()).toBeUndefined();
    free();
    await expect.poll(printed, patience).toBe("whole");
    await close();
  });

  it.each([
    [
      "zh",
      "打印时尚未取得",
      "打印时尚未取得：人员与地点：诉求 · 照片；城市管理局。",
      "城市管理局打印时尚未取得",
      ["加载中", "查询中"],
    ],
    [
      "en",
      "Had not come",
      "Had not come when this was printed: People and place: the demands · Photo; Urban management.",
      "Urban managementHad not come",
      ["Loading", "Asking"],
    ],
  ] as const)(
    "says on paper what had not come, where the browser prints without waiting: %s",
    async (language, notCome, partAndPhoto, onCard, unfinished) => {
      const { page, free, close } = await held(language);
      const paper = async () => pdfText(await page.pdf({ preferCSSPageSize: true }));
      const inPart = await paper();
      for (const sentence of [partAndPhoto, onCard]) expect(inPart).toMatch(onPaper(sentence));
      for (const word of unfinished) expect(inPart).not.toMatch(onPaper(word));
      free();
      await settled(page);
      await photosSeen(page);
      expect(await paper()).not.toMatch(onPaper(notCome));
      await close();
    },
  );

  /** A case of which everything is there but one department's part and the photo. */
  async function held(language: "zh" | "en" = "zh") {
    const { page, free, close } = await visitWithPartHeld(building(), "CityManagementPart", { language });
    await page.waitForFunction(
      () =>
        document.querySelectorAll("section[aria-busy=false]").length >= 7 &&
        document.querySelector("main [data-waiting]:not([data-lacks])") === null,
      undefined,
      patience,
    );
    return { page, free, close };
  }
}

interface CallBack {
  readonly valid: boolean;
  readonly contacted: boolean | null;
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
