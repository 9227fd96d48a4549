import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { kaifu, newKey, pingguDispatcher, readToEnd, told } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";
import { recountRates } from "../rates/rate.store.ts";

const may = { from: "2026-05-01", to: "2026-05-31" };
const sheet = "430105-P-20260501-20260531";
const afterMay = new Date("2026-06-01T09:00:00+08:00");

let subgraph: TestSubgraph;
let running = 0;

/** Call-backs of May as a past month holds them: too many to make one by one. */
async function past(unit: string, times: number, satisfaction: string | null): Promise<void> {
  const answer = satisfaction ? [null, true, true, satisfaction] : ["UNREACHABLE", null, null, null];
  await subgraph.database.query(
    `INSERT INTO call_back
     SELECT '430105', '430105-20260501-' || lpad(($1::int + n)::text, 6, '0'), 1, '2026-05-10', '430105010003', $2, NULL,
       '2026-05-12', 'CENTRE_DISPATCHER', '430105-COMMAND-CENTRE', 'somebody', 'PHONE', 1,
       $3::text IS NULL, $3, $4::boolean, $5::boolean, $6, NULL, '2026-05-12'
     FROM generate_series(1, $7::int) AS n`,
    [running, unit, ...answer, times],
  );
  running += times;
}

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation);
  // The worked example of ZY-19, and a unit nobody could be asked about.
  await past("430105-A", 196, "SATISFIED");
  await past("430105-A", 4, "DISSATISFIED");
  await past("430105-B", 95, "SATISFIED");
  await past("430105-B", 5, "DISSATISFIED");
  await past("430105-C", 95, "SATISFIED");
  await past("430105-C", 5, "BASICALLY_SATISFIED");
  await past("430105-D", 3, null);
  await subgraph.database.transaction(recountRates);
});
afterAll(() => subgraph.close());

const fields = `number period { from to } base units publishedAt rule { district version }
  scores(first: 10) { edges { node {
    unit { code } recorded valid satisfied basicallySatisfied satisfaction deduction satisfiedRate score
  } } }`;

const compute = (
  change: object = {},
  as: Principal = kaifu.performanceOffice,
  at = afterMay,
  key = newKey(),
) =>
  subgraph.ask(
    `mutation Compute($input: ScorePeriodInput!) { computeScores(input: $input) { ${fields} } }`,
    { input: { district: "430105", period: may, ...change, idempotencyKey: key } },
    { as, at },
  );

const publish = (change: object = {}, as: Principal = kaifu.performanceOffice, key = newKey()) =>
  subgraph.ask(
    `mutation Publish($input: ScorePeriodInput!) { publishScores(input: $input) { number publishedAt } }`,
    { input: { district: "430105", period: may, ...change, idempotencyKey: key } },
    { as, at: new Date("2026-06-02T09:00:00+08:00") },
  );

