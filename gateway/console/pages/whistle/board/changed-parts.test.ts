import { describe, expect, it } from "vitest";
import { changedParts } from "./changed-parts.ts";

const whistle = (over: object = {}) => ({
  state: "BLOWN",
  participants: [
    { unit: { code: "A" }, signedAt: null as string | null },
    { unit: { code: "B" }, signedAt: null as string | null },
  ],
  clocks: [{ step: "MEASURES", ordinal: 0, metAt: null as string | null }],
  ...over,
});
const signed = [
  { unit: { code: "A" }, signedAt: "2026-06-10T02:30:00Z" },
  { unit: { code: "B" }, signedAt: null },
];

describe("what changed on a board", () => {
  it.each([
    ["nothing", {}, []],
    ["the state alone", { state: "SIGNED" }, ["state"]],
    ["the unit that signed, and no other", { participants: signed }, ["unit A"]],
    [
      "a unit that came to it",
      { participants: [...whistle().participants, { unit: { code: "C" }, signedAt: null }] },
      ["unit C"],
    ],
    [
      "a clock that was met",
      { clocks: [{ step: "MEASURES", ordinal: 0, metAt: "2026-06-10T02:30:00Z" }] },
      ["clock MEASURES 0"],
    ],
  ])("%s", (_, over, parts) => {
    expect([...changedParts(whistle(), whistle(over))]).toEqual(parts);
  });
});
