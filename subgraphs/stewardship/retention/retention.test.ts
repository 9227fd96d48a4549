import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { type ChainedRecord, verifyChain } from "../access-record/access-chain.ts";
import type { Chain } from "../access-record/access-log.store.ts";
import { AccessRecord } from "../access-record/access-record.ts";
import { kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

let subgraph: TestSubgraph;
let stewards: Stewards;

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  stewards = new Stewards(subgraph);
  const days = [
    "2026-06-01T02:00:00Z",
    "2026-06-01T01:00:00Z",
    "2026-06-03T01:00:00Z",
    "2026-06-02T01:00:00Z",
  ];
  await stewards.record(days.map((at) => ({ at })));
  await stewards.record([{ at: "2026-06-01T01:00:00Z", subgraph: "public-security" }]);
});
afterAll(() => subgraph.close());

const records = (): Promise<ChainedRecord[]> =>
  subgraph.database.manager.find(AccessRecord, {
    where: { subgraph: "civil-affairs" },
    order: { sequence: "ASC" },
  });
const sequences = async () => (await records()).map(({ sequence }) => sequence);
const cuts = () =>
  subgraph.database.query(
    "SELECT subgraph, sequence, hash, records FROM chain_cut ORDER BY subgraph, sequence",
  );

describe("the retention of access records (留存期限)", () => {
  it("leaves everything until a record's years are over, by the day in China", async () => {
    await subgraph.upkeep(new Date("2029-06-01T15:59:59Z"));
    expect(await sequences()).toEqual([1, 2, 3, 4]);
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.upkeep(new Date("2029-06-01T15:59:59Z")),
    );
    expect(statements).toHaveLength(1);
  });

  it("then cuts the beginning of the chain, and keeps where, how many and with which seal", async () => {
    const [, second, third] = await records();
    const [, head] = await subgraph.database.query(
      "SELECT sequence, hash FROM access_chain ORDER BY sequence",
    );
    await subgraph.upkeep(new Date("2029-06-01T16:00:00Z"));
    expect(await sequences()).toEqual([3, 4]);
    const cut = { sequence: 2, hash: second?.hash };
    expect(await cuts()).toEqual([
      { subgraph: "civil-affairs", ...cut, records: 2 },
      { subgraph: "public-security", sequence: 1, hash: expect.any(String), records: 1 },
    ]);
    expect(third?.previousHash).toBe(second?.hash);
    expect(verifyChain(await records(), { sequence: 2, hash: second?.hash ?? "" }, head).findings).toEqual(
      [],
    );
  });

  it("cuts nothing out of the middle: what is to be kept keeps what was written behind it", async () => {
    await subgraph.upkeep(new Date("2029-06-02T16:00:00Z"));
    expect(await sequences()).toEqual([3, 4]);
    await subgraph.upkeep(new Date("2029-06-03T16:00:00Z"));
    expect(await sequences()).toEqual([]);
  });

  it("lets the chain go on where it was", async () => {
    await stewards.record([{}]);
    const [last] = await records();
    const [, cut] = await cuts();
    expect(last).toMatchObject({ sequence: 5, previousHash: cut.hash });
  });

  describe("set by a district for itself (设定留存期限)", () => {
    const today = new Date("2029-07-01T09:00:00+08:00");
    const set = (
      years: number,
      {
        as = kaifu.bureau,
        at = today,
        of = "civil-affairs",
        reason = "审计要求延长留存",
      }: { as?: Principal; at?: Date; of?: string; reason?: string } = {},
    ) =>
      stewards.mutate(
        "setRetention",
        { subgraph: "String!", years: "Int!", reason: "String!" },
        { subgraph: of, years, reason },
        "{ district subgraph version years validFrom setByUnit reason }",
        { as, at },
      );
    const rulesAt = async (at: Date, district = "430105", as: Principal = kaifu.housing) => {
      const { data } = await subgraph.ask<{ retentionRules: Record<string, unknown>[] }>(
        "query ($district: DivisionCode!) { retentionRules(district: $district) { district subgraph version years validFrom } }",
        { district },
        { as, at },
      );
      return data.retentionRules
        .filter((rule) => rule.subgraph === "civil-affairs")
        .map(({ district, years, validFrom }) => [district, years, validFrom]);
    };

    it.each<[string, number, Parameters<typeof set>[1], string]>([
      ["by an owner", 5, { as: kaifu.civilAffairs }, "FORBIDDEN"],
      [
        "by the bureau's principal officer",
        5,
        { as: { ...kaifu.bureau, post: Post.CHIEF_RESPONDER } },
        "FORBIDDEN",
      ],
      [
        "by a station of the bureau's",
        5,
        { as: { ...kaifu.bureau, unit: "430105010-DATA-BUREAU" } },
        "FORBIDDEN",
      ],
      ["to less than the law says", 2, {}, "RETENTION_OUT_OF_BOUNDS"],
      ["for ever", 31, {}, "RETENTION_OUT_OF_BOUNDS"],
      ["without a reason", 5, { reason: " " }, "BAD_INPUT"],
      ["of what nobody owns", 5, { of: "weather" }, "NOT_FOUND"],
    ])("is not set %s", async (_, years, by, code) => {
      expect(await set(years, by)).toBe(code);
      expect(await rulesAt(today)).toEqual([["000000", 3, "2000-01-01"]]);
    });

    it("counts from the day it is set where it is longer, there alone, and stays on record", async () => {
      expect(await set(5)).toEqual({
        district: "430105",
        subgraph: "civil-affairs",
        version: 1,
        years: 5,
        validFrom: "2029-07-01",
        setByUnit: "430105-DATA-BUREAU",
        reason: "审计要求延长留存",
      });
      expect(await rulesAt(today)).toEqual([["430105", 5, "2029-07-01"]]);
      expect(await rulesAt(today, "110117", pinggu.bureau)).toEqual([["000000", 3, "2000-01-01"]]);
      const [entry] = await subgraph.database.query(
        "SELECT subject, actor_unit, payload FROM log_entry WHERE kind = 'RETENTION_SET'",
      );
      expect(entry).toEqual({
        subject: "430105/civil-affairs",
        actor_unit: "430105-DATA-BUREAU",
        payload: { subgraph: "civil-affairs", years: 5, before: 3, from: "2029-07-01" },
      });
    });

    it("counts after thirty days where it is shorter, and not at all where it is taken back before", async () => {
      expect(await set(4)).toMatchObject({ version: 2, validFrom: "2029-07-31" });
      expect(await rulesAt(today)).toEqual([
        ["430105", 5, "2029-07-01"],
        ["430105", 4, "2029-07-31"],
      ]);
      const later = new Date("2029-07-20T09:00:00+08:00");
      expect(await set(3, { at: later })).toMatchObject({ version: 3, validFrom: "2029-08-19" });
      // The shorter one that was to come first is off the table with it.
      expect(await rulesAt(new Date("2029-08-01T09:00:00+08:00"))).toEqual([
        ["430105", 5, "2029-07-01"],
        ["430105", 3, "2029-08-19"],
      ]);
      expect(await set(5, { at: later })).toMatchObject({ version: 4, validFrom: "2029-07-20" });
      expect(await rulesAt(new Date("2029-09-01T09:00:00+08:00"))).toEqual([["430105", 5, "2029-07-20"]]);
    });

    it("is what is cut by, and what is left still holds", async () => {
      await stewards.record([{ at: "2026-08-01T01:00:00Z" }]);
      await subgraph.upkeep(new Date("2030-01-01T00:00:00Z"));
      expect(await sequences()).toEqual([5, 6]);
      await subgraph.upkeep(new Date("2031-06-02T00:00:00Z"));
      expect(await sequences()).toEqual([6]);
      const [, , cut] = (await cuts()).filter((each: Chain) => each.subgraph === "civil-affairs");
      const [head] = await subgraph.database.query(
        "SELECT sequence, hash FROM access_chain WHERE subgraph = 'civil-affairs'",
      );
      expect(verifyChain(await records(), cut, head).findings).toEqual([]);
    });
  });

  it.each([
    [
      "a cut that ends at no record",
      "INSERT INTO chain_cut VALUES ('430105', 'civil-affairs', 99, repeat('0', 64), 1, now())",
    ],
    ["a cut that is changed", "UPDATE chain_cut SET sequence = 99"],
    ["a cut that is removed", "DELETE FROM chain_cut"],
    ["all cuts gone", "TRUNCATE chain_cut"],
  ])("is not to be talked into %s", async (_, statement) => {
    await expect(subgraph.database.query(statement)).rejects.toThrow("a cut ends at a record there is");
  });
});
