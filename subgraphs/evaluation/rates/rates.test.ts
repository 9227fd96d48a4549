import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { answeredTicket, GraphOfOthers, kaifu, newKey, pingguDispatcher } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";
import { recountRates } from "./rate.store.ts";

const market = "430105-MARKET-SUPERVISION";
const commerce = "430105-COMMERCE";
const may = { from: "2026-05-01", to: "2026-05-31" };

const record = `mutation Record($input: CallBackInput!) { recordCallBack(input: $input) { ordinal } }`;

let subgraph: TestSubgraph;
const others = new GraphOfOthers();
let running = 0;

/** So many demanders of a unit's tickets say this, at that instant. */
async function say(
  unit: string,
  times: number,
  answer: object,
  at = "2026-05-20T10:00:00+08:00",
): Promise<void> {
  for (let i = 0; i < times; i++) {
    const number = `430105-20260510-${String(++running).padStart(6, "0")}`;
    const ticket = others.has(answeredTicket(number, { unit }));
    const input = { ticket, channel: "PHONE", ...answer, idempotencyKey: newKey() };
    const { errors } = await subgraph.ask(record, { input }, { as: kaifu.dispatcher, at: new Date(at) });
    expect(errors).toEqual([]);
  }
}

const fully = (satisfaction: string, solved = true, contacted = true) => ({
  contacted,
  solved,
  satisfaction,
});

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  // A tenth of the worked example: 10 valid, 8 solved, 7 satisfied, 2 basically.
  await say(market, 7, fully("SATISFIED"));
  await say(market, 1, fully("BASICALLY_SATISFIED"));
  await say(market, 1, fully("BASICALLY_SATISFIED", false));
  await say(market, 1, fully("DISSATISFIED", false, false));
  await say(market, 3, { invalidReason: "UNREACHABLE" });
  await say(commerce, 2, { invalidReason: "REFUSED" });
  // After noon the day has changed (noon to noon): the last afternoon of May counts for June.
  await say(commerce, 1, fully("SATISFIED"), "2026-05-31T11:59:59+08:00");
  await say(commerce, 1, fully("DISSATISFIED", false), "2026-05-31T12:00:00+08:00");
});
afterAll(() => subgraph.close());

const ratesOf = `query Rates($things: [_Any!]!, $period: AssessmentPeriodInput!) {
  _entities(representations: $things) {
    ... on Unit { rates(period: $period) { ...all } }
    ... on Division { rates(period: $period) { ...all } }
    ... on Matter { rates(period: $period) { ...all } }
  }
}
fragment all on ThreeRates {
  recorded valid contacted solved satisfied basicallySatisfied dissatisfied
  responseRate solvedRate satisfiedRate score rule { district version }
}`;

const rates = (things: object[], period: object, as: Principal | undefined) =>
  subgraph.ask<{ _entities: { rates: Record<string, unknown> | null }[] }>(
    ratesOf,
    { things, period },
    as ? { as } : {},
  );

const unit = (code: string) => ({ __typename: "Unit", code });
const division = (code: string) => ({ __typename: "Division", code });

const tenth = {
  recorded: 13,
  valid: 10,
  contacted: 9,
  solved: 8,
  satisfied: 7,
  basicallySatisfied: 2,
  dissatisfied: 1,
  responseRate: 90,
  solvedRate: 80,
  satisfiedRate: 88,
  score: 84.2,
  rule: { district: null, version: 1 },
};

