import type { DataSource } from "typeorm";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { residentNumberCheck } from "../shared/codes.ts";
import {
  type Access,
  type CaseScope,
  Post,
  type Principal,
  Rows,
  servicePrincipal,
} from "../shared/principal.ts";
import { Aid } from "./aid/aid.ts";
import { AidKind } from "./aid/aid-kind.ts";
import { AidState } from "./aid/aid-state.ts";
import { civilAffairs } from "./civil-affairs.subgraph.ts";
import { certificateSuffix } from "./disability/certificate-number.ts";
import { Disability } from "./disability/disability.ts";
import { DisabilityCategory, DisabilityGrade } from "./disability/disability-grade.ts";
import {
  AgeGroup,
  ContactRelation,
  ElderlyLivingAlone,
  LivingSituation,
} from "./elderly-living-alone/elderly-living-alone.ts";
import { RecordSource } from "./record-source.ts";
import { CommitteeMember, CommitteeOffice } from "./residents-committee/committee-member.ts";
import { ResidentsCommittee } from "./residents-committee/residents-committee.ts";

/** 连升街社区 of 通泰街: two grids; and a community of the next sub-district. All people are invented. */
export const street = "430105010";
export const liansheng = `${street}003`;
export const west = `${liansheng}001`;
export const east = `${liansheng}002`;
export const elsewhere = "430105001001";
export const elsewhereGrid = `${elsewhere}001`;

export const today = "2026-06-01";

export const residentId = (number: number): string => `430105-R${String(number).padStart(4, "0")}`;
export const aidNumber = (number: number): string => `430105-AID-20260101-${String(number).padStart(4, "0")}`;

/** 黎桂兰 of the western grid, 易福生 of the eastern, 唐素芳 of a building that no grid covers, 熊德明 of the next sub-district. */
export const li = residentId(1);
export const yi = residentId(2);
export const tang = residentId(3);
export const xiong = residentId(4);

const caseOf = (...residents: string[]): CaseScope => ({
  number: "430105-20260520-000001",
  tickets: ["430105-20260520-000001"],
  whistles: [],
  residents,
  businesses: [],
  // The case happened where others live too: that does not make them part of it.
  buildings: ["PLATE-0001"],
  grids: [west, east],
});

const bureau = "430105-CIVIL-AFFAIRS";

export const people = {
  chief: person(Post.CHIEF_RESPONDER, { unit: bureau, division: "430105" }),
  officer: person(Post.RESPONDER, { unit: bureau, division: "430105", id: "officer-of-the-bureau" }),
  streetOfficer: person(Post.RESPONDER, { unit: `${street}-CIVIL-AFFAIRS`, division: street }),
  steward: person(Post.DATA_STEWARD, { unit: bureau, division: "430105" }),
  otherBureau: person(Post.CHIEF_RESPONDER, { unit: "110117-CIVIL-AFFAIRS", division: "110117" }),
  resident: person(Post.RESIDENT, { unit: liansheng, id: "li-guilan" }),
  neighbour: person(Post.RESIDENT, { unit: liansheng, id: "somebody-else" }),
  gridMember: person(Post.GRID_MEMBER, { unit: liansheng }),
  secretary: person(Post.COMMUNITY_SECRETARY, { unit: liansheng }),
  otherSecretary: person(Post.COMMUNITY_SECRETARY, { unit: elsewhere }),
  streetLeader: person(Post.SUBDISTRICT_LEADER, { unit: street }),
  districtLeader: person(Post.DISTRICT_LEADER, { unit: "430105" }),
  health: person(Post.RESPONDER, { unit: "430105-HEALTH", division: street }),
  otherDistrict: person(Post.DISTRICT_LEADER, { unit: "110117" }),
  service: servicePrincipal("evaluation"),
} as const;

/** The principal with a grant of civil affairs in force. */
export const granted = (
  principal: Principal,
  rows: Rows,
  { on = [], ...access }: Partial<Access> & { on?: readonly string[] } = {},
): Principal => ({
  ...principal,
  access: {
    basis: "4301058030100100",
    rows: { Aid: rows, ElderlyLivingAlone: rows, Disability: rows },
    clear: [],
    ...(rows === Rows.THIS_CASE && { case: caseOf(...on) }),
    ...access,
  },
});

/** Every kind of reach, and which of the four old people it opens. */
export const reaches: readonly (readonly [string, Principal | undefined, readonly string[]])[] = [
  ["nobody signed in: nothing", undefined, []],
  ["the bureau: its district", people.chief, [li, yi, tang, xiong]],
  ["its officer for the sub-district: that sub-district", people.streetOfficer, [li, yi, tang]],
  ["the bureau of another district: nothing", people.otherBureau, []],
  ["a resident: what is about themselves", people.resident, [li]],
  ["another resident: nothing", people.neighbour, []],
  ["another department: nothing", people.health, []],
  ["another department, granted its division", granted(people.health, Rows.OWN_DIVISION), [li, yi, tang]],
  ["another department, granted the case", granted(people.health, Rows.THIS_CASE, { on: [yi] }), [yi]],
  [
    "granted by case, without a case: nothing",
    granted(people.health, Rows.THIS_CASE, { case: undefined }),
    [],
  ],
  ["another department, granted all", granted(people.health, Rows.ALL), [li, yi, tang, xiong]],
  ["a grid member without a grant: nothing", people.gridMember, []],
  [
    "a grid member, granted the own grids",
    granted(people.gridMember, Rows.OWN_GRIDS, { grids: [west] }),
    [li],
  ],
  ["granted the own grids, serving none: nothing", granted(people.gridMember, Rows.OWN_GRIDS), []],
  ["the community's secretary without a grant: nothing", people.secretary, []],
  ["the sub-district's leader without a grant: nothing", people.streetLeader, []],
  ["a service: nothing", people.service, []],
];

