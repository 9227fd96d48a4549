import type { DataSource } from "typeorm";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { Sex } from "../shared/codes.ts";
import { Post } from "../shared/principal.ts";
import { PartyBranch } from "./branch/party-branch.ts";
import { Building } from "./building/building.ts";
import { Division } from "./division/division.ts";
import { Estate } from "./estate/estate.ts";
import type { Boundary } from "./grid/grid.boundary.ts";
import { Grid, GridKind, InstitutionType } from "./grid/grid.ts";
import { grids } from "./grids.subgraph.ts";
import { Household } from "./household/household.ts";
import { GridAssignment } from "./member/grid-assignment.ts";
import { GridMember } from "./member/grid-member.ts";
import { MemberDuty } from "./member/member-duty.ts";
import { NetworkGrid, SourceNetwork } from "./network/network-grid.ts";
import { PlaceAlias } from "./place/place-alias.ts";
import { HouseholdRelation, RegistrationPlace, Resident } from "./resident/resident.ts";

/** Land in whole hundredths of a degree, so that neighbours share their edges exactly. */
const land = (west: number, south: number, east: number, north: number): Boundary =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([x = 0, y = 0]) => ({ longitude: x / 100, latitude: y / 100 }));

/** 汇景社区 of 马坊: two basic grids side by side, a market drawn into the eastern one, and the village next door. */
export const huijing = "110117005001";
export const westGrid = `${huijing}001`;
export const eastGrid = `${huijing}002`;
export const marketGrid = `${huijing}501`;
export const villageGrid = "110117005201001";
export const southEstate = `${huijing}-E01`;
export const plateOf = (number: number): string => `PLATE-${String(number).padStart(4, "0")}`;
export const householdId = (number: number): string => `110117-H${String(number).padStart(4, "0")}`;

export const people = {
  resident: person(Post.RESIDENT, { unit: huijing, id: "an-xiulan", scopes: ["resident:self"] }),
  westMember: person(Post.GRID_MEMBER, { unit: huijing, id: "yu-haitao", scopes: ["resident:read"] }),
  buildingHead: person(Post.GRID_MEMBER, { unit: huijing, id: "jia-fu", scopes: ["resident:read"] }),
  secretary: person(Post.COMMUNITY_SECRETARY, { unit: huijing, scopes: ["resident:read"] }),
  otherSecretary: person(Post.COMMUNITY_SECRETARY, { unit: "110117005201", scopes: ["resident:read"] }),
  streetLeader: person(Post.SUBDISTRICT_LEADER, { unit: "110117005" }),
  bureau: person(Post.RESPONDER, { unit: "110117-HOUSING", division: "110117" }),
  steward: person(Post.DATA_STEWARD, { unit: "110117-DATA-BUREAU", division: "110117" }),
} as const;

const divisions: readonly (readonly [code: string, name: string])[] = [
  ["11", "北京市"],
  ["1101", "市辖区"],
  ["110117", "平谷区"],
  ["110117005", "马坊地区"],
  [huijing, "汇景社区居委会"],
  ["110117005201", "二条街村委会"],
  ["110117004", "峪口地区"],
  ["110117004001", "西凡各庄社区居委会"],
  ["37", "山东省"],
  ["3706", "烟台市"],
  ["370685", "招远市"],
  ["370685003", "梦芝街道"],
];

const grid = (
  code: string,
  name: string,
  boundary: Boundary,
  branch: string | null,
  institutionType: InstitutionType | null = null,
) => ({
  code,
  name,
  boundary,
  institutionType,
  communityCode: code.slice(0, 12),
  kind: institutionType ? GridKind.EXCLUSIVE : GridKind.BASIC,
  synthetic: true,
  partyBranchCode: branch,
  validFrom: "2019-01-01" as const,
});

const building = (number: number, gridCode: string | null, estateCode: string | null, name: string) => ({
  code: plateOf(number),
  gridCode,
  estateCode,
  name,
  communityCode: huijing,
  address: `马坊地区汇景${estateCode ? "南区回迁小区" : ""}${name}`,
  longitude: 117.005,
  latitude: 40.005,
  synthetic: true,
});

const member = (id: string, personId: string, name: string, kindCode: string) => ({
  id: `110117-${id}`,
  personId,
  name,
  kindCode,
  divisionCode: huijing,
  phone: "13800000001",
  services: "代办证件、上门走访",
});