describe("the rates of units and divisions (三率)", () => {
  it("come with their numerators and denominators, by the rule in force", async () => {
    const { data, errors } = await rates([unit(market)], may, kaifu.performanceOffice);
    expect(errors).toEqual([]);
    expect(data._entities).toEqual([{ rates: tenth }]);
  });

  it("count noon to noon: the afternoon of the last day belongs to the next period", async () => {
    const { data } = await rates([unit(commerce)], may, kaifu.dispatcher);
    expect(data._entities[0]?.rates).toMatchObject({ recorded: 3, valid: 1, score: 100 });
    const june = await rates([unit(commerce)], { from: "2026-06-01", to: "2026-06-30" }, kaifu.dispatcher);
    expect(june.data._entities[0]?.rates).toMatchObject({ recorded: 1, valid: 1, score: 10 });
  });

  it("are null without a valid call-back: no score, neither 0 nor 100", async () => {
    const { data } = await rates([unit("430105-HOUSING")], may, kaifu.dispatcher);
    expect(data._entities[0]?.rates).toMatchObject({
      recorded: 0,
      valid: 0,
      responseRate: null,
      solvedRate: null,
      satisfiedRate: null,
      score: null,
    });
  });

  it("of a division hold what comes from within it, from the community up to the province", async () => {
    const codes = ["430105010003", "430105010", "430105", "43", "430105001"];
    const { data } = await rates(codes.map(division), may, kaifu.performanceOffice);
    const recorded = data._entities.map(({ rates: each }) => each?.recorded ?? null);
    expect(recorded).toEqual([16, 16, 16, null, 0]);
  });

  it("ZY-20: of a matter hold what was said on tickets about it", async () => {
    const matters = ["430105-0301", "430105-0302"].map((code) => ({ __typename: "Matter", code }));
    const { data } = await rates(matters, may, kaifu.performanceOffice);
    expect(data._entities.map(({ rates: each }) => [each?.recorded, each?.valid])).toEqual([
      [16, 11],
      [0, 0],
    ]);
  });

  it("of many are two queries, however many days and call-backs there are", async () => {
    const things = [unit(market), unit(commerce), unit("430105-HOUSING"), unit("430105-URBAN-MANAGEMENT")];
    const statements = await statementsOf(subgraph.database, () => rates(things, may, kaifu.dispatcher));
    expect(statements).toHaveLength(2);
    expect(statements.join()).not.toContain("call_back");
  });

  it("of the twenty sub-districts of a map are two queries too", async () => {
    const things = Array.from({ length: 20 }, (_, n) => division(`4301050${String(n + 1).padStart(2, "0")}`));
    const statements = await statementsOf(subgraph.database, () => rates(things, may, kaifu.dispatcher));
    expect(statements).toHaveLength(2);
  });

  describe("open the list behind each of their numbers", () => {
    const total = async (filter: string, as: Principal): Promise<number> => {
      const { data, errors } = await subgraph.ask<{ callBacks: { totalCount: number; edges: object[] } }>(
        `{ callBacks(first: 100, filter: { ${filter} }) { totalCount edges { cursor } } }`,
        {},
        { as },
      );
      expect(errors).toEqual([]);
      expect(data.callBacks.edges).toHaveLength(data.callBacks.totalCount);
      return data.callBacks.totalCount;
    };
    const june = { from: "2026-06-01", to: "2026-06-30" };

    it.each([
      ["a district in May", division("430105"), `division: "430105"`, may],
      ["a street in May", division("430105010"), `division: "430105010"`, may],
      ["a street without any", division("430105001"), `division: "430105001"`, may],
      ["a unit in May", unit(market), `unit: "${market}"`, may],
      [
        "a unit on the last day, until noon",
        unit(commerce),
        `unit: "${commerce}"`,
        { from: "2026-05-31", to: "2026-05-31" },
      ],
      ["a unit in June, from noon of the last of May", unit(commerce), `unit: "${commerce}"`, june],
      ["a matter in May", { __typename: "Matter", code: "430105-0301" }, `matter: "430105-0301"`, may],
    ])("of %s", async (_, thing, of, period) => {
      for (const as of [kaifu.performanceOffice, kaifu.dispatcher]) {
        const { data } = await rates([thing], period, as);
        const rated = data._entities[0]?.rates;
        const listed = (more = "") =>
          total(`${of}, countedFrom: "${period.from}", countedUntil: "${period.to}", ${more}`, as);
        expect(rated).toMatchObject({
          recorded: await listed(),
          valid: await listed("valid: true"),
          contacted: await listed("contacted: true"),
          solved: await listed("solved: true"),
          satisfied: await listed("satisfaction: SATISFIED"),
          basicallySatisfied: await listed("satisfaction: BASICALLY_SATISFIED"),
          dissatisfied: await listed("satisfaction: DISSATISFIED"),
        });
      }
    });

    it("as far as the caller sees them: a unit its own, another nothing", async () => {
      const of = 'division: "430105", countedFrom: "2026-05-01", countedUntil: "2026-05-31"';
      expect(await total(of, kaifu.market)).toBe(13);
      expect(await total(of, kaifu.commerce)).toBe(3);
      expect(await total(of, kaifu.resident)).toBe(0);
    });
  });

  it("agree with a count of all call-backs anew", async () => {
    const rollup = "SELECT * FROM rate_rollup ORDER BY 1, 2, 3, 4";
    const kept = await subgraph.database.query(rollup);
    await subgraph.database.transaction(recountRates);
    expect(await subgraph.database.query(rollup)).toEqual(kept);
    expect(kept.length).toBeGreaterThan(10);
  });

  it("ZY-20: running figures are for the officials of the district; others are told that they are withheld", async () => {
    for (const as of [kaifu.market, kaifu.otherStreetLeader, kaifu.communitySecretary]) {
      expect((await rates([unit(market)], may, as)).data._entities).toEqual([{ rates: tenth }]);
    }
    for (const as of [undefined, kaifu.resident, pingguDispatcher]) {
      const { data, errors } = await rates([unit(market)], may, as);
      expect(data._entities).toEqual([{ rates: null }]);
      expect(errors).toMatchObject([{ code: "WITHHELD" }]);
    }
  });

  it("refuse a period that ends before it begins", async () => {
    const { errors } = await rates([unit(market)], { from: may.to, to: may.from }, kaifu.dispatcher);
    expect(errors).toMatchObject([{ code: "BAD_INPUT" }]);
  });
});

