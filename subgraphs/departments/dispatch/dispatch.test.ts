import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  type AskedPage,
  type Establishment,
  everyPage,
  ganzhou,
  ganzhouEstablishment,
} from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;
let build: Establishment;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
  await build.matter("620702-01", "市场秩序");
  await build.matter("620702-0101", "无照经营", ["摆摊", "没有执照"]);
  await build.matter("620702-0102", "占道经营");
  await build.matter("620702-02", "公共卫生");
  await build.matter("620702-0201", "理发店卫生");
  await build.matter("620702-03", "水电气");
  await build.matter("620702-0301", "停水");

  const first = await build.catalogue(ganzhou.district, "2020-12-01", ganzhou.keeper);
  await build.rule(first, "620702-01", ganzhou.market, { item: ganzhou.penalty });
  await build.rule(first, "620702-0201", ganzhou.health, { item: ganzhou.inspection });
  const second = await build.catalogue(ganzhou.district, "2021-04-01", ganzhou.keeper);
  await build.rule(second, "620702-0101", ganzhou.market, { item: ganzhou.penalty });
  await build.rule(second, "620702-0102", ganzhou.market, { item: ganzhou.penalty });
  await build.rule(second, "620702-0102", ganzhou.centre);
  await build.rule(second, "620702-0201", ganzhou.mediation, {
    item: ganzhou.dispute,
    division: ganzhou.street,
  });
  await build.rule(second, "620702-0301", ganzhou.company);
  await build.settlement(second, "620702-0102", ganzhou.drumTower, ganzhou.centre);
  await build.responder(ganzhou.market, ganzhou.eastGate);
});
afterAll(() => subgraph.close());

const match = async (matter: string, division: string, on: string) => {
  const { data, errors } = await subgraph.ask<{ match: Record<string, unknown> | null }>(
    `query ($matter: String!, $division: DivisionCode!, $on: LocalDate!) {
      match(matter: $matter, division: $division, on: $on) {
        catalogueVersion listId listVersion basisZh
        matter { code } item { code } unit { code } responder { name } overlap { code } arbiter { code }
      }
    }`,
    { matter, division, on },
  );
  expect(errors).toEqual([]);
  return data.match;
};

describe("match: who is competent here on that day", () => {
  it("PG-5: item, department, responder and list version in one answer; a matter goes by its class", async () => {
    expect(await match("620702-0101", ganzhou.eastGate, "2020-12-31")).toEqual({
      catalogueVersion: 1,
      listId: `${ganzhou.market}:POWER`,
      listVersion: 1,
      basisZh: `派单目录第 1 版：无照经营由 ${ganzhou.market} 主责，依据清单 ${ganzhou.market}:POWER 第 1 版事项 ${ganzhou.penalty}（PG-5）`,
      matter: { code: "620702-0101" },
      item: { code: ganzhou.penalty },
      unit: { code: ganzhou.market },
      responder: { name: "欧阳志平" },
      overlap: [],
      arbiter: null,
    });
  });

  it("GZ-11: an item the list no longer holds that day is not given with the dispatch", async () => {
    expect(await match("620702-0101", ganzhou.eastGate, "2021-05-31")).toMatchObject({
      catalogueVersion: 2,
      item: { code: ganzhou.penalty },
      listVersion: 1,
    });
    expect(await match("620702-0101", ganzhou.eastGate, "2021-06-01")).toMatchObject({
      unit: { code: ganzhou.market },
      item: null,
      listId: null,
      listVersion: null,
    });
  });

  it("PG-4: an overlap is settled for one community and goes to the arbiter in the other", async () => {
    expect(await match("620702-0102", ganzhou.drumTower, "2021-04-01")).toMatchObject({
      unit: { code: ganzhou.centre },
      overlap: [{ code: ganzhou.market }],
      arbiter: null,
    });
    expect(await match("620702-0102", ganzhou.eastGate, "2021-04-01")).toMatchObject({
      unit: null,
      item: null,
      overlap: [{ code: ganzhou.centre }, { code: ganzhou.market }],
      arbiter: { code: ganzhou.keeper },
    });
  });

  it("GZ-1: a street's own centre is found under the street's list", async () => {
    expect(await match("620702-0201", ganzhou.eastGate, "2021-04-01")).toMatchObject({
      unit: { code: ganzhou.mediation },
      item: { code: ganzhou.dispute },
      listId: `${ganzhou.street}:DUTY`,
      listVersion: 2,
    });
  });

  it("KF-11: the responder is null where the post is vacant, and above a community", async () => {
    expect(await match("620702-0101", ganzhou.drumTower, "2020-12-31")).toMatchObject({ responder: null });
    expect(await match("620702-0101", ganzhou.street, "2020-12-31")).toMatchObject({ responder: null });
  });

  it.each([
    ["an unknown matter", "620702-9999", ganzhou.eastGate, "2021-04-01"],
    ["a matter of another district", "620702-0101", "110117005001", "2021-04-01"],
    ["a day before the first catalogue", "620702-0101", ganzhou.eastGate, "2020-11-30"],
    ["a matter no rule names", "620702-0301", ganzhou.eastGate, "2020-12-31"],
  ])("nothing for %s", async (_, matter, division, on) => {
    expect(await match(matter, division, on)).toBeNull();
  });
});

