import { type Catalogue, refusals } from "../../shared/errors.ts";

/** Refusals about the mediation of disputes. */
export const mediationErrors = {
  NOT_A_DISPUTE: {
    fault: "CALLER",
    en: "Ticket {number} is about {matter}, which is no class of dispute in {district}. Match it to one of {classes}, or handle it as any other.",
    zh: "工单 {number} 的事项 {matter} 不属于 {district} 的纠纷类别。请匹配为 {classes} 之一，或按一般工单办理。",
    rule: "GZ-16",
  },
  DISPUTE_CLASS_IN_THE_PAST: {
    fault: "CALLER",
    en: "A dispute class takes effect on {today} or later, and after its version before; {day} was given.",
    zh: "纠纷类别须自 {today} 或以后、且晚于上一版本生效，所填为 {day}。",
    rule: "GZ-16",
  },
  MEDIATION_TICKET_NOT_UNDERWAY: {
    fault: "CALLER",
    en: "Ticket {number} is {state}: no unit has it in hand. Dispatch it first, then call the mediators.",
    zh: "工单 {number} 处于 {state} 状态，尚无承办单位，请先派单再邀请调解。",
    rule: "GZ-16",
  },
  MEDIATION_NOT_YOURS_TO_OPEN: {
    fault: "CALLER",
    en: "The mediation of ticket {number} is opened by the centre or by {handler}, which handles it; you act as {post} of {unit}.",
    zh: "工单 {number} 的调解由指挥中心或承办单位 {handler} 发起；您的身份是 {unit} 的 {post}。",
    rule: "GZ-15",
  },
  MEDIATION_ALREADY_OPEN: {
    fault: "CALLER",
    en: "Ticket {number} is being mediated by {host}. Invite further mediators to that, or record its sitting.",
    zh: "工单 {number} 正由 {host} 调解，请在其中增邀调解员或记录调解会。",
    rule: "GZ-15",
  },
  MEDIATION_AGREED: {
    fault: "CALLER",
    en: "The parties of ticket {number} have agreed. What breaks out again is a new demand.",
    zh: "工单 {number} 的当事人已达成协议；再起纠纷的，请另行登记诉求。",
    rule: "GZ-15",
  },
  MEDIATION_LEVEL_SKIPPED: {
    fault: "CALLER",
    en: "What {before} could not mediate goes one level up, to a unit of {next}; {host} is not. Above the district a court decides.",
    zh: "{before} 调解不成的，应逐级提交至 {next} 的单位，{host} 不是。区级调解不成的，告知当事人诉讼或仲裁。",
    rule: "GZ-14",
  },
  MEDIATION_HOST_ELSEWHERE: {
    fault: "CALLER",
    en: "{host} does not answer for {division}, where ticket {number} is. Name a unit of the place.",
    zh: "{host} 不负责工单 {number} 所在的 {division}，请指定属地单位。",
    rule: "GZ-14",
  },
  MEDIATION_UNKNOWN_UNIT: {
    fault: "CALLER",
    en: "There is no unit {unit} in district {district}. Look it up among the district's units.",
    zh: "{district} 没有单位 {unit}，请在本区单位名录中查找。",
    rule: "GZ-15",
  },
  MEDIATION_ENDED: {
    fault: "CALLER",
    en: "The mediation of ticket {number} by {host} has ended: {state}.",
    zh: "工单 {number} 由 {host} 主持的调解已结束：{state}。",
    rule: "GZ-15",
  },
  MEDIATION_NOT_THE_HOST: {
    fault: "CALLER",
    en: "{move} on the mediation of ticket {number} is for {host}, which leads it, or the centre; you act as {post} of {unit}.",
    zh: "工单 {number} 调解的 {move} 由主持单位 {host} 或指挥中心办理；您的身份是 {unit} 的 {post}。",
    rule: "GZ-15",
  },
  MEDIATOR_INVITED_ALREADY: {
    fault: "CALLER",
    en: "{mediator} is called to the mediation of ticket {number} already. Name every unit once.",
    zh: "工单 {number} 的调解已邀请 {mediator}，每个单位只列一次。",
    rule: "GZ-15",
  },
  MEDIATORS_COUNT: {
    fault: "CALLER",
    en: "Call 1 to {maximum} mediators at a time; {asked} were named.",
    zh: "每次邀请 1 至 {maximum} 名调解员，所列为 {asked} 名。",
    rule: "GZ-15",
  },
  MEDIATOR_NOT_INVITED: {
    fault: "CALLER",
    en: "{unit} is not called to the mediation of ticket {number}; {mediators} are. The host may invite it.",
    zh: "工单 {number} 的调解未邀请 {unit}；已邀请 {mediators}，主持单位可以增邀。",
    rule: "GZ-16",
  },
  MEDIATOR_ARRIVED_ALREADY: {
    fault: "CALLER",
    en: "{unit} checked in at {arrived}. It stands; nothing was changed.",
    zh: "{unit} 已于 {arrived} 到场登记，以此为准，本次未作更改。",
    rule: "GZ-16",
  },
  SITTING_WITHOUT_MEDIATOR: {
    fault: "CALLER",
    en: "A sitting takes one mediator at least who has checked in; of {named}, {absent} have not. Let them check in first.",
    zh: "调解会至少须有一名已到场登记的调解员；所列 {named} 中，{absent} 尚未登记，请先到场登记。",
    rule: "GZ-16",
  },
  SITTING_AT: {
    fault: "CALLER",
    en: "A sitting is recorded after it was held, and within its mediation: between {opened} and {now}; {held} was given.",
    zh: "调解会应在召开后、本次调解期间内记录（{opened} 至 {now}），所填为 {held}。",
    rule: "GZ-15",
  },
  SITTING_OUTCOME: {
    fault: "CALLER",
    en: "With the outcome {outcome} give {needed}, and nothing of the other outcomes.",
    zh: "结果为 {outcome} 时须填写 {needed}，不填写其他结果的内容。",
    rule: "GZ-15",
  },
  MEDIATION_UNDER_WAY: {
    fault: "CALLER",
    en: "Ticket {number} is being mediated by {host}. Record what came of it, then report the ticket.",
    zh: "工单 {number} 正由 {host} 调解，请先记录调解结果再办结。",
    rule: "GZ-15",
  },
} as const satisfies Catalogue;

export const refuse = refusals(mediationErrors);
