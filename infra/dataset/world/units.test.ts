import { describe, expect, it } from "vitest";
import { checkCreditCode } from "../../../subgraphs/shared/codes.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { namedPosts } from "../../issuer/named-posts.ts";
import { groupBy } from "./group-by.ts";
import { createWorld, usualWorld } from "./world.ts";

const world = createWorld(usualWorld);
const units = [...world.units()];
const unitCodes = new Set(units.map(({ code }) => code));
const responders = [...world.responders()];
const chiefs = [...world.chiefResponders()];
const officials = [...world.officials()];

describe("units", () => {
  it("form a tree: each code once, each parent before its children", () => {
    expect(unitCodes.size).toBe(units.length);
    const told = new Set<string>();
    for (const { code, parentCode } of units) {
      if (parentCode !== null) expect(told).toContain(parentCode);
      told.add(code);
    }
  });

  it("have the codes the districts are known by", () => {
    for (const code of [
      "430105-MARKET-SUPERVISION",
      "430105-URBAN-MANAGEMENT",
      "430105-COMMERCE",
      "430105-CITY-INVESTMENT",
      "110117-HOUSING",
      "110117-POWER-SUPPLY",
      "110117-COMMAND-CENTRE",
      "110117-PERFORMANCE-OFFICE",
      "620702-ESTABLISHMENT-OFFICE",
      "370685-DATA-BUREAU",
      "430105010",
      "430105010003",
      "620702001-ENFORCEMENT-TEAM",
    ]) {
      expect(unitCodes).toContain(code);
    }
  });

  it("nest 5 + 5 offices in every sub-district, one with a second name (GZ-1)", () => {
    const own = units.filter(({ parentCode }) => parentCode === "620702001");
    expect(own.filter(({ kind }) => kind === "INTERNAL_OFFICE")).toHaveLength(5);
    const institutions = ["PUBLIC_INSTITUTION", "GOVERNANCE_CENTRE", "ENFORCEMENT_TEAM"];
    expect(own.filter(({ kind }) => institutions.includes(kind))).toHaveLength(5);
    expect(units.find(({ code }) => code === "620702001-PUBLIC-AFFAIRS-CENTRE")?.secondName).toContain(
      "退役军人服务站",
    );
  });

  it("give 马坊 its two names, and companies no government", () => {
    expect(units.find(({ code }) => code === "110117005")).toMatchObject({
      name: "马坊地区办事处",
      secondName: "马坊镇人民政府",
    });
    expect(units.filter(({ kind, government }) => (kind === "COMPANY") === government)).toEqual([]);
  });

  it("keep the staffing floors of centres (ZY-8) and the three capabilities of Ganzhou's sub-districts (GZ-4)", () => {
    const floors = { DISTRICT: 10, SUBDISTRICT: 3, COMMUNITY: 1, GRID: 0 };
    for (const { kind, level, fullTimeStaff } of units) {
      if (kind === "GOVERNANCE_CENTRE") expect(fullTimeStaff).toBeGreaterThanOrEqual(floors[level]);
    }
    const empowered = units.filter(({ planningParticipation }) => planningParticipation);
    expect(empowered.map(({ code }) => code)).toEqual([
      "620702001",
      "620702002",
      "620702003",
      "620702004",
      "620702005",
    ]);
  });
});

describe("responders", () => {
  it("are exactly one for each department and community on the anchor day (KF-11)", () => {
    const current = responders.filter(({ validUntil }) => validUntil === null);
    const pairs = new Set(current.map(({ unitCode, communityCode }) => `${unitCode}/${communityCode}`));
    expect(pairs.size).toBe(current.length);
    const posting = units.filter(({ postsResponders }) => postsResponders);
    const wanted = world.frame.communities.reduce(
      (sum, { street }) => sum + posting.filter(({ code }) => code.startsWith(street.districtCode)).length,
      0,
    );
    expect(current).toHaveLength(wanted);
  });

  it("follow one another without overlap, and so do chiefs (KF-11, KF-12)", () => {
    const terms = [
      ...groupBy(responders, ({ unitCode, communityCode }) => `${unitCode}/${communityCode}`).values(),
      ...groupBy(chiefs, ({ unitCode }) => unitCode).values(),
    ];
    for (const holders of terms) {
      const [before, after] = holders;
      if (before && after) expect(before.validUntil).toBe(after.validFrom);
      expect(holders.filter(({ validUntil }) => validUntil === null)).toHaveLength(1);
    }
    expect(terms.some((holders) => holders.length > 1)).toBe(true);
  });

  it("have one principal officer for each department (KF-12)", () => {
    const posting = units.filter(({ postsResponders }) => postsResponders).map(({ code }) => code);
    const current = chiefs.filter(({ validUntil }) => validUntil === null);
    expect(current.map(({ unitCode }) => unitCode).sort()).toEqual(posting.sort());
  });

  it("link leaders and stations to communities, departments to sub-districts, with dates (KF-8, KF-13)", () => {
    const liaisons = [...world.liaisons()];
    const ofCommunity = liaisons.filter(({ divisionCode }) => divisionCode === "430105010003");
    expect(ofCommunity.some(({ unitCode }) => unitCode === "430105010")).toBe(true);
    expect(ofCommunity.some(({ unitCode }) => unitCode === "430105010-PUBLIC-SECURITY")).toBe(true);
    expect(liaisons.some(({ unitCode }) => unitCode === "430105-CIVIL-AFFAIRS")).toBe(true);
    expect(liaisons.every(({ unitCode }) => unitCodes.has(unitCode))).toBe(true);
  });

  it("make up joint enforcement teams and keep their home department (KF-14)", () => {
    const team = [...world.teamMembers()].filter(({ teamCode }) => teamCode === "430105010-ENFORCEMENT-TEAM");
    expect(new Set(team.map(({ homeUnitCode }) => homeUnitCode)).size).toBe(3);
    expect(
      team.every(({ homeUnitCode, teamCode }) => unitCodes.has(homeUnitCode) && unitCodes.has(teamCode)),
    ).toBe(true);
  });
});

describe("officials", () => {
  it("have ids of their own, in units that exist", () => {
    expect(new Set(officials.map(({ id }) => id)).size).toBe(officials.length);
    expect(officials.every(({ unitCode }) => unitCodes.has(unitCode))).toBe(true);
  });

  it("are those the identity provider vouches for, where it names somebody", () => {
    const seated = new Map(officials.map((official) => [official.id, official]));
    const posts: readonly Post[] = [Post.RESIDENT, Post.GRID_MEMBER];
    for (const { id, name, post, unit } of namedPosts) {
      if (posts.includes(post)) continue;
      expect(seated.get(id)).toMatchObject({ name, post, unitCode: unit });
    }
    expect(
      responders.find(
        ({ unitCode, communityCode, validUntil }) =>
          unitCode === "430105-MARKET-SUPERVISION" && communityCode === "430105010003" && validUntil === null,
      )?.personId,
    ).toBe("kaifu-market-responder");
  });
});

describe("enterprises", () => {
  const enterprises = [...world.enterprises()];

  it("have credit codes that are right, theirs alone, and plainly invented (GB 32100)", () => {
    expect(new Set(enterprises.map(({ creditCode }) => creditCode)).size).toBe(enterprises.length);
    for (const { creditCode } of enterprises) {
      expect(checkCreditCode(creditCode)).toBeUndefined();
      expect(creditCode.slice(8, 12)).toBe("FAKE");
    }
  });

  it("go by three names", () => {
    for (const { name, alsoCalled } of enterprises) expect(new Set([name, ...alsoCalled]).size).toBe(3);
  });
});
