import { LimitName } from "../../../language/terms.ts";
import type { Move } from "../../../parts/moves/move.ts";
import { isCentre, isCommunity, isOneOf } from "../../../parts/moves/posts.ts";
import { isIn, notYetSent, pendingExtension, type Ticket, ticketMove, underway, withUnit } from "./ticket.ts";
import {
  ArchiveTicketDocument,
  DecideExtensionDocument,
  DispatchTicketDocument,
  LedgerTicketDocument,
  LocateTicketDocument,
  MatchTicketDocument,
  RejectTicketDocument,
  ReopenTicketDocument,
  StrikeOffTicketDocument,
  SuperviseTicketDocument,
  VerifyTicketDocument,
} from "./ticket-moves.graphql.ts";

const districtOf = ({ number }: Ticket): string => number.slice(0, 6);

/** What brings a ticket to a unit: the community looks, the centre places, matches and sends. */
export const sendingMoves: readonly Move<Ticket>[] = [
  ticketMove({
    name: "verify",
    label: { en: "Verify", zh: "核实" },
    about: {
      en: "The community looks on site before anything else, and says whether it can solve it by itself.",
      zh: "社区先行现场核实，并说明能否自行解决。",
    },
    fields: [
      { name: "findings", kind: "text", maximum: 4_000, label: { en: "What was found", zh: "核实情况" } },
      {
        name: "communityCanSolve",
        kind: "yes-no",
        label: { en: "Can the community solve it by itself?", zh: "社区能否自行解决" },
      },
    ],
    may: (ticket, holder) =>
      isIn(ticket, ["RECEIVED"]) && isCommunity(holder) && ticket.division?.code === holder.division,
    document: VerifyTicketDocument,
    input: ({ number }, form) => ({
      number,
      findings: form.text("findings"),
      communityCanSolve: form.yes("communityCanSolve"),
    }),
  }),
  ticketMove({
    name: "locate",
    label: { en: "Locate", zh: "定位" },
    about: {
      en: "A ticket without a grid is with nobody on the spot. Say in which grid it lies.",
      zh: "没有网格的工单无人到场，请确定所在网格。",
    },
    fields: [
      {
        name: "gridCode",
        kind: "grid",
        label: { en: "Grid", zh: "所在网格" },
        within: (ticket) => ticket.division?.code ?? districtOf(ticket),
      },
    ],
    may: (ticket, holder) =>
      ticket.noGridYet &&
      isIn(ticket, [...notYetSent, ...withUnit]) &&
      (isCentre(holder) || isCommunity(holder) || isOneOf(["SUBDISTRICT_LEADER"], holder)),
    document: LocateTicketDocument,
    input: ({ number }, form) => ({ number, gridCode: form.chosen("gridCode") }),
  }),
  ticketMove({
    name: "dispatch",
    label: { en: "Dispatch", zh: "派单" },
    about: {
      en: "The lists in force today are asked again: what is off a unit's list is refused and stays where it is.",
      zh: "系统按当日有效的清单再次审核，清单外事项不予派出，责任不转移。",
    },
    fields: [
      {
        name: "unit",
        kind: "unit",
        label: { en: "To which unit", zh: "派往单位" },
        within: districtOf,
        initial: ({ matchedUnit, matchedUnitNamed }) =>
          matchedUnit && {
            value: matchedUnit.code,
            label: matchedUnitNamed?.name ?? matchedUnit.code,
          },
      },
    ],
    may: (ticket, holder) => isIn(ticket, ["MATCHED"]) && isCentre(holder),
    document: DispatchTicketDocument,
    input: ({ number }, form) => ({ number, unit: form.chosenIfAny("unit") }),
  }),
  ticketMove({
    name: "match",
    label: { en: "Match", zh: "权责匹配" },
    about: {
      en: "By the matter, the lists of the day name the power item and the competent unit.",
      zh: "选定事项后，按当日清单确定职权事项和承办单位。",
    },
    fields: [
      {
        name: "matter",
        kind: "matter",
        label: { en: "Matter", zh: "事项" },
        within: districtOf,
        like: ({ title }) => title,
        initial: ({ matter, matterNamed }) =>
          matter && { value: matter.code, label: matterNamed?.name ?? matter.code },
      },
      {
        name: "limit",
        kind: "choice",
        optional: true,
        label: { en: "Time limit", zh: "时限类别" },
        hint: { en: "Left empty: as it is", zh: "不选则不变" },
        of: () => Object.entries(LimitName).map(([value, label]) => ({ value, label })),
      },
    ],
    may: (ticket, holder) => isIn(ticket, notYetSent) && isCentre(holder),
    document: MatchTicketDocument,
    input: ({ number }, form) => ({
      number,
      matter: form.chosen("matter"),
      limit: form.chosenIfAny<keyof typeof LimitName>("limit"),
    }),
  }),
];

