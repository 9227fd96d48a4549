import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post } from "../../shared/principal.ts";
import {
  type AskedPage,
  type Establishment,
  everyPage,
  ganzhou,
  ganzhouEstablishment,
} from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";
import { ListKind } from "./list-kind.ts";

let subgraph: TestSubgraph;
let build: Establishment;
/** Six items in batch 1, two swapped in batch 2, one taken back in batch 3. */
let services: string;
const item = (number: number) => `62070201210${String(number).padStart(3, "0")}00`.slice(0, 16);
const items = [1, 2, 3, 4, 5, 6, 7, 8].map(item);
const [first = "", second = "", , , , , seventh = "", eighth = ""] = items;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
  for (const code of items) await build.item(code, `示例服务 ${code}`, ganzhou.health);
  services = await build.list(ganzhou.health, ListKind.SERVICE, {
    "2020-12-01": items.slice(0, 6),
    "2021-03-01": [`-${first}`, `-${second}`, seventh, eighth],
    "2021-09-01": [first, `-${eighth}`],
  });
});
afterAll(() => subgraph.close());

const contentOf = (args: string) =>
  everyPage(async (after) => {
    const { data, errors } = await subgraph.ask<{
      itemList: { entries: AskedPage<{ addedIn: number; item: { code: string } }> };
    }>(
      `query ($after: String) { itemList(id: "${services}") { entries(${args}, first: 2, after: $after) {
         edges { node { addedIn item { code } } } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    return data.itemList.entries;
  }).then((entries) => entries.map(({ item: { code } }) => code));

describe("lists (清单)", () => {
  it.each<[string, string[]]>([
    [`on: "2020-11-30"`, []],
    [`on: "2020-12-01"`, items.slice(0, 6)],
    [`on: "2021-02-28"`, items.slice(0, 6)],
    [`on: "2021-03-01"`, items.slice(2)],
    [`on: "2021-09-01"`, [first, ...items.slice(2, 7)]],
    [`version: 1`, items.slice(0, 6)],
    [`version: 2`, items.slice(2)],
    [`version: 3`, [first, ...items.slice(2, 7)]],
    [`version: 4`, []],
    [`version: 1, on: "2021-09-01"`, items.slice(0, 6)],
  ])("GZ-11: old versions stay readable: %s", async (args, codes) => {
    expect(await contentOf(args)).toEqual(codes);
  });

  it("GZ-6, GZ-11: version and count on two dates, batches with what each added and removed", async () => {
    const { data, errors } = await subgraph.ask<{ itemList: unknown }>(
      `{ itemList(id: "${services}") { kind holder { code }
          before: version(on: "2020-11-30") early: version(on: "2021-02-28") late: version(on: "2021-03-01")
          earlyCount: itemCount(on: "2021-02-28") lateCount: itemCount
          batches { number state document effectiveFrom
            additions { edges { node { item { code } } } } removals { edges { node { item { code } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const codes = (...listed: string[]) => ({ edges: listed.map((code) => ({ node: { item: { code } } })) });
    expect(data.itemList).toEqual({
      kind: "SERVICE",
      holder: { code: ganzhou.health },
      before: null,
      early: 1,
      late: 2,
      earlyCount: 6,
      lateCount: 6,
      batches: [
        {
          number: 1,
          state: "PUBLISHED",
          document: "示例文号",
          effectiveFrom: "2020-12-01",
          additions: codes(...items.slice(0, 6)),
          removals: codes(),
        },
        {
          number: 2,
          state: "PUBLISHED",
          document: "示例文号",
          effectiveFrom: "2021-03-01",
          additions: codes(seventh, eighth),
          removals: codes(first, second),
        },
        {
          number: 3,
          state: "PUBLISHED",
          document: "示例文号",
          effectiveFrom: "2021-09-01",
          additions: codes(first),
          removals: codes(eighth),
        },
      ],
    });
  });

  it.each([
    [
      "versions, holders, batches, entries and their items",
      6,
      `version itemCount holder { code } batches { number } entries(first: 5) { edges { node { item { name } } } }`,
    ],
    [
      "batches with their additions and items",
      4,
      `batches { additions { edges { node { item { code } } } } }`,
    ],
  ])("of many lists, %s cost one query each", async (_, count, selection) => {
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(`{ itemLists(filter: { district: "620702" }) { edges { node { ${selection} } } } }`),
    );
    expect(statements).toHaveLength(count);
  });

  it("lists, and the additions of a batch, page through to the end", async () => {
    const ids = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{ itemLists: AskedPage<{ id: string }> }>(
        `query ($after: String) { itemLists(filter: {}, first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.itemLists;
    });
    expect(ids.map(({ id }) => id)).toEqual(
      (await subgraph.database.query("SELECT id FROM item_list ORDER BY id")).map(
        ({ id }: { id: string }) => id,
      ),
    );
    const added = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{
        itemList: { batches: [{ additions: AskedPage<{ item: { code: string } }> }] };
      }>(
        `query ($after: String) { itemList(id: "${services}") { batches { additions(first: 4, after: $after) {
           edges { node { item { code } } } pageInfo { hasNextPage endCursor } } } } }`,
        { after },
      );
      return data.itemList.batches[0].additions;
    });
    expect(added.map(({ item: { code } }) => code)).toEqual(items.slice(0, 6));
  });

  it.each<[string, string[]]>([
    [`holder: "${ganzhou.health}"`, [`${ganzhou.health}:POWER`, `${ganzhou.health}:SERVICE`]],
    [`kind: COMMUNITY_ACCESS`, [`${ganzhou.district}:COMMUNITY_ACCESS`]],
    [`district: "110117"`, []],
  ])("lists are found by %s", async (filter, ids) => {
    const { data } = await subgraph.ask<{ itemLists: AskedPage<{ id: string }> }>(
      `{ itemLists(filter: { ${filter} }) { edges { node { id } } } }`,
    );
    expect(data.itemLists.edges.map(({ node }) => node.id)).toEqual(ids);
  });

  it.each<[string, string]>([
    [
      "an entry into a published batch",
      `INSERT INTO list_entry (list_id, item_code, added_in) VALUES ('LIST', '${ganzhou.accessItem}', 1)`,
    ],
    [
      "an entry's removal rewritten",
      `UPDATE list_entry SET removed_in = 3 WHERE list_id = 'LIST' AND removed_in = 2`,
    ],
    ["an entry taken out", `DELETE FROM list_entry WHERE list_id = 'LIST'`],
    ["an effective day moved", `UPDATE list_batch SET effective_from = '2019-01-01' WHERE list_id = 'LIST'`],
    [
      "a batch taken back to draft",
      `UPDATE list_batch SET state = 'DRAFT', published_at = NULL, effective_from = NULL WHERE list_id = 'LIST'`,
    ],
    ["a listed item renamed", `UPDATE power_item SET name = '改名' WHERE code = '${first}'`],
    ["a listed item deleted", `DELETE FROM power_item WHERE code = '${first}'`],
  ])("GZ-11: the database refuses %s", async (_, statement) => {
    await expect(subgraph.database.query(statement.replaceAll("LIST", services))).rejects.toThrow(
      /is published and does not change|change only in a draft batch|is on a published list/,
    );
  });
});

describe("power items (权责事项)", () => {
  const official = person(Post.CENTRE_DISPATCHER, { unit: ganzhou.centre, division: "620702" });

  it("GZ-11: an item knows the lists it stands on, in the version of the day; many cost one query", async () => {
    const ask = (on: string) =>
      subgraph.ask<{ powerItems: AskedPage<unknown> }>(
        `{ powerItems(filter: { body: "${ganzhou.health}", kind: INSPECTION }) {
             edges { node { code listings(on: "${on}") { version list { id } } } } } }`,
      );
    const own = { version: 1, list: { id: `${ganzhou.health}:POWER` } };
    const theStreets = { version: 2, list: { id: `${ganzhou.street}:DUTY` } };
    expect((await ask("2021-02-28")).data.powerItems.edges).toEqual([
      { node: { code: ganzhou.inspection, listings: [own] } },
    ]);
    expect((await ask("2021-03-01")).data.powerItems.edges).toEqual([
      { node: { code: ganzhou.inspection, listings: [own, theStreets] } },
    ]);
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `{ powerItems(filter: {}) { edges { node { listings(on: "2021-03-01") { list { id } } } } } }`,
      ),
    );
    expect(statements).toHaveLength(2);
  });

  it("an item never published is for officials, not for residents or the public", async () => {
    const seen = async (as?: ReturnType<typeof person>) => {
      const { data } = await subgraph.ask<{
        draft: unknown;
        listed: unknown;
        powerItems: AskedPage<unknown>;
      }>(
        `{ draft: powerItem(code: "${ganzhou.unpublished}") { name } listed: powerItem(code: "${ganzhou.penalty}") { name }
           powerItems(filter: { body: "${ganzhou.market}" }) { edges { node { code } } } }`,
        {},
        as ? { as } : {},
      );
      return [data.draft !== null, data.listed !== null, data.powerItems.edges.length];
    };
    expect(await seen()).toEqual([false, true, 1]);
    expect(await seen(person(Post.RESIDENT, { unit: ganzhou.eastGate }))).toEqual([false, true, 1]);
    expect(await seen(official)).toEqual([true, true, 2]);
  });

  it.each<[string, string[]]>([
    [`body: "${ganzhou.market}"`, [ganzhou.penalty, ganzhou.unpublished]],
    [`kind: PENALTY`, [ganzhou.penalty]],
    [`search: "卫生"`, [ganzhou.inspection]],
    [`search: "照经"`, [ganzhou.penalty]],
    [`district: "620702", body: "${ganzhou.health}", kind: INSPECTION`, [ganzhou.inspection]],
    [`matter: "620702-0101"`, [ganzhou.penalty]],
    [`district: "110117"`, []],
  ])("PG-5: found by %s", async (filter, codes) => {
    if (filter.startsWith("matter")) {
      await build.matter("620702-01", "市场秩序");
      await build.matter("620702-0101", "无照经营");
      const version = await build.catalogue("620702", "2020-12-01", ganzhou.keeper);
      await build.rule(version, "620702-0101", ganzhou.market, { item: ganzhou.penalty });
    }
    const { data, errors } = await subgraph.ask<{ powerItems: AskedPage<{ code: string }> }>(
      `{ powerItems(filter: { ${filter} }) { edges { node { code kind body { name } handlingUnit { name } responsibilitySteps sample } } } }`,
      {},
      { as: official },
    );
    expect(errors).toEqual([]);
    expect(data.powerItems.edges.map(({ node }) => node.code)).toEqual(codes);
  });

  it("the list pages through to the end", async () => {
    const found = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{ powerItems: AskedPage<{ code: string }> }>(
        `query ($after: String) { powerItems(filter: { district: "620702" }, first: 4, after: $after) {
           edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        { as: official },
      );
      return data.powerItems;
    });
    expect(found.map(({ code }) => code)).toEqual(
      [
        ...items,
        ganzhou.inspection,
        ganzhou.penalty,
        ganzhou.unpublished,
        ganzhou.dispute,
        ganzhou.accessItem,
      ].sort(),
    );
  });

  it("PG-5: a kind that is not the one in the code is refused by the database", async () => {
    await expect(
      subgraph.database.query(
        `INSERT INTO power_item (code, name, kind, legal_basis, body_unit_code) VALUES ('6207020120200900', 'x', 'LICENCE', 'x', $1)`,
        [ganzhou.health],
      ),
    ).rejects.toThrow("kind_is_in_the_code");
  });
});

describe("batches (批次)", () => {
  const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });
  let keys = 0;
  const newKey = () => `batch-test-${++keys}`;

  const open = (input: Record<string, unknown>, as = keeper, idempotencyKey = newKey()) =>
    subgraph.ask<{ openBatch: { number: number } }>(
      `mutation ($input: OpenBatchInput!, $idempotencyKey: String!) {
        openBatch(input: $input, idempotencyKey: $idempotencyKey) { number state effectiveFrom list { id name } } }`,
      {
        input: { holder: ganzhou.market, kind: "SERVICE", document: "甘编〔2026〕0号", ...input },
        idempotencyKey,
      },
      { as },
    );
  const change = (
    add: string[],
    remove: string[],
    number = 1,
    as = keeper,
    listId = `${ganzhou.market}:SERVICE`,
  ) =>
    subgraph.ask(
      `mutation ($input: ChangeBatchInput!, $idempotencyKey: String!) {
        changeBatch(input: $input, idempotencyKey: $idempotencyKey) { additions { edges { node { item { code } } } } } }`,
      { input: { listId, number, add, remove }, idempotencyKey: newKey() },
      { as },
    );
  const publish = (effectiveFrom: string, number = 1, as = keeper, idempotencyKey = newKey()) =>
    subgraph.ask(
      `mutation ($number: Int!, $effectiveFrom: LocalDate!, $idempotencyKey: String!) {
        publishBatch(listId: "${ganzhou.market}:SERVICE", number: $number, effectiveFrom: $effectiveFrom, idempotencyKey: $idempotencyKey) {
          state effectiveFrom publishedAt } }`,
      { number, effectiveFrom, idempotencyKey },
      { as },
    );
  const codesOf = ({ errors }: { errors: readonly { code: unknown }[] }) => errors.map(({ code }) => code);
  const marketServices = async (on: string) => {
    const { data } = await subgraph.ask<{ itemList: { entries: AskedPage<{ item: { code: string } }> } }>(
      `{ itemList(id: "${ganzhou.market}:SERVICE") { entries(on: "${on}") { edges { node { item { code } } } } } }`,
    );
    return data.itemList.entries.edges.map(({ node }) => node.item.code);
  };

  it("GZ-11: a list begins with its first batch, opened once, drawn up by nobody but the list keeper", async () => {
    expect(codesOf(await open({}))).toEqual(["LIST_NAME_REQUIRED"]);
    const key = newKey();
    const opened = await open({ name: "甘州区市场监管服务清单（示例）" }, keeper, key);
    expect(opened).toMatchObject({
      errors: [],
      data: {
        openBatch: {
          number: 1,
          state: "DRAFT",
          effectiveFrom: null,
          list: { id: `${ganzhou.market}:SERVICE` },
        },
      },
    });
    expect(await open({ name: "甘州区市场监管服务清单（示例）" }, keeper, key)).toEqual(opened);
    expect(codesOf(await open({ name: "另一份" }, keeper, key))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(codesOf(await open({ name: "再开" }))).toEqual(["BATCH_ALREADY_OPEN"]);
    const chief = person(Post.CHIEF_RESPONDER, { unit: ganzhou.market });
    expect(codesOf(await change([first], [], 1, chief))).toEqual(["FORBIDDEN"]);
    expect(codesOf(await publish("2026-07-01", 1, chief))).toEqual(["FORBIDDEN"]);
    const elsewhere = person(Post.LIST_KEEPER, { unit: "110117-ESTABLISHMENT-OFFICE" });
    expect(codesOf(await open({ kind: "DUTY", name: "x" }, elsewhere))).toEqual(["FORBIDDEN"]);
  });

  it.each<[string, Record<string, unknown>]>([
    ["access items are the district's to open", { kind: "COMMUNITY_ACCESS", holder: ganzhou.street }],
    ["micro powers are a village's", { kind: "MICRO_POWER", holder: ganzhou.street }],
    ["a community holds no power list", { kind: "POWER", holder: ganzhou.eastGate }],
    ["a company holds none", { kind: "SERVICE", holder: ganzhou.company }],
  ])("GZ-7, PG-6: %s", async (_, input) => {
    expect(codesOf(await open({ ...input, name: "x" }))).toEqual(["LIST_NOT_FOR_HOLDER"]);
  });

  it("PG-6: a village's micro-power list can be opened", async () => {
    const answer = await open({
      kind: "MICRO_POWER",
      holder: ganzhou.eastGate,
      name: "小微权力清单（示例）",
    });
    expect(codesOf(answer)).toEqual([]);
  });

  it("GZ-11: additions and removals, all or nothing; what a draft does it can undo", async () => {
    expect(codesOf(await publish("2026-07-01"))).toEqual(["BATCH_EMPTY"]);
    expect(codesOf(await change([first, second], []))).toEqual([]);
    const { errors } = await change([first, "6207020120209900", seventh], [eighth]);
    expect(errors[0]?.message).toContain(
      `Unknown items: 6207020120209900; already listed: ${first}; not listed: ${eighth}`,
    );
    expect(codesOf(await change([seventh, seventh], []))).toEqual(["BATCH_CHANGE_IMPOSSIBLE"]);
    expect(codesOf(await change([], [second]))).toEqual([]);
    const [{ codes }] = await subgraph.database.query(
      "SELECT array_agg(item_code) AS codes FROM list_entry WHERE list_id = $1",
      [`${ganzhou.market}:SERVICE`],
    );
    expect(codes).toEqual([first]);
  });

  it("GZ-11: a draft is seen by the district's list keeper and leader, and counts for nothing", async () => {
    const seen = async (as?: ReturnType<typeof person>) => {
      const { data } = await subgraph.ask<{ itemList: { batches: unknown[]; version: number | null } }>(
        `{ itemList(id: "${ganzhou.market}:SERVICE") { version(on: "2030-01-01") batches { number } } }`,
        {},
        as ? { as } : {},
      );
      return [data.itemList.batches.length, data.itemList.version];
    };
    expect(await seen()).toEqual([0, null]);
    expect(await seen(person(Post.CHIEF_RESPONDER, { unit: ganzhou.market }))).toEqual([0, null]);
    expect(await seen(person(Post.LIST_KEEPER, { unit: "110117-ESTABLISHMENT-OFFICE" }))).toEqual([0, null]);
    expect(await seen(keeper)).toEqual([1, null]);
    expect(await seen(person(Post.DISTRICT_LEADER, { unit: "620702" }))).toEqual([1, null]);
    expect(await marketServices("2030-01-01")).toEqual([]);
  });

  it("GZ-5, GZ-11: published once, it counts from its day and never changes; the next follows it", async () => {
    expect(codesOf(await publish("2026-06-01"))).toEqual(["BATCH_EFFECTIVE_TOO_EARLY"]);
    const key = newKey();
    const published = await publish("2026-07-01", 1, keeper, key);
    expect(published).toMatchObject({
      errors: [],
      data: { publishBatch: { state: "PUBLISHED", effectiveFrom: "2026-07-01" } },
    });
    expect(await publish("2026-07-01", 1, keeper, key)).toEqual(published);
    expect(codesOf(await publish("2026-08-01"))).toEqual(["BATCH_NOT_DRAFT"]);
    expect(codesOf(await change([second], []))).toEqual(["BATCH_NOT_DRAFT"]);
    expect([await marketServices("2026-06-30"), await marketServices("2026-07-01")]).toEqual([[], [first]]);

    expect((await open({})).data.openBatch.number).toBe(2);
    expect(codesOf(await change([second], [first], 2))).toEqual([]);
    expect(await marketServices("2026-07-01")).toEqual([first]);
    expect(codesOf(await change([first], [second], 2))).toEqual([]);
    expect(codesOf(await publish("2026-07-01", 2))).toEqual(["BATCH_EMPTY"]);
    expect(codesOf(await change([second], [first], 2))).toEqual([]);
    expect(codesOf(await publish("2026-06-15", 2))).toEqual(["BATCH_EFFECTIVE_TOO_EARLY"]);
    expect(codesOf(await publish("2026-08-01", 2))).toEqual([]);
    expect([await marketServices("2026-07-31"), await marketServices("2026-08-01")]).toEqual([
      [first],
      [second],
    ]);
  });

  it("two publications at the same moment: one wins, the other is told", async () => {
    await open({});
    await change([seventh], [], 3);
    const answers = await Promise.all([publish("2026-09-01", 3), publish("2026-09-02", 3)]);
    expect(answers.flatMap(codesOf)).toEqual(["BATCH_NOT_DRAFT"]);
  });

  it("every change is in the feed, in order, for those who may follow it", async () => {
    const { data, errors } = await subgraph.ask<{ departmentFeed: { kind: string; payload: unknown }[] }>(
      `{ departmentFeed(after: 0, first: 500) { position subject kind payload } }`,
      {},
      { as: person(Post.SERVICE, { unit: "tickets", scopes: ["feed:read"] }) },
    );
    expect(errors).toEqual([]);
    expect(data.departmentFeed.map(({ kind }) => kind).slice(0, 5)).toEqual([
      "BATCH_OPENED",
      "BATCH_OPENED",
      "BATCH_CHANGED",
      "BATCH_CHANGED",
      "BATCH_PUBLISHED",
    ]);
    expect(data.departmentFeed.find(({ kind }) => kind === "BATCH_PUBLISHED")?.payload).toEqual({
      list: `${ganzhou.market}:SERVICE`,
      batch: 1,
      effectiveFrom: "2026-07-01",
      added: 1,
      removed: 0,
    });
  });
});
