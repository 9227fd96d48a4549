import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post } from "../../shared/principal.ts";
import { ganzhou, ganzhouEstablishment } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  const build = await ganzhouEstablishment(subgraph.database);
  await build.matter("620702-01", "市场秩序");
  await build.matter("620702-0101", "占道经营");
  await build.matter("620702-0102", "无照经营");
  const version = await build.catalogue(ganzhou.district, "2026-01-01", ganzhou.keeper);
  await build.rule(version, "620702-01", ganzhou.market);
  await build.rule(version, "620702-01", ganzhou.health, { division: ganzhou.street });
  await build.rule(version, "620702-0102", ganzhou.market, { item: ganzhou.penalty });
});
afterAll(() => subgraph.close());

const arbiter = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });
const ruling = {
  matter: "620702-0101",
  division: ganzhou.street as string,
  unit: ganzhou.health as string,
  document: "甘编〔2026〕0号",
  effectiveFrom: "2026-07-01",
};
let keys = 0;
const settle = async (
  input: Partial<typeof ruling>,
  as = arbiter,
  idempotencyKey = `settle-test-${++keys}`,
) => {
  const { data, errors } = await subgraph.ask<{ settleOverlap: { version: number } }>(
    `mutation ($input: SettleOverlapInput!, $idempotencyKey: String!) {
      settleOverlap(input: $input, idempotencyKey: $idempotencyKey) { version effectiveFrom } }`,
    { input: { ...ruling, ...input }, idempotencyKey },
    { as },
  );
  return errors[0]?.code ?? data.settleOverlap;
};
const leadOn = async (on: string, division: string = ganzhou.eastGate) => {
  const { data } = await subgraph.ask<{
    match: { unit: { code: string } | null; catalogueVersion: number; arbiter: { code: string } | null };
  }>(
    `{ match(matter: "620702-0101", division: "${division}", on: "${on}") { catalogueVersion unit { code } arbiter { code } } }`,
  );
  const { catalogueVersion, unit, arbiter } = data.match;
  return [catalogueVersion, unit?.code ?? `arbiter ${arbiter?.code}`];
};

describe("the arbiter settles an overlap (PG-4)", () => {
  it.each<[string, Partial<typeof ruling>, Post, string, string]>([
    ["by one of the claimants", {}, Post.CHIEF_RESPONDER, ganzhou.market, "FORBIDDEN"],
    ["by a responder of the arbiter's", {}, Post.RESPONDER, ganzhou.keeper, "FORBIDDEN"],
    [
      "for a unit that does not claim it",
      { unit: ganzhou.centre },
      Post.LIST_KEEPER,
      ganzhou.keeper,
      "NO_OVERLAP_TO_SETTLE",
    ],
    [
      "where only one claims it",
      { division: "620702", unit: ganzhou.market },
      Post.LIST_KEEPER,
      ganzhou.keeper,
      "NO_OVERLAP_TO_SETTLE",
    ],
    [
      "of a matter one alone claims",
      { matter: "620702-0102" },
      Post.LIST_KEEPER,
      ganzhou.keeper,
      "NO_OVERLAP_TO_SETTLE",
    ],
    [
      "of a matter nobody knows",
      { matter: "620702-9999" },
      Post.LIST_KEEPER,
      ganzhou.keeper,
      "NO_OVERLAP_TO_SETTLE",
    ],
    [
      "from today",
      { effectiveFrom: "2026-06-01" },
      Post.LIST_KEEPER,
      ganzhou.keeper,
      "CATALOGUE_EFFECTIVE_TOO_EARLY",
    ],
    ["without a document", { document: " " }, Post.LIST_KEEPER, ganzhou.keeper, "BAD_INPUT"],
    ["where there is no catalogue", { matter: "110117-0101" }, Post.LIST_KEEPER, ganzhou.keeper, "NOT_FOUND"],
  ])("refused %s", async (_, input, post, unit, code) => {
    expect(await settle(input, person(post, { unit, division: "620702" }))).toBe(code);
    expect(await leadOn("2027-01-01")).toEqual([1, `arbiter ${ganzhou.keeper}`]);
  });

  it("the ruling is the next version from its day; the old one still tells of the days before", async () => {
    const key = "settle-test-once";
    expect(await settle({}, arbiter, key)).toEqual({ version: 2, effectiveFrom: "2026-07-01" });
    expect(await settle({}, arbiter, key)).toEqual({ version: 2, effectiveFrom: "2026-07-01" });
    expect(await leadOn("2026-06-30")).toEqual([1, `arbiter ${ganzhou.keeper}`]);
    expect(await leadOn("2026-07-01")).toEqual([2, ganzhou.health]);
    expect(await leadOn("2026-07-01", ganzhou.district)).toEqual([2, ganzhou.market]);
  });

  it("a later ruling for the same place replaces it, and no two versions begin on one day", async () => {
    expect(await settle({ unit: ganzhou.market })).toBe("CATALOGUE_EFFECTIVE_TOO_EARLY");
    expect(await settle({ unit: ganzhou.market, effectiveFrom: "2026-08-01" })).toMatchObject({ version: 3 });
    expect([await leadOn("2026-07-31"), await leadOn("2026-08-01")]).toEqual([
      [2, ganzhou.health],
      [3, ganzhou.market],
    ]);
  });

  it("two rulings at the same moment: one wins, the other is told", async () => {
    const rulings = [
      settle({ effectiveFrom: "2026-09-01" }),
      settle({ unit: ganzhou.market, effectiveFrom: "2026-09-01" }),
    ];
    const refused = (await Promise.all(rulings)).filter((answer) => typeof answer === "string");
    expect(refused).toEqual(["CATALOGUE_EFFECTIVE_TOO_EARLY"]);
  });
});