/** What a unit's work is followed by: decided on, pressed, followed up, struck off. */
export const followingMoves: readonly Move<Ticket>[] = [
  ticketMove({
    name: "decideExtension",
    label: { en: "Decide extension", zh: "延期审核" },
    about: {
      en: "Granted, the limit moves on by the days asked for; refused, it stays.",
      zh: "同意则按申请天数顺延，不同意则期限不变。",
    },
    fields: [
      { name: "granted", kind: "yes-no", label: { en: "Granted?", zh: "是否同意" } },
      { name: "grounds", kind: "text", maximum: 4_000, label: { en: "Grounds", zh: "审核意见" } },
    ],
    may: (ticket, holder) =>
      isIn(ticket, underway) && isCentre(holder) && pendingExtension(ticket) !== undefined,
    document: DecideExtensionDocument,
    input: ({ number }, form) => ({ number, granted: form.yes("granted"), grounds: form.text("grounds") }),
  }),
  ticketMove({
    name: "strikeOff",
    label: { en: "Strike off", zh: "销号" },
    about: {
      en: "The demander confirmed that it is solved. It leaves the open ledger under a number of its own.",
      zh: "诉求人已确认解决，工单按号销账。",
    },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["CALLED_BACK"]) && isCentre(holder),
    document: StrikeOffTicketDocument,
    input: ({ number }) => ({ number }),
  }),
  ticketMove({
    name: "archive",
    label: { en: "Archive", zh: "归档" },
    about: { en: "It is put on file; nothing changes any more.", zh: "归档后不再变更。" },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["STRUCK_OFF"]) && isCentre(holder),
    document: ArchiveTicketDocument,
    input: ({ number }) => ({ number }),
  }),
  ticketMove({
    name: "ledger",
    label: { en: "Enter on ledger", zh: "挂账" },
    about: {
      en: "Answered but unsolved: it is followed up until it is.",
      zh: "已答复但未解决，挂账跟踪直至解决。",
    },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["FEEDBACK_GIVEN"]) && ticket.solved === false && isCentre(holder),
    document: LedgerTicketDocument,
    input: ({ number }) => ({ number }),
  }),
  ticketMove({
    name: "supervise",
    aside: true,
    label: { en: "Supervise", zh: "督办" },
    about: {
      en: "The handling unit is told what to do, on the record.",
      zh: "向承办单位提出督办意见并留痕。",
    },
    fields: [
      {
        name: "instruction",
        kind: "text",
        maximum: 4_000,
        label: { en: "What the unit is to do", zh: "督办意见" },
      },
    ],
    may: (ticket, holder) =>
      ticket.handlingUnit != null &&
      isIn(ticket, [...withUnit, "LEDGERED", "REOPENED"]) &&
      isOneOf(["CENTRE_DISPATCHER", "PERFORMANCE_OFFICE", "DISTRICT_LEADER", "SUBDISTRICT_LEADER"], holder) &&
      ticket.handlingUnit.code !== holder.unit,
    document: SuperviseTicketDocument,
    input: ({ number }, form) => ({ number, instruction: form.text("instruction") }),
  }),
  ticketMove({
    name: "reject",
    aside: true,
    label: { en: "Do not take on", zh: "不予受理" },
    about: {
      en: "Not real, or outside every duty. The demander is told the grounds.",
      zh: "情况不实或不属任何职责范围，理由将告知诉求人。",
    },
    fields: [
      {
        name: "grounds",
        kind: "text",
        maximum: 4_000,
        label: { en: "Grounds, as the demander is told", zh: "不予受理理由" },
      },
    ],
    may: (ticket, holder) => isIn(ticket, ["RECEIVED", "VERIFIED", "RETURNED"]) && isCentre(holder),
    document: RejectTicketDocument,
    input: ({ number }, form) => ({ number, grounds: form.text("grounds") }),
  }),
  ticketMove({
    name: "reopen",
    aside: true,
    label: { en: "Open again", zh: "重新办理" },
    about: { en: "A second loop begins and its limit starts anew.", zh: "重新进入办理流程，期限重新起算。" },
    fields: [],
    may: (ticket, holder) => isIn(ticket, ["REJECTED", "CALLED_BACK", "STRUCK_OFF"]) && isCentre(holder),
    document: ReopenTicketDocument,
    input: ({ number }) => ({ number }),
  }),
];
