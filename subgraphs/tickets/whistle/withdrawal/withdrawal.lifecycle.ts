import type { Actor } from "../../../shared/move.ts";
import { stopped } from "../whistle.deadline.ts";
import {
  type Dossier,
  requireBlower,
  requireState,
  requireText,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { WhistleState as S } from "../whistle-state.ts";

/** 撤回: the blower takes it back while no measures are issued. */
export function withdrawWhistle(dossier: Dossier, reason: string, actor: Actor): WhistleMove {
  const { whistle, clocks } = dossier;
  requireState(whistle, "withdraw");
  requireBlower(dossier, "withdraw", actor);
  const endReason = requireText("reason", reason);
  return {
    change: { state: S.WITHDRAWN, endedAt: actor.at, endReason },
    kind: "WHISTLE_WITHDRAWN",
    clocks: stopped(clocks, actor.at),
    tickets: "RESUMED",
  };
}
