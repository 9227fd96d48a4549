import { Post } from "../../subgraphs/shared/principal.ts";
import { divisionOfUnit, type PersonalPost, type PostHolder } from "./post-holder.ts";

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A post of the local stack that can be asked for by name. Its holder is invented; its place is real. */
export interface NamedPost extends Required<Omit<PostHolder, "onBehalfOf">> {
  readonly label: Bilingual;
  /** The district and the sub-district in it, as the chooser groups them. */
  readonly place: Bilingual;
}

const POST_NAMES: Readonly<Record<PersonalPost, Bilingual>> = {
  [Post.RESIDENT]: { zh: "居民", en: "Resident" },
  [Post.GRID_MEMBER]: { zh: "网格员", en: "Grid member" },
  [Post.COMMUNITY_STAFF]: { zh: "工作者", en: "Community staff" },
  [Post.COMMUNITY_SECRETARY]: { zh: "书记", en: "Community secretary" },
  [Post.SUBDISTRICT_LEADER]: { zh: "领导", en: "Sub-district leader" },
  [Post.CENTRE_DISPATCHER]: { zh: "派单员", en: "Dispatcher" },
  [Post.RESPONDER]: { zh: "应哨人", en: "Responder" },
  [Post.CHIEF_RESPONDER]: { zh: "总应哨人", en: "Chief responder" },
  [Post.PERFORMANCE_OFFICE]: { zh: "考核员", en: "Assessor" },
  [Post.LIST_KEEPER]: { zh: "清单管理员", en: "List keeper" },
  [Post.DISTRICT_LEADER]: { zh: "领导", en: "District leader" },
  [Post.DATA_STEWARD]: { zh: "数据管理员", en: "Data steward" },
};

/** Territorial bodies by division code, departments by short name. */
const UNIT_NAMES: Readonly<Record<string, Bilingual>> = {
  "430105": { zh: "开福区", en: "Kaifu" },
  "430105010": { zh: "通泰街街道", en: "Tongtaijie" },
  "430105010003": { zh: "连升街社区", en: "Lianshengjie" },
  "110117": { zh: "平谷区", en: "Pinggu" },
  "110117005": { zh: "马坊地区", en: "Mafang" },
  "110117005001": { zh: "汇景社区", en: "Huijing" },
  "370685003": { zh: "梦芝街道", en: "Mengzhi" },
  "370685003001": { zh: "梦芝社区", en: "Mengzhi" },
  "620702": { zh: "甘州区", en: "Ganzhou" },
  "620702001": { zh: "东街街道", en: "Dongjie" },
  "COMMAND-CENTRE": { zh: "指挥中心", en: "command centre" },
  "SUPERVISION-CENTRE": { zh: "监督中心", en: "supervision centre" },
  "MARKET-SUPERVISION": { zh: "市场监管局", en: "market supervision" },
  "URBAN-MANAGEMENT": { zh: "城管执法大队", en: "urban management" },
  "CIVIL-AFFAIRS": { zh: "民政局", en: "civil affairs" },
  "PUBLIC-SECURITY": { zh: "公安分局", en: "public security" },
  COMMERCE: { zh: "商务局", en: "commerce bureau" },
  "CITY-INVESTMENT": { zh: "城投公司", en: "city investment company" },
  HOUSING: { zh: "住建委", en: "housing commission" },
  "POWER-SUPPLY": { zh: "供电公司", en: "power supply company" },
  "PERFORMANCE-OFFICE": { zh: "绩效办", en: "performance office" },
  "ESTABLISHMENT-OFFICE": { zh: "编办", en: "establishment office" },
  "DATA-BUREAU": { zh: "数据局", en: "data bureau" },
};

type Row = readonly [
  role: string,
  post: PersonalPost,
  unit: string,
  name: string,
  /** Only where it is not the unit's own: a department's stationed staff answer for a part of the district. */
  division?: string,
];

const at = (slug: string, place: Bilingual, rows: readonly Row[]): NamedPost[] =>
  rows.map(([role, post, unit, name, division = divisionOfUnit(unit)]) => {
    const unitName = UNIT_NAMES[unit.replace(/^\d{6}-/, "")];
    if (!unitName) throw new Error(`${unit} of ${slug}-${role} has no name`);
    const postName = POST_NAMES[post];
    const label = { zh: `${unitName.zh}${postName.zh}`, en: `${postName.en}, ${unitName.en}` };
    return { id: `${slug}-${role}`, name, post, unit, division, label, place };
  });

