import { registerEnumType } from "type-graphql";

/** 三协同: who leads whom on a joint task (PG-15). */
export enum CoordinationMode {
  LOCAL_LED = "LOCAL_LED",
  DEPARTMENT_LED = "DEPARTMENT_LED",
  DEPARTMENT_TO_LOCAL = "DEPARTMENT_TO_LOCAL",
}
registerEnumType(CoordinationMode, {
  name: "CoordinationMode",
  description: "Who leads whom on a joint task (三协同, PG-15)",
  valuesConfig: {
    LOCAL_LED: { description: "The place calls, departments report (街乡吹哨、部门报到)" },
    DEPARTMENT_LED: { description: "One department leads, the others help (一门主责、其他配合)" },
    DEPARTMENT_TO_LOCAL: {
      description:
        "A department deploys and guides, the place carries out: only what is on the place's lists (部门要求、街乡落实, GZ-8, GZ-9)",
    },
  },
});
