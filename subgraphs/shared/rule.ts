/** A rule of one of the five published practices, by its number; several where several ask the same (`GZ-5, GZ-9`). */
type PracticeRule = `${"KF" | "GZ" | "PG" | "ZY" | "BJ"}-${number}${"" | `, ${string}`}`;

/** Laws, measures and standards that rules are taken from, by the name they are cited with. */
export const sources = [
  "CJJ/T 106",
  "CJ/T 213",
  "PIPL",
  "三率",
  "市场监督管理投诉举报处理暂行办法",
  "社会救助暂行办法",
  "特困人员认定办法",
  "国发〔2015〕52号",
] as const;
type SourceRule = `${string}${(typeof sources)[number]}${string}`;

/** The platform's own rules (平台规则), where no practice and no law has one. */
export const houseRules = {
  "OWN-PLACE": {
    en: "Who answers for a place acts there, and nowhere else.",
    zh: "属地单位只在其负责的区域内办理。",
  },
  "OWN-DISTRICT": {
    en: "A district's matters, people and bodies go with that district's.",
    zh: "各区县的事项、人员和单位分别管理，不得跨区县关联。",
  },
  "FOUR-EYES": {
    en: "Nobody decides on what they asked for or took themselves.",
    zh: "本人申请或发起的事项，不得由本人审核。",
  },
  "FIRST-STANDS": {
    en: "What was done or decided first stands; it is not done a second time.",
    zh: "先办者为准，已办结或已决定的事项不重复办理。",
  },
  "ONE-RECORD": {
    en: "One thing is on record once.",
    zh: "同一事项只登记一次。",
  },
  "NOT-BACKWARDS": {
    en: "What has passed is judged by what held then: rules count from a day to come.",
    zh: "规则不溯及既往，自其后的日期起生效。",
  },
  "PROFILE-DECIDES": {
    en: "Who may whistle to whom, and by when, is what the district's profile in force says.",
    zh: "吹哨主体、对象和时限以本区生效的吹哨规则为准。",
  },
  "CLOCK-PAUSED": {
    en: "A clock is stopped with a reason, and only one that runs; while it stands nothing is late.",
    zh: "计时须说明理由方可暂停，暂停期间不计超期。",
  },
  "OWNER-DECIDES": {
    en: "Who reads a department's data, on what basis and for how long is the owner's to decide.",
    zh: "数据由谁、依何依据、在何期限内使用，由数据责任单位决定。",
  },
  "GATEWAY-ALONE": {
    en: "What the gateway and the subgraphs tell each other, they tell each other alone.",
    zh: "网关与子图之间的调用仅限其自身。",
  },
} as const satisfies Record<string, { readonly en: string; readonly zh: string }>;

/** By what a refusal is made (依据规则). */
export type Rule = PracticeRule | SourceRule | keyof typeof houseRules;
