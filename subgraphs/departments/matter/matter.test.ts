import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post } from "../../shared/principal.ts";
import { type AskedPage, Establishment, everyPage } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  const build = new Establishment(subgraph.database);
  await build.matter("110117-08", "物业管理");
  await build.matter("110117-0801", "电梯故障", ["电梯", "困人"]);
  await build.matter("110117-0803", "充电设施", ["充电桩", "电动车充电", "飞线"]);
  await build.matter("110117-09", "市容环境");
  await build.matter("110117-0901", "暴露垃圾", ["垃圾", "异味"]);
  await build.matter("430105-08", "物业管理");
  await build.matter("430105-0803", "充电设施", ["充电桩"]);
});
afterAll(() => subgraph.close());

describe("the catalogue of matters (诉求事项目录)", () => {
  it("ZY-4: two levels, each class with its matters; many classes cost one query", async () => {
    const statements = await statementsOf(subgraph.database, async () => {
      const { data } = await subgraph.ask<{ matters: AskedPage<unknown> }>(
        `{ matters(district: "110117") { edges { node { code parent { code } children { code } } } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(data.matters.edges.map(({ node }) => node)).toEqual([
        { code: "110117-08", parent: null, children: [{ code: "110117-0801" }, { code: "110117-0803" }] },
        { code: "110117-0801", parent: { code: "110117-08" }, children: [] },
        { code: "110117-0803", parent: { code: "110117-08" }, children: [] },
        { code: "110117-09", parent: null, children: [{ code: "110117-0901" }] },
        { code: "110117-0901", parent: { code: "110117-09" }, children: [] },
      ]);
    });
    expect(statements).toHaveLength(3);
  });

  it.each<[string, string[]]>([
    ["充电", ["110117-0803"]],
    ["飞线", ["110117-0803"]],
    ["电梯", ["110117-0801"]],
    ["电", ["110117-0801", "110117-0803"]],
    ["没有这个", []],
  ])("%s is found in names and keywords of the district", async (search, codes) => {
    const found = await everyPage(async (after) => {
      const { data } = await subgraph.ask<{ matters: AskedPage<{ code: string }> }>(
        `query ($search: String, $after: String) { matters(district: "110117", search: $search, first: 1, after: $after) {
           edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
        { search, after },
      );
      return data.matters;
    });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string[]]>([
    ["小区没地方给电动车充电，大家从楼上飞线，太危险了", ["110117-0803"]],
    ["电梯又坏了，昨天困人半小时；垃圾也没人清", ["110117-0801", "110117-0901"]],
    ["孩子上学的事情想问问", []],
    ["好", []],
  ])("a demand's own words suggest matters: %s", async (text, codes) => {
    const { data, errors } = await subgraph.ask<{
      suggestMatters: { matter: { code: string }; score: number }[];
    }>(
      `query ($text: String!) { suggestMatters(district: "110117", text: $text) { score matter { code name } } }`,
      { text },
      { as: person(Post.CENTRE_DISPATCHER, { unit: "110117-COMMAND-CENTRE", division: "110117" }) },
    );
    expect(errors).toEqual([]);
    expect(data.suggestMatters.map(({ matter }) => matter.code)).toEqual(codes);
    expect(data.suggestMatters.every(({ score }) => score > 0 && score <= 1)).toBe(true);
  });

  it.each([
    [{ text: "长".repeat(4_001), first: 5 }, "BAD_INPUT"],
    [{ text: "充电", first: 0 }, "PAGE_TOO_LARGE"],
  ])("asking too much is refused", async (variables, code) => {
    const { errors } = await subgraph.ask(
      `query ($text: String!, $first: Int) { suggestMatters(district: "110117", text: $text, first: $first) { score } }`,
      variables,
    );
    expect(errors.map((error) => error.code)).toEqual([code]);
  });
});
