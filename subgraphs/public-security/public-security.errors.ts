import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the public security subgraph. */
export const publicSecurityErrors = {
  POLICE_ARCHIVE_UNAVAILABLE: {
    fault: "SYSTEM",
    en: "The police archive cannot be reached just now. The rest of the answer stands; try again for this part.",
    zh: "警务档案库暂时无法访问；其余部分有效，请稍后重试该部分。",
  },
  POLICE_ARCHIVE_SLOW: {
    fault: "SYSTEM",
    en: "The police archive did not answer within {milliseconds} ms. Ask for fewer rows, or try again for this part.",
    zh: "警务档案库未能在 {milliseconds} 毫秒内应答，请减少行数或稍后重试该部分。",
  },
  POLICE_ARCHIVE_CHANGED: {
    fault: "SYSTEM",
    en: "The police archive is no longer laid out as agreed, and this part cannot be read. Its keeper has to be told.",
    zh: "警务档案库的库表或授权与约定不符，该部分无法读取，请联系档案库管理单位。",
  },
  DISCLOSURE_DELAY_UNTIL: {
    fault: "CALLER",
    en: "Telling the person can be delayed from {earliest} to {latest} at most; {given} was asked.",
    zh: "延迟告知的截止日期须在 {earliest} 至 {latest} 之间，所填为 {given}。",
    rule: "PIPL 18, 35",
  },
  DISCLOSURE_DELAY_OVERLAPS: {
    fault: "CALLER",
    en: "Telling is delayed for {subject} already. Extend or end that delay instead.",
    zh: "{subject} 已处于延迟告知期内，请办理延期或提前终止。",
    rule: "PIPL 18, 35",
  },
  DISCLOSURE_DELAY_OVER: {
    fault: "CALLER",
    en: "Delay {id} was over at {endedAt}: what it kept back may have been told. Order a new one if there is reason to.",
    zh: "延迟告知 {id} 已于 {endedAt} 终止，相关情况可能已告知本人；确有必要的，请重新办理。",
    rule: "PIPL 18, 35",
  },
  DISCLOSURE_SUBJECT: {
    fault: "CALLER",
    en: "{subject} is no resident of district {district}. Name a resident id of your own district.",
    zh: "{subject} 不是 {district} 的居民编号，请填写本辖区居民编号。",
  },
} as const satisfies Catalogue;

export const refuse = refusals(publicSecurityErrors);
