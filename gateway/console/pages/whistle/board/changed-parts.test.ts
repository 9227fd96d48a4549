import { describe, expect, it } from "vitest";
import { changedParts } from "./changed-parts.ts";

const whistle = (over: object = {}) => ({
  state: "BLOWN",
  participants: [
    { unit: { code: "A" }, unitNamed: { name: "a" }, signedAt: null as string | null },
    { unit: { code: "B" }, unitNamed: { name: "b" }, signedAt: null as string | null },
  ],
  clocks: [{ step: "MEASURES", ordinal: 0, late: [{ code: "A" }], lateNamed: [{ name: "a" }], metAt: null }],
  blowerNamed: { name: "c" },
  ...over,
});
const signed = [
  { unit: { code: "A" }, unitNamed: { name: "a" }, signedAt: "2026-06-10T02:30:00Z" },
  { unit: { code: "B" }, unitNamed: { name: "b" }, signedAt: null },
];
const unnamed = {
  participants: whistle().participants.map((each) => ({ ...each, unitNamed: null })),
  clocks: whistle().clocks.map((each) => ({ ...each, lateNamed: null })),
  blowerNamed: null,
};

describe("what changed on a board", () => {
  it.each([
    ["nothing", {}, []],
    ["nothing where names cannot be looked up for a while", unnamed, []],
    ["the state alone", { state: "SIGNED" }, ["state"]],
    ["the unit that signed, and no other", { participants: signed }, ["unit A"]],
    [
      "a unit that came to it",
      { participants: [...whistle().participants, { unit: { code: "C" }, signedAt: null }] },
      ["unit C"],
    ],
    [
      "a clock that was met",
      { clocks: [{ ...whistle().clocks[0], metAt: "2026-06-10T02:30:00Z" }] },
      ["clock MEASURES 0"],
    ],
  ])("%s", (_, over, parts) => {
    expect([...changedParts(whistle(), whistle(over))]).toEqual(parts);
  });
});
