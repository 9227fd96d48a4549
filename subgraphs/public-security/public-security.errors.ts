import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the public security subgraph. */
export const publicSecurityErrors = {
  POLICE_ARCHIVE_UNAVAILABLE: {
    fault: "SYSTEM",
    en: "The police archive cannot be reached just now. The rest of the answer stands; try again for this part.",
    zh: "警务档案库暂时无法访问；其余部分有效，请稍后重试该部分。",
    rule: null,
  },
  POLICE_ARCHIVE_SLOW: {
    fault: "SYSTEM",
    en: "The police archive did not answer within {milliseconds} ms. Ask for fewer rows, or try again for this part.",
    zh: "警务档案库未能在 {milliseconds} 毫秒内应答，请减少行数或稍后重试该部分。",
    rule: null,
  },
  POLICE_ARCHIVE_CHANGED: {
    fault: "SYSTEM",
    en: "The police archive is no longer laid out as agreed, and this part cannot be read. Its keeper has to be told.",
    zh: "警务档案库的库表或授权与约定不符，该部分无法读取，请联系档案库管理单位。",
    rule: null,
  },
  DISCLOSURE_DELAY_UNTIL: {
    fault: "CALLER",
    en: "Telling the person cannot be delayed until {given}.",
    zh: "延迟告知的截止日期不能为 {given}。",
    rule: "PIPL 18, 35",
    allowed: {
      en: "Choose a day from {earliest} to {latest}.",
      zh: "须在 {earliest} 至 {latest} 之间。",
      earliest: "{earliest}",
      latest: "{latest}",
    },
  },
  DISCLOSURE_DELAY_OVERLAPS: {
    fault: "CALLER",
    en: "Telling is delayed for {subject} already.",
    zh: "{subject} 已处于延迟告知期内。",
    rule: "PIPL 18, 35",
    allowed: {
      en: "Extend or end that delay instead.",
      zh: "请办理延期或提前终止。",
    },
  },
  DISCLOSURE_DELAY_OVER: {
    fault: "CALLER",
    en: "Delay {id} was over at {endedAt}: what it kept back may have been told.",
    zh: "延迟告知 {id} 已于 {endedAt} 终止，相关情况可能已告知本人。",
    rule: "PIPL 18, 35",
    allowed: {
      en: "Order a new one if there is reason to.",
      zh: "确有必要的，请重新办理。",
    },
  },
  DISCLOSURE_SUBJECT: {
    fault: "CALLER",
    en: "{subject} is no resident of district {district}.",
    zh: "{subject} 不是 {district} 的居民编号。",
    rule: "OWN-DISTRICT",
    allowed: {
      en: "Name a resident id of your own district.",
      zh: "请填写本辖区居民编号。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(publicSecurityErrors);
