import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { calledBack } from "../../../../../test/journeys/called-back.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf } from "../ground.walk.ts";

const DISPATCHER = "kaifu-dispatcher";

/** After the answer: the demander's own word, and what becomes of the ticket by it. */
export function closingWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("asks the demander: unsolved is on the ledger, and the unit begins again", async () => {
    const [number, asked] = [
      await ground.answered("豆腐坊异味扰民"),
      await ground.answered("卤味店无证经营"),
    ];
    const desk = await atDesk(building(), DISPATCHER, "call-backs");
    const other = await desk.row(asked);
    await desk.opens(other, "登记回访");
    await desk.sends("登记回访");
    expect(await desk.form.getByText("请选择").count()).toBe(2);
    await desk.chooses("回访方式", "电话");
    await desk.chooses("诉求人是否答复", "是");
    await desk.chooses("承办单位是否联系", "是");
    await desk.chooses("是否解决", "是");
    await desk.chooses("满意度", "基本满意");
    await calledBack(ground, DISPATCHER, asked);
    await desk.isRefused("登记回访", "CALL_BACK_ALREADY_VALID");
    await desk.isReadable();
    await desk.form.getByRole("button", { name: "关闭" }).click();

    const row = await desk.row(number);
    await desk.opens(row, "登记回访");
    await desk.chooses("回访方式", "电话");
    await desk.chooses("诉求人是否答复", "是");
    await desk.chooses("承办单位是否联系", "否");
    await desk.chooses("是否解决", "否");
    await desk.chooses("满意度", "不满意");
    await desk.writes("回访意见", "异味仍在，无人上门");
    await desk.isDone("登记回访", number);
    await building().stack.settle();
    expect((await ground.ticketNow(number)).state).toBe("LEDGERED");
    await desk.leaves(number);
    await desk.close();

    const unit = await atDesk(building(), "kaifu-market-responder", "own-ledger", { phone: true });
    const again = await unit.row(number);
    await unit.opens(again, "开始办理");
    await unit.isDone("开始办理", number);
    expect((await ground.ticketNow(number)).state).toBe("IN_PROGRESS");
    await unit.leaves(number);
    await unit.close();
  }, 60_000);

  it("strikes off what the demander confirmed, once, and files it", async () => {
    const [number, struck] = [await ground.answered("包子铺未亮证"), await ground.answered("水果摊缺斤少两")];
    await calledBack(ground, DISPATCHER, number);
    await calledBack(ground, DISPATCHER, struck);
    await building().stack.settle();
    const desk = await atDesk(building(), DISPATCHER, "strike-off", { language: "en", dark: true });
    const other = await desk.row(struck);
    await desk.opens(other, "Strike off");
    await ground.does(DISPATCHER, "strikeOffTicket", { number: struck });
    const told = await desk.isRefused("Strike off", "TICKET_ILLEGAL_MOVE", "is Struck off", "指挥中心");
    expect(told).not.toContain("COMMAND-CENTRE");
    await desk.form.getByRole("button", { name: "Close" }).click();

    const row = await desk.row(number);
    await desk.opens(row, "Strike off");
    await desk.isDone("Strike off", number);
    await desk.opens(row, "Archive");
    await desk.isDone("Archive", number);
    expect((await ground.ticketNow(number)).state).toBe("ARCHIVED");
    await desk.leaves(number);
    await desk.close();
  }, 60_000);

  it("opens again what the demander is not content with", async () => {
    const number = await ground.answered("早餐店油烟扰民");
    await calledBack(ground, DISPATCHER, number);
    await building().stack.settle();
    const desk = await atDesk(building(), DISPATCHER, "strike-off");
    const row = await desk.row(number);
    await desk.opens(row, "重新办理");
    await desk.isDone("重新办理", number);
    expect(await ground.ticketNow(number)).toMatchObject({ state: "REOPENED" });
    await desk.goesTo("match");
    await (await desk.row(number)).getByText("重新办理").first().waitFor();
    await desk.close();
  });
}
