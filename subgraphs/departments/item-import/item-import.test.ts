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
import { UnitKind } from "../unit/unit-kind.ts";
import { importItems } from "./import-items.store.ts";
import { ImportFormat } from "./item-import.ts";

let subgraph: TestSubgraph;
let build: Establishment;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
  for (const number of [1, 2]) {
    await build.unit(`620702-OFFICE-${number}`, "甘州区综合执法队", UnitKind.ENFORCEMENT_TEAM, {
      parentCode: "620702",
    });
  }
  await subgraph.ask(
    `mutation { openBatch(input: { holder: "${ganzhou.district}", kind: POWER, name: "甘州区 9+X 权力清单（示例）", document: "甘编〔2026〕0号" }, idempotencyKey: "import-open") { number } }`,
    {},
    { as: keeper },
  );
});
afterAll(() => subgraph.close());

const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });
const listId = `${ganzhou.district}:POWER`;

interface Report {
  readonly imported: boolean;
  readonly rowCount: number;
  readonly findingCount: number;
  readonly findings: { row: number; column: string | null; code: string }[];
}
let keys = 0;
const importFile = async (
  content: string,
  {
    format = "CSV",
    dryRun = false,
    as = keeper,
    batchNumber = 1,
    idempotencyKey = `import-test-${++keys}`,
  } = {},
) => {
  const { data, errors } = await subgraph.ask<{ importItems: Report }>(
    `mutation ($input: ImportItemsInput!, $idempotencyKey: String!) {
      importItems(input: $input, idempotencyKey: $idempotencyKey) { imported rowCount findingCount findings { row column code } } }`,
    { input: { listId, batchNumber, format, content, dryRun }, idempotencyKey },
    { as },
  );
  return errors[0]?.code ?? data.importItems;
};
const listed = async (): Promise<number> => {
  const [{ count }] = await subgraph.database.query(
    "SELECT count(*)::int AS count FROM list_entry WHERE list_id = $1",
    [listId],
  );
  return count;
};
const imported = (rowCount: number) => ({ imported: true, rowCount, findingCount: 0, findings: [] });

const header = "职权编码,职权名称,职权类型,依据,法定主体,承办机构,责任事项,办理时限,时限单位,示例";

describe("importing a catalogue (PG-5)", () => {
  it("one finding, and nothing of the file is written", async () => {
    const content = [
      header,
      `6207020130200100,示例处罚一,行政处罚,示例依据,甘州区市场监督管理局,,立案；调查；决定,10,工作日,是`,
      `6207020130200200,示例处罚二,行政许可,示例依据,甘州区市场监督管理局,,,,,是`,
      `6207020130200100,示例处罚三,行政处罚,示例依据,甘州区不存在局,,,,,是`,
      `620702013020030,,行政处罚,示例依据,甘州区综合执法队,,,10,,是`,
      `6207020130200400,示例处罚四,行政处罚,示例依据,甘州区综合执法队,无此科,,,,是`,
      `${ganzhou.penalty},改过的名称,行政处罚,示例依据,${ganzhou.market},,,,,是`,
    ].join("\n");
    const report = await importFile(content);
    expect(report).toEqual({
      imported: false,
      rowCount: 6,
      findingCount: 8,
      findings: [
        { row: 3, column: "kind", code: "KIND_NOT_IN_CODE" },
        { row: 4, column: "code", code: "CODE_TWICE" },
        { row: 4, column: "body", code: "UNIT_UNKNOWN" },
        { row: 5, column: "code", code: "POWER_ITEM_CODE_SHAPE" },
        { row: 5, column: "name", code: "MISSING" },
        { row: 6, column: "body", code: "UNIT_AMBIGUOUS" },
        { row: 6, column: "handlingUnit", code: "UNIT_UNKNOWN" },
        { row: 7, column: "code", code: "PUBLISHED_OTHERWISE" },
      ],
    });
    expect(await listed()).toBe(0);
  });

  const good = [
    header,
    `6207020130200100,示例处罚一,行政处罚,示例依据,甘州区知识产权局,${ganzhou.healthStation},立案；调查；决定,10,工作日,是`,
    `${ganzhou.penalty},无照经营处罚,,示例依据,${ganzhou.market},,,,,是`,
  ].join("\n");

  it("a check writes nothing; the same file then goes in whole, once", async () => {
    expect(await importFile(good, { dryRun: true })).toEqual({ ...imported(2), imported: false });
    expect(await listed()).toBe(0);
    const idempotencyKey = "import-test-twice";
    expect(await importFile(good, { idempotencyKey })).toEqual(imported(2));
    expect(await importFile(good, { idempotencyKey })).toEqual(imported(2));
    expect(await importFile(`${good}\n`, { idempotencyKey })).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(await listed()).toBe(2);
    const { data } = await subgraph.ask<{ powerItem: unknown }>(
      `{ powerItem(code: "6207020130200100") { name kind body { code } handlingUnit { code } responsibilitySteps deadlineAmount deadlineUnit sample } }`,
      {},
      { as: keeper },
    );
    expect(data.powerItem).toEqual({
      name: "示例处罚一",
      kind: "PENALTY",
      body: { code: ganzhou.market },
      handlingUnit: { code: ganzhou.healthStation },
      responsibilitySteps: ["立案", "调查", "决定"],
      deadlineAmount: 10,
      deadlineUnit: "WORKING_DAYS",
      sample: true,
    });
  });

  it("what the list holds already is a finding", async () => {
    expect(await importFile(good)).toMatchObject({
      imported: false,
      findings: [
        { row: 2, column: "code", code: "ALREADY_LISTED" },
        { row: 3, column: "code", code: "ALREADY_LISTED" },
      ],
    });
  });

  it("JSON goes in as CSV does; an item nobody published yet may still be amended", async () => {
    const item = {
      code: "6207020130200500",
      name: "示例处罚五",
      legalBasis: "示例依据",
      body: ganzhou.market,
    };
    await build.item(item.code, "旧名称", ganzhou.health);
    expect(await importFile(JSON.stringify([item]), { format: "JSON" })).toEqual(imported(1));
    const { data } = await subgraph.ask<{ powerItem: unknown }>(
      `{ powerItem(code: "${item.code}") { name body { code } sample } }`,
      {},
      { as: keeper },
    );
    expect(data.powerItem).toEqual({ name: "示例处罚五", body: { code: ganzhou.market }, sample: false });
  });

  it.each<[string, Parameters<typeof importFile>[1], string]>([
    ["a chief responder", { as: person(Post.CHIEF_RESPONDER, { unit: ganzhou.market }) }, "FORBIDDEN"],
    ["another district's list keeper", { as: person(Post.LIST_KEEPER, { unit: "110117-X" }) }, "FORBIDDEN"],
    ["a batch that is not there", { batchNumber: 9 }, "NOT_FOUND"],
  ])("refused: %s", async (_, options, code) => {
    expect(await importFile(good, options)).toBe(code);
  });

  it("more findings than a report shows are counted", async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `${index},示例,示例依据,${ganzhou.market}`);
    const report = (await importFile(`code,name,legalBasis,body\n${rows.join("\n")}`)) as Report;
    expect([report.findingCount, report.findings.length]).toEqual([600, 500]);
  });
});

