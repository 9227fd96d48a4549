import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf, MARKET, STREET } from "../ground.walk.ts";

/** Powers on their way to a sub-district, and data somebody asked for: each step by whose turn it is. */
export function grantWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  const powerOf = async (unit: string): Promise<string | undefined> => {
    const { powerItems } = await ground.sees<{ powerItems: { edges: { node: { code: string } }[] } }>(
      "kaifu-list-keeper",
      `{ powerItems(filter: { body: "${unit}" }, first: 1) { edges { node { code } } } }`,
    );
    return powerItems.edges[0]?.node.code;
  };

  it("a power is reviewed, approved and listed, and not before there is a batch to list it in", async () => {
    const input = {
      item: await powerOf(MARKET),
      receivingUnit: STREET,
      guidingCatalogue: "湘政办发〔2025〕示例号 第 12 项",
      intent: "街道综合执法队已配备人员",
    };
    const { number } = await ground.does<{ number: string }>(
      "kaifu-street-leader",
      "stateGrantIntent",
      { input },
      "{ number }",
    );

    const chief = await atDesk(building(), "kaifu-market-chief", "powers", { dark: true });
    const intent = await chief.row(number);
    await intent.getByText("街道综合执法队已配备人员").waitFor();
    await chief.opens(intent, "部门审核");
    await chief.sends("部门审核");
    await chief.form.getByText("请填写").waitFor();
    await chief.writes("审核意见", "同意赋权，配合培训");
    await chief.isDone("部门审核", number);
    await chief.leaves(number);
    await chief.close();

    const leader = await atDesk(building(), "kaifu-district-leader", "powers", { language: "en" });
    const reviewed = await leader.row(number);
    await leader.opens(reviewed, "Approve");
    await leader.writes("Number of the approving document", "开政发〔2026〕示例号");
    await leader.isDone("Approve", number);
    await leader.leaves(number);
    await leader.close();

    const keeper = await atDesk(building(), "kaifu-list-keeper", "powers");
    const approved = await keeper.row(number);
    await keeper.opens(approved, "列入清单");
    await keeper.isRefused("列入清单", "NO_OPEN_BATCH");
    await ground.does("kaifu-list-keeper", "openBatch", {
      input: { holder: STREET, kind: "POWER", document: "开编〔2026〕示例号" },
    });
    await keeper.isDone("列入清单", number);
    const { powerGrant } = await ground.sees<{ powerGrant: object }>(
      "kaifu-list-keeper",
      "query ($n: String!) { powerGrant(number: $n) { state reviewOpinion approvalDocument } }",
      { n: number },
    );
    expect(powerGrant).toEqual({
      state: "LISTED",
      reviewOpinion: "同意赋权，配合培训",
      approvalDocument: "开政发〔2026〕示例号",
    });
    await keeper.leaves(number);
    await keeper.close();
  }, 60_000);

  it("a steward goes from what was asked for to where it is decided, and finds it gone afterwards", async () => {
    const input = {
      owner: "market-supervision",
      consumer: "430105-COMMERCE",
      coordinates: ["Query.consumerComplaints"],
      purposes: [await powerOf("430105-COMMERCE")],
      rows: "OWN_DIVISION",
      reason: "核对商户投诉情况",
      validFrom: "2026-06-10T00:00:00+08:00",
      validUntil: "2026-12-31T00:00:00+08:00",
    };
    const { number } = await ground.does<{ number: string }>(
      "kaifu-commerce-chief",
      "requestDataGrant",
      { input },
      "{ number }",
    );
    const desk = await atDesk(building(), "kaifu-market-steward", "grants");
    const row = await desk.row(number);
    await row.getByText("核对商户投诉情况").waitFor();
    expect(await row.innerText()).not.toContain("consumerComplaints");
    await row.getByRole("link").first().click();
    const { page, form } = desk;
    await page.getByText(number).first().waitFor();
    await page.getByRole("button", { name: "驳回" }).click();
    await form.getByRole("button", { name: "驳回" }).click();
    await form.getByText("请填写理由，将留存备查。").waitFor();
    await form.getByRole("textbox", { name: "理由" }).fill("已有共享协议可用");
    await form.getByRole("button", { name: "驳回" }).click();
    await page.getByRole("status").getByText(`${number} 已驳回`).waitFor();
    await desk.goesTo("grants");
    await page.getByRole("heading", { level: 2 }).waitFor();
    await desk.leaves(number);
    await desk.close();
  });
}
