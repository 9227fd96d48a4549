import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf, STREET } from "../ground.walk.ts";

const COMMUNITY = "430105010003";
const NEIGHBOURS = "430105-1202";

/** Where people are: disputes that are mediated, tasks of the grids, and who serves a community. */
export function placeWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("a mediator checks in on a telephone; the host writes down a sitting that was held, not one to come", async () => {
    const number = await ground.reported("楼上漏水，两家争吵不休");
    const centre = "kaifu-dispatcher";
    await ground.does(centre, "matchTicket", { number, input: { matter: NEIGHBOURS } });
    await ground.does(centre, "dispatchTicket", { number });
    const input = { number, host: STREET, mediators: [{ unit: COMMUNITY }] };
    await ground.does(centre, "openMediation", { input });

    const mediator = await atDesk(building(), "kaifu-community-staff", "mediate", {
      language: "en",
      phone: true,
    });
    await mediator.page.context().grantPermissions(["geolocation"]);
    await mediator.page.context().setGeolocation({ latitude: 28.2, longitude: 112.98 });
    const seat = await mediator.row(number);
    await mediator.opens(seat, "Check in");
    await mediator.form.getByRole("button", { name: "Use my position" }).click();
    await mediator.form.getByText("28.20000° N").waitFor();
    await mediator.isDone("Check in", number);
    await mediator.close();

    const host = await atDesk(building(), "kaifu-street-leader", "host", { dark: true });
    const held = host.form.getByLabel("时间").first();
    await host.opens(await host.row(number), "记录调解会");
    await host.sends("记录调解会");
    expect(await host.form.getByText(/^请(填写|选择)$/).count()).toBe(5);
    await host.isReadable();
    await held.fill("2026-06-11T10:30");
    await host.writes("地点", "街道综治中心");
    await host.form.getByRole("checkbox", { name: "连升街社区" }).check();
    await host.writes("到场当事人", "双方均到场");
    await host.chooses("结果", "未达成协议");
    await host.writes("告知事项", "可向人民法院起诉");
    const told = await host.isRefused("记录调解会", "SITTING_AT", "6月11日 10:30");
    expect(told).not.toMatch(/T\d\d:/);
    await held.fill("2026-06-10T10:30");
    await host.isDone("记录调解会", number);
    const { ticket } = await ground.sees<{
      ticket: { mediations: { state: string; mediators: { arrivedAt: string | null }[] }[] };
    }>(
      centre,
      "query ($n: String!) { ticket(number: $n) { mediations { state mediators { arrivedAt } } } }",
      { n: number },
    );
    expect(ticket.mediations).toEqual([
      { state: "NOT_AGREED", mediators: [{ arrivedAt: "2026-06-10T02:30:00.000Z" }] },
    ]);
    await host.leaves(number);
    await host.close();
  }, 60_000);

  it("a grid member reports on a telephone how many were reached, never more than there are", async () => {
    const number = await gridTasksOf(ground);
    const desk = await atDesk(building(), "kaifu-grid-member", "grid-tasks", { phone: true, dark: true });
    const row = (await desk.row(number)).first();
    const place = (await row.getByText(number).textContent()) ?? "";
    await desk.opens(row, "上报进展");
    await desk.form.getByRole("textbox", { name: "累计已服务人数" }).fill("");
    await desk.sends("上报进展");
    await desk.form.getByText("请填写").waitFor();
    await desk.writes("累计已服务人数", "9");
    await desk.isRefused("上报进展", "GRID_TASK_NUMBERS");
    await desk.isReadable();
    await desk.writes("核实人数", "9");
    await desk.isDone("上报进展", number);
    const { classProblem } = await ground.sees<{
      classProblem: {
        gridTasks: { edges: { node: { reached: number; targets: number; grid: { name: string } } }[] };
      };
    }>(
      "kaifu-street-leader",
      "query ($n: String!) { classProblem(number: $n) { gridTasks(first: 50) { edges { node { reached targets grid { name } } } } } }",
      { n: number },
    );
    const reported = classProblem.gridTasks.edges.filter(({ node }) => node.reached > 0);
    expect(reported).toMatchObject([{ node: { reached: 9, targets: 9 } }]);
    expect(place).toContain(reported[0]?.node.grid.name);
    await desk.close();
  });

  it("a resident grades a grid member once a month", async () => {
    const desk = await atDesk(building(), "kaifu-resident", "members", { language: "en", phone: true });
    const row = desk.page.getByRole("listitem").first();
    const name = (await row.getByText(/./).first().textContent()) ?? "";
    await desk.opens(row, "Rate");
    await desk.writes("Grade", "101");
    await desk.sends("Rate");
    await desk.form.getByText("A whole number from 0 to 100").waitFor();
    await desk.writes("Grade", "95");
    await desk.isDone("Rate", name);
    await desk.page.getByRole("button", { name: "Refresh", exact: true }).click();
    await desk.opens(row, "Rate");
    await desk.writes("Grade", "90");
    await desk.isRefused("Rate", "RATED_THIS_MONTH");
    await desk.close();
  });
}

/** A class of problem in the community, planned and approved, with a task of four people for each of its grids. */
async function gridTasksOf({ does, sees, dispatched }: Ground): Promise<string> {
  const street = "kaifu-street-leader";
  const ticket = await dispatched("独居老人不会辨别过期食品");
  const { number } = await does<{ number: string }>(
    street,
    "openClassProblem",
    { ticket, title: "独居老人食品安全", grounds: "多户反映", division: COMMUNITY },
    "{ number }",
  );
  await does(street, "recordCause", { number, cause: "子女不在身边" });
  const plan = { field: "食品安全", text: "网格员逐户上门讲解", quantityPlanned: 20, quantityUnit: "人" };
  await does(street, "setPlan", { number, plan });
  await does(street, "approvePlan", { number });
  const { division } = await sees<{ division: { grids: { edges: { node: { code: string } }[] } } }>(
    street,
    "query ($code: DivisionCode!) { division(code: $code) { grids(first: 100) { edges { node { code } } } } }",
    { code: COMMUNITY },
  );
  const targets = division.grids.edges.map(({ node }) => ({ grid: node.code, targets: 4 }));
  await does(street, "assignGridTasks", { number, task: "逐户上门讲解", targets });
  return number;
}
