import { expect, it } from "vitest";
import { copyOf } from "./copy.ts";

const value = JSON.parse(
  '{"a":[{"b":null,"c":[[1,{"d":"通泰街"}],[]]}],"e":{},"f":true,"constructor":{"g":1},"__proto__":{"h":{"i":1}}}',
);

it("copies whatever JSON holds, names of every object's own among them", () => {
  expect(JSON.stringify(copyOf(value))).toBe(JSON.stringify(value));
});

it("shares nothing that could be changed", () => {
  const objectsIn = (part: unknown): object[] =>
    typeof part === "object" && part !== null ? [part, ...Object.values(part).flatMap(objectsIn)] : [];
  const originals = new Set(objectsIn(value));
  expect(objectsIn(copyOf(value)).filter((each) => originals.has(each))).toEqual([]);
});

it("leaves dates what they are", () => {
  const at = new Date(0);
  expect(copyOf({ at })).toEqual({ at });
});
