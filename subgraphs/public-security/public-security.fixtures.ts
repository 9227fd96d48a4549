import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { type ArchiveUrls, provisionPoliceArchive } from "../../infra/legacy/police-archive/provision.ts";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { type Access, type CaseScope, Post, type Principal, Rows } from "../shared/principal.ts";
import type { SourceSettings } from "../shared/subgraph.ts";
import { PoliceArchive } from "./archive/police-archive.store.ts";
import { publicSecurity } from "./public-security.subgraph.ts";

/** Places of a small Kaifu (开福), and one of Pinggu (平谷); invented people everywhere. */
export const kaifu = "430105";
export const tongtaijie = "430105010";
export const liansheng = "430105010003";
export const lianshengGrid = `${liansheng}001`;
export const furong = "430105001";
export const furongGrid = "430105001001001";
export const pingguGrid = "110117005001001";
export const plate = "PLATE0003";
export const cardRoom = "91430105FAKE000140";
export const ticket = "430105-20260501-000007";
export const an = "430105-R-010003001-001-1";
export const neighbour = "430105-R-010003001-002-1";

export const people = {
  bureau: person(Post.RESPONDER, { unit: "430105-PUBLIC-SECURITY", division: kaifu }),
  chief: person(Post.CHIEF_RESPONDER, { unit: "430105-PUBLIC-SECURITY", division: kaifu }),
  station: person(Post.RESPONDER, { unit: "430105010-PUBLIC-SECURITY", division: tongtaijie }),
  stationChief: person(Post.CHIEF_RESPONDER, { unit: "430105010-PUBLIC-SECURITY", division: tongtaijie }),
  otherStation: person(Post.RESPONDER, { unit: "430105001-PUBLIC-SECURITY", division: furong }),
  otherDistrict: person(Post.CHIEF_RESPONDER, { unit: "110117-PUBLIC-SECURITY", division: "110117" }),
  market: person(Post.RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: kaifu }),
  resident: person(Post.RESIDENT, { unit: liansheng, id: "an-xiulan" }),
  landlord: person(Post.RESIDENT, { unit: liansheng, id: "qin-shouren" }),
  stranger: person(Post.RESIDENT, { unit: liansheng, id: "nobody-in-the-archive" }),
  teller: { ...person(Post.SERVICE, { unit: "stewardship", division: "" }), scopes: ["feed:read"] },
} as const;

/** What a case (案件) is about, nothing unless told. */
export const caseOf = (about: Partial<CaseScope>): CaseScope => ({
  number: ticket,
  tickets: [],
  whistles: [],
  residents: [],
  businesses: [],
  buildings: [],
  grids: [],
  ...about,
});

const types = [
  "HouseholdRegistration",
  "RentedHouse",
  "FloatingPerson",
  "PoliceCall",
  "PoliceCallFigure",
  "KeyPlace",
  "DisclosureDelay",
];

/** Another department's officer to whom the police granted these rows of every type. */
export const granted = (rows: Rows, access: Partial<Access> = {}): Principal => ({
  ...people.market,
  division: tongtaijie,
  access: { clear: [], ...access, rows: Object.fromEntries(types.map((type) => [type, rows])) },
});

export const onCase = (about: Partial<CaseScope>): Principal =>
  granted(Rows.THIS_CASE, { case: caseOf(about) });

type ArchiveTable = "T_HJ_RK" | "T_CZW" | "T_LDRK" | "T_JQ" | "T_ZDBW";

/** An archive of its own for one test file, as its keeper sees it. */
export class TestArchive {
  readonly urls: ArchiveUrls;
  readonly #keeper: Client;

  private constructor(urls: ArchiveUrls, keeper: Client) {
    this.urls = urls;
    this.#keeper = keeper;
  }

  static async open(): Promise<TestArchive> {
    const prefix = `test_${randomBytes(5).toString("hex")}`;
    const urls = await provisionPoliceArchive(inject("adminUrl"), { prefix });
    const keeper = new Client({ connectionString: urls.owner });
    await keeper.connect();
    return new TestArchive(urls, keeper);
  }

