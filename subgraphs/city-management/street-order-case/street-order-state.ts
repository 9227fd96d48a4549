import { registerEnumType } from "type-graphql";

/** Where a case stands, by the last of the seven steps it has passed. */
export enum StreetOrderState {
  COLLECTED = "COLLECTED",
  DECLINED = "DECLINED",
  ESTABLISHED = "ESTABLISHED",
  DISPATCHED = "DISPATCHED",
  HANDLED = "HANDLED",
  FEEDBACK_GIVEN = "FEEDBACK_GIVEN",
  CLOSED = "CLOSED",
  EVALUATED = "EVALUATED",
}
registerEnumType(StreetOrderState, {
  name: "StreetOrderState",
  description: "Where a street-order case stands (案件状态, CJJ/T 106)",
  valuesConfig: {
    COLLECTED: { description: "Reported; the supervision centre has not yet looked at it (已上报)" },
    DECLINED: { description: "The registration condition is not met; the end (不予立案)" },
    ESTABLISHED: { description: "Registered; waits to be dispatched (已立案)" },
    DISPATCHED: { description: "With the handling unit; the clock runs (已派遣)" },
    HANDLED: { description: "The handling unit says it is done (已处理)" },
    FEEDBACK_GIVEN: { description: "The command centre passed that on; waits to be verified (已反馈)" },
    CLOSED: { description: "Verified on the spot and closed (已结案)" },
    EVALUATED: { description: "Closed and evaluated; the end (已评价)" },
  },
});

/** What has come to its end, whichever. Everything else is open. */
export const ended: readonly StreetOrderState[] = [
  StreetOrderState.DECLINED,
  StreetOrderState.CLOSED,
  StreetOrderState.EVALUATED,
];
