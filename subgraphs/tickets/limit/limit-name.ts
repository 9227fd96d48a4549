import { registerEnumType } from "type-graphql";

/** The classes of time limit until a demander must be answered. How long each is, is data: see `time-limit.ts`. */
export enum LimitName {
  EMERGENCY = "EMERGENCY",
  UTILITIES = "UTILITIES",
  ORDINARY = "ORDINARY",
  COMPLEX = "COMPLEX",
}
registerEnumType(LimitName, {
  name: "LimitName",
  description: "Class of time limit for answering a demander (办理时限类别)",
  valuesConfig: {
    EMERGENCY: { description: "Life and property (紧急), by default 2 hours" },
    UTILITIES: { description: "Water, power, gas, heat (水电气热), by default 24 hours" },
    ORDINARY: { description: "Ordinary (一般), by default 7 days" },
    COMPLEX: { description: "Complex (疑难复杂), by default 15 days" },
  },
});
