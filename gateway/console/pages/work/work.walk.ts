import { describe, expect, it } from "vitest";
import {
  answered,
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../test/journeys/journey.ts";
import { atDesk } from "./desk.walk.ts";
import { callingWalk } from "./moves/calling.walk.ts";
import { closingWalk } from "./moves/closing.walk.ts";
import { grantWalk } from "./moves/grant.walk.ts";
import { handlingWalk } from "./moves/handling.walk.ts";
import { judgingWalk } from "./moves/judging.walk.ts";
import { placeWalk } from "./moves/place.walk.ts";
import { sendingWalk } from "./moves/sending.walk.ts";

export function workWalk(building: () => Building): void {
  describe("the lists", () => listsWalk(building));
  describe("sending", () => sendingWalk(building));
  describe("handling", () => handlingWalk(building));
  describe("closing", () => closingWalk(building));
  describe("calling", () => callingWalk(building));
  describe("judging", () => judgingWalk(building));
  describe("on the spot", () => placeWalk(building));
  describe("granting", () => grantWalk(building));
}

function listsWalk(building: () => Building): void {
  describe.each(looks.map((look) => [lookName(look), look] as const))("%s", (_, look) => {
    it("shows what waits for a post, counted as the graph counts", async () => {
      const { page, complaints, close } = await building().visit(
        "kaifu-dispatcher",
        "/work?group=with-units",
        look,
      );
      const states = ["DISPATCHED", "SIGNED", "IN_PROGRESS", "EXTENDED", "SUPERVISED", "WHISTLED"];
      const { tickets } = await journeyThrough(building().stack).sees<{
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
      if (look.phone) await page.getByRole("button", { name: "各单位在办" }).click();
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

  it("says that changes may have been missed where none was told before the connection was lost", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/work?group=with-units");
    let down = false;
    let cut = async (): Promise<void> => undefined;
    let connected = 0;
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      if (down) return void socket.close({ code: 1013 });
      socket.connectToServer();
      connected += 1;
      cut = () => socket.close({ code: 1012 });
    });
    await page.reload();
    await page.getByRole("listitem").first().waitFor();
    await expect.poll(() => connected).toBe(1);
    const missed = page.getByRole("status").filter({ hasText: "变更通知曾中断" });
    expect(await missed.count()).toBe(0);
    down = true;
    await cut();
    await page.getByRole("status").filter({ hasText: "正在重连" }).waitFor();
    down = false;
    await missed.waitFor({ timeout: 20_000 });
    await page.getByRole("button", { name: "刷新", exact: true }).click();
    await missed.waitFor({ state: "detached" });
    await close();
  });

  it("sends under the same key what may have arrived, and keeps what was typed, when the list is read anew", async () => {
    const { page, form, opens, writes, sends, close } = await atDesk(
      building(),
      "kaifu-dispatcher",
      "with-units",
    );
    const keys: string[] = [];
    await page.route("**/graphql", async (route) => {
      const { operationName, variables } = route.request().postDataJSON() ?? {};
      if (operationName !== "SuperviseTicket") return route.continue();
      keys.push(variables.idempotencyKey);
      if (keys.length > 1) return route.continue();
      // It arrives, and nobody hears of it.
      await route.fetch();
      await route.abort();
    });
    const row = page.getByRole("listitem").first();
    await opens(row, "督办");
    await writes("督办意见", "请于三日内到场核实，并书面答复。");
    await sends("督办");
    await form.getByRole("alert").getByText("无法连接服务器").waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await answered(page, "WorkTickets", () =>
      page.getByRole("button", { name: "刷新", exact: true }).click(),
    );
    await opens(row, "督办");
    expect(await form.getByRole("textbox", { name: "督办意见" }).inputValue()).toContain("书面答复");
    await sends("督办");
    await page.getByRole("status").getByText("已完成：督办").waitFor();
    expect(keys).toEqual([keys[0], keys[0]]);
    await close();
  });

  it("names what a grant is asked for as the room of access does", async () => {
    const { page, close } = await building().visit("kaifu-market-steward", "/work");
    await page.getByText("授权字段 检查：全部字段").waitFor();
    await close();
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
}
