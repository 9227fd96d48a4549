import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { ScaleName } from "../world/scale.ts";

/** What decides every row of a dataset: the same of each give the same rows. */
export interface Dataset {
  readonly scale: ScaleName;
  readonly seed: number;
  /** Everything that is told lies before this day. */
  readonly today: Day;
  /** Unless it is told up to an instant of that day, in milliseconds since 1970: a stack's first start. */
  readonly now?: number;
}
