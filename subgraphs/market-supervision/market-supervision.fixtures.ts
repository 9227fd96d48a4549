import {
  type BusinessRegisterServer,
  startBusinessRegister,
} from "../../infra/legacy/business-register/business-register-server.ts";
import type { LicenceRecord, RegisterRecord } from "../../infra/legacy/business-register/register-records.ts";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { creditCodeCheck } from "../shared/codes.ts";
import type { GraphClient } from "../shared/graph-client.ts";
import { type Access, Post, type Principal, Rows } from "../shared/principal.ts";
import { ComplaintState, ConsumerComplaint } from "./consumer-complaint/consumer-complaint.ts";
import { Inspection, InspectionResult } from "./inspection/inspection.ts";
import { marketSupervision } from "./market-supervision.subgraph.ts";
import { Penalty, PenaltyKind } from "./penalty/penalty.ts";

/** A credit code nobody was given, right in form and check character. */
export function inventedCreditCode(serial: number, district = "430105"): string {
  const first17 = `91${district}FAKE${String(serial).padStart(4, "0")}0`;
  return first17 + creditCodeCheck(first17);
}

/** 西长街 in Kaifu: the market's grid and the one beside it, and a grid of another sub-district. */
export const marketGrid = "430105010003501";
export const streetGrid = "430105010003001";
export const otherGrid = "430105001002001";

export const fishmonger = inventedCreditCode(1);
export const noodleShop = inventedCreditCode(2);
export const repairShop = inventedCreditCode(3);
/** In another sub-district. */
export const pharmacy = inventedCreditCode(4);
/** The register never heard of it. */
export const unregistered = inventedCreditCode(9_999);

export const ticketNumber = "430105-20260511-000007";

/** The people around the market. Invented. */
export const kaifu = {
  bureau: person(Post.CHIEF_RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: "430105" }),
  station: person(Post.RESPONDER, { unit: "430105010-MARKET-SUPERVISION", division: "430105010" }),
  otherStation: person(Post.RESPONDER, { unit: "430105001-MARKET-SUPERVISION", division: "430105001" }),
  steward: person(Post.DATA_STEWARD, { unit: "430105-MARKET-SUPERVISION", division: "430105" }),
  otherDistrict: person(Post.CHIEF_RESPONDER, { unit: "110117-MARKET-SUPERVISION", division: "110117" }),
  urbanManagement: person(Post.CHIEF_RESPONDER, { unit: "430105-URBAN-MANAGEMENT", division: "430105" }),
  streetLeader: person(Post.SUBDISTRICT_LEADER, { unit: "430105010" }),
  gridMember: person(Post.GRID_MEMBER, { unit: "430105010003" }),
  consumer: person(Post.RESIDENT, { unit: "430105010003", id: "tan-qiumei", name: "谭秋梅" }),
  neighbour: person(Post.RESIDENT, { unit: "430105010003", id: "he-jianguo", name: "何建国" }),
  service: person(Post.SERVICE, { unit: "tickets", division: "" }),
} as const satisfies Record<string, Principal>;

/** The same person with what market supervision grants: rows of every type here, nothing in clear unless said. */
export const granted = (
  principal: Principal,
  rows: Rows,
  { clear = [], ...more }: Partial<Access> = {},
): Principal => ({
  ...principal,
  access: {
    rows: { Business: rows, Inspection: rows, Penalty: rows, ConsumerComplaint: rows },
    clear,
    ...more,
  },
});

const caseOf = (businesses: readonly string[], tickets: readonly string[]): Partial<Access> => ({
  basis: "430105-AGREEMENT-1",
  case: {
    number: tickets[0] ?? ticketNumber,
    tickets,
    businesses,
    whistles: [],
    residents: [],
    buildings: ["430105010003-B001"],
    grids: [marketGrid, streetGrid],
  },
});

/**
 * Everyone who may come, and which of the three places they reach: the fishmonger's in the market, the noodle shop's in
 * the next grid, the pharmacy's in another sub-district. A case is about the fishmonger and came by the ticket.
 */
export const reaches: readonly (readonly [
  who: string,
  as: Principal | undefined,
  fishmonger: boolean,
  noodleShop: boolean,
  pharmacy: boolean,
])[] = [
  ["the district's bureau", kaifu.bureau, true, true, true],
  ["its data steward", kaifu.steward, true, true, true],
  ["the station of the sub-district", kaifu.station, true, true, false],
  ["the station of another sub-district", kaifu.otherStation, false, false, true],
  ["market supervision of another district", kaifu.otherDistrict, false, false, false],
  ["another department without a grant", kaifu.urbanManagement, false, false, false],
  ["another department, all rows", granted(kaifu.urbanManagement, Rows.ALL), true, true, true],
  ["a sub-district, its own division", granted(kaifu.streetLeader, Rows.OWN_DIVISION), true, true, false],
  [
    "a grid member, the grids served",
    granted(kaifu.gridMember, Rows.OWN_GRIDS, { grids: [streetGrid] }),
    false,
    true,
    false,
  ],
  ["a grid member of no known grids", granted(kaifu.gridMember, Rows.OWN_GRIDS), false, false, false],
  [
    "another department, this case",
    granted(kaifu.urbanManagement, Rows.THIS_CASE, caseOf([fishmonger], [ticketNumber])),
    true,
    false,
    false,
  ],
  [
    "another department, another case in the same grids",
    granted(kaifu.urbanManagement, Rows.THIS_CASE, caseOf([], ["430105-20260512-000001"])),
    false,
    false,
    false,
  ],
  [
    "another department that states no case",
    granted(kaifu.urbanManagement, Rows.THIS_CASE),
    false,
    false,
    false,
  ],
  ["a subgraph's own service", kaifu.service, false, false, false],
  ["a resident", kaifu.neighbour, false, false, false],
  ["nobody signed in", undefined, false, false, false],
];

