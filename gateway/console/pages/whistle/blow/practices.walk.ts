import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
} from "../../../../../test/console/visitor.ts";
import { journeyThrough } from "../../../../../test/journeys/journey.ts";
import { reported } from "../../../../../test/journeys/reported.ts";

interface Place {
  readonly dispatcher: string;
  readonly district: string;
  readonly grid: string;
}

const mafang: Place = { dispatcher: "pinggu-dispatcher", district: "110117", grid: "110117005001001" };
const mengzhi: Place = { dispatcher: "zhaoyuan-dispatcher", district: "370685", grid: "370685003001001" };
const dongjie: Place = { dispatcher: "ganzhou-dispatcher", district: "620702", grid: "620702001001001" };

/** What the five practices have that Kaifu has not: companies, seats, screening, coordination, mediation. */
export function practicesWalk(building: () => Building): void {
  const journey = () => journeyThrough(building().stack);

  /** A demand of the place, matched to the matter of that name and sent to whom it is the duty of. */
  const ticketAt = async (
    { dispatcher, district, grid }: Place,
    { text, about }: { text: string; about: string },
  ): Promise<string> => {
    const { does, sees } = journey();
    const number = await reported(journey(), dispatcher, {
      kind: "HELP",
      text,
      place: { gridCode: grid },
      demander: { kind: "PERSON", name: "示例居民", phone: "13900000021" },
    });
    const found = await sees<{ matters: { edges: { node: { code: string } }[] } }>(
      dispatcher,
      "query ($d: DivisionCode!, $s: String) { matters(district: $d, search: $s, first: 50) { edges { node { code } } } }",
      { d: district, s: about },
    );
    const matters = found.matters.edges.map(({ node }) => node.code);
    // A list names who does a thing, not who does a whole class of things.
    const matter = matters.find((code) => /-\d{4}$/.test(code)) ?? about;
    await does(dispatcher, "matchTicket", { number, input: { matter } });
    await does(dispatcher, "dispatchTicket", { number });
    return number;
  };
  const choose = async (page: Page, field: string, option: string | RegExp, typed?: string) => {
    const box = page.getByRole("textbox", { name: field });
    if (typed) await box.fill(typed);
    else await box.click();
    await page.getByRole("option", { name: option }).first().click();
  };
  const numberOf = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const now = async (as: string, number: string) =>
    (
      await journey().sees<{ whistle: object & { number: string } }>(
        as,
        `query ($n: String!) { whistle(number: $n) { number kind state coordination assembly taskForce { cause duties { unit duty } }
          participants { role byContract unit { code } item { code } } mediations { state mediators { unit { code } } } } }`,
        { n: number },
      )
    ).whistle;

  it("Pinggu: the town calls a department by its power and a company by contract, then forms the task force its theme wants", async () => {
    const ticket = await ticketAt(mafang, {
      text: "南区回迁小区没有充电桩，电动汽车没法充电。",
      about: "充电",
    });
    const { page, complaints, close } = await building().visit(
      "pinggu-street-leader",
      `/whistles/new?ticket=${ticket}`,
      { language: "en" },
    );
    await page.getByRole("radio", { name: "Town whistles, departments report" }).check();
    await choose(page, "Where the need came from", /.+/);
    await choose(page, "Theme", /need/i);
    await page.getByRole("button", { name: "Let it lead" }).click();
    await page
      .getByText(/On the \w+ list of .+, version \d+/)
      .first()
      .waitFor();
    await choose(page, "Add an assisting unit", /供电公司/, "供电");
    await page.getByText("A company has no powers: it answers by contract.").waitFor();
    await page.getByRole("textbox", { name: "What is asked, and why" }).fill("请会商小区充电设施建设");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Blow the whistle" }).click();
    await page.getByRole("heading", { level: 1, name: /^Town whistles/ }).waitFor();
    await page.getByText("By contract, no power item").waitFor();
    await page.getByText("This theme needs a task force; none is formed yet.").waitFor();

    await page.getByRole("button", { name: "Form task force" }).click();
    const dialog = page.getByRole("dialog");
    const send = dialog.getByRole("button", { name: "Form task force" });
    await send.click();
    await dialog.getByText("Fill this in for each").waitFor();
    const duties = dialog.getByRole("group", { name: "Each party's duty" }).getByRole("textbox");
    for (const duty of await duties.all()) await duty.fill("按职责办理");
    await dialog.getByRole("textbox", { name: "What causes it" }).fill("规划未预留用电接口");
    await dialog.getByRole("textbox", { name: "How it is to be solved" }).fill("增容、布线、装桩");
    await dialog.getByRole("textbox", { name: /party committee/ }).fill("示例区委领导");
    // One person cannot supervise for both.
    await dialog.getByRole("textbox", { name: /for the government/ }).fill("示例区委领导");
    await expectAccessible(page);
    await send.click();
    await dialog.getByRole("alert").getByText("WHISTLE_ONE_SUPERVISOR", { exact: true }).waitFor();
    await dialog.getByRole("textbox", { name: /for the government/ }).fill("示例区政府领导");
    await send.click();
    // The form is headed by the words that the card will be: it has to be gone first.
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 2, name: "Task force", exact: true }).waitFor();
    expect(await now("pinggu-street-leader", numberOf(page))).toMatchObject({
      kind: "TOWNSHIP",
      coordination: "LOCAL_LED",
      participants: [
        { role: "LEAD", byContract: false, item: { code: expect.any(String) } },
        { role: "ASSISTING", byContract: true, unit: { code: "110117-POWER-SUPPLY" }, item: null },
      ],
      taskForce: { cause: "规划未预留用电接口" },
    });
    expect(complaints.filter((each) => !each.startsWith("Failed to load"))).toEqual([]);
    await close();
  }, 90_000);

  it("Pinggu: a village secretary rallies the 1+4+N on a telephone and leads it, some seats always called", async () => {
    const ticket = await ticketAt(mafang, { text: "南区回迁小区楼道堆物，邻里争执。", about: "充电" });
    const { page, complaints, close } = await building().visit(
      "pinggu-community-secretary",
      `/whistles/new?ticket=${ticket}`,
      { phone: true },
    );
    await page.getByRole("radio", { name: "集结哨" }).check();
    await choose(page, "哨源", /.+/);
    await choose(page, "主题", "民情民需");
    await page.getByText("此类哨由吹哨单位自行牵头。").waitFor();
    await page.getByRole("checkbox", { name: "律师" }).check();
    expect(await page.getByRole("checkbox", { name: /书记 · 必到/ }).isDisabled()).toBe(true);
    await page.getByRole("textbox", { name: "吹哨事由" }).fill("请到场评理、清理楼道");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "吹哨", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /^集结哨/ }).waitFor();
    await page
      .getByText("村（社区）书记、两委班子、区下沉干部、镇街包村居干部、各类辅助人员、律师")
      .waitFor();
    expect(await now("pinggu-community-secretary", numberOf(page))).toMatchObject({
      assembly: expect.arrayContaining(["LAWYERS"]),
      participants: [{ role: "LEAD", unit: { code: "110117005001" } }],
    });
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it("Pinggu: the centre that whistles says who leads whom, where that does not follow", async () => {
    const ticket = await ticketAt(mafang, { text: "南区回迁小区东侧路灯不亮。", about: "路灯" });
    const { page, close } = await building().visit("pinggu-dispatcher", `/whistles/new?ticket=${ticket}`, {
      dark: true,
    });
    await page.getByRole("radio", { name: /^群众吹哨/ }).check();
    await choose(page, "哨源", /.+/);
    await choose(page, "主题", "民情民需");
    await choose(page, "协同方式", "一门主责、其他配合");
    await choose(page, "牵头单位", /汇景/);
    await page.getByRole("textbox", { name: "吹哨事由" }).fill("请党员干部到场核实");
    await page.getByRole("button", { name: "吹哨", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /^群众吹哨/ }).waitFor();
    await page.getByText("一门主责、其他配合").waitFor();
    expect(await now("pinggu-dispatcher", numberOf(page))).toMatchObject({ coordination: "DEPARTMENT_LED" });
    await close();
  }, 60_000);

  it("Zhaoyuan: the street's call waits for the centre, which lets it through on its page; then the clocks run", async () => {
    const ticket = await ticketAt(mengzhi, { text: "金城大厦三期办证受阻。", about: "施工许可" });
    const street = await building().visit("zhaoyuan-street-leader", `/whistles/new?ticket=${ticket}`);
    const { page } = street;
    await page.getByRole("radio", { name: "街呼市应" }).check();
    await choose(page, "哨源", /.+/);
    await page.getByRole("button", { name: "由其牵头" }).click();
    await page.getByRole("textbox", { name: "吹哨事由" }).fill("请市直部门会商办证");
    await page.getByText(/待派单员筛选|筛选，通过前不呼叫任何单位/).waitFor();
    await page.getByRole("button", { name: "提交筛选" }).click();
    await page.getByRole("heading", { level: 1, name: /^街呼市应/ }).waitFor();
    await page.getByText("没有时限：尚待筛选，或本哨种不设时限。").waitFor();
    const number = numberOf(page);

    const centre = await building().visit("zhaoyuan-dispatcher", `/whistles/${number}`);
    await centre.page.getByRole("button", { name: "筛选" }).click();
    const dialog = centre.page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "是" }).check();
    await dialog.getByRole("button", { name: "筛选" }).click();
    await centre.page.getByText("已完成：筛选").waitFor();
    // The street's page follows.
    await page.getByText("计时中").first().waitFor();
    expect(await now("zhaoyuan-dispatcher", number)).toMatchObject({ state: "BLOWN" });
    await centre.close();
    await street.close();
  }, 60_000);

  it("Ganzhou: a dispute calls its mediators along, and their mediation stands on the whistle's page", async () => {
    const { whistles } = await journey().sees<{ whistles: { edges: { node: { number: string } }[] } }>(
      "ganzhou-dispatcher",
      'query { whistles(first: 1, filter: { kinds: ["DISPUTE"] }) { edges { node { number } } } }',
    );
    const number = whistles.edges[0]?.node.number ?? "";
    const { page, complaints, close } = await building().visit("ganzhou-dispatcher", `/whistles/${number}`, {
      phone: true,
      dark: true,
    });
    await page.getByRole("heading", { level: 1, name: /^矛盾纠纷调解哨/ }).waitFor();
    await page.getByText("调解员").first().waitFor();
    const { mediations } = (await now("ganzhou-dispatcher", number)) as unknown as { mediations: object[] };
    const heading = page.getByRole("heading", { level: 2, name: "调解" });
    expect(await heading.count()).toBe(mediations.length > 0 ? 1 : 0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
    await close();

    const ticket = await ticketAt(dongjie, { text: "邻里噪声纠纷，多次争吵。", about: "噪声" });
    const blowing = await building().visit("ganzhou-dispatcher", `/whistles/new?ticket=${ticket}`, {
      language: "en",
    });
    await blowing.page.getByRole("radio").first().check();
    const seat = blowing.page.getByRole("checkbox", { name: "Mediators · always called" });
    expect(await seat.isChecked()).toBe(true);
    await expectAccessible(blowing.page);
    await blowing.close();
  }, 60_000);
}
