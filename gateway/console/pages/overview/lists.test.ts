import { describe, expect, it } from "vitest";
import {
  callBackList,
  classList,
  intakeList,
  narrowedTo,
  solvedWhistleList,
  ticketList,
  whistleList,
} from "./lists.ts";

const view = { place: "430105010", from: "2026-06-01", until: "2026-06-10" };

describe("the address of the list behind a number", () => {
  it.each([
    [ticketList(view), "/tickets?division=430105010&from=2026-06-01&until=2026-06-10"],
    [
      ticketList(view, { states: ["STRUCK_OFF", "ARCHIVED"] }),
      "/tickets?division=430105010&from=2026-06-01&until=2026-06-10&states=STRUCK_OFF,ARCHIVED",
    ],
    [
      intakeList(view, "2026-06-02", { channel: "HOTLINE_12345" }),
      "/tickets?division=430105010&from=2026-06-02&until=2026-06-02&channel=HOTLINE_12345",
    ],
    [intakeList(view, "07"), "/tickets?division=430105010&from=2026-06-01&until=2026-06-10&receivedHour=7"],
    [
      classList("hotClass", "430105-T-20260601-0001", {
        receivedFrom: "2026-06-03T02:30:00.001Z",
        receivedBefore: "2026-06-10T02:30:00.001Z",
      }),
      "/tickets?hotClass=430105-T-20260601-0001&receivedFrom=2026-06-03T02%3A30%3A00.001Z&receivedBefore=2026-06-10T02%3A30%3A00.001Z",
    ],
    [
      whistleList(view, { calls: "430105-HEALTH", timeliness: "LATE" }),
      "/whistles?division=430105010&from=2026-06-01&until=2026-06-10&calls=430105-HEALTH&timeliness=LATE",
    ],
    [
      solvedWhistleList(view),
      "/whistles?division=430105010&confirmedFrom=2026-06-01&confirmedUntil=2026-06-10",
    ],
    [
      callBackList(view, { solved: true }),
      "/overview/call-backs?division=430105010&countedFrom=2026-06-01&countedUntil=2026-06-10&valid=true&solved=true",
    ],
  ])("%s", (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe("a place below", () => {
  it.each([
    [{ code: "430105010003", kind: "division" }, { division: "430105010003" }],
    [{ code: "430105010003001", kind: "grid" }, { grid: "430105010003001" }],
    [{ code: "430105", kind: "direct" }, { exactDivision: "430105" }],
    [{ code: "430105010003", kind: "direct" }, { noGridYet: true }],
  ] as const)("%o narrows a list by %o", (below, narrowing) => {
    expect(narrowedTo(below)).toEqual(narrowing);
  });
});
