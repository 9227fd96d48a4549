import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the grids subgraph. */
export const gridErrors = {
  PLACE_SEARCH_TOO_WIDE: {
    fault: "CALLER",
    en: "Name a district or a narrower division to look in, not {within}: the same names occur all over the country.",
    zh: "请指定区县或更小的区划，而不是 {within}：各地地名多有重复。",
    rule: "domain: never look a place up by name alone",
  },
  PLACE_TEXT_LENGTH: {
    fault: "CALLER",
    en: "Give between 2 and {most} characters of the address or demand.",
    zh: "请提供 2 至 {most} 个字的地址或诉求内容。",
  },
  NOT_SERVING_HOUSEHOLD: {
    fault: "CALLER",
    en: "Only members who serve the household's grid on {day}, and staff of its community, record visits there.",
    zh: "仅当日（{day}）负责该网格的网格员及所属社区工作人员可以登记该户走访。",
    rule: "KF-2, ZY-7",
  },
  VISIT_IN_FUTURE: {
    fault: "CALLER",
    en: "The visit on {visitedOn} has not taken place: today is {today}. Record it afterwards.",
    zh: "走访日期 {visitedOn} 尚未到来（今天是 {today}），请在走访后登记。",
    rule: "KF-2",
  },
  OBSERVATION_PURPOSE_MISSING: {
    fault: "CALLER",
    en: "Say what the observation may be used for: none is kept without a purpose.",
    zh: "请填写该情况的用途：没有明确用途的情况不得登记。",
    rule: "ZY-6",
  },
  OBSERVATION_EXPIRY: {
    fault: "CALLER",
    en: "An observation expires between {earliest} and {latest}; {given} was asked.",
    zh: "走访情况的有效期须在 {earliest} 至 {latest} 之间，所填为 {given}。",
    rule: "ZY-6",
  },
  GRID_NOT_IN_FORCE: {
    fault: "CALLER",
    en: "Grid {grid} is not in force on {day}. Look at its predecessors or successors.",
    zh: "网格 {grid} 在 {day} 未启用或已停用，请查看其前身或后继网格。",
    rule: "ZY-1",
  },
  GRID_NOT_BASIC: {
    fault: "CALLER",
    en: "Grid {grid} is exclusive: it belongs to its institution and is neither split nor merged.",
    zh: "网格 {grid} 是专属网格，随所属单位设立，不作拆分或合并。",
    rule: "ZY-2",
  },
  SPLIT_LINE_MISSES: {
    fault: "CALLER",
    en: "The line does not cut grid {grid} in two. Draw it across.",
    zh: "该直线未将网格 {grid} 一分为二，请重新划线。",
    rule: "ZY-1",
  },
  GRIDS_DO_NOT_ADJOIN: {
    fault: "CALLER",
    en: "The grids {grids} do not form one piece of land. Merge only neighbours that share a border.",
    zh: "网格 {grids} 不能连成一片，只能合并有共同边界的相邻网格。",
    rule: "ZY-1",
  },
  MERGE_NEEDS_NEIGHBOURS: {
    fault: "CALLER",
    en: "Name at least two different grids of one community to merge.",
    zh: "请指定同一社区内两个以上不同的网格。",
    rule: "ZY-1",
  },
  GRID_NAME_MISSING: {
    fault: "CALLER",
    en: "Every new grid needs a name.",
    zh: "新设网格须有名称。",
    rule: "ZY-1",
  },
  GRID_CODES_USED_UP: {
    fault: "CALLER",
    en: "Community {community} has used up its grid codes; a code is never given out again.",
    zh: "社区 {community} 的网格编码已用完；停用的编码不再启用。",
    rule: "CJ/T 213",
  },
  BUILDING_NOT_IN_GRID: {
    fault: "CALLER",
    en: "Building {building} does not lie in grid {grid}.",
    zh: "楼栋 {building} 不在网格 {grid} 内。",
    rule: "ZY-3",
  },
  MEMBER_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Member {member} is on the roster of another district than grid {grid}.",
    zh: "网格员 {member} 与网格 {grid} 不属于同一区县。",
    rule: "ZY-7",
  },
  ALREADY_ASSIGNED: {
    fault: "CALLER",
    en: "Member {member} serves grid {grid} already on days of that period. End the other assignment first.",
    zh: "网格员 {member} 在该时段内已负责网格 {grid}，请先结束原任职。",
    rule: "ZY-7",
  },
  ASSIGNMENT_ENDED: {
    fault: "CALLER",
    en: "The assignment {assignment} has an end already: {end}.",
    zh: "任职 {assignment} 已定于 {end} 结束。",
    rule: "ZY-7",
  },
  PERIOD_REVERSED: {
    fault: "CALLER",
    en: "The end, {end}, must come after the beginning, {start}.",
    zh: "结束日期 {end} 须晚于开始日期 {start}。",
  },
  ALIAS_INCOMPLETE: {
    fault: "CALLER",
    en: "Give a name of {shortest} to {longest} characters, and where it is known from.",
    zh: "请提供 {shortest} 至 {longest} 个字的名称，并注明来源。",
  },
  ALIAS_KNOWN: {
    fault: "CALLER",
    en: "{division} has the name {name} from that day already.",
    zh: "{division} 自该日起已登记有名称 {name}。",
  },
} as const satisfies Catalogue;

export const refuse = refusals(gridErrors);
