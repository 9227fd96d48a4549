import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf, MARKET, URBAN } from "../ground.walk.ts";

/** Whistles: who is called, who called, who lets them through and who judges whose duty it is. */
export function callingWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("a responder signs, arrives and issues measures on a telephone; the street confirms and grades", async () => {
    const ticket = await ground.dispatched("市场多家摊位食品安全隐患");
    const number = await ground.blown(ticket);
    const responder = await atDesk(building(), "kaifu-market-responder", "whistles-sign", { phone: true });
    const { page } = responder;
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 28.2, longitude: 112.98 });
    const row = await responder.row(number);
    const does = async (move: string, field?: string, words = ""): Promise<void> => {
      await responder.opens(row, move);
      if (field) await responder.writes(field, words);
      await responder.isDone(move, number);
    };
    await does("签收");
    await responder.opens(row, "报到");
    await responder.form.getByRole("button", { name: "使用当前位置" }).click();
    await responder.form.getByText("北纬 28.20000°").waitFor();
    await responder.writes("报到情况", "已到西长街市场");
    await responder.isDone("报到", number);
    await does("提出措施", "解决措施", "逐摊检查，三日内整改");
    await does("办结", "办理结果", "已整改到位");
    await responder.close();

    const leader = await atDesk(building(), "kaifu-street-leader", "whistles-confirm");
    await leader.opens(await leader.row(number), "确认");
    await leader.chooses("是否解决", "是");
    await leader.writes("确认意见", "现场查看，已整改");
    await leader.isDone("确认", number);
    await building().stack.settle();

    await leader.goesTo("evaluate");
    const due = (await leader.row(number)).filter({ hasText: "市场监督管理局" });
    await leader.opens(due, "评价");
    await leader.writes("得分", "92");
    await leader.writes("评价意见", "到场及时，措施得力");
    await leader.isDone("评价", number);
    const { whistle } = await ground.sees<{
      whistle: {
        participants: { unit: { code: string }; arrivalLatitude: number | null }[];
        evaluations: { unit: { code: string }; score: number | null }[];
      };
    }>(
      "kaifu-street-leader",
      "query ($n: String!) { whistle(number: $n) { participants { unit { code } arrivalLatitude } evaluations { unit { code } score } } }",
      { n: number },
    );
    expect(whistle.participants[0]).toMatchObject({ unit: { code: MARKET }, arrivalLatitude: 28.2 });
    expect(whistle.evaluations.find(({ unit }) => unit.code === MARKET)?.score).toBe(92);
    await leader.close();
    // Two people, eight moves: longer than any other walk where the machine is busy.
  }, 60_000);

  it("contests a duty; the arbiter lets it go, for a unit that is not called already", async () => {
    const number = await ground.blown(await ground.dispatched("夜市摊点食材露天堆放"));
    const called = await atDesk(building(), "kaifu-urban-responder", "whistles-sign", {
      language: "en",
      dark: true,
      phone: true,
    });
    const row = await called.row(number);
    await called.opens(row, "Contest the duty");
    await called.sends("Contest the duty");
    await called.form.getByText("Fill this in").waitFor();
    await called.writes("Why it is not your duty", "Food is kept by market supervision");
    await called.isDone("Contest the duty", number);
    await row.getByText("contested, waiting for the arbiter").waitFor();
    await called.isReadable();
    expect(await row.getByRole("button").count()).toBe(0);
    await called.close();

    const arbiter = await atDesk(building(), "kaifu-district-leader", "disputes");
    const disputed = await arbiter.row(number);
    await disputed.getByText("Food is kept by market supervision").waitFor();
    await arbiter.opens(disputed, "裁决争议");
    await arbiter.chooses("裁决", "免除");
    await arbiter.finds("替代单位", "市场监督管理局");
    await arbiter.writes("裁决理由", "食品经营秩序由商务部门牵头引导");
    await arbiter.isRefused("裁决争议", "WHISTLE_UNIT_TWICE", "开福区市场监督管理局重复列出");
    await arbiter.isReadable();
    await arbiter.finds("替代单位", "商务局");
    await arbiter.isDone("裁决争议", number);
    const { whistle } = await ground.sees<{
      whistle: { state: string; participants: { unit: { code: string }; releasedAt: string | null }[] };
    }>(
      "kaifu-street-leader",
      "query ($n: String!) { whistle(number: $n) { state participants { unit { code } releasedAt } } }",
      { n: number },
    );
    expect(whistle.state).toBe("BLOWN");
    const standing = whistle.participants
      .filter(({ releasedAt }) => !releasedAt)
      .map(({ unit }) => unit.code);
    expect(standing.sort()).toEqual(["430105-COMMERCE", MARKET]);
    expect(whistle.participants.map(({ unit }) => unit.code)).toContain(URBAN);
    await arbiter.leaves(number);
    await arbiter.close();
  }, 60_000);

  it("asks for more time on a clock, and who called decides", async () => {
    const number = await ground.blown(await ground.dispatched("后街小作坊集中无证加工"));
    const lead = await atDesk(building(), "kaifu-market-responder", "whistles-sign", { language: "en" });
    const row = await lead.row(number);
    await lead.opens(row, "Ask for more time");
    await lead.writes("How much more", "400");
    await lead.sends("Ask for more time");
    await lead.form.getByText("A whole number from 1 to 365").waitFor();
    await lead.chooses("Which clock", "Measures");
    await lead.writes("How much more", "2");
    await lead.writes("Why it takes longer", "The landlord is abroad");
    await lead.isDone("Ask for more time", number);
    await lead.close();

    const blower = await atDesk(building(), "kaifu-street-leader", "whistles-blown", {
      phone: true,
      dark: true,
    });
    const asked = await blower.row(number);
    await asked.getByText("The landlord is abroad").waitFor();
    await blower.opens(asked, "延期审核");
    await blower.chooses("是否同意", "是");
    await blower.sends("延期审核");
    await blower.form.getByText("请填写").waitFor();
    await blower.writes("审核意见", "同意顺延");
    await blower.isDone("延期审核", number);
    const { whistle } = await ground.sees<{ whistle: { extensions: object[] } }>(
      "kaifu-street-leader",
      "query ($n: String!) { whistle(number: $n) { extensions { step amount granted } } }",
      { n: number },
    );
    expect(whistle.extensions).toEqual([{ step: "MEASURES", amount: 2, granted: true }]);
    await blower.close();
  }, 60_000);

  it("screens what residents whistle: let through it is blown, and what another screened is refused", async () => {
    const whistled = async (demand: string): Promise<string> => {
      const input = {
        kind: "RESIDENTS",
        source: "RESIDENT",
        theme: "PEOPLE_NEED",
        demand,
        tickets: [],
        noGridYet: true,
        participants: [{ unit: "110117005001", role: "LEAD" }],
      };
      const { number } = await ground.does<{ number: string }>(
        "pinggu-resident",
        "blowWhistle",
        { input },
        "{ number }",
      );
      return number;
    };
    const [number, screened] = [await whistled("楼前充电桩不够用"), await whistled("希望增设健身器材")];
    const desk = await atDesk(building(), "pinggu-community-staff", "screen", { phone: true });
    await desk.opens(await desk.row(screened), "筛选");
    await desk.chooses("是否通过", "否");
    await desk.sends("筛选");
    await desk.form.getByText("请填写").waitFor();
    await desk.writes("不予通过的理由", "请先向物业反映");
    await ground.does("pinggu-community-secretary", "screenWhistle", { number: screened });
    await desk.isRefused("筛选", "WHISTLE_ILLEGAL_MOVE", "处于已吹哨状态", "汇景社区");
    await desk.form.getByRole("button", { name: "关闭" }).click();

    await desk.opens(await desk.row(number), "筛选");
    await desk.chooses("是否通过", "是");
    await desk.isDone("筛选", number);
    const { whistle } = await ground.sees<{ whistle: { state: string } }>(
      "pinggu-resident",
      "query ($n: String!) { whistle(number: $n) { state } }",
      { n: number },
    );
    expect(whistle.state).toBe("BLOWN");
    await desk.leaves(number);
    await desk.close();
  });
}
