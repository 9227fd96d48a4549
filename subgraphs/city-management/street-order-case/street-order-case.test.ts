import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import { type KaifuTest, kaifu, openKaifu, people } from "../city-management.fixtures.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import { StreetOrderLimitUnit } from "../street-order-standard/street-order-standard.ts";

let test: KaifuTest;
beforeAll(async () => {
  test = await openKaifu();
  const { build } = test;
  await build.component(kaifu.lamp, "连升街3号路灯");
  await build.standard(StreetOrderKind.EVENT, "0502", 7, StreetOrderLimitUnit.WORKING_DAYS);
  await build.standard(StreetOrderKind.EVENT, "0502", 4, StreetOrderLimitUnit.WORKING_HOURS, {
    validFrom: "2026-05-01",
  });
  await build.standard(StreetOrderKind.EVENT, "0502", 2, StreetOrderLimitUnit.WORKING_HOURS, {
    validFrom: "2026-07-01",
  });
  await build.standard(StreetOrderKind.COMPONENT, "0103", 1, StreetOrderLimitUnit.WORKING_DAYS);
});
afterAll(() => test.close());

const beijing = (text: string): Date => new Date(`${text.replace(" ", "T")}:00+08:00`);

interface Case {
  readonly number: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

/** Sends a mutation; its answer, and the code where it was refused. */
async function send(
  mutation: string,
  types: string,
  variables: Record<string, unknown>,
  as: Principal | undefined,
  at: string,
  idempotencyKey: string = randomUUID(),
): Promise<{ case: Case | null; code: unknown }> {
  const names = Object.keys(variables);
  const { data, errors } = await test.ask<{ answer: Case } | null>(
    `mutation (${types}, $idempotencyKey: String!) {
      answer: ${mutation}(${names.map((name) => `${name}: $${name}`).join(", ")}, idempotencyKey: $idempotencyKey) {
        number state dueAt overdue } }`,
    { ...variables, idempotencyKey },
    { ...(as && { as }), at: beijing(at) },
  );
  return { case: data?.answer ?? null, code: errors[0]?.code };
}

const outside = {
  event: "0502",
  grid: kaifu.grid,
  place: "西长街南口",
  description: "面馆桌椅占满人行道",
  foundBy: "ENFORCEMENT",
};
const report = (
  input: Record<string, unknown> = outside,
  as: Principal | undefined = people.officer,
  at = "2026-06-01 09:00",
  key?: string,
) => send("reportStreetOrderCase", "$input: ReportStreetOrderCaseInput!", { input }, as, at, key);

const number = "$number: String!";
const establish = (
  of: string,
  as: Principal = people.supervisor,
  passed = true,
  note: string | null = null,
) =>
  send(
    "establishStreetOrderCase",
    `${number}, $passed: Boolean!, $note: String`,
    { number: of, passed, note },
    as,
    "2026-06-01 09:30",
  );
const dispatch = (
  of: string,
  handlingUnit: string = kaifu.bureau,
  as: Principal = people.dispatcher,
  at = "2026-06-01 10:00",
) =>
  send("dispatchStreetOrderCase", `${number}, $handlingUnit: String!`, { number: of, handlingUnit }, as, at);
const handle = (of: string, as: Principal = people.officer, at = "2026-06-01 14:00") =>
  send(
    "handleStreetOrderCase",
    `${number}, $measures: String!`,
    { number: of, measures: "已劝导移回店内" },
    as,
    at,
  );
const feedBack = (of: string, as: Principal = people.dispatcher) =>
  send("feedBackStreetOrderCase", number, { number: of }, as, "2026-06-01 14:30");
const verify = (of: string, passed: boolean, as: Principal = people.supervisor) =>
  send(
    "verifyStreetOrderCase",
    `${number}, $passed: Boolean!, $finding: String!`,
    { number: of, passed, finding: passed ? "人行道已恢复" : "桌椅仍在" },
    as,
    "2026-06-01 16:00",
  );
const evaluate = (of: string, as: Principal = people.supervisor) =>
  send(
    "evaluateStreetOrderCase",
    `${number}, $opinion: String!`,
    { number: of, opinion: "返工一次" },
    as,
    "2026-06-02 09:00",
  );

const numberOf = async (reported: ReturnType<typeof report>): Promise<string> =>
  (await reported).case?.number ?? "";

const entriesOf = (subject: string): Promise<{ kind: string; payload: object }[]> =>
  test.database.query("SELECT kind, payload FROM log_entry WHERE subject = $1 ORDER BY sequence", [subject]);

describe("a case is taken through the seven steps", () => {
  it("with a round of rework, each step on record once, in the log and in the feed", async () => {
    const { case: found } = await report();
    expect(found).toMatchObject({
      number: "430105-C-20260601-0001",
      state: "COLLECTED",
      dueAt: null,
      overdue: false,
    });
    const of = found?.number ?? "";
    expect((await establish(of)).case).toMatchObject({ state: "ESTABLISHED" });
    // 10:00 and four working hours of the version in force: the noon break leaves 15:00.
    expect((await dispatch(of)).case).toMatchObject({
      state: "DISPATCHED",
      dueAt: "2026-06-01T07:00:00.000Z",
    });
    expect((await handle(of)).case).toMatchObject({ state: "HANDLED", overdue: false });
    expect((await feedBack(of)).case).toMatchObject({ state: "FEEDBACK_GIVEN" });
    expect((await verify(of, false)).case).toMatchObject({ state: "DISPATCHED", overdue: true });
    expect((await handle(of, people.officer, "2026-06-01 16:30")).case).toMatchObject({
      state: "HANDLED",
      overdue: true,
    });
    expect((await feedBack(of)).case).toMatchObject({ state: "FEEDBACK_GIVEN" });
    expect((await verify(of, true)).case).toMatchObject({ state: "CLOSED" });
    expect((await evaluate(of)).case).toMatchObject({ state: "EVALUATED", overdue: true });

    const { data } = await test.ask<{
      streetOrderCase: { steps: { step: string; unit: { code: string } }[] };
    }>(
      `query ($number: String!) { streetOrderCase(number: $number) {
        handlingUnit { code } limitAmount limitUnit closedAt
        standard { limitAmount registrationCondition closingCondition responsibleUnit { code } district { code } }
        steps { ordinal step at post passed note unit { code } } } }`,
      { number: of },
      { as: people.supervisor },
    );
    expect(data.streetOrderCase).toMatchObject({
      handlingUnit: { code: kaifu.bureau },
      limitAmount: 4,
      limitUnit: "WORKING_HOURS",
      closedAt: "2026-06-01T08:00:00.000Z",
      standard: { limitAmount: 4, responsibleUnit: { code: kaifu.bureau }, district: { code: "430105" } },
    });
    expect(data.streetOrderCase.steps.map(({ step, unit }) => [step, unit.code])).toEqual([
      ["COLLECTION", kaifu.bureau],
      ["ESTABLISHMENT", kaifu.supervisionCentre],
      ["DISPATCH", kaifu.commandCentre],
      ["HANDLING", kaifu.bureau],
      ["FEEDBACK", kaifu.commandCentre],
      ["VERIFICATION", kaifu.supervisionCentre],
      ["HANDLING", kaifu.bureau],
      ["FEEDBACK", kaifu.commandCentre],
      ["VERIFICATION", kaifu.supervisionCentre],
      ["EVALUATION", kaifu.supervisionCentre],
    ]);
    expect(data.streetOrderCase.steps[5]).toMatchObject({
      ordinal: 6,
      at: "2026-06-01T08:00:00.000Z",
      post: "RESPONDER",
      passed: false,
      note: "桌椅仍在",
    });

    const kinds = (await entriesOf(of)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "STREET_ORDER_COLLECTED",
      "STREET_ORDER_ESTABLISHED",
      "STREET_ORDER_DISPATCHED",
      "STREET_ORDER_HANDLED",
      "STREET_ORDER_FEEDBACK_GIVEN",
      "STREET_ORDER_SENT_BACK",
      "STREET_ORDER_HANDLED",
      "STREET_ORDER_FEEDBACK_GIVEN",
      "STREET_ORDER_CLOSED",
      "STREET_ORDER_EVALUATED",
    ]);
    const { data: fed } = await test.ask<{ cityManagementFeed: { subject: string; kind: string }[] }>(
      "{ cityManagementFeed(after: 0, first: 100) { subject kind } }",
      {},
      { as: people.service },
    );
    expect(fed.cityManagementFeed.filter(({ subject }) => subject === of).map(({ kind }) => kind)).toEqual(
      kinds,
    );
  });

  it("and a step once taken stays as it was", async () => {
    await expect(test.database.query("UPDATE street_order_step SET note = ''")).rejects.toThrow(
      /written once/,
    );
    await expect(test.database.query("DELETE FROM street_order_step")).rejects.toThrow(/written once/);
  });

  it("or is declined, which ends it", async () => {
    const of = await numberOf(report());
    expect((await establish(of, people.supervisor, false)).code).toBe("BAD_INPUT");
    expect((await establish(of, people.supervisor, false, "重复上报")).case).toMatchObject({
      state: "DECLINED",
    });
    expect((await dispatch(of)).code).toBe("STREET_ORDER_STEP_OUT_OF_TURN");
  });
});

