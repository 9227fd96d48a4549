import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the grids subgraph. */
export const gridErrors = {
  PLACE_SEARCH_TOO_WIDE: {
    fault: "CALLER",
    en: "Name a district or a narrower division to look in, not {within}: the same names occur all over the country.",
    zh: "请指定区县或更小的区划，而不是 {within}：各地地名多有重复。",
    rule: null,
  },
  PLACE_TEXT_LENGTH: {
    fault: "CALLER",
    en: "Give between 2 and {most} characters of the address or demand.",
    zh: "请提供 2 至 {most} 个字的地址或诉求内容。",
    rule: null,
  },
  NOT_SERVING_HOUSEHOLD: {
    fault: "CALLER",
    en: "You do not serve the household's grid on {day}.",
    zh: "您在 {day} 不负责该户所在网格。",
    rule: "KF-2, ZY-7",
    allowed: {
      en: "Members who serve it that day, and staff of its community, record visits there.",
      zh: "当日负责该网格的网格员及所属社区工作人员可以登记该户走访。",
      posts: ["GRID_MEMBER", "GRID_ASSISTANT", "COMMUNITY_STAFF", "COMMUNITY_SECRETARY"],
    },
  },
  VISIT_IN_FUTURE: {
    fault: "CALLER",
    en: "The visit on {visitedOn} has not taken place: today is {today}.",
    zh: "走访日期 {visitedOn} 尚未到来（今天是 {today}）。",
    rule: "KF-2",
    allowed: {
      en: "Record it afterwards.",
      zh: "请在走访后登记。",
      latest: "{today}",
    },
  },
  OBSERVATION_PURPOSE_MISSING: {
    fault: "CALLER",
    en: "No observation is kept without a purpose.",
    zh: "没有明确用途的情况不得登记。",
    rule: "ZY-6",
    allowed: {
      en: "Say what it may be used for.",
      zh: "请填写该情况的用途。",
    },
  },
  OBSERVATION_EXPIRY: {
    fault: "CALLER",
    en: "The observation cannot expire on {given}.",
    zh: "走访情况的有效期不能至 {given}。",
    rule: "ZY-6",
    allowed: {
      en: "Choose a day between {earliest} and {latest}.",
      zh: "有效期须在 {earliest} 至 {latest} 之间。",
      earliest: "{earliest}",
      latest: "{latest}",
    },
  },
  GRID_NOT_IN_FORCE: {
    fault: "CALLER",
    en: "Grid {grid} is not in force on {day}.",
    zh: "网格 {grid} 在 {day} 未启用或已停用。",
    rule: "ZY-1",
    allowed: {
      en: "Look at its predecessors or successors.",
      zh: "请查看其前身或后继网格。",
    },
  },
  GRID_NOT_BASIC: {
    fault: "CALLER",
    en: "Grid {grid} is exclusive: it belongs to its institution and is neither split nor merged.",
    zh: "网格 {grid} 是专属网格，随所属单位设立，不作拆分或合并。",
    rule: "ZY-2",
    allowed: {
      en: "Split or merge basic grids.",
      zh: "仅基础网格可拆分、合并。",
    },
  },
  SPLIT_LINE_MISSES: {
    fault: "CALLER",
    en: "The line does not cut grid {grid} in two.",
    zh: "该直线未将网格 {grid} 一分为二。",
    rule: "ZY-1",
    allowed: {
      en: "Draw it across.",
      zh: "请重新划线。",
    },
  },
  GRIDS_DO_NOT_ADJOIN: {
    fault: "CALLER",
    en: "The grids {grids} do not form one piece of land.",
    zh: "网格 {grids} 不能连成一片。",
    rule: "ZY-1",
    allowed: {
      en: "Merge only neighbours that share a border.",
      zh: "只能合并有共同边界的相邻网格。",
    },
  },
  MERGE_NEEDS_NEIGHBOURS: {
    fault: "CALLER",
    en: "Fewer than two grids of one community are named.",
    zh: "所列网格不足两个或不属同一社区。",
    rule: "ZY-1",
    allowed: {
      en: "Name at least two different grids of one community to merge.",
      zh: "请指定同一社区内两个以上不同的网格。",
    },
  },
  GRID_NAME_MISSING: {
    fault: "CALLER",
    en: "A new grid has no name.",
    zh: "新设网格没有名称。",
    rule: "ZY-1",
    allowed: {
      en: "Name every new grid.",
      zh: "请为每个新设网格命名。",
    },
  },
  GRID_CODES_USED_UP: {
    fault: "CALLER",
    en: "Community {community} has used up its grid codes; a code is never given out again.",
    zh: "社区 {community} 的网格编码已用完；停用的编码不再启用。",
    rule: "CJ/T 213",
    allowed: {
      en: "Keep its grids as they are, or merge none into new ones.",
      zh: "请保留现有网格，不再新设。",
    },
  },
  BUILDING_NOT_IN_GRID: {
    fault: "CALLER",
    en: "Building {building} does not lie in grid {grid}.",
    zh: "楼栋 {building} 不在网格 {grid} 内。",
    rule: "ZY-3",
    allowed: {
      en: "Name a building of the grid, or none.",
      zh: "请填写该网格内的楼栋，或不填。",
    },
  },
  MEMBER_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Member {member} is on the roster of another district than grid {grid}.",
    zh: "网格员 {member} 与网格 {grid} 不属于同一区县。",
    rule: "ZY-7",
    allowed: {
      en: "Assign a member of the grid's own district.",
      zh: "请指派本区县的网格员。",
    },
  },
  ALREADY_ASSIGNED: {
    fault: "CALLER",
    en: "Member {member} serves grid {grid} already on days of that period.",
    zh: "网格员 {member} 在该时段内已负责网格 {grid}。",
    rule: "ZY-7",
    allowed: {
      en: "End the other assignment first.",
      zh: "请先结束原任职。",
    },
  },
  ASSIGNMENT_ENDED: {
    fault: "CALLER",
    en: "The assignment {assignment} has an end already: {end}.",
    zh: "任职 {assignment} 已定于 {end} 结束。",
    rule: "ZY-7",
    allowed: {
      en: "Assign anew from that day on.",
      zh: "可自该日起另行指派。",
      earliest: "{end}",
    },
  },
  PERIOD_REVERSED: {
    fault: "CALLER",
    en: "The end, {end}, must come after the beginning, {start}.",
    zh: "结束日期 {end} 须晚于开始日期 {start}。",
    rule: null,
  },
  ALIAS_INCOMPLETE: {
    fault: "CALLER",
    en: "Give a name of {shortest} to {longest} characters, and where it is known from.",
    zh: "请提供 {shortest} 至 {longest} 个字的名称，并注明来源。",
    rule: null,
  },
  ALIAS_KNOWN: {
    fault: "CALLER",
    en: "{division} has the name {name} from that day already.",
    zh: "{division} 自该日起已登记有名称 {name}。",
    rule: "ONE-RECORD",
    allowed: {
      en: "Look it up, or give another name.",
      zh: "请核对，或填写其他名称。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(gridErrors);
