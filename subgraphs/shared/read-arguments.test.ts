import { describe, expect, it } from "vitest";
import { readArguments } from "./read-arguments.ts";

describe("arguments", () => {
  it("are the same whether something is null or left out, at any depth", () => {
    const at = new Date(0);
    expect(
      readArguments({ first: 0, after: null, filter: { text: null, at, list: [{ a: null, b: "" }] } }),
    ).toEqual({
      first: 0,
      filter: { at, list: [{ b: "" }] },
    });
  });

  it("keep a value that is no input object as it is", () => {
    const at = new Date(0);
    expect(readArguments({ at }).at).toBe(at);
  });

  it.each([[{ number: "110117\u0000" }], [{ input: { texts: ["a", "b\u0000"] } }]])(
    "with a character no database keeps are refused",
    (given) => {
      expect(() => readArguments(given)).toThrow("U+0000");
    },
  );

  it.each(["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "+010000-01-01T00:00:00Z"])(
    "with an instant whose day cannot be told in four digits of a year, as %s, are refused",
    (instant) => {
      expect(() => readArguments({ filter: { from: new Date(instant) } })).toThrow("four digits");
    },
  );
});
