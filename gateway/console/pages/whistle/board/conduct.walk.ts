import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
} from "../../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../../test/journeys/journey.ts";
import {
  blownFrom,
  communitySecretary,
  communityStaff,
  dispatcher,
  lead,
  market,
  office,
  streetLeader,
  ticketToWhistleFrom,
} from "../ground.walk.ts";

/** Opens a move on the page of a whistle, fills it in, sends it. */
function mover(page: Page) {
  const dialog = page.getByRole("dialog");
  const open = (move: string) =>
    page
      .getByRole("region", { name: /您可以办理|What you may do/ })
      .getByRole("button", { name: move, exact: true })
      .click();
  const send = (move: string) => dialog.getByRole("button", { name: move, exact: true }).click();
  const isDone = (move: string) => page.getByText(new RegExp(`(已完成：|Done: )${move}`)).waitFor();
  return { dialog, open, send, isDone };
}

export function conductWalk(building: () => Building): void {
  const journey = () => journeyThrough(building().stack);
  const blown = async (text: string): Promise<string> =>
    blownFrom(building().stack, await ticketToWhistleFrom(building().stack, text));
  const now = async (number: string) =>
    (
      await journey().sees<{
        whistle: {
          state: string;
          endReason: string | null;
          grid: { code: string } | null;
          pauses: { ground: string; resumedAt: string | null }[];
          clocks: { pausedAt: string | null }[];
          tickets: { state: string }[];
          raisedTo: { number: string; raisedFrom: { reason: string; tried: string } } | null;
        };
      }>(
        dispatcher,
        `query ($n: String!) { whistle(number: $n) { state endReason grid { code } pauses { ground resumedAt }
          clocks { pausedAt } tickets { state } raisedTo { number raisedFrom { reason tried } } } }`,
        { n: number },
      )
    ).whistle;

  it("the blower lets the clocks stand still, is told when somebody was first, lets them run on and withdraws", async () => {
    const number = await blown("西长街水产市场鱼鳞乱倒，下水道堵塞。");
    const { page, complaints, close } = await building().visit(streetLeader, `/whistles/${number}`);
    const { dialog, open, send, isDone } = mover(page);
    await open("暂停计时");
    await send("暂停计时");
    await dialog.getByText("请选择").waitFor();
    await dialog.getByRole("radio", { name: "等待其他机关" }).check();
    await dialog.getByRole("textbox", { name: "暂停理由" }).fill("管网图纸待市政部门提供");
    await expectAccessible(page);
    // The centre is first: the same, a moment before.
    const first = { number, ground: "AUTHORITY", reason: "待市政部门答复" };
    await journey().does(dispatcher, "pauseWhistle", first);
    await send("暂停计时");
    await dialog.getByRole("alert").getByText("WHISTLE_PAUSED", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("仍在暂停").waitFor();
    expect((await now(number)).clocks.every(({ pausedAt }) => pausedAt !== null)).toBe(true);

    await open("恢复计时");
    await send("恢复计时");
    await isDone("恢复计时");
    expect((await now(number)).pauses).toMatchObject([{ ground: "AUTHORITY" }]);
    expect((await now(number)).clocks.every(({ pausedAt }) => pausedAt === null)).toBe(true);

    await open("撤回");
    await dialog.getByRole("textbox", { name: "撤回理由" }).fill("居民已自行协商解决");
    await send("撤回");
    await isDone("撤回");
    await page.getByText("居民已自行协商解决").first().waitFor();
    expect(await now(number)).toMatchObject({ state: "WITHDRAWN", endReason: "居民已自行协商解决" });
    expect(await page.getByRole("region", { name: "您可以办理" }).count()).toBe(0);
    expect(complaints.filter((each) => !/40\d|Failed to load/.test(each))).toEqual([]);
    await close();
  });

  it("the performance office rules a whistle misuse, in English, by the rule that is told; the ticket goes on", async () => {
    const number = await blown("西长街市场门口摊贩占道。");
    const look = { language: "en", dark: true } as const;
    const { page, close } = await building().visit(office, `/whistles/${number}`, look);
    const { dialog, open, send, isDone } = mover(page);
    await open("Rule it misuse");
    await dialog.getByText(/KF-17/).waitFor();
    await dialog.getByRole("textbox", { name: "Why" }).fill("社区清单内事项，可自行办理");
    await send("Rule it misuse");
    await isDone("Rule it misuse");
    await page.getByText("社区清单内事项，可自行办理").first().waitFor();
    const { state, tickets } = await now(number);
    expect(state).toBe("RULED_MISUSE");
    expect(tickets.map((ticket) => ticket.state)).not.toContain("WHISTLED");
    await close();
  });

  it("whoever answers for the place gives a whistle the grid it lacks, on a telephone", async () => {
    const ticket = await ticketToWhistleFrom(building().stack, "西长街市场后巷堆物。");
    const number = await blownFrom(building().stack, ticket, { grid: undefined });
    const { page, close } = await building().visit(communityStaff, `/whistles/${number}`, { phone: true });
    const { dialog, open, send, isDone } = mover(page);
    await open("补录网格");
    await send("补录网格");
    await dialog.getByText("请选择").waitFor();
    await dialog.getByRole("textbox", { name: "网格" }).click();
    await page.getByRole("option").first().click();
    await expectNoSidewaysScroll(page);
    await send("补录网格");
    await isDone("补录网格");
    expect((await now(number)).grid?.code).toMatch(/^430105010003/);
    await close();
  });

  it("the street raises what its community's whistle could not solve, with the next level's rules shown", async () => {
    const ticket = await ticketToWhistleFrom(building().stack, "西长街市场冷库异味扰民。");
    const routine = await journey().does<{ number: string }>(
      communitySecretary,
      "blowWhistle",
      {
        input: {
          kind: "ROUTINE",
          source: "HOTLINE",
          demand: "请街道协调处置冷库异味",
          tickets: [ticket],
          grid: market.gridCode,
          noGridYet: false,
          assembly: [],
          participants: [{ unit: "430105010", role: "LEAD" }],
        },
      },
      "{ number }",
    );
    const { number } = routine;
    const { page, complaints, close } = await building().visit(streetLeader, `/whistles/${number}`);
    await page.getByRole("link", { name: "升级为攻坚哨" }).click();
    await page.getByRole("heading", { level: 1, name: `升级 ${number}` }).waitFor();
    const raise = page.getByRole("button", { name: "升级", exact: true });
    await raise.click();
    const missing = page.getByRole("alert").filter({ hasText: "尚未填好" });
    await missing.getByText("请填写本级已采取的措施及结果。").waitFor();
    await page.getByRole("textbox", { name: "本级无法解决的理由" }).fill("冷库涉及多部门许可");
    await page.getByRole("textbox", { name: "本级已采取的措施及结果" }).fill("街道约谈两次，未整改");
    await page.getByRole("textbox", { name: "牵头单位" }).click();
    await page.getByRole("option", { name: lead.name }).click();
    await page.getByRole("textbox", { name: "添加协办单位" }).fill("城市管理");
    await page.getByRole("option", { name: "开福区城市管理和综合执法局" }).click();
    await page.getByRole("textbox", { name: "吹哨事由" }).fill("请联合查处冷库异味");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    // What was filled in outlives the page.
    await page.reload();
    expect(await page.getByRole("textbox", { name: "本级已采取的措施及结果" }).inputValue()).toBe(
      "街道约谈两次，未整改",
    );
    await raise.click();
    await page.getByRole("heading", { level: 1, name: /^攻坚哨/ }).waitFor();
    await page.getByText("冷库涉及多部门许可").waitFor();
    const { state, raisedTo } = await now(number);
    expect(state).toBe("CLOSED");
    expect(raisedTo).toMatchObject({
      raisedFrom: { reason: "冷库涉及多部门许可", tried: "街道约谈两次，未整改" },
    });

    await page.goto(`${building().stack.url}/whistles/${number}/raise`);
    await page.getByText(`该哨已升级为 ${raisedTo?.number}。`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
}
