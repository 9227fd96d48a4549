import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import {
  type AskedPage,
  type Establishment,
  everyPage,
  ganzhou,
  ganzhouEstablishment,
} from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";
import { UnitKind } from "../unit/unit-kind.ts";

let subgraph: TestSubgraph;
let build: Establishment;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

const street = person(Post.SUBDISTRICT_LEADER, { unit: ganzhou.street });
const market = person(Post.CHIEF_RESPONDER, { unit: ganzhou.market, division: "620702" });
const leader = person(Post.DISTRICT_LEADER, { unit: ganzhou.district });
const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });

let keys = 0;
let item = "";
beforeEach(async () => {
  keys += 1;
  item = `620702032020${String(keys).padStart(2, "0")}00`;
  await build.item(item, `示例处罚 ${keys}`, ganzhou.market);
});

interface Grant {
  readonly number: string;
  readonly state: string;
}
type Answer = { data: Record<string, Grant | null>; errors: readonly { code: unknown }[] };

const newKey = () => `grant-test-${++keys}`;
const mutate = (call: string, as: Principal): Promise<Answer> =>
  subgraph.ask(
    `mutation { ${call.replace(/\)$/, `, idempotencyKey: "${newKey()}")`)} { number state listId batchNumber } }`,
    {},
    { as },
  );
const intent = (as = street, receivingUnit: string = ganzhou.street, code = item) =>
  mutate(
    `stateGrantIntent(input: { item: "${code}", receivingUnit: "${receivingUnit}", guidingCatalogue: "甘肃省指导目录第 0 项", intent: "执法队已到位" })`,
    as,
  );
const review = (number: string, as = market) =>
  mutate(`reviewGrant(number: "${number}", opinion: "同意下放")`, as);
const approve = (number: string, as = leader) =>
  mutate(`approveGrant(number: "${number}", document: "甘政发〔2026〕0号")`, as);
const list = (number: string, as = keeper) => mutate(`listGrant(number: "${number}")`, as);
const revoke = (number: string, as = leader) =>
  mutate(`revokeGrant(number: "${number}", reason: "评估不合格")`, as);
const codesOf = ({ errors }: { errors: readonly { code: unknown }[] }) => errors.map(({ code }) => code);

const openPowerBatch = async () => {
  const { data, errors } = await subgraph.ask<{ openBatch: { number: number } }>(
    `mutation { openBatch(input: { holder: "${ganzhou.street}", kind: POWER, name: "东街街道权力清单（示例）", document: "甘编〔2026〕0号" }, idempotencyKey: "${newKey()}") { number } }`,
    {},
    { as: keeper },
  );
  expect(errors).toEqual([]);
  return data.openBatch.number;
};
const publishPowerBatch = (number: number, effectiveFrom: string) =>
  subgraph.ask(
    `mutation { publishBatch(listId: "${ganzhou.street}:POWER", number: ${number}, effectiveFrom: "${effectiveFrom}", idempotencyKey: "${newKey()}") { state } }`,
    {},
    { as: keeper },
  );
const verdictOn = async (on: string) => {
  const { data } = await subgraph.ask<{ dispatchVerdict: { code: string | null } }>(
    `{ dispatchVerdict(unit: "${ganzhou.street}", item: "${item}", matter: "620702-0101", on: "${on}") { code } }`,
  );
  return data.dispatchVerdict.code;
};
const stateOf = async (number: string) => {
  const { data } = await subgraph.ask<{ powerGrant: Grant | null }>(
    `{ powerGrant(number: "${number}") { number state publishedAt item { code } grantingUnit { code } receivingUnit { code } } }`,
    {},
    { as: keeper },
  );
  return data.powerGrant?.state;
};
const begun = async () => (await intent()).data.stateGrantIntent?.number ?? "";

