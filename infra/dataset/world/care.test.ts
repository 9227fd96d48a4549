import { describe, expect, it } from "vitest";
import { checkCertificateNumber } from "../../../subgraphs/civil-affairs/disability/certificate-number.ts";
import type {
  DisabilityCategory,
  DisabilityGrade,
} from "../../../subgraphs/civil-affairs/disability/disability-grade.ts";
import { isPastRetention } from "../../../subgraphs/civil-affairs/retention/record.retention.ts";
import { checkGridCode, checkMobileNumber } from "../../../subgraphs/shared/codes.ts";
import { createWorld, usualWorld } from "./world.ts";

const { today } = usualWorld;
const world = createWorld(usualWorld);
const records = [...world.careRecords()];
const elderly = records.flatMap((record) => record.elderly ?? []);
const disabilities = records.flatMap(({ disability }) => disability ?? []);
const aids = records.flatMap((record) => record.aids);
const residents = new Map([...world.residents()].map((resident) => [resident.id, resident]));
const housemates = new Map<string, number>();
for (const { householdId } of residents.values()) {
  housemates.set(householdId, (housemates.get(householdId) ?? 0) + 1);
}

const ageOf = (birthDate: string): number => {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthDate.slice(5) > today.slice(5) ? years - 1 : years;
};
const distinct = <Value>(values: readonly Value[]): number => new Set(values).size;

describe("what civil affairs keeps in the demo", () => {
  it("is a few thousand rows, of every kind", () => {
    expect(elderly.length).toBeGreaterThan(1_000);
    expect(disabilities.length).toBeGreaterThan(500);
    expect(aids.length).toBeGreaterThan(1_000);
    expect(elderly.length + disabilities.length + aids.length).toBeLessThan(6_000);
    expect(distinct(aids.map(({ kind }) => kind))).toBe(7);
    expect(distinct(aids.map(({ state }) => state))).toBe(6);
    expect(distinct(disabilities.map(({ category, grade }) => `${category}/${grade}`))).toBeGreaterThan(20);
  });

  it("has the living alone live alone, old, at their own door", () => {
    for (const { residentId, name, ageGroup } of elderly) {
      const resident = residents.get(residentId);
      expect(resident?.name).toBe(name);
      expect(housemates.get(resident?.householdId ?? "")).toBe(1);
      const age = ageOf(resident?.birthDate ?? today);
      const decade = age >= 90 ? "AGED_90" : age >= 80 ? "AGED_80" : "AGED_70";
      expect(ageGroup.startsWith(decade), `${age}: ${ageGroup}`).toBe(true);
    }
    expect(distinct(elderly.map(({ address }) => address))).toBe(elderly.length);
    for (const { contactPhone, placeCode } of elderly) {
      if (contactPhone) expect(checkMobileNumber(contactPhone)).toBeUndefined();
      expect(checkGridCode(placeCode)).toBeUndefined();
    }
  });

  it("has certificates that are right in every digit (GB/T 26341)", () => {
    for (const { residentId, certificateNumber, category, grade } of disabilities) {
      const certified = { category: category as DisabilityCategory, grade: grade as DisabilityGrade };
      expect(checkCertificateNumber(certificateNumber, certified)).toBeUndefined();
      expect(certificateNumber.slice(0, 18)).toBe(residents.get(residentId)?.residentNumber);
    }
  });

  it("gives each aid one number, and nobody two that exclude each other", () => {
    expect(distinct(aids.map(({ number }) => number))).toBe(aids.length);
    const open = aids.filter(({ state }) => state !== "REFUSED" && state !== "STOPPED");
    const group = (kind: string) =>
      ["MINIMUM_LIVING_ALLOWANCE", "DESTITUTE_SUPPORT"].includes(kind) ? "SUBSISTENCE" : kind;
    expect(distinct(open.map(({ residentId, kind }) => `${residentId}/${group(kind)}`))).toBe(open.length);
  });

  it("gives the residents who can sign in something of their own", () => {
    const signedIn = [...residents.values()].filter(({ personId }) => personId);
    expect(signedIn.length).toBeGreaterThan(0);
    for (const { id, personId } of signedIn) {
      const own = aids.filter(({ residentId }) => residentId === id);
      expect(own.map((aid) => aid.personId)).toContain(personId);
    }
  });

  it("keeps nothing that must be gone by then, and pays nothing whose term is over", () => {
    for (const { retainUntil } of [...elderly, ...disabilities, ...aids]) {
      expect(isPastRetention(retainUntil, today)).toBe(false);
    }
    for (const { state, paidUntil } of aids) {
      if (paidUntil && state !== "STOPPED") expect(paidUntil >= today).toBe(true);
    }
  });
});

describe("residents' committees of the demo", () => {
  const committees = [...world.residentsCommittees()];

  it("are in office in every community that is no village", () => {
    const urban = world.frame.communities.filter((community) => community.urban);
    expect(committees.map(({ communityCode }) => communityCode)).toEqual(urban.map(({ code }) => code));
    for (const { inOfficeFrom, inOfficeUntil } of committees) {
      expect(inOfficeFrom <= today && today <= inOfficeUntil).toBe(true);
    }
  });

  it("have five to nine members and one chair, who comes first", () => {
    for (const { members } of committees) {
      expect(members.length).toBeGreaterThanOrEqual(5);
      expect(members.length).toBeLessThanOrEqual(9);
      expect(members.filter(({ office }) => office === "CHAIR").map(({ rank }) => rank)).toEqual([1]);
    }
  });
});
