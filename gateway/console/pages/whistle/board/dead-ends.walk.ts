import { expect, it } from "vitest";
import { type Building, expectAccessible } from "../../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../../test/journeys/journey.ts";
import { dispatcher, streetLeader } from "../ground.walk.ts";

export function deadEndsWalk(building: () => Building): void {
  const someWhistle = async (as: string, filter: object): Promise<string> => {
    const { whistles } = await journeyThrough(building().stack).sees<{
      whistles: { edges: { node: { number: string } }[] };
    }>(as, "query ($f: WhistleFilter) { whistles(filter: $f, first: 1) { edges { node { number } } } }", {
      f: filter,
    });
    const [edge] = whistles.edges;
    if (!edge) throw new Error("there is no such whistle");
    return edge.node.number;
  };

  it("another street's is not told from one that does not exist, also where it would be raised", async () => {
    const number = await someWhistle("pinggu-dispatcher", { kinds: ["TOWNSHIP"] });
    const { page, complaints, close } = await building().visit(streetLeader, `/whistles/${number}`);
    await page.getByText("没有这个哨").waitFor();
    await page.goto(`${building().stack.url}/whistles/${number}/raise`);
    await page.getByText("没有这个哨").waitFor();
    await page.getByRole("link", { name: "返回该哨" }).waitFor();
    await page.goto(`${building().stack.url}/whistles/whatever/raise`);
    await page.getByText("没有这个哨").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("one at the top cannot be raised, and says so instead of showing a form", async () => {
    const number = await someWhistle(dispatcher, { kinds: ["TACKLING"], states: ["CLOSED"] });
    const { page, close } = await building().visit(dispatcher, `/whistles/${number}/raise`);
    await page.getByText("您的岗位不能再升级此哨").waitFor();
    await close();
  });

  it("waits where the network is slow, and tries again where there was none", async () => {
    const number = await someWhistle(dispatcher, { kinds: ["TACKLING"], open: true });
    const { page, close } = await building().visit(dispatcher, "/whistles");
    await page.getByRole("listitem").first().waitFor();
    let answers: "late" | "never" = "never";
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("query WhistleBoard")) return route.continue();
      if (answers === "never") return route.abort();
      await new Promise((done) => setTimeout(done, 1_500));
      return route.continue();
    });
    await page.goto(`${building().stack.url}/whistles/${number}`);
    const alert = page.getByRole("alert").filter({ hasText: "无法连接服务器" });
    await alert.waitFor();
    await expectAccessible(page);
    answers = "late";
    await alert.getByRole("button", { name: "重试" }).click();
    await page.getByRole("heading", { level: 1, name: /^攻坚哨/ }).waitFor();
    await page.reload();
    await page.getByRole("status").filter({ hasText: "加载中" }).waitFor();
    await page.getByRole("heading", { level: 1, name: /^攻坚哨/ }).waitFor();
    await close();
  });

  it("shows everything else while the performance office's system is down, and takes no grade for one to be given", async () => {
    const number = await someWhistle(dispatcher, { kinds: ["TACKLING"], states: ["CLOSED"] });
    const { page, close } = await building().visit(dispatcher, "/whistles");
    await page.getByRole("listitem").first().waitFor();
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("query WhistleBoard")) return route.continue();
      const response = await route.fetch();
      const answer = await response.json();
      answer.data.whistle.evaluations = null;
      answer.errors = [
        {
          message: "The performance office's system does not answer just now.",
          path: ["whistle", "evaluations"],
          extensions: {
            code: "SUBGRAPH_UNAVAILABLE",
            messageZh: "绩效办系统暂时无法访问。",
            fault: "SYSTEM",
          },
        },
      ];
      return route.fulfill({ response, json: answer });
    });
    await page.goto(`${building().stack.url}/whistles/${number}`);
    await page.getByRole("heading", { level: 1, name: /^攻坚哨/ }).waitFor();
    await page.getByRole("alert").getByText("绩效办系统暂时无法访问。").waitFor();
    await page.getByRole("heading", { level: 2, name: "应哨单位" }).waitFor();
    expect(await page.getByText("待评价", { exact: true }).count()).toBe(0);
    await page.getByRole("region", { name: /全程留痕/ }).waitFor();
    await expectAccessible(page);
    await close();
  });
}
