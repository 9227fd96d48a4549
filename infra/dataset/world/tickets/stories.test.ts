import { describe, expect, it } from "vitest";
import { checkPosition, toWgs84 } from "../../../../subgraphs/shared/position.ts";
import type { WhistleRules } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { shippedProfiles } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.seed.ts";
import { filedUnits } from "../../../../subgraphs/tickets/whistle/whistle-options.ts";
import { channelCodes } from "../demands/channels.ts";
import { LONGEST, SHORTEST } from "../demands/demand-text.ts";
import { covers } from "../grids.ts";
import { groupBy } from "../group-by.ts";
import { createWorld, usualWorld } from "../world.ts";

const world = createWorld(usualWorld);
const tickets = world.tickets();
const stories = [...tickets];
const now = new Date("2026-11-01T00:00:00+08:00");
const demanders = new Map([...world.demanders()].map((demander) => [demander.id, demander]));
const grids = new Map(world.frame.grids.map((grid) => [grid.code, grid]));
const entries = groupBy(world.listEntries(), ({ listId }) => listId);
const batches = [...world.listBatches()];

const count = <Value>(values: readonly Value[]): Map<Value, number> =>
  values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map<Value, number>());

describe("demands", () => {
  it("come in all five kinds and through every channel (KF-5)", () => {
    expect(count(stories.map(({ demand }) => demand.kind)).size).toBe(5);
    expect([...count(stories.map(({ demand }) => demand.channelCode)).keys()].sort()).toEqual(
      [...channelCodes].sort(),
    );
  });

  it("are told in 50 to 800 characters, with nothing left to fill in", () => {
    for (const { demand } of stories) {
      expect(demand.text.length).toBeGreaterThanOrEqual(SHORTEST);
      expect(demand.text.length).toBeLessThanOrEqual(LONGEST);
      expect(demand.text).not.toMatch(/[{}]|undefined|null/);
    }
    expect(stories.some(({ demand }) => demand.text.length > 500)).toBe(true);
  });

  it("are hardly ever told in the same words", () => {
    const [most] = [...count(stories.map(({ demand }) => demand.text)).values()].sort((a, b) => b - a);
    expect(most).toBeLessThan(4);
  });

  it("name places as people do: in full, by another name, wrongly, or not at all", () => {
    const texts = stories.map(({ demand }) => demand.placeText);
    expect(texts).toContain(null);
    expect(texts.some((text) => text?.startsWith("马坊镇"))).toBe(true);
    expect(texts.some((text) => text?.includes("马坊地区"))).toBe(true);
    expect(texts).toContain("我们小区");
    const misplaced = stories.filter(({ demand }) => demand.gridCode === null);
    expect(misplaced.length).toBeGreaterThan(0);
    expect(misplaced.length).toBeLessThan(stories.length * 0.12);
  });

  it("come from people, firms and bodies; some write again and again", () => {
    const writers = count(stories.flatMap(({ demand }) => demand.demanderId ?? []));
    for (const id of writers.keys()) expect(demanders.has(id)).toBe(true);
    const kinds = new Set([...writers.keys()].map((id) => demanders.get(id)?.kind));
    expect(kinds).toEqual(new Set(["PERSON", "FIRM", "BODY"]));
    expect(Math.max(...writers.values())).toBeGreaterThan(4);
    expect(stories.some(({ demand }) => demand.demanderId === null)).toBe(true);
    const identities = [...demanders.values()].map(({ identity, name }) => `${identity}/${name}`);
    expect(new Set(identities).size).toBe(identities.length);
  });

  it("carry positions of phones in GCJ-02, which lie in their grid once brought to WGS-84", () => {
    const positioned = stories.flatMap(({ demand }) => (demand.position ? [demand] : []));
    expect(new Set(positioned.map(({ position }) => position?.datum))).toEqual(
      new Set(["WGS84", "GCJ02", "BD09"]),
    );
    let inside = 0;
    for (const { position, gridCode } of positioned) {
      const grid = grids.get(gridCode ?? "");
      if (!position || !grid) throw new Error("a position gives the grid");
      expect(checkPosition(position)).toBeUndefined();
      const { longitude, latitude } = toWgs84(position);
      if (covers(grid, [longitude, latitude])) inside++;
    }
    // Rounding moves a point by a decimetre or so: one on the very edge may change sides.
    expect(inside / positioned.length).toBeGreaterThan(0.99);
  });

  it("follow the day and the week: Monday mornings more than Sunday nights", () => {
    const beijing = stories.map(({ demand }) => new Date(demand.receivedAt.getTime() + 8 * 3_600_000));
    const hours = count(beijing.map((at) => at.getUTCHours()));
    expect(hours.get(10) ?? 0).toBeGreaterThan(10 * (hours.get(3) ?? 0));
    const days = count(beijing.map((at) => at.getUTCDay()));
    expect(days.get(1) ?? 0).toBeGreaterThan(1.2 * (days.get(0) ?? 0));
  });

  it("surge: one matter from one estate within two days (PG-2, ZY-21)", () => {
    const surges = count(
      stories.map(({ ticket, demand }) => {
        const pair = Math.floor((demand.receivedAt.getTime() + 8 * 3_600_000) / 86_400_000 / 2);
        return `${ticket.gridCode}/${ticket.matterCode}/${pair}`;
      }),
    );
    expect(Math.max(...surges.values())).toBeGreaterThanOrEqual(8);
  });
});

