import { Sex } from "../../../subgraphs/shared/codes.ts";
import type { Random } from "./random.ts";

/** Commonest surnames first, each as often as its place suggests. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万钱严";

type Generation = "ELDER" | "MIDDLE" | "YOUNG";

/** Given-name characters of three generations. */
const GIVEN: Readonly<Record<Sex, Readonly<Record<Generation, string>>>> = {
  [Sex.MALE]: {
    ELDER: "国建德福树永文明志长春生富贵全成庆发有根玉清财宝兴荣振海山林金学义忠",
    MIDDLE: "伟强军勇涛斌辉鹏波峰磊刚杰超亮平飞宏凯晖俊毅建东明志华立新海洋",
    YOUNG: "浩宇子轩梓睿泽博涵俊逸一诺辰昊铭嘉瑞铮宸霖航晨煜皓言",
  },
  [Sex.FEMALE]: {
    ELDER: "秀英桂兰玉珍凤淑芳素华香莲翠云菊花美荣春梅金惠琴爱",
    MIDDLE: "丽娟敏静燕霞艳红梅玲芬洁莉萍雪琳倩慧婷颖晓娜媛佳蕾岚虹",
    YOUNG: "梓涵欣怡诗雨萱可馨子晴语桐若曦一诺思彤佳妮悦然沐紫琪",
  },
};

/** Bounds of the generations by age. */
const generationAt = (age: number): Generation => (age >= 58 ? "ELDER" : age >= 26 ? "MIDDLE" : "YOUNG");

export function surname(random: Random): string {
  // Squared: the first of the list come up far more often than the last.
  return SURNAMES.charAt(Math.floor(random.fraction() ** 1.7 * SURNAMES.length));
}

export function givenName(random: Random, sex: Sex, age: number): string {
  const characters = GIVEN[sex][generationAt(age)];
  return random.chance(0.18)
    ? anyOf(random, characters)
    : `${anyOf(random, characters)}${anyOf(random, characters)}`;
}

const anyOf = (random: Random, characters: string): string =>
  characters.charAt(random.between(0, characters.length - 1));

export interface Named {
  readonly name: string;
  readonly sex: Sex;
}

/** An invented adult of working age. */
export function personName(random: Random): Named {
  const sex = random.chance(0.5) ? Sex.MALE : Sex.FEMALE;
  return { sex, name: surname(random) + givenName(random, sex, random.between(28, 56)) };
}