const record = (
  tyshxydm: string,
  zzmc: string,
  wgbm: string,
  more: Partial<RegisterRecord> = {},
): RegisterRecord => ({
  tyshxydm,
  zch: "430105600000001",
  zzmc,
  qtmc: "",
  hydm: "LS",
  jyzt: "1",
  zs: `示例地址${wgbm.slice(-3)}号`,
  fddbr: "龙小虎",
  lxdh: "15490000001",
  clrq: "20190403",
  xzqh: wgbm.slice(0, 12),
  wgbm,
  ...more,
});

const businesses: readonly RegisterRecord[] = [
  record(fishmonger, "西长街水产经营部", marketGrid, { qtmc: "水产摊、老龙鱼摊", hydm: "TW" }),
  record(noodleShop, "西长街湘味小吃店", streetGrid, { hydm: "CY", fddbr: "欧阳小明", lxdh: "13812345678" }),
  record(repairShop, "西长街汽车维修中心", streetGrid, { hydm: "JG", jyzt: "2", clrq: "" }),
  record(pharmacy, "芙蓉北路大药房", otherGrid, { hydm: "YL" }),
];

const licence = (tyshxydm: string, xkzbh: string, more: Partial<LicenceRecord> = {}): LicenceRecord => ({
  tyshxydm,
  xkzbh,
  xklx: "SPJY",
  xkfw: "热食类食品制售",
  fzrq: "20210601",
  yxqz: "20260531",
  xkzt: "1",
  ...more,
});

const licences: readonly LicenceRecord[] = [
  licence(fishmonger, "JY04301050000001"),
  licence(noodleShop, "JY04301050000002", { fzrq: "20160601", yxqz: "20210531", xkzt: "2" }),
  licence(noodleShop, "JY04301050000003", { yxqz: "20260601" }),
  licence(pharmacy, "CB04301050000001", { xklx: "YPJY", yxqz: "" }),
];

/** Where each business's rows lie. */
const gridOfBusiness: Readonly<Record<string, string>> = Object.fromEntries(
  businesses.map(({ tyshxydm, wgbm }) => [tyshxydm, wgbm]),
);

/** What the department did and was told, one line each. */
export class MarketStory {
  readonly #subgraph: TestSubgraph;
  #last = 0;

  constructor(subgraph: TestSubgraph) {
    this.#subgraph = subgraph;
  }

  async inspected(creditCode: string, more: Partial<Inspection> = {}): Promise<string> {
    const number = this.#number("I");
    await this.#subgraph.database.manager.insert(Inspection, {
      ...this.#placed(creditCode),
      number,
      drawnAtRandom: true,
      inspectedOn: "2026-03-12",
      result: InspectionResult.ORDERED_TO_CORRECT,
      findings: "进货台账不全",
      inspectorName: "邹敏",
      ...more,
    });
    return number;
  }

  async penalised(creditCode: string, more: Partial<Penalty> = {}): Promise<string> {
    const number = this.#number("P");
    await this.#subgraph.database.manager.insert(Penalty, {
      ...this.#placed(creditCode),
      number,
      kind: PenaltyKind.FINE,
      grounds: "经营标签不符合规定的食品",
      legalBasis: "《中华人民共和国食品安全法》第一百二十五条",
      amountFen: 200_000,
      decidedOn: "2026-04-01",
      caseOfficerName: "邹敏",
      ...more,
    });
    return number;
  }

  async complained(creditCode: string, more: Partial<ConsumerComplaint> = {}): Promise<string> {
    const number = this.#number("X");
    await this.#subgraph.database.manager.insert(ConsumerComplaint, {
      ...this.#placed(creditCode),
      number,
      state: ComplaintState.RECEIVED,
      consumerName: "欧阳小明",
      consumerPhone: "13812345678",
      facts: "买回的鱼不足称",
      request: "退还差价",
      receivedAt: new Date("2026-05-11T09:00:00+08:00"),
      version: 1,
      ...more,
    });
    return number;
  }

  #placed(creditCode: string) {
    const gridCode = gridOfBusiness[creditCode] ?? streetGrid;
    return { districtCode: "430105", creditCode, gridCode, divisionCode: gridCode.slice(0, 12) };
  }

  #number(mark: string): string {
    this.#last += 1;
    return `430105-${mark}-20260101-${String(this.#last).padStart(4, "0")}`;
  }
}

export interface MarketTest extends TestSubgraph {
  readonly register: BusinessRegisterServer;
  readonly story: MarketStory;
}

/** The subgraph before the register with the shops of 西长街, and more of them where a test says so. */
export async function openMarket({
  more = [],
  graph,
}: {
  more?: readonly RegisterRecord[];
  graph?: GraphClient;
} = {}): Promise<MarketTest> {
  const register = await startBusinessRegister({
    businesses: [...businesses, ...more],
    licences,
    key: "test key",
    listen: 0,
  });
  const subgraph = await openTestSubgraph(marketSupervision, {
    sourceUrl: `${register.url}?key=test%20key&timeout=20000`,
    ...(graph && { graph }),
  });
  return {
    ...subgraph,
    register,
    story: new MarketStory(subgraph),
    async close() {
      await subgraph.close();
      await register.close();
    },
  };
}

/** As many shops in the market's grid as a test needs. */
export const stalls = (count: number): RegisterRecord[] =>
  Array.from({ length: count }, (_, index) =>
    record(inventedCreditCode(1_000 + index), `西长街${index + 1}号摊`, marketGrid),
  );
