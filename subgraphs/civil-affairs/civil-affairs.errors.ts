import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the civil affairs subgraph. */
export const civilAffairsErrors = {
  AID_STATE: {
    fault: "CALLER",
    en: "Aid {number} is {state}; only {allowed} may be moved so. Read it again and take the step that is due.",
    zh: "救助 {number} 处于 {state} 状态，此操作仅适用于 {allowed}，请核对后办理应办环节。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
  },
  AID_EXISTS: {
    fault: "CALLER",
    en: "{resident} has or has applied for {kind}, or aid that excludes it. Stop or refuse that first.",
    zh: "{resident} 已享受或正在申请 {kind}，或与之不能同时享受的救助，请先停止或办结。",
    rule: "Measures for Recognising the Destitute (特困人员认定办法)",
  },
  AID_REVIEWER_MAY_NOT_DECIDE: {
    fault: "CALLER",
    en: "Whoever reviewed aid {number} does not decide it. A colleague of the bureau must.",
    zh: "救助 {number} 的审核人不得作出审批决定，请由民政局其他人员办理。",
    rule: "Interim Measures for Social Assistance (社会救助暂行办法) art. 11",
  },
  AID_AMOUNT: {
    fault: "CALLER",
    en: "The amount a month is between 1 and {most} fen; {given} was given.",
    zh: "每月金额须在 1 至 {most} 分之间，所填为 {given}。",
  },
  AID_TERM: {
    fault: "CALLER",
    en: "Temporary aid has a last day of payment, from {today} to {latest}; other aid has none. {kind} does not fit that.",
    zh: "临时救助须填写 {today} 至 {latest} 之间的发放截止日，其他救助不填。{kind} 与此不符。",
  },
  AID_NEEDS_CERTIFICATE: {
    fault: "CALLER",
    en: "{kind} needs a disability certificate in force{grades}; none is on record. Enter it first, or refuse the application.",
    zh: "{kind} 须持有效残疾人证{gradesZh}，目前没有记录，请先登记或不予批准。",
    rule: "State Council Opinions (国发〔2015〕52号)",
  },
  RECORD_VALIDITY: {
    fault: "CALLER",
    en: "The record is valid until a day between {earliest} and {latest}; {given} was given. Somebody looks again within a year.",
    zh: "有效期须在 {earliest} 至 {latest} 之间，所填为 {given}；登记情况每年至少核实一次。",
  },
  RESIDENT_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Resident {resident} is of another district than {place}. Apply where the person lives.",
    zh: "居民 {resident} 与 {place} 不属于同一区县，请在居住地申请。",
  },
} as const satisfies Catalogue;

export const refuse = refusals(civilAffairsErrors);
