import type { EnterpriseRow, Trade } from "../../dataset/world/enterprises.ts";
import { type DayNumber, dayNumber, dayText } from "../../dataset/world/office-clock.ts";
import { Random, type Weighted } from "../../dataset/world/random.ts";

/** 主体信息: a business as the register keeps it, under the initials of Chinese words. Blank means unknown. */
export interface RegisterRecord {
  /** 统一社会信用代码 */
  readonly tyshxydm: string;
  /** 注册号, from before there were credit codes */
  readonly zch: string;
  /** 主体名称 */
  readonly zzmc: string;
  /** 其他名称, with 、 between them */
  readonly qtmc: string;
  /** 行业代码, of the register's own list */
  readonly hydm: string;
  /** 经营状态: 1 存续 2 吊销 3 注销 4 迁出 5 撤销登记 */
  readonly jyzt: string;
  /** 住所 */
  readonly zs: string;
  /** 法定代表人 */
  readonly fddbr: string;
  /** 联系电话 */
  readonly lxdh: string;
  /** 成立日期 */
  readonly clrq: string;
  /** 行政区划, of the community where it is known */
  readonly xzqh: string;
  /** 网格编码 */
  readonly wgbm: string;
}

/** 许可信息: a licence as the register keeps it. */
export interface LicenceRecord {
  readonly tyshxydm: string;
  /** 许可证编号 */
  readonly xkzbh: string;
  /** 许可类型: SPJY 食品经营 SPSC 食品生产 YPJY 药品经营 TZSB 特种设备使用 */
  readonly xklx: string;
  /** 许可范围 */
  readonly xkfw: string;
  /** 发证日期 */
  readonly fzrq: string;
  /** 有效期至, the last day; blank: without end */
  readonly yxqz: string;
  /** 许可状态: 1 有效 2 注销 3 吊销 */
  readonly xkzt: string;
}

/** The register's own code list of trades. */
const TRADE_CODES: Readonly<Record<Trade, string>> = {
  RESTAURANT: "CY",
  SHOP: "LS",
  STALL: "TW",
  WORKSHOP: "JG",
  PLANT: "SC",
  COMPANY: "GS",
  CLINIC: "YL",
  SCHOOL: "JY",
};

const STATES: Weighted<string> = [
  ["1", 93],
  ["2", 2],
  ["3", 3],
  ["4", 1],
  ["5", 1],
];

interface LicenceKind {
  readonly code: string;
  /** What stands before its number. */
  readonly mark: string;
  readonly scope: string;
  /** For how many years it is given; null: without end. */
  readonly years: number | null;
}

const FOOD_BUSINESS: LicenceKind = {
  code: "SPJY",
  mark: "JY",
  scope: "预包装食品、散装食品销售；热食类食品制售",
  years: 5,
};
const FOOD_PRODUCTION: LicenceKind = { code: "SPSC", mark: "SC", scope: "粮食加工品；糕点", years: 5 };
const DRUG_BUSINESS: LicenceKind = { code: "YPJY", mark: "CB", scope: "中成药、化学药制剂零售", years: 5 };
const SPECIAL_EQUIPMENT: LicenceKind = {
  code: "TZSB",
  mark: "TS",
  scope: "厂内专用机动车辆、起重机械使用",
  years: null,
};

/** Which licence a business needs by what it is and is called; most trades need none of this bureau. */
function licenceNeeded({ trade, name }: EnterpriseRow): LicenceKind | undefined {
  if (trade === "RESTAURANT" || /(便利店|超市|果蔬店|水产|肉类|蔬菜|禽蛋)/.test(name)) return FOOD_BUSINESS;
  if (/食品加工/.test(name)) return FOOD_PRODUCTION;
  if (/大药房/.test(name)) return DRUG_BUSINESS;
  return trade === "PLANT" ? SPECIAL_EQUIPMENT : undefined;
}

const FIRST_DAY = dayNumber("2005-01-01");
const LAST_DAY = dayNumber("2025-06-30");
const LICENSED_SINCE = dayNumber("2020-01-01");

/** 20190403, as the register writes days. */
const compactDay = (day: DayNumber): string => dayText(day).replaceAll("-", "");

const diceOf = (creditCode: string): Random => Random.seeded(`business-register/${creditCode}`);

/** The register's entry of an enterprise: the same whoever asks, and whatever else is in the world. */
export function registerRecord(enterprise: EnterpriseRow): RegisterRecord {
  const { creditCode, name, alsoCalled, trade, legalRepresentative, phone, gridCode, address } = enterprise;
  const dice = diceOf(creditCode);
  return {
    tyshxydm: creditCode,
    zch: creditCode.slice(2, 8) + String(dice.between(600_000_000, 699_999_999)),
    zzmc: name,
    qtmc: alsoCalled.join("、"),
    hydm: TRADE_CODES[trade],
    jyzt: dice.weighted(STATES),
    zs: address,
    fddbr: legalRepresentative,
    lxdh: phone,
    clrq: compactDay(dice.between(FIRST_DAY, LAST_DAY)),
    xzqh: gridCode.slice(0, 12),
    wgbm: gridCode,
  };
}

/** The licences of an enterprise: an expired one may have been renewed, and a few trade without. */
export function licenceRecords(enterprise: EnterpriseRow): LicenceRecord[] {
  const kind = licenceNeeded(enterprise);
  const dice = diceOf(`${enterprise.creditCode}/licences`);
  if (!kind || dice.chance(0.04)) return [];
  const issued = dice.between(LICENSED_SINCE, LAST_DAY);
  const renewed = kind.years !== null && dice.chance(0.3) ? [issued - kind.years * 365] : [];
  return [...renewed, issued].map((day, index) => ({
    tyshxydm: enterprise.creditCode,
    xkzbh: `${kind.mark}0${enterprise.creditCode.slice(2, 8)}${String(dice.between(0, 9_999_999)).padStart(7, "0")}`,
    xklx: kind.code,
    xkfw: kind.scope,
    fzrq: compactDay(day),
    yxqz: kind.years === null ? "" : compactDay(lastDay(day, kind.years)),
    xkzt:
      index < renewed.length
        ? "2"
        : dice.weighted([
            ["1", 96],
            ["2", 2],
            ["3", 2],
          ]),
  }));
}

/** Five years from 2021-03-05 end with 2026-03-04. */
function lastDay(day: DayNumber, years: number): DayNumber {
  const text = dayText(day);
  const [year, rest] = [Number(text.slice(0, 4)), text.slice(4).replace("-02-29", "-03-01")];
  return dayNumber(`${year + years}${rest}` as `${number}-${number}-${number}`) - 1;
}
