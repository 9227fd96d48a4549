import { registerEnumType } from "type-graphql";

/** The states of a whistle; `whistle.lifecycle.ts` says which move leads from which to which. Overdue is none of them. */
export enum WhistleState {
  DRAFT = "DRAFT",
  BLOWN = "BLOWN",
  SIGNED = "SIGNED",
  ARRIVED = "ARRIVED",
  MEASURES_ISSUED = "MEASURES_ISSUED",
  RESOLVED = "RESOLVED",
  CONFIRMED = "CONFIRMED",
  EVALUATED = "EVALUATED",
  CLOSED = "CLOSED",
  DISPUTED = "DISPUTED",
  WITHDRAWN = "WITHDRAWN",
  RULED_MISUSE = "RULED_MISUSE",
}
registerEnumType(WhistleState, {
  name: "WhistleState",
  description: "State of a whistle (哨的状态). From SIGNED to RESOLVED it is where the lead stands",
  valuesConfig: {
    DRAFT: { description: "Waits to be screened; nobody is called yet (待筛选, PG-9)" },
    BLOWN: { description: "The units are called (已吹哨)" },
    SIGNED: { description: "The lead has signed for it (已签收)" },
    ARRIVED: { description: "The lead has reported on the scene (已报到)" },
    MEASURES_ISSUED: { description: "The lead has issued measures for all (已提出措施, KF-10)" },
    RESOLVED: { description: "The lead reports it resolved; the blower has not confirmed yet (已办结)" },
    CONFIRMED: { description: "The blower confirms it is solved (已确认)" },
    EVALUATED: { description: "Every responding unit is graded (已评价, KF-15)" },
    CLOSED: { description: "Finished, or gone over into the whistle it was raised to (已办结归档)" },
    DISPUTED: {
      description: "A called unit contests that it is its duty; the arbiter decides (职责争议, PG-4)",
    },
    WITHDRAWN: { description: "Taken back by its blower, or not let through by screening (已撤回)" },
    RULED_MISUSE: { description: "Ruled to have been blown without cause (认定为乱吹哨, KF-17)" },
  },
});

/** The units are called and at work. */
export const atWork = [
  WhistleState.BLOWN,
  WhistleState.SIGNED,
  WhistleState.ARRIVED,
  WhistleState.MEASURES_ISSUED,
  WhistleState.DISPUTED,
] as const;

/** Something is still to be done about the demand: the tickets behind it are held. */
export const open = [WhistleState.DRAFT, ...atWork, WhistleState.RESOLVED] as const;
