import type { DataSource } from "typeorm";
import { Establishment } from "../../subgraphs/departments/departments.fixtures.ts";
import { departments } from "../../subgraphs/departments/departments.subgraph.ts";
import { ListKind } from "../../subgraphs/departments/item-list/list-kind.ts";
import { UnitKind } from "../../subgraphs/departments/unit/unit-kind.ts";
import { grids } from "../../subgraphs/grids/grids.subgraph.ts";
import { openDatabase } from "../../subgraphs/shared/database.ts";
import { LogEntry } from "../../subgraphs/shared/log-entry.ts";
import { foundations } from "../../subgraphs/shared/migrations.ts";
import type { SubgraphDefinition } from "../../subgraphs/shared/subgraph.ts";
import type { TestStack } from "../testkit/stack.ts";

/** Real places of the journeys; grids, estates, units' people and list items are invented. */
export const place = {
  kaifu: "430105",
  tongtaijie: "430105010",
  lianshengjie: "430105010003",
  marketGrid: "430105010003501",
  pinggu: "110117",
  mafang: "110117005",
  huijing: "110117005001",
  huijingGrid: "110117005001001",
  otherGrid: "110117005001002",
  southEstate: "110117005001-E01",
  zhaoyuan: "370685",
  mengzhi: "370685003",
  mengzhiCommunity: "370685003001",
  mengzhiGrid: "370685003001001",
  nextGrid: "370685003001002",
} as const;

export const unit = {
  market: "430105-MARKET-SUPERVISION",
  urban: "430105-URBAN-MANAGEMENT",
  commerce: "430105-COMMERCE",
  investment: "430105-CITY-INVESTMENT",
  housing: "110117-HOUSING",
  power: "110117-POWER-SUPPLY",
  mafangOffice: "110117005-CONSTRUCTION",
} as const;

/** 市场卫生 and 充电设施, with one sample item each (样例), on the lead department's power list. */
export const matter = { market: "430105-0101", chargers: "110117-0201" } as const;
export const item = {
  market: "4301050210600100",
  urban: "4301050310200100",
  commerce: "4301050411000100",
  chargers: "1101170511000100",
} as const;

const divisions: readonly (readonly [code: string, name: string])[] = [
  ["43", "湖南省"],
  ["4301", "长沙市"],
  [place.kaifu, "开福区"],
  [place.tongtaijie, "通泰街街道"],
  [place.lianshengjie, "连升街社区居委会"],
  ["11", "北京市"],
  ["1101", "市辖区"],
  [place.pinggu, "平谷区"],
  [place.mafang, "马坊地区"],
  [place.huijing, "汇景社区居委会"],
  ["37", "山东省"],
  ["3706", "烟台市"],
  [place.zhaoyuan, "招远市"],
  [place.mengzhi, "梦芝街道"],
  [place.mengzhiCommunity, "梦芝社区居委会"],
];

const grid = (code: string, name: string, institution: string | null, west: number, south: number) =>
  [
    code,
    code.slice(0, 12),
    name,
    institution ? "EXCLUSIVE" : "BASIC",
    institution,
    `((${west},${south}),(${west + 0.01},${south}),(${west + 0.01},${south + 0.01}),(${west},${south + 0.01}))`,
  ] as const;

/** Puts the land of all places and the establishment of Kaifu and Pinggu into the graph's databases. */
export async function layGround(stack: TestStack): Promise<void> {
  await withDatabase(stack, grids, layLand);
  await withDatabase(stack, departments, establish);
}

async function layLand(database: DataSource): Promise<void> {
  for (const [code, name] of divisions)
    await database.query("INSERT INTO division (code, name) VALUES ($1, $2)", [code, name]);
  await database.query(
    `INSERT INTO place_alias (name, within_code, division_code, source) VALUES ('马坊镇', $1, $2, '示例来源')`,
    [place.pinggu, place.mafang],
  );
  for (const row of [
    grid(place.marketGrid, "西长街农贸市场专属网格", "MARKET", 112.98, 28.2),
    grid(place.huijingGrid, "汇景第1网格", null, 117.0, 40.0),
    grid(place.otherGrid, "汇景第2网格", null, 117.01, 40.0),
    grid(place.mengzhiGrid, "梦芝第1网格", null, 120.4, 37.36),
    grid(place.nextGrid, "梦芝第2网格", null, 120.41, 37.36),
  ]) {
    await database.query(
      `INSERT INTO grid (code, community_code, name, kind, institution_type, boundary, synthetic, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6::polygon, true, '2019-01-01')`,
      [...row],
    );
  }
  for (let number = 1; number <= 10; number += 1) {
    const code = `${place.huijing}-E${String(number).padStart(2, "0")}`;
    const name = number === 1 ? "南区回迁小区" : `汇景示例小区${number}`;
    await database.query(
      "INSERT INTO estate (code, community_code, name, synthetic) VALUES ($1, $2, $3, true)",
      [code, place.huijing, name],
    );
  }
}

