import { expect, it } from "vitest";
import { basisIn } from "./stated-basis.ts";

it.each([
  ["4301058020200200", "4301058020200200"],
  ["4301058020200200 对经营不符合食品安全标准食品的处罚", "4301058020200200"],
  [" 430105-A-0001 ", "430105-A-0001"],
  ["430105-a-0001 独居老人用餐安全检查", "430105-A-0001"],
  ["430105-BG-0001", "430105-BG-0001"],
  ["４３０１０５－Ａ－０００１", "430105-A-0001"],
  ["430105802020020", undefined],
  ["43010580202002001", undefined],
  ["食品安全法", undefined],
  ["", undefined],
])("reads the basis out of %j: %s", (typed, basis) => {
  expect(basisIn(typed)).toBe(basis);
});
