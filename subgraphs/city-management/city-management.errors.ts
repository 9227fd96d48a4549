import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the city-management subgraph. */
export const cityManagementErrors = {
  STREET_ORDER_STEP_OUT_OF_TURN: {
    fault: "CALLER",
    en: "Case {number} is {state}; {step} is possible only from {states}.",
    zh: "案件 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {step}。",
    rule: "CJJ/T 106",
    allowed: {
      en: "From {state} the next steps are: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  STREET_ORDER_JUDGED_BY_HANDLER: {
    fault: "CALLER",
    en: "{unit} is of the department that handles case {number}; the one that handles does not judge.",
    zh: "案件 {number} 由 {unit} 所属部门处理，处理者不得自行核查、结案或评价。",
    rule: "CJJ/T 106",
    allowed: {
      en: "The supervision centre does.",
      zh: "应由监督中心办理。",
      posts: ["CENTRE_DISPATCHER"],
    },
  },
  STREET_ORDER_HANDLED_BY_CENTRE: {
    fault: "CALLER",
    en: "{unit} is one of the two centres and handles nothing itself.",
    zh: "{unit} 是监督或指挥中心，不直接处置案件。",
    rule: "CJJ/T 106",
    allowed: {
      en: "Dispatch case {number} to a department, station or company.",
      zh: "请将案件 {number} 派遣至专业部门、站所或企业。",
    },
  },
  STREET_ORDER_NOT_THE_HANDLER: {
    fault: "CALLER",
    en: "Case {number} was dispatched to {handler}; {unit} cannot report its handling.",
    zh: "案件 {number} 已派遣至 {handler}，{unit} 不能填报处理结果。",
    rule: "CJJ/T 106",
    allowed: {
      en: "{handler} reports it, or the command centre dispatches it anew.",
      zh: "由 {handler} 填报，或由指挥中心改派。",
      units: "{handler}",
    },
  },
  STREET_ORDER_NO_STANDARD: {
    fault: "CALLER",
    en: "{district} has no case standard for sub-class {subclass} on {day}: without its condition and time limit nothing is registered or dispatched.",
    zh: "{district} 在 {day} 没有小类 {subclass} 的立案结案标准，缺少立案条件和时限不得立案、派遣。",
    rule: "CJJ/T 106",
    allowed: {
      en: "Publish the standard first.",
      zh: "请先公布标准。",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(cityManagementErrors);
