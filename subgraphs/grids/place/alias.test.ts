import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import { type GridsTest, openMafang, people } from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

let keys = 0;

const add = (input: Record<string, unknown>, as?: Principal, key = `alias-key-${keys++}`) =>
  mafang.ask(
    `mutation ($input: DivisionAliasInput!, $key: String!) { addDivisionAlias(input: $input, idempotencyKey: $key) {
      name source validFrom validTo within { code } } }`,
    { input: { division: "110117004", name: "峪口镇", source: "common usage", ...input }, key },
    as ? { as } : {},
  );

describe("another name of a division", () => {
  it("is found by from then on, and dated when it is a former one", async () => {
    const { data, errors } = await add({ name: "峪口公社", validTo: "1983-01-01" }, people.steward);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      addDivisionAlias: {
        name: "峪口公社",
        source: "common usage",
        validFrom: null,
        validTo: "1983-01-01",
        within: { code: "110117" },
      },
    });
    expect(
      (await mafang.ask('{ resolvePlace(within: "110117", text: "峪口公社") { division { code } } }')).data,
    ).toEqual({ resolvePlace: [{ division: { code: "110117004" } }] });
  });

  it("is kept once, however often it is sent", async () => {
    const first = await add({}, people.steward, "alias-key-twice");
    expect((await add({}, people.steward, "alias-key-twice")).data).toEqual(first.data);
    expect((await add({}, people.steward)).errors).toMatchObject([{ code: "ALIAS_KNOWN" }]);
    const both = await Promise.all([
      add({ name: "峪口" }, people.steward),
      add({ name: "峪口" }, people.steward),
    ]);
    expect(both.map(({ errors }) => errors[0]?.code).sort()).toEqual(["ALIAS_KNOWN", undefined]);
  });

  it.each([
    ["from anyone but the data steward", {}, people.secretary, "FORBIDDEN"],
    ["for a division of another district", { division: "370685003" }, people.steward, "FORBIDDEN"],
    ["without a token", {}, undefined, "UNAUTHENTICATED"],
    ["without a source", { source: " " }, people.steward, "ALIAS_INCOMPLETE"],
    ["of one character", { name: "峪" }, people.steward, "ALIAS_INCOMPLETE"],
    [
      "that ends before it begins",
      { validFrom: "2020-01-01", validTo: "2019-01-01" },
      people.steward,
      "PERIOD_REVERSED",
    ],
    ["for a division nobody knows", { division: "110117099" }, people.steward, "NOT_FOUND"],
    ["for a code that is none", { division: "9" }, people.steward, "BAD_CODE"],
  ])("is refused %s", async (_, input, as, code) => {
    expect((await add(input, as)).errors).toMatchObject([{ code }]);
  });
});
