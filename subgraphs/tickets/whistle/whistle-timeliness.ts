import { registerEnumType } from "type-graphql";

/** How a called unit stands with the clocks of a whistle; `timelinessOf` in `whistle.deadline.ts` says which it is. */
export enum WhistleTimeliness {
  LATE = "LATE",
  RUNNING = "RUNNING",
  ON_TIME = "ON_TIME",
  UNTIMED = "UNTIMED",
}
registerEnumType(WhistleTimeliness, {
  name: "WhistleTimeliness",
  description:
    "How a called unit stands with the clocks of a whistle, at the instant of the request; the first that holds (应哨时效)",
  valuesConfig: {
    LATE: {
      description:
        "A clock ran out before the unit had done its step, whenever it did it after: it is among that clock's `late` (超时)",
    },
    RUNNING: { description: "A clock still runs, or stands still, on a step it owes (时限内)" },
    ON_TIME: {
      description:
        "Every clock that bound it was met in time or stopped, and one at least was met, by it or jointly (按时)",
    },
    UNTIMED: {
      description:
        "No clock bound it, or all were stopped before it had done a step: it is not judged (不计时限)",
    },
  },
});
