import { describe, expect, it } from "vitest";
import { isCentre } from "../../../../subgraphs/city-management/axes.ts";
import { streetOrderSubclasses } from "../../../../subgraphs/city-management/street-order-class/street-order-catalogue.ts";
import {
  checkComponentCode,
  checkCreditCode,
  checkGridCode,
  checkMobileNumber,
} from "../../../../subgraphs/shared/codes.ts";
import { covers } from "../grids.ts";
import { createWorld, usualWorld } from "../world.ts";
import { streetOrderStandards } from "./standards.ts";
import { subjects } from "./subjects.ts";

const world = createWorld(usualWorld);
const gridByCode = new Map(world.frame.grids.map((grid) => [grid.code, grid]));
const components = [...world.components()];
const cases = world.streetOrderCases();
const stories = [...cases];
const numbers = [...cases.runningNumbers()];
const unitCodes = new Set([...world.units()].map(({ code }) => code));

describe("the components of a world", () => {
  it("are some thousand, with codes that are right, unlike and numbered without gaps", () => {
    expect(components.length).toBeGreaterThan(1_000);
    expect(components.length).toBeLessThan(6_000);
    const series = new Map<string, number[]>();
    for (const { code, districtCode } of components) {
      expect(checkComponentCode(code)).toBeUndefined();
      expect(code.slice(0, 6)).toBe(districtCode);
      const of = series.get(code.slice(0, 10)) ?? [];
      series.set(code.slice(0, 10), [...of, Number(code.slice(10))]);
    }
    for (const sequence of series.values()) expect(sequence).toEqual(sequence.map((_, index) => index + 1));
  });

  it("stand in the grid they are said to stand in, and a unit of the district answers for each", () => {
    for (const { gridCode, longitude, latitude, responsibleUnitCode, districtCode } of components) {
      const grid = gridByCode.get(gridCode);
      expect(grid && covers(grid, [longitude, latitude])).toBe(true);
      expect(responsibleUnitCode.startsWith(`${districtCode}-`) && unitCodes.has(responsibleUnitCode)).toBe(
        true,
      );
    }
  });
});

describe("the standards of a world", () => {
  it("are one for each subject in each district, all of the catalogue", () => {
    const known = new Set(streetOrderSubclasses.map(({ kind, code, name }) => `${kind}${code}${name}`));
    for (const { kind, code, name } of subjects) expect(known).toContain(`${kind}${code}${name}`);
    const standards = [...streetOrderStandards(world.frame)];
    expect(standards.length).toBe(
      subjects.length * new Set(standards.map(({ districtCode }) => districtCode)).size,
    );
    for (const { responsibleUnitCode } of standards) expect(unitCodes).toContain(responsibleUnitCode);
  });
});

