import { registerEnumType } from "type-graphql";

/** What a body that was called to a case, or was sent it, has to do there (案内角色). */
export enum CasePart {
  HANDLING = "HANDLING",
  LEAD = "LEAD",
  ASSISTING = "ASSISTING",
}
registerEnumType(CasePart, {
  name: "CasePart",
  description: "What a body has to do in a case (案内角色)",
  valuesConfig: {
    HANDLING: { description: "The ticket was sent to it (承办)" },
    LEAD: { description: "A whistle calls it to lead (牵头)" },
    ASSISTING: { description: "A whistle calls it to assist, or it was given a task of the ticket's (协办)" },
  },
});
