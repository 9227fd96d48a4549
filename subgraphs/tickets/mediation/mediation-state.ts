import { registerEnumType } from "type-graphql";

export enum MediationState {
  OPEN = "OPEN",
  AGREED = "AGREED",
  NOT_AGREED = "NOT_AGREED",
}
registerEnumType(MediationState, {
  name: "DisputeMediationState",
  description: "Where the mediation of a dispute stands (调解状态, GZ-15)",
  valuesConfig: {
    OPEN: { description: "Mediators are called, or the parties are to sit again (调解中)" },
    AGREED: { description: "The parties agreed (调解成功)" },
    NOT_AGREED: { description: "They did not: the next level mediates, or a court decides (调解不成)" },
  },
});

export enum SittingOutcome {
  AGREED = "AGREED",
  NOT_AGREED = "NOT_AGREED",
  ADJOURNED = "ADJOURNED",
}
registerEnumType(SittingOutcome, {
  name: "SittingOutcome",
  description: "What came of a sitting (调解会结果, GZ-15)",
  valuesConfig: {
    AGREED: { description: "An agreement was reached (达成协议)" },
    NOT_AGREED: { description: "None will be at this level (未达成协议)" },
    ADJOURNED: { description: "The parties sit again (择期再调)" },
  },
});
