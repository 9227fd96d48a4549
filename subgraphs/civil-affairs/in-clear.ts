import { refuse } from "../shared/errors.ts";
import { isClear } from "../shared/personal.ts";
import type { Principal } from "../shared/principal.ts";
import { owner } from "./visibility.ts";

/** What is confided, for whom it is shown in clear; withheld from everybody else, which is not the same as none. */
export function inClear<Value>(principal: Principal | null, coordinate: string, value: Value): Value {
  if (isClear(principal, owner, coordinate)) return value;
  throw refuse("WITHHELD", {
    coordinate,
    needed: "a grant that shows it in clear",
    neededZh: "以明文开放该项的授权",
  });
}
