import { registerEnumType } from "type-graphql";

export enum DemanderKind {
  PERSON = "PERSON",
  FIRM = "FIRM",
  BODY = "BODY",
}
registerEnumType(DemanderKind, {
  name: "DemanderKind",
  description: "Who asks (诉求人类型)",
  valuesConfig: {
    PERSON: { description: "Natural person (自然人)" },
    FIRM: { description: "Firm, by credit code (企业, PG-13)" },
    BODY: { description: "Other body (其他单位或组织)" },
  },
});
