import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
  NOW,
} from "../../../../../test/console/visitor.ts";
import {
  assisting,
  blownFrom,
  communityStaff,
  lead,
  streetLeader,
  ticketToWhistleFrom,
} from "../ground.walk.ts";

interface Options {
  readonly whistleOptions: readonly {
    readonly allowed: boolean;
    readonly kind: { readonly code: string };
    readonly findings: readonly { readonly rule: string; readonly messageZh: string }[];
    readonly clocks: readonly { readonly dueAt: string }[];
  }[];
}

const demand = "西长街水产市场污水横流，请市场监管、城管到场共同整治。";

export function blowWalk(building: () => Building): void {
  let ticket: string;
  beforeAll(async () => {
    ticket = await ticketToWhistleFrom(building().stack, "西长街水产市场污水横流，多次反映未解决。");
  });

  const optionsFor = async (as: string) =>
    (
      await building().stack.ask<Options>(
        "query ($t: String!) { whistleOptions(ticket: $t) { allowed kind { code } findings { rule messageZh } clocks { dueAt } } }",
        { t: ticket },
        as,
      )
    ).data.whistleOptions;
  const whistlesBehind = async (number: string) =>
    (
      await building().stack.ask<{
        ticket: { whistles: { number: string; demand: string; participants: unknown; clocks: unknown }[] };
      }>(
        "query ($n: String!) { ticket(number: $n) { whistles { number demand clocks { dueAt } participants { role unit { code } item { code } } } } }",
        { n: number },
        streetLeader,
      )
    ).data.ticket.whistles;

  /** Chooses the tackling whistle and fills in everything, the lead's item as the catalogue has it. */
  const fillIn = async (page: Page) => {
    await page.getByRole("radio", { name: "攻坚哨" }).check();
    await page.getByRole("textbox", { name: "哨源" }).click();
    await page.getByRole("option", { name: "12345 市民服务热线" }).click();
    await page.getByRole("textbox", { name: "牵头单位" }).click();
    await page.getByRole("option", { name: lead.name }).click();
    await page.getByText(/在开福区市场监督管理局(权力|责任|服务)清单第 \d+ 版内/).waitFor();
    await page.getByRole("textbox", { name: "添加协办单位" }).fill("城市管理");
    await page.getByRole("option", { name: assisting.name }).click();
    await page.getByRole("textbox", { name: "吹哨事由" }).fill(demand);
  };
  const send = (page: Page) => page.getByRole("button", { name: "吹哨", exact: true }).click();

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "shows each kind with who, to whom and when it would be due: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const { page, complaints, close } = await building().visit(
        streetLeader,
        `/whistles/new?ticket=${ticket}`,
        look,
      );
      const tackling = page.getByRole("article", { name: zh ? "攻坚哨" : "Tackling whistle" });
      await tackling.getByText(zh ? "还有 5 个工作日" : "due in 5 working days").waitFor();
      // Wednesday 10 June and five working days: the day's own end.
      await tackling.getByText(zh ? "6月17日 24:00" : "17 Jun, 24:00").waitFor();
      const [due] =
        (await optionsFor(streetLeader)).find(({ kind }) => kind.code === "TACKLING")?.clocks ?? [];
      expect(due?.dueAt).toBe("2026-06-17T16:00:00.000Z");
      // What may not be blown is a fold away, each with why.
      await page
        .getByText(zh ? "另有 2 个哨种，您现在不能吹" : "2 more kinds, not possible for you now")
        .click();
      await page
        .getByRole("article", { name: zh ? "日常哨" : "Routine whistle" })
        .getByText(zh ? "依据规则 KF-8" : "Rule KF-8")
        .waitFor();
      await expectAccessible(page);
      await tackling.getByRole("radio").check();
      await page
        .getByRole("heading", { name: zh ? "吹哨后将会" : "What happens when you blow it" })
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("counts a Sunday that is worked in place of another day", async () => {
    const { page, close } = await building().visit(streetLeader, `/whistles/new?ticket=${ticket}`);
    const tackling = page.getByRole("article", { name: "攻坚哨" });
    await tackling.waitFor();
    try {
      // From a Wednesday: Thursday, Friday, the Sunday before the holiday, Monday, Tuesday.
      building().stack.setClock("2026-09-16T10:30:00+08:00");
      await page.clock.setFixedTime("2026-09-16T10:30:00+08:00");
      await page.reload();
      await tackling.getByText("还有 5 个工作日").waitFor();
      await tackling.getByText("9月22日 24:00").waitFor();
    } finally {
      building().stack.setClock(NOW);
    }
    await close();
  });

  it("asks once for days nobody has announced yet, and tells limits among them by their dates", async () => {
    const { page, close } = await building().visit(streetLeader, `/whistles/new?ticket=${ticket}`);
    const tackling = page.getByRole("article", { name: "攻坚哨" });
    const untils: string[] = [];
    page.on("request", (request) => {
      const asked = request.url().endsWith("/graphql") ? request.postDataJSON() : undefined;
      // The page as it was opened may still be asking for its own.
      if (/query WorkingDays\b/.test(asked?.query) && asked.variables.until > "2026-12") {
        untils.push(asked.variables.until);
      }
    });
    try {
      // Five working days on are in a year whose days off are announced later.
      building().stack.setClock("2026-12-28T10:30:00+08:00");
      await page.clock.setFixedTime("2026-12-28T10:30:00+08:00");
      await page.reload();
      await tackling.getByText("节假日安排尚未覆盖").waitFor();
      await expect.poll(() => untils).toEqual(["2027-04-27", "2026-12-31"]);
      await page.reload();
      await tackling.getByText("节假日安排尚未覆盖").waitFor();
      await expect.poll(() => untils).toEqual(["2027-04-27", "2026-12-31", "2026-12-31"]);
    } finally {
      building().stack.setClock(NOW);
    }
    await close();
  });

  it("tells somebody who may not blow why, by which rule, and who may", async () => {
    const { page, close } = await building().visit(communityStaff, `/whistles/new?ticket=${ticket}`);
    const tackling = page.getByRole("article", { name: "攻坚哨" });
    await page.getByText("另有 2 个哨种，您现在不能吹").click();
    await tackling.getByText("您现在不能吹").waitFor();
    const [finding] =
      (await optionsFor(communityStaff)).find(({ kind }) => kind.code === "TACKLING")?.findings ?? [];
    expect(finding?.rule).toBe("KF-10");
    await tackling.getByText("依据规则 KF-10").waitFor();
    await tackling.getByText(/连升街社区居委会的社区工作者不得吹攻坚哨/).waitFor();
    await tackling.getByText("街道领导（街道）", { exact: true }).waitFor();
    expect(await tackling.getByRole("radio").count()).toBe(0);
    await close();
  });

  it("sends nothing before it is filled in, keeps it over a reload, and blows once although the answer was lost", async () => {
    const number = await ticketToWhistleFrom(building().stack, "西长街水产市场冲洗污水外溢。");
    const { page, close } = await building().visit(streetLeader, `/whistles/new?ticket=${number}`);
    await page.getByRole("radio", { name: "攻坚哨" }).check();
    await send(page);
    await page.getByRole("alert").getByText("协办单位应为 1 至 30 个，已选 0 个。").waitFor();
    expect(await whistlesBehind(number)).toEqual([]);

    await fillIn(page);
    await page.reload();
    await page.getByText(/在开福区市场监督管理局(权力|责任|服务)清单第 \d+ 版内/).waitFor();
    expect(await page.getByRole("textbox", { name: "吹哨事由" }).inputValue()).toBe(demand);
    const consequences = page.getByRole("region", { name: "吹哨后将会" });
    await consequences.getByText(`${lead.name}、${assisting.name}`).waitFor();

    let lost = 0;
    await page.route("**/graphql", async (route) => {
      if (lost > 0 || !route.request().postData()?.includes("mutation BlowWhistle")) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await send(page);
    await page
      .getByRole("alert")
      .getByText(/无法连接服务器/)
      .waitFor();
    expect(await page.getByRole("textbox", { name: "吹哨事由" }).inputValue()).toBe(demand);
    await send(page);
    await page.getByRole("heading", { level: 1, name: /^攻坚哨 430105-W-/ }).waitFor();
    const blown = await whistlesBehind(number);
    expect(blown).toMatchObject([
      {
        demand,
        clocks: [{ dueAt: "2026-06-17T16:00:00.000Z" }],
        participants: [
          { role: "LEAD", unit: { code: lead.code }, item: { code: expect.stringMatching(/^430105/) } },
          { role: "ASSISTING", unit: { code: assisting.code }, item: null },
        ],
      },
    ]);
    expect(new URL(page.url()).pathname).toBe(`/whistles/${blown[0]?.number}`);
    expect(
      await page.evaluate((key) => sessionStorage.getItem(key), `whistlegraph:whistle-draft:${number}`),
    ).toBe(null);
    await close();
  }, 90_000);

  it("says by which rule it was refused when somebody was first, and keeps what was filled in", async () => {
    const number = await ticketToWhistleFrom(building().stack, "西长街水产市场占道堆放泡沫箱。");
    const { page, close } = await building().visit(streetLeader, `/whistles/new?ticket=${number}`);
    await fillIn(page);
    const first = await blownFrom(building().stack, number);
    await send(page);
    const refusal = page.getByRole("alert").filter({ hasText: "不能这样办理" });
    await refusal.getByText(/PG-8/).waitFor();
    await refusal.getByText("可行办法 请继续办理该哨或将其升级。").waitFor();
    await refusal.getByText(first, { exact: false }).first().waitFor();
    expect(await page.getByRole("textbox", { name: "吹哨事由" }).inputValue()).toBe(demand);
    // What may be blown was asked for again: it may not any more, and the whistle that was first is there to open.
    await page.getByRole("article", { name: "攻坚哨" }).getByText("您现在不能吹").waitFor();
    await page.getByRole("link", { name: first }).waitFor();
    expect(await whistlesBehind(number)).toHaveLength(1);
    await close();
  });

  it("asks for a ticket where the address names none", async () => {
    const { page, close } = await building().visit(streetLeader, "/whistles/new");
    await page.getByRole("textbox", { name: "工单编号" }).fill("随便");
    await page.getByRole("button", { name: "查看可吹之哨" }).click();
    await page.getByText("请填写工单编号：区划、日期、流水号。").waitFor();
    await page.getByRole("textbox", { name: "工单编号" }).fill(ticket);
    await page.getByRole("button", { name: "查看可吹之哨" }).click();
    await page.getByRole("article", { name: "攻坚哨" }).waitFor();
    expect(new URL(page.url()).searchParams.get("ticket")).toBe(ticket);
    await close();
  });
}
