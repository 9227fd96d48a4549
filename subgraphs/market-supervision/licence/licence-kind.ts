import { registerEnumType } from "type-graphql";

/** Licences that the market supervision department gives (许可类型). */
export enum LicenceKind {
  FOOD_BUSINESS = "FOOD_BUSINESS",
  FOOD_PRODUCTION = "FOOD_PRODUCTION",
  DRUG_BUSINESS = "DRUG_BUSINESS",
  SPECIAL_EQUIPMENT = "SPECIAL_EQUIPMENT",
}
registerEnumType(LicenceKind, {
  name: "LicenceKind",
  description: "What a licence permits (许可类型)",
  valuesConfig: {
    FOOD_BUSINESS: { description: "To sell or serve food (食品经营许可)" },
    FOOD_PRODUCTION: { description: "To produce food (食品生产许可)" },
    DRUG_BUSINESS: { description: "To sell medicines (药品经营许可)" },
    SPECIAL_EQUIPMENT: { description: "To use lifts, boilers, cranes and the like (特种设备使用登记)" },
  },
});

/** Whether a licence still stands, whatever its days say (许可状态). */
export enum LicenceState {
  VALID = "VALID",
  CANCELLED = "CANCELLED",
  REVOKED = "REVOKED",
}
registerEnumType(LicenceState, {
  name: "LicenceState",
  description: "Whether a licence still stands, whatever its days say (许可状态)",
  valuesConfig: {
    VALID: { description: "It stands, within its days (有效)" },
    CANCELLED: { description: "Given back, replaced or cancelled (注销)" },
    REVOKED: { description: "Revoked as a penalty (吊销)" },
  },
});
