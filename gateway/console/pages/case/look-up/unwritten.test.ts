import { expect, it } from "vitest";
import { lookBehind, signFor } from "./unwritten.ts";

const look = { text: "安秀兰", kind: "person" } as const;

it("is found again by a sign that tells nothing of it", () => {
  const sign = signFor("one", look);
  expect(sign).toMatch(/^[0-9a-f]{8}$/);
  expect(lookBehind("one", sign)).toEqual(look);
  expect(signFor("one", { ...look }), "the same again").toBe(sign);
  expect(signFor("one", { ...look, kind: "words" })).not.toBe(sign);
});

it("is nobody else's, and is gone once somebody else was here", () => {
  const sign = signFor("one", look);
  expect(lookBehind("other", sign)).toBeUndefined();
  expect(lookBehind("one", sign)).toBeUndefined();
});

it("goes when it is long ago", () => {
  const sign = signFor("one", look);
  for (let nth = 0; nth < 50; nth += 1) signFor("one", { text: `充电 ${nth}`, kind: "words" });
  expect(lookBehind("one", sign)).toBeUndefined();
});