const sheets = async (as?: Principal) => {
  const query = `{ scoreSheets(district: "430105") { edges { node { ${fields} } } } }`;
  const { data, errors } = await subgraph.ask<{ scoreSheets: { edges: { node: unknown }[] } }>(
    query,
    {},
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  return data.scoreSheets.edges.map(({ node }) => node);
};

const scoresOfUnit = async (as?: Principal, page = "first: 10") => {
  const { data, errors } = await subgraph.ask<{ _entities: { scores: { edges: { node: unknown }[] } }[] }>(
    `{ _entities(representations: [{ __typename: "Unit", code: "430105-B" }, { __typename: "Unit", code: "430105-A" }]) {
      ... on Unit { scores(${page}) { edges { node { deduction sheet { number base } } } } }
    } }`,
    {},
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  return data._entities.map(({ scores }) => scores.edges.map(({ node }) => node));
};

const rated = (valid: number, satisfied: number, basicallySatisfied: number) => ({
  recorded: valid,
  valid,
  satisfied,
  basicallySatisfied,
});

const example = {
  number: sheet,
  period: may,
  base: 97.625,
  units: 4,
  publishedAt: null,
  rule: { district: null, version: 1 },
  scores: {
    edges: [
      { unit: "A", ...rated(200, 196, 0), satisfaction: 98, deduction: 0, satisfiedRate: 98, score: 99.2 },
      { unit: "B", ...rated(100, 95, 0), satisfaction: 95, deduction: 2, satisfiedRate: 95, score: 98 },
      { unit: "C", ...rated(100, 95, 5), satisfaction: 99.5, deduction: 0, satisfiedRate: 99.5, score: 99.8 },
      {
        unit: "D",
        ...rated(0, 0, 0),
        recorded: 3,
        satisfaction: null,
        deduction: null,
        satisfiedRate: null,
        score: null,
      },
    ].map(({ unit, ...score }) => ({ node: { unit: { code: `430105-${unit}` }, ...score } })),
  },
};

describe("the scores of a period (ZY-19)", () => {
  it.each([
    [
      "before the period is over",
      {},
      kaifu.performanceOffice,
      new Date("2026-05-31T11:00:00+08:00"),
      "PERIOD_NOT_OVER",
    ],
    ["by the centre", {}, kaifu.dispatcher, afterMay, "FORBIDDEN"],
    ["of another district", { district: "110117" }, kaifu.performanceOffice, afterMay, "FORBIDDEN"],
    [
      "of a period that ends before it begins",
      { period: { from: may.to, to: may.from } },
      kaifu.performanceOffice,
      afterMay,
      "BAD_INPUT",
    ],
  ])("are not computed %s", async (_case, change, as, at, code) => {
    expect((await compute(change, as, at)).errors).toMatchObject([{ code }]);
    expect(await sheets(kaifu.performanceOffice)).toEqual([]);
  });

  it("ZY-19: base 97.625; B is 2.625 below and loses 2 points; D was not rated and has no score", async () => {
    const { data, errors } = await compute();
    expect(errors).toEqual([]);
    expect(data).toEqual({ computeScores: example });
  });

  it("computed again are the same, under the same key and under a new one", async () => {
    const key = newKey();
    expect((await compute({}, kaifu.performanceOffice, afterMay, key)).data).toEqual({
      computeScores: example,
    });
    expect((await compute({}, kaifu.performanceOffice, afterMay, key)).data).toEqual({
      computeScores: example,
    });
    expect(await sheets(kaifu.performanceOffice)).toEqual([example]);
  });

  it("ZY-20: are public once published, and not before", async () => {
    for (const as of [undefined, kaifu.market, pingguDispatcher]) {
      expect(await sheets(as)).toEqual([]);
      expect(await scoresOfUnit(as)).toEqual([[], []]);
    }
    expect((await publish({}, kaifu.districtLeader)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await publish({ period: { from: may.from, to: may.from } })).errors).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    const { data } = await publish();
    const publishedAt = "2026-06-02T01:00:00.000Z";
    expect(data).toEqual({ publishScores: { number: sheet, publishedAt } });
    expect(await sheets()).toEqual([{ ...example, publishedAt }]);
    expect(await scoresOfUnit()).toEqual([
      [{ deduction: 2, sheet: { number: sheet, base: 97.625 } }],
      [{ deduction: 0, sheet: { number: sheet, base: 97.625 } }],
    ]);
    expect((await told(subgraph)).at(-1)).toEqual({
      subject: sheet,
      kind: "SCORES_PUBLISHED",
      payload: { from: may.from, to: may.to, units: 4, base: 97.625 },
    });
  });

  it("ZY-20: computed and published at once, are never taken back once published", async () => {
    const period = { from: "2026-03-01", to: "2026-03-31" };
    await compute({ period });
    await Promise.all([compute({ period }), publish({ period }), compute({ period }), compute({ period })]);
    const [published] = await subgraph.database.query(
      "SELECT count(*)::int AS told FROM log_entry WHERE kind = 'SCORES_PUBLISHED' AND subject LIKE '%20260331'",
    );
    const [kept] = await subgraph.database.query(
      "SELECT count(published_at)::int AS told FROM score_sheet WHERE number LIKE '%20260331'",
    );
    expect(kept).toEqual(published);
  });

  it("ZY-20: published stand as they are", async () => {
    expect((await compute()).errors).toMatchObject([{ code: "SCORES_PUBLISHED" }]);
    expect((await publish()).errors).toMatchObject([{ code: "SCORES_PUBLISHED" }]);
  });

  it("of many units are one query, their sheets another", async () => {
    expect(await statementsOf(subgraph.database, () => scoresOfUnit())).toHaveLength(2);
  });

  it("of a sheet come page by page to the end", async () => {
    interface Scores {
      edges: { node: { unit: { code: string } } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    }
    const query = `query Page($after: String) { scoreSheets(district: "430105", first: 1) { edges { node {
      scores(first: 1, after: $after) { edges { node { unit { code } } } pageInfo { hasNextPage endCursor } }
    } } } }`;
    const whole = await readToEnd(async (after) => {
      const { data } = await subgraph.ask<{ scoreSheets: { edges: { node: { scores: Scores } }[] } }>(query, {
        after,
      });
      return data.scoreSheets.edges[0]?.node.scores;
    });
    expect(whole.map(({ unit }) => unit.code)).toEqual(["430105-A", "430105-B", "430105-C", "430105-D"]);
  });

  it("ZY-19: without anybody rated there is no base", async () => {
    const period = { from: "2026-04-01", to: "2026-04-30" };
    const { data } = await compute({ period });
    expect(data).toMatchObject({ computeScores: { base: null, units: 0 } });
  });
});
