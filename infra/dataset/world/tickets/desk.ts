import type { Frame } from "../frame.ts";
import type { Officials } from "../officials.ts";
import type { Handlers } from "./handling.ts";
import type { RunningNumbers } from "./running-numbers.ts";

/** Who and what tickets are told with. */
export interface Desk {
  readonly frame: Frame;
  readonly officials: Officials;
  readonly handlers: Handlers;
  readonly numbers: RunningNumbers;
}
