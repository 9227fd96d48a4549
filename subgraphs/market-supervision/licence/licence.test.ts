import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fishmonger,
  type MarketTest,
  noodleShop,
  openMarket,
  pharmacy,
  repairShop,
} from "../market-supervision.fixtures.ts";

let market: MarketTest;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

describe("licences (行政许可)", () => {
  it("are told to anybody, latest first, and whether they are in force today and on another day", async () => {
    const { data, errors } = await market.ask(
      `{ business(creditCode: "${noodleShop}") { licences {
           number kind scope issuedOn validUntil state inForce tomorrow: inForce(on: "2026-06-02") } } }`,
    );
    expect(errors).toEqual([]);
    const licence = { kind: "FOOD_BUSINESS", scope: "热食类食品制售" };
    expect(data).toEqual({
      business: {
        licences: [
          {
            ...licence,
            number: "JY04301050000003",
            issuedOn: "2021-06-01",
            validUntil: "2026-06-01",
            state: "VALID",
            inForce: true,
            tomorrow: false,
          },
          {
            ...licence,
            number: "JY04301050000002",
            issuedOn: "2016-06-01",
            validUntil: "2021-05-31",
            state: "CANCELLED",
            inForce: false,
            tomorrow: false,
          },
        ],
      },
    });
  });

  it("are those in force on a day, where that is asked for: none is not unknown", async () => {
    const { data, errors } = await market.ask(
      `{ yesterday: business(creditCode: "${fishmonger}") { licences(inForceOn: "2026-05-31") { number } }
         today: business(creditCode: "${fishmonger}") { licences(inForceOn: "2026-06-01") { number } }
         never: business(creditCode: "${repairShop}") { licences { number } }
         always: business(creditCode: "${pharmacy}") { licences(inForceOn: "2036-06-01") { validUntil } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      yesterday: { licences: [{ number: "JY04301050000001" }] },
      today: { licences: [] },
      never: { licences: [] },
      always: { licences: [{ validUntil: null }] },
    });
  });
});
