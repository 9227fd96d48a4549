import type { Whistle } from "../../../parts/whistle-moves/whistle.ts";
import type { ShownWhistle } from "./use-live-whistle.ts";

const unseen = {
  signedAt: null,
  arrivedAt: null,
  measuresAt: null,
  resolvedAt: null,
  releasedAt: null,
  disputedAt: null,
  disputeReason: null,
  disputeDecision: null,
} as const;

/** A whistle as its moves are judged, with nothing said of what somebody who is no official does not see of it. */
export const standingOf = (whistle: ShownWhistle): Whistle => ({
  theme: null,
  noGridYet: null,
  clocks: null,
  extensions: null,
  pauses: null,
  taskForce: null,
  ...whistle,
  division: whistle.division,
  profile: whistle.profile,
  participants: whistle.participants.map((participant) => ({ ...unseen, ...participant })),
});
