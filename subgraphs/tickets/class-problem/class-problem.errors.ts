import { type Refusals, refusals } from "../../shared/refusal.ts";

/** Refusals about opening a class problem by judgement, and about the tasks of its grids. */
export const classProblemErrors = {
  CLASS_PROBLEM_OF_TICKET: {
    fault: "CALLER",
    en: "Ticket {ticket} belongs to class problem {number} already.",
    zh: "工单 {ticket} 已归入一类问题 {number}。",
    rule: "ZY-21",
    allowed: { en: "Work on {number}.", zh: "请办理 {number}。", values: "{number}" },
  },
  CLASS_PROBLEM_UNMATCHED: {
    fault: "CALLER",
    en: "Nobody has said yet what ticket {ticket} is about: it is {state}.",
    zh: "工单 {ticket} 处于 {state} 状态，尚未匹配事项。",
    rule: "ZY-21",
    allowed: {
      en: "Have it matched, then open the class problem.",
      zh: "请先匹配事项，再研判为一类问题。",
      moves: ["matchTicket"],
    },
  },
  CLASS_PROBLEM_ELSEWHERE: {
    fault: "CALLER",
    en: "{post} of {unit} opens no class problem for {division}.",
    zh: "{unit} 的 {post} 不能为 {division} 研判一类问题。",
    rule: "ZY-21",
    allowed: {
      en: "It takes one of {posts} answerable for a place that holds ticket {ticket}.",
      zh: "须由负责工单 {ticket} 所在地的 {posts} 研判。",
      posts: "{posts}",
    },
  },
  GRID_TASKS_GIVEN: {
    fault: "CALLER",
    en: "The grids of class problem {number} have their tasks already.",
    zh: "一类问题 {number} 的网格任务已经下达。",
    rule: "ZY-21",
    allowed: {
      en: "Their members report on them.",
      zh: "请由网格员上报进展。",
      moves: ["reportGridTask"],
    },
  },
  GRID_TASKS_INCOMPLETE: {
    fault: "CALLER",
    en: "Every grid of {division} gets a task; {missing} are missing and {unknown} are none of its grids.",
    zh: "{division} 的全部网格均须下达任务：缺少 {missing}，{unknown} 不属于该区划。",
    rule: "ZY-21",
    allowed: {
      en: "Give each grid its number, 0 where nobody is.",
      zh: "请逐一填写各网格目标人数，无对象的填 0。",
    },
  },
  GRID_TASK_NUMBERS: {
    fault: "CALLER",
    en: "{reached} of {targets} cannot be reached in grid {grid}: {before} were before.",
    zh: "网格 {grid} 已服务 {reached} 人、目标 {targets} 人不合理，此前已服务 {before} 人。",
    rule: "ZY-21",
    allowed: {
      en: "Give a number from {before} up, and as many as were found at most.",
      zh: "已服务人数不得少于此前的 {before} 人，也不得多于核实人数。",
      minimum: "{before}",
    },
  },
  NOT_THE_GRIDS_MEMBER: {
    fault: "CALLER",
    en: "{post} of {unit} does not report for grid {grid}.",
    zh: "{unit} 的 {post} 不能为网格 {grid} 上报。",
    rule: "ZY-21",
    allowed: {
      en: "Its member or its community does: {posts}.",
      zh: "须由该网格的网格员或所在社区上报：{posts}。",
      posts: "{posts}",
    },
  },
  GRID_TASKS_OPEN: {
    fault: "CALLER",
    en: "{count} grid tasks of class problem {number} are open, that of grid {grid} among them.",
    zh: "一类问题 {number} 尚有 {count} 项网格任务未完成（如网格 {grid}）。",
    rule: "ZY-21",
    allowed: {
      en: "Let the members reach whom they found, or correct how many there are.",
      zh: "请完成服务，或由网格员核实更正目标人数。",
      moves: ["reportGridTask"],
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(classProblemErrors);
