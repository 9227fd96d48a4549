import { registerEnumType } from "type-graphql";

/** What became of an access. */
export enum AccessOutcome {
  GIVEN = "GIVEN",
  MASKED = "MASKED",
  WITHHELD = "WITHHELD",
  NONE = "NONE",
  FAILED = "FAILED",
}
registerEnumType(AccessOutcome, {
  name: "AccessOutcome",
  description: "What became of an access (访问结果)",
  valuesConfig: {
    GIVEN: { description: "Given as it is (已提供)" },
    MASKED: { description: "Given, personal data masked (脱敏提供)" },
    WITHHELD: { description: "Withheld: nothing entitled the caller to it (未提供)" },
    NONE: { description: "There was nothing to give (无数据)" },
    FAILED: { description: "The owner's system did not answer (系统未应答)" },
  },
});

/** By what accesses are added up. */
export enum AccessGrouping {
  DAY = "DAY",
  CONSUMER = "CONSUMER",
  FIELD = "FIELD",
  BASIS = "BASIS",
}
registerEnumType(AccessGrouping, {
  name: "AccessGrouping",
  description: "By what accesses are added up (统计维度)",
  valuesConfig: {
    DAY: { description: "By day in China (按日)" },
    CONSUMER: { description: "By the unit that read (按使用单位)" },
    FIELD: { description: "By the field read (按字段)" },
    BASIS: { description: "By the basis stated; an empty text where none was (按依据)" },
  },
});

/** What makes reading unusual; from which number on is data, see `unusual_access_rule`. */
export enum UnusualAccessKind {
  BULK_READING = "BULK_READING",
  NO_OPEN_CASE = "NO_OPEN_CASE",
}
registerEnumType(UnusualAccessKind, {
  name: "UnusualAccessKind",
  description: "What makes reading unusual (异常访问类型)",
  valuesConfig: {
    BULK_READING: {
      description:
        "One person read more different entities within an hour of the clock than the rule allows (批量查阅)",
    },
    NO_OPEN_CASE: {
      description:
        "One person read on grants without stating a case, more often in a day than the rule allows; the daily care for one's own grids is left out (无在办案件查阅)",
    },
  },
});
