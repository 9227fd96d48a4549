import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Rows } from "../../shared/principal.ts";
import {
  fishmonger,
  granted,
  kaifu,
  type MarketTest,
  marketGrid,
  noodleShop,
  openMarket,
  otherGrid,
  pharmacy,
  reaches,
  repairShop,
  stalls,
  streetGrid,
  unregistered,
} from "../market-supervision.fixtures.ts";
import { marketSupervision } from "../market-supervision.subgraph.ts";

const market120 = stalls(120);
let market: MarketTest;
beforeAll(async () => {
  market = await openMarket({ more: market120 });
  await market.story.inspected(fishmonger);
  await market.story.penalised(fishmonger, { publishedFrom: "2026-04-20", publishedUntil: "2026-07-20" });
});
afterAll(() => market.close());
beforeEach(() => market.register.misbehave(null));

const published =
  "creditCode name trade state address registeredOn grid { code } division { code } licences { number }";

/** What the register was asked while some work was done. */
async function askedWhile(work: () => Promise<unknown>): Promise<MarketTest["register"]["asked"]> {
  const before = market.register.asked.length;
  await work();
  return market.register.asked.slice(before);
}

describe("a business (市场主体)", () => {
  it("is told to anybody as far as the law publishes it", async () => {
    const { data, errors } = await market.ask(`{ business(creditCode: "${fishmonger}") { ${published} } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      business: {
        creditCode: fishmonger,
        name: "西长街水产经营部",
        trade: "STALL",
        state: "IN_BUSINESS",
        address: "示例地址501号",
        registeredOn: "2019-04-03",
        grid: { code: marketGrid },
        division: { code: "430105010003" },
        licences: [{ number: "JY04301050000001" }],
      },
    });
  });

  it("has null where the register is blank, and says what people call it", async () => {
    const { data } = await market.ask(
      `{ closed: business(creditCode: "${repairShop}") { state registeredOn aliases }
         open: business(creditCode: "${fishmonger}") { aliases } }`,
      {},
      { as: kaifu.neighbour },
    );
    expect(data).toEqual({
      closed: { state: "LICENCE_REVOKED", registeredOn: null, aliases: null },
      open: { aliases: ["水产摊", "老龙鱼摊"] },
    });
  });

  it("is null when the register has none, and refused when the code cannot be one", async () => {
    const { data, errors } = await market.ask(`{ business(creditCode: "${unregistered}") { name } }`);
    expect({ data, errors }).toEqual({ data: { business: null }, errors: [] });
    const mistyped = await market.ask(`{ business(creditCode: "${unregistered.slice(0, 17)}I") { name } }`);
    expect(mistyped.errors.map(({ code }) => code)).toEqual(["BAD_CODE"]);
  });

  it("is an entity: whoever points at it is told by its code, in one call for all", async () => {
    const codes = [fishmonger, noodleShop, unregistered];
    const asked = await askedWhile(async () => {
      const { data } = await market.ask(
        "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Business { name } } }",
        { all: codes.map((creditCode) => ({ __typename: "Business", creditCode })) },
      );
      expect(data).toEqual({
        _entities: [{ name: "西长街水产经营部" }, { name: "西长街湘味小吃店" }, { name: null }],
      });
    });
    expect(asked).toEqual([{ path: "/djxt/ztxx/plcx", codes }]);
  });

  it.each(reaches)("shows what is not published to %s as far as they reach", async (_, as, ...expected) => {
    const { data } = await market.ask<Record<string, { legalRepresentative: string | null }>>(
      `{ one: business(creditCode: "${fishmonger}") { legalRepresentative }
         two: business(creditCode: "${noodleShop}") { legalRepresentative }
         three: business(creditCode: "${pharmacy}") { legalRepresentative } }`,
      {},
      as ? { as } : {},
    );
    const shown = [data.one, data.two, data.three].map((business) => business?.legalRepresentative !== null);
    expect(shown).toEqual(expected);
  });

  it("has its people masked for whom they are not shown to in clear", async () => {
    const people = async (as: typeof kaifu.bureau) => {
      const { data } = await market.ask<{ business: { legalRepresentative: string; phone: string } }>(
        `{ business(creditCode: "${noodleShop}") { legalRepresentative phone } }`,
        {},
        { as },
      );
      return Object.values(data.business);
    };
    expect(await people(kaifu.bureau)).toEqual(["欧阳小明", "13812345678"]);
    expect(await people(granted(kaifu.urbanManagement, Rows.ALL))).toEqual(["欧阳*", "138****5678"]);
    expect(await people(granted(kaifu.urbanManagement, Rows.ALL, { clear: ["Business.phone"] }))).toEqual([
      "欧阳*",
      "13812345678",
    ]);
  });
});

describe("lists of businesses", () => {
  const codesOf = async (filter: string, after?: string) => {
    const { data, errors } = await market.ask<{
      businesses: {
        edges: { node: { creditCode: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } | null;
    }>(
      `query ($after: String) { businesses(filter: { ${filter} }, first: 50, after: $after) {
         edges { node { creditCode } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    return data.businesses ?? String(errors[0]?.code);
  };
  const listed = async (filter: string) => {
    const page = await codesOf(filter);
    return typeof page === "string" ? page : page.edges.map(({ node }) => node.creditCode);
  };

  it.each([
    ["by part of the name", 'name: "湘味"', [noodleShop]],
    ["by what people call it", 'name: "老龙"', [fishmonger]],
    ["by name within a grid", `name: "西长街", grid: "${streetGrid}"`, [noodleShop, repairShop]],
    ["by name within a division", 'name: "大药房", division: "430105010"', []],
    ["of a division", 'division: "430105001"', [pharmacy]],
    ["of a grid", `grid: "${otherGrid}"`, [pharmacy]],
    ["of everything: too much", "", "BUSINESS_SEARCH_TOO_WIDE"],
    ["by one character: too much", 'name: " 湘 "', "BUSINESS_SEARCH_TOO_WIDE"],
  ])("%s", async (_, filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });

  it("are paged to their end, each once, by cursors of their own", async () => {
    const codes: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await codesOf(`grid: "${marketGrid}"`, after);
      if (typeof page === "string") throw new Error(page);
      codes.push(...page.edges.map(({ node }) => node.creditCode));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(codes).toEqual([fishmonger, ...market120.map(({ tyshxydm }) => tyshxydm)].sort());
    expect(await codesOf(`grid: "${streetGrid}"`, after)).toBe("BAD_CURSOR");
    expect(await codesOf(`grid: "${streetGrid}"`, "nonsense")).toBe("BAD_CURSOR");
  });

  it("stand under a grid, and what they told is not asked again", async () => {
    const asked = await askedWhile(async () => {
      const { data, errors } = await market.ask<{ _entities: { businesses: { edges: unknown[] } }[] }>(
        `query ($all: [_Any!]!) { _entities(representations: $all) {
           ... on Grid { businesses(first: 100) { edges { node { name state } } } } } }`,
        { all: [marketGrid, streetGrid].map((code) => ({ __typename: "Grid", code })) },
      );
      expect(errors).toEqual([]);
      expect(data._entities.map(({ businesses }) => businesses.edges.length)).toEqual([100, 2]);
    });
    expect(asked.map(({ path }) => path)).toEqual(["/djxt/ztxx/qycx", "/djxt/ztxx/qycx"]);
  });

  it("refuse a page larger than any", async () => {
    const { data, errors } = await market.ask(
      `{ businesses(filter: { name: "西长街" }, first: 101) { edges { node { name } } } }`,
    );
    expect(data).toEqual({ businesses: null });
    expect(errors.map(({ code }) => code)).toEqual(["PAGE_TOO_LARGE"]);
  });
});

describe("what is asked of whom", () => {
  it("120 businesses with their licences: three calls for each, of 50 codes at most, and one statement a list", async () => {
    const all = market120.map(({ tyshxydm: creditCode }) => ({ __typename: "Business", creditCode }));
    const asked = await askedWhile(async () => {
      const statements = await statementsOf(market.database, async () => {
        const { errors } = await market.ask(
          `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Business {
             name state phone licences { number } inspections { edges { node { number } } }
             penalties { edges { node { number } } } consumerComplaints { edges { node { number } } } } } }`,
          { all },
          { as: kaifu.bureau },
        );
        expect(errors).toEqual([]);
      });
      expect(statements).toHaveLength(3);
    });
    const batches = (path: string) => asked.flatMap((each) => (each.path === path ? each.codes.length : []));
    expect(batches("/djxt/ztxx/plcx").sort()).toEqual([20, 50, 50]);
    expect(batches("/djxt/xkxx/plcx").sort()).toEqual([20, 50, 50]);
    expect(asked).toHaveLength(6);
  });

  it("does not ask the register for what is our own", async () => {
    const asked = await askedWhile(() =>
      market.ask(
        `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Business { inspections { edges { node { number } } } } } }`,
        { all: [{ __typename: "Business", creditCode: fishmonger }] },
        { as: kaifu.bureau },
      ),
    );
    expect(asked).toEqual([]);
  });
});

describe("while the register does not answer", () => {
  it("what is our own is told, and the rest says why it is missing, in both languages, at its own path", async () => {
    market.register.misbehave({ kind: "STATUS", status: 500 });
    const { data, errors } = await market.ask(
      `{ business(creditCode: "${fishmonger}") { creditCode name state licences { number }
           inspections { edges { node { findings } } } penalties { edges { node { amountFen } } } }
         businesses(filter: { name: "湘味" }) { edges { node { name } } } }`,
      {},
      { as: kaifu.bureau },
    );
    expect(data).toEqual({
      business: {
        creditCode: fishmonger,
        name: null,
        state: null,
        licences: null,
        inspections: { edges: [{ node: { findings: "进货台账不全" } }] },
        penalties: { edges: [{ node: { amountFen: 200_000 } }] },
      },
      businesses: null,
    });
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["BUSINESS_REGISTER_UNAVAILABLE"]));
    expect(errors.map(({ path }) => path.join(".")).sort()).toEqual([
      "business.licences",
      "business.name",
      "business.state",
      "businesses",
    ]);
  });

  it("one call that fails takes nothing of the others", async () => {
    market.register.misbehave({ kind: "MALFORMED" }, "/djxt/xkxx/plcx");
    const { data, errors } = await market.ask(
      `{ business(creditCode: "${fishmonger}") { name licences { number } } }`,
    );
    expect(data).toEqual({ business: { name: "西长街水产经营部", licences: null } });
    expect(errors.map(({ path }) => path)).toEqual([["business", "licences"]]);
  });

  it("is asked once for a thing, not for every field that needs it", async () => {
    market.register.misbehave({ kind: "STATUS", status: 500 });
    const asked = await askedWhile(() =>
      market.ask(`{ business(creditCode: "${fishmonger}") { name state address licences { number } } }`),
    );
    expect(asked.map(({ path }) => path)).toEqual(["/djxt/ztxx/plcx", "/djxt/xkxx/plcx"]);
  });

  it("a request waits for all of it together no longer than for one call", async () => {
    const impatient = await openTestSubgraph(marketSupervision, {
      sourceUrl: `${market.register.url}?key=test+key&timeout=60`,
    });
    market.register.misbehave({ kind: "SLOW", milliseconds: 3_600_000 });
    const asked = await askedWhile(async () => {
      const { data, errors } = await impatient.ask(
        `{ business(creditCode: "${fishmonger}") { name licences { number } penalties { edges { cursor } } } }`,
      );
      expect(data).toEqual({ business: { name: null, licences: null, penalties: { edges: [] } } });
      expect(errors.map(({ code }) => code)).toEqual(Array(2).fill("BUSINESS_REGISTER_UNAVAILABLE"));
    });
    // The licences were to be asked for when the time was up.
    expect(asked.map(({ path }) => path)).not.toContain("/djxt/xkxx/plcx");
    await impatient.close();
  });

  it("a grid's businesses are null, and the grid is not", async () => {
    market.register.misbehave({ kind: "HANG_UP" });
    const { data, errors } = await market.ask(
      "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Grid { code businesses { edges { cursor } } } } }",
      { all: [{ __typename: "Grid", code: marketGrid }] },
    );
    expect(data).toEqual({ _entities: [{ code: marketGrid, businesses: null }] });
    expect(errors).toHaveLength(1);
  });
});
