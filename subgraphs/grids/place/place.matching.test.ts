import { describe, expect, it } from "vitest";
import { matchPlaces, mentions, type PlaceName } from "./place.matching.ts";

const place = (name: string, divisionCode: string, more: Partial<PlaceName> = {}): PlaceName => ({
  name,
  divisionCode,
  estateCode: null,
  gridCode: null,
  buildingCode: null,
  standing: "OWN",
  ...more,
});

const mafang = place("马坊地区", "110117005");
const mafangTown = place("马坊镇", "110117005", { standing: "ALIAS" });
const yukou = place("峪口镇", "110117004", { standing: "ALIAS" });
const huijing = place("汇景社区", "110117005001");
const south = place("南区回迁小区", "110117005001", { estateCode: "110117005001-E01" });
const home = place("汇景家园", "110117005001", { estateCode: "110117005001-E02" });
const namesake = place("汇景家园", "110117004001", { estateCode: "110117004001-E01" });
const first = place("1号楼", "110117005001", { estateCode: "110117005001-E01", buildingCode: "P1" });
const eleventh = place("11号楼", "110117005001", { estateCode: "110117005001-E01", buildingCode: "P11" });

const order = (text: string, ...names: PlaceName[]): string[] =>
  matchPlaces(text, names).map(
    ({ buildingCode, estateCode, divisionCode }) => buildingCode ?? estateCode ?? divisionCode,
  );

describe("finding the place a text means", () => {
  it.each([
    ["南区11号楼", "1号楼", false],
    ["南区1号楼", "1号楼", true],
    ["11号楼旁的1号楼", "1号楼", true],
    ["第12网格", "第1网格", false],
    ["幸福小区", "小区", true],
  ])("%s says %s: %s", (text, name, expected) => expect(mentions(text, name)).toBe(expected));

  it("puts the most exact place first", () => {
    expect(order("马坊镇南区回迁小区11号楼没有充电桩", mafang, mafangTown, south, first, eleventh)).toEqual([
      "P11",
      "110117005001-E01",
      "110117005",
    ]);
  });

  it("knows one body by both its names", () => {
    const [found] = matchPlaces("马坊镇", [mafang, mafangTown]);
    expect(found).toMatchObject({ divisionCode: "110117005", name: "马坊镇" });
  });

  it("tells namesakes apart by the town the text says", () => {
    expect(order("峪口镇汇景家园停水", mafangTown, yukou, home, namesake)[0]).toBe("110117004001-E01");
    expect(order("马坊镇汇景家园停水", mafangTown, yukou, home, namesake)[0]).toBe("110117005001-E02");
  });

  it("is unsure between namesakes the text does not tell apart", () => {
    const [one, other] = matchPlaces("汇景家园停水", [home, namesake]);
    expect(one?.confidence).toBe(other?.confidence);
    expect(one?.confidence).toBeLessThan(0.5);
  });

  it("trusts a name in use more than a former one", () => {
    const former = { ...south, name: "拆迁新村", standing: "FORMER" as const };
    const [found] = matchPlaces("拆迁新村", [former]);
    const [own] = matchPlaces("南区回迁小区", [south]);
    expect(found?.confidence).toBeLessThan(own?.confidence ?? 0);
  });

  it("trusts a name of two characters less", () => {
    const bank = place("滨河", "110117001", { standing: "ALIAS" });
    expect(order("滨河路边马坊镇的垃圾", bank, mafangTown)[0]).toBe("110117005");
  });

  it("does not take a part of a longer name for a name of its own", () => {
    const short = place("回迁小区", "110117004001", { estateCode: "110117004001-E09" });
    expect(order("南区回迁小区", short, south)).toEqual(["110117005001-E01"]);
  });

  it("takes the beginning of a name when nothing is said whole", () => {
    const [found] = matchPlaces("南区回迁", [south, huijing]);
    expect(found).toMatchObject({ estateCode: "110117005001-E01" });
    expect(found?.confidence).toBeLessThan(0.6);
  });

  it("finds nothing in a text without a place", () => expect(matchPlaces("没有暖气", [south])).toEqual([]));
});
