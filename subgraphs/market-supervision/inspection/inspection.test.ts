import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { Rows } from "../../shared/principal.ts";
import {
  fishmonger,
  granted,
  kaifu,
  type MarketTest,
  noodleShop,
  openMarket,
  pharmacy,
  reaches,
  ticketNumber,
} from "../market-supervision.fixtures.ts";
import { InspectionResult } from "./inspection.ts";

let market: MarketTest;
let numbers: string[];
beforeAll(async () => {
  market = await openMarket();
  numbers = [
    await market.story.inspected(fishmonger),
    await market.story.inspected(noodleShop),
    await market.story.inspected(pharmacy),
  ];
});
afterAll(() => market.close());

describe("inspections (检查)", () => {
  it.each(reaches)("%s: by number, by reference and under the business alike", async (_, as, ...expected) => {
    const asker = as ? { as } : {};
    const root = await Promise.all(
      numbers.map(async (number) => {
        const { data, errors } = await market.ask<{ inspection: { number: string } | null }>(
          `{ inspection(number: "${number}") { number } }`,
          {},
          asker,
        );
        expect(errors).toEqual([]);
        return data.inspection !== null;
      }),
    );
    const { data } = await market.ask<{
      _entities: ({ number?: string; inspections?: { edges: unknown[] } } | null)[];
    }>(
      `query ($all: [_Any!]!) { _entities(representations: $all) {
         ... on Inspection { number } ... on Business { inspections { edges { node { number } } } } } }`,
      {
        all: [
          ...numbers.map((number) => ({ __typename: "Inspection", number })),
          ...[fishmonger, noodleShop, pharmacy].map((creditCode) => ({ __typename: "Business", creditCode })),
        ],
      },
      asker,
    );
    const references = data._entities.slice(0, 3).map((found) => found !== null);
    const listed = data._entities.slice(3).map((business) => business?.inspections?.edges.length === 1);
    expect({ root, references, listed }).toEqual({ root: expected, references: expected, listed: expected });
  });

  it("name the inspector to their own department, masked to others, in clear where that was granted", async () => {
    const inspector = async (as: typeof kaifu.bureau) => {
      const { data } = await market.ask<{ inspection: { inspectorName: string } }>(
        `{ inspection(number: "${numbers[0]}") { inspectorName } }`,
        {},
        { as },
      );
      return data.inspection.inspectorName;
    };
    expect(await inspector(kaifu.station)).toBe("邹敏");
    expect(await inspector(granted(kaifu.streetLeader, Rows.OWN_DIVISION))).toBe("邹*");
    const clear = { clear: ["Inspection.inspectorName"] };
    expect(await inspector(granted(kaifu.streetLeader, Rows.OWN_DIVISION, clear))).toBe("邹敏");
  });

  it("point at business, grid and ticket, latest first, page by page", async () => {
    const onComplaint = await market.story.inspected(fishmonger, {
      drawnAtRandom: false,
      ticketNumber,
      inspectedOn: "2026-05-12",
      result: InspectionResult.NOTHING_FOUND,
      findings: null,
    });
    const { data } = await market.ask<{
      business: { inspections: { edges: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    }>(
      `{ business(creditCode: "${fishmonger}") { inspections(first: 1) {
           edges { node { number drawnAtRandom inspectedOn result findings
             business { name } grid { code } ticket { number } } }
           pageInfo { hasNextPage endCursor } } } }`,
      {},
      { as: kaifu.station },
    );
    const { edges, pageInfo } = data.business.inspections;
    expect(edges).toEqual([
      {
        node: {
          number: onComplaint,
          drawnAtRandom: false,
          inspectedOn: "2026-05-12",
          result: "NOTHING_FOUND",
          findings: null,
          business: { name: "西长街水产经营部" },
          grid: { code: "430105010003501" },
          ticket: { number: ticketNumber },
        },
      },
    ]);
    expect(pageInfo.hasNextPage).toBe(true);
    const next = await market.ask(
      `{ business(creditCode: "${fishmonger}") { inspections(first: 1, after: "${pageInfo.endCursor}") {
           edges { node { number } } pageInfo { hasNextPage } } } }`,
      {},
      { as: kaifu.station },
    );
    expect(next.data).toEqual({
      business: {
        inspections: { edges: [{ node: { number: numbers[0] } }], pageInfo: { hasNextPage: false } },
      },
    });
  });

  it("are found for many by their numbers in one statement", async () => {
    const statements = await statementsOf(market.database, () =>
      market.ask(
        "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Inspection { number result } } }",
        { all: numbers.map((number) => ({ __typename: "Inspection", number })) },
        { as: kaifu.bureau },
      ),
    );
    expect(statements).toHaveLength(1);
  });
});

describe("what the table does not take", () => {
  it.each<[string, Parameters<MarketTest["story"]["inspected"]>[1]]>([
    ["drawn at random, and sent for by a ticket", { drawnAtRandom: true, ticketNumber }],
    ["a problem without a word about it", { findings: null }],
    ["a division beside its grid", { divisionCode: "430105001002" }],
  ])("%s", async (_, more) => {
    await expect(market.story.inspected(fishmonger, more)).rejects.toThrow("violates check constraint");
  });
});
