import { expect, it } from "vitest";
import { behindSign, signFor } from "./unwritten.ts";

it("is found again by a sign that tells nothing of it", () => {
  const sign = signFor("one", "安秀兰");
  expect(sign).toMatch(/^[0-9a-f]{8}$/);
  expect(behindSign("one", sign)).toBe("安秀兰");
  expect(signFor("one", "安秀兰"), "the same again").toBe(sign);
  expect(signFor("one", "罗小满")).not.toBe(sign);
});

it("is nobody else's, and is gone once somebody else was here", () => {
  const sign = signFor("one", "安秀兰");
  expect(behindSign("other", sign)).toBeUndefined();
  expect(behindSign("one", sign)).toBeUndefined();
});

it("goes when it was used long ago", () => {
  const [old, used] = [signFor("one", "安秀兰"), signFor("one", "罗小满")];
  for (let nth = 0; nth < 999; nth += 1) {
    signFor("one", `充电 ${nth}`);
    signFor("one", "罗小满");
  }
  expect(behindSign("one", old)).toBeUndefined();
  expect(behindSign("one", used)).toBe("罗小满");
});