describe("PG-5: 10,531 powers", () => {
  const kinds = ["许可", "处罚", "强制", "征收", "给付", "检查", "确认", "奖励", "裁决", "其他"];
  const powers = Array.from({ length: 10_531 }, (_, index) => {
    const body = String(100 + Math.floor(index / 990)).padStart(3, "0");
    const kind = String((index % 10) + 1).padStart(2, "0");
    const sequence = String((Math.floor(index / 10) % 99) + 1).padStart(3, "0");
    return [
      `620702${body}${kind}${sequence}00`,
      `示例权力事项第 ${index + 1} 项`,
      kinds[index % 10],
      "《示例条例》第十二条第一款：违反本条例规定的，由主管部门责令改正；逾期不改正的，处以罚款。",
      index % 2 === 0 ? ganzhou.market : "甘州区卫生健康局",
      "受理；审查；决定（10 个工作日内）；送达",
      "20",
      "工作日",
      "是",
    ].join(",");
  });
  const columns = "职权编码,职权名称,职权类型,依据,法定主体,责任事项,办理时限,时限单位,示例";

  it("go in as one file in few statements, however many rows", async () => {
    const outcome = subgraph.database.transaction(async (transaction) => {
      const statements = await statementsOf(subgraph.database, async () => {
        expect(
          await importItems(
            transaction,
            { listId, number: 1 },
            { format: ImportFormat.CSV, content: [columns, ...powers].join("\n") },
            { dryRun: false },
          ),
        ).toEqual({ rowCount: 10_531, findings: [] });
      });
      expect(statements).toHaveLength(5);
      throw new Error("taken back");
    });
    await expect(outcome).rejects.toThrow("taken back");
  });

  it("go in through the mutation in parts below a megabyte, into one batch, published at once", async () => {
    const before = await listed();
    for (let from = 0; from < powers.length; from += 3_000) {
      const part = [columns, ...powers.slice(from, from + 3_000)].join("\n");
      expect(Buffer.byteLength(part)).toBeLessThan(1_000_000);
      expect(await importFile(part)).toEqual(imported(Math.min(3_000, powers.length - from)));
    }
    expect((await listed()) - before).toBe(10_531);
    const { errors } = await subgraph.ask(
      `mutation { publishBatch(listId: "${listId}", number: 1, effectiveFrom: "2026-07-01", idempotencyKey: "import-publish") { state } }`,
      {},
      { as: keeper },
    );
    expect(errors).toEqual([]);
    const { data } = await subgraph.ask<{ itemList: { itemCount: number } }>(
      `{ itemList(id: "${listId}") { itemCount(on: "2026-07-01") } }`,
    );
    expect(data.itemList.itemCount).toBe(before + 10_531);
    expect(await importFile([columns, powers[0]].join("\n"))).toBe("BATCH_NOT_DRAFT");
  });

  it("are found by department, kind and word, and paged to the end", async () => {
    const found = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{ powerItems: AskedPage<{ code: string }> }>(
        `query ($after: String) { powerItems(filter: { body: "${ganzhou.health}", kind: PENALTY, search: "权力事项" }, first: 100, after: $after) {
           edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.powerItems;
    });
    expect(found).toHaveLength(
      powers.filter((row) => row.includes("处罚,") && row.includes("卫生健康局")).length,
    );
    expect(new Set(found.map(({ code }) => code)).size).toBe(found.length);
  });
});
