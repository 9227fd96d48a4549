import type { WorkingHours } from "../../shared/calendar.ts";
import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { DutyRuling } from "./duty-ruling/duty-ruling.ts";
import type { WhistleExtension } from "./extension/whistle-extension.ts";
import type { WhistlePause } from "./pause/whistle-pause.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import type { TaskForce } from "./task-force/task-force.ts";
import { refuse } from "./whistle.errors.ts";
import type { Whistle } from "./whistle.ts";
import type { WhistleClock } from "./whistle-clock.ts";
import { isBlower, kindDetails } from "./whistle-options.ts";
import { WhistleParticipant, WhistleRole } from "./whistle-participant.ts";
import { atWork, open, WhistleState as S } from "./whistle-state.ts";

/** A whistle with everything its moves are judged by, under the profile version it was blown under. */
export interface Dossier {
  readonly whistle: Whistle;
  readonly participants: readonly WhistleParticipant[];
  readonly clocks: readonly WhistleClock[];
  readonly taskForce: TaskForce | null;
  readonly pauses: readonly WhistlePause[];
  readonly extensions: readonly WhistleExtension[];
  /** Office hours in force of those units of the district that have their own. */
  readonly unitHours: ReadonlyMap<string, WorkingHours>;
  readonly rules: WhistleRules;
  readonly kind: WhistleKindRules;
}

/** A move of a whistle, with the rows of its parts that change along and what it means for the tickets behind it. */
export interface WhistleMove extends Move<Whistle> {
  readonly participants?: readonly WhistleParticipant[];
  readonly clocks?: readonly WhistleClock[];
  readonly taskForce?: TaskForce;
  readonly pause?: WhistlePause;
  readonly extension?: WhistleExtension;
  readonly dutyRuling?: DutyRuling;
  /** The whistle now calls: it is filed with whom its kind says, in the same moment. */
  readonly blown?: true;
  readonly tickets?: "ARRIVED" | "RESUMED";
}

const answering = [...atWork, S.RESOLVED] as const;