describe("dispatchVerdict: the lists as they stand that day", () => {
  it.each<[string, string, string | null, string, string | null]>([
    [
      "GZ-8: the street, before batch 2 listed the inspection",
      ganzhou.street,
      ganzhou.inspection,
      "2021-02-28",
      "NOT_IN_FORCE",
    ],
    ["GZ-8: the street, from batch 2 on", ganzhou.street, ganzhou.inspection, "2021-03-01", null],
    [
      "GZ-8: the street, for a penalty never listed there",
      ganzhou.street,
      ganzhou.penalty,
      "2021-03-01",
      "OFF_LIST",
    ],
    ["GZ-7: a community, for an access item", ganzhou.eastGate, ganzhou.accessItem, "2021-03-01", null],
    [
      "GZ-7: a community, for another item",
      ganzhou.eastGate,
      ganzhou.inspection,
      "2021-03-01",
      "NOT_ACCESS_ITEM",
    ],
    ["PG-5: the department, for its item", ganzhou.market, ganzhou.penalty, "2021-05-31", null],
    [
      "GZ-11: the department, after its item was removed",
      ganzhou.market,
      ganzhou.penalty,
      "2021-06-01",
      "NOT_IN_FORCE",
    ],
    [
      "GZ-11: the department, for its item on no list",
      ganzhou.market,
      ganzhou.unpublished,
      "2021-05-31",
      "NOT_IN_FORCE",
    ],
    ["PG-4: another department", ganzhou.health, ganzhou.penalty, "2021-05-31", "OFF_LIST"],
    ["PG-5: the department's station", ganzhou.healthStation, ganzhou.inspection, "2021-03-01", null],
    ["PG-4: without an item, named by the catalogue", ganzhou.market, null, "2021-04-01", null],
    ["PG-5: without an item, not named", ganzhou.health, null, "2021-04-01", "ITEM_REQUIRED"],
    ["PG-15: a company, by contract", ganzhou.company, null, "2021-04-01", null],
    ["an unknown unit", "620702-NOBODY", ganzhou.penalty, "2021-04-01", "UNKNOWN_UNIT"],
    ["an unknown item", ganzhou.market, "6207020310209900", "2021-04-01", "UNKNOWN_ITEM"],
  ])("%s", async (_, unit, item, on, code) => {
    const { data, errors } = await subgraph.ask<{ dispatchVerdict: unknown }>(
      `query ($unit: String!, $item: PowerItemCode, $on: LocalDate!) {
        dispatchVerdict(unit: $unit, item: $item, matter: "620702-0101", on: $on) { allowed code byContract }
      }`,
      { unit, item, on },
    );
    expect(errors).toEqual([]);
    const byContract = unit === ganzhou.company;
    expect(data.dispatchVerdict).toEqual({ allowed: code === null, code, byContract });
  });

  it("GZ-9: approved and equipped, but without funds", async () => {
    await subgraph.database.query(
      `INSERT INTO hand_down (number, item_code, handing_unit_code, receiving_unit_code, reason, proposed_at,
         approval, approved_by, approved_at, conditions, conditions_confirmed_by, conditions_confirmed_at)
       VALUES ('620702-H-20210301-0001', $1, $2, $3, '属地管理', now(), '批复', $4, now(), '车辆一台', $3, now())`,
      [ganzhou.unpublished, ganzhou.market, ganzhou.street, ganzhou.district],
    );
    const { data } = await subgraph.ask<{ dispatchVerdict: unknown }>(
      `{ dispatchVerdict(unit: "${ganzhou.street}", item: "${ganzhou.unpublished}", matter: "620702-0101", on: "2021-05-01") {
          allowed code rule reasonZh responsibleUnit { code } } }`,
    );
    expect(data.dispatchVerdict).toEqual({
      allowed: false,
      code: "HAND_DOWN_INCOMPLETE",
      rule: "GZ-9",
      reasonZh: "下沉事项 620702-H-20210301-0001 缺少经费保障",
      responsibleUnit: { code: ganzhou.market },
    });
  });

  it("GZ-11: the verdict names the list and its version on the day", async () => {
    const { data } = await subgraph.ask<{ dispatchVerdict: unknown }>(
      `{ dispatchVerdict(unit: "${ganzhou.market}", item: "${ganzhou.penalty}", matter: "620702-0101", on: "2021-07-01") {
          code listId listVersion } }`,
    );
    expect(data.dispatchVerdict).toEqual({
      code: "NOT_IN_FORCE",
      listId: `${ganzhou.market}:POWER`,
      listVersion: 2,
    });
  });
});

describe("dispatch catalogue", () => {
  it.each([
    ["2020-11-30", null],
    ["2021-03-31", 1],
    ["2021-04-01", 2],
  ])("on %s version %s is in force", async (on, version) => {
    const { data } = await subgraph.ask<{ dispatchCatalogue: { version: number } | null }>(
      `{ dispatchCatalogue(district: "620702", on: "${on}") { version } }`,
    );
    expect(data.dispatchCatalogue?.version ?? null).toBe(version);
  });

  it("its rules page through to the end", async () => {
    const rules = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{
        dispatchCatalogue: { rules: AskedPage<{ matter: { code: string }; unit: { code: string } }> };
      }>(
        `query ($after: String) { dispatchCatalogue(district: "620702", on: "2021-04-01") {
           rules(first: 2, after: $after) {
             edges { node { matter { code } unit { code } item { code } division { code } } }
             pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      return data.dispatchCatalogue.rules;
    });
    expect(rules.map(({ matter, unit }) => `${matter.code} ${unit.code}`)).toEqual([
      `620702-0101 ${ganzhou.market}`,
      `620702-0102 ${ganzhou.centre}`,
      `620702-0102 ${ganzhou.market}`,
      `620702-0201 ${ganzhou.mediation}`,
      `620702-0301 ${ganzhou.company}`,
    ]);
  });
});