describe("tickets", () => {
  it("are as many as the scale says, numbered by district and day without gaps", () => {
    expect(stories).toHaveLength(3_000);
    const perDay = groupBy(stories, ({ ticket }) => ticket.number.slice(0, 15));
    for (const [day, ofDay] of perDay) {
      expect(ofDay.map(({ ticket }) => ticket.number)).toEqual(
        ofDay.map((_, index) => `${day}-${String(index + 1).padStart(6, "0")}`),
      );
    }
    for (const { districtCode, series, day, last } of tickets.runningNumbers()) {
      if (series !== "TICKET") continue;
      expect(perDay.get(`${districtCode}-${day.replaceAll("-", "")}`)).toHaveLength(last);
    }
  });

  it("are mostly struck off or archived; some are open, rejected, merged, on the ledger", () => {
    const states = count(stories.map(({ ticket }) => ticket.state as string));
    const closed = (states.get("ARCHIVED") ?? 0) + (states.get("STRUCK_OFF") ?? 0);
    expect(closed / stories.length).toBeGreaterThan(0.85);
    for (const state of ["IN_PROGRESS", "REJECTED", "MERGED", "LEDGERED", "FEEDBACK_GIVEN"]) {
      expect(states.get(state) ?? 0).toBeGreaterThan(0);
    }
    expect(stories.some(({ dispatches }) => dispatches.some(({ returnedAt }) => returnedAt !== null))).toBe(
      true,
    );
    expect(stories.some(({ extensions }) => extensions.length > 0)).toBe(true);
    expect(stories.some(({ supervisions }) => supervisions.length > 0)).toBe(true);
    expect(stories.some(({ log }) => log.some(({ kind }) => kind === "TICKET_REOPENED"))).toBe(true);
  });

  it("are never struck off unsolved (ZY-18)", () => {
    for (const { ticket } of stories) {
      if (ticket.strikeOffNumber !== null) expect(ticket.confirmedSolved).toBe(true);
    }
    const numbers = stories.flatMap(({ ticket }) => ticket.strikeOffNumber ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("leave a log in the order of time, nothing of it after the anchor day (ZY-17)", () => {
    for (const { ticket, log } of stories) {
      const times = log.map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(Math.max(...times)).toBeLessThan(now.getTime());
      expect(log[0]).toMatchObject({ subject: ticket.number, kind: "TICKET_RECEIVED" });
      expect(log.filter(({ subject }) => subject === ticket.number)).toHaveLength(ticket.version);
    }
  });

  it("go to sub-districts and communities only by what their lists hold on that day (GZ-7, GZ-8, GZ-11)", () => {
    const handed = stories
      .flatMap(({ dispatches }) => dispatches)
      .filter(({ unitCode }) => /^\d+$/.test(unitCode));
    expect(handed.some(({ unitCode }) => unitCode.length === 12)).toBe(true);
    for (const { unitCode, itemCode, listId, dispatchedAt } of handed) {
      const holder =
        unitCode.length === 12 ? `${unitCode.slice(0, 6)}:COMMUNITY_ACCESS` : `${unitCode}:POWER`;
      expect(listId).toBe(holder);
      const entry = entries.get(holder)?.find((each) => each.itemCode === itemCode);
      const added = batches.find(({ listId: id, number }) => id === holder && number === entry?.addedIn);
      expect(added && new Date(`${added.effectiveFrom}T00:00:00+08:00`) <= dispatchedAt).toBe(true);
    }
  });

  it("keep both callers when the same matter came twice (KF-5)", () => {
    const byNumber = new Map(stories.map((story) => [story.ticket.number, story]));
    const merged = stories.filter(({ ticket }) => ticket.mergedIntoNumber !== null);
    expect(merged.length).toBeGreaterThan(10);
    for (const { ticket, demand } of merged) {
      const first = byNumber.get(ticket.mergedIntoNumber ?? "");
      expect(first?.demand.receivedAt.getTime()).toBeLessThan(demand.receivedAt.getTime());
      expect(first?.ticket.districtCode).toBe(ticket.districtCode);
      expect(demand.demanderId).not.toBe(first?.demand.demanderId ?? "");
    }
  });

  it("are called back validly once for each feedback, unless nobody could be reached", () => {
    const calls = stories.flatMap(({ callBacks }) => callBacks);
    const valid = calls.filter((call) => call.valid);
    expect(valid.length / calls.length).toBeGreaterThan(0.8);
    const asked = valid.map(({ ticketNumber, feedbackAt }) => `${ticketNumber}/${feedbackAt.getTime()}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(valid.map(({ satisfaction }) => satisfaction)).size).toBe(4);
    expect(valid.filter(({ solved }) => solved).length / valid.length).toBeGreaterThan(0.85);
  });
});

describe("whistles", () => {
  const whistles = stories.flatMap((story) =>
    story.whistles.map((whistle) => ({ ...whistle, ticket: story.ticket })),
  );

  it("are blown in every district by its own profile, in each of the kinds that are told (KF-8 to KF-10, PG-8, ZY-15, GZ-15, BJ-12)", () => {
    const told = new Map<string, Set<string>>();
    for (const { whistle } of whistles)
      told.set(whistle.districtCode, (told.get(whistle.districtCode) ?? new Set()).add(whistle.kind));
    expect(new Map([...told].map(([district, kinds]) => [district, [...kinds].sort()]))).toEqual(
      new Map([
        ["430105", ["EMERGENCY", "ROUTINE", "TACKLING"]],
        ["110117", ["RESIDENTS", "TOWNSHIP", "VILLAGE"]],
        ["370685", ["COMMUNITY_TO_STREET", "EMERGENCY", "PEOPLE_TO_COMMUNITY", "STREET_TO_CITY"]],
        ["620702", ["CENTRE", "DISPUTE"]],
        ["110101", ["EMERGENCY", "HARD_MATTER", "JOINT_ENFORCEMENT"]],
      ]),
    );
  });

  it("have one lead; a tackling whistle an assisting unit and five working days (KF-10)", () => {
    for (const { whistle, participants, clocks } of whistles) {
      expect(participants.filter(({ role }) => role === "LEAD")).toHaveLength(1);
      if (whistle.kind !== "TACKLING") continue;
      expect(participants.length).toBeGreaterThan(1);
      expect(clocks.map(({ step }) => step)).toContain("MEASURES");
    }
  });

  it("are filed with whom the kind says, the sub-district in Kaifu's emergencies (KF-9)", () => {
    const kinds = new Map(
      shippedProfiles.flatMap((document) => {
        const { district, kinds: all } = document as WhistleRules;
        return all.map((kind) => [`${district} ${kind.code}`, kind] as const);
      }),
    );
    for (const { whistle, filings } of whistles) {
      const kind = kinds.get(`${whistle.districtCode} ${whistle.kind}`);
      const expected = kind && whistle.blownAt ? filedUnits(kind, whistle.divisionCode) : [];
      expect(filings.map(({ unitCode }) => unitCode)).toEqual(expected);
      if (whistle.districtCode !== "430105" || whistle.kind !== "EMERGENCY") continue;
      expect(expected).toEqual([whistle.divisionCode.slice(0, 9)]);
    }
  });

  it("are raised one level at a time (PG-8, ZY-15)", () => {
    const byNumber = new Map(whistles.map(({ whistle }) => [whistle.number, whistle]));
    const raised = whistles.filter(({ whistle }) => whistle.raisedFromNumber !== null);
    expect(raised.length).toBeGreaterThan(0);
    for (const { whistle } of raised) {
      expect(byNumber.get(whistle.raisedFromNumber ?? "")?.level).toBe(whistle.level - 1);
    }
  });

  it("are graded by the blower, unit by unit, and the grades filed (KF-15)", () => {
    const evaluations = whistles.flatMap(({ evaluations: given }) => given);
    expect(new Set(evaluations.map(({ state }) => state as string))).toContain("FILED");
    for (const { whistle, participants, evaluations: given } of whistles) {
      if (whistle.state !== "CLOSED" || whistle.confirmedAt === null) continue;
      const graded = given.filter(({ direction, score }) => direction === "OF_RESPONDER" && score !== null);
      const others = participants.filter(({ unitCode }) => unitCode !== whistle.blowerUnitCode);
      expect(graded).toHaveLength(others.length);
    }
  });

  it("stand in a grid, or say that none is known (BJ-12)", () => {
    for (const { whistle } of whistles) expect(whistle.noGridYet).toBe(whistle.gridCode === null);
  });
});
