import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asker, openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  type Answers,
  chargers,
  chargingItem,
  graphOf,
  housing,
  newKey,
  people,
  plainAnswers,
  powerSupply,
  resident,
  TicketStory,
} from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

const answers: Answers = { ...plainAnswers };
const graph = graphOf(answers);
let subgraph: TestSubgraph;
let story: TicketStory;

beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

const centre = { as: people.dispatcher };
const lead = { as: people.housing };
const company = { as: people.powerSupply };

const forHousing = { unit: housing, matter: chargers, item: chargingItem, task: "核定车位与方案" };
const forCompany = { unit: powerSupply, matter: chargers, task: "配电增容" };
const fields = `ordinal task listId listVersion byContract assignedAt signedAt doneAt result releasedAt releaseReason
  unit { code } matter { code } item { code }`;

interface Answer {
  readonly tasks?: readonly Record<string, unknown>[];
  readonly refusal?: string;
}

async function ask(call: string, number: string, asker: Asker, variables: object = {}): Promise<Answer> {
  const { data, errors } = await subgraph.ask<{ answer: { tasks: Record<string, unknown>[] } }>(
    `mutation ($number: String!, $key: String!${call.includes("$tasks") ? ", $tasks: [TicketTaskInput!]!" : ""}) {
      answer: ${call.replace("(", "(number: $number, idempotencyKey: $key, ")} { tasks { ${fields} } }
    }`,
    { number, key: newKey(), ...variables },
    asker,
  );
  return errors[0] ? { refusal: errors[0].code as string } : { tasks: data.answer.tasks };
}

const split = (number: string, tasks: readonly object[], asker: Asker = centre) =>
  ask("splitTicket(tasks: $tasks)", number, asker, { tasks });
const sign = (number: string, ordinal: number, asker: Asker) =>
  ask(`signTask(ordinal: ${ordinal})`, number, asker);
const complete = (number: string, ordinal: number, asker: Asker) =>
  ask(`completeTask(ordinal: ${ordinal}, result: "已完成")`, number, asker);
const release = (number: string, ordinal: number, asker: Asker) =>
  ask(`releaseTask(ordinal: ${ordinal}, reason: "不属本单位")`, number, asker);

const handled = `input: { contacted: true, solved: true, account: "已办", publicReply: "已办结" }`;

/** With the housing commission, begun, and split between it and the power company. */
async function splitBetweenTwo(): Promise<string> {
  const number = await story.dispatched();
  await story.move("signTicket", number, lead);
  await story.move("startTicket", number, lead);
  await split(number, [forHousing, forCompany]);
  return number;
}

const sees = async (number: string, asker: Asker) => {
  const { data } = await subgraph.ask<{ ticket: object | null }>(
    "query ($number: String!) { ticket(number: $number) { number } }",
    { number },
    asker,
  );
  return data.ticket !== null;
};

