import type { OwnWords } from "../refusal-words.ts";

/** Moves of tickets and whistles that are made elsewhere, as a refusal of a form may name them among what is possible. */
export const movesElsewhere: OwnWords = {
  arrive: { en: "report on scene", zh: "报到" },
  assignCaseLeader: { en: "name a case leader", zh: "包案" },
  callBack: { en: "call back", zh: "回访" },
  evaluate: { en: "evaluate", zh: "评价" },
  formTaskForce: { en: "form a task force", zh: "组建专班" },
  merge: { en: "merge", zh: "并单" },
  mergeInto: { en: "merge another into it", zh: "并入其他工单" },
  pause: { en: "pause", zh: "暂停计时" },
  place: { en: "locate", zh: "定位" },
  publish: { en: "publish", zh: "公布" },
  raise: { en: "raise", zh: "升级" },
  resume: { en: "resume", zh: "恢复计时" },
  revoke: { en: "revoke", zh: "收回" },
  ruleMisuse: { en: "rule misuse", zh: "认定乱吹哨" },
  split: { en: "split", zh: "分解任务" },
  whistle: { en: "whistle", zh: "吹哨" },
  withdraw: { en: "withdraw", zh: "撤回" },
};
