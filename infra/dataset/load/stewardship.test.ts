import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPowerItemCode } from "../../../subgraphs/shared/codes.ts";
import { Stewards } from "../../../subgraphs/stewardship/stewardship.fixtures.ts";
import { stewardship } from "../../../subgraphs/stewardship/stewardship.subgraph.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { createWorld, usualWorld } from "../world/world.ts";
import { insertRows } from "./insert-rows.ts";
import { loadStewardship } from "./stewardship.ts";

const world = createWorld(usualWorld);
const stories = [...world.dataGrants()];
const grants = stories.flatMap((story) => story.grants);
const rules = stories.flatMap((story) => story.rules);

describe("the data grants of the demo", () => {
  it("are the same for the same seed", () => {
    expect([...createWorld(usualWorld).dataGrants()].map(({ grants }) => grants)).toEqual(
      stories.map(({ grants }) => grants),
    );
  });

  it("let the command centre read on account of a case, and named grid members in their grids", () => {
    const districts = stories.length;
    const by = (owner: string) => grants.filter((grant) => grant.owner === owner);
    expect(by("public-security")).toHaveLength(districts);
    expect(by("civil-affairs").map(({ consumer }) => consumer)).toEqual(
      expect.arrayContaining(["430105010003", "110117005001", "370685003001"]),
    );
    expect(by("civil-affairs").every(({ rows, clear }) => rows === "OWN_GRIDS" && clear.length === 2)).toBe(
      true,
    );
    expect(by("public-security").every(({ rows, clear }) => rows === "THIS_CASE" && clear.length === 0)).toBe(
      true,
    );
  });

  it("let whoever is called to a case read of every owner's, nothing personal in clear, and least of the police's", () => {
    const owners = ["city-management", "market-supervision", "civil-affairs", "public-security"];
    for (const story of stories) expect(story.rules.map(({ owner }) => owner)).toEqual(owners);
    expect(rules.flatMap(({ clear }) => clear)).toEqual([]);
    for (const { coordinates, parts } of rules.filter(({ owner }) => owner === "public-security")) {
      expect(coordinates.join(" ")).not.toMatch(/caller|place|summary|PoliceCall( |$)/);
      expect(parts).not.toContain("ASSISTING");
    }
  });

  it("rest on power items of the consumer's own lists, or on agreements it is party to", () => {
    const listed = new Map(
      [...world.listEntries()].map(({ itemCode, listId }) => [itemCode, listId.split(":")[0]]),
    );
    const agreements = new Map(
      stories.flatMap((story) => story.agreements).map((each) => [each.number, each]),
    );
    for (const { consumer, purposes } of grants) {
      for (const purpose of purposes) {
        if (checkPowerItemCode(purpose)) expect(agreements.get(purpose)?.parties).toContain(consumer);
        else expect(listed.get(purpose)).toBe(consumer);
      }
    }
  });
});

describe("loading them", () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(stewardship);
    await subgraph.database.transaction((transaction) =>
      loadStewardship(
        world,
        insertRows(transaction, () => undefined),
        transaction,
      ),
    );
  });
  afterAll(() => subgraph.close());

  it("puts all of them in the book, in force from the anchor day on, and numbers go on behind them", async () => {
    const stewards = new Stewards(subgraph);
    const { grants: book, caseAccessRules } = await stewards.book(null);
    expect(caseAccessRules?.map(({ number }) => number)).toEqual(rules.map(({ number }) => number).sort());
    const approved = grants.filter(({ state }) => state === "APPROVED");
    expect(book?.map(({ number }) => number)).toEqual(approved.map(({ number }) => number).sort());
    // What was asked for and what was refused is between the two of them, and in no book.
    expect(grants.length).toBe(approved.length + 2 * stories.length);
    expect(
      [...grants, ...rules].every(
        ({ validFrom, validUntil }) =>
          validFrom.getTime() < world.frame.now && world.frame.now < validUntil.getTime(),
      ),
    ).toBe(true);
    const [{ last }] = await subgraph.database.query(
      "SELECT last FROM numbering WHERE district_code = '430105' AND mark = 'G'",
    );
    expect(last).toBe(grants.filter(({ districtCode }) => districtCode === "430105").length);
    const [{ entries }] = await subgraph.database.query("SELECT count(*)::int AS entries FROM log_entry");
    expect(entries).toBe(stories.flatMap((story) => story.log).length);
  });
});
