import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { type AskedPage, type KaifuTest, kaifu, openKaifu } from "../city-management.fixtures.ts";
import { seedCityManagement } from "../city-management.seed.ts";
import { streetOrderClasses, streetOrderSubclasses } from "../street-order-class/street-order-catalogue.ts";
import { ComponentState } from "./component.ts";

let test: KaifuTest;
beforeAll(async () => {
  test = await openKaifu();
  const { build } = test;
  await build.component(kaifu.lamp, "连升街3号路灯", { state: ComponentState.DAMAGED });
  await build.component(kaifu.cover, "连升街1号污水井盖", { gridCode: kaifu.nextGrid });
  await build.component(kaifu.tree, "连升街7号行道树", { responsibleUnitCode: "430105-LANDSCAPE" });
  await build.component("4301050302000001", "果皮箱", { gridCode: kaifu.otherGrid });
});
afterAll(() => test.close());

interface Found {
  readonly code: string;
}

const components = async (filter: object, more = ""): Promise<string[]> => {
  const { data, errors } = await test.ask<{ components: AskedPage<Found> }>(
    `query ($filter: ComponentFilter!) { components(filter: $filter${more}) {
      edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
    { filter },
  );
  expect(errors).toEqual([]);
  return data.components.edges.map(({ node }) => node.code);
};

describe("a component", () => {
  it("tells what it is by its code, where it stands and who answers for it, to anybody", async () => {
    const { data, errors } = await test.ask(
      `query ($code: String!) { component(code: $code) {
        code name state surveyedOn longitude latitude grid { code } responsibleUnit { code }
        subclass { kind code name sample streetOrderClass { code name } } } }`,
      { code: kaifu.lamp },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      component: {
        code: kaifu.lamp,
        name: "连升街3号路灯",
        state: "DAMAGED",
        surveyedOn: "2026-03-01",
        longitude: 112.98,
        latitude: 28.21,
        grid: { code: kaifu.grid },
        responsibleUnit: { code: kaifu.bureau },
        subclass: {
          kind: "COMPONENT",
          code: "0103",
          name: "路灯",
          sample: true,
          streetOrderClass: { code: "01", name: "公用设施" },
        },
      },
    });
  });

  it.each([
    ["430105010300000", "a digit short"],
    ["9901050103000001", "no province"],
    ["4301050103A00001", "a letter"],
  ])("is refused by the code %s: %s", async (code) => {
    const { errors } = await test.ask(`query ($code: String!) { component(code: $code) { name } }`, { code });
    expect(errors).toMatchObject([{ code: "BAD_CODE" }]);
  });

  it("is null for a code nobody gave", async () => {
    const { data } = await test.ask(`{ component(code: "4301050103999999") { name } }`);
    expect(data).toEqual({ component: null });
  });

  it.each([
    ["a class the catalogue lacks", { code: "4301059903000001" }],
    ["a grid of another district", { gridCode: "110117005001001" }],
    ["a place outside China", { longitude: 2.35 }],
    ["a unit of another district", { responsibleUnitCode: "110117-URBAN-MANAGEMENT" }],
  ])("cannot be kept with %s", async (_, more) => {
    await expect(test.build.component("4301050103000009", "路灯", more)).rejects.toThrow();
  });
});

describe("components are found", () => {
  it.each([
    ["all", {}, [kaifu.cover, kaifu.lamp, "4301050302000001", kaifu.tree]],
    ["in a sub-district", { within: kaifu.street }, [kaifu.cover, kaifu.lamp, kaifu.tree]],
    ["of a class", { streetOrderClass: "01" }, [kaifu.cover, kaifu.lamp]],
    ["of a sub-class", { subclass: "0103" }, [kaifu.lamp]],
    ["in a state", { state: "DAMAGED" }, [kaifu.lamp]],
    ["by who answers for them", { responsibleUnit: "430105-LANDSCAPE" }, [kaifu.tree]],
    ["by all of these", { within: kaifu.street, subclass: "0103", state: "SOUND" }, []],
  ])("%s", async (_, filter, codes) => {
    expect(await components(filter)).toEqual(codes);
  });

  it("a page at a time", async () => {
    expect(await components({}, ", first: 2")).toEqual([kaifu.cover, kaifu.lamp]);
  });

  it("under many grids in one statement, and their classes in one each", async () => {
    const representations = [kaifu.grid, kaifu.nextGrid, kaifu.otherGrid].map((code) => ({
      __typename: "Grid",
      code,
    }));
    const ask = () =>
      test.ask<{ _entities: { components: AskedPage<Found> }[] }>(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Grid {
          components(first: 5) { edges { node { code subclass { name streetOrderClass { name } } } } } } } }`,
        { representations },
      );
    const { data, errors } = await ask();
    expect(errors).toEqual([]);
    expect(data._entities.map(({ components }) => components.edges.map(({ node }) => node.code))).toEqual([
      [kaifu.lamp, kaifu.tree],
      [kaifu.cover],
      ["4301050302000001"],
    ]);
    expect(await statementsOf(test.database, ask)).toHaveLength(3);
  });

  it("by reference, in one statement", async () => {
    const representations = [kaifu.lamp, kaifu.tree].map((code) => ({ __typename: "Component", code }));
    const statements = await statementsOf(test.database, async () => {
      const { data } = await test.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Component { name } } }`,
        { representations },
      );
      expect(data).toEqual({ _entities: [{ name: "连升街3号路灯" }, { name: "连升街7号行道树" }] });
    });
    expect(statements).toHaveLength(1);
  });
});

describe("the catalogue", () => {
  it("has the five published classes of components and 其他, and every sub-class is a sample of one", async () => {
    const { data } = await test.ask<{
      streetOrderClasses: { code: string; name: string; subclasses: { code: string; sample: boolean }[] }[];
    }>(`{ streetOrderClasses(kind: COMPONENT) { code name subclasses { code sample } } }`);
    expect(data.streetOrderClasses.map(({ name }) => name)).toEqual([
      "公用设施",
      "道路交通",
      "市容环境",
      "园林绿化",
      "房屋土地",
      "其他",
    ]);
    for (const { code, subclasses } of data.streetOrderClasses) {
      expect(subclasses.length).toBeGreaterThan(0);
      expect(subclasses.every((each) => each.code.startsWith(code) && each.sample)).toBe(true);
    }
  });

  it("is loaded whole, once, and leaves alone what a city has changed", async () => {
    await test.database.query(
      "UPDATE street_order_subclass SET name = '高杆路灯' WHERE code = '0103' AND kind = 'COMPONENT'",
    );
    await seedCityManagement(test.database);
    const [{ classes, subclasses, lamp }] = await test.database.query(
      `SELECT (SELECT count(*)::int FROM street_order_class) AS classes, count(*)::int AS subclasses,
        max(name) FILTER (WHERE code = '0103' AND kind = 'COMPONENT') AS lamp FROM street_order_subclass`,
    );
    expect([classes, subclasses, lamp]).toEqual([
      streetOrderClasses.length,
      streetOrderSubclasses.length,
      "高杆路灯",
    ]);
  });
});
