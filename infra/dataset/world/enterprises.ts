import { creditCodeCheck } from "../../../subgraphs/shared/codes.ts";
import { type Building, placeAddress } from "./buildings.ts";
import { type Frame, remembered } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { personName } from "./names.ts";
import { workPhone } from "./phones.ts";
import type { Random } from "./random.ts";

/** An enterprise or shop (市场主体); invented, as its credit code shows. */
export interface EnterpriseRow {
  /** 统一社会信用代码, right in form and check characters; its body begins FAKE. */
  readonly creditCode: string;
  readonly name: string;
  /** What people call it: the same plant named three ways. */
  readonly alsoCalled: readonly string[];
  readonly trade: Trade;
  readonly legalRepresentative: string;
  readonly phone: string;
  readonly gridCode: string;
  readonly address: string;
  readonly synthetic: true;
}

export type Trade = "RESTAURANT" | "SHOP" | "STALL" | "WORKSHOP" | "PLANT" | "COMPANY" | "CLINIC" | "SCHOOL";

const WORDS =
  "鑫源 宏达 恒信 聚福 老街坊 好邻居 佳和 天天 顺风 金穗 万家 百姓 湘味 蜀香 乡村 四季 金牛 华丰 永盛 同兴 瑞祥 众诚 嘉禾 盛世 绿源 福满楼 一品 鸿运 兴旺 东升 丰华 德胜 祥云 泰和 益民 康达".split(
    " ",
  );

/** What follows the word in the registered name, and what is said instead. */
const TRADES: Readonly<Record<Trade, readonly (readonly [registered: string, said: string])[]>> = {
  RESTAURANT: [
    ["餐饮有限公司", "饭店"],
    ["烧烤店", "烧烤摊"],
    ["小吃店", "早餐店"],
    ["火锅店", "火锅城"],
  ],
  SHOP: [
    ["便利店", "小卖部"],
    ["生活超市", "超市"],
    ["五金店", "五金门市"],
    ["果蔬店", "水果店"],
    ["棋牌室", "麻将馆"],
  ],
  STALL: [
    ["水产经营部", "水产摊"],
    ["肉类经营部", "肉摊"],
    ["蔬菜经营部", "菜摊"],
    ["禽蛋经营部", "鸡鸭摊"],
  ],
  WORKSHOP: [
    ["汽车维修中心", "修车厂"],
    ["铝合金加工部", "铝合金店"],
    ["汽车美容店", "洗车店"],
    ["木业加工厂", "木材厂"],
  ],
  PLANT: [
    ["建材有限公司", "建材厂"],
    ["混凝土有限公司", "搅拌站"],
    ["石材有限公司", "石材厂"],
    ["食品加工有限公司", "食品厂"],
    ["化工有限公司", "化工厂"],
  ],
  COMPANY: [
    ["科技有限公司", "科技公司"],
    ["商贸有限公司", "商贸公司"],
    ["机械制造有限公司", "机械厂"],
  ],
  CLINIC: [
    ["口腔诊所", "牙科"],
    ["中医诊所", "中医馆"],
    ["大药房", "药店"],
  ],
  SCHOOL: [
    ["教育培训学校", "补习班"],
    ["艺术培训中心", "艺术班"],
    ["托育中心", "托班"],
  ],
};

/** What stands before the last part of its address. */
const PREMISES: Partial<Record<Trade, string>> = { STALL: "摊位", PLANT: "厂房", COMPANY: "单元" };

const STREET_TRADES: readonly (readonly [Trade, number])[] = [
  ["RESTAURANT", 30],
  ["SHOP", 34],
  ["WORKSHOP", 12],
  ["COMPANY", 8],
  ["CLINIC", 7],
  ["SCHOOL", 9],
];

const VILLAGE_TRADES: readonly (readonly [Trade, number])[] = [
  ["SHOP", 40],
  ["RESTAURANT", 20],
  ["WORKSHOP", 20],
  ["PLANT", 20],
];

const BODY_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const BODY_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The ninth character of an organisation code (GB 11714): weights modulo 11, ten written X. */
function bodyCheck(first8: string): string {
  const sum = BODY_WEIGHTS.reduce(
    (total, weight, index) => total + weight * BODY_VALUES.indexOf(first8.charAt(index)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

/** A credit code nobody was given: the body spells what it is. The ordinal tells bodies of a district apart. */
function inventedCreditCode(districtCode: string, ordinal: number): string {
  let number = ordinal;
  let serial = "";
  for (let place = 0; place < 4; place++) {
    serial = BODY_LETTERS.charAt(number % BODY_LETTERS.length) + serial;
    number = Math.floor(number / BODY_LETTERS.length);
  }
  const body = `FAKE${serial}`;
  const first17 = `91${districtCode}${body}${bodyCheck(body)}`;
  return first17 + creditCodeCheck(first17);
}

/** Enterprises of a grid at most; a market's stalls are the most. */
const MOST = 14;

function tradesOf(grid: Grid, random: Random): Trade[] {
  if (grid.kind === "BASIC") {
    const { urban } = grid.community;
    const count = urban ? random.between(6, 10) : random.between(2, 5);
    return Array.from({ length: count }, () => random.weighted(urban ? STREET_TRADES : VILLAGE_TRADES));
  }
  switch (grid.institution) {
    case "MARKET":
      return Array.from({ length: random.between(9, MOST) }, () => "STALL");
    case "PARK":
      return Array.from({ length: random.between(4, 8) }, () => random.pick(["PLANT", "COMPANY"] as const));
    default:
      return [];
  }
}

/** The enterprises of a grid. */
export const enterprisesIn = ({ random, grids }: Frame, buildingsOf: (grid: Grid) => readonly Building[]) => {
  const firstOrdinal = new Map<Grid, number>();
  const inDistrict = new Map<string, number>();
  for (const grid of grids) {
    const { districtCode } = grid.community.street;
    const ordinal = inDistrict.get(districtCode) ?? 0;
    firstOrdinal.set(grid, ordinal);
    inDistrict.set(districtCode, ordinal + MOST);
  }
  return remembered((grid: Grid): readonly EnterpriseRow[] => {
    const dice = random.split(`enterprises/${grid.code}`);
    const { community } = grid;
    const place = community.shortName.replace(/(社区|村)$/, "");
    return tradesOf(grid, dice).map((trade, index) => {
      const word = dice.pick(WORDS);
      const [registered, said] = dice.pick(TRADES[trade]);
      const { name: building } = dice.pick(buildingsOf(grid));
      return {
        creditCode: inventedCreditCode(community.street.districtCode, (firstOrdinal.get(grid) ?? 0) + index),
        name: `${place}${word}${registered}`,
        alsoCalled: [`${word}${said}`, `${grid.placeName}旁边那家${said}`],
        trade,
        legalRepresentative: personName(dice).name,
        phone: workPhone(dice),
        gridCode: grid.code,
        address: `${placeAddress(grid)}${building}${PREMISES[trade] ?? "底商"}${index + 1}号`,
        synthetic: true,
      };
    });
  });
};
