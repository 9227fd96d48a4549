import { describe, expect, it } from "vitest";
import { type DispatchClaim, type MatchGround, matchMatter } from "./matching.ts";

const market = "110117-MARKET-SUPERVISION";
const urban = "110117-URBAN-MANAGEMENT";
const community = "110117005001";

const claim = (unitCode: string, more: Partial<DispatchClaim> = {}): DispatchClaim => ({
  unitCode,
  divisionCode: "110117",
  itemCode: null,
  listing: null,
  ...more,
});

const ground = (more: Partial<MatchGround>): MatchGround => ({
  matterName: "占道经营",
  ruledBy: "110117-0902",
  catalogueVersion: 3,
  arbiterUnitCode: "110117-ESTABLISHMENT-OFFICE",
  claims: [claim(market), claim(urban)],
  settlements: [],
  ...more,
});

const settled = (divisionCode: string, unitCode: string) => ({
  divisionCode,
  unitCode,
  document: "平政发〔2021〕0号",
});

describe("who leads a matter (PG-4)", () => {
  it.each<[string, Partial<MatchGround>, string | null, string[]]>([
    ["one claims it", { claims: [claim(market)] }, market, []],
    [
      "one claims it twice, by two items",
      { claims: [claim(market), claim(market, { divisionCode: "110117005" })] },
      market,
      [],
    ],
    [
      "the other claims it elsewhere",
      { claims: [claim(market), claim(urban, { divisionCode: "110117001" })] },
      market,
      [],
    ],
    ["two claim it and nothing is settled", {}, null, [market, urban]],
    ["settled for the district", { settlements: [settled("110117", urban)] }, urban, [market]],
    [
      "settled otherwise for the town",
      { settlements: [settled("110117", urban), settled("110117005", market)] },
      market,
      [urban],
    ],
    ["settled for another town only", { settlements: [settled("110117001", urban)] }, null, [market, urban]],
    [
      "settled for one that no longer claims it",
      { settlements: [settled("110117", "110117-OTHER")] },
      null,
      [market, urban],
    ],
  ])("%s", (_, facts, unitCode, overlap) => {
    const matching = matchMatter(ground(facts), community);
    expect(matching).toMatchObject({
      unitCode,
      overlap,
      arbiterUnitCode: unitCode === null ? "110117-ESTABLISHMENT-OFFICE" : null,
    });
  });

  it("nobody, where no claim reaches", () => {
    expect(
      matchMatter(ground({ claims: [claim(urban, { divisionCode: "110117001" })] }), community),
    ).toBeNull();
    expect(matchMatter(ground({ claims: [] }), community)).toBeNull();
  });

  it("a place wider than the claim is not led by it", () => {
    expect(
      matchMatter(ground({ claims: [claim(urban, { divisionCode: community })] }), "110117005"),
    ).toBeNull();
  });
});

describe("by what item (PG-5)", () => {
  const listing = { listId: `${market}:POWER`, version: 2 };

  it("the item in force is named with its list and version", () => {
    const itemCode = "1101170310200100";
    const matching = matchMatter(ground({ claims: [claim(market, { itemCode, listing })] }), community);
    expect(matching).toMatchObject({ itemCode, listing });
    expect(matching?.basis).toBe(
      `dispatch catalogue version 3: 占道经营 is led by ${market} under item ${itemCode} of list ${market}:POWER, version 2 (PG-5)`,
    );
  });

  it("of two items the one in force is chosen, though the other's rule is narrower", () => {
    const claims = [
      claim(market, { itemCode: "1101170310200100", divisionCode: "110117005" }),
      claim(market, { itemCode: "1101170310200200", listing }),
    ];
    expect(matchMatter(ground({ claims }), community)).toMatchObject({
      itemCode: "1101170310200200",
      listing,
    });
  });

  it.each([
    [claim(market), "without a power item", "未列权责事项"],
    [
      claim(market, { itemCode: "1101170310200100" }),
      "on no list in force that day",
      "当日不在任何有效清单中",
    ],
  ])("the basis says when there is none in force", (only, en, zh) => {
    const matching = matchMatter(ground({ claims: [only] }), community);
    expect(matching?.listing).toBeNull();
    expect(matching?.basis).toContain(en);
    expect(matching?.basisZh).toContain(zh);
  });
});
