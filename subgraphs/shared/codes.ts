import { type Day, isDay } from "./calendar.ts";
import type { Finding } from "./finding.ts";

/** Every finding about a code, by its stable name. */
export const codeFindings = {
  DIVISION_CODE_SHAPE: {
    en: "a division code has 2, 4, 6, 9 or 12 digits",
    zh: "区划代码应为 2、4、6、9 或 12 位数字",
    rule: "GB/T 2260, GB/T 10114",
  },
  DIVISION_CODE_PROVINCE: {
    en: "its first two digits are no province",
    zh: "前两位不是省级代码",
    rule: "GB/T 2260",
  },
  DIVISION_CODE_PADDED: {
    en: "a higher division is written with its own 2, 4, 6 or 9 digits, without zeros to fill up",
    zh: "上级区划应写 2、4、6 或 9 位，不得以零补足",
    rule: "GB/T 2260, GB/T 10114",
  },
  DIVISION_CODE_TOWNSHIP: {
    en: "its third part, the sub-district or town, lies between 001 and 599",
    zh: "第三段（乡级）应在 001 至 599 之间",
    rule: "GB/T 10114",
  },
  GRID_CODE_SHAPE: {
    en: "a grid code has 15 digits: the community's 12 and 3 of its own",
    zh: "网格代码应为 15 位数字：社区 12 位加网格 3 位",
    rule: "CJ/T 213",
  },
  GRID_CODE_SEQUENCE: {
    en: "grids of a community are numbered from 001",
    zh: "社区内网格自 001 起编号",
    rule: "CJ/T 213",
  },
  COMPONENT_CODE_SHAPE: {
    en: "a component code has 16 digits: district 6, class 2, sub-class 2, sequence 6",
    zh: "部件代码应为 16 位数字：县级区划 6 位、大类 2 位、小类 2 位、流水号 6 位",
    rule: "CJ/T 214",
  },
  POWER_ITEM_CODE_SHAPE: {
    en: "a power item code has 16 digits: area 6, body 3, kind 2, sequence 3, sub-item 2",
    zh: "职权编码应为 16 位数字：区划 6 位、主体 3 位、类型 2 位、流水号 3 位、子项 2 位",
    rule: "9+X power list (权力清单) coding",
  },
  POWER_ITEM_CODE_KIND: {
    en: "its kind, the tenth and eleventh digits, lies between 01 and 10",
    zh: "第 10、11 位职权类型应在 01 至 10 之间",
    rule: "9+X power list (权力清单) coding",
  },
  CREDIT_CODE_SHAPE: {
    en: "a credit code has 18 digits and capitals: registrar 1, type 1, area 6, body 9, check 1",
    zh: "统一社会信用代码应为 18 位数字或大写字母：登记管理部门 1 位、机构类别 1 位、区划 6 位、主体 9 位、校验码 1 位",
    rule: "GB 32100-2015",
  },
  CREDIT_CODE_LETTER: {
    en: "I, O, S, V and Z never occur in a credit code; look for 1, 0, 5, U or 2",
    zh: "统一社会信用代码不使用字母 I、O、S、V、Z，请核对是否为 1、0、5、U、2",
    rule: "GB 32100-2015",
  },
  CREDIT_CODE_CHECK_CHARACTER: {
    en: "its last character does not agree with the 17 before it",
    zh: "校验码与前 17 位不符",
    rule: "GB 32100-2015",
  },
  RESIDENT_NUMBER_SHAPE: {
    en: "a resident number has 17 digits and, last, a digit or a capital X",
    zh: "公民身份号码应为 17 位数字加 1 位数字或大写 X",
    rule: "GB 11643-1999",
  },
  RESIDENT_NUMBER_AREA: {
    en: "its first two digits are no province",
    zh: "前两位不是省级代码",
    rule: "GB 11643-1999, GB/T 2260",
  },
  RESIDENT_NUMBER_BIRTH_DATE: {
    en: "its seventh to fourteenth digits are no possible birth date",
    zh: "第 7 至 14 位不是可能的出生日期",
    rule: "GB 11643-1999, GB/T 7408",
  },
  RESIDENT_NUMBER_CHECK_DIGIT: {
    en: "its last character does not agree with the 17 before it",
    zh: "校验码与前 17 位不符",
    rule: "GB 11643-1999",
  },
  MOBILE_NUMBER_SHAPE: {
    en: "a mainland mobile number has 11 digits and begins with 13 to 19",
    zh: "大陆手机号码应为 11 位数字，以 13 至 19 开头",
    rule: "Telecommunications Numbering Plan (电信网编号计划, 2017)",
  },
} as const satisfies Readonly<Record<string, Omit<Finding, "code">>>;