/** The street calls four bodies about the market on 西长街 (KF-8 to KF-17). */
const kaifu = at("kaifu", { zh: "开福区（通泰街街道）", en: "Kaifu (Tongtaijie)" }, [
  ["resident", Post.RESIDENT, "430105010003", "黎晓芸"],
  ["grid-member", Post.GRID_MEMBER, "430105010003", "彭卫东"],
  ["community-staff", Post.COMMUNITY_STAFF, "430105010003", "谭思敏"],
  ["community-secretary", Post.COMMUNITY_SECRETARY, "430105010003", "罗建湘"],
  ["street-leader", Post.SUBDISTRICT_LEADER, "430105010", "易国华"],
  ["dispatcher", Post.CENTRE_DISPATCHER, "430105-COMMAND-CENTRE", "邓佳怡"],
  ["supervisor", Post.RESPONDER, "430105-SUPERVISION-CENTRE", "祁向东"],
  ["market-responder", Post.RESPONDER, "430105-MARKET-SUPERVISION", "欧阳志平", "430105010"],
  ["market-chief", Post.CHIEF_RESPONDER, "430105-MARKET-SUPERVISION", "戴立新"],
  ["urban-responder", Post.RESPONDER, "430105-URBAN-MANAGEMENT", "贺文斌", "430105010"],
  ["urban-chief", Post.CHIEF_RESPONDER, "430105-URBAN-MANAGEMENT", "龙海波"],
  ["civil-responder", Post.RESPONDER, "430105-CIVIL-AFFAIRS", "聂思远", "430105010"],
  ["civil-chief", Post.CHIEF_RESPONDER, "430105-CIVIL-AFFAIRS", "粟芳"],
  ["police-responder", Post.RESPONDER, "430105-PUBLIC-SECURITY", "向卫国", "430105010"],
  ["police-chief", Post.CHIEF_RESPONDER, "430105-PUBLIC-SECURITY", "成铁军"],
  ["commerce-responder", Post.RESPONDER, "430105-COMMERCE", "夏雨桐", "430105010"],
  ["commerce-chief", Post.CHIEF_RESPONDER, "430105-COMMERCE", "文佩兰"],
  ["investment-responder", Post.RESPONDER, "430105-CITY-INVESTMENT", "汤明辉", "430105010"],
  ["investment-chief", Post.CHIEF_RESPONDER, "430105-CITY-INVESTMENT", "石远航"],
  ["performance-office", Post.PERFORMANCE_OFFICE, "430105-PERFORMANCE-OFFICE", "蒋雅琴"],
  ["list-keeper", Post.LIST_KEEPER, "430105-ESTABLISHMENT-OFFICE", "宋承志"],
  ["data-steward", Post.DATA_STEWARD, "430105-DATA-BUREAU", "傅梓涵"],
  ["market-steward", Post.DATA_STEWARD, "430105-MARKET-SUPERVISION", "祝雨薇"],
  ["urban-steward", Post.DATA_STEWARD, "430105-URBAN-MANAGEMENT", "阳晓峰"],
  ["civil-steward", Post.DATA_STEWARD, "430105-CIVIL-AFFAIRS", "柳静怡"],
  ["police-steward", Post.DATA_STEWARD, "430105-PUBLIC-SECURITY", "易恒"],
  ["district-leader", Post.DISTRICT_LEADER, "430105", "严正清"],
]);

/** Fifteen callers ask for chargers at one estate (PG-2, PG-3, PG-8, PG-14). */
const pinggu = at("pinggu", { zh: "平谷区（马坊地区）", en: "Pinggu (Mafang)" }, [
  ["resident", Post.RESIDENT, "110117005001", "安秀兰"],
  ["grid-member", Post.GRID_MEMBER, "110117005001", "于海涛"],
  ["community-staff", Post.COMMUNITY_STAFF, "110117005001", "屈婷婷"],
  ["community-secretary", Post.COMMUNITY_SECRETARY, "110117005001", "贾春生"],
  ["street-leader", Post.SUBDISTRICT_LEADER, "110117005", "崔永强"],
  ["dispatcher", Post.CENTRE_DISPATCHER, "110117-COMMAND-CENTRE", "岳晨"],
  ["housing-responder", Post.RESPONDER, "110117-HOUSING", "门学军", "110117005"],
  ["housing-chief", Post.CHIEF_RESPONDER, "110117-HOUSING", "路振华"],
  ["power-responder", Post.RESPONDER, "110117-POWER-SUPPLY", "项志刚", "110117005"],
  ["power-chief", Post.CHIEF_RESPONDER, "110117-POWER-SUPPLY", "柏长林"],
  ["performance-office", Post.PERFORMANCE_OFFICE, "110117-PERFORMANCE-OFFICE", "尹素梅"],
  ["list-keeper", Post.LIST_KEEPER, "110117-ESTABLISHMENT-OFFICE", "栾博文"],
  ["data-steward", Post.DATA_STEWARD, "110117-DATA-BUREAU", "佟雪"],
  ["district-leader", Post.DISTRICT_LEADER, "110117", "秦怀远"],
]);

/** A household-linked party member reports from a doorstep (ZY-6, ZY-9). */
const zhaoyuan = at("zhaoyuan", { zh: "招远市（梦芝街道）", en: "Zhaoyuan (Mengzhi)" }, [
  ["grid-member", Post.GRID_MEMBER, "370685003001", "曲美玲"],
  ["street-leader", Post.SUBDISTRICT_LEADER, "370685003", "战洪亮"],
  ["dispatcher", Post.CENTRE_DISPATCHER, "370685-COMMAND-CENTRE", "初晓丽"],
]);

/** The lists decide what may be handed to a street (GZ-5 to GZ-9). */
const ganzhou = at("ganzhou", { zh: "甘州区（东街街道）", en: "Ganzhou (Dongjie)" }, [
  ["street-leader", Post.SUBDISTRICT_LEADER, "620702001", "脱国梁"],
  ["dispatcher", Post.CENTRE_DISPATCHER, "620702-COMMAND-CENTRE", "妥小燕"],
  ["list-keeper", Post.LIST_KEEPER, "620702-ESTABLISHMENT-OFFICE", "保志远"],
  ["district-leader", Post.DISTRICT_LEADER, "620702", "陇建军"],
]);

/** Every named post, place by place. */
export const namedPosts: readonly NamedPost[] = [...kaifu, ...pinggu, ...zhaoyuan, ...ganzhou];

const byId = new Map(namedPosts.map((named) => [named.id, named]));

/** The named post, or undefined when there is none of that name. */
export const namedPost = (id: string): NamedPost | undefined => byId.get(id);