  async add(table: ArchiveTable, ...rows: readonly Record<string, string | null>[]): Promise<void> {
    for (const row of rows) {
      const columns = Object.keys(row);
      await this.#keeper.query(
        `INSERT INTO ${table} (${columns}) VALUES (${columns.map((_, index) => `$${index + 1}`)})`,
        Object.values(row),
      );
    }
  }

  /** As the keeper. */
  async query(text: string): Promise<readonly Record<string, unknown>[]> {
    return (await this.#keeper.query(text)).rows;
  }

  /** As the server's administrator. */
  async administer(text: string): Promise<void> {
    const admin = new Client({ connectionString: inject("adminUrl") });
    await admin.connect();
    try {
      await admin.query(text);
    } finally {
      await admin.end();
    }
  }

  /** The reader's role, as SQL names it. */
  get reader(): string {
    return escapeIdentifier(decodeURIComponent(new URL(this.urls.reader).username));
  }

  async drop(): Promise<void> {
    await this.#keeper.end();
    const owner = escapeIdentifier(decodeURIComponent(new URL(this.urls.owner).username));
    await this.administer(`DROP DATABASE ${owner} WITH (FORCE)`);
    await this.administer(`DROP ROLE ${this.reader}`);
    await this.administer(`DROP ROLE ${owner}`);
  }
}

export const inLiansheng = { SQDM: liansheng, WGBH: lianshengGrid, SSPCS: "430105010000" };
export const inFurong = { SQDM: "430105001001", WGBH: furongGrid, SSPCS: "430105001000" };
export const inPinggu = { SQDM: "110117005001", WGBH: pingguGrid, SSPCS: "110117005000" };

/**
 * 安秀兰 is registered in 连升街社区; 秦守仁 lets a flat in building 3 to 贺春 and 毛毛, of whom 贺春 is on record as
 * floating; the card room was called about twice. 芙蓉北路 and Pinggu have one row of everything.
 */