const found = (code: keyof typeof codeFindings): Finding => ({ code, ...codeFindings[code] });

/** The levels of division (区划级别), told apart by the length of the code. */
export enum DivisionLevel {
  /** 省级, 2 digits. */
  PROVINCE = "PROVINCE",
  /** 地级, 4 digits. */
  CITY = "CITY",
  /** 县级, 6 digits. */
  DISTRICT = "DISTRICT",
  /** 乡级, 9 digits. */
  TOWNSHIP = "TOWNSHIP",
  /** 村级, 12 digits. */
  COMMUNITY = "COMMUNITY",
}

const levels: ReadonlyMap<number, DivisionLevel> = new Map([
  [2, DivisionLevel.PROVINCE],
  [4, DivisionLevel.CITY],
  [6, DivisionLevel.DISTRICT],
  [9, DivisionLevel.TOWNSHIP],
  [12, DivisionLevel.COMMUNITY],
]);

const provinces: ReadonlySet<string> = new Set(
  (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 " +
    "50 51 52 53 54 61 62 63 64 65 71 81 82"
  ).split(" "),
);

/** Dongguan, Zhongshan, Danzhou and Jiayuguan have no districts: `441900` is written for the missing level. */
const citiesWithoutDistricts: ReadonlySet<string> = new Set(["4419", "4420", "4604", "6202"]);

/** Judges a division code (区划代码): GB/T 2260 to the district, GB/T 10114 and the statistical codes below it. */
export function checkDivisionCode(text: string): Finding | undefined {
  if (!/^\d+$/.test(text) || !levels.has(text.length)) return found("DIVISION_CODE_SHAPE");
  if (!provinces.has(text.slice(0, 2))) return found("DIVISION_CODE_PROVINCE");
  const [city, district, township, community] = [
    text.slice(2, 4),
    text.slice(4, 6),
    text.slice(6, 9),
    text.slice(9),
  ];
  const withoutDistricts = citiesWithoutDistricts.has(text.slice(0, 4));
  if (
    city === "00" ||
    (district === "00" && !withoutDistricts) ||
    township === "000" ||
    community === "000"
  ) {
    return found("DIVISION_CODE_PADDED");
  }
  return Number(township) > 599 ? found("DIVISION_CODE_TOWNSHIP") : undefined;
}

/** The level a division code stands for; `undefined` for a text of any other length. */
export const divisionLevel = (code: string): DivisionLevel | undefined => levels.get(code.length);

/** The code of the division right above; `undefined` above a province. */
export const parentDivision = (code: string): string | undefined => {
  const length = [...levels.keys()].findLast((shorter) => shorter < code.length);
  return length === undefined ? undefined : code.slice(0, length);
};

/** What kind of body governs at township level, by the third part of the code (GB/T 10114). */
export enum TownshipClass {
  /** 街道, 001–099. */
  SUBDISTRICT = "SUBDISTRICT",
  /** 镇, 100–199. */
  TOWN = "TOWN",
  /** 乡, 200–399. */
  TOWNSHIP = "TOWNSHIP",
  /** 类似乡级单位, 400–599: development zones, state farms and the like. */
  OTHER = "OTHER",
}

/** The class of the sub-district or town that a code of 9 digits or more lies in. */
export function townshipClass(code: string): TownshipClass {
  const part = Number(code.slice(6, 9));
  if (part < 100) return TownshipClass.SUBDISTRICT;
  if (part < 200) return TownshipClass.TOWN;
  return part < 400 ? TownshipClass.TOWNSHIP : TownshipClass.OTHER;
}