async function establish(database: DataSource): Promise<void> {
  const build = new Establishment(database);
  const offices = async (district: string, names: Record<string, [string, UnitKind]>) => {
    for (const [short, [name, kind]] of Object.entries(names)) {
      const code = `${district}-${short}`;
      await build.unit(code, name, kind, { parentCode: district });
      await chiefOf(database, code);
    }
  };
  const { DEPARTMENT, COMPANY, COMMAND_CENTRE, ENFORCEMENT_TEAM, INTERNAL_OFFICE } = UnitKind;
  await build.unit(place.kaifu, "开福区人民政府", UnitKind.DISTRICT_GOVERNMENT);
  await build.unit(place.tongtaijie, "通泰街街道办事处", UnitKind.SUBDISTRICT_OFFICE, {
    parentCode: place.kaifu,
  });
  await build.unit(place.lianshengjie, "连升街社区居委会", UnitKind.COMMUNITY_OFFICE, {
    parentCode: place.tongtaijie,
  });
  await offices(place.kaifu, {
    "MARKET-SUPERVISION": ["区市场监管局", DEPARTMENT],
    "URBAN-MANAGEMENT": ["区城管执法大队", ENFORCEMENT_TEAM],
    COMMERCE: ["区商务局", DEPARTMENT],
    "CITY-INVESTMENT": ["区城投公司", COMPANY],
    "COMMAND-CENTRE": ["区指挥中心", COMMAND_CENTRE],
    "PERFORMANCE-OFFICE": ["区绩效办", DEPARTMENT],
    "ESTABLISHMENT-OFFICE": ["区委编办", DEPARTMENT],
  });
  await build.unit(place.pinggu, "平谷区人民政府", UnitKind.DISTRICT_GOVERNMENT);
  await build.unit(place.mafang, "马坊镇人民政府", UnitKind.SUBDISTRICT_OFFICE, { parentCode: place.pinggu });
  await build.unit(place.huijing, "汇景社区居委会", UnitKind.COMMUNITY_OFFICE, { parentCode: place.mafang });
  await build.unit(unit.mafangOffice, "马坊镇规划建设科", INTERNAL_OFFICE, { parentCode: place.mafang });
  await chiefOf(database, unit.mafangOffice);
  await offices(place.pinggu, {
    HOUSING: ["区住建委", DEPARTMENT],
    "POWER-SUPPLY": ["区供电公司", COMPANY],
    "COMMAND-CENTRE": ["区指挥中心", COMMAND_CENTRE],
    "PERFORMANCE-OFFICE": ["区绩效办", DEPARTMENT],
    "ESTABLISHMENT-OFFICE": ["区委编办", DEPARTMENT],
  });

  for (const [code, name, body] of [
    [item.market, "农贸市场卫生检查（样例）", unit.market],
    [item.urban, "占道经营处罚（样例）", unit.urban],
    [item.commerce, "农贸市场改造指导（样例）", unit.commerce],
    [item.chargers, "居住区充电设施建设管理（样例）", unit.housing],
  ] as const) {
    await build.item(code, name, body);
    await build.list(body, ListKind.POWER, { "2019-01-01": [code] });
  }
  await build.matter(matter.market.slice(0, 9), "市场秩序");
  await build.matter(matter.market, "农贸市场环境脏乱", ["农贸市场", "污水", "脏乱"]);
  await build.matter(matter.chargers.slice(0, 9), "住房与小区");
  await build.matter(matter.chargers, "小区缺少充电桩", ["充电桩", "电动汽车"]);
  const kaifu = await build.catalogue(place.kaifu, "2019-01-01", "430105-ESTABLISHMENT-OFFICE");
  await build.rule(kaifu, matter.market, unit.market, { item: item.market });
  const pinggu = await build.catalogue(place.pinggu, "2019-01-01", "110117-ESTABLISHMENT-OFFICE");
  await build.rule(pinggu, matter.chargers, unit.housing, { item: item.chargers });
  await build.responder(unit.market, place.lianshengjie, { validFrom: "2019-01-01" });
  await build.responder(unit.housing, place.huijing, { validFrom: "2019-01-01", name: "门学军" });
}

const chiefOf = (database: DataSource, code: string): Promise<unknown> =>
  database.query(
    `INSERT INTO chief_responder (unit_code, person_id, name, post, phone, valid_from)
     VALUES ($1, 'CHIEF_RESPONDER@' || $1, '示例主要负责人', '主要负责人', '13800000000', '2019-01-01')`,
    [code],
  );

export async function withDatabase<Context>(
  stack: TestStack,
  definition: SubgraphDefinition<Context>,
  work: (database: DataSource) => Promise<void>,
): Promise<void> {
  const database = await openDatabase({
    url: stack.databaseUrls.get(definition.name) ?? "",
    entities: [LogEntry, ...definition.entities],
    migrations: [...foundations, ...definition.migrations],
  });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}
