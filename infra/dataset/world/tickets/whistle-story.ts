import type { WhistleEvaluation } from "../../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.ts";
import type { DutyRuling } from "../../../../subgraphs/tickets/whistle/duty-ruling/duty-ruling.ts";
import type { TaskForce } from "../../../../subgraphs/tickets/whistle/task-force/task-force.ts";
import type { Whistle } from "../../../../subgraphs/tickets/whistle/whistle.ts";
import type { WhistleClock } from "../../../../subgraphs/tickets/whistle/whistle-clock.ts";
import type { WhistleFiling } from "../../../../subgraphs/tickets/whistle/whistle-filing.ts";
import type { WhistleParticipant } from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";

/** A whistle with all that was done about it until the anchor day. */
export interface WhistleStory {
  readonly whistle: Whistle;
  readonly participants: readonly WhistleParticipant[];
  readonly clocks: readonly WhistleClock[];
  readonly filings: readonly WhistleFiling[];
  readonly taskForce: TaskForce | null;
  readonly dutyRulings: readonly DutyRuling[];
  readonly evaluations: readonly WhistleEvaluation[];
}
