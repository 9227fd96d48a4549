import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Building, expectAccessible, type Visit } from "../../../../../test/console/visitor.ts";

const leader = "kaifu-street-leader";
const steward = "kaifu-market-steward";

const granted = [
  "投诉编号",
  "状态",
  "争议事实",
  "投诉请求",
  "投诉人姓名",
  "投诉人电话",
  "收到时间",
  "被投诉主体",
];

interface Case {
  readonly number: string;
  readonly complaint: string;
  /** A power of the sub-district's own, which it states. */
  readonly basis: string;
}

/** One access from the first question to the last answer: asked for, granted in part, used, on record, revoked. */
export function askedToRevokedWalk(building: () => Building): void {
  const ask = <Data>(query: string, as: string) => building().stack.ask<Data>(query, {}, as);
  const go = (page: Page, path: string) => page.goto(building().stack.url + path);
  const row = (page: Page, text: string): Locator =>
    page.getByRole("article").filter({ hasText: text }).first();

  /** A case that is over, which the leader sees and of which the market supervision has a consumer's complaint. */
  const caseOfComplaint = async (): Promise<Case> => {
    const { data } = await ask<{
      consumerComplaints: { edges: { node: { number: string; ticket: { number: string } | null } }[] };
    }>(
      "{ consumerComplaints(first: 100) { edges { node { number ticket { number } } } } }",
      "kaifu-market-chief",
    );
    const { data: list } = await ask<{ powerItems: { edges: { node: { code: string } }[] } }>(
      `{ powerItems(filter: { body: "430105010" }, first: 1) { edges { node { code } } } }`,
      "kaifu-list-keeper",
    );
    for (const { node } of data.consumerComplaints.edges) {
      const { data: seen } = await ask<{ ticket: { state: string } | null }>(
        `{ ticket(number: "${node.ticket?.number}") { state } }`,
        leader,
      );
      const basis = list.powerItems.edges[0]?.node.code;
      if (node.ticket && seen.ticket?.state === "ARCHIVED" && basis) {
        return { number: node.ticket.number, complaint: node.number, basis };
      }
    }
    throw new Error("no case that is over is about a consumer's complaint in the leader's street");
  };

  /** The complaints on the page of a case, as its officer sees them. */
  const complaintsOn = async ({ page }: Visit, { number }: Case): Promise<Locator> => {
    await go(page, `/case/${number}`);
    const part = page
      .getByRole("region", { name: "市场监督管理局", exact: true })
      .locator("[data-part]")
      .filter({ has: page.getByRole("heading", { name: "本工单的消费投诉", exact: true }) });
    await part.waitFor({ timeout: 40_000 });
    return part;
  };

  it("goes from a case to the owner, who grants less, sees it used, and takes it back", async () => {
    const found = await caseOfComplaint();
    const { number, complaint, basis } = found;

    // The officer states the basis on the case; what is withheld all the same is asked for from there.
    const officer = await building().visit(leader, "/case");
    const withheld = await complaintsOn(officer, found);
    await officer.page.getByRole("textbox", { name: "查询依据" }).fill(basis);
    await officer.page.getByRole("button", { name: "注明", exact: true }).click();
    await officer.page.getByText(`已注明：${basis}`).waitFor();
    await withheld.getByText("就该依据和本案未授权本单位").waitFor({ timeout: 40_000 });
    await withheld.getByRole("link", { name: "向其申请开放" }).click();

    // The form begins with what was withheld, for that case and on that basis, and names the unit.
    const { page } = officer;
    await page.getByText("消费投诉：全部字段").waitFor();
    await expect.poll(() => page.getByRole("textbox", { name: "使用单位" }).inputValue()).toBe("通泰街街道");
    await page.getByText(basis).first().waitFor();
    await page.getByText("仅限本单位承办或被呼叫、且尚未办结的案件").waitFor();
    expect(await page.getByRole("textbox", { name: "申请理由" }).inputValue()).toBe(`办理案件 ${number}：`);
    await page.getByRole("radio", { name: "本辖区" }).check();
    await page.getByRole("textbox", { name: "申请理由" }).fill(`办理案件 ${number}：核对商户投诉情况`);
    await page.getByRole("button", { name: "提交申请" }).click();
    const sent = page.getByRole("status").getByText("已提交，编号");
    await sent.waitFor();
    const grantNumber = /430105-G-\d+/.exec((await sent.textContent()) ?? "")?.[0] ?? "";
    expect(grantNumber).not.toBe("");

    // The owner finds it among what is to be decided, and grants all but two fields for three months.
    const owner = await building().visit(steward, "/access/grants?show=REQUESTED");
    const request = row(owner.page, grantNumber);
    await request.getByText("核对商户投诉情况").waitFor();
    await request.getByRole("button", { name: "部分批准" }).click();
    const dialog = owner.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "理由" }).fill("处理情况不需要");
    await dialog.getByRole("button", { name: "部分批准" }).click();
    await dialog.getByText("尚未核减任何内容").waitFor();
    const fields = dialog.getByRole("textbox", { name: "字段", exact: true });
    await fields.press("Backspace");
    for (const field of granted) {
      await fields.fill(field);
      await owner.page.getByRole("option", { name: `消费投诉：${field}`, exact: true }).click();
    }
    await fields.press("Escape");
    await dialog.getByLabel("失效日期").fill("2026-09-10");
    await expectAccessible(owner.page);
    await dialog.getByRole("button", { name: "部分批准" }).click();
    await owner.page.getByRole("status").getByText(`${grantNumber} 已部分批准`).waitFor();

    // Whoever asked is told what of it was granted, and why not all.
    await page.getByRole("link", { name: "查看进展" }).click();
    const told = row(page, grantNumber);
    await told.getByText("部分批准").waitFor();
    for (const part of ["字段： 消费投诉：全部字段", "处理情况不需要"]) {
      expect(await told.textContent()).toContain(part);
    }

    // The officer reads what was granted; what was not says so, and can be asked for.
    await expect
      .poll(async () => (await complaintsOn(officer, found)).getAttribute("data-part"), { timeout: 40_000 })
      .toBe("SHOWN");
    const shown = await complaintsOn(officer, found);
    await shown.getByText(complaint).waitFor();
    await shown.getByText("其中未开放：消费投诉：").waitFor();
    expect(await shown.getByRole("link").getAttribute("href")).toBe(
      `/access/ask?${new URLSearchParams({ owner: "market-supervision", fields: "ConsumerComplaint.closedAt,ConsumerComplaint.outcomeAccount", case: number, basis: basis })}`,
    );

    // The owner sees that reading: who, when, on what ground, for which case.
    await expect
      .poll(
        async () => {
          await go(owner.page, `/access?case=${number}&basis=${basis}&field=ConsumerComplaint.facts`);
          await owner.page.getByRole("article").or(owner.page.getByText("没有")).first().waitFor();
          return owner.page
            .getByRole("article")
            .filter({ hasText: `数据授权 ${grantNumber}` })
            .count();
        },
        { timeout: 40_000 },
      )
      .toBeGreaterThan(0);
    const read = owner.page
      .getByRole("article")
      .filter({ hasText: `数据授权 ${grantNumber}` })
      .first();
    for (const part of ["6月10日 10:30", "易国华", "争议事实", `职权事项 ${basis}`, number]) {
      expect(await read.textContent()).toContain(part);
    }

    // Revoked, and the next look is withheld again.
    await read.getByRole("link", { name: grantNumber }).click();
    await owner.page.getByRole("button", { name: "撤销" }).click();
    await dialog.getByRole("textbox", { name: "理由" }).fill("核对完毕");
    await dialog.getByRole("button", { name: "撤销" }).click();
    await row(owner.page, grantNumber).getByText("已撤销").first().waitFor();
    await expect
      .poll(async () => (await complaintsOn(officer, found)).getAttribute("data-part"), { timeout: 40_000 })
      .toBe("WITHHELD");
    await go(page, `/access/grants?number=${grantNumber}`);
    await row(page, grantNumber).getByText("核对完毕").waitFor();
    expect([...officer.complaints, ...owner.complaints]).toEqual([]);
    await officer.close();
    await owner.close();
  }, 180_000);

  it("a leader asks for a division of theirs, chosen by its name", async () => {
    const { page, close } = await building().visit(
      "kaifu-street-leader",
      "/access/ask?owner=public-security&fields=PoliceCall&basis=430105-A-0001",
    );
    const consumer = page.getByRole("textbox", { name: "使用单位" });
    await expect.poll(() => consumer.inputValue()).toBe("通泰街街道");
    await consumer.click();
    await page.getByRole("option", { name: "连升街社区" }).click();
    await expect.poll(() => consumer.inputValue()).toBe("连升街社区居委会");
    await close();
  });
}
