import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { ganzhou, ganzhouEstablishment } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

const street = person(Post.SUBDISTRICT_LEADER, { unit: ganzhou.street });
const market = person(Post.CHIEF_RESPONDER, { unit: ganzhou.market, division: "620702" });
const leader = person(Post.DISTRICT_LEADER, { unit: ganzhou.district });
const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });

let keys = 0;
const ask = async (
  call: string,
  as: Principal,
  selection = "number complete facts { fact evidence by { code } at }",
) => {
  const withKey = call.replace(/\)$/, `, idempotencyKey: "hand-down-test-${++keys}")`);
  const { data, errors } = await subgraph.ask<Record<string, Record<string, unknown> | null>>(
    `mutation { answer: ${withKey} { ${selection} } }`,
    {},
    { as },
  );
  return errors[0]?.code ?? data.answer;
};
const propose = (as = market, item: string = ganzhou.unpublished, receivingUnit: string = ganzhou.street) =>
  ask(
    `proposeHandDown(input: { item: "${item}", receivingUnit: "${receivingUnit}", reason: "属地管理" })`,
    as,
  );
const put = (fact: string, as: Principal, number = "620702-H-20260601-0001") =>
  ask(`recordHandDownFact(number: "${number}", fact: ${fact}, evidence: "甘财〔2026〕0号，10 万元")`, as);
const list = (as = keeper) => ask(`listHandDown(number: "620702-H-20260601-0001")`, as, "listId batchNumber");
const verdictOn = async (on: string) => {
  const { data } = await subgraph.ask<{ dispatchVerdict: { code: string | null } }>(
    `{ dispatchVerdict(unit: "${ganzhou.street}", item: "${ganzhou.unpublished}", matter: "620702-0101", on: "${on}") { code } }`,
  );
  return data.dispatchVerdict.code;
};

describe("handing duties down (下沉职责审核)", () => {
  it("GZ-9: proposed by the department whose item it is, to a sub-district of the district, once", async () => {
    expect(await propose(person(Post.CHIEF_RESPONDER, { unit: ganzhou.health }))).toBe("FORBIDDEN");
    expect(await propose(leader)).toBe("FORBIDDEN");
    expect(await propose(market, ganzhou.unpublished, ganzhou.eastGate)).toBe("NOT_A_SUBDISTRICT");
    expect(await propose(market, "6207020310609900")).toBe("NOT_FOUND");
    expect(await verdictOn("2026-06-01")).toBe("OFF_LIST");
    expect(await propose()).toMatchObject({ number: "620702-H-20260601-0001", complete: false, facts: [] });
    expect(await propose()).toBe("HAND_DOWN_EXISTS");
    expect(await verdictOn("2026-06-01")).toBe("HAND_DOWN_INCOMPLETE");
  });

  it("GZ-9: the district approves, the sub-district confirms what came with it; each fact once, by the right hand", async () => {
    expect(await put("APPROVAL", market)).toBe("FORBIDDEN");
    expect(await put("APPROVAL", street)).toBe("FORBIDDEN");
    expect(await put("FUNDS", market)).toBe("FORBIDDEN");
    expect(await put("FUNDS", person(Post.SUBDISTRICT_LEADER, { unit: "620702002" }))).toBe("NOT_FOUND");
    expect(await put("APPROVAL", leader)).toMatchObject({ complete: false });
    expect(await put("APPROVAL", leader)).toBe("HAND_DOWN_FACT_RECORDED");
    expect(await put("WORKING_CONDITIONS", street)).toMatchObject({ complete: false });
  });

  it("GZ-9: with approval but no funds it is not listed, and binds nobody", async () => {
    await subgraph.ask(
      `mutation { openBatch(input: { holder: "${ganzhou.street}", kind: DUTY, document: "甘编〔2026〕0号" }, idempotencyKey: "hand-down-open") { number } }`,
      {},
      { as: keeper },
    );
    expect(await list()).toBe("HAND_DOWN_INCOMPLETE");
    expect(await verdictOn("2026-07-01")).toBe("HAND_DOWN_INCOMPLETE");
    await expect(
      subgraph.database.query("UPDATE hand_down SET list_id = '620702001:DUTY', batch_number = 3"),
    ).rejects.toThrow("listed_only_when_complete");
  });

  it("GZ-9, GZ-11: with all three and published in a batch it counts from the effective day on", async () => {
    expect(await put("FUNDS", street)).toMatchObject({
      complete: true,
      facts: [
        { fact: "APPROVAL", by: { code: ganzhou.district }, at: "2026-06-01T01:00:00.000Z" },
        { fact: "FUNDS", by: { code: ganzhou.street }, evidence: "甘财〔2026〕0号，10 万元" },
        { fact: "WORKING_CONDITIONS", by: { code: ganzhou.street } },
      ],
    });
    expect(await verdictOn("2026-07-01")).toBe("NOT_IN_FORCE");
    expect(await list(leader)).toBe("FORBIDDEN");
    expect(await list()).toEqual({ listId: `${ganzhou.street}:DUTY`, batchNumber: 3 });
    expect(await list()).toBe("BATCH_CHANGE_IMPOSSIBLE");
    await subgraph.ask(
      `mutation { publishBatch(listId: "${ganzhou.street}:DUTY", number: 3, effectiveFrom: "2026-07-01", idempotencyKey: "hand-down-publish") { state } }`,
      {},
      { as: keeper },
    );
    expect([await verdictOn("2026-06-30"), await verdictOn("2026-07-01")]).toEqual(["NOT_IN_FORCE", null]);
  });

  it.each<[string, Principal | undefined, number]>([
    ["the department", market, 1],
    ["the sub-district", street, 1],
    ["the district's leader", leader, 1],
    ["another department", person(Post.CHIEF_RESPONDER, { unit: ganzhou.health }), 0],
    ["another district", person(Post.LIST_KEEPER, { unit: "110117-ESTABLISHMENT-OFFICE" }), 0],
    ["a grid member", person(Post.GRID_MEMBER, { unit: ganzhou.eastGate }), 0],
    ["nobody", undefined, 0],
  ])("seen by %s: as many as concern them", async (_, as, count) => {
    const { data } = await subgraph.ask<{ handDowns: { edges: unknown[] }; handDown: unknown }>(
      `{ handDowns(filter: { complete: true, receivingUnit: "${ganzhou.street}", handingUnit: "${ganzhou.market}" }) {
           edges { node { number handingUnit { code } receivingUnit { code } item { code } } } }
         handDown(number: "620702-H-20260601-0001") { reason } }`,
      {},
      as ? { as } : {},
    );
    expect(data.handDowns.edges).toHaveLength(count);
    expect(data.handDown === null).toBe(count === 0);
  });

  it("GZ-11: who changed what in which batch is in the log", async () => {
    const rows = await subgraph.database.query(
      "SELECT kind, actor_unit, payload->>'fact' AS fact FROM log_entry WHERE subject LIKE '%-H-%' ORDER BY sequence",
    );
    expect(rows).toEqual([
      { kind: "HAND_DOWN_PROPOSED", actor_unit: ganzhou.market, fact: null },
      { kind: "HAND_DOWN_FACT_RECORDED", actor_unit: ganzhou.district, fact: "APPROVAL" },
      { kind: "HAND_DOWN_FACT_RECORDED", actor_unit: ganzhou.street, fact: "WORKING_CONDITIONS" },
      { kind: "HAND_DOWN_FACT_RECORDED", actor_unit: ganzhou.street, fact: "FUNDS" },
      { kind: "HAND_DOWN_LISTED", actor_unit: ganzhou.keeper, fact: null },
    ]);
  });
});