/** What kind of self-governing body a community-level code stands for, by its fourth part. */
export enum CommunityClass {
  /** 居民委员会, 001–199. */
  RESIDENTS_COMMITTEE = "RESIDENTS_COMMITTEE",
  /** 村民委员会, 200–399. */
  VILLAGE_COMMITTEE = "VILLAGE_COMMITTEE",
  /** 类似居委会、村委会, 400 and above. */
  OTHER = "OTHER",
}

/** The class of the community or village that a code of 12 digits or more lies in. */
export function communityClass(code: string): CommunityClass {
  const part = Number(code.slice(9, 12));
  if (part < 200) return CommunityClass.RESIDENTS_COMMITTEE;
  return part < 400 ? CommunityClass.VILLAGE_COMMITTEE : CommunityClass.OTHER;
}

/** Judges a unit grid code (单元网格代码, CJ/T 213): 15 digits, the community's 12 and a sequence of 3. */
export function checkGridCode(text: string): Finding | undefined {
  if (!/^\d{15}$/.test(text)) return found("GRID_CODE_SHAPE");
  if (text.endsWith("000")) return found("GRID_CODE_SEQUENCE");
  return checkDivisionCode(communityOfGrid(text));
}

/** The community a grid lies in. */
export const communityOfGrid = (gridCode: string): string => gridCode.slice(0, 12);

/** Judges the code of a city component (部件代码, CJ/T 214): lamp posts, manhole covers, benches. */
export function checkComponentCode(text: string): Finding | undefined {
  if (!/^\d{16}$/.test(text)) return found("COMPONENT_CODE_SHAPE");
  return checkDivisionCode(text.slice(0, 6));
}

/** The parts of a checked component code (部件代码): district, 大类, 小类, sequence. */
export const componentCodeParts = (code: string) => ({
  district: code.slice(0, 6),
  class: code.slice(6, 8),
  subclass: code.slice(8, 10),
  sequence: code.slice(10),
});

/**
 * Judges the code of a power item (职权编码). No national form fits every list; this is the widespread one of 16 digits.
 * Its area may be filled up with zeros: `430000` is a power of the province.
 */
export function checkPowerItemCode(text: string): Finding | undefined {
  if (!/^\d{16}$/.test(text)) return found("POWER_ITEM_CODE_SHAPE");
  const { area, kind } = powerItemCodeParts(text);
  if (!provinces.has(area.slice(0, 2))) return found("DIVISION_CODE_PROVINCE");
  return /^(0[1-9]|10)$/.test(kind) ? undefined : found("POWER_ITEM_CODE_KIND");
}

/** The parts of a checked power item code. `kind` is 01 to 10: the nine kinds of power and 其他. `subItem` 00 is the item itself. */
export const powerItemCodeParts = (code: string) => ({
  area: code.slice(0, 6),
  body: code.slice(6, 9),
  kind: code.slice(9, 11),
  sequence: code.slice(11, 14),
  subItem: code.slice(14),
});

/** Digits and capitals without I, O, S, V, Z; a character's value is its place here. */
const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Judges a unified social credit code (统一社会信用代码, GB 32100-2015). */
export function checkCreditCode(text: string): Finding | undefined {
  if (/^[0-9A-Z]{18}$/.test(text) && /[IOSVZ]/.test(text)) return found("CREDIT_CODE_LETTER");
  if (!/^[1-9ANY][1-9]\d{6}[0-9A-Z]{10}$/.test(text)) return found("CREDIT_CODE_SHAPE");
  return creditCodeCheck(text.slice(0, 17)) === text[17] ? undefined : found("CREDIT_CODE_CHECK_CHARACTER");
}

/** The check character that completes 17 characters: weights are the powers of 3, modulo 31. */
export function creditCodeCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** 性别 (GB/T 2261.1), as the resident number tells it. */
export enum Sex {
  /** 男 */
  MALE = "MALE",
  /** 女 */
  FEMALE = "FEMALE",
}