describe("the one that handles does not judge", () => {
  it("neither the bureau nor its station verifies what the bureau handled, nor does the command centre", async () => {
    const of = await numberOf(report());
    await establish(of);
    await dispatch(of);
    await handle(of);
    await feedBack(of);
    for (const as of [people.officer, people.bureauChief, people.stationChief]) {
      expect((await verify(of, true, as)).code).toBe("STREET_ORDER_JUDGED_BY_HANDLER");
    }
    expect((await verify(of, true, people.dispatcher)).code).toBe("FORBIDDEN");
    expect((await verify(of, true)).case).toMatchObject({ state: "CLOSED" });
    expect((await evaluate(of, people.bureauChief)).code).toBe("STREET_ORDER_JUDGED_BY_HANDLER");
  });

  it("the supervision centre does not dispatch, and nothing is sent to a centre", async () => {
    const of = await numberOf(report());
    await establish(of);
    expect((await dispatch(of, kaifu.bureau, people.supervisor)).code).toBe("FORBIDDEN");
    expect((await dispatch(of, kaifu.supervisionCentre)).code).toBe("STREET_ORDER_HANDLED_BY_CENTRE");
    expect((await dispatch(of, "430105-NO-SUCH-UNIT")).code).toBe("NOT_FOUND");
  });

  it("who does not reach the case is told there is none", async () => {
    const of = await numberOf(report());
    expect((await establish(of, people.inspector)).code).toBe("NOT_FOUND");
    expect((await establish(of, people.otherOfficer)).code).toBe("NOT_FOUND");
  });
});