export async function seedArchive(archive: TestArchive): Promise<void> {
  await archive.add(
    "T_HJ_RK",
    {
      RYBH: "HJ430105001",
      JMBH: an,
      TYSFBS: people.resident.id,
      ZJHM: "430105195103040006",
      XM: "安秀兰",
      HH: "430105880001",
      HKLB: "1",
      YHZGX: "02",
      HJDZ: "通泰街街道连升街社区3号楼2单元301室",
      LHRQ: "19980701",
      HKZT: "1",
      ...inLiansheng,
    },
    { RYBH: "HJ430105002", JMBH: neighbour, XM: "毛小妹", HKZT: "1", ...inLiansheng },
    { RYBH: "HJ430105003", JMBH: "430105-R-001001001-001-1", XM: "常有福", HKZT: "1", ...inFurong },
    { RYBH: "HJ110117001", JMBH: "110117-R-005001001-001-1", XM: "于海涛", HKZT: "1", ...inPinggu },
  );
  await archive.add(
    "T_CZW",
    {
      CZWBH: "CZ430105001",
      FWDZ: "通泰街街道连升街社区3号楼1单元502室",
      FWYT: "1",
      JZMJ: "86.50",
      SFQZ: "1",
      AQDJ: "2",
      FDXM: "秦守仁",
      FDDH: "15400000011",
      FDTYSFBS: people.landlord.id,
      CZRXM: "贺春, 毛毛",
      CZRDH: "15400000012,",
      BARQ: "20250310",
      LDBM: plate,
      ...inLiansheng,
    },
    { CZWBH: "CZ430105002", FWDZ: "芙蓉北路街道1号楼101室", LDBM: "PLATE0100", ...inFurong },
    { CZWBH: "CZ110117001", FWDZ: "马坊地区汇景社区1号楼101室", LDBM: "PLATE0200", ...inPinggu },
  );
  await archive.add(
    "T_LDRK",
    {
      LDRYBH: "LD430105001",
      JMBH: "430105-R-010003001-003-1",
      TYSFBS: "he-chun",
      ZJHM: "431221199502070008",
      XM: "贺春",
      LXDH: "15400000012",
      HJDXZQ: "431221",
      XZDZ: "通泰街街道连升街社区3号楼1单元502室",
      ZZSY: "04",
      LZRQ: "20250308",
      ZJLX: "1",
      YXQZ: "20270307",
      SFZX: "0",
      CZWBH: "CZ430105001",
      ...inLiansheng,
    },
    { LDRYBH: "LD430105002", JMBH: "430105-R-001001001-009-1", XM: "苏琳", ...inFurong },
    { LDRYBH: "LD110117001", JMBH: "110117-R-005001001-009-1", XM: "贾春生", ...inPinggu },
  );
  await archive.add(
    "T_JQ",
    {
      JQBH: "JQ430105001",
      BJSJ: "20260501233015",
      JQLB: "07",
      JQGY: "棋牌室深夜喧哗，民警到场劝离。",
      JQXQ: "安秀兰报称，秦守仁开的棋牌室吵闹。",
      BJRXM: "安秀兰",
      BJRDH: "15400000001",
      BJRTYSFBS: people.resident.id,
      FADD: "连升街社区3号楼底商2号",
      CJMJ: "警号000001",
      CLJG: "1",
      JASJ: "20260502000500",
      GLGDH: ticket,
      TYSHXYDM: cardRoom,
      ...inLiansheng,
    },
    {
      JQBH: "JQ430105002",
      BJSJ: "20260512210000",
      JQLB: "02",
      JQGY: "棋牌室内有人争执，正在处理。",
      TYSHXYDM: cardRoom,
      ...inLiansheng,
    },
    { JQBH: "JQ430105003", BJSJ: "20260601080000", JQLB: "06", GLGDH: "430105-20260601-000001", ...inFurong },
    { JQBH: "JQ110117001", BJSJ: "20260601070000", JQLB: "06", GLGDH: "110117-20260601-000001", ...inPinggu },
  );
  await archive.add(
    "T_ZDBW",
    {
      ZDBWBH: "ZD430105001",
      DWMC: "连升街聚福棋牌室",
      DWLX: "03,01",
      DWDZ: "连升街社区3号楼底商2号",
      TYSHXYDM: cardRoom,
      FZRXM: "秦守仁",
      FZRDH: "15400000011",
      ZADJ: "C",
      ZHJCRQ: "20260420",
      SFTY: "0",
      LDBM: plate,
      ...inLiansheng,
    },
    { ZDBWBH: "ZD430105002", DWMC: "芙蓉宾馆", DWLX: "01", LDBM: "PLATE0100", ...inFurong },
    { ZDBWBH: "ZD110117001", DWMC: "马坊旅店", DWLX: "01", LDBM: "PLATE0200", ...inPinggu },
  );
}

/** Counts what is asked of the archive, which answers as ever. */
class CountedArchive extends PoliceArchive {
  asked = 0;

  override read(...statement: Parameters<PoliceArchive["read"]>): ReturnType<PoliceArchive["read"]> {
    this.asked += 1;
    return super.read(...statement);
  }

  override lookUp(...statement: Parameters<PoliceArchive["lookUp"]>): ReturnType<PoliceArchive["lookUp"]> {
    this.asked += 1;
    return super.lookUp(...statement);
  }
}

export interface TestPublicSecurity extends TestSubgraph {
  readonly archive: TestArchive;
  /** How many statements the archive is asked while the work is done. */
  askedWhile(work: () => Promise<unknown>): Promise<number>;
}

/** The subgraph before an archive of its own, empty or with the story above. */
export async function openPublicSecurity({
  seeded = true,
  expectsFailures = false,
}: {
  seeded?: boolean;
  expectsFailures?: boolean;
} = {}): Promise<TestPublicSecurity> {
  const archive = await TestArchive.open();
  if (seeded) await seedArchive(archive);
  let counted: CountedArchive | undefined;
  const definition = {
    ...publicSecurity,
    async openSource(settings: SourceSettings) {
      counted = new CountedArchive(settings);
      return counted;
    },
  };
  const subgraph = await openTestSubgraph(definition, { sourceUrl: archive.urls.reader, expectsFailures });
  return {
    ...subgraph,
    archive,
    async askedWhile(work) {
      const before = counted?.asked ?? 0;
      await work();
      return (counted?.asked ?? 0) - before;
    },
    async close() {
      await subgraph.close();
      await archive.drop();
    },
  };
}
