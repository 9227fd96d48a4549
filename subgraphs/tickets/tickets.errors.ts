import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the tickets subgraph. */
export const ticketErrors = {
  TICKET_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}; {move} is possible only from {states}.",
    zh: "工单 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "PG-2",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  NO_INTAKE_HERE: {
    fault: "CALLER",
    en: "{post} of {unit} takes in no demands for {division}.",
    zh: "{unit} 的 {post} 不负责 {division} 的诉求登记。",
    rule: "GZ-16",
    allowed: {
      en: "Report it as a resident, or to that place.",
      zh: "请以居民身份或向属地登记。",
    },
  },
  DEMAND_SENT_AGAIN: {
    fault: "CALLER",
    en: "The same demander said the same of the same place by the same channel at {at}: that is ticket {ticket}.",
    zh: "同一诉求人已于 {at} 以同一渠道就同一地点提出相同诉求，工单为 {ticket}。",
    rule: "KF-5",
    allowed: {
      en: "Follow that ticket. What is new is said in other words; the same may be said again {minutes} minutes later.",
      zh: "请跟进该工单。有新情况的请另行说明；{minutes} 分钟后可再次提出相同诉求。",
      values: "{ticket}",
    },
  },
  TICKET_PERIOD: {
    fault: "CALLER",
    en: "The period must end after it begins and last two years at most; {from} to {until} was given.",
    zh: "统计区间须有先后且不超过两年，所填为 {from} 至 {until}。",
    rule: null,
  },
  UNKNOWN_CHANNEL: {
    fault: "CALLER",
    en: "There is no channel {channel}.",
    zh: "没有渠道 {channel}。",
    rule: "KF-5",
    allowed: {
      en: "See `channels`.",
      zh: "请查看 channels。",
    },
  },
  MEDIA_NOT_TO_BE_HAD: {
    fault: "CALLER",
    en: "A photo or recording is not yours, came with another demand already, or was let go of.",
    zh: "照片或录音非本人上传、已随其他诉求登记或已过期。",
    rule: "ZY-9",
    allowed: {
      en: "Send the files again, with the demand.",
      zh: "请随诉求重新上传。",
    },
  },
  TOO_MANY_MEDIA: {
    fault: "CALLER",
    en: "More photos and recordings came with the demand than are kept, or one came twice.",
    zh: "诉求所附照片、录音过多或重复。",
    rule: "ZY-9",
    allowed: {
      en: "Send at most {maximum}, each once.",
      zh: "最多附 {maximum} 个，且不得重复。",
      maximum: "{maximum}",
    },
  },
  VERIFIER_NOT_OF_COMMUNITY: {
    fault: "CALLER",
    en: "{post} of {unit} does not verify in {division}.",
    zh: "{unit} 的 {post} 不负责 {division} 的现场核实。",
    rule: "KF-7",
    allowed: {
      en: "Staff or secretary of that community do.",
      zh: "由该社区的工作者或书记核实。",
      posts: ["COMMUNITY_STAFF", "COMMUNITY_SECRETARY"],
      units: "{division}",
    },
  },
  NOT_THE_HANDLING_UNIT: {
    fault: "CALLER",
    en: "Ticket {number} is with {handlingUnit}; {post} of {unit} cannot act for it.",
    zh: "工单 {number} 由 {handlingUnit} 承办，{unit} 的 {post} 无权代为办理。",
    rule: "PG-3",
    allowed: {
      en: "{handlingUnit} does, or sends it back.",
      zh: "由 {handlingUnit} 办理，或由其退单。",
      units: "{handlingUnit}",
    },
  },
  NOT_THE_CENTRE: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} ticket {number}.",
    zh: "{unit} 的 {post} 不得对工单 {number} 进行 {move}。",
    rule: "GZ-16",
    allowed: {
      en: "A dispatcher of the district's command centre may.",
      zh: "由本区指挥中心派单员办理。",
      posts: ["CENTRE_DISPATCHER"],
    },
  },
  TICKET_TASKS_OPEN: {
    fault: "CALLER",
    en: "Ticket {number} is not done while tasks are open: {open}.",
    zh: "工单 {number} 尚有未完成的分解任务：{open}。",
    rule: "ZY-18",
    allowed: {
      en: "Wait for them, or let the centre release them.",
      zh: "请待其完成，或由中心撤回后再办结。",
    },
  },
  TICKET_TASK_COUNT: {
    fault: "CALLER",
    en: "Ticket {number} has {open} open tasks and would get {given} more.",
    zh: "工单 {number} 已有 {open} 项未完成任务，拟再分解 {given} 项。",
    rule: "ZY-16",
    allowed: {
      en: "Give at least one, and at most {maximum} open at once.",
      zh: "每次至少 1 项，同时未完成的至多 {maximum} 项。",
      minimum: 1,
      maximum: "{maximum}",
    },
  },
  TICKET_TASK_TWICE: {
    fault: "CALLER",
    en: "{unit} has an open task of ticket {number}.",
    zh: "{unit} 已有工单 {number} 的未完成任务。",
    rule: "ZY-16",
    allowed: {
      en: "Put what is to be done into that one, or release it first.",
      zh: "请并入该任务或先行撤回。",
    },
  },
  TICKET_TASK_OVER: {
    fault: "CALLER",
    en: "Task {ordinal} of ticket {number}, with {unit}, is done or was released.",
    zh: "工单 {number} 的第 {ordinal} 项任务（{unit}）已完成或已撤回。",
    rule: "ZY-16",
    allowed: {
      en: "It stands; the centre may give another task.",
      zh: "不再更改；指挥中心可另行分解任务。",
    },
  },
  TICKET_TASK_SIGNED: {
    fault: "CALLER",
    en: "{unit} signed for task {ordinal} of ticket {number} already, at {at}.",
    zh: "{unit} 已于 {at} 签收工单 {number} 的第 {ordinal} 项任务。",
    rule: "ZY-16",
    allowed: {
      en: "Report it done, or send it back.",
      zh: "可报告完成或退回。",
      moves: ["completeTicketTask", "releaseTicketTask"],
    },
  },
  TICKET_TASK_UNSIGNED: {
    fault: "CALLER",
    en: "{unit} has not signed for task {ordinal} of ticket {number}.",
    zh: "{unit} 尚未签收工单 {number} 的第 {ordinal} 项任务。",
    rule: "ZY-16",
    allowed: {
      en: "Sign for it, then report it done.",
      zh: "须先签收，方可报告完成。",
      moves: ["signTicketTask", "releaseTicketTask"],
    },
  },
  NOT_THE_TASKS_UNIT: {
    fault: "CALLER",
    en: "Task {ordinal} of ticket {number} is with {unit}; {post} of {own} cannot act for it.",
    zh: "工单 {number} 的第 {ordinal} 项任务由 {unit} 承办，{own} 的 {post} 无权代为办理。",
    rule: "ZY-16",
    allowed: {
      en: "{unit} does, or the centre releases it.",
      zh: "由 {unit} 办理，或由指挥中心撤回。",
      units: "{unit}",
    },
  },
  CASE_BY_ONE: {
    fault: "CALLER",
    en: "A case is looked up by exactly one of number, resident, place, business and powerItem; {count} were given.",
    zh: "查案件须且仅须按编号、居民、地点、市场主体、职权事项之一，所给为 {count} 项。",
    rule: null,
  },
  CASE_PLACE_TOO_LARGE: {
    fault: "CALLER",
    en: "{place} is larger than a community. Name a grid, community, estate or building, or list `tickets` by division.",
    zh: "{place} 大于社区，请填写网格、社区、小区或楼栋代码，或按区划查询 tickets。",
    rule: null,
  },
  NOT_A_LEADER_OF_THE_PLACE: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} ticket {number}.",
    zh: "{unit} 的 {post} 不得对工单 {number} 进行 {move}。",
    rule: "PG-7",
    allowed: {
      en: "It takes one of {leaders} answerable for its place.",
      zh: "须由属地的 {leaders} 作出。",
      posts: "{leaders}",
    },
  },
  NOT_ANSWERABLE_FOR_THE_PLACE: {
    fault: "CALLER",
    en: "{post} of {unit} does not set the place of ticket {number}.",
    zh: "{unit} 的 {post} 不能确定工单 {number} 的位置。",
    rule: "BJ-12",
    allowed: {
      en: "The centre does, or who answers for both the old and the new place.",
      zh: "由指挥中心或同时负责原址、新址的属地确定。",
      posts: ["COMMUNITY_STAFF", "COMMUNITY_SECRETARY", "SUBDISTRICT_LEADER", "CENTRE_DISPATCHER"],
    },
  },
  PLACE_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "Ticket {number} cannot move to another district.",
    zh: "工单 {number} 不能移到其他区县。",
    rule: "BJ-12",
    allowed: {
      en: "Reject it with the reason, and report it there.",
      zh: "请说明理由不予受理，并向当地登记。",
    },
  },
  ESTATE_OF_ANOTHER_COMMUNITY: {
    fault: "CALLER",
    en: "Estate {estate} lies in another community than grid {grid}.",
    zh: "小区 {estate} 与网格 {grid} 不在同一社区。",
    rule: "BJ-12",
    allowed: {
      en: "Name the estate the grid lies in, or none.",
      zh: "请填写该网格所在小区，或不填。",
    },
  },
  UNIT_OF_ANOTHER_DISTRICT: {
    fault: "CALLER",
    en: "{unit} belongs to another district than ticket {number}.",
    zh: "{unit} 与工单 {number} 不属同一区县。",
    rule: "GZ-16",
    allowed: {
      en: "A centre dispatches to the units of its own district.",
      zh: "指挥中心只能派单至本区单位。",
    },
  },
  NOBODY_TO_SUPERVISE: {
    fault: "CALLER",
    en: "No unit handles ticket {number} at present.",
    zh: "工单 {number} 目前没有承办单位。",
    rule: "ZY-18",
    allowed: {
      en: "Match and dispatch it first.",
      zh: "请先匹配并派单。",
      moves: ["match", "dispatch"],
    },
  },
  REASON_UNSOLVED_MISSING: {
    fault: "CALLER",
    en: "Ticket {number} is reported as unsolved without a reason.",
    zh: "工单 {number} 未解决但没有填写原因。",
    rule: "ZY-18",
    allowed: {
      en: "Give `reasonUnsolved`.",
      zh: "请填写未解决原因。",
    },
  },
  REASON_UNSOLVED_UNWANTED: {
    fault: "CALLER",
    en: "Ticket {number} is reported as solved and with a reason why it is not.",
    zh: "工单 {number} 既填报已解决又填写了未解决原因。",
    rule: "ZY-18",
    allowed: {
      en: "Give one or the other.",
      zh: "二者只能择一。",
    },
  },
  PUBLIC_REPLY_MISSING: {
    fault: "CALLER",
    en: "The demander of ticket {number} cannot be answered without a public reply.",
    zh: "工单 {number} 没有公开答复内容，无法反馈诉求人。",
    rule: "PG-2",
    allowed: {
      en: "Give `publicReply`.",
      zh: "请填写 publicReply。",
    },
  },
  NOT_UNSOLVED: {
    fault: "CALLER",
    en: "Ticket {number} was handled as solved; only unsolved tickets go to the ledger.",
    zh: "工单 {number} 已填报解决，仅未解决的工单可以挂账。",
    rule: "ZY-18",
    allowed: {
      en: "Ask the demander by call-back.",
      zh: "请先回访诉求人。",
    },
  },
  STRIKE_OFF_UNSOLVED: {
    fault: "CALLER",
    en: "The demander of ticket {number} has not confirmed that it is solved.",
    zh: "工单 {number} 未经诉求人确认解决，不得销号。",
    rule: "ZY-18",
    allowed: {
      en: "Call back until they do; only what is confirmed is struck off.",
      zh: "请回访至诉求人确认解决。",
    },
  },
  EXTENSION_PENDING: {
    fault: "CALLER",
    en: "An extension of ticket {number} is still to be decided.",
    zh: "工单 {number} 已有延期申请待审核。",
    rule: "ZY-17",
    allowed: {
      en: "Wait for the centre.",
      zh: "请等待指挥中心审核。",
      moves: ["decideExtension"],
    },
  },
  EXTENSION_NOT_ASKED: {
    fault: "CALLER",
    en: "No extension of ticket {number} waits for a decision.",
    zh: "工单 {number} 没有待审核的延期申请。",
    rule: "ZY-17",
    allowed: {
      en: "The handling unit asks for one first.",
      zh: "须由承办单位先行申请。",
      moves: ["askExtension"],
    },
  },
  EXTENSION_TOO_LATE: {
    fault: "CALLER",
    en: "The limit of ticket {number} is used up.",
    zh: "工单 {number} 已超过办理期限。",
    rule: "ZY-17",
    allowed: {
      en: "An extension is asked for before; go on with the ticket and handle it.",
      zh: "延期须在到期前申请，请继续办理并办结。",
      moves: ["handle"],
    },
  },
  NOTHING_MATCHES: {
    fault: "CALLER",
    en: "On {on} no list names a body for matter {matter} in {division}.",
    zh: "{on} 时没有任何清单载明 {division} 的事项 {matter} 由谁负责。",
    rule: "PG-4",
    allowed: {
      en: "Choose another matter, or give the item.",
      zh: "请更换事项或直接指定职权事项。",
    },
  },
  NO_UNIT_TO_DISPATCH: {
    fault: "CALLER",
    en: "No unit was matched for ticket {number}.",
    zh: "工单 {number} 没有匹配到单位。",
    rule: "GZ-16",
    allowed: {
      en: "Say to which unit it goes.",
      zh: "请指定派往单位。",
    },
  },
  MERGE_DIFFERENT: {
    fault: "CALLER",
    en: "Tickets {number} and {into} cannot be merged.",
    zh: "工单 {number} 与 {into} 不能合并。",
    rule: "KF-5",
    allowed: {
      en: "They must be two tickets of one district about one matter.",
      zh: "须为同一区、同一事项的两张工单。",
    },
  },
  CLASS_PROBLEM_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Class problem {number} is {state}; {move} is possible only from {states}.",
    zh: "一类问题 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "ZY-21",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  CLASS_PROBLEM_WRONG_POST: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} class problem {number}.",
    zh: "{unit} 的 {post} 不得对一类问题 {number} 进行 {move}。",
    rule: "ZY-21",
    allowed: {
      en: "It takes one of {allowed} of its place.",
      zh: "须由属地的 {allowed} 作出。",
      posts: "{allowed}",
    },
  },
  CLASS_PROBLEM_UNANSWERED: {
    fault: "CALLER",
    en: "{count} tickets of class problem {number} are unanswered, {ticket} among them.",
    zh: "一类问题 {number} 尚有 {count} 张工单未反馈（如 {ticket}）。",
    rule: "ZY-18",
    allowed: {
      en: "Give feedback to each first.",
      zh: "请先逐一反馈。",
    },
  },
  HOT_CLASS_NOT_OPEN: {
    fault: "CALLER",
    en: "Hot class {number} is {state}.",
    zh: "诉求热点 {number} 处于 {state} 状态。",
    rule: "ZY-21",
    allowed: {
      en: "To {move} is possible only while it is OPEN.",
      zh: "仅在 OPEN 状态下可以 {move}。",
      states: ["OPEN"],
    },
  },
  HOT_CLASS_WRONG_POST: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} hot class {number}.",
    zh: "{unit} 的 {post} 不得对诉求热点 {number} 进行 {move}。",
    rule: "ZY-21",
    allowed: {
      en: "It takes one of {allowed} answerable for its place.",
      zh: "须由属地的 {allowed} 作出。",
      posts: "{allowed}",
    },
  },
  HOT_CLASSES_APART: {
    fault: "CALLER",
    en: "{number} cannot be merged into {into}.",
    zh: "{number} 不能并入 {into}。",
    rule: "ZY-21",
    allowed: {
      en: "They must be two hot classes of one district.",
      zh: "须为同一区的两个诉求热点。",
    },
  },
  HOT_CLASS_HAS_PROBLEM: {
    fault: "CALLER",
    en: "Class problem {problem} was opened from hot class {number}.",
    zh: "诉求热点 {number} 已立为一类问题 {problem}。",
    rule: "ZY-21",
    allowed: {
      en: "Merge the other into this one; where both have a class problem, dismiss one first or carry both out.",
      zh: "请把另一热点并入本热点；双方均已立为一类问题的，先排除其一或分别办结。",
    },
  },
  NOT_IN_HOT_CLASS: {
    fault: "CALLER",
    en: "Ticket {ticket} is not in hot class {number}.",
    zh: "工单 {ticket} 不在诉求热点 {number} 中。",
    rule: "ZY-21",
    allowed: {
      en: "See its `tickets`.",
      zh: "请查看其 tickets。",
    },
  },
  HOT_CLASS_SPLIT_WHOLE: {
    fault: "CALLER",
    en: "{going} tickets would leave hot class {number}.",
    zh: "将从诉求热点 {number} 拆出 {going} 张工单。",
    rule: "ZY-21",
    allowed: {
      en: "At least one must go and one stay.",
      zh: "须至少拆出一张并保留一张。",
      minimum: 1,
    },
  },
  PLAN_WITHOUT_CAUSE: {
    fault: "CALLER",
    en: "Class problem {number} has no cause yet.",
    zh: "一类问题 {number} 尚未查明成因。",
    rule: "PG-11",
    allowed: {
      en: "Record what was found on site, then plan.",
      zh: "请先记录现场查明的成因再制定方案。",
    },
  },
  PLAN_ALREADY_APPROVED: {
    fault: "CALLER",
    en: "The plan of class problem {number} is approved and stands.",
    zh: "一类问题 {number} 的方案已经批准，不再更改。",
    rule: "ZY-21",
    allowed: {
      en: "Carry it out and record the progress.",
      zh: "请按方案实施并记录进展。",
    },
  },
  PLAN_NOT_APPROVED: {
    fault: "CALLER",
    en: "The plan of class problem {number} is not approved yet.",
    zh: "一类问题 {number} 的方案尚未批准。",
    rule: "ZY-21",
    allowed: {
      en: "Have it approved first.",
      zh: "请先批准方案。",
    },
  },
  PLAN_QUANTITY: {
    fault: "CALLER",
    en: "The plan of class problem {number} counts {planned}.",
    zh: "一类问题 {number} 的方案数量为 {planned}。",
    rule: "ZY-21",
    allowed: {
      en: "Plan at least one.",
      zh: "至少为 1。",
      minimum: 1,
    },
  },
  PLAN_UNFINISHED: {
    fault: "CALLER",
    en: "Class problem {number} has {done} of {planned} done.",
    zh: "一类问题 {number} 的方案完成 {done}/{planned}。",
    rule: "ZY-21",
    allowed: {
      en: "Carry the plan out before closing.",
      zh: "请完成后再办结。",
    },
  },
  PROGRESS_OUT_OF_RANGE: {
    fault: "CALLER",
    en: "{done} done of class problem {number} cannot be.",
    zh: "一类问题 {number} 的完成数量 {done} 不合理。",
    rule: "ZY-21",
    allowed: {
      en: "Give {before}, which were done before, to {planned}, which are planned.",
      zh: "应在此前完成的 {before} 与计划的 {planned} 之间。",
      minimum: "{before}",
      maximum: "{planned}",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(ticketErrors);