describe("the standard", () => {
  it("in force at the dispatch fixes the limit, whatever comes later", async () => {
    const of = await numberOf(report(outside, people.officer, "2026-07-01 09:00"));
    await establish(of);
    const { case: dispatched } = await dispatch(of, kaifu.bureau, people.dispatcher, "2026-07-01 10:00");
    expect(dispatched).toMatchObject({ dueAt: "2026-07-01T04:00:00.000Z" });
  });

  it("must be there before anything is registered", async () => {
    const of = await numberOf(report({ ...outside, event: "0101" }));
    expect((await establish(of)).code).toBe("STREET_ORDER_NO_STANDARD");
  });

  it("is published: one a sub-class, as of today", async () => {
    const { data } = await test.ask<{
      streetOrderStandards: { validFrom: string; subclass: { name: string } }[];
    }>(
      `{ streetOrderStandards(district: "430105") { validFrom limitAmount limitUnit sample subclass { name } } }`,
    );
    expect(data.streetOrderStandards).toEqual([
      {
        validFrom: "2026-01-01",
        limitAmount: 1,
        limitUnit: "WORKING_DAYS",
        sample: true,
        subclass: { name: "路灯" },
      },
      {
        validFrom: "2026-05-01",
        limitAmount: 4,
        limitUnit: "WORKING_HOURS",
        sample: true,
        subclass: { name: "店外经营" },
      },
    ]);
  });

  it.each([
    ["no limit", { limitAmount: 0 }],
    ["a unit of another district", { responsibleUnitCode: "110117-URBAN-MANAGEMENT" }],
    ["a sub-class that is none", { subclassCode: "0599" }],
  ])("cannot be kept with %s", async (_, more) => {
    const kept = test.build.standard(
      StreetOrderKind.EVENT,
      "0501",
      4,
      StreetOrderLimitUnit.WORKING_HOURS,
      more,
    );
    await expect(kept).rejects.toThrow();
  });
});

