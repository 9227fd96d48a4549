import { describe, expect, it } from "vitest";
import { checkPowerItemCode, powerItemCodeParts } from "../../../../subgraphs/shared/codes.ts";
import { groupBy } from "../group-by.ts";
import { matters } from "../matters/catalogue.ts";
import { createWorld, usualWorld } from "../world.ts";

const world = createWorld(usualWorld);
const items = [...world.powerItems()];
const itemCodes = new Set(items.map(({ code }) => code));
const lists = [...world.itemLists()];
const entries = [...world.listEntries()];
const units = new Map([...world.units()].map((unit) => [unit.code, unit]));

describe("sample lists", () => {
  it("say that they are samples", () => {
    expect(items.every(({ name, sample }) => sample && name.endsWith("（样例）"))).toBe(true);
    expect(lists.every(({ name }) => name.endsWith("（样例）"))).toBe(true);
  });

  it("have 16-digit codes, each its own, whose kind is the item's (9+X)", () => {
    const kinds = [
      "LICENCE",
      "PENALTY",
      "COMPULSION",
      "LEVY",
      "PAYMENT",
      "INSPECTION",
      "CONFIRMATION",
      "REWARD",
      "ADJUDICATION",
      "OTHER",
    ];
    expect(itemCodes.size).toBe(items.length);
    for (const { code, kind } of items) {
      expect(checkPowerItemCode(code)).toBeUndefined();
      expect(kinds[Number(powerItemCodeParts(code).kind) - 1]).toBe(kind);
    }
    expect(new Set(items.map(({ kind }) => kind)).size).toBe(10);
  });

  it.each([
    ["83 powers and duties of a sub-district (GZ-6)", "620702001:POWER", 83],
    ["20 access items of communities (GZ-7)", "620702:COMMUNITY_ACCESS", 20],
    ["47 powers of a village (PG-6)", "110117005200:MICRO_POWER", 47],
  ])("count %s", (_rule, id, count) => {
    expect(entries.filter(({ listId }) => listId === id)).toHaveLength(count);
  });

  it("come in all five kinds, held by units that exist (GZ-12)", () => {
    expect(new Set(lists.map(({ kind }) => kind))).toEqual(
      new Set(["POWER", "DUTY", "SERVICE", "MICRO_POWER", "COMMUNITY_ACCESS"]),
    );
    for (const { id, holderCode, kind } of lists) {
      expect(id).toBe(`${holderCode}:${kind}`);
      expect(units.has(holderCode)).toBe(true);
    }
    // A company acts by contract: it holds no list.
    expect(lists.filter(({ holderCode }) => units.get(holderCode)?.kind === "COMPANY")).toEqual([]);
  });

  it("change in numbered batches: items come and go (GZ-11)", () => {
    const batches = [...world.listBatches()];
    for (const { listId, itemCode, addedIn, removedIn } of entries) {
      expect(itemCodes.has(itemCode)).toBe(true);
      expect(batches.some(({ listId: id, number }) => id === listId && number === addedIn)).toBe(true);
      if (removedIn !== null) expect(removedIn).toBeGreaterThan(addedIn);
    }
    expect(entries.some(({ addedIn }) => addedIn === 2)).toBe(true);
    expect(entries.some(({ removedIn }) => removedIn === 2)).toBe(true);
  });
});

describe("the catalogue of matters", () => {
  it("has about eighty matters on two levels, each with keywords and an owner", () => {
    expect(matters.length).toBeGreaterThanOrEqual(80);
    for (const { keywords } of matters) expect(keywords.length).toBeGreaterThan(2);
    expect(new Set(matters.map(({ code }) => code)).size).toBe(matters.length);
  });

  it("is dispatched by rules whose units and items exist; overlaps are settled (PG-4)", () => {
    const codes = new Set([...world.matters()].map(({ code }) => code));
    const rules = [...world.dispatchRules()];
    for (const { matterCode, unitCode, itemCode } of rules) {
      expect(codes.has(matterCode)).toBe(true);
      expect(units.has(unitCode)).toBe(true);
      if (itemCode !== null) expect(itemCodes.has(itemCode)).toBe(true);
    }
    const settled = new Set(
      [...world.overlapRules()].map(
        ({ matterCode, catalogueVersion }) => `${matterCode}/${catalogueVersion}`,
      ),
    );
    const claims = groupBy(rules, ({ matterCode, catalogueVersion }) => `${matterCode}/${catalogueVersion}`);
    for (const [claimed, units_] of claims) expect(settled.has(claimed)).toBe(units_.length > 1);
  });

  it("asks for heating only where there is any", () => {
    const codes = new Set([...world.matters()].map(({ code }) => code));
    expect(codes.has("110117-0404")).toBe(true);
    expect(codes.has("430105-0404")).toBe(false);
  });
});
