import { beforeAll, expect, it } from "vitest";
import type { Building } from "../../../../../test/console/visitor.ts";
import { atDesk } from "../desk.walk.ts";
import { type Ground, groundOf, MARKET, STREET, URBAN } from "../ground.walk.ts";

const OFFICE = "kaifu-performance-office";

/** The performance office, and those it judges. */
export function judgingWalk(building: () => Building): void {
  let ground: Ground;
  beforeAll(() => {
    ground = groundOf(building().stack);
  });

  it("decides on the negative list only once the unit was heard", async () => {
    const whistle = await ground.blown(await ground.dispatched("集市活禽宰杀无人管"));
    const grounds = "应哨后未采取措施，群众多次反映";
    const { number } = await ground.does<{ number: string }>(
      OFFICE,
      "proposeNegativeListEntry",
      { input: { offence: "INACTION", respondent: MARKET, grounds, whistle } },
      "{ number }",
    );
    const early = await atDesk(building(), OFFICE, "proposed", { language: "en", dark: true });
    const proposed = await early.row(number);
    await early.opens(proposed, "Decide");
    await early.sends("Decide");
    expect(await early.form.getByText("Fill this in").count()).toBe(1);
    await early.chooses("Does it stand?", "Yes");
    await early.writes("Grounds", "Nobody took measures");
    await early.writes("What follows for the unit", "Two points off");
    const heard = "开福区市场监督管理局 may state its case on entry";
    expect(await early.isRefused("Decide", "STATEMENT_STILL_OPEN", heard)).toContain("until 18 Jun, 00:00");
    await early.isReadable();
    await early.close();

    const unit = await atDesk(building(), "kaifu-market-chief", "against-us", { phone: true });
    const against = await unit.row(number);
    await against.getByText(grounds).waitFor();
    await unit.opens(against, "陈述申辩");
    await unit.sends("陈述申辩");
    await unit.form.getByText("请填写").waitFor();
    await unit.writes("陈述", "已于当日到场，措施见哨内记录");
    await unit.isDone("陈述申辩", number);
    await unit.leaves(number);
    await unit.close();

    const office = await atDesk(building(), OFFICE, "stated", { language: "en", dark: true });
    const stated = await office.row(number);
    await stated.getByText("已于当日到场，措施见哨内记录").waitFor();
    await office.opens(stated, "Decide");
    await office.chooses("Does it stand?", "No");
    expect(await office.form.getByRole("textbox", { name: "What follows for the unit" }).count()).toBe(0);
    await office.writes("Grounds", "The unit was there the same day");
    await office.isDone("Decide", number);
    const { negativeListEntry } = await ground.sees<{ negativeListEntry: object }>(
      OFFICE,
      "query ($n: String!) { negativeListEntry(number: $n) { state statement consequence } }",
      { n: number },
    );
    expect(negativeListEntry).toEqual({
      state: "DISMISSED",
      statement: "已于当日到场，措施见哨内记录",
      consequence: null,
    });
    await office.leaves(number);
    await office.close();
  }, 60_000);

  it("puts a grade on record, once", async () => {
    const number = await ground.graded(await ground.dispatched("海鲜市场电子秤不准"));
    const desk = await atDesk(building(), OFFICE, "file");
    const of = async (unit: string) => (await desk.row(number)).filter({ hasText: unit });
    await desk.opens(await of("城市管理"), "备案");
    const filed = { whistle: number, unit: URBAN, evaluator: STREET };
    await ground.does(OFFICE, "fileEvaluation", { input: filed });
    await desk.isRefused("备案", "EVALUATION_ILLEGAL_MOVE", "绩效办已备案");
    await desk.form.getByRole("button", { name: "关闭" }).click();

    await desk.opens(await of("市场监督"), "备案");
    await desk.isDone("备案", number);
    const { whistle } = await ground.sees<{
      whistle: { evaluations: { state: string; direction: string }[] };
    }>(OFFICE, "query ($n: String!) { whistle(number: $n) { evaluations { state direction } } }", {
      n: number,
    });
    const states = whistle.evaluations.filter(({ direction }) => direction === "OF_RESPONDER");
    expect(states.map(({ state }) => state)).toEqual(["FILED", "FILED"]);
    await desk.leaves(number);
    await desk.close();
  });
}
