import type { Move } from "../../../parts/moves/move.ts";
import { speaksFor } from "../../../parts/moves/posts.ts";
import { isIn, ownTask, pendingExtension, type Ticket, ticketMove, underway, withUnit } from "./ticket.ts";
import {
  CompleteTaskDocument,
  ExtendTicketDocument,
  GiveFeedbackDocument,
  HandleTicketDocument,
  ReturnTicketDocument,
  SignTaskDocument,
  SignTicketDocument,
  StartTicketDocument,
} from "./ticket-moves.graphql.ts";

const handles = ({ handlingUnit }: Ticket, holder: Parameters<typeof speaksFor>[1]): boolean =>
  speaksFor(handlingUnit, holder);

const unsolved = ({ solved }: Readonly<Record<string, unknown>>): boolean => solved === "no";

/** What a unit does with a ticket that was sent to it. */
export const unitMoves: readonly Move<Ticket>[] = [
  ticketMove({
    name: "sign",
    label: { en: "Sign for", zh: "签收" },
    about: {
      en: "The unit that signs first is answerable to the end, whoever else is called.",
      zh: "首个签收的单位负责到底（首接负责）。",
    },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["DISPATCHED"]) && handles(ticket, holder),
    document: SignTicketDocument,
    input: ({ number }) => ({ number }),
  }),
  ticketMove({
    name: "start",
    label: { en: "Start", zh: "开始办理" },
    about: { en: "From now on it can no longer be sent back.", zh: "开始办理后不可再退单。" },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["SIGNED", "LEDGERED"]) && handles(ticket, holder),
    document: StartTicketDocument,
    input: ({ number }) => ({ number }),
  }),
  ticketMove({
    name: "handle",
    label: { en: "Report handled", zh: "办结" },
    about: {
      en: "The demander is asked afterwards whether it is solved; say what was done and what was not.",
      zh: "办结后将回访诉求人，请如实填写办理情况。",
    },
    fields: [
      {
        name: "contacted",
        kind: "yes-no",
        label: { en: "Did you speak to the demander?", zh: "是否联系诉求人" },
      },
      { name: "solved", kind: "yes-no", label: { en: "Is it solved?", zh: "是否解决" } },
      {
        name: "reasonUnsolved",
        kind: "text",
        maximum: 4_000,
        when: unsolved,
        label: { en: "Why not", zh: "未解决原因" },
      },
      {
        name: "account",
        kind: "text",
        maximum: 4_000,
        label: { en: "What was done, for the file", zh: "办理情况" },
      },
      {
        name: "publicReply",
        kind: "text",
        maximum: 4_000,
        optional: true,
        label: { en: "Answer fit to be published", zh: "公开答复内容" },
        hint: { en: "Needed for the feedback at the latest", zh: "最迟在反馈时填写" },
      },
    ],
    may: (ticket, holder) => isIn(ticket, underway) && handles(ticket, holder),
    document: HandleTicketDocument,
    input: ({ number }, form) => ({
      number,
      input: {
        contacted: form.yes("contacted"),
        solved: form.yes("solved"),
        reasonUnsolved: form.yes("solved") ? null : form.textIfAny("reasonUnsolved"),
        account: form.text("account"),
        publicReply: form.textIfAny("publicReply"),
      },
    }),
  }),
  ticketMove({
    name: "giveFeedback",
    label: { en: "Give feedback", zh: "结果反馈" },
    about: {
      en: "Every demander behind the ticket reads this answer.",
      zh: "工单所涉每位诉求人都将收到此答复。",
    },
    fields: [
      {
        name: "publicReply",
        kind: "text",
        maximum: 4_000,
        label: { en: "Answer fit to be published", zh: "公开答复内容" },
        initial: ({ publicReply }) => publicReply,
      },
    ],
    may: (ticket, holder) => isIn(ticket, ["HANDLED"]) && handles(ticket, holder),
    document: GiveFeedbackDocument,
    input: ({ number }, form) => ({ number, publicReply: form.text("publicReply") }),
  }),
  ticketMove({
    name: "signTask",
    label: { en: "Sign for task", zh: "任务签收" },
    about: { en: "Your unit takes receipt of its part.", zh: "签收本单位承担的任务。" },
    fields: [],
    may: (ticket, holder) => isIn(ticket, withUnit) && ownTask(ticket, holder)?.signedAt === null,
    document: SignTaskDocument,
    input: (ticket, _, holder) => ({ number: ticket.number, ordinal: ownTask(ticket, holder)?.ordinal ?? 0 }),
  }),
  ticketMove({
    name: "completeTask",
    label: { en: "Report task done", zh: "任务完成" },
    about: {
      en: "Once every task is done, the handling unit reports the whole.",
      zh: "各项任务完成后由承办单位办结。",
    },
    fields: [
      { name: "result", kind: "text", maximum: 4_000, label: { en: "What came of it", zh: "办理结果" } },
    ],
    may: (ticket, holder) => isIn(ticket, withUnit) && Boolean(ownTask(ticket, holder)?.signedAt),
    document: CompleteTaskDocument,
    input: (ticket, form, holder) => ({
      number: ticket.number,
      ordinal: ownTask(ticket, holder)?.ordinal ?? 0,
      result: form.text("result"),
    }),
  }),
  ticketMove({
    name: "askExtension",
    aside: true,
    label: { en: "Ask for more time", zh: "申请延期" },
    about: {
      en: "Asked before the limit is used up, one question at a time; the command centre decides.",
      zh: "须在期限届满前提出，一次一项，由指挥中心审核。",
    },
    fields: [
      {
        name: "days",
        kind: "number",
        minimum: 1,
        maximum: 30,
        label: { en: "Days beyond the limit", zh: "申请延长天数" },
      },
      { name: "reason", kind: "text", maximum: 4_000, label: { en: "Why it takes longer", zh: "延期理由" } },
    ],
    may: (ticket, holder) =>
      isIn(ticket, underway) && handles(ticket, holder) && pendingExtension(ticket) === undefined,
    document: ExtendTicketDocument,
    input: ({ number }, form) => ({ number, days: form.number("days"), reason: form.text("reason") }),
  }),
  ticketMove({
    name: "return",
    aside: true,
    label: { en: "Send back", zh: "退单" },
    about: {
      en: "Only before you begin. The centre matches it anew by your grounds.",
      zh: "仅限开始办理之前，指挥中心将按理由重新匹配。",
    },
    fields: [
      { name: "grounds", kind: "text", maximum: 4_000, label: { en: "Why it is not yours", zh: "退单理由" } },
    ],
    may: (ticket, holder) => isIn(ticket, ["DISPATCHED", "SIGNED"]) && handles(ticket, holder),
    document: ReturnTicketDocument,
    input: ({ number }, form) => ({ number, grounds: form.text("grounds") }),
  }),
];
