import type { StreetOrderStandard } from "../../../../subgraphs/city-management/street-order-standard/street-order-standard.ts";
import type { DepartmentName } from "../departments.ts";

type Kind = `${StreetOrderStandard["kind"]}`;
type LimitUnit = `${StreetOrderStandard["limitUnit"]}`;

/** What cases of a sub-class are like (小类). Our own words and limits, a sample. */
export interface Subject {
  readonly kind: Kind;
  /** Four digits, as in the subgraph's catalogue. */
  readonly code: string;
  readonly name: string;
  /** Who handles them, and answers for the component. */
  readonly department: DepartmentName;
  readonly registrationCondition: string;
  readonly limit: readonly [amount: number, unit: LimitUnit];
  readonly closingCondition: string;
  /** How often it occurs; of components, how many stand about too. */
  readonly weight: number;
  readonly found: readonly string[];
  readonly done: readonly string[];
  /** Whom it is dealt with, where it is somebody's conduct. */
  readonly party?: "BUSINESS" | "PERSON";
}

const component = (subject: Omit<Subject, "kind">): Subject => ({ kind: "COMPONENT", ...subject });
const event = (subject: Omit<Subject, "kind">): Subject => ({ kind: "EVENT", ...subject });

const BROKEN = "部件破损、缺失或失效，影响使用或安全";
const MENDED = "部件修复或更换，功能恢复，现场清理完毕";
const GONE = "现场消除，无反弹";

