import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { GraphOfOthers, kaifu, newKey, pingguDispatcher, readToEnd, told } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";

const street = "430105010";
const market = "430105-MARKET-SUPERVISION";
const commerce = "430105-COMMERCE";
const whistle = "430105-W-20190926-0001";
const other = "430105-W-20190927-0001";

let subgraph: TestSubgraph;
const others = new GraphOfOthers();

const confirmed = (subject: string, units: readonly string[], blower = street) => ({
  subject,
  kind: "WHISTLE_CONFIRMED",
  at: "2019-10-25T08:00:00.000Z",
  payload: {
    kind: "TACKLING",
    blower,
    division: street,
    participants: units.map((unit, index) => ({
      unit,
      role: index === 0 ? "LEAD" : "ASSISTING",
      signedAt: "2019-09-26T03:00:00.000Z",
      arrivedAt: index === 0 ? "2019-09-26T06:00:00.000Z" : null,
      measuresAt: null,
    })),
  },
});

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  others.feed.push(confirmed(whistle, [market, commerce]), confirmed(other, [market]));
  await subgraph.catchUp();
});
afterAll(() => subgraph.close());

const evaluate = `mutation Evaluate($input: EvaluationInput!) {
  evaluateParticipant(input: $input) { state direction score opinion year unit { code } evaluator { code } }
}`;

const give = (unit: string, as: Principal, change: object = {}, key = newKey()) =>
  subgraph.ask(
    evaluate,
    { input: { whistle, unit, score: 90, opinion: "牵头有力，措施到位。", ...change, idempotencyKey: key } },
    { as },
  );

const file = (evaluator: string, unit: string, as: Principal = kaifu.performanceOffice) =>
  subgraph.ask(
    `mutation File($input: FileEvaluationInput!) { fileEvaluation(input: $input) { state filedAt } }`,
    { input: { whistle, evaluator, unit, idempotencyKey: newKey() } },
    { as },
  );

const ofWhistles = async (as: Principal, numbers = [whistle]) => {
  const { data, errors } = await subgraph.ask<{ _entities: { evaluations: Record<string, unknown>[] }[] }>(
    `query Of($whistles: [_Any!]!) { _entities(representations: $whistles) { ... on Whistle {
      evaluations { direction state role evaluator { code } unit { code } }
    } } }`,
    { whistles: numbers.map((number) => ({ __typename: "Whistle", number })) },
    { as },
  );
  expect(errors).toEqual([]);
  return data._entities.map(({ evaluations }) => evaluations);
};

const due = (direction: string, evaluator: string, unit: string, role: string | null) => ({
  direction,
  state: "DUE",
  role,
  evaluator: { code: evaluator },
  unit: { code: unit },
});

describe("a confirmed whistle (KF-15)", () => {
  it("KF-15: owes a grade for every unit it called, and each of them may grade the blower", async () => {
    expect(await ofWhistles(kaifu.streetLeader)).toEqual([
      [
        due("OF_RESPONDER", street, commerce, "ASSISTING"),
        due("OF_RESPONDER", street, market, "LEAD"),
        due("OF_BLOWER", commerce, street, null),
        due("OF_BLOWER", market, street, null),
      ],
    ]);
  });

  it("told of twice owes nothing twice, and nobody owes a grade of itself", async () => {
    others.feed.push(confirmed(whistle, [market, commerce]));
    others.feed.push(confirmed("430105-W-20190928-0001", [market], market));
    expect(await subgraph.catchUp()).toBe(2);
    const [again, own] = await ofWhistles(kaifu.performanceOffice, [whistle, "430105-W-20190928-0001"]);
    expect(again).toHaveLength(4);
    expect(own).toEqual([]);
    expect(await told(subgraph)).toMatchObject([
      { kind: "WHISTLE_EVALUATED", subject: "430105-W-20190928-0001", payload: { given: 0 } },
    ]);
  });
});

