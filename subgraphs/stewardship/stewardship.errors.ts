import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the stewardship subgraph. */
export const stewardshipErrors = {
  AGREEMENT_OF_OTHERS: {
    fault: "CALLER",
    en: "{consumer} is party to no agreement {numbers}. Have the data bureau register it first, or name another purpose.",
    zh: "{consumer} 不是协议 {numbers} 的一方，请先由数据局登记该协议，或另选使用目的。",
  },
  AGREEMENT_OVER: {
    fault: "CALLER",
    en: "Agreement {number} holds no longer since {until}: there is nothing to end.",
    zh: "协议 {number} 自 {until} 起已失效，无须终止。",
  },
  BREAK_GLASS_OWN_REVIEW: {
    fault: "CALLER",
    en: "{number} was taken by yourself. Somebody else of your unit reviews it.",
    zh: "紧急访问 {number} 由您本人发起，须由本单位其他人员复核。",
  },
  BREAK_GLASS_REVIEWED: {
    fault: "CALLER",
    en: "{number} has been reviewed already: {verdict}. A review is not changed.",
    zh: "紧急访问 {number} 已复核，结论为 {verdict}，不得更改。",
  },
  DATA_GRANT_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Data grant {number} is {state}; {move} is possible only from {allowed}.",
    zh: "数据授权 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
  },
  DATA_GRANT_OWN_REQUEST: {
    fault: "CALLER",
    en: "Data grant {number} was asked for by yourself. Somebody else of the owner's decides on it.",
    zh: "数据授权 {number} 由您本人申请，须由数据责任单位其他人员决定。",
  },
  DATA_GRANT_PAST: {
    fault: "CALLER",
    en: "Data grant {number} was asked for until {until}, which is over. Refuse it; the consumer may ask anew.",
    zh: "数据授权 {number} 申请的期限至 {until}，已过期，请驳回，使用方可重新申请。",
  },
  PERIOD_TOO_LONG: {
    fault: "CALLER",
    en: "From {from} until {until} is no period of 1 to {maximum} days. Ask for a shorter one.",
    zh: "{from} 至 {until} 不是 1 至 {maximum} 日的期间，请缩短后查询。",
  },
  RETENTION_OUT_OF_BOUNDS: {
    fault: "CALLER",
    en: "Access records are kept {minimum} to {maximum} years; {years} were asked for. Set a number of years in between.",
    zh: "访问记录须留存 {minimum} 至 {maximum} 年，所填为 {years} 年，请在此范围内设定。",
    rule: "PIPL 56",
  },
} as const satisfies Catalogue;

export const refuse = refusals(stewardshipErrors);
