import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../test/console/visitor.ts";
import { askedToRevokedWalk } from "./grants/asked-to-revoked.walk.ts";
import { limitsWalk } from "./limits.walk.ts";

const steward = "kaifu-market-steward";
const owner = "market-supervision";

interface Recorded {
  readonly sequence: number;
  readonly personId: string;
  readonly outcome: string;
  readonly rowsGiven: number;
  readonly grantNumbers: readonly string[];
}

export function accessWalk(building: () => Building): void {
  const ask = <Data>(query: string, as: string, basis?: string) =>
    building().stack.ask<Data>(query, {}, as, basis ? { "whistlegraph-basis": basis } : {});

  /** Consumers' telephones of three complaints, as the commerce bureau's responder of the street asks for them. */
  const telephones = async (basis: string) => {
    const { data, errors } = await ask<{
      consumerComplaints: { edges: { node: { consumerPhone: string | null } }[] } | null;
    }>(
      "query Telephones { consumerComplaints(first: 3) { edges { node { number consumerPhone } } } }",
      "kaifu-commerce-responder",
      basis,
    );
    return {
      shown: data.consumerComplaints?.edges.map(({ node }) => node.consumerPhone) ?? null,
      reasons: [...new Set(errors.map(({ details }) => details.reason))],
    };
  };

  let agreements = 0;
  const agreed = async (): Promise<string> => {
    agreements += 1;
    const { data } = await ask<{ registerAgreement: { number: string } }>(
      `mutation { registerAgreement(idempotencyKey: "access-walk-${agreements}", input: {
         parties: ["430105-MARKET-SUPERVISION", "430105-COMMERCE"], purpose: "商户联系核对 ${agreements}",
         validFrom: "2026-01-01", validUntil: "2027-12-31" }) { number } }`,
      "kaifu-data-steward",
    );
    return data.registerAgreement.number;
  };

  /** What is on record of one basis, as the graph tells the owner; the record of an answer may follow it by a second. */
  const recorded = async (basis: string, count: number): Promise<readonly Recorded[]> => {
    const read = async () => {
      const { data } = await ask<{ accessRecords: { edges: { node: Recorded }[] } }>(
        `{ accessRecords(filter: { subgraph: "${owner}", basis: "${basis}" }, first: 50) {
           edges { node { sequence personId outcome rowsGiven grantNumbers } } } }`,
        steward,
      );
      return data.accessRecords.edges.map(({ node }) => node);
    };
    await expect.poll(async () => (await read()).length, { timeout: 5_000 }).toBe(count);
    return read();
  };

  /** Nothing of the page is still on its way. */
  const settled = (page: Page) =>
    expect.poll(() => page.getByText(/^(加载中|Loading)$/).count(), { timeout: 10_000 }).toBe(0);

  const row = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text }).first();

  it("an owner sees a reading that was made a moment before", async () => {
    const basis = await agreed();
    expect(await telephones(basis)).toEqual({ shown: null, reasons: ["NO_GRANTS"] });
    const [refused] = await recorded(basis, 1);

    const records = await building().visit(steward, `/access?basis=${basis}&outcome=WITHHELD`);
    const first = row(records.page, basis);
    await first.waitFor();
    for (const part of [
      "6月10日 10:30",
      "未提供",
      "应哨人",
      "夏雨桐",
      refused?.personId ?? "?",
      "消费投诉：查找（0 行）",
      `共享协议 ${basis}`,
    ]) {
      expect(await first.textContent()).toContain(part);
    }
    expect(await records.page.getByRole("article").count()).toBe(1);
    expect(records.complaints).toEqual([]);
    await records.close();
  }, 60_000);

  it("an owner decides on what was asked for, and then who asked may read", async () => {
    const basis = await agreed();
    // The chief asks: what is missing is said, what was typed stays.
    const asking = await building().visit(
      "kaifu-commerce-chief",
      `/access/ask?owner=${owner}&fields=Query.consumerComplaints&basis=${basis}`,
    );
    const reason = asking.page.getByRole("textbox", { name: "申请理由" });
    await asking.page.getByRole("button", { name: "提交申请" }).click();
    await asking.page.getByText("请填写，不超过 2000 字").waitFor();
    await reason.fill("核对商户联系电话");
    await asking.page.route("**/graphql", (route) => route.abort());
    await asking.page.getByRole("button", { name: "提交申请" }).click();
    await asking.page.getByText("无法连接服务器").waitFor();
    expect(await reason.inputValue()).toBe("核对商户联系电话");
    await asking.page.unroute("**/graphql");
    await asking.page.getByRole("button", { name: "提交申请" }).click();
    const sent = asking.page.getByRole("status").getByText("已提交，编号");
    await sent.waitFor();
    const number = /430105-G-\d+/.exec((await sent.textContent()) ?? "")?.[0] ?? "";
    await asking.page.getByRole("link", { name: "查看进展" }).click();
    await row(asking.page, number).getByText("已申请", { exact: true }).waitFor();
    expect(await asking.page.getByRole("button", { name: "批准" }).count()).toBe(0);
    await asking.close();

    const deciding = await building().visit(steward, `/access/grants?number=${number}`);
    const grant = row(deciding.page, number);
    await grant.getByText("消费投诉：全部字段").waitFor();
    await grant.getByRole("button", { name: "批准", exact: true }).click();
    const dialog = deciding.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "批准" }).click();
    await dialog.getByText("请填写理由，将留存备查。").waitFor();
    await dialog.getByRole("textbox", { name: "理由" }).fill("用途明确，脱敏");
    await dialog.getByRole("button", { name: "批准" }).click();
    await deciding.page.getByRole("status").getByText(`${number} 已批准`).waitFor();
    await grant.getByText("有效", { exact: true }).waitFor();

    await expect
      .poll(async () => (await telephones(basis)).shown?.length ?? 0, { timeout: 5_000 })
      .toBeGreaterThan(0);
    const { shown } = await telephones(basis);
    expect(shown?.filter((each) => !/^\d{3}\*{4}\d{4}$/.test(each ?? ""))).toEqual([]);
    const given = (await recorded(basis, await countOf(basis))).find(({ outcome }) => outcome === "MASKED");
    expect(given?.grantNumbers).toEqual([number]);
    await deciding.page.goto(`${building().stack.url}/access?basis=${basis}&outcome=MASKED`);
    const read = row(deciding.page, number);
    await read.getByText(`消费投诉：投诉人电话、投诉编号（${shown?.length} 行）`).waitFor();
    expect(await read.textContent()).toContain(`数据授权 ${number}`);

    await deciding.page.goto(`${building().stack.url}/access/grants?number=${number}`);
    await deciding.page.getByRole("button", { name: "撤销" }).click();
    await dialog.getByRole("textbox", { name: "理由" }).fill("核对完毕");
    await dialog.getByRole("button", { name: "撤销" }).click();
    await row(deciding.page, number).getByText("已撤销").first().waitFor();
    await expect
      .poll(async () => (await telephones(basis)).reasons, { timeout: 5_000 })
      .toEqual(["NO_GRANTS"]);
    await deciding.close();
  }, 120_000);

  const countOf = async (basis: string): Promise<number> => {
    const { data } = await ask<{ accessTotals: { key: string; accesses: number }[] }>(
      `{ accessTotals(by: BASIS, period: { from: "2026-06-01", until: "2026-07-01", subgraph: "${owner}" }) { key accesses } }`,
      steward,
    );
    return data.accessTotals.find(({ key }) => key === basis)?.accesses ?? 0;
  };

  it("records are narrowed by the name of the unit that read", async () => {
    await telephones(await agreed());
    const { page, close } = await building().visit(steward, "/access");
    const unit = page.getByRole("textbox", { name: "使用单位" });
    await unit.fill("商务");
    await page.getByRole("option", { name: "开福区商务局" }).click();
    await page.waitForURL(/consumer=430105-COMMERCE/);
    await row(page, "夏雨桐").first().waitFor();
    await page.reload();
    await expect.poll(() => unit.inputValue()).toBe("开福区商务局");
    await close();
  });

  it("whom records are by or about stands in no address, and their list is found on the way back", async () => {
    const basis = await agreed();
    await telephones(basis);
    const [read] = await recorded(basis, 1);
    const person = read?.personId ?? "";
    const { page, complaints, close } = await building().visit(steward, "/access");
    const first = page.getByRole("article").first();
    await first.waitFor();
    const told: string[] = [];
    page.on("framenavigated", (frame) => void told.push(frame.url()));
    page.on("request", (request) => void told.push(request.url()));
    const address = () => new URL(page.url()).search;

    await page.getByRole("button", { name: "更多条件" }).click();
    const box = (name: string) => page.getByRole("textbox", { name, exact: true });
    await box("所涉个人").fill("430105-R-010003001-001-1");
    await page.getByText("没有访问记录").waitFor();
    await box("所涉个人").fill("");
    await expect.poll(address).toBe("");
    await box("人员").fill(person);
    await expect.poll(address).toMatch(/^\?look=[0-9a-f]{8}$/);
    await row(page, basis).waitFor();
    expect(await page.getByRole("article").filter({ hasNotText: person }).count()).toBe(0);

    // Numbers and coordinates stay where they can be passed on; what is none of them may be anybody.
    await box("依据").fill(basis);
    await page.waitForURL((url) => url.searchParams.get("basis") === basis && url.searchParams.has("look"));
    await expect.poll(() => page.getByRole("article").count()).toBe(1);
    await box("案件").fill("罗小满");
    await page.getByText("没有访问记录").waitFor();
    expect(address()).not.toContain("case");
    await box("案件").fill("");
    await row(page, basis).waitFor();
    await page.getByRole("button", { name: "清除条件" }).click();
    await expect.poll(address).toBe("");

    // A link to somebody's records is one within this page alone.
    const link = row(page, basis).getByRole("link", { name: "夏雨桐" });
    expect(await link.getAttribute("href")).toMatch(/^\/access\?look=[0-9a-f]{8}$/);
    await link.click();
    await expect.poll(() => box("人员").inputValue()).toBe(person);
    await page.getByRole("link", { name: "统计", exact: true }).click();
    await page.waitForURL("**/access/figures");
    await page.goBack();
    await expect.poll(() => box("人员").inputValue()).toBe(person);
    await row(page, basis).waitFor();
    expect(await page.getByRole("article").filter({ hasNotText: person }).count()).toBe(0);
    const given = told.map(decodeURIComponent).join(" ");
    for (const each of [person, "430105-R-010003001", "罗小满"]) expect(given).not.toContain(each);

    await page.reload();
    await page.getByText("有一项条件未保留").waitFor();
    expect(await page.getByRole("article").count()).toBe(0);
    await expectAccessible(page);
    await box("人员").fill(person);
    await row(page, basis).waitFor();

    // What is written into the address still names its records, and goes from there.
    await page.goto(`${building().stack.url}/access?basis=${basis}&person=${person}`);
    await row(page, basis).waitFor();
    expect(address()).toMatch(new RegExp(`^\\?basis=${basis}&look=[0-9a-f]{8}$`));
    expect(await box("人员").inputValue()).toBe(person);
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it("an identity number is a condition of no records, and is sent nowhere", async () => {
    const { page, close } = await building().visit(steward, "/access");
    await page.getByRole("button", { name: "更多条件" }).click();
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.url() + request.postData()));
    await page.getByRole("textbox", { name: "所涉个人" }).fill("430105194103027010");
    await page.getByRole("alert").getByText("本系统不按公民身份号码查找").waitFor();
    expect(new URL(page.url()).search).toBe("");
    expect(asked.filter((each) => each.includes("19410302"))).toEqual([]);
    await page.getByRole("textbox", { name: "所涉个人" }).fill("");
    await page.getByRole("textbox", { name: "依据" }).fill("430105-A-0001");
    await page.waitForURL(/basis=/);
    expect(await page.getByText("本系统不按公民身份号码查找").count()).toBe(0);
    await close();
  });

  it("figures are the graph's, and each opens its records", async () => {
    const basis = await agreed();
    for (let turn = 0; turn < 3; turn += 1) await telephones(basis);
    await recorded(basis, 3);
    const { page, complaints, close } = await building().visit(steward, "/access/figures");
    const line = page.getByRole("row").filter({ hasText: basis });
    await line.waitFor();
    const cells = await line.getByRole("cell").allTextContents();
    expect(cells.map((cell) => Number.parseInt(cell, 10))).toEqual([await countOf(basis), 1, 0]);
    expect(cells[0]).toContain("未提供 3");
    await line.getByRole("link", { name: "未提供 3", exact: true }).click();
    await row(page, basis).waitFor();
    expect(await page.getByRole("article").count()).toBe(3);
    expect(await page.getByRole("article").filter({ hasText: "夏雨桐" }).count()).toBe(3);
    expect(complaints).toEqual([]);
    await close();
  });

  it("every line of the figures is reached, and says as many as its list has", async () => {
    for (let turn = 0; turn < 13; turn += 1) await telephones(await agreed());
    const { page, close } = await building().visit(steward, "/access/figures");
    const byBasis = page.getByRole("region", { name: "按依据" });
    await byBasis.getByRole("row").nth(12).waitFor();
    expect(await byBasis.getByRole("row").count()).toBe(13);
    await byBasis.getByRole("button", { name: /^显示全部 \d+ 项$/ }).click();
    await byBasis.getByRole("button", { name: "仅显示前 12 项" }).waitFor();

    const accesses = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("main tbody td:first-of-type a, main p a")].map(
        ({ href, textContent }) =>
          [new URL(href).search, Number(/\d+/.exec(textContent ?? "")?.[0])] as const,
      ),
    );
    expect(accesses.length).toBeGreaterThan(2 * 14);
    for (const [search, count] of accesses) expect([search, await listed(search)]).toEqual([search, count]);

    // Without a basis is a line like the others, and a condition that can be taken back.
    await ask(
      `{ businesses(first: 1, filter: { division: "430105010" }) { edges { node { phone } } } }`,
      "kaifu-commerce-responder",
    );
    await page.goto(`${building().stack.url}/access?basis=`);
    await row(page, "未说明").waitFor();
    expect(await page.getByRole("article").filter({ hasNotText: "未说明" }).count()).toBe(0);
    await page.getByRole("switch", { name: "仅看未说明依据" }).click();
    await row(page, "共享协议").waitFor();
    await close();
  }, 120_000);

  /** How many records an address of the page names, as the graph tells them. */
  const listed = async (search: string): Promise<number> => {
    const address = new URLSearchParams(search);
    const { from, until, ...named } = Object.fromEntries(address);
    const days = {
      from: `${from}T00:00:00+08:00`,
      until: new Date(Date.parse(`${until}T00:00:00+08:00`) + 86_400_000).toISOString(),
    };
    const filter = Object.entries({ ...named, ...days }).map(
      ([name, value]) => `${name}: ${name === "outcome" ? value : JSON.stringify(value)}`,
    );
    interface Page {
      readonly accessRecords: {
        readonly edges: readonly object[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    let [count, after, more]: [number, string | null, boolean] = [0, null, true];
    while (more) {
      const { data }: { data: Page } = await ask<Page>(
        `{ accessRecords(filter: { ${filter.join(", ")} }, first: 100, after: ${JSON.stringify(after)}) {
           edges { cursor } pageInfo { hasNextPage endCursor } } }`,
        steward,
      );
      count += data.accessRecords.edges.length;
      ({ hasNextPage: more, endCursor: after } = data.accessRecords.pageInfo);
    }
    return count;
  };

  it("an owner verifies the chain in the browser, and one changed record shows", async () => {
    const basis = await agreed();
    for (let record = 1; record <= 2; record += 1) await telephones(basis);
    const { page, close } = await building().visit(steward, "/access/chain");
    const chain = page.getByRole("region", { name: "市场监督管理局 · 430105" });
    await chain.getByRole("button", { name: "核验", exact: true }).click();
    await chain.getByText("核验通过").waitFor();
    const { data } = await ask<{
      accessChains: { district: string; startSequence: number; endSequence: number; endHash: string }[];
    }>(`{ accessChains(subgraph: "${owner}") { district startSequence endSequence endHash } }`, steward);
    const own = data.accessChains.find(({ district }) => district === "430105");
    const told = await chain.textContent();
    expect(told).toContain(`已核验第 1 至 ${own?.endSequence} 条，共 ${own?.endSequence} 条`);
    expect(told).toContain(`430105:${own?.endSequence}:${own?.endHash}`);
    expect(told).toContain("未提供此前另存的链尾");

    // What an owner puts into a report: from where to where, how many, the end, when and by whom.
    const saving = page.waitForEvent("download");
    await chain.getByRole("button", { name: "保存核验报告" }).click();
    const report = await readFile(await (await saving).path(), "utf8");
    for (const part of [
      "访问记录核验报告：市场监督管理局 · 430105",
      `已核验第 1 至 ${own?.endSequence} 条，共 ${own?.endSequence} 条`,
      `430105:${own?.endSequence}:${own?.endHash}`,
      "2026年6月10日",
      "核验人：开福区市场监督管理局 数据管理员 祝雨薇",
    ]) {
      expect(report).toContain(part);
    }

    // The connection is lost on the way: what was verified stays so, and it is gone on from there.
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("AccessChainRecords") ? route.abort() : route.continue(),
    );
    await chain.getByRole("button", { name: "核验", exact: true }).click();
    await chain.getByText("无法连接服务器").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await chain.getByRole("button", { name: "从该处继续" }).click();
    await chain.getByText("核验通过").waitFor();

    // Read again in this browser, it is held to the end that was seen before.
    await page.reload();
    await chain.getByRole("button", { name: "核验", exact: true }).click();
    await chain.getByText("此前记下的链尾仍在链中且未变").waitFor();

    // Somebody who can write the answer changes who read the second record.
    await page.route("**/graphql", async (route) => {
      if (!route.request().postData()?.includes("AccessChainRecords")) return route.continue();
      const response = await route.fetch();
      const answer = await response.json();
      answer.data.accessChainRecords[1].personId = "nobody";
      return route.fulfill({ response, json: answer });
    });
    await chain.getByRole("button", { name: "核验", exact: true }).click();
    await chain.getByText("第 2 条的内容与其摘要不符").waitFor();
    await chain.getByText("核验不通过").waitFor();
    await page.unrouteAll({ behavior: "wait" });

    await page.addInitScript(() => Object.defineProperty(crypto, "subtle", { value: undefined }));
    await page.reload();
    await page.getByText("在本页无法计算摘要").waitFor();
    expect(await chain.getByRole("button", { name: "核验", exact: true }).isDisabled()).toBe(true);
    await close();
  }, 60_000);

  it("takes and reviews an emergency access", async () => {
    const { data } = await ask<{ tickets: { edges: { node: { number: string } }[] } }>(
      `{ tickets(first: 1, filter: { states: [IN_PROGRESS] }) { edges { node { number } } } }`,
      "kaifu-dispatcher",
    );
    const onCase = data.tickets.edges[0]?.node.number ?? "";
    const taking = await building().visit(
      "kaifu-commerce-responder",
      `/access/break-glass?owner=${owner}&fields=Business.phone&case=${onCase}`,
    );
    const form = taking.page.getByRole("dialog");
    await form.getByRole("textbox", { name: "紧急事由" }).fill("疑似燃气泄漏，需立即联系商户");
    await form.getByRole("button", { name: "发起紧急访问" }).click();
    await form.getByText("请确认").waitFor();
    await form.getByRole("checkbox").check();
    await form.getByRole("button", { name: "发起紧急访问" }).click();
    const said = taking.page.getByRole("status").getByText("已开放，编号");
    await said.waitFor();
    const number = /430105-B-\d+/.exec((await said.textContent()) ?? "")?.[0] ?? "";
    await taking.close();

    const reviewing = await building().visit(steward, "/access/break-glass?reviewed=false");
    const glass = row(reviewing.page, number);
    await glass.getByText("疑似燃气泄漏").waitFor();
    await glass.getByRole("button", { name: "复核" }).click();
    const dialog = reviewing.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "理由不成立" }).check();
    await dialog.getByRole("textbox", { name: "理由" }).fill("与本案无关");
    await dialog.getByRole("button", { name: "复核" }).click();
    await reviewing.page.getByRole("status").getByText(`${number} 已复核`).waitFor();
    const { data: after } = await ask<{ breakGlassAccess: { verdict: string; grant: { state: string } } }>(
      `{ breakGlassAccess(number: "${number}") { verdict grant { state } } }`,
      steward,
    );
    expect(after.breakGlassAccess).toEqual({ verdict: "NOT_JUSTIFIED", grant: { state: "REVOKED" } });
    await reviewing.close();
  }, 60_000);

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "a resident sees who looked: %s",
    async (_, look) => {
      const resident = "430105-R-010003001-001-1";
      await ask(`{ resident(id: "${resident}") { name } }`, "kaifu-community-secretary");
      const { page, complaints, close } = await building().visit("kaifu-resident", "/access", look);
      const chinese = look.language === "zh";
      const seen = row(page, chinese ? "社区书记" : "Community secretary");
      await seen.getByText(chinese ? "居民：姓名" : "Resident: name").waitFor();
      const { data } = await ask<{ me: { accesses: { edges: object[] } }[] }>(
        "{ me { accesses(first: 30) { edges { node { at } } } } }",
        "kaifu-resident",
      );
      expect(await page.getByRole("article").count()).toBe(data.me[0]?.accesses.edges.length);
      expect(
        await page.getByRole("navigation", { name: chinese ? "数据访问" : "In this room" }).count(),
      ).toBe(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "every part stands in order: %s",
    async (_, look) => {
      const { page, complaints, close } = await building().visit("kaifu-data-steward", "/access", look);
      for (const part of [
        "",
        "/figures",
        "/grants",
        "/rules",
        "/break-glass",
        "/agreements",
        "/chain",
        "/retention",
        "/ask?owner=civil-affairs&fields=ElderlyLivingAlone",
      ]) {
        // Within the page, as its own links go: what stands around it is not loaded again.
        await page.evaluate((path) => history.pushState(null, "", path), `/access${part}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await settled(page);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );

  it("shows nobody a way that leads to refusals only", async () => {
    for (const post of ["kaifu-commerce-responder", "kaifu-grid-member", "kaifu-street-leader"]) {
      const { page, close } = await building().visit(post, "/access");
      const doors = page.getByRole("navigation", { name: "数据访问" }).getByRole("link");
      await doors.first().waitFor();
      expect(await doors.allTextContents()).toEqual(["数据授权", "案内访问", "紧急访问", "共享协议"]);
      for (const path of await doors.evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
        await page.evaluate((to) => history.pushState(null, "", to), path);
        await settled(page);
        expect(await page.getByRole("alert").count(), `${post} ${path}`).toBe(0);
      }
      await close();
    }
  }, 60_000);

  // After the others, which count what was read until then.
  describe("from asked to revoked", () => askedToRevokedWalk(building));
  describe("limits", () => limitsWalk(building));
}
