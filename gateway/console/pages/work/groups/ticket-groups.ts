import type { Holder } from "../../../session/holder.ts";
import type { Group } from "./group.ts";

/** Tickets the command centre takes in, sends and follows. */
export const centreTickets: readonly Group[] = [
  {
    id: "locate",
    name: { en: "To locate", zh: "待定位" },
    about: {
      en: "Without a grid nobody is on the spot: find the grid.",
      zh: "尚无网格的工单，须先确定网格。",
    },
    listed: { of: "tickets", filter: { noGridYet: true, open: true } },
  },
  {
    id: "match",
    name: { en: "To match", zh: "待匹配" },
    about: {
      en: "Taken in, verified or opened again: say what it is about, the lists name who is competent.",
      zh: "已受理、已核实或重新办理的工单，选定事项后按清单确定承办单位。",
    },
    listed: { of: "tickets", filter: { states: ["RECEIVED", "VERIFIED", "REOPENED"] } },
  },
  {
    id: "dispatch",
    name: { en: "To dispatch", zh: "待派单" },
    about: { en: "Matched: send it to the competent unit.", zh: "已匹配权责，派往承办单位。" },
    listed: { of: "tickets", filter: { states: ["MATCHED"] } },
  },
  {
    id: "returned",
    name: { en: "Returned", zh: "退单" },
    about: {
      en: "Sent back by the unit with grounds: match it anew, or do not take it on.",
      zh: "承办单位退回的工单，请重新匹配或不予受理。",
    },
    listed: { of: "tickets", filter: { states: ["RETURNED"] } },
  },
  {
    id: "extensions",
    name: { en: "Extensions to decide", zh: "待审核延期" },
    about: {
      en: "A unit asks for more time: grant or refuse it, with grounds.",
      zh: "承办单位申请延期，请审核并写明意见。",
    },
    listed: { of: "tickets", filter: { extensionAsked: true } },
  },
  {
    id: "with-units",
    name: { en: "With units", zh: "各单位在办" },
    about: {
      en: "Sent to units and not answered yet, the first due on top.",
      zh: "已派单尚未办结，先到期的在前。",
    },
    listed: {
      of: "tickets",
      filter: { states: ["DISPATCHED", "SIGNED", "IN_PROGRESS", "EXTENDED", "SUPERVISED", "WHISTLED"] },
    },
  },
  {
    id: "strike-off",
    name: { en: "To strike off", zh: "待销号" },
    about: {
      en: "The demander confirmed that it is solved: strike it off, one by one.",
      zh: "诉求人已确认解决，逐件销号。",
    },
    listed: { of: "tickets", filter: { states: ["CALLED_BACK"] }, order: "OLDEST" },
  },
  {
    id: "ledger",
    name: { en: "On the ledger", zh: "挂账" },
    about: {
      en: "Answered but unsolved: followed up until solved. Press the unit where nothing moves.",
      zh: "已答复未解决，持续跟踪，必要时督办。",
    },
    listed: { of: "tickets", filter: { ledgered: true }, order: "OLDEST" },
  },
  {
    id: "archive",
    name: { en: "To archive", zh: "待归档" },
    about: { en: "Struck off: put it on file.", zh: "已销号，归档留存。" },
    listed: { of: "tickets", filter: { states: ["STRUCK_OFF"] }, order: "OLDEST" },
  },
];

/** Tickets that are with the holder's unit. */
export const unitTickets = ({ unit }: Holder): readonly Group[] => [
  {
    id: "sign",
    name: { en: "Tickets to sign for", zh: "待签收工单" },
    about: {
      en: "Sent to your unit. Sign for it, or send it back with grounds.",
      zh: "派给本单位的工单，请签收，或说明理由退单。",
    },
    listed: { of: "tickets", filter: { handlingUnit: unit, states: ["DISPATCHED"] } },
  },
  {
    id: "in-hand",
    name: { en: "Tickets in hand", zh: "在办工单" },
    about: {
      en: "Signed for and not reported yet, the first due on top.",
      zh: "已签收尚未办结，先到期的在前。",
    },
    listed: {
      of: "tickets",
      filter: {
        handlingUnit: unit,
        states: ["SIGNED", "IN_PROGRESS", "EXTENDED", "SUPERVISED", "WHISTLED"],
      },
    },
  },
  {
    id: "feedback",
    name: { en: "Feedback to give", zh: "待反馈" },
    about: { en: "Reported handled: the demanders wait for the answer.", zh: "已办结，诉求人等待答复。" },
    listed: { of: "tickets", filter: { handlingUnit: unit, states: ["HANDLED"] } },
  },
  {
    id: "own-ledger",
    name: { en: "Unsolved, on the ledger", zh: "本单位挂账" },
    about: {
      en: "The demander says it is not solved: start again where it can be.",
      zh: "诉求人反映未解决，具备条件的重新办理。",
    },
    listed: { of: "tickets", filter: { handlingUnit: unit, states: ["LEDGERED"] }, order: "OLDEST" },
  },
];

/** What a community looks at before anybody else does (KF-7). */
export const communityTickets = ({ division = "" }: Holder): readonly Group[] => [
  {
    id: "verify",
    name: { en: "To verify", zh: "待核实" },
    about: {
      en: "Come in from your community: look on site, and say whether you can solve it.",
      zh: "本社区受理的工单，请现场核实并说明能否自行解决。",
    },
    listed: { of: "tickets", filter: { states: ["RECEIVED"], division } },
  },
];

/** What goes on where a grid member, a community or a street answers for the place. */
export const placeTickets = ({ division = "" }: Holder): readonly Group[] => [
  {
    id: "place",
    name: { en: "Open on my ground", zh: "辖区未办结" },
    about: {
      en: "Whatever is still to be done in the place you answer for, whoever it is with.",
      zh: "辖区内尚未办结的工单，含其他单位承办的。",
    },
    listed: { of: "tickets", filter: { open: true, division } },
  },
];

export const overdueTickets = ({ division = "" }: Holder): readonly Group[] => [
  {
    id: "overdue",
    name: { en: "Overdue tickets", zh: "超期工单" },
    about: { en: "Unanswered though the limit is used up.", zh: "期限已满尚未答复。" },
    listed: { of: "tickets", filter: { overdue: true, division } },
  },
];
