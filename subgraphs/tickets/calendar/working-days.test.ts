import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { addCalendarDays, type Day } from "../../shared/calendar.ts";
import { tickets } from "../tickets.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
});
afterAll(() => subgraph.close());

const question = "query ($from: LocalDate!, $until: LocalDate!) { workingDays(from: $from, until: $until) }";
const ask = (from: Day, until: Day) => subgraph.ask<{ workingDays: Day[] }>(question, { from, until });

describe("the working days between two days (工作日历)", () => {
  it.each<[Day, Day, Day[], string]>([
    [
      "2019-09-27",
      "2019-10-09",
      ["2019-09-27", "2019-09-29", "2019-09-30", "2019-10-08", "2019-10-09"],
      "KF-10: five after 26 September, Sunday 29 September made up",
    ],
    [
      "2026-10-01",
      "2026-10-11",
      ["2026-10-08", "2026-10-09", "2026-10-10"],
      "Saturday 10 October made up, Sunday not",
    ],
    [
      "2026-02-13",
      "2026-02-24",
      ["2026-02-13", "2026-02-14", "2026-02-24"],
      "Spring Festival, Saturday 14 February made up",
    ],
    ["2026-11-23", "2026-11-23", ["2026-11-23"], "a day to itself"],
    ["2026-11-21", "2026-11-22", [], "a weekend"],
    ["2026-12-31", "2026-12-31", ["2026-12-31"], "the last day anybody knows"],
  ])("from %s until %s", async (from, until, days) => {
    const { data, errors } = await ask(from, until);
    expect(errors).toEqual([]);
    expect(data.workingDays).toEqual(days);
  });

  it("are told of 400 days and no more", async () => {
    const from: Day = "2019-01-01";
    const { data, errors } = await ask(from, addCalendarDays(from, 399));
    expect(errors).toEqual([]);
    expect(data.workingDays.at(-1)).toBe("2020-02-04");
    expect((await ask(from, addCalendarDays(from, 400))).errors).toMatchObject([{ code: "BAD_INPUT" }]);
  });

  it.each<[Day, Day, string]>([
    ["2026-11-24", "2026-11-23", "BAD_INPUT"],
    ["2003-12-31", "2004-01-31", "CALENDAR_NOT_COVERED"],
    ["2026-12-31", "2027-01-04", "CALENDAR_NOT_COVERED"],
    ["2030-06-03", "2030-06-03", "CALENDAR_NOT_COVERED"],
  ])("from %s until %s nobody can tell: %s", async (from, until, code) => {
    expect((await ask(from, until)).errors).toMatchObject([{ code }]);
  });
});
