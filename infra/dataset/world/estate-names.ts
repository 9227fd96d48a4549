import type { InstitutionType } from "./institution-type.ts";
import type { Community } from "./places.ts";
import type { Random } from "./random.ts";

const AUSPICIOUS =
  "锦湖 和顺 金桂 翠竹 学府 望江 福源 祥和 紫薇 康居 安和 永兴 兴隆 文华 凤鸣 丽景 春晓 东苑 西城 南湖 北辰 枫林 荷塘 银杏 桂花 梧桐 百合 龙腾 华夏 明珠 金色 世纪 新华 建设 光明 幸福 团结 和平 富强 向阳".split(
    " ",
  );
const NEW_ESTATES = "花园 小区 苑 家园 佳苑 雅居 名邸 公寓 新城 华庭".split(" ");
const OLD_ESTATES =
  "电机厂宿舍 纺织厂家属院 粮食局家属院 教师新村 铁路新村 机床厂宿舍 物资局家属楼 供销社家属院 老干部楼 运输公司宿舍".split(
    " ",
  );

/** Invented names for `count` estates of one community, none twice. A village's blocks are all the village. */
export function estateNames(random: Random, community: Community, count: number): string[] {
  if (!community.urban) return Array.from({ length: count }, () => community.shortName);
  const old = random.sample(OLD_ESTATES, Math.ceil(count / 4));
  const modern = random.sample(AUSPICIOUS, count).map((word) => `${word}${random.pick(NEW_ESTATES)}`);
  return modern.map((name, index) => (index % 4 === 3 ? (old[(index - 3) / 4] ?? name) : name));
}

interface InstitutionName {
  readonly name: string;
  readonly alsoCalled: readonly string[];
}

/** An invented institution, and what people call it: the same market named three ways. */
export function institutionName(
  random: Random,
  community: Community,
  institution: InstitutionType,
): InstitutionName {
  const place = community.shortName.replace(/(社区|村)$/, "");
  const word = random.pick(AUSPICIOUS);
  switch (institution) {
    case "MARKET":
      return { name: `${word}农贸综合市场`, alsoCalled: [`${word}菜市场`, `${place}那个菜场`] };
    case "SCHOOL": {
      const school = random.pick(["小学", "中学", "幼儿园"]);
      return { name: `${place}${word}${school}`, alsoCalled: [`${word}${school}`, `${place}${school}`] };
    }
    case "HOSPITAL":
      return community.urban
        ? { name: `${place}社区卫生服务中心`, alsoCalled: [`${place}卫生院`, `${place}社区医院`] }
        : { name: `${community.shortName}卫生室`, alsoCalled: [`${place}卫生所`, "村医务室"] };
    case "PARK":
      return { name: `${word}产业园区`, alsoCalled: [`${word}园区`, `${word}工业园`] };
  }
}