describe("a ticket split into tasks (分解流转)", () => {
  it("ZY-16: each unit gets its task by the lists of the day, a company by contract; the ticket stays where it is", async () => {
    const number = await story.dispatched();
    expect((await split(number, [forHousing, forCompany])).tasks).toMatchObject([
      {
        ordinal: 1,
        unit: { code: housing },
        item: { code: chargingItem },
        listId: "110117-POWER",
        listVersion: 3,
        byContract: false,
        signedAt: null,
      },
      { ordinal: 2, unit: { code: powerSupply }, item: null, byContract: true, task: "配电增容" },
    ]);
    const { ticket } = await story.must<{ ticket: object }>(
      "query ($number: String!) { ticket(number: $number) { state handlingUnit { code } log(first: 9) { edges { node { kind payload } } } } }",
      { number },
      centre,
    );
    expect(ticket).toMatchObject({ state: "DISPATCHED", handlingUnit: { code: housing } });
    expect(JSON.stringify(ticket)).toContain('"kind":"TICKET_SPLIT"');
  });

  it("GZ-8: is refused whole when the lists allow one of them not", async () => {
    const number = await story.dispatched();
    const usual = answers.dispatchVerdict;
    answers.dispatchVerdict = (asked) => ({
      ...(usual?.(asked) as object),
      ...(asked.unit === powerSupply && {
        allowed: false,
        code: "OFF_LIST",
        rule: "GZ-8",
        reason: "off",
        reasonZh: "不在",
      }),
    });
    expect(await split(number, [forHousing, forCompany])).toEqual({ refusal: "OFF_LIST" });
    if (usual) answers.dispatchVerdict = usual;
    expect((await split(number, [forCompany])).tasks).toHaveLength(1);
  });

  it("ZY-18: is not done while a task is open; once all are, the handling unit declares the whole", async () => {
    const number = await splitBetweenTwo();
    await expect(story.move("handleTicket", number, lead, handled)).rejects.toThrow("TICKET_TASKS_OPEN");
    await sign(number, 1, lead);
    await complete(number, 1, lead);
    await expect(story.move("handleTicket", number, lead, handled)).rejects.toThrow("TICKET_TASKS_OPEN");
    await sign(number, 2, company);
    expect((await complete(number, 2, company)).tasks?.[1]).toMatchObject({
      signedAt: "2026-06-01T01:00:00.000Z",
      doneAt: "2026-06-01T01:00:00.000Z",
      result: "已完成",
    });
    expect(await story.move("handleTicket", number, lead, handled)).toBe("HANDLED");
  });

  it("is released by the unit or the centre, with the reason, and may be given to another", async () => {
    const number = await splitBetweenTwo();
    expect((await release(number, 2, company)).tasks?.[1]).toMatchObject({ releaseReason: "不属本单位" });
    expect((await release(number, 1, centre)).tasks?.[0]).toMatchObject({ releaseReason: "不属本单位" });
    expect((await split(number, [forCompany])).tasks?.[2]).toMatchObject({ ordinal: 3, releasedAt: null });
  });

  it("opens the case to the unit that has a task of it, until it is released, and to nobody else", async () => {
    const number = await story.dispatched();
    expect(await sees(number, company)).toBe(false);
    await split(number, [forCompany]);
    expect(await sees(number, company)).toBe(true);
    await release(number, 1, company);
    expect(await sees(number, company)).toBe(false);
    await split(number, [forCompany]);
    await subgraph.database.query(
      "UPDATE ticket SET state = 'STRUCK_OFF', confirmed_solved = true WHERE number = $1",
      [number],
    );
    expect(await sees(number, company)).toBe(false);
  });

  it("shows a body that has a task of it who asked, a company only behind the mask", async () => {
    const demander = { name: "王小满", phone: "13812345678" };
    const number = await story.report({ demander });
    await story.match(number);
    await story.move("dispatchTicket", number, centre, `unit: "110117-URBAN-MANAGEMENT"`);
    await split(number, [forHousing, forCompany]);
    const phoneSeenBy = async (asker: Asker) => {
      const { data } = await subgraph.ask<{
        ticket: { demands: { edges: { node: { demander: { phone: string } } }[] } };
      }>(
        "query ($number: String!) { ticket(number: $number) { demands(first: 1) { edges { node { demander { phone } } } } } }",
        { number },
        asker,
      );
      return data.ticket.demands.edges[0]?.node.demander.phone;
    };
    expect(await phoneSeenBy(lead)).toBe("13812345678");
    expect(await phoneSeenBy(company)).toBe("138****5678");
  });

  it.each<[string, (number: string) => Promise<Answer>, string]>([
    ["nobody but the centre splits", (number) => split(number, [forCompany], lead), "NOT_THE_CENTRE"],
    ["no task at all", (number) => split(number, []), "TICKET_TASK_COUNT"],
    [
      "eleven tasks",
      (number) =>
        split(
          number,
          Array.from({ length: 11 }, (_, index) => ({ ...forCompany, unit: `110117-U${index}` })),
        ),
      "TICKET_TASK_COUNT",
    ],
    [
      "a unit twice",
      (number) =>
        split(number, [
          { ...forCompany, unit: "110117-X" },
          { ...forCompany, unit: "110117-X" },
        ]),
      "TICKET_TASK_TWICE",
    ],
    ["a unit that has an open one", (number) => split(number, [forCompany]), "TICKET_TASK_TWICE"],
    [
      "a unit of another district",
      (number) => split(number, [{ ...forCompany, unit: "430105-COMMERCE" }]),
      "UNIT_OF_ANOTHER_DISTRICT",
    ],
    [
      "a task without words",
      (number) => split(number, [{ ...forCompany, unit: "110117-X", task: " " }]),
      "BAD_INPUT",
    ],
    ["another unit signs", (number) => sign(number, 2, lead), "NOT_THE_TASKS_UNIT"],
    ["done before it is signed for", (number) => complete(number, 2, company), "TICKET_TASK_UNSIGNED"],
    ["a task there is not", (number) => sign(number, 9, company), "NOT_FOUND"],
    ["another unit releases", (number) => release(number, 2, lead), "NOT_THE_CENTRE"],
  ])("refuses: %s", async (_, act, code) => {
    expect(await act(await splitBetweenTwo())).toEqual({ refusal: code });
  });

  it("asks the lists about no more tasks than there may be, however many are sent", async () => {
    const number = await splitBetweenTwo();
    const before = graph.asked.length;
    const many = Array.from({ length: 300 }, (_, index) => ({ ...forCompany, unit: `110117-${index}` }));
    expect(await split(number, many, { as: resident("person-1") })).toEqual({ refusal: "NOT_FOUND" });
    expect(await split(number, many)).toEqual({ refusal: "TICKET_TASK_COUNT" });
    expect(graph.asked.length - before).toBeLessThanOrEqual(20);
  });

  it("refuses what is over: signed twice, done, released", async () => {
    const number = await splitBetweenTwo();
    await sign(number, 2, company);
    expect(await sign(number, 2, company)).toEqual({ refusal: "TICKET_TASK_SIGNED" });
    await complete(number, 2, company);
    expect(await complete(number, 2, company)).toEqual({ refusal: "TICKET_TASK_OVER" });
    expect(await release(number, 2, centre)).toEqual({ refusal: "TICKET_TASK_OVER" });
  });

  it("of two clerks who sign at once one does, the other is told (§6.7)", async () => {
    const number = await splitBetweenTwo();
    const both = await Promise.all([sign(number, 2, company), sign(number, 2, company)]);
    expect(both.filter(({ tasks }) => tasks)).toHaveLength(1);
    expect(both.find(({ refusal }) => refusal)?.refusal).toBe("TICKET_TASK_SIGNED");
  });

  it("keeps the result from residents, who read the public reply", async () => {
    const number = await story.report({}, { as: resident("r-1") });
    await story.match(number);
    await story.move("dispatchTicket", number, centre);
    await split(number, [forCompany]);
    await sign(number, 1, company);
    await complete(number, 1, company);
    const { data, errors } = await subgraph.ask<{ ticket: { tasks: object[] } }>(
      "query ($number: String!) { ticket(number: $number) { tasks { task result } } }",
      { number },
      { as: resident("r-1") },
    );
    expect(data.ticket.tasks).toEqual([{ task: "配电增容", result: null }]);
    expect(errors.length).toBeGreaterThan(0);
  });
});
