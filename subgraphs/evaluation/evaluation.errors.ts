import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the evaluation subgraph. */
export const evaluationErrors = {
  CALL_BACK_NOT_DUE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}: the demander has not been answered.",
    zh: "工单 {number} 处于 {state} 状态，尚未反馈诉求人。",
    rule: "PG-2",
    allowed: {
      en: "The demander is called back once feedback was given (FEEDBACK_GIVEN).",
      zh: "结果反馈（FEEDBACK_GIVEN）后方可回访。",
      states: ["FEEDBACK_GIVEN"],
    },
  },
  HANDLER_MAY_NOT_JUDGE: {
    fault: "CALLER",
    en: "{unit} handled ticket {number}; the one that handles does not judge.",
    zh: "工单 {number} 由 {unit} 承办，办理者不得自行评判。",
    rule: "CJJ/T 106",
    allowed: {
      en: "Another unit must call back.",
      zh: "请由其他单位回访。",
    },
  },
  CALL_BACK_ALREADY_VALID: {
    fault: "CALLER",
    en: "The feedback on ticket {number} already has a valid call-back.",
    zh: "工单 {number} 的本次反馈已有有效回访。",
    rule: "PG-2",
    allowed: {
      en: "It is called back again only after new feedback.",
      zh: "再次反馈后方可再次回访。",
      states: ["FEEDBACK_GIVEN"],
    },
  },
  CALL_BACK_INCOMPLETE: {
    fault: "CALLER",
    en: "The call-back is neither a valid one nor an invalid one.",
    zh: "回访既不是有效回访，也不是无效回访。",
    rule: "三率",
    allowed: {
      en: "A valid call-back says whether the unit got in touch, whether it is solved, and the satisfaction; an invalid one gives the reason and none of these.",
      zh: "有效回访须填写是否联系、是否解决和满意度；无效回访只填写无效原因。",
    },
  },
  WEIGHTS_NOT_WHOLE: {
    fault: "CALLER",
    en: "The weights of the three rates make {sum}.",
    zh: "三率权重之和现为 {sum}。",
    rule: "三率",
    allowed: {
      en: "They must add up to 1.",
      zh: "权重之和须为 1。",
    },
  },
  RULE_NOT_AHEAD: {
    fault: "CALLER",
    en: "What was counted stays counted: a new rule begins after today and after every earlier version.",
    zh: "已计入的结果不再变动，新规则须晚于今日和各先前版本生效。",
    rule: "NOT-BACKWARDS",
    allowed: {
      en: "Let it begin on {earliest} or later.",
      zh: "可自 {earliest} 或之后生效。",
      earliest: "{earliest}",
    },
  },
  PERIOD_NOT_OVER: {
    fault: "CALLER",
    en: "The period runs until {end}.",
    zh: "考核周期至 {end} 结束，尚未届满。",
    rule: "ZY-19",
    allowed: {
      en: "Compute its scores after that.",
      zh: "结束后方可计分。",
      earliest: "{end}",
    },
  },
  SCORES_PUBLISHED: {
    fault: "CALLER",
    en: "The scores of {district} from {from} to {to} were published and stand as they are.",
    zh: "{district} {from} 至 {to} 的考核结果已通报，不再变更。",
    rule: "ZY-20",
    allowed: {
      en: "Compute those of a period that is not published.",
      zh: "可计算未通报周期的考核结果。",
    },
  },
  NOT_YOURS_TO_EVALUATE: {
    fault: "CALLER",
    en: "On whistle {whistle}, {evaluator} does not grade {subject}.",
    zh: "在哨 {whistle} 上，{evaluator} 不评价 {subject}。",
    rule: "KF-15",
    allowed: {
      en: "The blower, or the centre where its kind says so, grades the units called, and each of them the blower.",
      zh: "由吹哨方（按规则由指挥中心评价的，由指挥中心）评价各应哨单位，应哨单位评价吹哨方。",
    },
  },
  EVALUATION_OPINION_REQUIRED: {
    fault: "CALLER",
    en: "An evaluation without an opinion is not filed.",
    zh: "无意见的评价不予备案。",
    rule: "KF-15",
    allowed: {
      en: "Say in words what the grade is based on.",
      zh: "评价须附文字意见。",
    },
  },
  EVALUATION_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "The evaluation of {subject} by {evaluator} on whistle {whistle} is {state}; {move} is possible only from {states}.",
    zh: "{evaluator} 对 {subject} 在哨 {whistle} 上的评价处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "KF-15",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  NEGATIVE_ENTRY_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Negative-list entry {number} is {state}; {move} is possible only from {states}.",
    zh: "负面清单条目 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "KF-17",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  STATEMENT_STILL_OPEN: {
    fault: "CALLER",
    en: "{unit} may state its case on entry {number} until {deadline}.",
    zh: "{unit} 可在 {deadline} 前就条目 {number} 陈述申辩。",
    rule: "KF-17",
    allowed: {
      en: "Decide after its statement or after that.",
      zh: "陈述后或逾期后方可认定。",
      earliest: "{deadline}",
    },
  },
  NEGATIVE_ENTRY_EXISTS: {
    fault: "CALLER",
    en: "{unit} is already on entry {number} for {offence} on the same evidence.",
    zh: "{unit} 已因同一事实被列入条目 {number}（{offence}）。",
    rule: "KF-17",
    allowed: {
      en: "Add to that entry's statement or decide it.",
      zh: "请在该条目中陈述或认定。",
    },
  },
  EVIDENCE_REQUIRED: {
    fault: "CALLER",
    en: "{offence} is proven by {needed}, and none is named.",
    zh: "{offence} 须以{neededZh}为依据。",
    rule: "KF-17",
    allowed: {
      en: "Give its number.",
      zh: "请提供编号。",
    },
  },
  OFFENCE_NOT_OF_UNIT: {
    fault: "CALLER",
    en: "{offence} is no offence of {unit}.",
    zh: "{offence} 不适用于 {unit}。",
    rule: "KF-17",
    allowed: {
      en: "It is one of sub-districts and communities.",
      zh: "该情形只适用于街道和社区。",
    },
  },
  EVIDENCE_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "{evidence} happened in another district than {unit} works in.",
    zh: "{evidence} 与 {unit} 不属同一区县。",
    rule: "KF-17",
    allowed: {
      en: "Each district keeps its own negative list: name evidence of {unit}'s district.",
      zh: "负面清单由各区分别管理，请提供本区的依据。",
    },
  },
  CONSEQUENCE_REQUIRED: {
    fault: "CALLER",
    en: "The decision and its consequence do not fit.",
    zh: "认定结论与处理结果不符。",
    rule: "KF-17",
    allowed: {
      en: "An upheld entry names its consequence; a dismissed one has none.",
      zh: "认定成立须写明处理结果；不予认定则不得填写处理结果。",
    },
  },
  SINGLE_ITEM_ASSESSMENT: {
    fault: "CALLER",
    en: "{organiser} may not assess {subjects} by itself: sub-districts are assessed by the district, once.",
    zh: "{organiser} 不得自行对 {subjects} 组织单项考核；街道由区统一组织一次性综合考核。",
    rule: "GZ-10",
    allowed: {
      en: "Ask the district to organise it.",
      zh: "确需开展的应报区组织。",
      posts: ["DISTRICT_LEADER", "PERFORMANCE_OFFICE"],
    },
  },
  VETO_NOT_ALLOWED: {
    fault: "CALLER",
    en: "“{item}” is a veto item of {level} level.",
    zh: "“{item}”为 {level} 级一票否决事项。",
    rule: "GZ-10",
    allowed: {
      en: "Only CENTRAL and PROVINCIAL ones may sink a score.",
      zh: "仅中央和省级可设一票否决。",
      values: ["CENTRAL", "PROVINCIAL"],
    },
  },
  ASSESSED_ONCE_A_YEAR: {
    fault: "CALLER",
    en: "{subject} already has the comprehensive assessment {number} for {year}.",
    zh: "{subject} {year} 年度已有综合考核 {number}。",
    rule: "GZ-10",
    allowed: {
      en: "It is assessed once: record its result under that plan.",
      zh: "每年只考核一次，请在该方案下记录结果。",
    },
  },
  RATED_THIS_MONTH: {
    fault: "CALLER",
    en: "You graded member {member} for {month} already.",
    zh: "您已对网格员 {member} 进行 {month} 月评分。",
    rule: "ZY-10",
    allowed: {
      en: "Grade again next month.",
      zh: "请于下月再评。",
    },
  },
  RESULT_RECORDED: {
    fault: "CALLER",
    en: "The result of {unit} under plan {number} is recorded already and stands.",
    zh: "{unit} 在方案 {number} 下的考核结果已记录，不再变更。",
    rule: "KF-16",
    allowed: {
      en: "Record those of other units, or of the next plan.",
      zh: "可记录其他单位或下一方案的结果。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(evaluationErrors);
