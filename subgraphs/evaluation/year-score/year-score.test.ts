import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { GraphOfOthers, kaifu, newKey, pingguDispatcher, readToEnd } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";

const street = "430105010";
const market = "430105-MARKET-SUPERVISION";
const commerce = "430105-COMMERCE";

let subgraph: TestSubgraph;
const others = new GraphOfOthers();

const confirmed = (subject: string, at: string) => ({
  subject,
  kind: "WHISTLE_CONFIRMED",
  at,
  payload: {
    kind: "TACKLING",
    blower: street,
    division: street,
    participants: [market, commerce].map((unit) => ({ unit, role: "ASSISTING" })),
  },
});

async function grade(whistle: string, unit: string, score: number, as: Principal = kaifu.streetLeader) {
  const input = { whistle, unit, score, opinion: "见备案材料。", idempotencyKey: newKey() };
  const { errors } = await subgraph.ask(
    "mutation Grade($input: EvaluationInput!) { evaluateParticipant(input: $input) { state } }",
    { input },
    { as },
  );
  expect(errors).toEqual([]);
}

async function file(whistle: string, evaluator: string, unit: string) {
  const { errors } = await subgraph.ask(
    "mutation File($input: FileEvaluationInput!) { fileEvaluation(input: $input) { state } }",
    { input: { whistle, evaluator, unit, idempotencyKey: newKey() } },
    { as: kaifu.performanceOffice },
  );
  expect(errors).toEqual([]);
}

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  const whistles = ["0001", "0002", "0003"].map((running) => `430105-W-20190926-${running}`);
  for (const whistle of whistles) others.feed.push(confirmed(whistle, "2019-10-25T08:00:00.000Z"));
  // New Year's Eve in China is still the old year in Greenwich.
  others.feed.push(confirmed("430105-W-20191231-0001", "2019-12-31T16:30:00.000Z"));
  others.feed.push({
    subject: "430105-W-20190926-0009",
    kind: "WHISTLE_OVERDUE",
    at: "2019-10-09T16:00:00.000Z",
    payload: {
      clock: "MEASURES",
      dueAt: "2019-10-09T16:00:00.000Z",
      division: street,
      late: [{ unit: market, signed: false }],
    },
  });
  await subgraph.catchUp();
  const [first = "", second = "", third = ""] = whistles;
  for (const [whistle, score] of [
    [first, 90],
    [second, 85],
    [third, 70],
  ] as const) {
    await grade(whistle, market, score);
  }
  await file(first, street, market);
  await file(second, street, market);
  await grade(first, street, 77, kaifu.market);
  await file(first, market, street);
});
afterAll(() => subgraph.close());

interface Answer {
  _entities: {
    yearScore: {
      evaluations: {
        edges: { node: { whistle: { number: string }; score: number } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    } | null;
  }[];
}

const years = (
  units: string[],
  as: Principal,
  { year = 2019, first = 10, after = null as string | null } = {},
) =>
  subgraph.ask<Answer>(
    `query Years($units: [_Any!]!, $year: Int!, $first: Int!, $after: String) {
      _entities(representations: $units) { ... on Unit { yearScore(year: $year) {
        year whistlesEvaluated meanScore gradesAsBlower meanScoreAsBlower evaluationsPending
        negativeEntriesUpheld negativeEntriesOpen
        evaluations(first: $first, after: $after) {
          edges { node { whistle { number } score } } pageInfo { hasNextPage endCursor }
        }
      } } }
    }`,
    { units: units.map((code) => ({ __typename: "Unit", code })), year, first, after },
    { as },
  );

const nothing = {
  year: 2019,
  whistlesEvaluated: 0,
  meanScore: null,
  gradesAsBlower: 0,
  meanScoreAsBlower: null,
  evaluationsPending: 0,
  negativeEntriesUpheld: 0,
  negativeEntriesOpen: 0,
};

describe("a unit's year (KF-15, KF-17)", () => {
  it("6.2: by department, the whistles that count in its yearly score; what is not on record does not count", async () => {
    const { data, errors } = await years([market, commerce, street], kaifu.performanceOffice);
    expect(errors).toEqual([]);
    expect(data._entities).toMatchObject([
      {
        yearScore: {
          ...nothing,
          whistlesEvaluated: 2,
          meanScore: 87.5,
          evaluationsPending: 1,
          negativeEntriesOpen: 1,
          evaluations: {
            edges: [
              { node: { whistle: { number: "430105-W-20190926-0001" }, score: 90 } },
              { node: { whistle: { number: "430105-W-20190926-0002" }, score: 85 } },
            ],
          },
        },
      },
      { yearScore: { ...nothing, evaluations: { edges: [] } } },
      { yearScore: { ...nothing, gradesAsBlower: 1, meanScoreAsBlower: 77 } },
    ]);
  });

  it("is the year in China: confirmed after midnight there, a whistle counts for the new one", async () => {
    const whistle = "430105-W-20191231-0001";
    await grade(whistle, commerce, 66);
    await file(whistle, street, commerce);
    const { data } = await years([commerce], kaifu.commerce, { year: 2020 });
    expect(data._entities).toMatchObject([{ yearScore: { whistlesEvaluated: 1, meanScore: 66 } }]);
  });

  it("comes page by page to the end, and for many units in two queries", async () => {
    const whole = await readToEnd(async (after) => {
      const { data } = await years([market], kaifu.market, { first: 1, after });
      return data._entities[0]?.yearScore?.evaluations;
    });
    expect(whole.map(({ score }) => score)).toEqual([90, 85]);
    const statements = await statementsOf(subgraph.database, () =>
      years([market, commerce, street], kaifu.performanceOffice),
    );
    expect(statements).toHaveLength(2);
  });

  it("is withheld from everybody but the unit and those who keep the assessment", async () => {
    for (const as of [kaifu.commerce, kaifu.otherStreetLeader, kaifu.resident, pingguDispatcher]) {
      const { data, errors } = await years([market], as);
      expect(data._entities).toEqual([{ yearScore: null }]);
      expect(errors).toMatchObject([{ code: "WITHHELD" }]);
    }
  });
});
