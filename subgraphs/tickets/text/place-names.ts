/** Kinds of place that people name, with the endings by which each is known. Longest first within a kind. */
const kinds = {
  MARKET: "农产品批发市场 农贸市场 批发市场 菜市场 大市场 早市 菜场 市场 大集 集市",
  PLANT: "化工厂 化肥厂 水泥厂 饲料厂 食品厂 家具厂 搅拌站 加工厂 工业园 产业园 化工 厂区 工厂 厂",
  ESTATE:
    "回迁小区 安置小区 小区 家园 花园 新村 公寓 花苑 雅苑 新苑 佳苑 名苑 嘉园 家属院 大院 华庭 名城 新城 城",
  SCHOOL: "实验小学 中心小学 幼儿园 小学 中学 学校",
  HOSPITAL: "卫生院 医院",
  ROAD: "大道 大街 胡同 路口 东路 西路 南路 北路 路 街 巷",
  WATER: "河 渠 湖 水库",
  SQUARE: "文化广场 广场 公园",
  SHOP: "购物中心 超市 商场 大厦 酒楼 饭店 健身房 健身",
} as const;

export type PlaceKind = keyof typeof kinds;

export interface PlaceName {
  readonly kind: PlaceKind;
  /** Without its ending: 永兴 of 永兴农贸市场. */
  readonly head: string;
}

/** A place that a text names, by whichever of the names that the grid centre knows (所提地点). */
export interface KnownPlace {
  readonly name: string;
  /** Of an estate or a grid. */
  readonly code: string;
}

const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, endings]) =>
    endings.split(" ").map((ending) => [ending, kind as PlaceKind]),
  ),
);

/** Characters that end what came before a name rather than begin it. */
const before =
  "的了在到从去往由和与及跟是我你他她它们就个那这有无没旁边里面口把被给让对向靠离近至住来于为以过家于叫做像还也都又只能不要很大小老新破条所间座处位段上下前后内外中进出开着得地说问知道找等比每各该本某第一二三四五六七八九十两几半年月日天号点时分";

const endings = [...kindOf.keys()].sort((one, other) => other.length - one.length);
const ending = new RegExp(endings.join("|"), "gu");
/** What a place lies in, or who tells of it, is no part of its name. */
const within = /^.*(?:社区|街道|反映|[镇乡])/u;
const leading = /[\u4e00-\u9fff]{2,4}$/u;

/**
 * Places that a text names, whatever list they are on or are not: 永兴市场, 永兴农贸市场 and 永兴菜市场 are one market.
 * What is only a kind, as in 旁边的工厂, names nothing.
 */
export function placeNames(text: string): { readonly names: readonly PlaceName[]; readonly rest: string } {
  const names: PlaceName[] = [];
  let rest = "";
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ending)) {
    const lead = text.slice(Math.max(from, index - 4), index).match(leading)?.[0] ?? "";
    let head = lead.length;
    while (head > 0 && !before.includes(lead[head - 1] ?? "")) head -= 1;
    head = Math.max(head, lead.match(within)?.[0].length ?? 0);
    const kind = kindOf.get(found);
    if (lead.length - head < 2 || !kind) continue;
    names.push({ kind, head: lead.slice(head) });
    rest += `${text.slice(from, index - (lead.length - head))} `;
    from = index + found.length;
  }
  return { names, rest: rest + text.slice(from) };
}

/** Whether two names may be one place's: same kind, and one head begins or ends the other. */
export const namesAlike = (one: PlaceName, other: PlaceName): boolean =>
  one.kind === other.kind &&
  (one.head.startsWith(other.head) ||
    other.head.startsWith(one.head) ||
    one.head.endsWith(other.head) ||
    other.head.endsWith(one.head));
