import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the stewardship subgraph. */
export const stewardshipErrors = {
  AGREEMENT_OF_OTHERS: {
    fault: "CALLER",
    en: "{consumer} is party to no agreement {numbers}.",
    zh: "{consumer} 不是协议 {numbers} 的一方。",
    rule: "OWNER-DECIDES",
    allowed: {
      en: "Have the data bureau register it first, or name another purpose.",
      zh: "请先由数据局登记该协议，或另选使用目的。",
    },
  },
  AGREEMENT_OVER: {
    fault: "CALLER",
    en: "Agreement {number} holds no longer since {until}: there is nothing to end.",
    zh: "协议 {number} 自 {until} 起已失效，无须终止。",
    rule: "FIRST-STANDS",
    allowed: {
      en: "Register a new one if there is need.",
      zh: "确有需要的，可另行登记协议。",
    },
  },
  BREAK_GLASS_OWN_REVIEW: {
    fault: "CALLER",
    en: "{number} was taken by yourself.",
    zh: "紧急访问 {number} 由您本人发起。",
    rule: "FOUR-EYES",
    allowed: {
      en: "Somebody else of your unit reviews it.",
      zh: "须由本单位其他人员复核。",
    },
  },
  BREAK_GLASS_REVIEWED: {
    fault: "CALLER",
    en: "{number} has been reviewed already: {verdict}.",
    zh: "紧急访问 {number} 已复核，结论为 {verdict}。",
    rule: "FIRST-STANDS",
    allowed: {
      en: "A review stands; what it found goes on as a case of its own.",
      zh: "复核结论不得更改，后续问题另案处理。",
    },
  },
  CASE_ACCESS_RULE_WITHDRAWN: {
    fault: "CALLER",
    en: "Case access rule {number} was withdrawn at {at}: there is nothing to withdraw.",
    zh: "案内访问规则 {number} 已于 {at} 撤回，无须再次撤回。",
    rule: "FIRST-STANDS",
    allowed: {
      en: "Set a new one to open something again.",
      zh: "如需重新开放，请另行设定。",
    },
  },
  CASE_CLOSED_ALREADY: {
    fault: "CALLER",
    en: "Case {case} is closed to {unit} already, by {number}.",
    zh: "案件 {case} 已由 {number} 对 {unit} 关闭。",
    rule: "ONE-RECORD",
    allowed: {
      en: "Nothing more is needed; lift it to open the case again.",
      zh: "无须重复操作；如需重新开放，请恢复该项排除。",
    },
  },
  CASE_EXCLUSION_LIFTED: {
    fault: "CALLER",
    en: "Exclusion {number} was lifted at {at}.",
    zh: "排除 {number} 已于 {at} 恢复。",
    rule: "FIRST-STANDS",
    allowed: {
      en: "Exclude the unit anew to close the case again.",
      zh: "如需再次关闭，请重新排除。",
    },
  },
  DATA_GRANT_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Data grant {number} is {state}; {move} is possible only from {states}.",
    zh: "数据授权 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "OWNER-DECIDES",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  DATA_GRANT_OWN_REQUEST: {
    fault: "CALLER",
    en: "Data grant {number} was asked for by yourself.",
    zh: "数据授权 {number} 由您本人申请。",
    rule: "FOUR-EYES",
    allowed: {
      en: "Somebody else of the owner's decides on it.",
      zh: "须由数据责任单位其他人员决定。",
    },
  },
  DATA_GRANT_PAST: {
    fault: "CALLER",
    en: "Data grant {number} was asked for until {until}, which is over.",
    zh: "数据授权 {number} 申请的期限至 {until}，已过期。",
    rule: "OWNER-DECIDES",
    allowed: {
      en: "Refuse it; the consumer may ask anew.",
      zh: "请驳回，使用方可重新申请。",
    },
  },
  DATA_GRANT_WIDER: {
    fault: "CALLER",
    en: "Data grant {number} was not asked for so wide: {fields}.",
    zh: "超出数据授权 {number} 的申请范围：{fields}。",
    rule: "PIPL 6",
    allowed: {
      en: "Grant what was asked for or less; for more the consumer asks anew.",
      zh: "只能按申请范围或在其内核减批准；确需扩大的，由使用方重新申请。",
    },
  },
  PERIOD_TOO_LONG: {
    fault: "CALLER",
    en: "From {from} until {until} is no period of 1 to {maximum} days. Ask for a shorter one.",
    zh: "{from} 至 {until} 不是 1 至 {maximum} 日的期间，请缩短后查询。",
    rule: null,
  },
  RETENTION_OUT_OF_BOUNDS: {
    fault: "CALLER",
    en: "Access records are kept {minimum} to {maximum} years; {years} were asked for.",
    zh: "访问记录须留存 {minimum} 至 {maximum} 年，所填为 {years} 年。",
    rule: "PIPL 56",
    allowed: {
      en: "Set a number of years in between.",
      zh: "请在此范围内设定。",
      minimum: "{minimum}",
      maximum: "{maximum}",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(stewardshipErrors);
