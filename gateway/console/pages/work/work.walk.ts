import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../test/console/visitor.ts";
import { type Journey, journeyThrough } from "../../../../test/journeys/journey.ts";

const MARKET = "430105-MARKET-SUPERVISION";
/** Food safety: by the district's catalogue the market supervision's. */
const FOOD_SAFETY = "430105-0701";

/** A row of the list, wherever it stands in it: only what is in sight is in the document. */
async function rowOf(page: Page, number: string) {
  const row = page.getByRole("listitem").filter({ hasText: number });
  await page.getByRole("listitem").first().waitFor();
  for (let scrolled = 0; (await row.count()) === 0 && scrolled < 60; scrolled += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
  return row;
}

export function workWalk(building: () => Building): void {
  let journey: Journey;
  beforeAll(() => {
    journey = journeyThrough(building().stack);
  });

  /** A demand about food in a market of the community, taken in by the centre. */
  const reported = async (text: string): Promise<string> => {
    const input = {
      kind: "COMPLAINT",
      channel: "HOTLINE_12345",
      text,
      urgency: "ORDINARY",
      media: [],
      place: { gridCode: "430105010003501" },
      demander: { kind: "PERSON", name: "黎晓芸", phone: "13900000001" },
    };
    const { ticket } = await journey.does<{ ticket: { number: string } }>(
      "kaifu-dispatcher",
      "reportDemand",
      { input },
      "{ ticket { number } }",
    );
    return ticket.number;
  };
  const dispatched = async (text: string): Promise<string> => {
    const number = await reported(text);
    const input = { findings: "现场核实：后厨脏乱", communityCanSolve: false };
    await journey.does("kaifu-community-staff", "verifyTicket", { number, input }, "{ state }");
    await journey.does(
      "kaifu-dispatcher",
      "matchTicket",
      { number, input: { matter: FOOD_SAFETY } },
      "{ state }",
    );
    await journey.does("kaifu-dispatcher", "dispatchTicket", { number }, "{ state }");
    return number;
  };
  const inHand = async (text: string): Promise<string> => {
    const number = await dispatched(text);
    await journey.does("kaifu-market-responder", "signTicket", { number }, "{ state }");
    await journey.does("kaifu-market-responder", "startTicket", { number }, "{ state }");
    return number;
  };
  const ticketNow = async (number: string) =>
    (
      await journey.sees<{
        ticket: {
          state: string;
          handlingUnit: { code: string } | null;
          log: { edges: { node: { kind: string } }[] };
        };
      }>(
        "kaifu-dispatcher",
        "query ($n: String!) { ticket(number: $n) { state handlingUnit { code } log(first: 50) { edges { node { kind } } } } }",
        { n: number },
      )
    ).ticket;

  describe.each(looks.map((look) => [lookName(look), look] as const))("%s", (_, look) => {
    it("shows what waits for a post, counted as the graph counts", async () => {
      const { page, complaints, close } = await building().visit(
        "kaifu-dispatcher",
        "/work?group=with-units",
        look,
      );
      const states = ["DISPATCHED", "SIGNED", "IN_PROGRESS", "EXTENDED", "SUPERVISED", "WHISTLED"];
      const { tickets } = await journey.sees<{
        tickets: { totalCount: number; edges: { node: { number: string } }[] };
      }>(
        "kaifu-dispatcher",
        "query ($s: [TicketState!]) { tickets(filter: { states: $s }, order: DUE_FIRST, first: 50) { totalCount edges { node { number } } } }",
        { s: states },
      );
      const { totalCount, edges } = tickets;
      const first = page.getByRole("listitem").first();
      await first.getByText(edges[0]?.node.number ?? "").waitFor();
      await page
        .getByText(
          look.language === "zh" ? `${edges.length} / ${totalCount} 条` : `${edges.length} of ${totalCount}`,
        )
        .waitFor();
      if (look.phone) await page.getByRole("button", { name: "在办与延期审核" }).click();
      const chosen = page.getByRole("navigation").locator('[aria-current="page"][href^="/work?"]');
      await chosen.getByText(String(totalCount), { exact: true }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (look.phone) await chosen.click();

      await first.getByRole("button").first().click();
      await page.getByRole("dialog").waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    });
  });

  it.each([
    ["kaifu-grid-member", { language: "zh", dark: false, phone: true }],
    ["kaifu-resident", { language: "en", dark: true, phone: true }],
    ["kaifu-performance-office", { language: "zh", dark: true, phone: false }],
  ] as const)("has nothing to complain of as %s", async (post, look) => {
    const { page, complaints, close } = await building().visit(post, "/work", look);
    await page.getByRole("heading", { level: 2 }).waitFor();
    const empty = page.getByText(/此处暂无待办|Nothing waits here/);
    await page.getByRole("listitem").or(empty).first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("a dispatcher matches and dispatches; what is off a unit's list is refused with its rule", async () => {
    const number = await reported("西长街一家餐馆后厨卫生差");
    const { page, close } = await building().visit("kaifu-dispatcher", "/work?group=match");
    const row = await rowOf(page, number);
    await row.getByRole("button", { name: "权责匹配" }).click();
    const dialog = page.getByRole("dialog");

    await dialog.getByRole("button", { name: "权责匹配" }).click();
    await dialog.getByText("请选择").waitFor();
    await dialog.getByRole("textbox", { name: "事项" }).fill("食品安全");
    await page
      .getByRole("option", { name: /^食品安全/ })
      .first()
      .click();
    await dialog.getByRole("button", { name: "权责匹配" }).click();
    await page.getByRole("status").getByText(`${number} 已完成：权责匹配`).waitFor();

    await row.getByRole("button", { name: "派单" }).click();
    const unit = dialog.getByRole("textbox", { name: "派往单位" });
    expect(await unit.inputValue()).toContain("市场监督管理局");
    await unit.fill("教育局");
    await page
      .getByRole("option", { name: /教育局/ })
      .first()
      .click();
    await dialog.getByRole("button", { name: "派单" }).click();
    const refusal = dialog.getByRole("alert");
    await refusal.getByText("OFF_LIST").waitFor();
    expect(await refusal.textContent()).toContain("依据规则");
    expect(await refusal.textContent()).toContain("可行办法");
    expect(await unit.inputValue()).toContain("教育局");
    expect((await ticketNow(number)).state).toBe("MATCHED");

    await unit.fill("市场监督");
    await page
      .getByRole("option", { name: /市场监督管理局/ })
      .first()
      .click();
    await dialog.getByRole("button", { name: "派单" }).click();
    await page.getByRole("status").getByText(`${number} 已完成：派单`).waitFor();
    expect(await ticketNow(number)).toMatchObject({ state: "DISPATCHED", handlingUnit: { code: MARKET } });
    await close();
  });

  it("a responder who comes second is told who was first, and what is possible now", async () => {
    const number = await dispatched("水产摊位出售变质鱼虾");
    const { page, close } = await building().visit("kaifu-market-responder", "/work?group=sign");
    const row = await rowOf(page, number);
    await row.getByRole("button", { name: "签收" }).click();
    await journey.does("kaifu-market-chief", "signTicket", { number }, "{ state }");

    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "签收" }).click();
    const refusal = dialog.getByRole("alert");
    await refusal.getByText("TICKET_ILLEGAL_MOVE").waitFor();
    expect(await refusal.textContent()).toContain(`${MARKET} 总应哨人，已签收`);
    expect(await refusal.textContent()).toContain("依据规则");
    await dialog.getByText("已签收", { exact: true }).first().waitFor();
    await dialog.getByRole("button", { name: "开始办理" }).click();
    await dialog.getByText("开始办理后不可再退单").waitFor();
    await dialog.getByRole("button", { name: "开始办理" }).click();
    await page.getByRole("status").getByText(`${number} 已完成：开始办理`).waitFor();
    expect((await ticketNow(number)).state).toBe("IN_PROGRESS");
    await close();
  });

  it("asks for more time once, though the answer was lost on the way", async () => {
    const number = await inHand("调料品过期仍在售");
    const { page, close } = await building().visit("kaifu-market-responder", "/work?group=in-hand");
    const row = await rowOf(page, number);
    await row.getByRole("button", { name: "申请延期" }).click();
    const dialog = page.getByRole("dialog");
    const send = dialog.getByRole("button", { name: "申请延期" });
    await dialog.getByRole("textbox", { name: "申请延长天数" }).fill("31");
    await send.click();
    await dialog.getByText("须为 1 至 30 的整数").waitFor();
    await dialog.getByRole("textbox", { name: "申请延长天数" }).fill("3");
    await dialog.getByRole("textbox", { name: "延期理由" }).fill("抽样送检结果尚未出具");

    // The graph does it, and the line breaks before the answer is here.
    let lost = 0;
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("extendTicket")) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await send.click();
    await dialog.getByRole("alert").getByText("NETWORK").waitFor();
    expect(lost).toBe(1);
    await page.unroute("**/graphql");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    // The row was read again: it is asked, and no button offers to ask anew.
    await row.getByText("申请延长 3 天：抽样送检结果尚未出具").waitFor();
    expect(await row.getByRole("button").allTextContents()).toEqual(["办结"]);
    const kinds = (await ticketNow(number)).log.edges.map(({ node }) => node.kind);
    expect(kinds.filter((kind) => kind === "TICKET_EXTENSION_ASKED")).toHaveLength(1);
    await close();
  });

  it("sends the same again under the same key: it is done once, and said so", async () => {
    const number = await inHand("冷库温度不达标");
    const { page, close } = await building().visit("kaifu-market-responder", "/work?group=in-hand");
    const row = await rowOf(page, number);
    await row.getByRole("button", { name: "办结" }).click();
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("radiogroup", { name: "是否联系诉求人" })
      .getByRole("radio", { name: "是" })
      .check();
    await dialog.getByRole("radiogroup", { name: "是否解决" }).getByRole("radio", { name: "否" }).check();
    await dialog.getByRole("button", { name: "办结" }).click();
    expect(await dialog.getByText("请填写").count()).toBe(2);
    await dialog.getByRole("textbox", { name: "未解决原因" }).fill("压缩机待更换");
    await dialog.getByRole("textbox", { name: "办理情况" }).fill("现场检查，责令限期整改");

    const keys: string[] = [];
    await page.route("**/graphql", async (route) => {
      const body = route.request().postData() ?? "";
      if (!body.includes("handleTicket")) return route.continue();
      keys.push(JSON.parse(body).variables.idempotencyKey);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await dialog.getByRole("button", { name: "办结" }).click();
    await dialog.getByRole("alert").getByText("NETWORK").waitFor();
    expect(await dialog.getByRole("textbox", { name: "办理情况" }).inputValue()).toBe(
      "现场检查，责令限期整改",
    );
    await dialog.getByRole("button", { name: "办结" }).click();
    await page.getByRole("status").getByText(`${number} 已完成：办结`).waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    const { state, log } = await ticketNow(number);
    expect(state).toBe("HANDLED");
    expect(log.edges.filter(({ node }) => node.kind === "TICKET_HANDLED")).toHaveLength(1);
    await row.getByRole("button", { name: "结果反馈" }).waitFor();
    await close();
  });

  it("a responder signs, arrives and issues measures on a telephone; the street confirms and grades", async () => {
    const ticket = await dispatched("市场多家摊位食品安全隐患");
    const { number } = await journey.does<{ number: string }>(
      "kaifu-street-leader",
      "blowWhistle",
      {
        input: {
          kind: "TACKLING",
          source: "HOTLINE",
          demand: "西长街市场食品安全隐患突出，请共同整治",
          tickets: [ticket],
          grid: "430105010003501",
          participants: [
            { unit: MARKET, role: "LEAD" },
            { unit: "430105-CITY-INVESTMENT", role: "ASSISTING" },
          ],
        },
      },
      "{ number }",
    );
    const responder = await building().visit("kaifu-market-responder", "/work?group=whistles-sign", {
      phone: true,
    });
    const { page } = responder;
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 28.2, longitude: 112.98 });
    const row = await rowOf(page, number);
    const dialog = page.getByRole("dialog");
    const does = async (move: string, fill?: () => Promise<void>): Promise<void> => {
      await row.getByRole("button", { name: move, exact: true }).click();
      await fill?.();
      await dialog.getByRole("button", { name: move, exact: true }).click();
      await page.getByRole("status").getByText(`${number} 已完成：${move}`).waitFor();
    };
    await does("签收");
    await does("报到", async () => {
      await dialog.getByRole("button", { name: "使用当前位置" }).click();
      await dialog.getByText("北纬 28.20000°").waitFor();
      await dialog.getByRole("textbox", { name: "报到情况" }).fill("已到西长街市场");
    });
    await does("提出措施", () =>
      dialog.getByRole("textbox", { name: "解决措施" }).fill("逐摊检查，三日内整改"),
    );
    await does("办结", () => dialog.getByRole("textbox", { name: "办理结果" }).fill("已整改到位"));
    await responder.close();

    const leader = await building().visit("kaifu-street-leader", "/work?group=whistles-confirm");
    const confirmed = await rowOf(leader.page, number);
    await confirmed.getByRole("button", { name: "确认" }).click();
    const form = leader.page.getByRole("dialog");
    await form.getByRole("radiogroup", { name: "是否解决" }).getByRole("radio", { name: "是" }).check();
    await form.getByRole("textbox", { name: "确认意见" }).fill("现场查看，已整改");
    await form.getByRole("button", { name: "确认" }).click();
    await leader.page.getByRole("status").getByText(`${number} 已完成：确认`).waitFor();
    await building().stack.settle();

    await leader.page.goto(`${building().stack.url}/work?group=evaluate`);
    const due = (await rowOf(leader.page, number)).filter({ hasText: "市场监督管理局" });
    await due.getByRole("button", { name: "评价" }).click();
    await form.getByRole("textbox", { name: "得分" }).fill("92");
    await form.getByRole("textbox", { name: "评价意见" }).fill("到场及时，措施得力");
    await form.getByRole("button", { name: "评价" }).click();
    await leader.page.getByRole("status").getByText(`${number} 已完成：评价`).waitFor();
    const { whistle } = await journey.sees<{
      whistle: {
        participants: { unit: { code: string }; arrivalLatitude: number | null }[];
        evaluations: { unit: { code: string }; score: number | null }[];
      };
    }>(
      "kaifu-street-leader",
      "query ($n: String!) { whistle(number: $n) { participants { unit { code } arrivalLatitude } evaluations { unit { code } score } } }",
      { n: number },
    );
    expect(whistle.participants[0]).toMatchObject({ unit: { code: MARKET }, arrivalLatitude: 28.2 });
    expect(whistle.evaluations.find(({ unit }) => unit.code === MARKET)?.score).toBe(92);
    await leader.close();
    // Two people, eight moves: longer than any other walk where the machine is busy.
  }, 60_000);
}
