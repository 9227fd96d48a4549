import { describe, expect, it } from "vitest";
import { person } from "../../test/testkit/people.ts";
import { isClear, maskAddress, PersonalKind, shown } from "./personal.ts";
import { Post, type Principal } from "./principal.ts";

describe("personal data that is not shown as it is", () => {
  it.each([
    [PersonalKind.NAME, "安秀兰", "安*"],
    [PersonalKind.PHONE, "13812345678", "138****5678"],
    [PersonalKind.RESIDENT_NUMBER, "110117195103040007", "110117************"],
    [PersonalKind.ADDRESS, "连升街社区3号楼2单元301", "连升街社区3号楼****"],
    [PersonalKind.ADDRESS, "二条街村第2排5号", "二条街村第2排****"],
    [PersonalKind.TEXT, "3号楼停电，请打13812345678或0731-84512345", "3号楼停电，请打****或****"],
    [PersonalKind.TEXT, "138 1234 5678，证号11011719510304000X", "****，证号****"],
    [
      PersonalKind.TEXT,
      "工单110117-20260601-000001，缴费1381234元",
      "工单110117-20260601-000001，缴费1381234元",
    ],
  ])("%s %s is masked", (kind, value, masked) => {
    expect(shown(value, kind, false)).toBe(masked);
    expect(shown(value, kind, true)).toBe(value);
  });

  it("stays null where there is none", () => {
    expect(shown(null, PersonalKind.PHONE, false)).toBeNull();
  });

  it("gives away nothing of an address it cannot read", () => {
    expect(maskAddress("村东头第三家")).toBe("****");
  });
});

describe("personal data is shown as it is", () => {
  const other = person(Post.RESPONDER, { unit: "430105-HOUSING" });
  it.each<[string, Principal | null, boolean]>([
    ["to nobody in particular", null, false],
    ["to residents, who reach their own", person(Post.RESIDENT, { unit: "430105010003" }), true],
    ["to the owner's staff", person(Post.RESPONDER, { unit: "430105-CIVIL-AFFAIRS" }), true],
    ["to another department", other, false],
    ["to one that was granted it in clear", { ...other, access: { rows: {}, clear: ["Aid.name"] } }, true],
    [
      "to one that was granted another in clear",
      { ...other, access: { rows: {}, clear: ["Aid.phone"] } },
      false,
    ],
  ])("%s", (_, principal, clear) => {
    expect(isClear(principal, "CIVIL-AFFAIRS", "Aid.name")).toBe(clear);
  });
});
