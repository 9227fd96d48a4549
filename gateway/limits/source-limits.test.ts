import { describe, expect, it } from "vitest";
import { refuseOversized, sourceLimits } from "./source-limits.ts";

describe("a document as it is written", () => {
  const repeat = (text: string, times: number): string => text.repeat(times);

  it.each<[keyof typeof sourceLimits, string, string]>([
    ["letters", `{ a } # ${repeat("x", 99_992)}`, `{ a } # ${repeat("x", 99_993)}`],
    ["tokens", `{ ${repeat("a ", 4_998)}}`, `{ ${repeat("a ", 4_999)}}`],
    ["nesting", `${repeat("{ a ", 64)}${repeat("}", 64)}`, `${repeat("{ a ", 65)}${repeat("}", 65)}`],
    [
      "nesting",
      `{ a(b: ${repeat("[", 62)}${repeat("]", 62)}) }`,
      `{ a(b: ${repeat("[", 63)}${repeat("]", 63)}) }`,
    ],
    ["aliases", `{ ${repeat("a: b ", 100)}}`, `{ ${repeat("a: b ", 101)}}`],
    ["directives", `{ a ${repeat("@b ", 100)}}`, `{ a ${repeat("@b ", 101)}}`],
    ["fragments", repeat("fragment A on B { c } ", 50), repeat("fragment A on B { c } ", 51)],
    ["nameLetters", `{ ${repeat("a", 200)} }`, `{ ${repeat("a", 201)} }`],
  ])("may have so many %s and no more", (measure, admitted, over) => {
    refuseOversized(admitted);
    expect(() => refuseOversized(over)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({
          code: "OPERATION_TOO_LARGE",
          details: expect.objectContaining({ maximum: sourceLimits[measure] }) as unknown,
        }) as unknown,
      }),
    );
  });

  it("has no alias in an argument, a variable or a value", () => {
    refuseOversized(`query (${repeat("$a: B ", 150)}) { a(${repeat("b: { c: 1 } ", 150)}) }`);
  });

  it("is refused for its brackets at the sixty-fifth, not at its end", () => {
    expect(() => refuseOversized(repeat("{", 20_000))).toThrow("brackets open at once");
  });

  it.each(["{ a", "}", "…", '{ a(b: "', ""])(
    "that is no GraphQL is left for the parser to refuse: %s",
    (source) => {
      refuseOversized(source);
    },
  );
});