export const subjects: readonly Subject[] = [
  component({
    code: "0101",
    name: "供水井盖",
    department: "WATER-SUPPLY",
    registrationCondition: BROKEN,
    limit: [4, "WORKING_HOURS"],
    closingCondition: MENDED,
    weight: 8,
    found: ["井盖松动，车辆经过时异响", "井盖边缘破裂，有绊倒风险"],
    done: ["已更换井盖并加装防坠网", "已垫实井圈，异响消除"],
  }),
  component({
    code: "0102",
    name: "污水井盖",
    department: "MUNICIPAL-WORKS",
    registrationCondition: BROKEN,
    limit: [4, "WORKING_HOURS"],
    closingCondition: MENDED,
    weight: 12,
    found: ["井盖缺失，已用锥桶围挡", "井盖下沉，周边路面开裂"],
    done: ["已补装井盖", "已重新浇筑井圈并养护"],
  }),
  component({
    code: "0103",
    name: "路灯",
    department: "MUNICIPAL-WORKS",
    registrationCondition: BROKEN,
    limit: [2, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 20,
    found: ["路灯夜间不亮", "灯罩脱落，悬在半空"],
    done: ["已更换光源，当晚试灯正常", "已更换灯罩并紧固"],
  }),
  component({
    code: "0104",
    name: "消防栓",
    department: "FIRE-RESCUE",
    registrationCondition: BROKEN,
    limit: [1, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 6,
    found: ["消防栓渗水", "消防栓阀盖缺失"],
    done: ["已更换密封件，无渗漏", "已补齐阀盖"],
  }),
  component({
    code: "0202",
    name: "道路护栏",
    department: "TRANSPORT",
    registrationCondition: BROKEN,
    limit: [2, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 10,
    found: ["护栏被撞倒，占用非机动车道", "护栏立柱松脱"],
    done: ["已扶正并更换受损段", "已重新固定立柱"],
  }),
  component({
    code: "0203",
    name: "公交站亭",
    department: "TRANSPORT",
    registrationCondition: BROKEN,
    limit: [3, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 4,
    found: ["站亭玻璃破碎", "站牌字迹脱落，无法辨认"],
    done: ["已更换玻璃并清理碎片", "已更换站牌"],
  }),
  component({
    code: "0302",
    name: "果皮箱",
    department: "SANITATION",
    registrationCondition: BROKEN,
    limit: [4, "WORKING_HOURS"],
    closingCondition: MENDED,
    weight: 18,
    found: ["果皮箱满溢", "果皮箱箱门脱落"],
    done: ["已清掏并擦洗", "已更换箱体"],
  }),
  component({
    code: "0303",
    name: "垃圾收集点",
    department: "SANITATION",
    registrationCondition: BROKEN,
    limit: [4, "WORKING_HOURS"],
    closingCondition: MENDED,
    weight: 8,
    found: ["收集点地面积水、有异味", "收集点挡板损坏"],
    done: ["已冲洗消杀", "已修复挡板"],
  }),
  component({
    code: "0401",
    name: "行道树",
    department: "LANDSCAPE",
    registrationCondition: BROKEN,
    limit: [5, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 22,
    found: ["枯枝悬挂，有坠落风险", "树枝遮挡信号灯", "行道树倾斜"],
    done: ["已修剪枯枝", "已修剪遮挡枝条", "已扶正并加固支撑"],
  }),
  component({
    code: "0402",
    name: "花坛绿地",
    department: "LANDSCAPE",
    registrationCondition: BROKEN,
    limit: [5, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 10,
    found: ["花坛边石破损", "绿地被踩踏，黄土裸露"],
    done: ["已修复边石", "已补栽并设提示牌"],
  }),
  component({
    code: "0501",
    name: "宣传栏",
    department: "URBAN-MANAGEMENT",
    registrationCondition: BROKEN,
    limit: [3, "WORKING_DAYS"],
    closingCondition: MENDED,
    weight: 4,
    found: ["宣传栏倾斜", "宣传栏玻璃破损"],
    done: ["已加固", "已更换玻璃"],
  }),
  event({
    code: "0101",
    name: "暴露垃圾",
    department: "SANITATION",
    registrationCondition: "公共区域暴露垃圾一处以上",
    limit: [4, "WORKING_HOURS"],
    closingCondition: GONE,
    weight: 26,
    found: ["路边堆放装修垃圾两处", "绿化带内有大量生活垃圾"],
    done: ["已清运，地面冲洗干净", "已捡拾清理"],
  }),
  event({
    code: "0102",
    name: "道路不洁",
    department: "SANITATION",
    registrationCondition: "路面污渍、积尘或抛洒物超过 1 平方米",
    limit: [2, "WORKING_HOURS"],
    closingCondition: GONE,
    weight: 16,
    found: ["渣土车沿途抛洒", "路面油污湿滑"],
    done: ["已清扫冲洗", "已用去污剂清洗"],
  }),
  event({
    code: "0201",
    name: "非法小广告",
    department: "URBAN-MANAGEMENT",
    registrationCondition: "墙面、杆体张贴喷涂小广告 3 处以上",
    limit: [1, "WORKING_DAYS"],
    closingCondition: GONE,
    weight: 12,
    found: ["灯杆、配电箱上张贴小广告十余张", "围墙喷涂办证广告"],
    done: ["已铲除并覆盖", "已清洗墙面"],
    party: "PERSON",
  }),
  event({
    code: "0202",
    name: "违规户外广告",
    department: "URBAN-MANAGEMENT",
    registrationCondition: "未经批准设置或存在安全隐患的户外广告",
    limit: [7, "WORKING_DAYS"],
    closingCondition: "整改或拆除，无安全隐患",
    weight: 6,
    found: ["门头灯箱松动，伸出人行道上方", "楼顶新设发光字，未见许可"],
    done: ["已督促拆除", "已责令补办手续并加固"],
    party: "BUSINESS",
  }),
  event({
    code: "0302",
    name: "工地扬尘",
    department: "HOUSING",
    registrationCondition: "工地未采取覆盖、冲洗等防尘措施",
    limit: [4, "WORKING_HOURS"],
    closingCondition: "防尘措施到位",
    weight: 5,
    found: ["裸土未覆盖，大风扬尘", "出入口车辆带泥上路"],
    done: ["已全部覆盖", "已启用冲洗设备"],
  }),
  event({
    code: "0401",
    name: "路面塌陷",
    department: "MUNICIPAL-WORKS",
    registrationCondition: "路面塌陷、隆起，影响通行",
    limit: [4, "WORKING_HOURS"],
    closingCondition: "险情排除，路面恢复",
    weight: 2,
    found: ["非机动车道塌陷约半米", "雨后路面出现空洞"],
    done: ["已围挡并回填", "已探明空洞并注浆"],
  }),
  event({
    code: "0501",
    name: "占道经营",
    department: "URBAN-MANAGEMENT",
    registrationCondition: "流动摊贩占用道路、人行道经营",
    limit: [2, "WORKING_HOURS"],
    closingCondition: GONE,
    weight: 24,
    found: ["流动摊贩占用人行道", "三轮车在路口售卖水果", "夜市摊位越线摆放"],
    done: ["已劝离并引导至便民疏导点", "已登记并责令改正"],
    party: "PERSON",
  }),
  event({
    code: "0502",
    name: "店外经营",
    department: "URBAN-MANAGEMENT",
    registrationCondition: "店铺超出门窗外墙摆卖、作业",
    limit: [4, "WORKING_HOURS"],
    closingCondition: GONE,
    weight: 20,
    found: ["店铺桌椅占满人行道", "店外堆放货物", "店外清洗作业，污水横流"],
    done: ["已移回店内", "已责令改正并复查"],
    party: "BUSINESS",
  }),
  event({
    code: "0504",
    name: "违法搭建",
    department: "URBAN-MANAGEMENT",
    registrationCondition: "未经许可正在搭建或已建成的建筑物、构筑物",
    limit: [20, "WORKING_DAYS"],
    closingCondition: "自行拆除或依法拆除完毕",
    weight: 3,
    found: ["楼顶搭建阳光房", "底楼住户围占绿地建棚"],
    done: ["当事人已自行拆除", "已依法拆除并清运"],
    party: "PERSON",
  }),
];

export const componentSubjects = subjects.filter(({ kind }) => kind === "COMPONENT");
export const eventSubjects = subjects.filter(({ kind }) => kind === "EVENT");

export function subjectOf(kind: Kind, code: string): Subject {
  const found = subjects.find((subject) => subject.kind === kind && subject.code === code);
  if (!found) throw new RangeError(`no cases of ${kind} ${code} are told of`);
  return found;
}