/** Nobody is known to have lived longer than 122 years. */
const OLDEST_YEARS = 130;

const plausibleBirth = (birthDate: Day, today: Day): boolean =>
  birthDate <= today && Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) <= OLDEST_YEARS;

/**
 * Judges a resident number (公民身份号码, GB 11643-1999). Where the day is known (`today`, of the request), the birth date
 * must not lie after it nor further back than anyone has lived.
 */
export function checkResidentNumber(text: string, today?: Day): Finding | undefined {
  if (!/^\d{17}[\dX]$/.test(text)) return found("RESIDENT_NUMBER_SHAPE");
  // 83: residence permits of people from Taiwan (2018); the area may be long abolished, the province may not.
  if (!provinces.has(text.slice(0, 2)) && !text.startsWith("83")) return found("RESIDENT_NUMBER_AREA");
  const { birthDate } = residentNumberParts(text);
  if (!isDay(birthDate) || (today && !plausibleBirth(birthDate, today))) {
    return found("RESIDENT_NUMBER_BIRTH_DATE");
  }
  return residentNumberCheck(text.slice(0, 17)) === text[17]
    ? undefined
    : found("RESIDENT_NUMBER_CHECK_DIGIT");
}

/** The check digit that completes 17 digits (ISO 7064 MOD 11-2): weights are the powers of 2, modulo 11. */
export function residentNumberCheck(first17: string): string {
  const remainder = [...first17].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  return "10X98765432".charAt(remainder);
}

/** What a checked resident number tells: where it was first issued, birth date and sex (odd sequence: male). */
export const residentNumberParts = (number: string): { area: string; birthDate: Day; sex: Sex } => ({
  area: number.slice(0, 6),
  birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as Day,
  sex: Number(number[16]) % 2 === 1 ? Sex.MALE : Sex.FEMALE,
});

/** Judges a mainland mobile number (手机号码) as it is dialled, without country code, spaces or hyphens. */
export const checkMobileNumber = (text: string): Finding | undefined =>
  /^1[3-9]\d{9}$/.test(text) ? undefined : found("MOBILE_NUMBER_SHAPE");

const compoundSurnames: ReadonlySet<string> = new Set(
  (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 闻人 端木 轩辕 南宫 独孤 拓跋 " +
    "钟离 淳于 单于 太史 申屠 公冶 澹台 万俟 赫连 呼延 东郭 百里 西门 左丘 羊舌 司空 濮阳 公羊 闾丘 颛孙 鲜于"
  ).split(" "),
);

/** 王小明 → 王*, 欧阳小明 → 欧阳*: the surname, so that staff can address the person. */
export function maskName(name: string): string {
  // By code points: rare surnames such as 𠮷 take two UTF-16 units.
  const [first = "", second = "", ...given] = name.trim();
  const compound = given.length > 0 && compoundSurnames.has(first + second);
  return `${compound ? first + second : first}*`;
}

/** How people write numbers by which somebody can be reached or known: mobile, fixed line, resident number. */
export const numbersInText =
  "(?<![0-9])(?:1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8}|[0-9]{17}[0-9Xx])(?![0-9])";
const everyNumber = new RegExp(numbersInText, "g");

/** 请打13812345678联系 → 请打****联系: what is said stays, whom it leads to does not. */
export const maskNumbersIn = (text: string): string => text.replace(everyNumber, "****");

/** 13812345678 → 138****5678: the network and the last four, which a caller can confirm. */
export const maskPhone = (phone: string): string =>
  checkMobileNumber(phone) ? "****" : `${phone.slice(0, 3)}****${phone.slice(7)}`;

/**
 * 11010519491231002X → 110105************: only the area stays. The common form that also shows the last four is
 * undone by anyone who knows the birthday, since area, birth date and last four are the whole number.
 */
export const maskResidentNumber = (number: string): string =>
  /^\d{17}[\dX]$/.test(number) ? number.slice(0, 6).padEnd(18, "*") : "*".repeat(18);