describe("the granting of powers (赋权程序)", () => {
  it("GZ-5: intent, review, approval, list, publication; usable from the batch's day and not before", async () => {
    const number = await begun();
    expect(number).toBe("620702-G-20260601-0001");
    expect(await verdictOn("2026-06-01")).toBe("OFF_LIST");
    expect((await review(number)).data.reviewGrant?.state).toBe("REVIEWED");
    expect((await approve(number)).data.approveGrant?.state).toBe("APPROVED");
    expect(await verdictOn("2026-07-01")).toBe("OFF_LIST");

    expect(codesOf(await list(number))).toEqual(["NO_OPEN_BATCH"]);
    const batch = await openPowerBatch();
    expect((await list(number)).data.listGrant).toMatchObject({
      state: "LISTED",
      listId: `${ganzhou.street}:POWER`,
      batchNumber: batch,
    });
    expect(await verdictOn("2026-07-01")).toBe("OFF_LIST");

    expect(codesOf(await publishPowerBatch(batch, "2026-07-01"))).toEqual([]);
    expect(await stateOf(number)).toBe("PUBLISHED");
    expect([await verdictOn("2026-06-30"), await verdictOn("2026-07-01")]).toEqual(["NOT_IN_FORCE", null]);
  });

  it("GZ-5: after the first batch a sub-district's list takes nothing without a grant", async () => {
    const batch = await openPowerBatch();
    const change = (call: string) =>
      subgraph.ask(
        `mutation { changeBatch(input: { listId: "${ganzhou.street}:POWER", number: ${batch}, ${call} }, idempotencyKey: "${newKey()}") { number } }`,
        {},
        { as: keeper },
      );
    expect(codesOf(await change(`add: ["${item}"]`))).toEqual([]);
    expect(codesOf(await publishPowerBatch(batch, "2026-08-01"))).toEqual(["ADDITION_WITHOUT_BASIS"]);
    expect(codesOf(await change(`remove: ["${item}"]`))).toEqual([]);

    const number = await begun();
    await review(number);
    await approve(number);
    await list(number);
    expect(codesOf(await change(`remove: ["${item}"]`))).toEqual(["ITEM_LISTED_BY_GRANT"]);
    expect(codesOf(await publishPowerBatch(batch, "2026-08-01"))).toEqual([]);

    expect(codesOf(await revoke(number))).toEqual(["NO_OPEN_BATCH"]);
    expect(await stateOf(number)).toBe("PUBLISHED");
    const next = await openPowerBatch();
    expect((await revoke(number)).data.revokeGrant?.state).toBe("REVOKED");
    expect(await verdictOn("2026-08-31")).toBeNull();
    expect(codesOf(await publishPowerBatch(next, "2026-09-01"))).toEqual([]);
    expect([await verdictOn("2026-08-31"), await verdictOn("2026-09-01")]).toEqual([null, "NOT_IN_FORCE"]);
  });

  it("GZ-5: one revoked while it is listed does not hold up the others of its batch", async () => {
    const other = `${item.slice(0, 14)}01`;
    await build.item(other, "示例处罚之二", ganzhou.market);
    const batch = await openPowerBatch();
    const numbers: string[] = [];
    for (const code of [item, other]) {
      const number = (await intent(street, ganzhou.street, code)).data.stateGrantIntent?.number ?? "";
      await review(number);
      await approve(number);
      await list(number);
      numbers.push(number);
    }
    const [revoked = "", published = ""] = numbers;
    await revoke(revoked);
    expect(codesOf(await publishPowerBatch(batch, "2026-10-01"))).toEqual([]);
    expect([await stateOf(revoked), await stateOf(published)]).toEqual(["REVOKED", "PUBLISHED"]);
  });

  it("GZ-5: one revoked before publication leaves the draft; the way is free for a new one", async () => {
    const number = await begun();
    expect(codesOf(await intent())).toEqual(["GRANT_EXISTS"]);
    await review(number);
    await approve(number);
    await openPowerBatch();
    await list(number);
    expect((await revoke(number)).data.revokeGrant?.state).toBe("REVOKED");
    const entries = await subgraph.database.query("SELECT FROM list_entry WHERE grant_number = $1", [number]);
    expect(entries).toEqual([]);
    expect(codesOf(await intent())).toEqual([]);
  });

  it.each<[string, (number: string) => Promise<Answer>, string]>([
    ["approval before review", (number) => approve(number), "GRANT_ILLEGAL_MOVE"],
    ["listing before approval", (number) => list(number), "GRANT_ILLEGAL_MOVE"],
    ["review by the district's leader", (number) => review(number, leader), "FORBIDDEN"],
    ["approval by the list keeper", (number) => approve(number, keeper), "FORBIDDEN"],
    ["revocation by the list keeper", (number) => revoke(number, keeper), "FORBIDDEN"],
    ["listing by the district's leader", (number) => list(number, leader), "FORBIDDEN"],
    [
      "review by another department, to whom it does not exist",
      (number) => review(number, person(Post.CHIEF_RESPONDER, { unit: ganzhou.health })),
      "NOT_FOUND",
    ],
    [
      "approval by another district",
      (number) => approve(number, person(Post.DISTRICT_LEADER, { unit: "110117" })),
      "NOT_FOUND",
    ],
    [
      "review by a resident",
      (number) => review(number, person(Post.RESIDENT, { unit: ganzhou.eastGate })),
      "NOT_FOUND",
    ],
  ])("GZ-5: refused: %s", async (_, step, code) => {
    const number = await begun();
    expect(codesOf(await step(number))).toEqual([code]);
    expect(await stateOf(number)).toBe("INTENT");
  });

  it.each<[string, () => Promise<Answer>, string]>([
    ["by the department for the street", () => intent(market), "FORBIDDEN"],
    [
      "by another street's leader",
      () => intent(person(Post.SUBDISTRICT_LEADER, { unit: "620702002" })),
      "FORBIDDEN",
    ],
    [
      "of a power the street has itself",
      () => intent(street, ganzhou.street, ganzhou.dispute),
      "NOT_A_SUBDISTRICT",
    ],
    [
      "for a community",
      () => intent(person(Post.SUBDISTRICT_LEADER, { unit: ganzhou.eastGate }), ganzhou.eastGate),
      "NOT_A_SUBDISTRICT",
    ],
    ["of an item nobody knows", () => intent(street, ganzhou.street, "6207020320209900"), "NOT_FOUND"],
  ])("GZ-5: an intent is refused %s", async (_, state, code) => {
    expect(codesOf(await state())).toEqual([code]);
  });

  it("a power of another district is not granted here", async () => {
    await build.unit("110117", "平谷区人民政府", UnitKind.DISTRICT_GOVERNMENT);
    await build.unit("110117-HOUSING", "平谷区住建委", UnitKind.DEPARTMENT, { parentCode: "110117" });
    await build.item("1101170320200100", "示例处罚", "110117-HOUSING");
    expect(codesOf(await intent(street, ganzhou.street, "1101170320200100"))).toEqual(["NOT_A_SUBDISTRICT"]);
  });

  it("those who take part see it, page by page, and nobody else", async () => {
    const seen = (as?: Principal) =>
      everyPage(async (after) => {
        const { data } = await subgraph.ask<{ powerGrants: AskedPage<Grant> }>(
          `query ($after: String) { powerGrants(filter: {}, first: 2, after: $after) {
             edges { node { number item { name } } } pageInfo { hasNextPage endCursor } } }`,
          { after },
          as ? { as } : {},
        );
        return data.powerGrants;
      }).then((grants) => grants.map(({ number }) => number));
    const rows = await subgraph.database.query("SELECT number FROM power_grant ORDER BY number DESC");
    const all = rows.map(({ number }: Grant) => number);
    expect(all.length).toBeGreaterThan(5);
    expect(await seen(keeper)).toEqual(all);
    expect(await seen(street)).toEqual(all);
    expect(await seen(market)).toEqual(all);
    expect(await seen(person(Post.CHIEF_RESPONDER, { unit: ganzhou.health }))).toEqual([]);
    expect(await seen(person(Post.RESIDENT, { unit: ganzhou.eastGate }))).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  it("many grants are resolved in one query", async () => {
    const rows = await subgraph.database.query("SELECT number FROM power_grant");
    const representations = rows.map(({ number }: Grant) => ({ __typename: "PowerGrant", number }));
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PowerGrant { state item { code } } } }`,
        { r: representations },
        { as: keeper },
      ),
    );
    expect(statements).toHaveLength(2);
  });

  it("two approvals at the same moment: one wins, the other is told", async () => {
    const number = await begun();
    await review(number);
    const answers = await Promise.all([approve(number), approve(number)]);
    expect(answers.flatMap(codesOf)).toEqual(["GRANT_ILLEGAL_MOVE"]);
  });
});
