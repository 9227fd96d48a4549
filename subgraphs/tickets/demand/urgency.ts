import { registerEnumType } from "type-graphql";

/** How pressing a demand is, as intake judges it. */
export enum Urgency {
  ORDINARY = "ORDINARY",
  URGENT = "URGENT",
  CRITICAL = "CRITICAL",
}
registerEnumType(Urgency, {
  name: "Urgency",
  description: "Urgency of a demand (紧急程度)",
  valuesConfig: {
    ORDINARY: { description: "Ordinary (一般)" },
    URGENT: { description: "Urgent (紧急)" },
    CRITICAL: { description: "Life or property in danger (特急)" },
  },
});
