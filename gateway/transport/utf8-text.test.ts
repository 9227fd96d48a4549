import { describe, expect, it } from "vitest";
import { utf8Text } from "./utf8-text.ts";

const chinese = "西长街 2 号的下水道又堵了，😀 多谢！";

describe("bytes as text", () => {
  it.each([
    ["nothing", ""],
    ["ASCII alone", '{"data":{"a":1}}'],
    ["much of that", "abc".repeat(1_000)],
    ["Chinese", chinese],
    ["much of that", chinese.repeat(200)],
    ["Latin letters with marks", "café".repeat(300)],
    ["what JSON escapes and JavaScript does not", "\u2028\u2029\u0000\ufeff".repeat(300)],
  ])("%s", (_, text) => {
    expect(utf8Text(Buffer.from(text))).toBe(text);
  });

  it.each([
    ["a byte there is none of", [0xff]],
    ["a letter cut short", [0xe8, 0xa5]],
    ["half of a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a letter longer than it need be", [0xc1, 0x81]],
  ])("not %s, short or long", (_, wrong) => {
    expect(utf8Text(Buffer.from(wrong))).toBeUndefined();
    expect(utf8Text(Buffer.from([...Buffer.from(chinese.repeat(200)), ...wrong]))).toBeUndefined();
  });
});
