import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the departments subgraph. */
export const departmentErrors = {
  ALREADY_APPOINTED: {
    fault: "CALLER",
    en: "{unit} already has a {role} for {place} on some of these days. End that appointment first, then appoint from the day it ends.",
    zh: "{unit} 在所选期间内已有{place}的{roleZh}，请先结束原任命，再自其结束之日起任命。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_IN_THE_PAST: {
    fault: "CALLER",
    en: "{day} is before {today}: who answered for a place in the past is not rewritten. Choose today or a later day.",
    zh: "{day} 早于 {today}：不得改写既往任职，请选择当日或以后的日期。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_ENDED: {
    fault: "CALLER",
    en: "This appointment ended on {until} and cannot be ended again.",
    zh: "该任命已于 {until} 结束，不能再次结束。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_TOO_SHORT: {
    fault: "CALLER",
    en: "The appointment begins on {from}; it can end on a later day only, not on {until}.",
    zh: "该任命自 {from} 开始，结束日期须晚于该日，不能是 {until}。",
    rule: "KF-11, KF-12",
  },
  UNIT_CLOSED: {
    fault: "CALLER",
    en: "{unit} does not exist on {day}. Check its validity and choose another unit or day.",
    zh: "{unit} 在 {day} 不存在，请核对其有效期，另选单位或日期。",
    rule: "GZ-1",
  },
  NOT_A_COMMUNITY_OF_THE_DISTRICT: {
    fault: "CALLER",
    en: "{division} is no community or village of {unit}'s district. Responders are appointed for one community each.",
    zh: "{division} 不是 {unit} 所在区县的社区（村）；应哨人按社区任命。",
    rule: "KF-11",
  },
} as const satisfies Catalogue;

export const refuse = refusals(departmentErrors);