describe("the street-order cases of a world", () => {
  it("are some thousand, numbered by district and day as they came in", () => {
    expect(stories.length).toBeGreaterThan(700);
    expect(stories.length).toBeLessThan(4_000);
    const last = new Map<string, number>();
    let before = 0;
    for (const { case: found } of stories) {
      expect(found.collectedAt.getTime()).toBeGreaterThanOrEqual(before);
      before = found.collectedAt.getTime();
      const [, series = "", sequence] = /^(\d{6}-C-\d{8})-(\d{4})$/.exec(found.number) ?? [];
      expect(Number(sequence)).toBe(1 + (last.get(series) ?? 0));
      last.set(series, Number(sequence));
    }
    const told = numbers.map(({ districtCode, day, last }) => [
      `${districtCode}-C-${day.replaceAll("-", "")}`,
      last,
    ]);
    expect(new Map(told as [string, number][])).toEqual(last);
  });

  it("have right codes, known grids, and links that hold", () => {
    const componentCodes = new Set(components.map(({ code }) => code));
    const creditCodes = new Set([...world.enterprises()].map(({ creditCode }) => creditCode));
    for (const { case: found } of stories) {
      expect(checkGridCode(found.gridCode)).toBeUndefined();
      expect(gridByCode.has(found.gridCode)).toBe(true);
      if (found.componentCode) expect(componentCodes).toContain(found.componentCode);
      if (found.creditCode) expect(checkCreditCode(found.creditCode)).toBeUndefined();
      if (found.creditCode) expect(creditCodes).toContain(found.creditCode);
      if (found.partyPhone) expect(checkMobileNumber(found.partyPhone)).toBeUndefined();
    }
    expect(stories.filter(({ case: { ticketNumber } }) => ticketNumber).length).toBeGreaterThan(10);
    expect(stories.filter(({ case: { creditCode } }) => creditCode).length).toBeGreaterThan(50);
    expect(stories.filter(({ case: { partyPersonId } }) => partyPersonId).length).toBe(2);
  });

  it("end at the anchor day, in every state, mostly in time and now and then not", () => {
    const states = new Map<string, number>();
    for (const { case: found, log } of stories) {
      states.set(found.state, 1 + (states.get(found.state) ?? 0));
      expect(log.at(-1)?.at.getTime()).toBeLessThan(world.frame.now);
    }
    for (const state of ["DECLINED", "DISPATCHED", "CLOSED", "EVALUATED"])
      expect(states.has(state)).toBe(true);
    const handled = stories.filter(({ case: { handledAt } }) => handledAt);
    const late = handled.filter(({ case: { dueAt, handledAt } }) => dueAt && handledAt && dueAt <= handledAt);
    expect(late.length / handled.length).toBeGreaterThan(0.05);
    expect(late.length / handled.length).toBeLessThan(0.3);
  });

  it("keep who handles, who dispatches and who judges apart, and log each step once", () => {
    for (const { case: found, steps, log } of stories) {
      expect(steps.map(({ ordinal }) => ordinal)).toEqual(steps.map((_, index) => index + 1));
      expect(log).toHaveLength(steps.length);
      for (const { step, unitCode } of steps) {
        if (step === "HANDLING") expect(unitCode).toBe(found.handlingUnitCode);
        if (step === "VERIFICATION") expect(isCentre(found.districtCode, unitCode)).toBe(true);
        if (step === "VERIFICATION") expect(unitCode).not.toBe(found.handlingUnitCode);
      }
    }
  });
});

describe("the enforcement teams of a world (KF-14)", () => {
  it("are one a sub-district, of three departments, the home department kept", () => {
    const teams = [...world.enforcementTeams()];
    expect(teams.map(({ divisionCode }) => divisionCode)).toEqual(
      world.frame.scale.streets.map(({ code }) => code),
    );
    const members = [...world.enforcementTeamMembers()];
    for (const { divisionCode, unitCode } of teams) {
      expect(unitCodes).toContain(unitCode);
      const own = members.filter((member) => member.divisionCode === divisionCode);
      expect(new Set(own.map(({ homeUnitCode }) => homeUnitCode.replace(/^\d+-/, "")))).toEqual(
        new Set(["URBAN-MANAGEMENT", "MARKET-SUPERVISION", "EMERGENCY-MANAGEMENT"]),
      );
    }
    for (const { phone } of members) expect(checkMobileNumber(phone)).toBeUndefined();
  });
});

describe("told again", () => {
  it("a world has the same cases, components and people; another seed has others", () => {
    const read = (seed: string): string => {
      const { components, streetOrderCases, enforcementTeamMembers } = createWorld({ ...usualWorld, seed });
      return JSON.stringify([[...components()], [...streetOrderCases()], [...enforcementTeamMembers()]]);
    };
    const first = read(usualWorld.seed);
    expect(read(usualWorld.seed)).toBe(first);
    expect(read("another")).not.toBe(first);
  }, 60_000);

  it("nothing falls due beyond the years whose working days are known", () => {
    const late = createWorld({ ...usualWorld, today: "2026-12-20" });
    const held = [...late.streetOrderCases()].filter(({ case: { state } }) => state === "ESTABLISHED");
    expect(held.length).toBeGreaterThan(0);
  }, 60_000);
});
