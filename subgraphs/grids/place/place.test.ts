import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type GridsTest,
  huijing,
  marketGrid,
  openMafang,
  plateOf,
  southEstate,
  westGrid,
} from "../grids.fixtures.ts";

let mafang: GridsTest;
beforeAll(async () => {
  mafang = await openMafang();
});
afterAll(() => mafang.close());

interface Candidate {
  division: { code: string };
  estate: { code: string } | null;
  grid: { code: string } | null;
  building: { code: string } | null;
  matchedName: string;
}

const resolve = (text: string, within = "110117") =>
  mafang.ask<{ resolvePlace: Candidate[] }>(
    `query ($within: DivisionCode!, $text: String!) { resolvePlace(within: $within, text: $text) {
      division { code } estate { code } grid { code } building { code } matchedName } }`,
    { within, text },
  );

const first = async (text: string, within?: string): Promise<Candidate | undefined> => {
  const { data, errors } = await resolve(text, within);
  expect(errors).toEqual([]);
  return data.resolvePlace[0];
};

describe("resolving a place", () => {
  it.each([
    ["the official name", "马坊地区", { division: { code: "110117005" }, matchedName: "马坊地区" }],
    ["the other name of the same body", "马坊镇", { division: { code: "110117005" }, matchedName: "马坊镇" }],
    [
      "an estate in two grids: only a position can tell which",
      "马坊镇南区回迁小区没有充电桩",
      { estate: { code: southEstate }, grid: null, building: null },
    ],
    [
      "a building by estate and number",
      "南区回迁小区 11号楼 没有充电桩",
      { estate: { code: southEstate }, grid: { code: westGrid }, building: { code: plateOf(11) } },
    ],
    [
      "a building by its whole address",
      "我住马坊地区汇景南区回迁小区1号楼",
      { building: { code: plateOf(1) }, grid: { code: westGrid } },
    ],
    ["a former name", "拆迁新村", { estate: { code: southEstate }, matchedName: "拆迁新村" }],
    [
      "an institution by what people call it",
      "马坊大集太脏",
      { grid: { code: marketGrid }, division: { code: huijing } },
    ],
  ])("knows %s", async (_, text, expected) => {
    expect(await first(text)).toMatchObject(expected);
  });

  it("gives a place without a code the division it lies in", async () => {
    expect(await first("锦绣社区老人办不了健康码", "370685")).toMatchObject({
      division: { code: "370685003" },
      matchedName: "锦绣社区",
      grid: null,
    });
  });

  it("tells estates of one name apart by the town that is said", async () => {
    expect(await first("峪口地区汇景家园停水")).toMatchObject({ estate: { code: "110117004001-E01" } });
    expect(await first("汇景家园停水", "110117005")).toMatchObject({ estate: { code: `${huijing}-E02` } });
  });

  it("never looks outside the division asked for", async () => {
    expect((await resolve("马坊镇", "370685")).data.resolvePlace).toEqual([]);
  });

  it.each([
    ["a whole province", "马坊镇", "11", "PLACE_SEARCH_TOO_WIDE"],
    ["a text of one character", "马", "110117", "PLACE_TEXT_LENGTH"],
    ["a text too long", "马坊".repeat(2_001), "110117", "PLACE_TEXT_LENGTH"],
  ])("refuses %s", async (_, text, within, code) => {
    expect((await resolve(text, within)).errors).toMatchObject([{ code }]);
  });

  it("takes two statements, and one each for what the candidates are", async () => {
    expect(await mafang.statements(() => resolve("马坊镇汇景社区南区回迁小区11号楼"))).toBe(7);
  });
});
