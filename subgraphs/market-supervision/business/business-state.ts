import { registerEnumType } from "type-graphql";

/** 经营状态, as the publicity system of enterprises words it. */
export enum BusinessState {
  IN_BUSINESS = "IN_BUSINESS",
  LICENCE_REVOKED = "LICENCE_REVOKED",
  DEREGISTERED = "DEREGISTERED",
  MOVED_AWAY = "MOVED_AWAY",
  REGISTRATION_ANNULLED = "REGISTRATION_ANNULLED",
}
registerEnumType(BusinessState, {
  name: "BusinessState",
  description: "Whether a business may trade, by the register (经营状态)",
  valuesConfig: {
    IN_BUSINESS: { description: "Registered and in business (存续)" },
    LICENCE_REVOKED: { description: "Its business licence was revoked as a penalty; debts remain (吊销)" },
    DEREGISTERED: { description: "It was wound up and struck off the register (注销)" },
    MOVED_AWAY: { description: "It is registered elsewhere now (迁出)" },
    REGISTRATION_ANNULLED: { description: "Its registration was got by fraud and annulled (撤销登记)" },
  },
});
