import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import type { GraphClient } from "../shared/graph-client.ts";
import { type Access, type CaseScope, Post, type Principal, type Rows } from "../shared/principal.ts";
import { cityManagement } from "./city-management.subgraph.ts";
import { Component, ComponentState } from "./component/component.ts";
import { EnforcementTeam } from "./enforcement-team/enforcement-team.ts";
import { EnforcementTeamMember } from "./enforcement-team/enforcement-team-member.ts";
import { FoundBy, StreetOrderCase } from "./street-order-case/street-order-case.ts";
import { StreetOrderState } from "./street-order-case/street-order-state.ts";
import { StreetOrderKind } from "./street-order-class/street-order-class.ts";
import { StreetOrderLimitUnit, StreetOrderStandard } from "./street-order-standard/street-order-standard.ts";

/** 通泰街 with two grids of 连升街社区, and a street next door. */
export const kaifu = {
  district: "430105",
  street: "430105010",
  community: "430105010003",
  grid: "430105010003001",
  nextGrid: "430105010003002",
  otherStreet: "430105001",
  otherGrid: "430105001001001",
  bureau: "430105-URBAN-MANAGEMENT",
  station: "430105010-URBAN-MANAGEMENT",
  sanitation: "430105-SANITATION",
  market: "430105-MARKET-SUPERVISION",
  emergency: "430105-EMERGENCY-MANAGEMENT",
  supervisionCentre: "430105-SUPERVISION-CENTRE",
  commandCentre: "430105-COMMAND-CENTRE",
  team: "430105010-ENFORCEMENT-TEAM",
  /** 3号路灯, in the first grid. */
  lamp: "4301050103000001",
  cover: "4301050102000001",
  tree: "4301050401000001",
  /** A noodle shop that keeps its tables on the pavement. */
  noodleShop: "91430105FAKE000128",
  ticket: "430105-20260520-000007",
} as const;

const opened = (rows: Rows, more: Partial<Access> = {}): Access => ({
  basis: "4301058010300100",
  rows: { StreetOrderCase: rows, StreetOrderStep: rows },
  clear: [],
  ...more,
});

/** The same person under a grant of the owner's. */
export const granted = (principal: Principal, rows: Rows, more: Partial<Access> = {}): Principal => ({
  ...principal,
  access: opened(rows, more),
});

export const nothingOfTheCase: CaseScope = {
  number: "430105-20260101-000001",
  tickets: [],
  whistles: [],
  residents: [],
  businesses: [],
  buildings: [],
  grids: [],
};

const { district, street, community } = kaifu;

export const people = {
  supervisor: person(Post.RESPONDER, { unit: kaifu.supervisionCentre, division: district }),
  dispatcher: person(Post.CENTRE_DISPATCHER, { unit: kaifu.commandCentre, division: district }),
  bureauChief: person(Post.CHIEF_RESPONDER, { unit: kaifu.bureau, division: district }),
  /** The bureau's own people posted to a street. */
  officer: person(Post.RESPONDER, { unit: kaifu.bureau, division: street, id: "he-wenbin" }),
  otherOfficer: person(Post.RESPONDER, { unit: kaifu.bureau, division: kaifu.otherStreet, id: "xia-yu" }),
  stationChief: person(Post.RESPONDER, { unit: kaifu.station, division: street }),
  sweeper: person(Post.RESPONDER, { unit: kaifu.sanitation, division: district }),
  inspector: person(Post.RESPONDER, { unit: kaifu.market, division: street }),
  gridMember: person(Post.GRID_MEMBER, { unit: community, id: "peng-weidong" }),
  nextStreet: person(Post.GRID_MEMBER, { unit: kaifu.otherStreet }),
  resident: person(Post.RESIDENT, { unit: community, id: "li-xiaoyun" }),
  neighbour: person(Post.RESIDENT, { unit: community, id: "tan-simin" }),
  service: person(Post.SERVICE, { unit: "evaluation", division: "", scopes: ["feed:read"] }),
} as const;

/** A small 开福区 for tests, with invented cases and people. */
export class Street {
  readonly #database: DataSource;
  #cases = 0;

  constructor(database: DataSource) {
    this.#database = database;
  }

