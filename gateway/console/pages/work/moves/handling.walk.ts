import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf } from "../ground.walk.ts";

const RESPONDER = "kaifu-market-responder";

/** A called unit with a ticket of its own: receipt, more time, the result, and the answer. */
export function handlingWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("a responder who comes second is told who was first, and what is possible now", async () => {
    const number = await ground.dispatched("水产摊位出售变质鱼虾");
    const { page, form: dialog, row: rowOf, close } = await atDesk(building(), RESPONDER, "sign");
    const row = await rowOf(number);
    await row.getByRole("button", { name: "签收" }).click();
    await ground.does("kaifu-market-chief", "signTicket", { number }, "{ state }");

    await dialog.getByRole("button", { name: "签收" }).click();
    const refusal = dialog.getByRole("alert");
    await refusal.getByText("TICKET_ILLEGAL_MOVE").waitFor();
    await refusal.filter({ hasText: "开福区市场监督管理局 总应哨人，已签收" }).waitFor();
    expect(await refusal.textContent()).toContain("依据规则");
    await dialog.getByText("已签收", { exact: true }).first().waitFor();
    await dialog.getByRole("button", { name: "开始办理" }).click();
    await dialog.getByText("开始办理后不可再退单").waitFor();
    await dialog.getByRole("button", { name: "开始办理" }).click();
    await page.getByRole("status").getByText(`${number} 已完成：开始办理`).waitFor();
    expect((await ground.ticketNow(number)).state).toBe("IN_PROGRESS");
    await close();
  });

  it("asks for more time once, though the answer was lost on the way", async () => {
    const number = await ground.inHand("调料品过期仍在售");
    const { page, form: dialog, row: rowOf, close } = await atDesk(building(), RESPONDER, "in-hand");
    const row = await rowOf(number);
    await row.getByRole("button", { name: "申请延期" }).click();
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
    const kinds = (await ground.ticketNow(number)).kinds;
    expect(kinds.filter((kind) => kind === "TICKET_EXTENSION_ASKED")).toHaveLength(1);
    await close();
  });

  it("sends the same again under the same key: it is done once, and said so", async () => {
    const number = await ground.inHand("冷库温度不达标");
    const { page, form: dialog, row: rowOf, close } = await atDesk(building(), RESPONDER, "in-hand");
    const row = await rowOf(number);
    await row.getByRole("button", { name: "办结" }).click();
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
    const { state, kinds } = await ground.ticketNow(number);
    expect(state).toBe("HANDLED");
    expect(kinds.filter((kind) => kind === "TICKET_HANDLED")).toHaveLength(1);
    await row.getByRole("button", { name: "结果反馈" }).waitFor();
    await close();
  });

  it("sends back what is not its own, only before it begins", async () => {
    const [number, begun] = [
      await ground.dispatched("小区楼道堆放杂物"),
      await ground.dispatched("鲜肉冷链断链"),
    ];
    const desk = await atDesk(building(), RESPONDER, "sign", { language: "en", phone: true });
    const other = await desk.row(begun);
    await desk.opens(other, "Send back");
    await desk.writes("Why it is not yours", "Not ours");
    await ground.does("kaifu-market-chief", "signTicket", { number: begun });
    await ground.does("kaifu-market-chief", "startTicket", { number: begun });
    await desk.isRefused("Send back", "TICKET_ILLEGAL_MOVE", "is In progress");
    await desk.form.getByRole("button", { name: "Close" }).click();

    const row = await desk.row(number);
    await desk.opens(row, "Send back");
    await desk.sends("Send back");
    await desk.form.getByText("Fill this in").waitFor();
    await desk.writes("Why it is not yours", "Corridors are the sub-district's");
    await desk.isDone("Send back", number);
    expect((await ground.ticketNow(number)).state).toBe("RETURNED");
    await desk.leaves(number);
    await desk.close();
  });

  it("answers the demanders, and keeps the answer when the line breaks", async () => {
    const number = await ground.handled("奶茶店使用过期牛奶");
    const desk = await atDesk(building(), RESPONDER, "feedback", { dark: true });
    const row = await desk.row(number);
    await desk.opens(row, "结果反馈");
    await desk.sends("结果反馈");
    await desk.form.getByText("请填写").waitFor();
    await desk.writes("公开答复内容", "经查属实，已下架销毁并立案。");
    await desk.page.route("**/graphql", (route) =>
      route.request().postData()?.includes("giveFeedback") ? route.abort() : route.continue(),
    );
    await desk.sends("结果反馈");
    await desk.form.getByRole("alert").getByText("NETWORK").waitFor();
    await desk.page.unroute("**/graphql");
    expect((await ground.ticketNow(number)).state).toBe("HANDLED");
    await desk.isDone("结果反馈", number);
    expect(await ground.ticketNow(number)).toMatchObject({
      state: "FEEDBACK_GIVEN",
      publicReply: "经查属实，已下架销毁并立案。",
    });
    await desk.leaves(number);
    await desk.close();
  });
}
