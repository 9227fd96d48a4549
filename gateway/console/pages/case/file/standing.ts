import type { CaseFileQuery } from "./case-file.graphql.ts";

type Ticket = NonNullable<CaseFileQuery["ticket"]>;

/** What a ticket waits for, and so who has it. */
export type Standing =
  | "TO_SEND"
  | "TO_SIGN"
  | "WITH_UNIT"
  | "WHISTLED"
  | "TO_ANSWER"
  | "TO_CALL_BACK"
  | "TO_STRIKE_OFF"
  | "LEDGERED"
  | "OVER";

const byState: Readonly<Record<Ticket["state"], Standing>> = {
  RECEIVED: "TO_SEND",
  VERIFIED: "TO_SEND",
  MATCHED: "TO_SEND",
  RETURNED: "TO_SEND",
  REOPENED: "TO_SEND",
  DISPATCHED: "TO_SIGN",
  SIGNED: "WITH_UNIT",
  IN_PROGRESS: "WITH_UNIT",
  EXTENDED: "WITH_UNIT",
  SUPERVISED: "WITH_UNIT",
  WHISTLED: "WHISTLED",
  HANDLED: "TO_ANSWER",
  FEEDBACK_GIVEN: "TO_CALL_BACK",
  CALLED_BACK: "TO_STRIKE_OFF",
  LEDGERED: "LEDGERED",
  STRUCK_OFF: "OVER",
  ARCHIVED: "OVER",
  REJECTED: "OVER",
  MERGED: "OVER",
};

export const standingOf = ({ state }: Pick<Ticket, "state">): Standing => byState[state];
