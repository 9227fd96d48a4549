import { registerEnumType } from "type-graphql";

/** The states of a ticket; `ticket.lifecycle.ts` says which move leads from which to which. */
export enum TicketState {
  RECEIVED = "RECEIVED",
  VERIFIED = "VERIFIED",
  MATCHED = "MATCHED",
  DISPATCHED = "DISPATCHED",
  SIGNED = "SIGNED",
  IN_PROGRESS = "IN_PROGRESS",
  WHISTLED = "WHISTLED",
  HANDLED = "HANDLED",
  FEEDBACK_GIVEN = "FEEDBACK_GIVEN",
  CALLED_BACK = "CALLED_BACK",
  STRUCK_OFF = "STRUCK_OFF",
  ARCHIVED = "ARCHIVED",
  REJECTED = "REJECTED",
  RETURNED = "RETURNED",
  MERGED = "MERGED",
  EXTENDED = "EXTENDED",
  SUPERVISED = "SUPERVISED",
  LEDGERED = "LEDGERED",
  REOPENED = "REOPENED",
}

/** With these a case is over; what was merged goes on in another. */
export const caseOver: readonly TicketState[] = [
  TicketState.STRUCK_OFF,
  TicketState.ARCHIVED,
  TicketState.REJECTED,
  TicketState.MERGED,
];

registerEnumType(TicketState, {
  name: "TicketState",
  description: "State of a ticket (工单状态)",
  valuesConfig: {
    RECEIVED: { description: "Taken in (已受理)" },
    VERIFIED: { description: "Checked on site by the community (已核实, KF-7)" },
    MATCHED: { description: "A matter, its power item and the competent body are known (已匹配权责)" },
    DISPATCHED: { description: "Sent to a unit (已派单)" },
    SIGNED: { description: "The unit took receipt (已签收)" },
    IN_PROGRESS: { description: "Being handled (办理中)" },
    WHISTLED: { description: "The handling unit called others by whistle and still leads (已吹哨, PG-3)" },
    HANDLED: { description: "The unit is done, solved or not (已办结)" },
    FEEDBACK_GIVEN: { description: "The demander was answered (已反馈)" },
    CALLED_BACK: { description: "The demander confirmed by call-back that it is solved (已回访)" },
    STRUCK_OFF: { description: "Removed from the open ledger (已销号, ZY-18)" },
    ARCHIVED: { description: "Put on file; nothing changes any more unless it is reopened (已归档)" },
    REJECTED: { description: "Not taken on, with grounds: not real, or outside every duty list (不予受理)" },
    RETURNED: { description: "The unit sent it back with grounds; to be matched again (已退单)" },
    MERGED: { description: "The same matter goes on in another ticket (已并单, KF-5)" },
    EXTENDED: { description: "Being handled under a longer limit that was granted (已延期)" },
    SUPERVISED: { description: "Being handled under supervision (督办中, ZY-18)" },
    LEDGERED: { description: "Answered but unsolved: followed up until it is (挂账, ZY-18)" },
    REOPENED: { description: "Opened again after it was closed (重新办理)" },
  },
});
