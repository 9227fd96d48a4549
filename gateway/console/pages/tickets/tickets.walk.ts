import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../test/console/visitor.ts";

interface Answer {
  readonly tickets: {
    readonly totalCount: number;
    readonly edges: readonly { node: { number: string; title: string } }[];
  };
}

const asked = `query ($filter: TicketFilter, $first: Int!, $order: TicketOrder! = NEWEST) {
  tickets(filter: $filter, first: $first, order: $order) { totalCount edges { node { number title } } }
}`;

export function ticketsWalk(building: () => Building): void {
  const ask = async (filter: object, first = 50) =>
    (await building().stack.ask<Answer>(asked, { filter, first }, "kaifu-dispatcher")).data.tickets;

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "lists what the address names: %s",
    async (_, look) => {
      const { page, complaints, close } = await building().visit(
        "kaifu-dispatcher",
        "/tickets?division=430105&open=true&order=DUE_FIRST",
        look,
      );
      const { totalCount, edges } = await ask({ division: "430105", open: true });
      const list = page
        .getByRole("list")
        .filter({ has: page.getByRole("listitem") })
        .last();
      await list.getByRole("listitem").first().waitFor();
      const count =
        look.language === "zh" ? `${edges.length} / ${totalCount} 条` : `${edges.length} of ${totalCount}`;
      await page.getByText(count).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("goes on below, page by page, and shows each ticket once", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/tickets?division=430105");
    const { totalCount } = await ask({ division: "430105" });
    expect(totalCount).toBeGreaterThan(100);
    const region = page.getByRole("region", { name: "工单列表" });
    await region.getByRole("listitem").first().waitFor();
    /** By position in the list, the ticket that was drawn there. */
    const drawn = await region.evaluate(async (element, wanted) => {
      const found = new Map<string, string>();
      while (found.size < wanted) {
        for (const line of element.querySelectorAll("li")) {
          found.set(
            line.getAttribute("aria-posinset") ?? "",
            line.querySelector("a")?.getAttribute("href") ?? "",
          );
        }
        window.scrollBy(0, 300);
        await new Promise(requestAnimationFrame);
      }
      return [...found.values()];
    }, totalCount);
    expect(new Set(drawn).size).toBe(totalCount);
    await close();
  });

  it("goes on saying what rows further up lack, and asks for a page that did not come once more", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/tickets");
    const scrollTo = async (row: number) => {
      const line = page.locator(`li[aria-posinset="${row}"]`);
      const isDrawn = async () => {
        await page.mouse.wheel(0, 600);
        return line.count();
      };
      await expect.poll(isDrawn).toBe(1);
    };
    let turn = 0;
    await page.route("**/graphql", async (route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!/query Tickets\b/.test(query)) return route.continue();
      turn += variables.after ? 1 : 0;
      if (turn === 2) return route.abort();
      const answer = await (await route.fetch()).json();
      if (turn !== 1) return route.fulfill({ json: answer });
      const node = answer.data.tickets.edges[3].node;
      node.handlingUnit = null;
      const extensions = { code: "UPSTREAM_UNAVAILABLE", messageZh: "编办系统暂时无法访问", fault: "SYSTEM" };
      const path = ["tickets", "edges", 3, "node", "handlingUnit"];
      return route.fulfill({ json: { ...answer, errors: [{ message: "down", path, extensions }] } });
    });
    await page.reload();
    await scrollTo(90);
    const alert = page.getByRole("alert");
    await alert.getByText("编办系统暂时无法访问").waitFor();
    await alert.getByText("无法连接服务器", { exact: false }).waitFor();
    // Where one has come to, too: what stands above the list is out of sight.
    const end = page.getByText("后面的内容未能加载").locator("..");
    await end.getByRole("button", { name: "重试" }).click();
    await alert.getByText("无法连接服务器", { exact: false }).waitFor({ state: "detached" });
    await scrollTo(140);
    expect(await alert.getByText("编办系统暂时无法访问").count()).toBe(1);
    await close();
  });

  it("counts in working days as soon as it is told which they are", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/tickets?open=true&order=DUE_FIRST");
    let isDown = true;
    await page.route("**/graphql", (route) =>
      isDown && route.request().postData()?.includes("WorkingDays") ? route.abort() : route.continue(),
    );
    await page.reload();
    await page.getByRole("listitem").first().waitFor();
    expect(await page.getByText(/个工作日/).count()).toBe(0);
    isDown = false;
    await page.clock.fastForward(31_000);
    await page
      .getByText(/个工作日/)
      .first()
      .waitFor();
    await close();
  });

  it("leads who goes by keyboard on from the beginning of the page they come to", async () => {
    const { page, complaints, close } = await building().visit("kaifu-dispatcher", "/tickets");
    await page.getByRole("listitem").getByRole("link").first().press("Enter");
    await page.waitForURL("**/case/*");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
    expect(complaints).toEqual([]);
    await close();
  });

  it("is found on the way back where it was left, with what became of it meanwhile", async () => {
    const { page, complaints, close } = await building().visit(
      "kaifu-dispatcher",
      "/tickets?division=430105",
    );
    const list = page.getByRole("region", { name: "工单列表" });
    const row = list.locator('li[aria-posinset="90"]');
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 600);
          return row.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    const link = row.getByRole("link").first();
    await link.scrollIntoViewIfNeeded();
    const left = { title: await link.innerText(), at: Math.round((await row.boundingBox())?.y ?? 0) };
    const title = "路灯整夜不亮，改过的标题";
    await page.route("**/graphql", async (route) => {
      const { query } = route.request().postDataJSON();
      if (!/query Tickets\b/.test(query)) return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(left.title, title) });
    });
    await link.press("Enter");
    await page.waitForURL("**/case/*");
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await page.goBack();
    await row.waitFor();
    expect(Math.round((await row.boundingBox())?.y ?? 0)).toBe(left.at);
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => link.innerText()).toBe(title);
    expect(Math.round((await row.boundingBox())?.y ?? 0)).toBe(left.at);

    // Whoever comes by a link begins at the beginning.
    await page
      .getByRole("navigation", { name: "功能" })
      .getByRole("link", { name: "工单", exact: true })
      .click();
    await list.locator('li[aria-posinset="1"]').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("works out no places anew of thousands of rows when a page comes", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/tickets?division=430105");
    const many = 90;
    await page.route("**/graphql", async (route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!/query Tickets\b/.test(query) || variables.after) return route.continue();
      const answer = await (await route.fetch()).json();
      const { edges } = answer.data.tickets;
      answer.data.tickets.edges = Array.from({ length: many }, (_, turn) =>
        edges.map(({ node }: Answer["tickets"]["edges"][number]) => ({
          node: { ...node, number: `${node.number}-${turn}` },
        })),
      ).flat();
      return route.fulfill({ json: answer });
    });
    await page.reload();
    const rows = many * 50;
    await page.locator('li[aria-posinset="1"]').waitFor();
    const tools = await page.context().newCDPSession(page);
    await tools.send("Profiler.enable");
    await tools.send("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.getByText(new RegExp(`^${rows + 50} / `)).waitFor();
    const { result } = await tools.send("Profiler.takePreciseCoverage");
    const calls = result
      .filter(({ url }) => url.includes("/paged-list-"))
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0));
    expect(Math.max(...calls)).toBeGreaterThan(0);
    expect(Math.max(...calls)).toBeLessThan(rows / 2);
    await close();
  });

  it("lets go of a list that was left", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/tickets?division=430105");
    await page.locator('li[aria-posinset="1"]').waitFor();
    const tools = await page.context().newCDPSession(page);
    /** Rows of answers that are in memory, garbage collected. */
    const held = async (): Promise<number> => {
      await tools.send("HeapProfiler.collectGarbage");
      const { result } = await tools.send("Runtime.evaluate", { expression: "Object.prototype" });
      const { objects } = await tools.send("Runtime.queryObjects", {
        prototypeObjectId: result.objectId ?? "",
        objectGroup: "held",
      });
      const counted = await tools.send("Runtime.callFunctionOn", {
        objectId: objects.objectId ?? "",
        functionDeclaration:
          "function () { return this.filter((each) => Object.hasOwn(each, 'receivedAt')).length; }",
        returnByValue: true,
      });
      await tools.send("Runtime.releaseObjectGroup", { objectGroup: "held" });
      return counted.result.value;
    };
    expect(await held()).toBeGreaterThanOrEqual(50);
    await page.getByRole("link", { name: "数据访问" }).first().click();
    await page.waitForURL("**/access**");
    await page.locator("li[aria-posinset]").first().waitFor({ state: "detached" });
    // A few that were drawn last may be held a while longer by what drew them; never a page of them.
    await expect.poll(held).toBeLessThan(10);
    await close();
  });

  it("keeps a changed filter in the address, and takes others away one by one", async () => {
    const { page, close } = await building().visit(
      "kaifu-dispatcher",
      "/tickets?division=430105&handlingUnit=430105-URBAN-MANAGEMENT&whistled=true",
    );
    await page.getByRole("button", { name: "去掉条件：吹过哨" }).click();
    await page.getByRole("textbox", { name: "排序" }).click();
    await page.getByRole("option", { name: "先到期在前" }).click();
    const { totalCount, edges } = await ask({ division: "430105", handlingUnit: "430105-URBAN-MANAGEMENT" });
    await page.getByText(`${edges.length} / ${totalCount} 条`).waitFor();
    expect(new URL(page.url()).search).toBe(
      "?division=430105&handlingUnit=430105-URBAN-MANAGEMENT&order=DUE_FIRST",
    );
    await page.goBack();
    expect(new URL(page.url()).searchParams.has("order")).toBe(false);
    await close();
  });

  it("names the estate an address narrows by", async () => {
    const { stack, visit } = building();
    const { data } = await stack.ask<{ estates: { edges: { node: { code: string; name: string } }[] } }>(
      '{ estates(within: "430105", first: 1) { edges { node { code name } } } }',
      {},
      "kaifu-dispatcher",
    );
    const [estate] = data.estates.edges;
    if (!estate) throw new Error("the district has no estate");
    const { code, name } = estate.node;
    const { page, complaints, close } = await visit(
      "kaifu-dispatcher",
      `/tickets?division=430105&estate=${code}`,
    );
    await page.getByText(`小区：${name}`).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("says so when nothing fits, and what the graph finds wrong with an address", async () => {
    const { page, close } = await building().visit(
      "kaifu-dispatcher",
      "/tickets?division=430105&text=没有这样的词语",
    );
    await page.getByText("没有符合条件的工单").waitFor();
    await page.goto(`${building().stack.url}/tickets?division=430105&text=桩`);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/至少|两个/);
    await close();
  });

  it("keeps words that may name somebody out of the address, and finds their list on the way back", async () => {
    const words = "充电";
    const { page, complaints, close } = await building().visit("kaifu-dispatcher", "/overview");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const addresses: string[] = [];
    page.on("request", (request) => {
      if (!request.isNavigationRequest()) addresses.push(request.url(), request.headers().referer ?? "");
    });
    await page.goto(`${building().stack.url}/tickets?division=430105&text=${words}`);
    const { totalCount, edges } = await ask({ division: "430105", text: words });
    const counted = page.getByText(`${edges.length} / ${totalCount} 条`);
    await counted.waitFor();
    expect(await page.getByRole("textbox", { name: "关键词" }).inputValue()).toBe(words);
    expect(new URL(page.url()).search).toMatch(/^\?division=430105&look=[0-9a-f]{8}$/);
    await expectAccessible(page);

    page.on("framenavigated", (frame) => void addresses.push(frame.url()));
    await page.getByRole("textbox", { name: "排序" }).click();
    await page.getByRole("option", { name: "最早在前" }).click();
    await page.waitForURL(/order=OLDEST&look=[0-9a-f]{8}$/);
    await counted.waitFor();
    await page.getByRole("listitem").getByRole("link").first().click();
    await page.waitForURL("**/case/*");
    await page.goBack();
    await counted.waitFor();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?division=430105&look=[0-9a-f]{8}$/);
    await counted.waitFor();
    expect(addresses.map(decodeURIComponent).join(" ")).not.toContain(words);
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, history.state]));
    expect(kept).not.toContain(words);
    expect(complaints).toEqual([]);
    await close();
  });

  it("lists what has the words typed, not the letters an input method makes them of", async () => {
    const { page, complaints, close } = await building().visit(
      "kaifu-dispatcher",
      "/tickets?division=430105",
    );
    await page.getByRole("listitem").first().waitFor();
    const asked: string[] = [];
    page.on("request", (request) => {
      const { operationName, variables } = request.postDataJSON() ?? {};
      if (operationName === "Tickets") asked.push(variables.filter.text);
    });
    const tools = await page.context().newCDPSession(page);
    await page.getByRole("textbox", { name: "关键词" }).focus();
    await tools.send("Input.imeSetComposition", { text: "chong dian", selectionStart: 10, selectionEnd: 10 });
    // By when the page would have asked, by its own clock.
    await page.evaluate(() => new Promise((passed) => setTimeout(passed, 800)));
    await tools.send("Input.insertText", { text: "充电" });
    const { totalCount, edges } = await ask({ division: "430105", text: "充电" });
    await page.getByText(`${edges.length} / ${totalCount} 条`).waitFor();
    expect(asked).toEqual(["充电"]);
    expect(new URL(page.url()).search).toMatch(/^\?division=430105&look=[0-9a-f]{8}$/);
    await page.getByRole("textbox", { name: "关键词" }).fill("");
    await expect.poll(() => new URL(page.url()).search).toBe("?division=430105");
    expect(complaints).toEqual([]);
    await close();
  });

  it("says of words that are not kept, once the page is loaded anew, that they are not, and lists nothing else for them", async () => {
    const { page, complaints, close } = await building().visit(
      "kaifu-dispatcher",
      "/tickets?division=430105&text=充电",
    );
    await page.waitForURL(/look=/);
    await page.getByRole("listitem").getByRole("link").first().waitFor();
    let lists = 0;
    page.on("request", (request) => {
      if (request.postData()?.includes('"operationName":"Tickets"')) lists += 1;
    });
    await page.reload();
    await page.getByText("有一项条件未保留").waitFor();
    await expectAccessible(page);
    expect(lists).toBe(0);
    const field = page.getByRole("textbox", { name: "关键词" });
    await field.fill("充电");
    await page.getByRole("listitem").first().waitFor();
    await page.reload();
    await page.getByText("有一项条件未保留").waitFor();
    await page.getByRole("button", { name: "不带该条件查看" }).click();
    const { totalCount, edges } = await ask({ division: "430105" });
    await page.getByText(`${edges.length} / ${totalCount} 条`).waitFor();
    expect(new URL(page.url()).search).toBe("?division=430105");
    expect(complaints).toEqual([]);
    await close();
  });

  it("takes an identity number out of the address and sends it nowhere", async () => {
    const { page, close } = await building().visit("kaifu-dispatcher", "/overview");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!request.isNavigationRequest()) asked.push(JSON.stringify([request.headers(), request.postData()]));
    });
    await page.goto(`${building().stack.url}/tickets?open=true&text=罗小满 430105 19410302 7010`);
    await page.getByRole("alert").getByText("本系统不按公民身份号码查找").waitFor();
    await page.getByRole("listitem").first().waitFor();
    expect(new URL(page.url()).search).toBe("?open=true");
    expect(asked.filter((each) => each.includes("19410302"))).toEqual([]);
    await close();
  });
}
