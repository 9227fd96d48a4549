import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the tickets subgraph. */
export const ticketErrors = {
  TICKET_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}; {move} is possible only from {allowed}.",
    zh: "工单 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "PG-2",
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
  NOT_A_LEADER_OF_THE_PLACE: {
    fault: "CALLER",
    en: "{move} on ticket {number} takes a leader answerable for its place; you act as {post} of {unit}.",
    zh: "对工单 {number} 进行 {move} 须由属地领导作出；您的身份是 {unit} 的 {post}。",
    rule: "PG-7",
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
  MERGE_DIFFERENT: {
    fault: "CALLER",
    en: "Tickets {number} and {into} cannot be merged: they must be two tickets of one district about one matter.",
    zh: "工单 {number} 与 {into} 不能合并：须为同一区、同一事项的两张工单。",
    rule: "KF-5",
  },
} as const satisfies Catalogue;

export const refuse = refusals(ticketErrors);
