import { expect, it } from "vitest";
import { holdsResidentNumber, isResidentNumber } from "./resident-number.ts";

it("knows a citizen's identity number, and takes no code for one", () => {
  expect(isResidentNumber("430105194103027010")).toBe(true);
  expect(isResidentNumber("43010519410302701x")).toBe(true);
  expect(isResidentNumber("430105194113027010"), "mistyped").toBe(true);
  expect(isResidentNumber("124301054448765061"), "of a public institution, all digits").toBe(false);
  expect(isResidentNumber("91430105FAKE00EE9T")).toBe(false);
  expect(isResidentNumber("4301058020200200")).toBe(false);
});

it.each([
  ["430105 19410302 7010", true],
  ["4301 0519 4103 0270 10", true],
  ["４３０１０５１９４１０３０２７０１Ｘ", true],
  ["安秀兰 430105194103027010 充电", true],
  ["安秀兰43010519410302701x", true],
  ["安秀兰 430105 19410302 7010", true],
  ["430105-20261116-000001 充电", false],
  ["1430105194103027010", false],
  ["2026-06-03T02:30:00.001Z", false],
])("finds one in what was typed: %s", (typed, holds) => {
  expect(holdsResidentNumber(typed)).toBe(holds);
});
