import { expect, it } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../test/journeys/journey.ts";
import { reported } from "../../../../test/journeys/reported.ts";
import { COMMUNITY, countedIn, dispatcher, live, STREET, shown } from "./overview-walk.fixtures.ts";

export function changeFeedWalk(building: () => Building): void {
  const report = (text: string): Promise<string> =>
    reported(journeyThrough(building().stack), "kaifu-resident", {
      kind: "COMPLAINT",
      channel: "SNAP_AND_REPORT",
      text,
      place: { gridCode: `${COMMUNITY}001` },
    });

  it("tells a change as it happens, and the figures follow", async () => {
    const { page, close } = await building().visit(dispatcher, `/overview?place=${STREET}`);
    await page.getByRole("status").filter({ hasText: "实时" }).waitFor();
    const { ticketCounts } = await countedIn(building(), STREET);
    await shown(page, ticketCounts.received).waitFor();
    const number = await report("总览看到的一件新事");
    await live(page).getByRole("link", { name: number }).waitFor();
    await shown(page, ticketCounts.received + 1).waitFor();

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
}
