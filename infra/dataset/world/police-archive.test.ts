import { describe, expect, it } from "vitest";
import {
  checkCreditCode,
  checkGridCode,
  checkMobileNumber,
  checkResidentNumber,
} from "../../../subgraphs/shared/codes.ts";
import { createWorld, usualWorld } from "./world.ts";

const world = createWorld(usualWorld);
const households = [...world.policeHouseholds()];
const registrations = households.flatMap((household) => household.registrations);
const rentedHouses = households.flatMap(({ rentedHouse }) => rentedHouse ?? []);
const floatingPeople = households.flatMap((household) => household.floatingPeople);
const calls = [...world.policeCalls()];
const keyPlaces = [...world.policeKeyPlaces()];
const residents = new Map([...world.residents()].map((resident) => [resident.id, resident]));
const distinct = (values: readonly unknown[]): number => new Set(values).size;

describe("the police archive of the demo", () => {
  it.each([
    ["registrations", registrations, 1_500, 4_000],
    ["rented houses", rentedHouses, 80, 500],
    ["floating people", floatingPeople, 150, 1_000],
    ["calls", calls, 900, 3_500],
    ["key places", keyPlaces, 200, 1_500],
  ])("has a few %s", (_, rows, fewest, most) => {
    expect(rows.length).toBeGreaterThan(fewest);
    expect(rows.length).toBeLessThan(most);
  });

  it("numbers everything once, as long as the archive's columns hold", () => {
    const numbers = [
      registrations.map(({ rybh }) => rybh),
      rentedHouses.map(({ czwbh }) => czwbh),
      floatingPeople.map(({ ldrybh }) => ldrybh),
      calls.map(({ jqbh }) => jqbh),
      keyPlaces.map(({ zdbwbh }) => zdbwbh),
    ];
    for (const series of numbers) {
      expect(distinct(series)).toBe(series.length);
      expect(series.filter((number) => number.length > 24)).toEqual([]);
    }
  });

  it("places every row in a grid, and its station in the grid's sub-district", () => {
    for (const { sspcs, sqdm, wgbh } of [
      ...registrations,
      ...rentedHouses,
      ...floatingPeople,
      ...calls,
      ...keyPlaces,
    ]) {
      expect(checkGridCode(wgbh)).toBeUndefined();
      expect([wgbh.slice(0, 12), `${wgbh.slice(0, 9)}000`]).toEqual([sqdm, sspcs]);
    }
  });

  it("knows people as the grid centre has them, locals and others apart", () => {
    for (const { jmbh, xm, zjhm, tysfbs } of registrations) {
      const { name, residentNumber, personId, registration } = residents.get(jmbh) ?? {};
      expect([name, residentNumber, personId, registration]).toEqual([xm, zjhm, tysfbs, "LOCAL"]);
      expect(checkResidentNumber(zjhm)).toBeUndefined();
    }
    for (const { jmbh, xm, lxdh } of floatingPeople) {
      const { name, phone, registration } = residents.get(jmbh) ?? {};
      expect([name, phone, registration]).toEqual([xm, lxdh, "ELSEWHERE"]);
    }
    expect(registrations.some(({ tysfbs }) => tysfbs !== null)).toBe(true);
  });

  it("lets every floating person live in a rented house on record", () => {
    const houses = new Set(rentedHouses.map(({ czwbh }) => czwbh));
    expect(floatingPeople.filter(({ czwbh }) => !houses.has(czwbh))).toEqual([]);
    for (const { czrxm, czrdh, ldbm } of rentedHouses) {
      expect(czrdh.split(",")).toHaveLength(czrxm.split(",").length);
      expect(ldbm).not.toBe("");
    }
  });

  it("has calls of people, businesses and tickets that exist, and names nobody in a summary", () => {
    const tickets = new Set([...world.tickets()].map(({ ticket }) => ticket.number));
    const businesses = new Set([...world.enterprises()].map(({ creditCode }) => creditCode));
    const linked = calls.flatMap(({ glgdh }) => glgdh ?? []);
    expect(linked.length).toBeGreaterThan(100);
    expect(linked.filter((number) => !tickets.has(number))).toEqual([]);
    const about = calls.flatMap(({ tyshxydm }) => tyshxydm ?? []);
    expect(about.length).toBeGreaterThan(100);
    expect(about.filter((code) => !businesses.has(code) || checkCreditCode(code))).toEqual([]);
    for (const { jqgy, bjrxm, bjrdh, bjsj, jasj } of calls) {
      expect(jqgy.includes(bjrxm)).toBe(false);
      expect(checkMobileNumber(bjrdh)).toBeUndefined();
      expect(bjsj).toMatch(/^\d{14}$/);
      expect(bjsj < "20261101000000").toBe(true);
      if (jasj) expect(jasj > bjsj).toBe(true);
    }
    expect(calls.some(({ bjrtysfbs }) => bjrtysfbs !== null)).toBe(true);
  });

  it("has key places with and without a business established", () => {
    expect(keyPlaces.some(({ tyshxydm, dwlx }) => tyshxydm === null && dwlx.includes("01"))).toBe(true);
    const registered = keyPlaces.filter(({ tyshxydm }) => tyshxydm !== null);
    expect(registered.length).toBeGreaterThan(50);
    expect(registered.filter(({ ldbm }) => ldbm === null)).toEqual([]);
  });

  it("is the same from the same seed", () => {
    const again = createWorld(usualWorld);
    expect([...again.policeHouseholds()]).toEqual(households);
    expect([...again.policeKeyPlaces()]).toEqual(keyPlaces);
    const [other] = createWorld({ ...usualWorld, seed: "another" }).policeKeyPlaces();
    expect(other).not.toEqual(keyPlaces[0]);
  });
});

describe("the disclosure delays of the demo", () => {
  const stories = [...world.disclosureDelays()];

  it("are three for each district: over, extended, ended before their time", () => {
    const districts = distinct(stories.map(({ delay }) => delay.districtCode));
    expect(stories).toHaveLength(3 * districts);
    expect(stories.filter(({ extensions }) => extensions.length === 1)).toHaveLength(districts);
    expect(stories.filter(({ delay }) => delay.endedEarlyAt !== null)).toHaveLength(districts);
  });

  it("are of residents, and the log says neither of whom nor why", () => {
    for (const { delay, log } of stories) {
      expect(residents.has(delay.subject)).toBe(true);
      expect(JSON.stringify(log)).not.toContain(delay.subject);
      expect(JSON.stringify(log)).not.toContain("示例");
    }
  });
});
