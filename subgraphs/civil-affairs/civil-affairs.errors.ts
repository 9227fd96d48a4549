import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the civil affairs subgraph. */
export const civilAffairsErrors = {
  AID_STATE: {
    fault: "CALLER",
    en: "Aid {number} is {state}; only {states} may be moved so.",
    zh: "救助 {number} 处于 {state} 状态，此操作仅适用于 {states}。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
    allowed: {
      en: "Take the step that is due from {state}.",
      zh: "请办理 {state} 状态的应办环节。",
      states: "{states}",
    },
  },
  AID_EXISTS: {
    fault: "CALLER",
    en: "{resident} has or has applied for {kind}, or aid that excludes it.",
    zh: "{resident} 已享受或正在申请 {kind}，或与之不能同时享受的救助。",
    rule: "Measures for Recognising the Destitute (特困人员认定办法)",
    allowed: {
      en: "Stop or refuse that first.",
      zh: "请先停止或办结。",
    },
  },
  AID_REVIEWER_MAY_NOT_DECIDE: {
    fault: "CALLER",
    en: "Whoever reviewed aid {number} does not decide it.",
    zh: "救助 {number} 的审核人不得作出审批决定。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
    allowed: {
      en: "A colleague of the bureau must.",
      zh: "请由民政局其他人员办理。",
    },
  },
  AID_AMOUNT: {
    fault: "CALLER",
    en: "{given} fen a month is no amount of aid.",
    zh: "每月 {given} 分不是有效的救助金额。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
    allowed: {
      en: "Give between 1 and {most} fen a month.",
      zh: "每月金额须在 1 至 {most} 分之间。",
      minimum: 1,
      maximum: "{most}",
    },
  },
  AID_TERM: {
    fault: "CALLER",
    en: "{kind} does not fit the last day of payment given, or not given.",
    zh: "{kind} 与所填的发放截止日不符。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
    allowed: {
      en: "Temporary aid has one, from {today} to {latest}; other aid has none.",
      zh: "临时救助须填写 {today} 至 {latest} 之间的发放截止日，其他救助不填。",
      earliest: "{today}",
      latest: "{latest}",
    },
  },
  AID_NEEDS_CERTIFICATE: {
    fault: "CALLER",
    en: "{kind} needs a disability certificate in force{grades}; none is on record.",
    zh: "{kind} 须持有效残疾人证{gradesZh}，目前没有记录。",
    rule: "State Council Opinions (国发〔2015〕52号)",
    allowed: {
      en: "Enter it first, or refuse the application.",
      zh: "请先登记或不予批准。",
    },
  },
  RECORD_VALIDITY: {
    fault: "CALLER",
    en: "The record cannot be valid until {given}: somebody looks again within a year.",
    zh: "登记情况每年至少核实一次，有效期不能至 {given}。",
    rule: "NOT-BACKWARDS",
    allowed: {
      en: "Choose a day between {earliest} and {latest}.",
      zh: "有效期须在 {earliest} 至 {latest} 之间。",
      earliest: "{earliest}",
      latest: "{latest}",
    },
  },
  RESIDENT_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Resident {resident} is of another district than {place}.",
    zh: "居民 {resident} 与 {place} 不属于同一区县。",
    rule: "OWN-DISTRICT",
    allowed: {
      en: "Apply where the person lives.",
      zh: "请在居住地申请。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(civilAffairsErrors);