describe("a district's rule (考核规则)", () => {
  const set = `mutation Set($input: RateRuleInput!) {
    setRateRule(input: $input) {
      district version validFrom responseWeight solvedWeight satisfiedWeight basicallySatisfiedFactor
      dayBoundary baseWeighting pointsPerPercentagePoint deductionCounting
    }
  }`;
  const thirds = {
    district: "430105",
    validFrom: "2026-07-01",
    responseWeight: 0.3,
    solvedWeight: 0.35,
    satisfiedWeight: 0.35,
    basicallySatisfiedFactor: 0.8,
    dayBoundary: "MIDNIGHT",
    baseWeighting: "EQUAL",
    pointsPerPercentagePoint: 0.5,
    deductionCounting: "PRO_RATA",
  };
  const at = new Date("2026-06-15T09:00:00+08:00");
  const setting = (change: object, as: Principal = kaifu.performanceOffice, key = newKey()) =>
    subgraph.ask(set, { input: { ...thirds, ...change, idempotencyKey: key } }, { as, at });

  it.each([
    [
      "whose weights do not add up to 1",
      { responseWeight: 0.2 },
      kaifu.performanceOffice,
      "WEIGHTS_NOT_WHOLE",
    ],
    ["for days already counted", { validFrom: "2026-06-15" }, kaifu.performanceOffice, "RULE_NOT_AHEAD"],
    ["finer than three decimals", { basicallySatisfiedFactor: 0.8001 }, kaifu.performanceOffice, "BAD_INPUT"],
    ["below zero", { responseWeight: -0.3, solvedWeight: 0.95 }, kaifu.performanceOffice, "BAD_INPUT"],
    ["by the centre", {}, kaifu.dispatcher, "FORBIDDEN"],
    ["for another district", { district: "110117" }, kaifu.performanceOffice, "FORBIDDEN"],
  ])("is refused %s", async (_case, change, as, code) => {
    expect((await setting(change, as)).errors).toMatchObject([{ code }]);
  });

  it("is a new version from its first day on; what was scored before stays as it was", async () => {
    const key = newKey();
    const { data, errors } = await setting({}, kaifu.performanceOffice, key);
    expect(errors).toEqual([]);
    expect(data).toEqual({ setRateRule: { ...thirds, version: 1 } });
    expect((await setting({}, kaifu.performanceOffice, key)).data).toEqual(data);
    const before = await rates([unit(market)], may, kaifu.dispatcher);
    expect(before.data._entities).toEqual([{ rates: tenth }]);
    const after = await rates([unit(market)], { from: may.from, to: "2026-07-01" }, kaifu.dispatcher);
    // 0.3 · 90 + 0.35 · 80 + 0.35 · 86, basically satisfied at 0.8
    expect(after.data._entities[0]?.rates).toMatchObject({
      satisfiedRate: 86,
      score: 85.1,
      rule: { district: "430105", version: 1 },
    });
  });

  it("holds until the next version's first day, and can be read by everybody", async () => {
    expect((await setting({ validFrom: "2026-07-01" })).errors).toMatchObject([{ code: "RULE_NOT_AHEAD" }]);
    expect((await setting({ validFrom: "2026-08-01" })).errors).toEqual([]);
    const { data } = await subgraph.ask('{ rateRules(district: "430105") { district version validFrom } }');
    expect(data).toEqual({
      rateRules: [
        { district: null, version: 1, validFrom: "1992-01-01" },
        { district: "430105", version: 1, validFrom: "2026-07-01" },
        { district: "430105", version: 2, validFrom: "2026-08-01" },
      ],
    });
  });
});
