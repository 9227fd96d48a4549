import { registerEnumType } from "type-graphql";

/** What the department gives (社会救助和福利). */
export enum AidKind {
  MINIMUM_LIVING_ALLOWANCE = "MINIMUM_LIVING_ALLOWANCE",
  DESTITUTE_SUPPORT = "DESTITUTE_SUPPORT",
  TEMPORARY_AID = "TEMPORARY_AID",
  DISABILITY_LIVING_ALLOWANCE = "DISABILITY_LIVING_ALLOWANCE",
  DISABILITY_NURSING_ALLOWANCE = "DISABILITY_NURSING_ALLOWANCE",
  OLD_AGE_ALLOWANCE = "OLD_AGE_ALLOWANCE",
  ORPHAN_ALLOWANCE = "ORPHAN_ALLOWANCE",
}
registerEnumType(AidKind, {
  name: "AidKind",
  description: "Kinds of aid (救助类别)",
  valuesConfig: {
    MINIMUM_LIVING_ALLOWANCE: {
      description: "For whom the household's income a head is below the local line (最低生活保障)",
    },
    DESTITUTE_SUPPORT: {
      description:
        "For the old, disabled and minors without means, ability to work or anyone bound to support them; excludes the minimum living allowance (特困人员救助供养)",
    },
    TEMPORARY_AID: { description: "For a sudden need, to a fixed last day (临时救助)" },
    DISABILITY_LIVING_ALLOWANCE: {
      description: "For disabled people in hardship (困难残疾人生活补贴, 国发〔2015〕52号)",
    },
    DISABILITY_NURSING_ALLOWANCE: {
      description:
        "For disabilities of grade one and two that need care (重度残疾人护理补贴, 国发〔2015〕52号)",
    },
    OLD_AGE_ALLOWANCE: { description: "From an age that the province sets (高龄津贴)" },
    ORPHAN_ALLOWANCE: { description: "For orphans (孤儿基本生活费)" },
  },
});
