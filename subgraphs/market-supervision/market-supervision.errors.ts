import { type Refusals, refusals } from "../shared/refusal.ts";

/** 市场监督管理投诉举报处理暂行办法, by its articles. */
const complaintRules = <Articles extends string>(articles: Articles) =>
  `市场监督管理投诉举报处理暂行办法 ${articles}` as const;

/** Refusals of the market supervision subgraph. */
export const marketSupervisionErrors = {
  BUSINESS_REGISTER_UNAVAILABLE: {
    fault: "SYSTEM",
    en: "The business register does not answer just now, so this is not known. The rest of the answer stands; try again for this part.",
    zh: "市场主体登记系统暂时无法访问，此项未能取得；其余部分有效，请稍后重试该部分。",
    rule: null,
  },
  BUSINESS_SEARCH_TOO_WIDE: {
    fault: "CALLER",
    en: "Give at least two characters of the name, or the grid or division to look in.",
    zh: "请提供名称中的至少两个字，或指定网格、区划。",
    rule: null,
  },
  BUSINESS_WITHOUT_PLACE: {
    fault: "CALLER",
    en: "The register does not say where business {creditCode} is, so no station answers for it.",
    zh: "登记系统未载明市场主体 {creditCode} 所在区划，无法确定管辖单位。",
    rule: complaintRules("第十二条"),
    allowed: {
      en: "Have its entry completed first.",
      zh: "请先补全登记信息。",
    },
  },
  NOT_COMPETENT_FOR_BUSINESS: {
    fault: "CALLER",
    en: "Business {creditCode} lies in {division}, which {unit} does not answer for.",
    zh: "市场主体 {creditCode} 位于 {division}，不属于 {unit} 管辖。",
    rule: complaintRules("第十二条"),
    allowed: {
      en: "Pass the complaint on to the department there.",
      zh: "请移送当地市场监管部门。",
    },
  },
  TICKET_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Ticket {ticket} is of another district than the business, {division}.",
    zh: "工单 {ticket} 与市场主体所在区县 {division} 不一致。",
    rule: "OWN-DISTRICT",
    allowed: {
      en: "Leave the ticket out.",
      zh: "请勿关联。",
    },
  },
  COMPLAINT_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Complaint {number} is {state}; {move} is possible only from {states}.",
    zh: "消费投诉 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: complaintRules("第十四条、第二十一条"),
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  MEDIATION_OUT_OF_TIME: {
    fault: "CALLER",
    en: "Complaint {number} was accepted more than {days} working days ago: the mediation is over.",
    zh: "消费投诉 {number} 受理已超过 {days} 个工作日，应当终止调解。",
    rule: complaintRules("第二十一条第五项"),
    allowed: {
      en: "Record it as TIME_UP.",
      zh: "请登记为 TIME_UP。",
      values: ["TIME_UP"],
    },
  },
  MEDIATION_STILL_IN_TIME: {
    fault: "CALLER",
    en: "The {days} working days to mediate complaint {number} are not over.",
    zh: "消费投诉 {number} 的 {days} 个工作日调解期限未届满。",
    rule: complaintRules("第二十一条第五项"),
    allowed: {
      en: "Go on, or say why it ends before.",
      zh: "请继续调解，或登记其他终止原因。",
    },
  },
  RECOVERED_WITHOUT_AGREEMENT: {
    fault: "CALLER",
    en: "An amount recovered comes only with an agreement, and is more than nothing.",
    zh: "只有达成调解协议才可登记挽回金额，且须大于零。",
    rule: complaintRules("第二十条"),
    allowed: {
      en: "Record the outcome as AGREED or leave the amount out.",
      zh: "请登记为 AGREED 或不填金额。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(marketSupervisionErrors);
