import { contains as isWithin } from "../../../subgraphs/grids/grid/grid.boundary.ts";
import type { Grid as GridEntity } from "../../../subgraphs/grids/grid/grid.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { TownshipClass, townshipClass } from "../../../subgraphs/shared/codes.ts";
import { apportion } from "./apportion.ts";
import { Borders, type Coordinate } from "./borders.ts";
import { districts } from "./districts.ts";
import { estateNames, institutionName } from "./estate-names.ts";
import type { InstitutionType } from "./institution-type.ts";
import { namedEstates, namedInstitutions } from "./landmarks.ts";
import { dayNumber, dayText } from "./office-clock.ts";
import { type Community, streets } from "./places.ts";
import type { Random } from "./random.ts";
import { contains, type Point, type Rectangle, shareOut } from "./rectangle.ts";
import type { Scale } from "./scale.ts";

/** 基础网格 of households, 专属网格 of one institution (ZY-1, ZY-2). */
type GridKind = `${GridEntity["kind"]}`;

/** A grid (网格). Its shape is made up; no real grid boundaries are published. */
export interface GridRow {
  /** 15 digits: the community's 12 and 3; 001– basic, 501– exclusive. */
  readonly code: string;
  readonly communityCode: string;
  readonly name: string;
  readonly kind: GridKind;
  /** Null for a basic grid. */
  readonly institutionType: InstitutionType | null;
  /** Corners, counter-clockwise, the first not repeated. Western and southern edges belong to the grid. */
  readonly boundary: readonly Coordinate[];
  readonly synthetic: true;
  readonly partyBranchCode: string;
  /** How many households lie in it: 300–400 for a basic grid (ZY-1), 0 for an exclusive one. */
  readonly households: number;
  readonly validFrom: Day;
}

/** An estate (小区); its name and place are made up, but for those the source texts name. */
export interface EstateRow {
  readonly code: string;
  readonly communityCode: string;
  readonly name: string;
  readonly synthetic: true;
}

/** A grid as the other generators use it. */
export interface Grid {
  readonly code: string;
  readonly name: string;
  readonly kind: GridKind;
  readonly institution: InstitutionType | null;
  readonly community: Community;
  /** Null for villages and institutions. */
  readonly estateCode: string | null;
  /** What people call the place: its estate, village or institution. */
  readonly placeName: string;
  readonly alsoCalled: readonly string[];
  readonly households: number;
  /** Null where the buildings follow from the households. */
  readonly buildings: number | null;
  /** The first building's number: an estate over two grids counts on. */
  readonly firstBuilding: number;
  /** Before it is bent: what is simple to share out, and to place things in. */
  readonly land: Rectangle;
  /** Corners of `land` that belong to exclusive grids. */
  readonly cuts: readonly Cut[];
  /** As it is on the map: corners, counter-clockwise. */
  readonly boundary: readonly Coordinate[];
  readonly branchCode: string;
  readonly validFrom: Day;
}

type Plan = Omit<Grid, "boundary">;

interface Cut {
  readonly corner: Corner;
  readonly land: Rectangle;
}

const corners = ["SOUTH_WEST", "NORTH_EAST", "SOUTH_EAST", "NORTH_WEST"] as const;
type Corner = (typeof corners)[number];

/** A corner of less than half the width and height: four of them never meet. */
function cutCorner({ west, south, east, north }: Rectangle, corner: Corner, random: Random): Rectangle {
  const width = Math.round((east - west) * (0.15 + 0.2 * random.fraction()));
  const height = Math.round((north - south) * (0.15 + 0.2 * random.fraction()));
  const isWest = corner.endsWith("WEST");
  const isSouth = corner.startsWith("SOUTH");
  return {
    west: isWest ? west : east - width,
    east: isWest ? west + width : east,
    south: isSouth ? south : north - height,
    north: isSouth ? south + height : north,
  };
}

/** Borders are drawn to a decimetre: what stands closer to one than this, in millionths of a degree, may be across it. */
const CLOSE = 3;

const wider = ({ west, south, east, north }: Rectangle, by: number): Rectangle => ({
  west: west - by,
  south: south - by,
  east: east + by,
  north: north + by,
});

/** Whether a point of the plan lies in the grid, and not on its very edge. */
export const liesIn = (grid: Plan, point: Point): boolean =>
  contains(wider(grid.land, -CLOSE), point) &&
  !grid.cuts.some((cut) => contains(wider(cut.land, CLOSE), point));

/** Whether a place on the map lies in the grid. Of all grids of a world, exactly one says so for any place of their land. */
export const covers = (grid: Grid, [longitude, latitude]: Coordinate): boolean =>
  isWithin(pointsOf(grid.boundary), { longitude, latitude });

