import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import {
  chargers,
  community,
  graphOf,
  grid,
  newKey,
  people,
  plainAnswers,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import { ClassProblemStore } from "./class-problem.store.ts";

let subgraph: TestSubgraph;
let story: TicketStory;
beforeAll(async () => {
  const grids = ["110117005001001", "110117005001002", "110117005002001"];
  const page = {
    edges: grids.map((code) => ({ node: { code } })),
    pageInfo: { hasNextPage: false, endCursor: null },
  };
  subgraph = await openTestSubgraph(tickets, { graph: graphOf({ ...plainAnswers, grids: () => page }) });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = { as: people.dispatcher };
const hours = (n: number): Date => new Date(Date.UTC(2026, 5, 1, 1 + n));

let estates = 0;
/** An estate nobody has complained about yet. */
const newEstate = (): string => `${community}-E${String(++estates).padStart(2, "0")}`;

let phones = 0;
const newPhone = (): string => `138${String(++phones).padStart(8, "0")}`;

interface Caller {
  readonly estateCode: string;
  readonly hour?: number;
  readonly phone?: string;
  readonly matter?: string;
}

/** One demand, taken in and matched; answers with its ticket's number. */
async function demand({ estateCode, hour = 0, phone = newPhone(), matter }: Caller): Promise<string> {
  const at = { ...centre, at: hours(hour) };
  const place = { gridCode: grid, estateCode };
  const number = await story.report({ place, demander: { name: "居民", phone } }, at);
  await story.match(number, at, matter);
  return number;
}

async function demands(count: number, caller: (n: number) => Caller): Promise<string[]> {
  const numbers: string[] = [];
  for (let n = 0; n < count; n++) numbers.push(await demand(caller(n)));
  return numbers;
}

const linked = async (numbers: readonly string[]): Promise<(string | null)[]> => {
  const found = await Promise.all(
    numbers.map((number) =>
      story.must<{ ticket: { classProblem: { number: string } | null } }>(
        "query ($number: String!) { ticket(number: $number) { classProblem { number } } }",
        { number },
        centre,
      ),
    ),
  );
  return found.map(({ ticket }) => ticket.classProblem?.number ?? null);
};

const theProblem = async (numbers: readonly string[]): Promise<string> => {
  const problems = new Set(await linked(numbers));
  expect(problems.size).toBe(1);
  return [...problems][0] ?? "";
};

const move = (
  name: string,
  number: string,
  as: (typeof people)["dispatcher"],
  argumentsText = "",
  at?: Date,
) =>
  subgraph.ask<Record<string, { state: string }>>(
    `mutation ($number: String!, $key: String!) {
      ${name}(number: $number, idempotencyKey: $key${argumentsText ? `, ${argumentsText}` : ""}) { state }
    }`,
    { number, key: newKey() },
    at ? { as, at } : { as },
  );

async function answer(ticket: string): Promise<void> {
  const unit = { as: people.housing };
  await story.move("dispatchTicket", ticket, centre);
  await story.move("signTicket", ticket, unit);
  await story.move("startTicket", ticket, unit);
  const handling = 'input: { contacted: true, solved: true, account: "建桩", publicReply: "已建成" }';
  await story.move("handleTicket", ticket, unit, handling);
  await story.move("giveFeedback", ticket, unit);
}

describe("the trend opens a class problem (ZY-21, §6.1)", () => {
  it("at the fifteenth demander of one estate in two days: fifteen linked, none lost, later ones join", async () => {
    const estateCode = newEstate();
    const first14 = await demands(14, (n) => ({ estateCode, hour: n * 3 }));
    expect(await linked(first14)).toEqual(Array(14).fill(null));
    const all = [...first14, await demand({ estateCode, hour: 47 })];
    const number = await theProblem(all);
    expect(number).toMatch(/^110117-C-\d{8}-\d{4}$/);
    const late = await demand({ estateCode, hour: 24 * 20 });
    expect(await linked([late])).toEqual([number]);

    const { classProblem } = await story.must<{ classProblem: Record<string, unknown> }>(
      `query ($number: String!) { classProblem(number: $number) {
        state matter { code } estate { code } grid { code } division { code } ruleVersion openedAt plan { text }
        tickets(first: 100, order: OLDEST) { edges { node { number } } }
      } }`,
      { number },
      centre,
    );
    expect(classProblem).toEqual({
      state: "OPEN",
      matter: { code: chargers },
      estate: { code: estateCode },
      grid: null,
      division: { code: community },
      ruleVersion: 1,
      openedAt: hours(47).toISOString(),
      plan: null,
      tickets: { edges: [...all, late].map((each) => ({ node: { number: each } })) },
    });
  });

  it.each([
    ["fifteen spread over ten estates", (n: number, many: string[]) => ({ estateCode: many[n % 10] ?? "" })],
    [
      "fifteen demands of one caller",
      (_: number, [one = ""]: string[]) => ({ estateCode: one, phone: "13900000000" }),
    ],
    ["fifteen over a month", (n: number, [one = ""]: string[]) => ({ estateCode: one, hour: n * 48 })],
    [
      "fifteen about two matters",
      (n: number, [one = ""]: string[]) => ({ estateCode: one, matter: n % 2 ? "NOISE" : chargers }),
    ],
  ])("not by %s", async (_, caller) => {
    const many = Array.from({ length: 10 }, newEstate);
    const numbers = await demands(15, (n) => caller(n, many));
    expect(await linked(numbers)).toEqual(Array(15).fill(null));
  });

  it("by grid where there is no estate", async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 15; n++) {
      const place = { gridCode: "110117005001009" };
      const number = await story.report({ place, demander: { name: "居民", phone: newPhone() } });
      await story.match(number);
      numbers.push(number);
    }
    const number = await theProblem(numbers);
    const { classProblem } = await story.must<{ classProblem: unknown }>(
      "query ($number: String!) { classProblem(number: $number) { estate { code } grid { code } } }",
      { number },
      centre,
    );
    expect(classProblem).toEqual({ estate: null, grid: { code: "110117005001009" } });
  });

  it("counts the callers of merged tickets, though their tickets are one", async () => {
    const estateCode = newEstate();
    const [goesOn = "", ...others] = await demands(14, () => ({ estateCode }));
    const unmatched = await story.report(
      { place: { gridCode: grid, estateCode }, demander: { name: "居民", phone: newPhone() } },
      { ...centre, at: hours(1) },
    );
    await story.move("mergeTickets", unmatched, centre, `into: "${goesOn}"`);
    await theProblem([goesOn, ...others]);
  });

  it("once, when all fifteen are matched at the same moment", async () => {
    const estateCode = newEstate();
    const numbers: string[] = [];
    for (let n = 0; n < 15; n++) {
      const demander = { name: "居民", phone: newPhone() };
      numbers.push(await story.report({ place: { gridCode: grid, estateCode }, demander }));
    }
    await Promise.all(numbers.map((number) => story.match(number)));
    await theProblem(numbers);
    const [{ count }] = await subgraph.database.query(
      "SELECT count(*)::int FROM class_problem WHERE estate_code = $1",
      [estateCode],
    );
    expect(count).toBe(1);
  });

  it("by the district's own rule where it has one", async () => {
    await subgraph.database.query(
      "INSERT INTO trend_rule (district_code, version, distinct_demanders, within_hours, valid_from) VALUES ('110117', 1, 3, 24, '2030-01-01')",
    );
    const estateCode = newEstate();
    const before = await demands(3, () => ({ estateCode }));
    expect(await linked(before)).toEqual([null, null, null]);
    const later = (Date.UTC(2030, 0, 2) - Date.UTC(2026, 5, 1, 1)) / 3_600_000;
    await theProblem(await demands(3, (n) => ({ estateCode: `${estateCode}`, hour: later + n })));
  });
});

describe("from cause to closing (PG-11, §6.1)", () => {
  const plan =
    'plan: { field: "充电设施", text: "增容并建桩", quantityPlanned: 48, quantityUnit: "个充电桩" }';
  let number: string;
  let ticketNumbers: string[];
  let estateCode: string;
  beforeAll(async () => {
    estateCode = newEstate();
    ticketNumbers = await demands(15, () => ({ estateCode }));
    number = await theProblem(ticketNumbers);
  });

  it.each([
    ["setPlan", plan, "PLAN_WITHOUT_CAUSE"],
    ["recordProgress", "quantityDone: 1", "CLASS_PROBLEM_ILLEGAL_MOVE"],
    ["closeClassProblem", "", "CLASS_PROBLEM_ILLEGAL_MOVE"],
  ])("refuses %s before its time", async (name, argumentsText, code) => {
    const { errors } = await move(name, number, people.dispatcher, argumentsText);
    expect(errors).toMatchObject([{ code }]);
  });

  it.each([
    ["recordCause", 'cause: "x"', people.performance],
    ["recordCause", 'cause: "x"', people.districtLeader],
  ])("refuses %s by others than those on site", async (name, argumentsText, as) => {
    const { errors } = await move(name, number, as, argumentsText);
    expect(errors).toMatchObject([{ code: "CLASS_PROBLEM_WRONG_POST" }]);
  });

  it.each([
    ["recordCause", 'cause: " "'],
    ["recordCause", `cause: "${"因".repeat(2001)}"`],
  ])("refuses %s without words or with too many", async (name, argumentsText) => {
    const { errors } = await move(name, number, people.secretary, argumentsText);
    expect(errors).toMatchObject([{ code: "BAD_INPUT" }]);
  });

  it("goes through, and is closed only when every ticket is answered and the plan is done", async () => {
    const step = async (name: string, as: (typeof people)["dispatcher"], argumentsText = "") => {
      const { data, errors } = await move(name, number, as, argumentsText);
      return errors[0]?.code ?? data[name]?.state;
    };
    expect(await step("recordCause", people.secretary, 'cause: "2012年设计未预留用电负荷"')).toBe("OPEN");
    for (const [given, wrong] of [
      ["增容并建桩", " "],
      ["增容并建桩", "案".repeat(2001)],
      ["充电设施", "域".repeat(101)],
      ["个充电桩", "个".repeat(101)],
    ] as const) {
      expect(await step("setPlan", people.townLeader, plan.replace(given, wrong))).toBe("BAD_INPUT");
    }
    expect(await step("setPlan", people.townLeader, plan)).toBe("PLANNED");
    expect(await step("recordProgress", people.townLeader, "quantityDone: 1")).toBe("PLAN_NOT_APPROVED");
    expect(await step("approvePlan", people.dispatcher)).toBe("CLASS_PROBLEM_WRONG_POST");
    expect(await step("approvePlan", people.districtLeader)).toBe("PLANNED");
    expect(await step("setPlan", people.townLeader, plan)).toBe("PLAN_ALREADY_APPROVED");
    const [hotClass] = await subgraph.database.query(
      "SELECT number FROM hot_class WHERE class_problem_number = $1",
      [number],
    );
    const dismissing = await move("dismissHotClass", hotClass.number, people.townLeader, 'reason: "误报"');
    expect(dismissing.errors).toMatchObject([{ code: "PLAN_ALREADY_APPROVED" }]);
    expect(await step("recordProgress", people.townLeader, "quantityDone: 20")).toBe("PLANNED");
    expect(await step("recordProgress", people.townLeader, "quantityDone: 19")).toBe("PROGRESS_OUT_OF_RANGE");
    expect(await step("recordProgress", people.townLeader, "quantityDone: 49")).toBe("PROGRESS_OUT_OF_RANGE");
    expect(await step("closeClassProblem", people.townLeader)).toBe("PLAN_UNFINISHED");
    expect(await step("recordProgress", people.townLeader, "quantityDone: 48")).toBe("PLANNED");

    const [last = "", ...others] = ticketNumbers;
    for (const ticket of others) await answer(ticket);
    const { errors } = await move("closeClassProblem", number, people.townLeader);
    expect(errors).toMatchObject([{ code: "CLASS_PROBLEM_UNANSWERED" }]);
    expect(errors[0]?.message).toContain(last);
    await answer(last);

    // Who comes when all others are answered holds it open all the same.
    const late = await demand({ estateCode, hour: 24 * 20 });
    expect(await linked([late])).toEqual([number]);
    const tooSoon = await move("closeClassProblem", number, people.townLeader);
    expect(tooSoon.errors).toMatchObject([{ code: "CLASS_PROBLEM_UNANSWERED" }]);
    expect(tooSoon.errors[0]?.message).toContain(late);
    await answer(late);
    const closing = await move("closeClassProblem", number, people.townLeader, "", hours(24 * 27));
    expect(closing).toMatchObject({ errors: [], data: { closeClassProblem: { state: "CLOSED" } } });

    const { classProblem } = await story.must<{ classProblem: unknown }>(
      `query ($number: String!) { classProblem(number: $number) {
        cause daysTaken plan { quantityPlanned quantityDone quantityUnit approvedBy { code } }
      } }`,
      { number },
      centre,
    );
    expect(classProblem).toEqual({
      cause: "2012年设计未预留用电负荷",
      daysTaken: 27,
      plan: {
        quantityPlanned: 48,
        quantityDone: 48,
        quantityUnit: "个充电桩",
        approvedBy: { code: "110117" },
      },
    });
  });
});

describe("a class problem that somebody sees in one demand, worked off grid by grid (ZY-21, §6.4)", () => {
  const grids = ["110117005001001", "110117005001002", "110117005002001"] as const;
  const neighbourMember = person(Post.GRID_MEMBER, { unit: "110117005002" });
  let ticket: string;
  let number: string;
  const opening = (of: string, more = "") =>
    `mutation { openClassProblem(ticket: "${of}", title: "老年人无智能手机", grounds: "全镇独居老人均有此困难",
       idempotencyKey: "${newKey()}"${more}) { number state } }`;
  const codeOf = async (mutation: string, as: Principal) =>
    (await subgraph.ask(mutation, {}, { as })).errors[0]?.code ?? null;

  beforeAll(async () => {
    const place = { gridCode: grids[0] };
    ticket = await story.report({ text: "老人没有智能手机，办不了健康码", place });
  });

  it("is opened from one matched ticket, by who answers for the whole place, once", async () => {
    const townWide = ', division: "110117005"';
    expect(await codeOf(opening(ticket, townWide), people.townLeader)).toBe("CLASS_PROBLEM_UNMATCHED");
    await story.match(ticket, centre, "HEALTH-CODE");
    for (const as of [people.secretary, people.gridMember, people.performance]) {
      expect(await codeOf(opening(ticket), as)).toBe("CLASS_PROBLEM_ELSEWHERE");
    }
    for (const wide of ['"110117"', '"110117006"', '"11"']) {
      expect(await codeOf(opening(ticket, `, division: ${wide}`), people.townLeader)).toBe(
        "CLASS_PROBLEM_ELSEWHERE",
      );
    }
    expect(await codeOf(opening(ticket), people.otherDistrict)).toBe("NOT_FOUND");
    const { openClassProblem } = await story.must<{ openClassProblem: { number: string } }>(
      opening(ticket, townWide),
      {},
      { as: people.townLeader },
    );
    number = openClassProblem.number;
    expect(await codeOf(opening(ticket), people.townLeader)).toBe("CLASS_PROBLEM_OF_TICKET");
    const { classProblem } = await story.must<{ classProblem: object }>(
      `query ($number: String!) { classProblem(number: $number) { title grounds ruleVersion division { code }
         tickets(first: 1, order: OLDEST) { edges { node { number } } } } }`,
      { number },
      centre,
    );
    expect(classProblem).toEqual({
      title: "老年人无智能手机",
      grounds: "全镇独居老人均有此困难",
      ruleVersion: null,
      division: { code: "110117005" },
      tickets: { edges: [{ node: { number: ticket } }] },
    });
  });

  const assign = (targets: string) => `task: "逐户上门代办", targets: [${targets}]`;
  const all = `{ grid: "${grids[0]}", targets: 4 }, { grid: "${grids[1]}", targets: 3 }, { grid: "${grids[2]}", targets: 0 }`;
  const step = async (name: string, as: Principal, argumentsText = "") => {
    const { data, errors } = await move(name, number, as, argumentsText);
    return errors[0]?.code ?? data[name]?.state;
  };
  const report = (at: string, numbers: string, as: Principal) =>
    step("reportGridTask", as, `report: { grid: "${at}", ${numbers} }`);

  it("gives every grid of the place its task at once, when the plan is approved", async () => {
    const leader = people.townLeader;
    expect(await step("assignGridTasks", leader, assign(all))).toBe("CLASS_PROBLEM_ILLEGAL_MOVE");
    await step("recordCause", people.dispatcher, 'cause: "不会使用智能手机"');
    const plan =
      'plan: { field: "卫生健康", text: "网格员上门代办", quantityPlanned: 7, quantityUnit: "人" }';
    await step("setPlan", leader, plan);
    expect(await step("assignGridTasks", leader, assign(all))).toBe("PLAN_NOT_APPROVED");
    await step("approvePlan", leader);
    expect(await step("assignGridTasks", people.secretary, assign(all))).toBe("CLASS_PROBLEM_WRONG_POST");
    for (const incomplete of [
      `{ grid: "${grids[0]}", targets: 4 }`,
      `${all}, { grid: "110117006001001", targets: 1 }`,
    ]) {
      expect(await step("assignGridTasks", leader, assign(incomplete))).toBe("GRID_TASKS_INCOMPLETE");
    }
    expect(await step("assignGridTasks", leader, assign(all.replace("targets: 0", "targets: -1")))).toBe(
      "GRID_TASK_NUMBERS",
    );
    expect(await step("assignGridTasks", leader, assign(all))).toBe("PLANNED");
    expect(await step("assignGridTasks", leader, assign(all))).toBe("GRID_TASKS_GIVEN");
  });

  it("is reported on by the members, two of them at once too, and shows each community its own", async () => {
    expect(await report(grids[2], "reached: 0", people.gridMember)).toBe("NOT_THE_GRIDS_MEMBER");
    expect(await report(grids[0], "reached: 5", people.gridMember)).toBe("GRID_TASK_NUMBERS");
    expect(await report("110117005001009", "reached: 1", people.gridMember)).toBe("NOT_FOUND");
    const both = await Promise.all([
      report(grids[0], "reached: 4", people.gridMember),
      report(grids[1], "reached: 1, found: 2", people.gridMember),
    ]);
    expect(both).toEqual(["PLANNED", "PLANNED"]);
    expect(await report(grids[0], "reached: 3", people.gridMember)).toBe("GRID_TASK_NUMBERS");

    const seen = async (as: Principal) => {
      const { data } = await subgraph.ask<{ classProblem: object | null }>(
        `query ($number: String!) { classProblem(number: $number) { number
           gridTasks(first: 10) { edges { node { grid { code } targets reached doneAt } } }
           reach { grids done targets reached share } } }`,
        { number },
        { as },
      );
      return data.classProblem;
    };
    const row = (at: string, targets: number, reached: number) => ({
      node: {
        grid: { code: at },
        targets,
        reached,
        doneAt: targets === reached && reached > 0 ? expect.any(String) : null,
      },
    });
    const reach = { grids: 3, done: 1, targets: 6, reached: 5, share: 83.33 };
    const own = [row(grids[0], 4, 4), row(grids[1], 2, 1)];
    expect(await seen(people.townLeader)).toEqual({
      number,
      gridTasks: { edges: [...own, row(grids[2], 0, 0)] },
      reach,
    });
    expect(await seen(people.gridMember)).toMatchObject({ gridTasks: { edges: own }, reach });
    // No ticket of it lies with the neighbours; their task does.
    expect(await seen(neighbourMember)).toMatchObject({ gridTasks: { edges: [row(grids[2], 0, 0)] }, reach });
    expect(await seen(resident("somebody"))).toBeNull();
    expect(await seen(people.otherDistrict)).toBeNull();
    expect(await seen(people.housing)).toBeNull();
  });

  it("are listed by place, what is still to be done alone, each community its own", async () => {
    const listed = async (as: Principal, args: string) => {
      const { data, errors } = await subgraph.ask<{
        gridTasks: { totalCount: number; edges: { node: { grid: object; classProblem: object } }[] };
      }>(
        `{ gridTasks(${args}) { totalCount edges { node { grid { code } classProblem { number } } } } }`,
        {},
        { as },
      );
      return errors[0]?.code ?? data.gridTasks;
    };
    const of = (...codes: string[]) => ({
      totalCount: codes.length,
      edges: codes.map((code) => ({ node: { grid: { code }, classProblem: { number } } })),
    });
    const town = 'division: "110117005"';
    expect(await listed(people.townLeader, town)).toEqual(of(...grids));
    expect(await listed(people.townLeader, `${town}, open: true`)).toEqual(of(grids[1], grids[2]));
    expect(await listed(people.townLeader, `${town}, open: false`)).toEqual(of(grids[0]));
    expect(await listed(people.townLeader, `${town}, grid: "${grids[1]}"`)).toEqual(of(grids[1]));
    expect(await listed(people.townLeader, 'division: "110117006"')).toEqual(of());
    expect(await listed(people.gridMember, `${town}, open: true`)).toEqual(of(grids[1]));
    expect(await listed(neighbourMember, town)).toEqual(of(grids[2]));
    for (const as of [people.otherDistrict, people.housing]) expect(await listed(as, town)).toEqual(of());
    expect(await listed(resident("somebody"), town)).toBe("WITHHELD");
  });

  it("is closed when every grid is done", async () => {
    await step("recordProgress", people.townLeader, "quantityDone: 7");
    expect(await step("closeClassProblem", people.townLeader)).toBe("GRID_TASKS_OPEN");
    expect(await report(grids[1], "reached: 2", people.gridMember)).toBe("PLANNED");
    expect(await report(grids[2], "reached: 0", neighbourMember)).toBe("PLANNED");
    expect(await step("closeClassProblem", people.townLeader)).toBe("CLASS_PROBLEM_UNANSWERED");
    await answer(ticket);
    expect(await step("closeClassProblem", people.townLeader)).toBe("CLOSED");
    expect(await report(grids[1], "reached: 2", people.gridMember)).toBe("CLASS_PROBLEM_ILLEGAL_MOVE");
  });

  it("63 plans in 11 fields are counted by field", async () => {
    const year = "2021";
    await subgraph.database.query(
      `INSERT INTO class_problem (district_code, number, state, matter_code, division_code, title, grounds,
         plan_field, approved_at, opened_at, closed_at)
       SELECT '110117', '110117-C-${year}0101-' || lpad(n::text, 4, '0'), CASE WHEN n <= 60 THEN 'CLOSED' ELSE 'PLANNED' END,
         '${chargers}', '110117005', '示例', '示例', '领域' || n % 11, '${year}-02-01', '${year}-01-01',
         CASE WHEN n <= 60 THEN timestamptz '${year}-12-01' END
       FROM generate_series(1, 63) AS n`,
    );
    await subgraph.database.query(
      `INSERT INTO ticket SELECT (jsonb_populate_record(null::ticket, to_jsonb(one) || jsonb_build_object(
           'number', '110117-${year}0101-' || lpad(n::text, 6, '0'),
           'class_problem_number', '110117-C-${year}0101-' || lpad(n::text, 4, '0')))).*
       FROM ticket one, generate_series(1, 63) AS n WHERE one.number = $1`,
      [await story.report()],
    );
    const fields = async (as: Principal) => {
      const { plansByField } = await story.must<{
        plansByField: { plans: number; approved: number; carriedOut: number }[];
      }>(
        `{ plansByField(division: "110117", from: "${year}-01-01", until: "${year}-12-31") { field plans approved carriedOut } }`,
        {},
        { as },
      );
      const sum = (of: "plans" | "approved" | "carriedOut") =>
        plansByField.reduce((total, each) => total + each[of], 0);
      return [plansByField.length, sum("plans"), sum("approved"), sum("carriedOut")];
    };
    expect(await fields(people.districtLeader)).toEqual([11, 63, 63, 60]);
    expect(await fields(people.otherDistrict)).toEqual([0, 0, 0, 0]);
  });
});

describe("who sees a class problem, and where", () => {
  let number: string;
  let estateCode: string;
  const me = resident("person-of-the-estate");
  beforeAll(async () => {
    estateCode = newEstate();
    const place = { gridCode: grid, estateCode };
    const mine = await story.report({ place }, { as: me });
    await story.match(mine);
    const others = await demands(14, () => ({ estateCode }));
    number = await theProblem([mine, ...others]);
  });

  it.each([
    ["its community", people.secretary, true],
    ["its town", people.townLeader, true],
    ["the district", people.districtLeader, true],
    ["one of those who asked", me, true],
    ["another resident", resident("person-elsewhere"), false],
    ["the neighbouring community", people.neighbourSecretary, false],
    ["a department without a ticket of it", people.powerSupply, false],
    ["another district", people.otherDistrict, false],
  ])("%s: who sees one of its tickets", async (_, as, visible) => {
    const { classProblem } = await story.must<{ classProblem: object | null }>(
      "query ($number: String!) { classProblem(number: $number) { number } }",
      { number },
      { as },
    );
    expect(classProblem !== null).toBe(visible);
  });

  it("a resident sees that there is one, not its cause and plan", async () => {
    const { data, errors } = await subgraph.ask<{ classProblem: object }>(
      "query ($number: String!) { classProblem(number: $number) { number cause plan { text } } }",
      { number },
      { as: me },
    );
    expect(data.classProblem).toEqual({ number, cause: null, plan: null });
    expect(errors.map(({ code }) => code)).toEqual(["WITHHELD", "WITHHELD"]);
  });

  it("is listed under its estate, many estates in one query, and in its division", async () => {
    const listOfEstates = vi.spyOn(ClassProblemStore.prototype, "listOfEstates");
    const { _entities, classProblems } = await story.must<{
      _entities: { classProblems: { edges: { node: { number: string } }[] } }[];
      classProblems: { edges: { node: { number: string } }[] };
    }>(
      `query ($estates: [_Any!]!) {
        _entities(representations: $estates) {
          ... on Estate { classProblems(first: 5) { edges { node { number } } } }
        }
        classProblems(division: "110117005", states: [OPEN], first: 50) { edges { node { number } } }
      }`,
      { estates: [estateCode, newEstate()].map((code) => ({ __typename: "Estate", code })) },
      centre,
    );
    expect(_entities.map((each) => each.classProblems.edges.map(({ node }) => node.number))).toEqual([
      [number],
      [],
    ]);
    expect(classProblems.edges.map(({ node }) => node.number)).toContain(number);
    expect(listOfEstates).toHaveBeenCalledTimes(1);
    listOfEstates.mockRestore();
  });
});
