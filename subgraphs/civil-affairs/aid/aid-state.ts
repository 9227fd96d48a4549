import { registerEnumType } from "type-graphql";

export enum AidState {
  APPLIED = "APPLIED",
  REVIEWED = "REVIEWED",
  APPROVED = "APPROVED",
  REFUSED = "REFUSED",
  IN_PAYMENT = "IN_PAYMENT",
  STOPPED = "STOPPED",
}
registerEnumType(AidState, {
  name: "AidState",
  description: "How far an aid has come (救助状态)",
  valuesConfig: {
    APPLIED: { description: "The application is on record (已申请)" },
    REVIEWED: { description: "Household visited and information checked; an opinion is given (已审核)" },
    APPROVED: { description: "The bureau approved it; payment has not begun (已确认)" },
    REFUSED: { description: "The bureau refused it, with its reason in writing (不予确认)" },
    IN_PAYMENT: { description: "It is paid every month (发放中)" },
    STOPPED: { description: "It is no longer paid (已停发)" },
  },
});

export enum AidStopReason {
  NO_LONGER_QUALIFIES = "NO_LONGER_QUALIFIES",
  TERM_ENDED = "TERM_ENDED",
  WITHDRAWN = "WITHDRAWN",
  MOVED_AWAY = "MOVED_AWAY",
  DIED = "DIED",
}
registerEnumType(AidStopReason, {
  name: "AidStopReason",
  description: "Why an aid is no longer paid (停发原因)",
  valuesConfig: {
    NO_LONGER_QUALIFIES: {
      description: "A review found that the conditions are no longer met (不再符合条件)",
    },
    TERM_ENDED: { description: "The last day of temporary aid has passed (期限届满)" },
    WITHDRAWN: { description: "The recipient gave it up (本人放弃)" },
    MOVED_AWAY: { description: "The recipient moved to another district (迁出)" },
    DIED: { description: "The recipient died (死亡)" },
  },
});
