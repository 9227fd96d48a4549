import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { FOOD_SAFETY, type Ground, groundOf, MARKET } from "../ground.walk.ts";

/** The command centre: what it takes on, where that is, whose it is, and how much time it gets. */
export function sendingWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("matches and dispatches; what is off a unit's list is refused with its rule", async () => {
    const number = await ground.reported("西长街一家餐馆后厨卫生差");
    const desk = await atDesk(building(), "kaifu-dispatcher", "match");
    const row = await desk.row(number);
    await desk.opens(row, "权责匹配");
    await desk.sends("权责匹配");
    await desk.form.getByText("请选择").waitFor();
    await desk.finds("事项", "食品安全");
    await desk.isDone("权责匹配", number);

    await desk.opens(row, "派单");
    const unit = desk.form.getByRole("textbox", { name: "派往单位" });
    expect(await unit.inputValue()).toContain("市场监督管理局");
    await desk.finds("派往单位", "教育局");
    await desk.isRefused("派单", "OFF_LIST");
    expect(await unit.inputValue()).toContain("教育局");
    expect((await ground.ticketNow(number)).state).toBe("MATCHED");

    await desk.finds("派往单位", "市场监督管理局");
    await desk.isDone("派单", number);
    expect(await ground.ticketNow(number)).toMatchObject({
      state: "DISPATCHED",
      handlingUnit: { code: MARKET },
    });
    await desk.leaves(number);
    await desk.close();
  });

  it("follows what others do: counts go on, a row shows how it stands, what came is shown when asked for", async () => {
    const listed = await ground.reported("西长街一家小吃店后厨有鼠");
    const desk = await atDesk(building(), "kaifu-dispatcher", "match", { dark: true });
    const row = await desk.row(listed);
    const chosen = desk.page.getByRole("navigation").locator('[aria-current="page"][href^="/work?"]');
    const counted = await chosen.textContent();
    const come = await ground.reported("西长街一家面馆未亮证经营");
    await desk.page.getByText("此处待办已有增减").waitFor();
    expect(await chosen.textContent()).not.toBe(counted);
    expect(await desk.page.getByRole("listitem").filter({ hasText: come }).count()).toBe(0);
    await desk.isReadable();

    await ground.does("kaifu-dispatcher", "matchTicket", { number: listed, input: { matter: FOOD_SAFETY } });
    await row.getByText("已匹配权责").waitFor({ timeout: 20_000 });
    await desk.page.getByRole("button", { name: "显示最新列表" }).click();
    await desk.row(come);
    await desk.page.getByRole("listitem").filter({ hasText: listed }).waitFor({ state: "detached" });
    await desk.close();
  });

  it("places what has no grid; what is nobody's is not taken on, unless another was quicker", async () => {
    const here = { division: "430105010003", text: "菜市场旁" };
    const [number, taken] = await Promise.all([
      ground.reported("市场旁有人散发传单", here),
      ground.reported("反映邻省景区门票价格", here),
    ]);
    const desk = await atDesk(building(), "kaifu-dispatcher", "locate", { language: "en", dark: true });
    const row = await desk.row(number);
    await desk.opens(row, "Locate");
    await desk.sends("Locate");
    await desk.form.getByText("Choose one").waitFor();
    await desk.form.getByRole("textbox", { name: "Grid" }).click();
    await desk.page.getByRole("option").first().click();
    await desk.isDone("Locate", number);
    expect((await ground.ticketNow(number)).grid?.code).toMatch(/^430105010003/);
    await desk.leaves(number);

    const other = await desk.row(taken);
    await desk.opens(other, "Do not take on");
    await desk.sends("Do not take on");
    await desk.form.getByText("Fill this in").waitFor();
    await desk.writes("Grounds", "Not of this district");
    await ground.does("kaifu-dispatcher", "matchTicket", { number: taken, input: { matter: FOOD_SAFETY } });
    await desk.isRefused(
      "Do not take on",
      "TICKET_ILLEGAL_MOVE",
      "is Matched",
      "dispatcher of 开福区党建引领基层治理指挥中心",
    );
    await desk.form.getByRole("button", { name: "Close" }).click();

    await desk.goesTo("match");
    const unmatched = await desk.row(number);
    await desk.opens(unmatched, "Do not take on");
    await desk.writes("Grounds", "Not a duty of any unit");
    await desk.isDone("Do not take on", number);
    expect(await ground.ticketNow(number)).toMatchObject({
      state: "REJECTED",
      rejectionGrounds: "Not a duty of any unit",
    });
    await desk.leaves(number);
    await desk.close();
  }, 60_000);

  it("matches anew what a unit sent back, by the unit's grounds", async () => {
    const number = await ground.dispatched("流动摊贩占道卖熟食");
    await ground.does("kaifu-market-responder", "returnTicket", { number, grounds: "占道经营属城管职责" });
    const desk = await atDesk(building(), "kaifu-dispatcher", "returned", { phone: true });
    const row = await desk.row(number);
    await row.getByText("开福区市场监督管理局：占道经营属城管职责").waitFor();
    await desk.opens(row, "权责匹配");
    await desk.finds("事项", "占道经营");
    await desk.isDone("权责匹配", number);
    await desk.opens(row, "派单");
    await desk.isDone("派单", number);
    const now = await ground.ticketNow(number);
    expect(now).toMatchObject({ state: "DISPATCHED" });
    expect(now.handlingUnit?.code).not.toBe(MARKET);
    await desk.leaves(number);
    await desk.close();
  });

  it("decides on more time: what another decided meanwhile is refused, what it grants moves the limit", async () => {
    const asked = { days: 3, reason: "抽样送检结果尚未出具" };
    const [number, decided] = [
      await ground.inHand("火锅底料疑似回收油"),
      await ground.inHand("烧烤店肉串变质"),
    ];
    await ground.does("kaifu-market-responder", "extendTicket", { number, ...asked });
    await ground.does("kaifu-market-responder", "extendTicket", { number: decided, ...asked });
    const { dueAt } = await ground.ticketNow(number);
    const desk = await atDesk(building(), "kaifu-dispatcher", "with-units");
    const other = await desk.row(decided);
    await desk.opens(other, "延期审核");
    await desk.chooses("是否同意", "否");
    await desk.writes("审核意见", "请按期办结");
    await ground.does("kaifu-dispatcher", "decideExtension", {
      number: decided,
      granted: true,
      grounds: "同意",
    });
    await desk.isRefused("延期审核", "EXTENSION_NOT_ASKED");
    await desk.form.getByRole("button", { name: "关闭" }).click();

    const row = await desk.row(number);
    await desk.opens(row, "延期审核");
    await desk.sends("延期审核");
    await desk.form.getByText("请填写").waitFor();
    await desk.chooses("是否同意", "是");
    await desk.writes("审核意见", "送检需要时间，同意延期");
    await desk.isDone("延期审核", number);
    const now = await ground.ticketNow(number);
    expect(now.state).toBe("EXTENDED");
    expect(Date.parse(now.dueAt) - Date.parse(dueAt)).toBeGreaterThanOrEqual(3 * 86_400_000);
    await row.getByText("已延期").waitFor();
    await desk.close();
  }, 60_000);
}
