import { describe, expect, it } from "vitest";
import {
  checkMobileNumber,
  checkResidentNumber,
  residentNumberParts,
} from "../../../subgraphs/shared/codes.ts";
import { buildingRows, buildingsIn } from "./buildings.ts";
import { Families } from "./families.ts";
import { frameOf } from "./frame.ts";

const frame = frameOf("families", "demo", "2026-11-01");
const buildingsOf = buildingsIn(frame);
const families = new Families(frame, buildingsOf);
const buildings = [...buildingRows(frame, buildingsOf)];
const households = [...families.households()];
const residents = [...families.residents()];

const distinct = <Value>(values: readonly Value[]): number => new Set(values).size;

describe("buildings and households", () => {
  it("carry plates that differ and tell nothing of each other (ZY-14)", () => {
    expect(distinct(buildings.map(({ code }) => code))).toBe(buildings.length);
    const shared = buildings
      .slice(1)
      .filter(({ code }, index) => code.slice(0, 3) === buildings[index]?.code.slice(0, 3));
    expect(shared.length).toBeLessThan(3);
  });

  it("put 767 households into the 12 buildings of 南区回迁小区", () => {
    const south = buildings.filter(({ estateCode }) => estateCode === "110117005001-E01");
    expect(south.map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, index) => `${index + 1}号楼`),
    );
    const codes = south.map(({ code }) => code);
    expect(households.filter(({ buildingCode }) => codes.includes(buildingCode))).toHaveLength(767);
  });

  it("give every household a door of its own", () => {
    expect(households.length).toBeGreaterThan(40_000);
    expect(households.length).toBeLessThan(60_000);
    expect(distinct(households.map(({ id }) => id))).toBe(households.length);
    expect(distinct(households.map(({ buildingCode, door }) => `${buildingCode}/${door}`))).toBe(
      households.length,
    );
  });
});

describe("residents", () => {
  it("have resident numbers that are right, theirs alone, and nobody's: sequence 000 (GB 11643)", () => {
    expect(distinct(residents.map(({ residentNumber }) => residentNumber))).toBe(residents.length);
    const wrong = residents.filter(
      ({ residentNumber, birthDate }) =>
        checkResidentNumber(residentNumber, "2026-11-01") !== undefined ||
        residentNumberParts(residentNumber).birthDate !== birthDate ||
        residentNumber.slice(14, 17) !== "000",
    );
    expect(wrong).toEqual([]);
  });

  it("have telephones of a prefix no network was given, each their own", () => {
    const phones = residents.flatMap(({ phone }) => phone ?? []);
    expect(distinct(phones)).toBe(phones.length);
    expect(phones.filter((phone) => checkMobileNumber(phone) || !phone.startsWith("154"))).toEqual([]);
  });

  it("live in households with one head each", () => {
    expect(residents.filter(({ relation }) => relation === "HEAD")).toHaveLength(households.length);
    expect(distinct(residents.map(({ householdId }) => householdId))).toBe(households.length);
    expect(distinct(residents.map(({ id }) => id))).toBe(residents.length);
  });

  it("have names as people have: few share one", () => {
    expect(distinct(residents.map(({ name }) => name))).toBeGreaterThan(residents.length / 4);
    expect(residents.filter(({ name }) => !/^\p{Script=Han}{2,4}$/u.test(name))).toEqual([]);
  });

  it("are of all ages and both sexes, in every kind of family", () => {
    expect(distinct(residents.map(({ relation }) => relation))).toBe(6);
    const years = residents.map(({ birthDate }) => Number(birthDate.slice(0, 4)));
    expect(years.reduce((least, year) => Math.min(least, year))).toBeLessThan(1935);
    expect(years.reduce((most, year) => Math.max(most, year))).toBe(2026);
    const women = residents.filter(({ sex }) => sex === "FEMALE").length / residents.length;
    expect(women).toBeGreaterThan(0.45);
    expect(women).toBeLessThan(0.55);
  });

  it("include whom the identity provider knows by name", () => {
    expect(residents.flatMap(({ personId }) => personId ?? []).sort()).toEqual([
      "kaifu-resident",
      "pinggu-resident",
    ]);
  });
});