describe("the blower's grade (KF-15)", () => {
  it.each([
    [
      "KF-15: without an opinion",
      market,
      kaifu.streetLeader,
      { opinion: "  " },
      "EVALUATION_OPINION_REQUIRED",
    ],
    ["above 100", market, kaifu.streetLeader, { score: 101 }, "BAD_INPUT"],
    ["KF-15: by a called unit about another", market, kaifu.commerce, {}, "NOT_YOURS_TO_EVALUATE"],
    ["KF-15: about itself", market, kaifu.market, {}, "NOT_YOURS_TO_EVALUATE"],
    ["by a street the whistle is none of", market, kaifu.otherStreetLeader, {}, "NOT_FOUND"],
    ["by another district", market, pingguDispatcher, {}, "NOT_FOUND"],
    ["on no whistle", market, kaifu.streetLeader, { whistle: "430105-W-20200101-0001" }, "NOT_FOUND"],
  ])("is refused %s", async (_case, unit, as, change, code) => {
    const before = await told(subgraph);
    expect((await give(unit, as, change)).errors).toMatchObject([{ code }]);
    expect(await told(subgraph)).toEqual(before);
  });

  it("KF-15: a resident living where the blower is does not speak for it", async () => {
    const asStreet = { ...kaifu.resident, unit: street };
    expect((await give(market, asStreet)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  it("KF-15: is given once, with its opinion; the same request twice is one grade", async () => {
    const key = newKey();
    const first = await give(market, kaifu.streetLeader, {}, key);
    expect(first.errors).toEqual([]);
    expect(first.data).toEqual({
      evaluateParticipant: {
        state: "GIVEN",
        direction: "OF_RESPONDER",
        score: 90,
        opinion: "牵头有力，措施到位。",
        year: 2019,
        unit: { code: market },
        evaluator: { code: street },
      },
    });
    expect((await give(market, kaifu.streetLeader, {}, key)).data).toEqual(first.data);
    expect((await give(market, kaifu.streetLeader)).errors).toMatchObject([
      { code: "EVALUATION_ILLEGAL_MOVE" },
    ]);
  });

  it("KF-15, BJ-3: the called unit grades the blower back, which completes nothing", async () => {
    const { data, errors } = await give(street, kaifu.market, { score: 75, opinion: "情况说明可更早。" });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ evaluateParticipant: { direction: "OF_BLOWER", score: 75 } });
    expect((await told(subgraph)).at(-1)).toMatchObject({
      kind: "WHISTLE_EVALUATION_GIVEN",
      subject: whistle,
    });
  });

  it("KF-15: the last one due completes the whistle, told once", async () => {
    expect((await give(commerce, kaifu.streetLeader, { score: 60 })).errors).toEqual([]);
    await file(street, commerce);
    const evaluated = (await told(subgraph)).filter(
      ({ kind, subject }) => kind === "WHISTLE_EVALUATED" && subject === whistle,
    );
    expect(evaluated).toEqual([
      { subject: whistle, kind: "WHISTLE_EVALUATED", payload: { whistle, given: 3 } },
    ]);
  });

  it("KF-15: two last grades given at once complete the whistle once", async () => {
    const pair = "430105-W-20191001-0001";
    others.feed.push(confirmed(pair, [market, commerce]));
    await subgraph.catchUp();
    await Promise.all([market, commerce].map((unit) => give(unit, kaifu.streetLeader, { whistle: pair })));
    const evaluated = (await told(subgraph)).filter(
      ({ kind, subject }) => kind === "WHISTLE_EVALUATED" && subject === pair,
    );
    expect(evaluated).toHaveLength(1);
  });
});

describe("the centre's grade, where the kind of the whistle says so (PG-15)", () => {
  const centre = "110117-COMMAND-CENTRE";
  const housing = "110117-HOUSING";
  const power = "110117-POWER-SUPPLY";
  const led = "110117-W-20260514-0001";
  const chief = person(Post.CHIEF_RESPONDER, { unit: housing, division: "110117" });

  it("PG-15: a department that leads what it blew is graded too, and does not grade those it called", async () => {
    const entry = confirmed(led, [housing, power], housing);
    others.feed.push({ ...entry, payload: { ...entry.payload, evaluator: centre, division: "110117005" } });
    await subgraph.catchUp();
    expect(await ofWhistles(pingguDispatcher, [led])).toEqual([
      [
        due("OF_RESPONDER", centre, housing, "LEAD"),
        due("OF_RESPONDER", centre, power, "ASSISTING"),
        due("OF_BLOWER", power, housing, null),
      ],
    ]);
    const grade = { whistle: led };
    expect((await give(power, chief, grade)).errors).toMatchObject([{ code: "NOT_YOURS_TO_EVALUATE" }]);
    for (const unit of [housing, power]) {
      expect((await give(unit, pingguDispatcher, grade)).errors).toEqual([]);
    }
    expect((await told(subgraph)).at(-1)).toMatchObject({ kind: "WHISTLE_EVALUATED", subject: led });
  });
});

describe("filing (备案, KF-15)", () => {
  it.each([
    ["by the blower", street, market, kaifu.streetLeader, "FORBIDDEN"],
    ["before it is given", commerce, street, kaifu.performanceOffice, "EVALUATION_ILLEGAL_MOVE"],
  ])("is refused %s", async (_case, evaluator, unit, as, code) => {
    expect((await file(evaluator, unit, as)).errors).toMatchObject([{ code }]);
  });

  it("KF-15: is done by the performance office, once", async () => {
    const { data, errors } = await file(street, market);
    expect(errors).toEqual([]);
    expect(data).toEqual({ fileEvaluation: { state: "FILED", filedAt: "2026-06-01T01:00:00.000Z" } });
    expect((await file(street, market)).errors).toMatchObject([{ code: "EVALUATION_ILLEGAL_MOVE" }]);
  });
});

describe("evaluations are seen", () => {
  const numbers = [whistle, other];

  it("under many whistles in one query", async () => {
    expect(
      await statementsOf(subgraph.database, () => ofWhistles(kaifu.performanceOffice, numbers)),
    ).toHaveLength(1);
  });

  it("by the two sides of each, the office, the centre and the place, and by nobody else", async () => {
    for (const as of [kaifu.performanceOffice, kaifu.dispatcher, kaifu.streetLeader]) {
      expect((await ofWhistles(as, numbers)).map(({ length }) => length)).toEqual([4, 2]);
    }
    expect((await ofWhistles(kaifu.commerce, numbers)).map(({ length }) => length)).toEqual([2, 0]);
    for (const as of [kaifu.otherStreetLeader, kaifu.resident, pingguDispatcher, kaifu.communitySecretary]) {
      expect((await ofWhistles(as, numbers)).map(({ length }) => length)).toEqual([0, 0]);
    }
  });

  it("as what a unit still has to give, page by page to the end", async () => {
    const list = async (first: number, after: string | null) => {
      const { data } = await subgraph.ask<{
        whistleEvaluations: {
          edges: { node: { whistle: { number: string } } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }>(
        `query Due($first: Int!, $after: String) {
          whistleEvaluations(filter: { evaluator: "${street}" }, first: $first, after: $after) {
            edges { node { whistle { number } unit { code } state } } pageInfo { hasNextPage endCursor }
          }
        }`,
        { first, after },
        { as: kaifu.streetLeader },
      );
      return data.whistleEvaluations;
    };
    const whole = (await list(100, null)).edges.map(({ node }) => node);
    const paged = await readToEnd((after) => list(1, after));
    expect(whole.length).toBe(5);
    expect(paged).toEqual(whole);
  });
});
