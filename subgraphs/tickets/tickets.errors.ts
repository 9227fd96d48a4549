import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the tickets subgraph. */
export const ticketErrors = {
  TICKET_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}; {move} is possible only from {allowed}.",
    zh: "工单 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "PG-2",
  },
  NO_INTAKE_HERE: {
    fault: "CALLER",
    en: "{post} of {unit} takes in no demands for {division}. Report it as a resident, or to that place.",
    zh: "{unit} 的 {post} 不负责 {division} 的诉求登记，请以居民身份或向属地登记。",
    rule: "GZ-16",
  },
  UNKNOWN_CHANNEL: {
    fault: "CALLER",
    en: "There is no channel {channel}. See `channels`.",
    zh: "没有渠道 {channel}，请查看 channels。",
    rule: "KF-5",
  },
  VERIFIER_NOT_OF_COMMUNITY: {
    fault: "CALLER",
    en: "Only staff or secretary of the community {division} verify there; you act as {post} of {unit}.",
    zh: "仅 {division} 社区的工作者或书记可以现场核实；您的身份是 {unit} 的 {post}。",
    rule: "KF-7",
  },
  NOT_THE_HANDLING_UNIT: {
    fault: "CALLER",
    en: "Ticket {number} is with {handlingUnit}; {post} of {unit} cannot act for it.",
    zh: "工单 {number} 由 {handlingUnit} 承办，{unit} 的 {post} 无权代为办理。",
    rule: "PG-3",
  },
  NOT_THE_CENTRE: {
    fault: "CALLER",
    en: "Only a dispatcher of the district's command centre may {move} ticket {number}; you act as {post} of {unit}.",
    zh: "仅本区指挥中心派单员可以对工单 {number} 进行 {move}；您的身份是 {unit} 的 {post}。",
    rule: "GZ-16",
  },
  CASE_BY_ONE: {
    fault: "CALLER",
    en: "A case is looked up by exactly one of number, resident, place, business and powerItem; {count} were given.",
    zh: "查案件须且仅须按编号、居民、地点、市场主体、职权事项之一，所给为 {count} 项。",
  },
  CASE_PLACE_TOO_LARGE: {
    fault: "CALLER",
    en: "{place} is larger than a community. Name a grid, community, estate or building, or list `tickets` by division.",
    zh: "{place} 大于社区，请填写网格、社区、小区或楼栋代码，或按区划查询 tickets。",
  },
  NOT_A_LEADER_OF_THE_PLACE: {
    fault: "CALLER",
    en: "{move} on ticket {number} takes a leader answerable for its place; you act as {post} of {unit}.",
    zh: "对工单 {number} 进行 {move} 须由属地领导作出；您的身份是 {unit} 的 {post}。",
    rule: "PG-7",
  },
  NOT_ANSWERABLE_FOR_THE_PLACE: {
    fault: "CALLER",
    en: "The place of ticket {number} is set by the centre, or by who answers for the old and the new place; you act as {post} of {unit}.",
    zh: "工单 {number} 的位置由指挥中心或原址、新址的属地确定；您的身份是 {unit} 的 {post}。",
    rule: "BJ-12",
  },
  PLACE_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Ticket {number} cannot move to another district. Reject it with the reason, and report it there.",
    zh: "工单 {number} 不能移到其他区县，请说明理由不予受理，并向当地登记。",
    rule: "BJ-12",
  },
  ESTATE_OF_ANOTHER_COMMUNITY: {
    fault: "CALLER",
    en: "Estate {estate} lies in another community than grid {grid}. Name the estate the grid lies in, or none.",
    zh: "小区 {estate} 与网格 {grid} 不在同一社区，请填写该网格所在小区，或不填。",
    rule: "BJ-12",
  },
  UNIT_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "{unit} belongs to another district than ticket {number}. A centre dispatches to the units of its own district.",
    zh: "{unit} 与工单 {number} 不属同一区县，指挥中心只能派单至本区单位。",
    rule: "GZ-16",
  },
  NOBODY_TO_SUPERVISE: {
    fault: "CALLER",
    en: "No unit handles ticket {number} at present. Match and dispatch it first.",
    zh: "工单 {number} 目前没有承办单位，请先匹配并派单。",
    rule: "ZY-18",
  },
  REASON_UNSOLVED_MISSING: {
    fault: "CALLER",
    en: "Ticket {number} is reported as unsolved without a reason. Give `reasonUnsolved`.",
    zh: "工单 {number} 未解决但没有填写原因，请填写未解决原因。",
    rule: "ZY-18",
  },
  REASON_UNSOLVED_UNWANTED: {
    fault: "CALLER",
    en: "Ticket {number} is reported as solved and with a reason why it is not. Give one or the other.",
    zh: "工单 {number} 既填报已解决又填写了未解决原因，二者只能择一。",
    rule: "ZY-18",
  },
  PUBLIC_REPLY_MISSING: {
    fault: "CALLER",
    en: "The demander of ticket {number} cannot be answered without a public reply. Give `publicReply`.",
    zh: "工单 {number} 没有公开答复内容，无法反馈诉求人，请填写 publicReply。",
    rule: "PG-2",
  },
  NOT_UNSOLVED: {
    fault: "CALLER",
    en: "Ticket {number} was handled as solved; only unsolved tickets go to the ledger. Ask the demander by call-back.",
    zh: "工单 {number} 已填报解决，仅未解决的工单可以挂账，请先回访诉求人。",
    rule: "ZY-18",
  },
  STRIKE_OFF_UNSOLVED: {
    fault: "CALLER",
    en: "The demander of ticket {number} has not confirmed that it is solved; it cannot be struck off.",
    zh: "工单 {number} 未经诉求人确认解决，不得销号。",
    rule: "ZY-18",
  },
  EXTENSION_PENDING: {
    fault: "CALLER",
    en: "An extension of ticket {number} is still to be decided. Wait for the centre.",
    zh: "工单 {number} 已有延期申请待审核，请等待指挥中心审核。",
    rule: "ZY-17",
  },
  EXTENSION_NOT_ASKED: {
    fault: "CALLER",
    en: "No extension of ticket {number} waits for a decision.",
    zh: "工单 {number} 没有待审核的延期申请。",
    rule: "ZY-17",
  },
  EXTENSION_TOO_LATE: {
    fault: "CALLER",
    en: "The limit of ticket {number} is used up; an extension must be asked for before.",
    zh: "工单 {number} 已超过办理期限，延期须在到期前申请。",
    rule: "ZY-17",
  },
  NOTHING_MATCHES: {
    fault: "CALLER",
    en: "On {on} no list names a body for matter {matter} in {division}. Choose another matter, or give the item.",
    zh: "{on} 时没有任何清单载明 {division} 的事项 {matter} 由谁负责，请更换事项或直接指定职权事项。",
    rule: "PG-4",
  },
  NO_UNIT_TO_DISPATCH: {
    fault: "CALLER",
    en: "No unit was matched for ticket {number}. Say to which unit it goes.",
    zh: "工单 {number} 没有匹配到单位，请指定派往单位。",
    rule: "GZ-16",
  },
  MERGE_DIFFERENT: {
    fault: "CALLER",
    en: "Tickets {number} and {into} cannot be merged: they must be two tickets of one district about one matter.",
    zh: "工单 {number} 与 {into} 不能合并：须为同一区、同一事项的两张工单。",
    rule: "KF-5",
  },
  CLASS_PROBLEM_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Class problem {number} is {state}; {move} is possible only from {allowed}.",
    zh: "一类问题 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "ZY-21",
  },
  CLASS_PROBLEM_WRONG_POST: {
    fault: "CALLER",
    en: "{move} on class problem {number} takes one of {allowed} of its place; you act as {post} of {unit}.",
    zh: "对一类问题 {number} 进行 {move} 须由属地的 {allowed} 作出；您的身份是 {unit} 的 {post}。",
    rule: "ZY-21",
  },
  CLASS_PROBLEM_UNANSWERED: {
    fault: "CALLER",
    en: "{count} tickets of class problem {number} are unanswered, {ticket} among them. Give feedback to each first.",
    zh: "一类问题 {number} 尚有 {count} 张工单未反馈（如 {ticket}），请先逐一反馈。",
    rule: "ZY-18",
  },
  PLAN_WITHOUT_CAUSE: {
    fault: "CALLER",
    en: "Class problem {number} has no cause yet. Record what was found on site, then plan.",
    zh: "一类问题 {number} 尚未查明成因，请先记录现场查明的成因再制定方案。",
    rule: "PG-11",
  },
  PLAN_ALREADY_APPROVED: {
    fault: "CALLER",
    en: "The plan of class problem {number} is approved and stands.",
    zh: "一类问题 {number} 的方案已经批准，不再更改。",
    rule: "ZY-21",
  },
  PLAN_NOT_APPROVED: {
    fault: "CALLER",
    en: "The plan of class problem {number} is not approved yet.",
    zh: "一类问题 {number} 的方案尚未批准。",
    rule: "ZY-21",
  },
  PLAN_QUANTITY: {
    fault: "CALLER",
    en: "The plan of class problem {number} counts {planned}; plan at least one.",
    zh: "一类问题 {number} 的方案数量为 {planned}，至少为 1。",
    rule: "ZY-21",
  },
  PLAN_UNFINISHED: {
    fault: "CALLER",
    en: "Class problem {number} has {done} of {planned} done. Carry the plan out before closing.",
    zh: "一类问题 {number} 的方案完成 {done}/{planned}，请完成后再办结。",
    rule: "ZY-21",
  },
  PROGRESS_OUT_OF_RANGE: {
    fault: "CALLER",
    en: "{done} done of class problem {number}: it was {before} before, and {planned} are planned.",
    zh: "一类问题 {number} 的完成数量 {done} 不合理：此前为 {before}，计划为 {planned}。",
    rule: "ZY-21",
  },
} as const satisfies Catalogue;

export const refuse = refusals(ticketErrors);
