import type { Holder } from "../../session/holder.ts";
import { movesOf } from "../moves/move.ts";
import type { WhistleStandingFragment } from "./whistle-standing.graphql.ts";

/** A whistle as far as its moves are judged by. */
export type Whistle = WhistleStandingFragment;
type State = Whistle["state"];
type Participant = Whistle["participants"][number];
export type Clock = NonNullable<Whistle["clocks"]>[number];

export const whistleMove = movesOf<Whistle>();

/** States of a whistle, as its lifecycle groups them. */
export const atWork: readonly State[] = ["BLOWN", "SIGNED", "ARRIVED", "MEASURES_ISSUED", "DISPUTED"];
export const answering: readonly State[] = [...atWork, "RESOLVED"];

/** While no measures are issued. */
export const withdrawable: readonly State[] = ["DRAFT", "BLOWN", "SIGNED", "ARRIVED", "DISPUTED"];
export const placeable: readonly State[] = ["DRAFT", ...answering, "CONFIRMED", "EVALUATED"];
/** The next level may still take over, also from what is finished here and was not enough. */
export const raisable: readonly State[] = [...answering, "CONFIRMED", "EVALUATED", "CLOSED"];

export const isIn = ({ state }: Whistle, states: readonly State[]): boolean => states.includes(state);

/** What the holder's unit has to do with a whistle that calls it; undefined when it is not called, or was let go. */
export const ownPart = ({ participants }: Whistle, { unit }: Holder): Participant | undefined =>
  participants.find((each) => each.unit?.code === unit && !each.releasedAt);

/** The same, where the holder is one who answers for the unit by the whistle's kind. */
export const answeredPart = (whistle: Whistle, holder: Holder): Participant | undefined =>
  whistle.kindRules.answeredBy.includes(holder.post) ? ownPart(whistle, holder) : undefined;

export const isContested = ({ disputedAt, disputeDecision }: Participant): boolean =>
  disputedAt !== null && disputeDecision === null;

export const contested = ({ participants }: Whistle): Participant | undefined =>
  participants.find((each) => isContested(each) && !each.releasedAt);

const stepDone = {
  SIGN: "signedAt",
  ARRIVE: "arrivedAt",
  MEASURES: "measuresAt",
  RESOLVE: "resolvedAt",
} as const;

const isRunning = ({ metAt, stoppedAt }: Clock): boolean => !metAt && !stoppedAt;

/** Clocks whose step a unit still owes. */
export const owed = ({ clocks }: Whistle, part: Participant): readonly Clock[] =>
  (clocks ?? []).filter((clock) => {
    if (!isRunning(clock) || (clock.bearer === "LEAD" && part.role !== "LEAD")) return false;
    return clock.step === "CHECKPOINT" || part[stepDone[clock.step]] === null;
  });

/** Its clocks stand still until somebody lets them run on. */
export const isPaused = ({ pauses }: Whistle): boolean => (pauses ?? []).some(({ resumedAt }) => !resumedAt);

/** A clock that still can stand still: one that has run out stays run out. */
export const hasTimeLeft = ({ clocks }: Whistle): boolean =>
  (clocks ?? []).some((clock) => isRunning(clock) && !clock.overdue);

/** Its theme is worked by a task force, and none is formed yet (PG-11). */
export const lacksTaskForce = ({ theme, kindRules, taskForce }: Whistle): boolean =>
  theme != null && kindRules.taskForceFor.includes(theme) && taskForce === null;

/** The holder answers for the unit that leads. */
export const isLead = (whistle: Whistle, holder: Holder): boolean =>
  answeredPart(whistle, holder)?.role === "LEAD";

/** When the next step of the holder's unit is due; for everybody else when the next of any unit is. */
export function dueOf(whistle: Whistle, holder: Holder): string | undefined {
  const part = ownPart(whistle, holder);
  const mine = part ? owed(whistle, part) : [];
  const running = mine.length > 0 ? mine : (whistle.clocks ?? []).filter(isRunning);
  return running
    .filter(({ pausedAt }) => !pausedAt)
    .map(({ dueAt }) => dueAt)
    .sort()[0];
}

/** Checkpoints nobody recorded yet (PG-12). */
export const openCheckpoints = ({ clocks }: Whistle): readonly Clock[] =>
  (clocks ?? []).filter((clock) => clock.step === "CHECKPOINT" && isRunning(clock));

/** More time a unit asked for that the holder may decide on; nobody gives time to itself. */
export function extensionToDecide(whistle: Whistle, holder: Holder) {
  const pending = whistle.extensions?.find((each) => !each.decidedAt);
  if (!pending) return undefined;
  const byBlower = whistle.kindRules.confirmedBy === "BLOWER" && pending.unit?.code !== whistle.blower?.code;
  const decides = byBlower ? whistle.actsForBlower : holder.post === "CENTRE_DISPATCHER";
  return decides ? pending : undefined;
}

export const askedFor = ({ extensions }: Whistle, { step, ordinal }: Clock): boolean =>
  (extensions ?? []).some((each) => !each.decidedAt && each.step === step && each.ordinal === ordinal);

/** A clock as a choice in a form, and read back from it. */
export const clockKey = ({ step, ordinal }: Pick<Clock, "step" | "ordinal">): string => `${step} ${ordinal}`;

export function namedClock(key: string): Pick<Clock, "step" | "ordinal"> {
  const [step = "", ordinal = "0"] = key.split(" ");
  return { step: step as Clock["step"], ordinal: Number(ordinal) };
}