const pointsOf = (corners: readonly Coordinate[]) =>
  corners.map(([longitude, latitude]) => ({ longitude, latitude }));

/** Some point of the grid. */
export function pointIn(grid: Grid, random: Random): Point {
  const { west, south, east, north } = grid.land;
  for (;;) {
    const point = { x: random.between(west, east - 1), y: random.between(south, north - 1) };
    if (liesIn(grid, point)) return point;
  }
}

/** The corners of its plan, counter-clockwise. */
function cornersOfPlan({ land, cuts }: Plan): Point[] {
  const { west, south, east, north } = land;
  const cutAt = (corner: Corner) => cuts.find((cut) => cut.corner === corner)?.land;
  const [sw, se, ne, nw] = [
    cutAt("SOUTH_WEST"),
    cutAt("SOUTH_EAST"),
    cutAt("NORTH_EAST"),
    cutAt("NORTH_WEST"),
  ];
  const corners = [
    ...(sw
      ? [
          [west, sw.north],
          [sw.east, sw.north],
          [sw.east, south],
        ]
      : [[west, south]]),
    ...(se
      ? [
          [se.west, south],
          [se.west, se.north],
          [east, se.north],
        ]
      : [[east, south]]),
    ...(ne
      ? [
          [east, ne.south],
          [ne.west, ne.south],
          [ne.west, north],
        ]
      : [[east, north]]),
    ...(nw
      ? [
          [nw.east, north],
          [nw.east, nw.south],
          [west, nw.south],
        ]
      : [[west, north]]),
  ];
  return corners.map(([x = 0, y = 0]) => ({ x, y }));
}

export const gridRow = (grid: Grid): GridRow => ({
  code: grid.code,
  communityCode: grid.community.code,
  name: grid.name,
  kind: grid.kind,
  institutionType: grid.institution,
  boundary: grid.boundary,
  synthetic: true,
  partyBranchCode: grid.branchCode,
  households: grid.households,
  validFrom: grid.validFrom,
});

/** The estates of the grids; one may lie in two. */
export function* estates(grids: readonly Grid[]): Iterable<EstateRow> {
  const told = new Set<string>();
  for (const { estateCode: code, community, placeName } of grids) {
    if (!code || told.has(code)) continue;
    told.add(code);
    yield { code, communityCode: community.code, name: placeName, synthetic: true };
  }
}

/** How many grids and branches a community has. */
interface Count {
  readonly basic: number;
  readonly exclusive: number;
  readonly branches: number;
}

/** Grids of a branch on average: 112 to 47 (GZ-13). */
const GRIDS_OF_BRANCH = 2.4;

function countsOf(random: Random, scale: Scale): Map<Community, Count> {
  const counts = new Map<Community, Count>();
  for (const community of scale.streets.flatMap((street) => street.communities)) {
    const dice = random.split(`count/${community.code}`);
    const named =
      namedEstates.find(({ communityCode }) => communityCode === community.code)?.households.length ?? 0;
    const [fewest, most] = scale.urbanGrids;
    const [fewestExclusive, mostExclusive] = scale.urbanExclusives;
    const basic = community.urban ? (dice.chance(0.7) ? fewest : dice.between(fewest, most)) : 1;
    const exclusive = community.urban
      ? dice.between(fewestExclusive, mostExclusive)
      : Number(dice.chance(0.35));
    const grids = Math.max(basic, named);
    counts.set(community, { basic: grids, exclusive, branches: Math.ceil(grids / GRIDS_OF_BRANCH) });
  }
  if (scale.whole) for (const district of districts) countAsTold(district, counts, random);
  return counts;
}

/** Spreads the source text's numbers over the urban communities of the district's sub-districts (街道). */
function countAsTold(
  { code, counted }: (typeof districts)[number],
  counts: Map<Community, Count>,
  random: Random,
): void {
  if (!counted) return;
  const communities = [...counts.keys()].filter(
    (community) =>
      community.urban &&
      community.street.districtCode === code &&
      townshipClass(community.code) === TownshipClass.SUBDISTRICT,
  );
  const weights = communities.map((community) => 2 + random.split(`told/${community.code}`).fraction());
  const basic = apportion(counted.basicGrids, weights);
  const exclusive = counted.exclusiveGrids ? apportion(counted.exclusiveGrids, weights) : [];
  const branches = counted.branches ? apportion(counted.branches, basic) : [];
  communities.forEach((community, index) => {
    const before = counts.get(community);
    const grids = basic[index];
    if (!before || !grids) return;
    counts.set(community, {
      basic: grids,
      exclusive: exclusive[index] ?? before.exclusive,
      branches: branches[index] ?? Math.ceil(grids / GRIDS_OF_BRANCH),
    });
  });
}

