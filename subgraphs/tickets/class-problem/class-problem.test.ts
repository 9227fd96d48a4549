import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
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
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(plainAnswers) });
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
  beforeAll(async () => {
    const estateCode = newEstate();
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

  async function answer(ticket: string): Promise<void> {
    const unit = { as: people.housing };
    await story.move("dispatchTicket", ticket, centre);
    await story.move("signTicket", ticket, unit);
    await story.move("startTicket", ticket, unit);
    const handling = 'input: { contacted: true, solved: true, account: "建桩", publicReply: "已建成" }';
    await story.move("handleTicket", ticket, unit, handling);
    await story.move("giveFeedback", ticket, unit);
  }
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