const asRecorded = {
  districtCode: "430105",
  source: RecordSource.HOUSEHOLD_VISIT,
  recordedOn: "2026-01-10",
  validUntil: "2027-01-09",
  retainUntil: "2028-01-09",
} as const;

/** Somebody old who lives alone, valid today, unless it is said otherwise. */
export const elderly = (
  number: number,
  placeCode: string,
  given: Partial<ElderlyLivingAlone> = {},
): Partial<ElderlyLivingAlone> => ({
  ...asRecorded,
  residentId: residentId(number),
  personId: null,
  placeCode,
  name: "黎桂兰",
  address: "通泰街街道连升街社区3号楼2单元301室",
  ageGroup: AgeGroup.AGED_70_TO_79,
  livingSituation: LivingSituation.CHILDREN_ELSEWHERE,
  usesSmartphone: true,
  contactName: "黎建国",
  contactPhone: "15412345678",
  contactRelation: ContactRelation.CHILD,
  ...given,
});

/** An old-age allowance in payment, unless it is said otherwise. */
export const aid = (number: number, placeCode: string, given: Partial<Aid> = {}): Partial<Aid> => ({
  districtCode: "430105",
  number: aidNumber(number),
  residentId: residentId(number),
  personId: null,
  placeCode,
  recipientName: "黎桂兰",
  kind: AidKind.OLD_AGE_ALLOWANCE,
  state: AidState.IN_PAYMENT,
  source: RecordSource.APPLICATION,
  appliedAt: new Date("2026-01-01T09:00:00+08:00"),
  applicationReason: "年满八十周岁",
  reviewedAt: new Date("2026-01-05T09:00:00+08:00"),
  reviewerId: "somebody",
  reviewOpinion: "情况属实",
  decidedAt: new Date("2026-01-08T09:00:00+08:00"),
  refusalReason: null,
  monthlyAmountFen: 10_000,
  paidFrom: "2026-01-10",
  paidUntil: null,
  reviewDueOn: "2027-01-10",
  stopReason: null,
  stoppedAt: null,
  retainUntil: "2032-01-10",
  version: 1,
  ...given,
});

/** A number that is right in every digit and belongs to nobody: sequence 000 is not issued. */
export function certificateNumber(
  birth: string,
  category: DisabilityCategory,
  grade: DisabilityGrade,
): string {
  const first17 = `430105${birth}000`;
  return `${first17}${residentNumberCheck(first17)}${certificateSuffix(category, grade)}`;
}

export const disability = (
  number: number,
  placeCode: string,
  given: Partial<Disability> = {},
): Partial<Disability> => {
  const { category = DisabilityCategory.PHYSICAL, grade = DisabilityGrade.TWO } = given;
  return {
    districtCode: "430105",
    residentId: residentId(number),
    personId: null,
    placeCode,
    category,
    grade,
    certificateNumber: certificateNumber(`1950030${number}`, category, grade),
    source: RecordSource.REGISTER_EXCHANGE,
    issuedOn: "2020-05-06",
    validUntil: "2030-05-05",
    retainUntil: "2032-05-05",
    ...given,
  };
};

/** Four old people who live alone, each with an allowance and a certificate. */
export async function seedFourPeople({ manager }: DataSource): Promise<void> {
  const everybody = [
    [1, west, "li-guilan"],
    [2, east, null],
    [3, liansheng, null],
    [4, elsewhereGrid, null],
  ] as const;
  await manager.insert(
    ElderlyLivingAlone,
    everybody.map(([number, place, personId]) => elderly(number, place, { personId })),
  );
  await manager.insert(
    Aid,
    everybody.map(([number, place, personId]) => aid(number, place, { personId })),
  );
  await manager.insert(
    Disability,
    everybody.map(([number, place, personId]) => disability(number, place, { personId })),
  );
}

/** The committee elected in 2021, and the one before it. */
export async function seedCommittees({ manager }: DataSource): Promise<void> {
  const committee = {
    districtCode: "430105",
    communityCode: liansheng,
    source: RecordSource.COMMUNITY_REPORT,
  };
  await manager.insert(ResidentsCommittee, [
    {
      ...committee,
      electedOn: "2016-06-18",
      term: 5,
      inOfficeFrom: "2016-06-20",
      inOfficeUntil: "2021-06-19",
      officePhone: "15490000001",
      retainUntil: "2031-06-19",
    },
    {
      ...committee,
      electedOn: "2021-06-19",
      term: 6,
      inOfficeFrom: "2021-06-20",
      inOfficeUntil: "2026-06-19",
      officePhone: "15490000002",
      retainUntil: "2036-06-19",
    },
  ]);
  const { source: _, ...member } = committee;
  await manager.insert(CommitteeMember, [
    { ...member, electedOn: "2016-06-18", rank: 1, name: "前主任", office: CommitteeOffice.CHAIR },
    { ...member, electedOn: "2021-06-19", rank: 2, name: "谭思敏", office: CommitteeOffice.VICE_CHAIR },
    { ...member, electedOn: "2021-06-19", rank: 1, name: "罗建湘", office: CommitteeOffice.CHAIR },
    { ...member, electedOn: "2021-06-19", rank: 3, name: "文小平", office: CommitteeOffice.MEMBER },
  ]);
}

/** Civil affairs with four people in its database. */
export async function openLiansheng(): Promise<TestSubgraph> {
  const subgraph = await openTestSubgraph(civilAffairs);
  await seedFourPeople(subgraph.database);
  return subgraph;
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
