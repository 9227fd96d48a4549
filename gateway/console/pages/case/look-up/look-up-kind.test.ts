import { describe, expect, it } from "vitest";
import {
  type LookUpKind,
  lookUpKindOf,
  lookUpKinds,
  lookUpText,
  namesNobody,
  ticketsAt,
  wholeNumber,
} from "./look-up-kind.ts";

describe("what a look-up is taken for", () => {
  it.each<[string, LookUpKind]>([
    ["430105-20261116-000001", "ticket"],
    ["４３０１０５－２０２６１１１６－０００００１", "ticket"],
    [" 430105-W-20190926-0001 ", "whistle"],
    ["91430105FAKE00EE9T", "business"],
    ["91430105MA4L0ABC1X", "business"],
    ["4301058020200200", "powerItem"],
    ["430105", "place"],
    ["430105010", "place"],
    ["430105010003", "place"],
    ["430105010003001", "place"],
    ["430105010007-E01", "place"],
    ["430105010003-B3", "place"],
    ["3CHFGJENJHYYGE13", "place"],
    ["通泰街街道", "place"],
    ["望江家园", "place"],
    ["望江家园3号楼", "place"],
    ["430105-R-010003001-001-1", "person"],
    ["13812345678", "person"],
    ["138 1234 5678", "person"],
    ["１３８－１２３４－５６７８", "person"],
    ["430105 20261116 000001", "ticket"],
    ["43010520261116000001", "ticket"],
    ["430105–20261116–000001", "ticket"],
    ["充电桩", "words"],
    ["望江家园 充电", "words"],
    ["小区停车难", "words"],
    ["43010", "words"],
    ["2026", "words"],
    ["202606", "words"],
    ["000012", "words"],
    ["20260601", "words"],
    ["0731 8123 4567", "words"],
    ["073181234567", "words"],
  ])("%s: %s", (typed, kind) => {
    expect(lookUpKindOf(lookUpText(typed))).toBe(kind);
  });

  it("makes the number of a day a whole one, in one's own district", () => {
    expect(wholeNumber("20260601-000012", "430105")).toBe("430105-20260601-000012");
    expect(wholeNumber("20260601000012", "430105")).toBe("430105-20260601-000012");
    expect(wholeNumber("20260601-000012", ""), "of no district").toBe("20260601-000012");
    expect(wholeNumber("20260601", "430105")).toBe("20260601");
    expect(wholeNumber("430105-20260601-000012", "110117")).toBe("430105-20260601-000012");
  });

  it.each([
    "430105-20261116-000001",
    "430105-W-20190926-0001",
    "91430105FAKE00EE9T",
    "4301058020200200",
    "430105010003",
    "430105010003001",
    "430105010007-E01",
    "3CHFGJENJHYYGE13",
  ])("may write %s into the address", (text) => {
    expect(namesNobody(lookUpKindOf(text), text)).toBe(true);
    expect(namesNobody("person", text)).toBe(false);
    expect(namesNobody("words", text)).toBe(false);
  });

  it.each([
    ["13812345678", "telephone"],
    ["073181234567", "telephone with its area"],
    ["安秀兰", "name"],
    ["王栋", "name that ends as a building does"],
    ["望江家园", "name of a place, or of somebody"],
    ["安秀兰 充电", "name beside words"],
    ["430105-R-010003001-001-1", "number of a resident"],
    ["430105194103027010", "identity number"],
    ["430105194113027010", "identity number, mistyped"],
    ["430105410302701", "identity number as it was"],
  ])("never writes %s: %s", (text) => {
    for (const kind of lookUpKinds) expect(namesNobody(kind, text), kind).toBe(false);
  });

  it.each([
    ["430105010003001", { filter: { grid: "430105010003001" } }],
    ["430105010003", { filter: { division: "430105010003" } }],
    ["430105", { filter: { division: "430105" } }],
    ["430105010007-E01", { filter: { estate: "430105010007-E01" } }],
    ["3CHFGJENJHYYGE13", { building: "3CHFGJENJHYYGE13" }],
    ["430105010003-B3", { building: "430105010003-B3" }],
  ])("finds the tickets at %s", (code, found) => {
    expect(ticketsAt(code)).toEqual(found);
  });
});