describe("a report", () => {
  const aboutLamp = { component: kaifu.lamp, place: "连升街", description: "灯不亮", foundBy: "GRID_MEMBER" };

  it("of a component brings its grid and sub-class with it", async () => {
    const of = await numberOf(report(aboutLamp));
    const { data } = await test.ask(
      `query ($number: String!) { streetOrderCase(number: $number) {
        kind foundBy grid { code } component { name streetOrderCases { edges { node { number } } } } subclass { name } business { creditCode } ticket { number } } }`,
      { number: of },
      { as: people.officer },
    );
    expect(data).toEqual({
      streetOrderCase: {
        kind: "COMPONENT",
        foundBy: "GRID_MEMBER",
        grid: { code: kaifu.grid },
        component: { name: "连升街3号路灯", streetOrderCases: { edges: [{ node: { number: of } }] } },
        subclass: { name: "路灯" },
        business: null,
        ticket: null,
      },
    });
  });

  it("that a ticket led to, about a business, points at both", async () => {
    const of = await numberOf(
      report(
        { ...outside, foundBy: "TICKET", ticket: kaifu.ticket, business: kaifu.noodleShop },
        people.dispatcher,
      ),
    );
    const { data } = await test.ask(
      "query ($number: String!) { streetOrderCase(number: $number) { ticket { number } business { creditCode } } }",
      { number: of },
      { as: people.officer },
    );
    expect(data).toEqual({
      streetOrderCase: { ticket: { number: kaifu.ticket }, business: { creditCode: kaifu.noodleShop } },
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["of a component and an event at once", { ...aboutLamp, event: "0502" }, "BAD_INPUT"],
    ["of neither", { place: "连升街", description: "灯不亮", foundBy: "COLLECTOR" }, "BAD_INPUT"],
    ["of an event nowhere", { ...outside, grid: undefined }, "BAD_INPUT"],
    ["of a component elsewhere", { ...aboutLamp, grid: kaifu.nextGrid }, "BAD_INPUT"],
    ["of a component nobody knows", { ...aboutLamp, component: "4301050103999999" }, "NOT_FOUND"],
    ["of a code that is none", { ...aboutLamp, component: "43010501" }, "BAD_CODE"],
    ["of a sub-class that is none", { ...outside, event: "0599" }, "NOT_FOUND"],
    ["without a place", { ...outside, place: " " }, "BAD_INPUT"],
    ["that found nothing", { ...outside, description: "" }, "BAD_INPUT"],
    ["found by a ticket without one", { ...outside, foundBy: "TICKET" }, "BAD_INPUT"],
    ["with a ticket that did not lead to it", { ...outside, ticket: kaifu.ticket }, "BAD_INPUT"],
    [
      "with a ticket of another district",
      { ...outside, foundBy: "TICKET", ticket: "110117-20260520-000007" },
      "BAD_INPUT",
    ],
    [
      "with a number that is no ticket's",
      { ...outside, foundBy: "TICKET", ticket: "430105-W-20260520-0007" },
      "BAD_INPUT",
    ],
    ["with a telephone that is none", { ...outside, party: { name: "文秀", phone: "12345" } }, "BAD_INPUT"],
    ["about a credit code that is none", { ...outside, business: "91430105FAKE00012X" }, "BAD_CODE"],
    ["in a grid that is none", { ...outside, grid: "430105010003" }, "BAD_CODE"],
  ])("%s is refused", async (_, input, code) => {
    expect((await report(input)).code).toBe(code);
  });

  it.each<[string, Principal | undefined, string | undefined]>([
    ["the grid member", people.gridMember, undefined],
    ["the supervision centre's collector", people.supervisor, undefined],
    ["the command centre, from a ticket", people.dispatcher, undefined],
    ["an officer of the next street", people.otherOfficer, "FORBIDDEN"],
    ["a resident, who turns to 12345", people.resident, "FORBIDDEN"],
    ["a service", people.service, "FORBIDDEN"],
  ])("by %s", async (_, as, code) => {
    expect((await report(outside, as)).code).toBe(code);
  });

  it("by nobody signed in is refused", async () => {
    const { code } = await send(
      "reportStreetOrderCase",
      "$input: ReportStreetOrderCaseInput!",
      { input: outside },
      undefined,
      "2026-06-01 09:00",
    );
    expect(code).toBe("UNAUTHENTICATED");
  });

  it("sent twice is one case; another under the same key is refused; what is undone takes no number", async () => {
    const key = randomUUID();
    const day = "2026-06-10 09:00";
    const first = await report(outside, people.officer, day, key);
    expect(first.case?.number).toBe("430105-C-20260610-0001");
    expect((await report(outside, people.officer, day, key)).case).toEqual(first.case);
    expect((await report({ ...outside, place: "别处" }, people.officer, day, key)).code).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
    await report({ ...outside, event: "0599" }, people.officer, day);
    expect((await report(outside, people.officer, day)).case?.number).toBe("430105-C-20260610-0002");
  });

  it("leaves nothing personal in the log", async () => {
    const of = await numberOf(
      report({ ...outside, party: { name: "文秀英", phone: "15490000009", residentId: "430105-R1" } }),
    );
    const text = JSON.stringify(await entriesOf(of));
    for (const personal of ["文秀英", "15490000009", "430105-R1"]) expect(text).not.toContain(personal);
  });
});

it("two who take the same step at once: one does, the other is told", async () => {
  const of = await numberOf(report());
  const answers = await Promise.all([establish(of), establish(of), establish(of)]);
  expect(answers.filter(({ case: found }) => found?.state === "ESTABLISHED")).toHaveLength(1);
  const told = answers.flatMap(({ code }) => (code ? [code] : []));
  expect(told).toEqual(["STREET_ORDER_STEP_OUT_OF_TURN", "STREET_ORDER_STEP_OUT_OF_TURN"]);
  const [{ steps }] = await test.database.query(
    "SELECT count(*)::int AS steps FROM street_order_step WHERE case_number = $1",
    [of],
  );
  expect(steps).toBe(2);
});
