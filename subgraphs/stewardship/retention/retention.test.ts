import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type ChainedRecord, verifyChain } from "../access-record/access-chain.ts";
import { AccessRecord } from "../access-record/access-record.ts";
import { Stewards } from "../stewardship.fixtures.ts";
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

  it("goes by the district's own rule where it has one", async () => {
    await subgraph.database.query("INSERT INTO retention_rule VALUES ('430105', 'civil-affairs', 5)");
    await subgraph.upkeep(new Date("2030-01-01T00:00:00Z"));
    expect(await sequences()).toEqual([5]);
    await subgraph.upkeep(new Date("2031-06-02T00:00:00Z"));
    expect(await sequences()).toEqual([]);
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
