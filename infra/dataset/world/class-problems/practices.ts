/** How far a class problem has come, of all that is told of it below. */
export type Outcome = "CAUSE_FOUND" | "UNDER_WAY" | "CLOSED" | "DISMISSED";

/** What is done about one kind of demand in one place, as the five practices tell it; the words are ours. */
export interface Practice {
  readonly districtCode: string;
  /** The sub-district or community whose problem it is. */
  readonly division: string;
  /** Code of the matter in the catalogue. */
  readonly matter: string;
  /** Null where so many asked that the trend rule opened it by itself. */
  readonly judged: { readonly title: string; readonly grounds: string } | null;
  readonly cause: string;
  readonly plan: {
    readonly field: string;
    readonly text: string;
    readonly quantityPlanned: number;
    readonly quantityUnit: string;
  } | null;
  /** How many were done altogether, report by report, three working days apart. */
  readonly progress: readonly number[];
  /** What the members of every grid of the place have to do, if anything. */
  readonly task: string | null;
  /** Demands of at most so many days ago are what it was opened from. */
  readonly withinDays: number;
  readonly outcome: Outcome;
}

export const practices: readonly Practice[] = [
  {
    // 平谷 马坊 (PG-2, PG-11, PG-14): chargers for an estate that was designed without.
    districtCode: "110117",
    division: "110117005001",
    matter: "0501",
    judged: null,
    cause: "小区二〇一二年设计时未预留充电设施用电容量，地下无配电间，私拉飞线由此而来",
    plan: {
      field: "充电设施",
      text: "住建委牵头、供电公司配合：新设专用变压器一台，分两批在南区东侧停车场建设公共充电桩，同步清理飞线并公示收费标准",
      quantityPlanned: 48,
      quantityUnit: "个充电桩",
    },
    progress: [12, 26, 37],
    task: null,
    withinDays: 60,
    outcome: "UNDER_WAY",
  },
  {
    // 招远 梦芝街道 (ZY-21): one old resident's difficulty tells of all who have no smartphone.
    districtCode: "370685",
    division: "370685003",
    matter: "0807",
    judged: {
      title: "老年人不会使用智能手机",
      grounds: "一位独居老人因没有智能手机办不成事，走访中发现同类情况不在少数，宜未诉先办",
    },
    cause: "办事多须扫码或线上预约，独居和高龄老人无智能手机，子女又不在身边",
    plan: {
      field: "为老服务",
      text: "联户党员和联户助理逐户上门，代为办理或教会使用，社区窗口保留人工办理",
      quantityPlanned: 4,
      quantityUnit: "个社区代办点",
    },
    progress: [2, 3],
    task: "上门看望本网格无智能手机的老人，代办一次、教会一次，只报人数",
    withinDays: 60,
    outcome: "UNDER_WAY",
  },
  {
    // 开福 通泰街街道: found lately, its plan still to come.
    districtCode: "430105",
    division: "430105010",
    matter: "0304",
    judged: {
      title: "加工点废气异味扰民",
      grounds: "两日内多户反映同一处异味，逐件处理治标不治本，应查清源头后一并解决",
    },
    cause: "现场核查为沿街加工点未装净化设施，傍晚集中排放，城管与生态环境部门已各自上门一次",
    plan: null,
    progress: [],
    task: null,
    withinDays: 12,
    outcome: "CAUSE_FOUND",
  },
  {
    // 甘州: solved, everybody answered.
    districtCode: "620702",
    division: "620702001",
    matter: "0501",
    judged: {
      title: "老旧小区电动自行车充电难",
      grounds: "同一片老旧小区陆续有人反映，逐一答复解决不了充电位不足",
    },
    cause: "楼院建成早，无集中充电棚，居民只能拉线或上楼充电",
    plan: {
      field: "充电设施",
      text: "街道协调物业腾出边角地建充电棚，消防部门验收后启用",
      quantityPlanned: 6,
      quantityUnit: "处充电棚",
    },
    progress: [3, 6],
    task: null,
    withinDays: 140,
    outcome: "CLOSED",
  },
  {
    // 开福: taken for a class, found to be none.
    districtCode: "430105",
    division: "430105001",
    matter: "0401",
    judged: {
      title: "片区停水",
      grounds: "数户同日反映停水，疑为主管道故障",
    },
    cause: "经供水公司核实为计划检修，已提前公告，当日恢复",
    plan: null,
    progress: [],
    task: null,
    withinDays: 330,
    outcome: "DISMISSED",
  },
];
