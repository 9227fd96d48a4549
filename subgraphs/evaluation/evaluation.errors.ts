import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the evaluation subgraph. */
export const evaluationErrors = {
  CALL_BACK_NOT_DUE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}. The demander is called back once feedback was given (FEEDBACK_GIVEN).",
    zh: "工单 {number} 处于 {state} 状态，结果反馈（FEEDBACK_GIVEN）后方可回访。",
    rule: "PG-2",
  },
  HANDLER_MAY_NOT_JUDGE: {
    fault: "CALLER",
    en: "{unit} handled ticket {number}; the one that handles does not judge. Another unit must call back.",
    zh: "工单 {number} 由 {unit} 承办，办理者不得自行评判，请由其他单位回访。",
    rule: "CJJ/T 106",
  },
  CALL_BACK_ALREADY_VALID: {
    fault: "CALLER",
    en: "The feedback on ticket {number} already has a valid call-back. It is called back again only after new feedback.",
    zh: "工单 {number} 的本次反馈已有有效回访，再次反馈后方可再次回访。",
    rule: "PG-2",
  },
  CALL_BACK_INCOMPLETE: {
    fault: "CALLER",
    en: "A valid call-back says whether the unit got in touch, whether it is solved, and the satisfaction; an invalid one gives the reason and none of these.",
    zh: "有效回访须填写是否联系、是否解决和满意度；无效回访只填写无效原因。",
    rule: "三率",
  },
  WEIGHTS_NOT_WHOLE: {
    fault: "CALLER",
    en: "The weights of the three rates must add up to 1; these make {sum}.",
    zh: "三率权重之和须为 1，现为 {sum}。",
    rule: "三率",
  },
  RULE_NOT_AHEAD: {
    fault: "CALLER",
    en: "A new rule begins after today and after every earlier version, at {earliest} or later: what was counted stays counted.",
    zh: "新规则须自 {earliest} 或之后生效，已计入的结果不再变动。",
  },
  PERIOD_NOT_OVER: {
    fault: "CALLER",
    en: "The period runs until {end}. Compute its scores after that.",
    zh: "考核周期至 {end} 结束，结束后方可计分。",
    rule: "ZY-19",
  },
  SCORES_PUBLISHED: {
    fault: "CALLER",
    en: "The scores of {district} from {from} to {to} were published and stand as they are.",
    zh: "{district} {from} 至 {to} 的考核结果已通报，不再变更。",
    rule: "ZY-20",
  },
  NOT_YOURS_TO_EVALUATE: {
    fault: "CALLER",
    en: "On whistle {whistle}, {evaluator} does not grade {subject}: the blower, or the centre where its kind says so, grades the units called, and each of them the blower.",
    zh: "在哨 {whistle} 上，{evaluator} 不评价 {subject}：由吹哨方（按规则由指挥中心评价的，由指挥中心）评价各应哨单位，应哨单位评价吹哨方。",
    rule: "KF-15",
  },
  EVALUATION_OPINION_REQUIRED: {
    fault: "CALLER",
    en: "Say in words what the grade is based on: an evaluation without an opinion is not filed.",
    zh: "评价须附文字意见，无意见的评价不予备案。",
    rule: "KF-15",
  },
  EVALUATION_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "The evaluation of {subject} by {evaluator} on whistle {whistle} is {state}; {move} is possible only from {allowed}.",
    zh: "{evaluator} 对 {subject} 在哨 {whistle} 上的评价处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "KF-15",
  },
  NEGATIVE_ENTRY_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Negative-list entry {number} is {state}; {move} is possible only from {allowed}.",
    zh: "负面清单条目 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "KF-17",
  },
  STATEMENT_STILL_OPEN: {
    fault: "CALLER",
    en: "{unit} may state its case on entry {number} until {deadline}. Decide after its statement or after that.",
    zh: "{unit} 可在 {deadline} 前就条目 {number} 陈述申辩，陈述后或逾期后方可认定。",
    rule: "KF-17",
  },
  NEGATIVE_ENTRY_EXISTS: {
    fault: "CALLER",
    en: "{unit} is already on entry {number} for {offence} on the same evidence.",
    zh: "{unit} 已因同一事实被列入条目 {number}（{offence}）。",
    rule: "KF-17",
  },
  EVIDENCE_REQUIRED: {
    fault: "CALLER",
    en: "{offence} is proven by {needed}: give its number.",
    zh: "{offence} 须以{neededZh}为依据，请提供编号。",
    rule: "KF-17",
  },
  OFFENCE_NOT_OF_UNIT: {
    fault: "CALLER",
    en: "{offence} is an offence of sub-districts and communities; {unit} is neither.",
    zh: "{offence} 只适用于街道和社区，{unit} 不属于此类单位。",
    rule: "KF-17",
  },
  EVIDENCE_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "{evidence} happened in another district than {unit} works in. Each district keeps its own negative list.",
    zh: "{evidence} 与 {unit} 不属同一区县，负面清单由各区分别管理。",
    rule: "KF-17",
  },
  CONSEQUENCE_REQUIRED: {
    fault: "CALLER",
    en: "An upheld entry names its consequence; a dismissed one has none.",
    zh: "认定成立须写明处理结果；不予认定则不得填写处理结果。",
    rule: "KF-17",
  },
  SINGLE_ITEM_ASSESSMENT: {
    fault: "CALLER",
    en: "{organiser} may not assess {subjects} by itself: sub-districts are assessed by the district, once. Ask the district to organise it.",
    zh: "{organiser} 不得自行对 {subjects} 组织单项考核；街道由区统一组织一次性综合考核，确需开展的应报区组织。",
    rule: "GZ-10",
  },
  VETO_NOT_ALLOWED: {
    fault: "CALLER",
    en: "“{item}” is a veto item of {level} level; only CENTRAL and PROVINCIAL ones may sink a score.",
    zh: "“{item}”为 {level} 级一票否决事项；仅中央和省级可设一票否决。",
    rule: "GZ-10",
  },
  ASSESSED_ONCE_A_YEAR: {
    fault: "CALLER",
    en: "{subject} already has the comprehensive assessment {number} for {year}. It is assessed once.",
    zh: "{subject} {year} 年度已有综合考核 {number}，每年只考核一次。",
    rule: "GZ-10",
  },
  RATED_THIS_MONTH: {
    fault: "CALLER",
    en: "You graded member {member} for {month} already. Grade again next month.",
    zh: "您已对网格员 {member} 进行 {month} 月评分，请于下月再评。",
    rule: "ZY-10",
  },
  RESULT_RECORDED: {
    fault: "CALLER",
    en: "The result of {unit} under plan {number} is recorded already and stands.",
    zh: "{unit} 在方案 {number} 下的考核结果已记录，不再变更。",
    rule: "KF-16",
  },
} as const satisfies Catalogue;

export const refuse = refusals(evaluationErrors);
