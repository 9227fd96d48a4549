import { type Refusals, refusals } from "../../shared/refusal.ts";

/** Refusals about the mediation of disputes. */
export const mediationErrors = {
  NOT_A_DISPUTE: {
    fault: "CALLER",
    en: "Ticket {number} is about {matter}, which is no class of dispute in {district}.",
    zh: "工单 {number} 的事项 {matter} 不属于 {district} 的纠纷类别。",
    rule: "GZ-16",
    allowed: {
      en: "Match it to one of {classes}, or handle it as any other.",
      zh: "请匹配为 {classes} 之一，或按一般工单办理。",
      values: "{classes}",
    },
  },
  DISPUTE_CLASS_IN_THE_PAST: {
    fault: "CALLER",
    en: "A dispute class cannot take effect on {day}.",
    zh: "纠纷类别不能自 {day} 生效。",
    rule: "GZ-16",
    allowed: {
      en: "It does on {today} or later, and after its version before.",
      zh: "生效日期须为 {today} 或以后，且晚于上一版本。",
      earliest: "{today}",
    },
  },
  MEDIATION_TICKET_NOT_UNDERWAY: {
    fault: "CALLER",
    en: "Ticket {number} is {state}: no unit has it in hand.",
    zh: "工单 {number} 处于 {state} 状态，尚无承办单位。",
    rule: "GZ-16",
    allowed: {
      en: "Dispatch it first, then call the mediators.",
      zh: "请先派单再邀请调解。",
    },
  },
  MEDIATION_NOT_YOURS_TO_OPEN: {
    fault: "CALLER",
    en: "{post} of {unit} does not open the mediation of ticket {number}.",
    zh: "{unit} 的 {post} 不能发起工单 {number} 的调解。",
    rule: "GZ-15",
    allowed: {
      en: "The centre does, or {handler}, which handles it.",
      zh: "由指挥中心或承办单位 {handler} 发起。",
      units: "{handler}",
      posts: ["CENTRE_DISPATCHER"],
    },
  },
  MEDIATION_ALREADY_OPEN: {
    fault: "CALLER",
    en: "Ticket {number} is being mediated by {host}.",
    zh: "工单 {number} 正由 {host} 调解。",
    rule: "GZ-15",
    allowed: {
      en: "Invite further mediators to that, or record its sitting.",
      zh: "请在其中增邀调解员或记录调解会。",
    },
  },
  MEDIATION_AGREED: {
    fault: "CALLER",
    en: "The parties of ticket {number} have agreed.",
    zh: "工单 {number} 的当事人已达成协议。",
    rule: "GZ-15",
    allowed: {
      en: "What breaks out again is a new demand.",
      zh: "再起纠纷的，请另行登记诉求。",
    },
  },
  MEDIATION_LEVEL_SKIPPED: {
    fault: "CALLER",
    en: "What {before} could not mediate goes one level up, and {host} is not there.",
    zh: "{before} 调解不成的应逐级提交，{host} 不是上一级单位。",
    rule: "GZ-14",
    allowed: {
      en: "Name a unit of {next}; above the district a court decides.",
      zh: "请提交至 {next} 的单位；区级调解不成的，告知当事人诉讼或仲裁。",
      units: "{next}",
    },
  },
  MEDIATION_HOST_ELSEWHERE: {
    fault: "CALLER",
    en: "{host} does not answer for {division}, where ticket {number} is.",
    zh: "{host} 不负责工单 {number} 所在的 {division}。",
    rule: "GZ-14",
    allowed: {
      en: "Name a unit of the place.",
      zh: "请指定属地单位。",
    },
  },
  MEDIATION_UNKNOWN_UNIT: {
    fault: "CALLER",
    en: "There is no unit {unit} in district {district}.",
    zh: "{district} 没有单位 {unit}。",
    rule: "GZ-15",
    allowed: {
      en: "Look it up among the district's units.",
      zh: "请在本区单位名录中查找。",
    },
  },
  MEDIATION_ENDED: {
    fault: "CALLER",
    en: "The mediation of ticket {number} by {host} has ended: {state}.",
    zh: "工单 {number} 由 {host} 主持的调解已结束：{state}。",
    rule: "GZ-15",
    allowed: {
      en: "What was agreed or found stands; a dispute that goes on is opened anew.",
      zh: "调解结果不再更改；纠纷仍在的，请另行发起调解。",
    },
  },
  MEDIATION_NOT_THE_HOST: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} the mediation of ticket {number}.",
    zh: "{unit} 的 {post} 不得对工单 {number} 的调解进行 {move}。",
    rule: "GZ-15",
    allowed: {
      en: "{host}, which leads it, or the centre may.",
      zh: "由主持单位 {host} 或指挥中心办理。",
      units: "{host}",
      posts: ["CENTRE_DISPATCHER"],
    },
  },
  MEDIATOR_INVITED_ALREADY: {
    fault: "CALLER",
    en: "{mediator} is called to the mediation of ticket {number} already.",
    zh: "工单 {number} 的调解已邀请 {mediator}。",
    rule: "GZ-15",
    allowed: {
      en: "Name every unit once.",
      zh: "每个单位只列一次。",
    },
  },
  MEDIATORS_COUNT: {
    fault: "CALLER",
    en: "{asked} mediators were named.",
    zh: "所列调解员为 {asked} 名。",
    rule: "GZ-15",
    allowed: {
      en: "Call 1 to {maximum} at a time.",
      zh: "每次邀请 1 至 {maximum} 名。",
      minimum: 1,
      maximum: "{maximum}",
    },
  },
  MEDIATOR_NOT_INVITED: {
    fault: "CALLER",
    en: "{unit} is not called to the mediation of ticket {number}; {mediators} are.",
    zh: "工单 {number} 的调解未邀请 {unit}；已邀请 {mediators}。",
    rule: "GZ-16",
    allowed: {
      en: "The host may invite it.",
      zh: "主持单位可以增邀。",
      units: "{mediators}",
    },
  },
  MEDIATOR_ARRIVED_ALREADY: {
    fault: "CALLER",
    en: "{unit} checked in at {arrived}.",
    zh: "{unit} 已于 {arrived} 到场登记。",
    rule: "GZ-16",
    allowed: {
      en: "It stands; nothing was changed.",
      zh: "以此为准，本次未作更改。",
    },
  },
  SITTING_WITHOUT_MEDIATOR: {
    fault: "CALLER",
    en: "A sitting takes one mediator at least who has checked in; of {named}, {absent} have not.",
    zh: "调解会至少须有一名已到场登记的调解员；所列 {named} 中，{absent} 尚未登记。",
    rule: "GZ-16",
    allowed: {
      en: "Let them check in first.",
      zh: "请先到场登记。",
    },
  },
  SITTING_AT: {
    fault: "CALLER",
    en: "A sitting is recorded after it was held, and within its mediation; {held} is not.",
    zh: "调解会应在召开后、本次调解期间内记录，{held} 不在其中。",
    rule: "GZ-15",
    allowed: {
      en: "Give a moment between {opened} and {now}.",
      zh: "须在 {opened} 至 {now} 之间。",
      earliest: "{opened}",
      latest: "{now}",
    },
  },
  SITTING_OUTCOME: {
    fault: "CALLER",
    en: "What is given does not fit the outcome {outcome}.",
    zh: "所填内容与结果 {outcome} 不符。",
    rule: "GZ-15",
    allowed: {
      en: "Give {needed}, and nothing of the other outcomes.",
      zh: "须填写 {needed}，不填写其他结果的内容。",
    },
  },
  MEDIATION_UNDER_WAY: {
    fault: "CALLER",
    en: "Ticket {number} is being mediated by {host}.",
    zh: "工单 {number} 正由 {host} 调解。",
    rule: "GZ-15",
    allowed: {
      en: "Record what came of it, then report the ticket.",
      zh: "请先记录调解结果再办结。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(mediationErrors);
