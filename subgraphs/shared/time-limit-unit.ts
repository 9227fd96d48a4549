import { registerEnumType } from "type-graphql";
import { TimeLimitUnit } from "./calendar.ts";

registerEnumType(TimeLimitUnit, {
  name: "TimeLimitUnit",
  description: "What a time limit is counted in (时限单位)",
  valuesConfig: {
    MINUTES: { description: "Minutes (分钟)" },
    HOURS: { description: "Hours round the clock (小时)" },
    WORKING_HOURS: { description: "Office hours of working days (工作时)" },
    WORKING_DAYS: {
      description: "Working days, the day of the start not counted, to the end of the last (工作日)",
    },
    CALENDAR_DAYS: { description: "Days, the day of the start not counted, to the end of the last (自然日)" },
  },
});

export { TimeLimitUnit };