/** Invented people in real divisions: buildings 1 and 11 in the west, 2 in the east, 3 in no grid; 10 homes in each. */
export async function seedMafang({ manager }: DataSource): Promise<void> {
  await manager.insert(
    Division,
    divisions.map(([code, name]) => ({ code, name })),
  );
  await manager.insert(PartyBranch, [
    { code: `${huijing}-B01`, name: "汇景网格第一党支部", communityCode: huijing, secretaryName: "贾春生" },
  ]);
  await manager.insert(Grid, [
    grid(westGrid, "汇景第1网格", land(11700, 4000, 11701, 4002), `${huijing}-B01`),
    grid(eastGrid, "汇景第2网格", land(11701, 4000, 11703, 4002), `${huijing}-B01`),
    grid(marketGrid, "马坊集贸市场专属网格", land(11702, 4001, 11703, 4002), null, InstitutionType.MARKET),
    grid(villageGrid, "二条街第1网格", land(11700, 4002, 11703, 4003), null),
  ]);
  await manager.insert(NetworkGrid, [
    {
      districtCode: "110117",
      network: SourceNetwork.URBAN_MANAGEMENT,
      networkGridId: "CG-0815",
      gridCode: eastGrid,
    },
    {
      districtCode: "110117",
      network: SourceNetwork.PUBLIC_SECURITY,
      networkGridId: "ZA-31",
      gridCode: eastGrid,
    },
  ]);
  await manager.insert(Estate, [
    { code: southEstate, communityCode: huijing, name: "南区回迁小区", synthetic: true },
    { code: `${huijing}-E02`, communityCode: huijing, name: "汇景家园", synthetic: true },
    { code: "110117004001-E01", communityCode: "110117004001", name: "汇景家园", synthetic: true },
  ]);
  await manager.insert(Building, [
    building(1, westGrid, southEstate, "1号楼"),
    building(11, westGrid, southEstate, "11号楼"),
    building(2, eastGrid, southEstate, "2号楼"),
    building(3, null, null, "临街商铺"),
  ]);
  const alias = { source: "common usage" };
  await manager.insert(PlaceAlias, [
    {
      ...alias,
      name: "马坊镇",
      withinCode: "110117",
      divisionCode: "110117005",
      source: "平谷融媒 2022-06-30",
    },
    { ...alias, name: "汇景社区", withinCode: "110117005", divisionCode: huijing },
    {
      ...alias,
      name: "拆迁新村",
      withinCode: huijing,
      estateCode: southEstate,
      validTo: "2016-05-01" as const,
    },
    { ...alias, name: "马坊大集", withinCode: huijing, gridCode: marketGrid },
    { ...alias, name: "锦绣社区", withinCode: "370685003", source: "灯塔·烟台智慧党建 2021-06-11" },
  ]);
  await manager.insert(
    Household,
    [1, 11, 2, 3].flatMap((number, index) =>
      Array.from({ length: 10 }, (_, door) => ({
        districtCode: "110117",
        id: householdId(index * 10 + door + 1),
        buildingCode: plateOf(number),
        communityCode: huijing,
        gridCode: { 1: westGrid, 11: westGrid, 2: eastGrid }[number] ?? null,
        door: `1单元${door + 1}01`,
      })),
    ),
  );
  const resident = {
    districtCode: "110117",
    householdId: householdId(1),
    phone: null,
    registration: RegistrationPlace.LOCAL,
  };
  await manager.insert(Resident, [
    {
      ...resident,
      id: "110117-R0001",
      personId: "an-xiulan",
      name: "安秀兰",
      sex: Sex.FEMALE,
      birthDate: "1951-03-04",
      residentNumber: "110117195103040007",
      phone: "13800000002",
      relation: HouseholdRelation.HEAD,
    },
    {
      ...resident,
      id: "110117-R0002",
      name: "安小宝",
      sex: Sex.MALE,
      birthDate: "2026-01-15",
      relation: HouseholdRelation.GRANDCHILD,
    },
    {
      ...resident,
      id: "110117-R0003",
      householdId: householdId(21),
      name: "屈东来",
      sex: Sex.MALE,
      birthDate: "1980-07-01",
      relation: HouseholdRelation.HEAD,
    },
  ]);
  await manager.insert(GridMember, [
    member("M01", "yu-haitao", "于海涛", "FULL_TIME"),
    member("M02", "jia-fu", "贾福", "BUILDING_HEAD"),
    member("M03", "men-min", "门敏", "HOUSEHOLD_LINKED"),
  ]);
  await manager.insert(GridAssignment, [
    { id: "110117-A01", memberId: "110117-M01", gridCode: westGrid, validFrom: "2020-01-01" },
    {
      id: "110117-A02",
      memberId: "110117-M02",
      gridCode: westGrid,
      buildingCode: plateOf(11),
      validFrom: "2020-01-01",
    },
    {
      id: "110117-A03",
      memberId: "110117-M03",
      gridCode: westGrid,
      validFrom: "2020-01-01",
      validTo: "2026-01-01",
    },
  ]);
  await manager.insert(MemberDuty, [
    { memberId: "110117-M01", dutyCode: "0101" },
    { memberId: "110117-M01", dutyCode: "0301" },
  ]);
}

export interface GridsTest extends TestSubgraph {
  /** How many statements a piece of work sends to the database. */
  statements(work: () => Promise<unknown>): Promise<number>;
}

/** The subgraph with 马坊 in its database. */
export async function openMafang(): Promise<GridsTest> {
  const subgraph = await openTestSubgraph(grids);
  await seedMafang(subgraph.database);
  return {
    ...subgraph,
    async statements(work) {
      const { logger } = subgraph.database;
      const before = logger.logQuery;
      let count = 0;
      logger.logQuery = () => {
        count += 1;
      };
      await work().finally(() => {
        logger.logQuery = before;
      });
      return count;
    },
  };
}

export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads a list page by page to its end. */
export async function readToEnd<Node>(
  read: (after: string | null) => Promise<Connection<Node>>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Connection<Node> = await read(after);
    nodes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}
