import { registerEnumType } from "type-graphql";

/** The three functions (三大功能) that share one platform; a ticket passes between them without being re-entered. */
export enum TicketFunction {
  ON_COMPLAINT = "ON_COMPLAINT",
  PROACTIVE = "PROACTIVE",
  WHISTLE_REPORT = "WHISTLE_REPORT",
}
registerEnumType(TicketFunction, {
  name: "TicketFunction",
  description: "Function a ticket is worked under (三大功能, PG-1)",
  valuesConfig: {
    ON_COMPLAINT: { description: "Act on complaint (接诉即办)" },
    PROACTIVE: { description: "Act before complaint (未诉先办)" },
    WHISTLE_REPORT: { description: "Whistle and report (吹哨报到)" },
  },
});
