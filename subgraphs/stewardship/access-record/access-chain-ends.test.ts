import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";
import { type ChainedRecord, chainStart, verifyChain } from "./access-chain.ts";

interface Ends {
  readonly district: string;
  readonly subgraph: string;
  readonly startSequence: number;
  readonly startHash: string;
  readonly endSequence: number;
  readonly endHash: string;
}

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  const stewards = new Stewards(subgraph);
  await stewards.record(
    Array.from({ length: 12 }, (_, index) => ({
      personId: `p${index}`,
      subjects: [`430105-R-${index}`],
      // As they are when many write: sealed in another order than they were read in.
      at: new Date(Date.UTC(2026, 5, 1, 1, (index * 7) % 12)).toISOString(),
      onBehalfOf: index % 2 ? "somebody “else”" : null,
    })),
  );
  await stewards.record([
    { subgraph: "public-security" },
    { unit: "110117-HOUSING" },
    { unit: "evaluation", post: "SERVICE" },
  ]);
});
afterAll(() => subgraph.close());

const ends = async (as: Principal | undefined, of?: string) => {
  const { data } = await subgraph.ask<{ accessChains: Ends[] }>(
    "query ($of: String) { accessChains(subgraph: $of) { district subgraph startSequence startHash endSequence endHash } }",
    { of },
    as ? { as } : {},
  );
  return data.accessChains;
};

const records = async (as: Principal, after: number, first = 5) => {
  const { data, errors } = await subgraph.ask<{
    accessChainRecords: (ChainedRecord & { district: string; at: string })[] | null;
  }>(
    `query ($after: Int!, $first: Int!) { accessChainRecords(district: "430105", subgraph: "civil-affairs", after: $after, first: $first) {
       district subgraph sequence at personId post unit onBehalfOf onBehalfOfVouched operationName operationHash entityType
       entityKeys fields subjects basis caseNumber grantNumbers outcome rowsGiven previousHash hash } }`,
    { after, first },
    { as },
  );
  if (errors[0]) return errors[0].code as string;
  return data.accessChainRecords?.map((record) => ({
    ...record,
    districtCode: record.district,
    at: new Date(record.at),
  })) as ChainedRecord[];
};

describe("a chain over the graph (访问记录链)", () => {
  it.each<[string, Principal | undefined, readonly string[]]>([
    ["an owner's steward", kaifu.civilAffairs, ["430105/civil-affairs", "000000/civil-affairs"]],
    ["its principal officer", kaifu.civilAffairsChief, ["430105/civil-affairs", "000000/civil-affairs"]],
    ["another owner", kaifu.policeSteward, ["430105/public-security"]],
    [
      "the data bureau",
      kaifu.bureau,
      ["430105/civil-affairs", "430105/public-security", "000000/civil-affairs"],
    ],
    ["another district's bureau", pinggu.bureau, ["110117/civil-affairs", "000000/civil-affairs"]],
    ["the consumer's steward", kaifu.housing, []],
    ["a station", kaifu.policeStation, []],
    ["a resident", kaifu.resident, []],
    ["a service", kaifu.evaluation, []],
    ["nobody", undefined, []],
  ])("its ends are told to %s", async (_, as, chains) => {
    expect((await ends(as)).map(({ district, subgraph: of }) => `${district}/${of}`)).toEqual(chains);
  });

  it("is verified by its owner from what the graph tells, page by page", async () => {
    const [chain] = await ends(kaifu.civilAffairs, "civil-affairs");
    const start = { sequence: chain?.startSequence ?? -1, hash: chain?.startHash ?? "" };
    const head = { sequence: chain?.endSequence ?? -1, hash: chain?.endHash ?? "" };
    expect(start).toEqual(chainStart);
    const read: ChainedRecord[] = [];
    for (;;) {
      const page = await records(kaifu.civilAffairs, read.at(-1)?.sequence ?? start.sequence);
      if (typeof page === "string") throw new Error(page);
      read.push(...page);
      if (page.length < 5) break;
    }
    expect(read.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(verifyChain(read, start, head)).toEqual({ findings: [], end: head });
    const changed = read.map((record) =>
      record.sequence === 7 ? { ...record, personId: "somebody" } : record,
    );
    expect(verifyChain(changed, start, head).findings).toMatchObject([{ sequence: 7 }]);
  });

  it("begins where the retention cut it", async () => {
    const before = await records(kaifu.civilAffairs, 0);
    await subgraph.database.query(
      `INSERT INTO chain_cut SELECT district_code, subgraph, sequence, hash, 3, '2029-07-01'
       FROM access_record WHERE district_code = '430105' AND subgraph = 'civil-affairs' AND sequence = 3`,
    );
    await subgraph.database.query(
      "DELETE FROM access_record WHERE district_code = '430105' AND subgraph = 'civil-affairs' AND sequence <= 3",
    );
    const [chain] = await ends(kaifu.civilAffairs, "civil-affairs");
    expect(chain).toMatchObject({ startSequence: 3, endSequence: 12 });
    expect(chain?.startHash).toBe((before as ChainedRecord[])[2]?.hash);
    const [first] = (await records(kaifu.civilAffairs, 3)) as ChainedRecord[];
    expect(first?.previousHash).toBe(chain?.startHash);
  });

  it("is read by nobody else, and in pages", async () => {
    for (const as of [kaifu.policeSteward, kaifu.housing, kaifu.resident, pinggu.bureau]) {
      expect(await records(as, 0)).toEqual([]);
    }
    expect(await records(kaifu.civilAffairs, 0, 101)).toBe("PAGE_TOO_LARGE");
    expect(await records(kaifu.civilAffairs, 0, 0)).toBe("PAGE_TOO_LARGE");
  });
});
