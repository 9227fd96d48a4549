import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutDivisions } from "./cut-divisions.ts";

const committed = readFileSync(new URL("./fixtures/divisions.json", import.meta.url), "utf8");
const { divisions, aliases, asOf, source } = JSON.parse(committed) as {
  divisions: { code: string; name: string; fullName: string }[];
  aliases: { name: string; divisionCode: string | null; within: string; source: string }[];
  asOf: string;
  source: string;
};

const within = (district: string, length: number): number =>
  divisions.filter(({ code }) => code.length === length && code.startsWith(district)).length;

describe("the fixture of divisions", () => {
  it("is what a new cut gives, byte by byte", () => {
    expect(cutDivisions()).toBe(committed);
  });

  it.each([
    ["430105", "开福", 16, 115],
    ["110117", "平谷", 18, 323],
    ["370685", "招远", 14, 734],
    ["620702", "甘州", 24, 279],
  ])("holds the whole of %s %s: %i sub-districts, %i communities", (district, name, streets, communities) => {
    expect(divisions.find(({ code }) => code === district)?.name).toContain(name);
    expect(within(district, 9)).toBe(streets);
    expect(within(district, 12)).toBe(communities);
  });

  it.each([
    ["110101006", "东四街道"],
    ["110105016", "双井街道"],
    ["110101009", "东直门街道"],
    ["110101007", "朝阳门街道"],
  ])("holds the Beijing pilot %s %s and every level above (BJ-8)", (street, name) => {
    expect(divisions.find(({ code }) => code === street)?.name).toBe(name);
    for (const length of [2, 4, 6]) {
      expect(divisions.some(({ code }) => code === street.slice(0, length))).toBe(true);
    }
    expect(within(street, 12)).toBeGreaterThan(5);
  });

  it("names places in full, without the stand-in level of a municipality", () => {
    expect(divisions.find(({ code }) => code === "430105010002")?.fullName).toBe(
      "湖南省长沙市开福区通泰街街道西园社区居委会",
    );
    expect(divisions.find(({ code }) => code === "110117005")?.fullName).toBe("北京市平谷区马坊地区");
  });

  it("knows 马坊镇 as 马坊地区, and 锦绣社区 as a place without a code", () => {
    expect(aliases).toContainEqual(
      expect.objectContaining({ name: "马坊镇", divisionCode: "110117005", within: "110117" }),
    );
    expect(aliases).toContainEqual(
      expect.objectContaining({ name: "锦绣社区", divisionCode: null, within: "370685003" }),
    );
  });

  it.each([
    ["430105010002", "西园社区"],
    ["110117005200", "东店村"],
    ["370685002204", "李家台子村"],
    ["370685101205", "小宋家村"],
    ["430105010", "通泰街"],
  ])("knows what people say for %s: %s", (divisionCode, name) => {
    expect(aliases).toContainEqual(expect.objectContaining({ divisionCode, name }));
  });

  it("says where it comes from and as of when", () => {
    expect(source).toContain("National Bureau of Statistics");
    expect(asOf).toBe("2023-06-30");
  });
});
