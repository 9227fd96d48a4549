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
} from "../market-supervision.fixtures.ts";

let market: MarketTest;
/** One for each of the three businesses that is not published yet, and what is published of the fishmonger's. */
let unpublished: string[];
let published: string;
let noLonger: string;
beforeAll(async () => {
  market = await openMarket();
  const { story } = market;
  unpublished = [
    await story.penalised(fishmonger),
    await story.penalised(noodleShop),
    await story.penalised(pharmacy),
  ];
  published = await story.penalised(fishmonger, {
    publishedFrom: "2026-06-01",
    publishedUntil: "2026-09-01",
    decidedOn: "2026-05-20",
  });
  noLonger = await story.penalised(fishmonger, {
    publishedFrom: "2026-03-01",
    publishedUntil: "2026-06-01",
    decidedOn: "2026-02-20",
  });
});
afterAll(() => market.close());

describe("penalties (行政处罚)", () => {
  it("are anybody's to read from the first day of their publication to the day before its end", async () => {
    const seenOn = async (at: string) => {
      const { data, errors } = await market.ask<{
        business: { penalties: { edges: { node: { number: string } }[] } };
      }>(
        `{ business(creditCode: "${fishmonger}") { penalties { edges { node { number } } } } }`,
        {},
        { at: new Date(at) },
      );
      expect(errors).toEqual([]);
      return data.business.penalties.edges.map(({ node }) => node.number);
    };
    expect(await seenOn("2026-05-31T23:59:00+08:00")).toEqual([noLonger]);
    expect(await seenOn("2026-06-01T00:00:00+08:00")).toEqual([published]);
  });

  it("tell what was done, by which law, and what it cost", async () => {
    const { data } = await market.ask(
      `{ penalty(number: "${published}") { kind grounds legalBasis amountFen decidedOn published
           publishedFrom publishedUntil business { name } grid { code } inspection { number } caseOfficerName } }`,
    );
    expect(data).toEqual({
      penalty: {
        kind: "FINE",
        grounds: "经营标签不符合规定的食品",
        legalBasis: "《中华人民共和国食品安全法》第一百二十五条",
        amountFen: 200_000,
        decidedOn: "2026-05-20",
        published: true,
        publishedFrom: "2026-06-01",
        publishedUntil: "2026-09-01",
        business: { name: "西长街水产经营部" },
        grid: { code: "430105010003501" },
        inspection: null,
        caseOfficerName: null,
      },
    });
  });

  it.each(reaches)(
    "not published: %s, by number, by reference and under the business",
    async (_, as, ...expected) => {
      const asker = as ? { as } : {};
      const root = await Promise.all(
        unpublished.map(async (number) => {
          const { data } = await market.ask<{ penalty: object | null }>(
            `{ penalty(number: "${number}") { number } }`,
            {},
            asker,
          );
          return data.penalty !== null;
        }),
      );
      const { data } = await market.ask<{
        _entities: ({ penalties?: { edges: { node: { number: string } }[] } } | null)[];
      }>(
        `query ($all: [_Any!]!) { _entities(representations: $all) {
         ... on Penalty { number } ... on Business { penalties { edges { node { number } } } } } }`,
        {
          all: [
            ...unpublished.map((number) => ({ __typename: "Penalty", number })),
            ...[fishmonger, noodleShop, pharmacy].map((creditCode) => ({
              __typename: "Business",
              creditCode,
            })),
          ],
        },
        asker,
      );
      const references = data._entities.slice(0, 3).map((found) => found !== null);
      const listed = data._entities
        .slice(3)
        .map((business, index) =>
          business?.penalties?.edges.some(({ node }) => node.number === unpublished[index]),
        );
      expect({ root, references, listed }).toEqual({
        root: expected,
        references: expected,
        listed: expected,
      });
    },
  );

  it("name the officer to whom reaches the row and to nobody else, masked where not granted in clear", async () => {
    const officer = async (as: typeof kaifu.bureau) => {
      const { data } = await market.ask<{ penalty: { caseOfficerName: string | null } }>(
        `{ penalty(number: "${published}") { caseOfficerName } }`,
        {},
        { as },
      );
      return data.penalty.caseOfficerName;
    };
    expect(await officer(kaifu.station)).toBe("邹敏");
    expect(await officer(kaifu.otherStation)).toBeNull();
    expect(await officer(kaifu.neighbour)).toBeNull();
    expect(await officer(granted(kaifu.urbanManagement, Rows.ALL))).toBe("邹*");
  });

  it("lead to the inspection they came from, to whom reaches that too", async () => {
    const inspection = await market.story.inspected(noodleShop);
    const number = await market.story.penalised(noodleShop, {
      inspectionNumber: inspection,
      publishedFrom: "2026-05-01",
      publishedUntil: "2026-08-01",
    });
    const from = async (as?: typeof kaifu.bureau) => {
      const { data } = await market.ask<{ penalty: { inspection: { number: string } | null } }>(
        `{ penalty(number: "${number}") { inspection { number } } }`,
        {},
        as ? { as } : {},
      );
      return data.penalty.inspection?.number;
    };
    expect([await from(kaifu.station), await from()]).toEqual([inspection, undefined]);
  });

  it("are found for many by their numbers in one statement", async () => {
    const statements = await statementsOf(market.database, () =>
      market.ask(
        "query ($all: [_Any!]!) { _entities(representations: $all) { ... on Penalty { number kind } } }",
        { all: unpublished.map((number) => ({ __typename: "Penalty", number })) },
        { as: kaifu.bureau },
      ),
    );
    expect(statements).toHaveLength(1);
  });
});
