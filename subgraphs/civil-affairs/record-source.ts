import { registerEnumType } from "type-graphql";

/** Where a record about a person comes from: without it nobody can say whether it was lawfully had. */
export enum RecordSource {
  APPLICATION = "APPLICATION",
  HOUSEHOLD_VISIT = "HOUSEHOLD_VISIT",
  COMMUNITY_REPORT = "COMMUNITY_REPORT",
  REGISTER_EXCHANGE = "REGISTER_EXCHANGE",
}
registerEnumType(RecordSource, {
  name: "CivilAffairsRecordSource",
  description: "Where a record of civil affairs comes from (数据来源)",
  valuesConfig: {
    APPLICATION: { description: "The person, or who cares for them, applied (本人或监护人申请)" },
    HOUSEHOLD_VISIT: { description: "Found on a household visit (入户走访)" },
    COMMUNITY_REPORT: { description: "Reported by the community (社区报送)" },
    REGISTER_EXCHANGE: { description: "From another body's register, by agreement (部门数据共享)" },
  },
});