const sequence = (number: number): string => String(number).padStart(3, "0");

const estateCodeOf = (community: Community, number: number): string =>
  `${community.code}-E${String(number).padStart(2, "0")}`;

const branchCodeOf = (community: Community, number: number): string =>
  `${community.code}-B${String(number).padStart(2, "0")}`;

function gridsOf(community: Community, count: Count, random: Random): Plan[] {
  const numbers = Array.from({ length: count.basic }, (_, index) => index);
  const lands = shareOut(community.land, numbers, () => 1);
  const estateWords = estateNames(random.split("estates"), community, count.basic);
  const named = namedEstates.find(({ communityCode }) => communityCode === community.code);
  const validFrom = dayText(dayNumber("2019-03-01") + random.split("established").between(0, 900));
  const branchOf = (index: number): string =>
    branchCodeOf(community, 1 + Math.floor((index * count.branches) / count.basic));

  const institutions = institutionsOf(community, count.exclusive, random);
  const cuts = institutions.map((_, index): Cut & { readonly host: number } => {
    const host = index % count.basic;
    const corner = corners[Math.floor(index / count.basic)];
    const land = lands.get(host);
    if (!corner || !land) throw new RangeError(`${community.code} has no corner left for an exclusive grid`);
    return { host, corner, land: cutCorner(land, corner, random.split(`cut/${index}`)) };
  });

  const basics = numbers.flatMap((index): Plan[] => {
    const land = lands.get(index);
    if (!land) return [];
    const isNamed = named !== undefined && index < named.households.length;
    const households = named?.households[index] ?? random.split(`households/${index}`).between(305, 395);
    return [
      {
        code: `${community.code}${sequence(index + 1)}`,
        name: `${community.shortName}第${index + 1}网格`,
        kind: "BASIC",
        institution: null,
        community,
        estateCode: community.urban ? estateCodeOf(community, isNamed ? 1 : index + 1) : null,
        placeName: isNamed ? named.name : (estateWords[index] ?? ""),
        alsoCalled: [],
        households,
        buildings: named?.buildings[index] ?? null,
        firstBuilding: named?.buildings[index]
          ? 1 + named.buildings.slice(0, index).reduce((sum, buildings) => sum + buildings, 0)
          : 1,
        land,
        cuts: cuts.filter(({ host }) => host === index),
        branchCode: branchOf(index),
        validFrom,
      },
    ];
  });
  const exclusives = institutions.flatMap((institution, index): Plan[] => {
    const cut = cuts[index];
    if (!cut) return [];
    return [
      {
        code: `${community.code}${sequence(501 + index)}`,
        name: `${institution.name}专属网格`,
        kind: "EXCLUSIVE",
        institution: institution.institution,
        community,
        estateCode: null,
        placeName: institution.name,
        alsoCalled: institution.alsoCalled,
        households: 0,
        buildings: null,
        firstBuilding: 1,
        land: cut.land,
        cuts: [],
        branchCode: branchOf(cut.host),
        validFrom,
      },
    ];
  });
  return [...basics, ...exclusives];
}

const URBAN_INSTITUTIONS: readonly InstitutionType[] = ["MARKET", "SCHOOL", "HOSPITAL", "PARK"];

function institutionsOf(community: Community, count: number, random: Random) {
  const named = namedInstitutions.filter(({ communityCode }) => communityCode === community.code);
  const first = random.split("institution").between(0, 3);
  const invented = Array.from({ length: Math.max(count - named.length, 0) }, (_, index) => {
    const institution = URBAN_INSTITUTIONS[(first + index) % 4] ?? "MARKET";
    return { institution, ...institutionName(random.split(`institution/${index}`), community, institution) };
  });
  return [...named, ...invented];
}

/** Every grid of a world, by community in the order of their codes. */
export function gridsOfWorld(root: Random, scale: Scale): Grid[] {
  const random = root.split("grids");
  const plans = [...countsOf(random, scale)].flatMap(([community, count]) =>
    gridsOf(community, count, random.split(community.code)),
  );
  const borders = new Borders([
    ...streets.flatMap(({ communities }) => communities.map(({ land }) => land)),
    ...plans.flatMap(({ land, cuts }) => [land, ...cuts.map((cut) => cut.land)]),
  ]);
  return plans.map((plan) => ({ ...plan, boundary: borders.along(cornersOfPlan(plan)) }));
}