  async standard(
    kind: StreetOrderKind,
    subclassCode: string,
    limitAmount: number,
    limitUnit: StreetOrderLimitUnit,
    more: Partial<StreetOrderStandard> = {},
  ): Promise<void> {
    await this.#database.manager.insert(StreetOrderStandard, {
      districtCode: district,
      kind,
      subclassCode,
      validFrom: "2026-01-01",
      registrationCondition: "现场可见、位置明确",
      limitAmount,
      limitUnit,
      closingCondition: "恢复原状",
      responsibleUnitCode: kaifu.bureau,
      sample: true,
      ...more,
    });
  }

  async component(code: string, name: string, more: Partial<Component> = {}): Promise<void> {
    await this.#database.manager.insert(Component, {
      districtCode: code.slice(0, 6),
      code,
      name,
      gridCode: kaifu.grid,
      responsibleUnitCode: kaifu.bureau,
      state: ComponentState.SOUND,
      surveyedOn: "2026-03-01",
      longitude: 112.98,
      latitude: 28.21,
      synthetic: true,
      ...more,
    });
  }

  /** A case as it stands; 店外经营 in the first grid unless told otherwise. Returns its number. */
  async case(more: Partial<StreetOrderCase> = {}): Promise<string> {
    this.#cases += 1;
    const collectedAt =
      more.collectedAt ?? new Date(`2026-05-20T09:${String(this.#cases).padStart(2, "0")}:00+08:00`);
    const number = `${district}-C-20260520-9${String(this.#cases).padStart(3, "0")}`;
    await this.#database.manager.insert(StreetOrderCase, {
      districtCode: district,
      number,
      state: StreetOrderState.COLLECTED,
      kind: StreetOrderKind.EVENT,
      subclassCode: "0502",
      componentCode: null,
      gridCode: kaifu.grid,
      place: "西长街南口",
      description: "桌椅摆到人行道上",
      foundBy: more.ticketNumber ? FoundBy.TICKET : FoundBy.ENFORCEMENT,
      ticketNumber: null,
      creditCode: null,
      partyName: null,
      partyPhone: null,
      partyPersonId: null,
      partyResidentId: null,
      collectedAt,
      handlingUnitCode: null,
      dispatchedAt: null,
      limitAmount: null,
      limitUnit: null,
      dueAt: null,
      handledAt: null,
      closedAt: null,
      version: 1,
      ...more,
    });
    return number;
  }

  async team(divisionCode: string = street): Promise<void> {
    await this.#database.manager.insert(EnforcementTeam, {
      districtCode: district,
      divisionCode,
      unitCode: `${divisionCode}-ENFORCEMENT-TEAM`,
      formedOn: "2019-09-01",
    });
  }

  async member(name: string, homeUnitCode: string, more: Partial<EnforcementTeamMember> = {}): Promise<void> {
    const id = randomUUID();
    await this.#database.manager.insert(EnforcementTeamMember, {
      districtCode: district,
      id,
      divisionCode: street,
      homeUnitCode,
      personId: id,
      name,
      phone: "15490000001",
      post: "队员",
      validFrom: "2020-01-01",
      validUntil: null,
      ...more,
    });
  }
}

/** What a dispatched case has in all its columns at once. */
export const dispatchedTo = (handlingUnitCode: string, dueAt = "2026-05-20T15:00:00+08:00") => ({
  state: StreetOrderState.DISPATCHED,
  handlingUnitCode,
  dispatchedAt: new Date("2026-05-20T10:00:00+08:00"),
  limitAmount: 4,
  limitUnit: StreetOrderLimitUnit.WORKING_HOURS,
  dueAt: new Date(dueAt),
});

/** The units that the departments subgraph knows in these tests. */
const unitsKnown: readonly string[] = [
  kaifu.bureau,
  kaifu.sanitation,
  kaifu.commandCentre,
  kaifu.supervisionCentre,
];

const graph = ((_: string, { codes }: { codes: readonly string[] }) =>
  Promise.resolve({
    units: codes.filter((code) => unitsKnown.includes(code)).map((code) => ({ code })),
  })) as GraphClient;

export interface KaifuTest extends TestSubgraph {
  readonly build: Street;
}

export async function openKaifu(): Promise<KaifuTest> {
  const subgraph = await openTestSubgraph(cityManagement, { graph });
  return { ...subgraph, build: new Street(subgraph.database) };
}

/** The rows of a page, and how to go on. */
export interface AskedPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
