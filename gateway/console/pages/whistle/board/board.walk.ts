import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../../test/journeys/journey.ts";
import { assisting, blownFrom, dispatcher, lead, ticketToWhistleFrom } from "../ground.walk.ts";

interface Known {
  readonly whistles: {
    readonly edges: readonly {
      readonly node: {
        readonly number: string;
        readonly kind: string;
        readonly demand: string;
        readonly participants: readonly { readonly unit: { readonly name: string } }[];
        readonly clocks: readonly { readonly late: readonly { readonly name: string }[] }[];
      };
    }[];
  };
}

const known = `query ($filter: WhistleFilter) { whistles(filter: $filter, first: 100) {
  edges { node { number kind demand participants { unit { name } } clocks { late { name } } } } } }`;

export function boardWalk(building: () => Building): void {
  const whistles = async (filter: object, as: string) =>
    (await building().stack.ask<Known>(known, { filter }, as)).data.whistles.edges.map(({ node }) => node);

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "shows who is called, which clocks ran out and on whom, a task force and its checkpoints: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const forced = await whistles({ kinds: ["TOWNSHIP"] }, "pinggu-dispatcher");
      const whistle = forced.find(({ clocks }) => clocks.some(({ late }) => late.length > 0));
      if (!whistle) throw new Error("nobody was late for any");
      const { page, complaints, close } = await building().visit(
        "pinggu-dispatcher",
        `/whistles/${whistle.number}`,
        look,
      );
      await page.getByRole("heading", { level: 1 }).filter({ hasText: whistle.number }).waitFor();
      for (const { unit } of whistle.participants) {
        await page.getByRole("heading", { level: 3, name: unit.name }).waitFor();
      }
      const late = whistle.clocks.flatMap((clock) => clock.late.map(({ name }) => name));
      const clock = page.getByRole("article").filter({ hasText: zh ? "超时单位" : "Late units" });
      await clock
        .filter({ hasText: late[0] ?? "" })
        .first()
        .waitFor();
      await page.getByRole("heading", { level: 3, name: zh ? "第 1 个节点" : "Checkpoint 1" }).waitFor();
      await page.getByText(whistle.demand).first().waitFor();
      await page.getByRole("region", { name: zh ? /全程留痕/ : /Log/ }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("follows who signs and arrives without being loaded again, and catches up when the connection was lost", async () => {
    const { stack } = building();
    const { does } = journeyThrough(stack);
    const ticket = await ticketToWhistleFrom(stack, "西长街水产市场夜间卸货噪声扰民。");
    const number = await blownFrom(stack, ticket);
    const { page, close } = await building().visit(dispatcher, "/whistles");
    let down = false;
    let cut: () => Promise<void> = async () => undefined;
    await page.routeWebSocket(/\/graphql$/, (socket) => {
      if (down) return void socket.close({ code: 1013 });
      const server = socket.connectToServer();
      cut = async () => {
        await server.close();
        await socket.close({ code: 1012 });
      };
    });
    let reads = 0;
    page.on("response", (response) => {
      if (response.request().postData()?.includes('"WhistleBoard"')) reads += 1;
    });
    await page.goto(`${stack.url}/whistles/${number}`);
    const card = (name: string) =>
      page.getByRole("article").filter({ has: page.getByRole("heading", { name }) });
    const step = (name: string, said: string) => card(name).getByRole("listitem").filter({ hasText: said });
    await page.locator('[data-connection="following"]').waitFor();
    // Changes are followed from here on: what came before is in the whistle as it is read once more then.
    await expect.poll(() => reads).toBe(2);
    await step(lead.name, "签收").getByText("尚未").waitFor();
    await page.evaluate(() => document.body.setAttribute("data-loaded", "once"));
    const status = page.getByRole("status");

    await does("kaifu-market-responder", "signWhistle", { number });
    await step(lead.name, "签收").getByText("6月10日 10:30").waitFor();
    await status.getByText(`已签收：${lead.name}`).waitFor();
    await page.getByText("已签收", { exact: true }).first().waitFor();
    const input = { number, note: "到场勘查", position: { longitude: 112.97801, latitude: 28.20412 } };
    await does("kaifu-market-responder", "arriveWhistle", { input });
    await step(lead.name, "报到").getByText("位置：东经 112.97801°，北纬 28.20412°").waitFor();
    await step(lead.name, "报到").getByText("到场勘查").waitFor();
    await status.getByText(`已报到：${lead.name}`).waitFor();

    down = true;
    await cut();
    await status.getByText("连接已断开，所示内容可能不是最新，正在自动重连。").waitFor();
    await does("kaifu-urban-responder", "signWhistle", { number });
    down = false;
    await status.getByText("已恢复连接，其间的变化已补上。").waitFor();
    await step(assisting.name, "签收").getByText("6月10日 10:30").waitFor();
    // Told by the feed, not only read anew: the change made meanwhile came after the last that was got.
    await status.getByText(`已签收：${assisting.name}`).waitFor();
    expect(await page.evaluate(() => document.body.getAttribute("data-loaded"))).toBe("once");
    await close();
  });

  it("says that there is no such whistle, or none for this post", async () => {
    const { page, close } = await building().visit("pinggu-dispatcher", "/whistles/430105-W-19990101-0001");
    await page.getByText("没有这个哨").waitFor();
    await page.getByRole("link", { name: "返回哨列表" }).click();
    await page.getByRole("heading", { level: 1, name: "吹哨" }).waitFor();
    await close();
  });
}
