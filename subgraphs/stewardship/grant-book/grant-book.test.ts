import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type Principal, servicePrincipal } from "../../shared/principal.ts";
import { housingItem, kaifu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

let subgraph: TestSubgraph;
let stewards: Stewards;

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  stewards = new Stewards(subgraph);
});
afterAll(() => subgraph.close());

const granted = (validFrom = "2026-06-01T00:00:00+08:00", validUntil = "2027-06-01T00:00:00+08:00") =>
  stewards.granted({ validFrom, validUntil }, kaifu.housing, kaifu.civilAffairs);
const numbersAt = async (at?: Date) => {
  const { grants } = await stewards.book(null, { as: kaifu.gateway, ...(at && { at }) });
  return (grants ?? []).map(({ number }) => number);
};

describe("the book of grants (授权台账)", () => {
  it.each<[string, Principal | undefined]>([
    ["nobody", undefined],
    ["the data bureau", kaifu.bureau],
    ["an owner", kaifu.civilAffairs],
    ["another service", servicePrincipal("tickets")],
  ])("is the gateway's, not for %s", async (_, as) => {
    const code = as ? "FORBIDDEN" : "UNAUTHENTICATED";
    await expect(stewards.book(null, as ? { as } : {})).rejects.toThrow(code);
  });

  it("is empty at first, and has a version", async () => {
    expect(await stewards.book(null)).toEqual({
      version: expect.any(Number),
      grants: [],
      caseAccessRules: [],
      caseExclusions: [],
    });
  });

  it("gives a grant once it is approved, whole, and no more once it is revoked", async () => {
    await stewards.request({}, kaifu.housing);
    expect(await numbersAt()).toEqual([]);
    await stewards.step("approve", "430105-G-0001", kaifu.civilAffairs);
    expect((await stewards.book(null)).grants).toEqual([
      {
        number: "430105-G-0001",
        owner: "civil-affairs",
        consumer: "430105-HOUSING",
        posts: null,
        coordinates: ["AidRecipient", "AidRecipient.name"],
        purposes: [housingItem],
        rows: "THIS_CASE",
        clear: [],
        caseNumber: null,
        validFrom: "2026-05-31T16:00:00.000Z",
        validUntil: "2027-05-31T16:00:00.000Z",
        listMaximum: null,
      },
    ]);
    await stewards.step("revoke", "430105-G-0001", kaifu.civilAffairs);
    expect(await numbersAt()).toEqual([]);
  });

  it("gives those whose time is still to come, and leaves out those whose time is over", async () => {
    const now = await granted();
    const later = await granted("2026-09-01T00:00:00+08:00");
    const short = await granted(undefined, "2026-06-02T00:00:00+08:00");
    expect(await numbersAt()).toEqual([now, later, short]);
    expect(await numbersAt(new Date("2026-06-01T15:59:59.999Z"))).toEqual([now, later, short]);
    expect(await numbersAt(new Date("2026-06-01T16:00:00.000Z"))).toEqual([now, later]);
    expect(await numbersAt(new Date("2027-05-31T16:00:00.000Z"))).toEqual([]);
  });

  it("rises by one with every change, and gives no grants to whoever has its version", async () => {
    const versions = [(await stewards.book(null)).version];
    const { number } = (await stewards.request({}, kaifu.housing)) as { number: string };
    versions.push((await stewards.book(null)).version);
    await stewards.step("approve", number, kaifu.civilAffairs);
    versions.push((await stewards.book(null)).version);
    await stewards.step("approve", number, kaifu.civilAffairs); // refused: nothing changed
    versions.push((await stewards.book(null)).version);
    await stewards.breakGlass({}, kaifu.centre);
    versions.push((await stewards.book(null)).version);
    const first = versions[0] ?? 0;
    expect(versions).toEqual([first, first + 1, first + 2, first + 2, first + 3]);

    expect(await stewards.book(first + 3)).toEqual({
      version: first + 3,
      grants: null,
      caseAccessRules: null,
      caseExclusions: null,
    });
    expect((await stewards.book(first + 2)).grants).toHaveLength(5);
    expect((await stewards.book(first + 4)).grants).toHaveLength(5);
  });

  it("is one statement, which does not begin with the grants where nothing changed", async () => {
    const { version } = await stewards.book(null);
    for (const after of [null, version]) {
      expect(await statementsOf(subgraph.database, () => stewards.book(after))).toHaveLength(1);
    }
    const [statement = ""] = await statementsOf(subgraph.database, () => stewards.book(version));
    const plan = async (after: number) =>
      JSON.stringify(
        await subgraph.database.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) ${statement}`, [
          after,
          new Date("2026-06-01T01:00:00Z"),
        ]),
      );
    expect(await plan(version)).toMatch(/data_grant[^"]*\(never executed\)/);
    expect(await plan(version - 1)).not.toContain("never executed");
  });

  it("never tells a version before the change it stands for can be read", async () => {
    const reading = { stop: false };
    const editions: { version: number; grants: number }[] = [];
    const reader = (async () => {
      while (!reading.stop) {
        const { version, grants } = await stewards.book(null);
        editions.push({ version, grants: grants?.length ?? 0 });
      }
    })();
    await Promise.all(Array.from({ length: 8 }, () => granted()));
    reading.stop = true;
    await reader;
    const byVersion = new Map(editions.map(({ version, grants }) => [version, grants]));
    for (const { version, grants } of editions) expect(byVersion.get(version)).toBe(grants);
  });
});
