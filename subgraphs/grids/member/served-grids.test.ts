import { afterAll, beforeAll, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import { type GridsTest, openMafang, people, westGrid } from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

it.each<[string, Principal | undefined, string[]]>([
  ["a grid member: those served today", people.westMember, [westGrid]],
  ["a member of former days: none", { ...people.westMember, id: "men-min" }, []],
  ["a secretary of the same community: none", people.secretary, []],
  ["somebody else of the member's id: none", { ...people.secretary, id: people.westMember.id }, []],
  ["nobody signed in: none", undefined, []],
])("grids served by %s", async (_, as, codes) => {
  const { data, errors } = await mafang.ask<{ servedGrids: { code: string }[] }>(
    "{ servedGrids { code } }",
    {},
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  expect(data.servedGrids.map(({ code }) => code)).toEqual(codes);
});
