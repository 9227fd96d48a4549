import { describe, expect, it } from "vitest";
import { addressOf, lookedUpIn, mayNameInLookUp } from "./look-up-address.ts";
import type { Recent } from "./recent.ts";

describe("an address of the look-up", () => {
  it.each<[Recent, string, readonly string[]]>([
    [{ text: "430105-20261116-000001", kind: "ticket" }, "/case?q=430105-20261116-000001", []],
    [{ text: "430105010003", kind: "words" }, "/case?q=430105010003&kind=words", ["q", "kind"]],
    [{ text: "an & xiulan", kind: "person" }, "/case?q=an+%26+xiulan&kind=person", ["q", "kind"]],
  ])("%j: %s", (look, address, names) => {
    expect(addressOf(look)).toBe(address);
    const said = new URLSearchParams(address.slice("/case".length));
    expect(lookedUpIn(said)).toEqual(look);
    expect(mayNameInLookUp(said)).toEqual(names);
  });

  it.each([
    ["q=望江家园", { text: "望江家园", kind: "place" }],
    ["q=望江家园&kind=nonsense", { text: "望江家园", kind: "place" }],
    ["q=张", undefined],
    ["kind=words", undefined],
  ])("as it was written by hand: %s", (written, looked) => {
    expect(lookedUpIn(new URLSearchParams(written))).toEqual(looked);
  });
});
