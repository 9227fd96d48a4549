import { registerEnumType } from "type-graphql";

/** What a whistle waits for a unit to do. Screening and rulings wait for posts of whatever unit, grades for the evaluation. */
export enum AwaitedStep {
  SIGN = "SIGN",
  ARRIVE = "ARRIVE",
  MEASURES = "MEASURES",
  RESOLVE = "RESOLVE",
  DECIDE_EXTENSION = "DECIDE_EXTENSION",
  CONFIRM = "CONFIRM",
  CLOSE = "CLOSE",
}
registerEnumType(AwaitedStep, {
  name: "WhistleAwaitedStep",
  description: "What a whistle waits for a unit to do (待办环节)",
  valuesConfig: {
    SIGN: { description: "Called, and to sign for it (待签收)" },
    ARRIVE: { description: "Signed for, and to report on the scene (待报到, GZ-16)" },
    MEASURES: { description: "On the scene, and to issue measures (待提出措施, KF-10)" },
    RESOLVE: { description: "Measures are issued, and the result is to be reported (待办结)" },
    DECIDE_EXTENSION: {
      description:
        "More time was asked for: whoever confirms the kind decides, the centre where the blower asked itself (待审核延期)",
    },
    CONFIRM: {
      description:
        "Reported resolved: the blower, or by its kind the centre, is to say whether it is (待确认)",
    },
    CLOSE: { description: "Every called unit is graded: the blower or the centre is to close it (待归档)" },
  },
});
