import type { Move } from "../moves/move.ts";
import type { Whistle } from "./whistle.ts";
import { callingMoves } from "./whistle-blower-moves.ts";
import { conductingMoves } from "./whistle-conduct-moves.ts";
import { formingTaskForce } from "./whistle-task-force-move.ts";
import { calledMoves } from "./whistle-unit-moves.ts";

/** Everything that may be done with a whistle from the list it waits in, the likeliest first. */
export const whistleMoves: readonly Move<Whistle>[] = [
  ...callingMoves,
  formingTaskForce,
  ...calledMoves,
  ...conductingMoves,
];
