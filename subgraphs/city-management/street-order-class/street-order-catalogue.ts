import { type StreetOrderClass, StreetOrderKind } from "./street-order-class.ts";
import type { StreetOrderSubclass } from "./street-order-subclass.ts";

const { COMPONENT, EVENT } = StreetOrderKind;

/** The five published classes of components and 其他, and the classes of events. */
export const streetOrderClasses: readonly StreetOrderClass[] = [
  { kind: COMPONENT, code: "01", name: "公用设施" },
  { kind: COMPONENT, code: "02", name: "道路交通" },
  { kind: COMPONENT, code: "03", name: "市容环境" },
  { kind: COMPONENT, code: "04", name: "园林绿化" },
  { kind: COMPONENT, code: "05", name: "房屋土地" },
  { kind: COMPONENT, code: "06", name: "其他" },
  { kind: EVENT, code: "01", name: "市容环境" },
  { kind: EVENT, code: "02", name: "宣传广告" },
  { kind: EVENT, code: "03", name: "施工管理" },
  { kind: EVENT, code: "04", name: "突发事件" },
  { kind: EVENT, code: "05", name: "街面秩序" },
  { kind: EVENT, code: "06", name: "其他" },
];

const sample = (kind: StreetOrderKind, names: Readonly<Record<string, string>>): StreetOrderSubclass[] =>
  Object.entries(names).map(([code, name]) => ({ kind, code, name, sample: true }));

/** Samples to work with: the published lists are each city's own and much longer. */
export const streetOrderSubclasses: readonly StreetOrderSubclass[] = [
  ...sample(COMPONENT, {
    "0101": "供水井盖",
    "0102": "污水井盖",
    "0103": "路灯",
    "0104": "消防栓",
    "0201": "交通信号灯",
    "0202": "道路护栏",
    "0203": "公交站亭",
    "0301": "公共厕所",
    "0302": "果皮箱",
    "0303": "垃圾收集点",
    "0401": "行道树",
    "0402": "花坛绿地",
    "0501": "宣传栏",
    "0601": "其他部件",
  }),
  ...sample(EVENT, {
    "0101": "暴露垃圾",
    "0102": "道路不洁",
    "0103": "绿地脏乱",
    "0201": "非法小广告",
    "0202": "违规户外广告",
    "0301": "施工占道",
    "0302": "工地扬尘",
    "0401": "路面塌陷",
    "0501": "占道经营",
    "0502": "店外经营",
    "0503": "机动车乱停放",
    "0504": "违法搭建",
    "0601": "其他事件",
  }),
];
