import { readFileSync } from "node:fs";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { CommunityClass, communityClass, parentDivision } from "../../../subgraphs/shared/codes.ts";
import { districts } from "./districts.ts";
import { type Rectangle, shareOut } from "./rectangle.ts";

/** A division (区划) with its official code and name; real, from the statistics bureau. */
export interface DivisionRow {
  /** 2, 4, 6, 9 or 12 digits; its length tells the level. */
  readonly code: string;
  readonly name: string;
  /** With every level above, as in an address. */
  readonly fullName: string;
  readonly parentCode: string | null;
}

/** Another name of a division (别名) as the fixture has it. Null dates: not known to begin, not known to end. */
interface DivisionAlias {
  readonly name: string;
  /** Null for a place that has a name in use but no code, such as 锦绣社区. */
  readonly divisionCode: string | null;
  /** The division it lies in: names repeat across the country. */
  readonly within: string;
  readonly source: string;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** A sub-district, town or township. */
export interface Street {
  readonly code: string;
  readonly name: string;
  /** As people say it: 通泰街, 马坊. */
  readonly shortName: string;
  readonly districtCode: string;
  readonly communities: readonly Community[];
}

/** A community or village and the made-up piece of land it is given. */
export interface Community {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** A residents' committee (居委会), not a village. */
  readonly urban: boolean;
  readonly street: Street;
  readonly land: Rectangle;
}

interface Fixture {
  readonly divisions: readonly Omit<DivisionRow, "parentCode">[];
  readonly aliases: readonly DivisionAlias[];
  readonly registrationAreas: readonly string[];
}

const fixture: Fixture = JSON.parse(
  readFileSync(new URL("../fixtures/divisions.json", import.meta.url), "utf8"),
);

export const divisions: readonly DivisionRow[] = fixture.divisions.map((division) => ({
  ...division,
  parentCode: parentDivision(division.code) ?? null,
}));

export const divisionAliases = fixture.aliases;
/** County codes of the provinces around, for the head of resident numbers. */
export const registrationAreas = fixture.registrationAreas;

const shortNames = new Map(divisionAliases.map(({ divisionCode, name }) => [divisionCode, name]));
const shortNameOf = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  // 马坊地区 is said 马坊, 大华山镇 大华山: the town's name without its rank.
  shortNames.get(code)?.replace(/镇$/, "") ?? name.replace(/(地区|镇|乡)$/, "");

/** Villages are wide, blocks of flats are not. */
const LAND_OF_VILLAGE = 6;

/** Every sub-district of the fixture, each with its share of the district's land, whatever scale is generated. */
export const streets: readonly Street[] = districts.flatMap(({ code: districtCode, extent }) => {
  const within = (parent: string) => divisions.filter(({ parentCode }) => parentCode === parent);
  const isUrban = ({ code }: DivisionRow) => communityClass(code) === CommunityClass.RESIDENTS_COMMITTEE;
  const landNeeded = (community: DivisionRow) => (isUrban(community) ? 1 : LAND_OF_VILLAGE);
  const needOfStreet = ({ code }: DivisionRow) =>
    within(code).reduce((sum, community) => sum + landNeeded(community), 0);

  return [...shareOut(extent, within(districtCode), needOfStreet)].map(([division, land]) => {
    const communities: Community[] = [];
    const street: Street = {
      code: division.code,
      name: division.name,
      shortName: shortNameOf(division),
      districtCode,
      communities,
    };
    for (const [community, share] of shareOut(land, within(division.code), landNeeded)) {
      const { code, name } = community;
      communities.push({
        code,
        name,
        shortName: shortNameOf(community),
        urban: isUrban(community),
        street,
        land: share,
      });
    }
    return street;
  });
});
