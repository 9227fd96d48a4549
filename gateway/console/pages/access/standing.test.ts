import { describe, expect, it } from "vitest";
import { doorsOf, standingOf } from "./standing.ts";

const owners = ["MARKET-SUPERVISION", "CIVIL-AFFAIRS", "DATA-BUREAU"];
const words = (post: string, unit: string) =>
  Object.entries(standingOf({ post, unit }, owners))
    .filter(([, holds]) => holds)
    .map(([name]) => name)
    .join(" ");

describe("what of the room concerns whom", () => {
  it.each([
    ["DATA_STEWARD", "430105-CIVIL-AFFAIRS", "owner mayAsk"],
    ["CHIEF_RESPONDER", "430105-CIVIL-AFFAIRS", "owner mayAsk mayBreakGlass"],
    ["DATA_STEWARD", "430105010-CIVIL-AFFAIRS", "mayAsk"],
    ["CHIEF_RESPONDER", "430105-COMMERCE", "mayAsk mayBreakGlass"],
    ["DATA_STEWARD", "430105-DATA-BUREAU", "owner bureau bureauSteward mayAsk"],
    ["CHIEF_RESPONDER", "430105-DATA-BUREAU", "owner bureau mayAsk mayBreakGlass"],
    ["RESPONDER", "430105-CIVIL-AFFAIRS", "mayBreakGlass"],
    ["CENTRE_DISPATCHER", "430105-COMMAND-CENTRE", "mayBreakGlass"],
    ["SUBDISTRICT_LEADER", "430105010", "mayAsk mayBreakGlass"],
    ["DISTRICT_LEADER", "430105", "mayAsk"],
    ["GRID_MEMBER", "430105010003", ""],
    ["RESIDENT", "430105010003", "resident"],
  ])("%s of %s: %s", (post, unit, standing) => {
    expect(words(post, unit)).toBe(standing);
  });

  it("shows owners the records, others what they may read, residents none of both", () => {
    const doors = (post: string, unit: string) => doorsOf(standingOf({ post, unit }, owners));
    expect(doors("DATA_STEWARD", "430105-CIVIL-AFFAIRS")).toContain("chain");
    expect(doors("RESPONDER", "430105-CIVIL-AFFAIRS")).toEqual([
      "grants",
      "rules",
      "break-glass",
      "agreements",
    ]);
    expect(doors("RESIDENT", "430105010003")).toEqual([]);
  });
});