/** From which states a move is legal. Illegal moves are refused here and nowhere else. */
export const legalFrom = {
  screen: [S.DRAFT],
  sign: answering,
  arrive: answering,
  issueMeasures: answering,
  resolve: answering,
  formTaskForce: atWork,
  recordCheckpoint: answering,
  pause: atWork,
  resume: atWork,
  askExtension: atWork,
  decideExtension: answering,
  place: [...open, S.CONFIRMED, S.EVALUATED],
  dispute: [S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  decideDispute: [S.DISPUTED],
  confirm: [S.RESOLVED],
  withdraw: [S.DRAFT, S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  ruleMisuse: answering,
  raise: [...answering, S.CONFIRMED, S.EVALUATED, S.CLOSED],
  evaluate: [S.CONFIRMED],
  close: [S.EVALUATED],
} as const satisfies Record<string, readonly S[]>;

export type WhistleMoveName = keyof typeof legalFrom;

export function requireState({ number, state }: Whistle, move: WhistleMoveName): void {
  const allowed: readonly S[] = legalFrom[move];
  if (!allowed.includes(state)) {
    throw refuse("WHISTLE_ILLEGAL_MOVE", {
      number,
      state,
      move,
      states: allowed,
      moves: movesFrom<keyof typeof legalFrom, S>(legalFrom, state),
    });
  }
}

export const whoIs = ({ post, unit }: Principal) => ({ post, unit });

const maximumText = 4_000;

/** A text somebody must give, as it is kept. */
export function requireText(field: string, text: string): string {
  const kept = text.trim();
  if (kept.length === 0 || kept.length > maximumText)
    throw refuse("WHISTLE_TEXT", { field, maximum: maximumText });
  return kept;
}

export const requireBlower = (
  { whistle, kind }: Dossier,
  move: WhistleMoveName,
  { principal }: Actor,
): void => {
  if (isBlower(whistle, kind, principal)) return;
  const blower = whistle.blowerUnitCode;
  throw refuse("WHISTLE_NOT_THE_BLOWER", { ...whoIs(principal), number: whistle.number, blower, move });
};

export const isCentre = ({ districtCode }: Whistle, { post, division }: Principal): boolean =>
  post === Post.CENTRE_DISPATCHER && districtOf(division) === districtCode;

export const notTheCentre = ({ districtCode }: Whistle, move: WhistleMoveName, principal: Principal) =>
  refuse("WHISTLE_NOT_THE_CENTRE", { ...whoIs(principal), district: districtCode, move });

/** The units called and not let go. */
export const called = (participants: readonly WhistleParticipant[]): WhistleParticipant[] =>
  participants.filter(({ releasedAt }) => releasedAt === null);

export const isContested = ({ disputedAt, disputeDecision }: WhistleParticipant): boolean =>
  disputedAt !== null && disputeDecision === null;

/**
 * Where the units' steps put a whistle: where its lead stands, who answers for the whole. Assisting units' steps are
 * recorded and graded, but a single idle one does not hold up the rest. A contested duty stands before all.
 */
export function stateOf(participants: readonly WhistleParticipant[]): S {
  const units = called(participants);
  if (units.some(isContested)) return S.DISPUTED;
  const lead = units.find(({ role }) => role === WhistleRole.LEAD);
  if (lead?.resolvedAt) return S.RESOLVED;
  if (lead?.measuresAt) return S.MEASURES_ISSUED;
  if (lead?.arrivedAt) return S.ARRIVED;
  return lead?.signedAt ? S.SIGNED : S.BLOWN;
}

export const changed = (
  participant: WhistleParticipant,
  change: Partial<WhistleParticipant>,
): WhistleParticipant => Object.assign(new WhistleParticipant(), participant, change);

export const replacing = (
  all: readonly WhistleParticipant[],
  rows: readonly WhistleParticipant[],
): WhistleParticipant[] => [
  ...all.map((each) => rows.find(({ unitCode }) => unitCode === each.unitCode) ?? each),
  ...rows.filter(({ unitCode }) => !all.some((each) => each.unitCode === unitCode)),
];

/** The participant the actor acts for, if the whistle calls its unit and the actor is one who answers for it. */
export function requireCalled(
  { whistle, participants, kind }: Dossier,
  { principal }: Actor,
): WhistleParticipant {
  const { number, divisionCode } = whistle;
  const units = called(participants);
  const participant = units.find(({ unitCode }) => unitCode === principal.unit);
  if (!participant) {
    const names = units.map(({ unitCode }) => unitCode);
    throw refuse("WHISTLE_NOT_CALLED", { ...whoIs(principal), number, called: names });
  }
  if (!kind.answeredBy.some((post) => post === principal.post)) {
    const answerers = kind.answeredBy;
    throw refuse("WHISTLE_WRONG_RESPONDER", { ...whoIs(principal), ...kindDetails(kind), answerers });
  }
  if (!divisionCode.startsWith(principal.division) && !principal.division.startsWith(divisionCode)) {
    throw refuse("WHISTLE_OTHER_AREA", { own: principal.division, number, division: divisionCode });
  }
  return participant;
}

/** The blower or the lead, who run the whistle together. */
export function requireAtWorkOnIt(dossier: Dossier, move: WhistleMoveName, actor: Actor): void {
  const { whistle, participants, kind } = dossier;
  const { principal } = actor;
  const lead = called(participants).find(({ role }) => role === WhistleRole.LEAD);
  const forLead =
    lead?.unitCode === principal.unit && kind.answeredBy.some((post) => post === principal.post);
  if (forLead || isBlower(whistle, kind, principal)) return;
  throw refuse("WHISTLE_NOT_AT_WORK_ON_IT", { ...whoIs(principal), number: whistle.number, move });
}
