import { describe, expect, it } from "vitest";
import { isUsedUp } from "../../../subgraphs/market-supervision/consumer-complaint/consumer-complaint.deadline.ts";
import { ComplaintState } from "../../../subgraphs/market-supervision/consumer-complaint/consumer-complaint.ts";
import { isWorkingDay } from "../../../subgraphs/shared/calendar.ts";
import { checkCreditCode, checkGridCode, checkMobileNumber } from "../../../subgraphs/shared/codes.ts";
import { createWorld, usualWorld } from "./world.ts";

const world = createWorld(usualWorld);
const enterprises = new Map(
  [...world.enterprises()].map((enterprise) => [enterprise.creditCode, enterprise]),
);
const inspections = [...world.inspections()];
const penalties = inspections.flatMap(({ penalty }) => penalty ?? []);
const stories = [...world.consumerComplaints()];
const complaints = stories.map(({ complaint }) => complaint);

describe("inspections and penalties", () => {
  it("are a few thousand, of businesses there are, where they are, numbered without gaps by district and day", () => {
    expect(inspections.length).toBeGreaterThan(1_000);
    expect(inspections.length).toBeLessThan(3_000);
    expect(new Set(inspections.map(({ number }) => number)).size).toBe(inspections.length);
    const last = new Map<string, number>();
    for (const { creditCode, gridCode, divisionCode, districtCode, number, inspectedOn } of inspections) {
      expect([checkCreditCode(creditCode), checkGridCode(gridCode ?? "")]).toEqual([undefined, undefined]);
      expect(enterprises.get(creditCode)?.gridCode).toBe(gridCode);
      expect([gridCode?.slice(0, 12), gridCode?.slice(0, 6)]).toEqual([divisionCode, districtCode]);
      const series = number.slice(0, -5);
      expect(series).toBe(`${districtCode}-I-${inspectedOn.replaceAll("-", "")}`);
      expect(Number(number.slice(-4))).toBe(1 + (last.get(series) ?? 0));
      last.set(series, Number(number.slice(-4)));
    }
  });

  it("are made on working days before the anchor day; a problem has words, nothing has none", () => {
    for (const { inspectedOn, result, findings } of inspections) {
      expect(isWorkingDay(inspectedOn)).toBe(true);
      expect(inspectedOn < usualWorld.today).toBe(true);
      expect(findings === null).toBe(result === "NOTHING_FOUND");
    }
    const drawn = inspections.filter(({ drawnAtRandom }) => drawnAtRandom).length / inspections.length;
    expect(drawn).toBeGreaterThan(0.6);
  });

  it("lead to penalties of every state of publication, each from an inspection that opened a case", () => {
    expect(penalties.length).toBeGreaterThan(30);
    for (const { inspection, penalty } of inspections.map(({ penalty, ...inspection }) => ({
      inspection,
      penalty,
    }))) {
      if (!penalty) continue;
      expect(inspection.result).toBe("CASE_OPENED");
      expect([penalty.inspectionNumber, penalty.creditCode]).toEqual([
        inspection.number,
        inspection.creditCode,
      ]);
      expect(inspection.inspectedOn < penalty.decidedOn && penalty.decidedOn < usualWorld.today).toBe(true);
      expect(penalty.amountFen === null).toBe(penalty.kind === "WARNING");
    }
    const published = penalties.filter(
      ({ publishedUntil }) => publishedUntil && publishedUntil > usualWorld.today,
    );
    const over = penalties.filter(
      ({ publishedUntil }) => publishedUntil && publishedUntil <= usualWorld.today,
    );
    expect(published.length).toBeGreaterThan(0);
    expect(over.length).toBeGreaterThan(0);
  });
});

describe("consumer complaints", () => {
  it("come by tickets of the district, about a business in the ticket's grid, from somebody who can be rung", () => {
    expect(complaints.length).toBeGreaterThan(80);
    expect(new Set(complaints.map(({ number }) => number)).size).toBe(complaints.length);
    for (const {
      ticketNumber,
      districtCode,
      creditCode,
      gridCode,
      consumerPhone,
      divisionCode,
    } of complaints) {
      expect(ticketNumber?.startsWith(`${districtCode}-`)).toBe(true);
      expect(enterprises.get(creditCode)?.gridCode).toBe(gridCode);
      expect(gridCode?.startsWith(divisionCode)).toBe(true);
      expect(checkMobileNumber(consumerPhone)).toBeUndefined();
    }
  });

  it("went through the rules' own moves, a log entry for each, all before the anchor day", () => {
    const now = new Date(world.frame.now);
    for (const { complaint, log } of stories) {
      const { version, receivedAt, decidedAt, mediatedAt, closedAt } = complaint;
      const times = [receivedAt, decidedAt, mediatedAt, closedAt].filter((at) => at !== null);
      expect(log.map(({ at }) => at)).toEqual(times);
      expect(log).toHaveLength(version);
      for (const at of times) expect(at < now).toBe(true);
    }
    expect(complaints.map(({ state }) => state)).toEqual(
      expect.arrayContaining([ComplaintState.ACCEPTED, ComplaintState.REJECTED, ComplaintState.CLOSED]),
    );
  });

  it("are mostly decided in time, and a few are not", () => {
    const late = complaints.filter(
      ({ receivedAt, decidedAt }) => decidedAt && isUsedUp(receivedAt, 7, decidedAt),
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(complaints.length * 0.1);
  });
});

describe("the same world", () => {
  it("tells the same inspections and complaints, whatever was read before", () => {
    const again = createWorld(usualWorld);
    expect([...again.consumerComplaints()]).toEqual(stories);
    expect([...again.inspections()]).toEqual(inspections);
  });
});
