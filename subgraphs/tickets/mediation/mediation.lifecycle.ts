import { type Day, dayOf, dueAt } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { TimeLimitUnit } from "../../shared/time-limit-unit.ts";
import { handlingPosts, legalFrom } from "../ticket/ticket.lifecycle.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { TicketState } from "../ticket/ticket-state.ts";
import { reportToMediate, sitForWhistle } from "../whistle/mediated/mediated.lifecycle.ts";
import type { Dossier, WhistleMove } from "../whistle/whistle.lifecycle.ts";
import { written } from "../written.ts";
import type { DisputeClass } from "./dispute-class.ts";
import type { DisputeMediation } from "./dispute-mediation.ts";
import { refuse } from "./mediation.errors.ts";
import type { MediationSitting } from "./mediation-sitting.ts";
import { MediationState, SittingOutcome } from "./mediation-state.ts";
import type { Mediator } from "./mediator.ts";

const maximumMediators = 20;

const whoIs = ({ post, unit }: Principal) => ({ post, unit });

const isCentre = ({ post, division }: Principal, districtCode: string): boolean =>
  post === Post.CENTRE_DISPATCHER && districtOf(division) === districtCode;

/** The place a unit answers for: its code, or what comes before its name. */
const placeOf = (unit: string): string => unit.split("-")[0] ?? unit;

/** The centres of three levels (三级综治中心, GZ-14), by the length of their place's code. */
const levels: readonly number[] = [12, 9, 6];

/** Who is asked to come. */
export interface Invitation {
  readonly unit: string;
  readonly post: string | null;
}

export interface Opening {
  readonly host: string;
  readonly mediators: readonly Invitation[];
  /** The units of those that exist. */
  readonly known: readonly string[];
}

/** What a ticket's dispute is judged by, as it stands under the lock of the ticket. */
export interface DisputeGround {
  readonly ticket: Ticket;
  /** The class in force for its matter; null: it is no dispute. */
  readonly disputeClass: DisputeClass | null;
  /** Matters that are disputes in the district. */
  readonly classes: readonly string[];
  /** The mediation before, if the ticket had one. */
  readonly last: DisputeMediation | null;
  /** The whistle under way behind the ticket that calls mediators, if there is one (GZ-15). */
  readonly whistle: string | null;
}

/** A mediation with everything its moves are judged by. */
export interface Proceedings {
  readonly mediation: DisputeMediation;
  readonly mediators: readonly Mediator[];
  readonly sittings: readonly MediationSitting[];
}

export interface MediationMove extends Move<DisputeMediation> {
  readonly mediators?: readonly Mediator[];
  readonly sitting?: MediationSitting;
  /** What it means for the whistle that calls the mediation, if one does. */
  readonly whistle?: (dossier: Dossier, actor: Actor) => WhistleMove | null;
}

/** What a mediation begins with. */
export interface Opened {
  readonly mediation: Omit<DisputeMediation, "version">;
  readonly mediators: readonly Mediator[];
  readonly payload: Record<string, unknown>;
}

/** 邀请调解: the centre, or who handles the dispute, calls mediators together. What one level could not settle goes one up. */
export function openMediation(ground: DisputeGround, opening: Opening, { principal, at }: Actor): Opened {
  const { ticket, disputeClass, classes, last, whistle } = ground;
  const { number, districtCode, divisionCode, handlingUnitCode, matterCode } = ticket;
  const handles = principal.unit === handlingUnitCode && handlingPosts.includes(principal.post);
  if (!handles && !isCentre(principal, districtCode)) {
    const handler = handlingUnitCode ?? "—";
    throw refuse("MEDIATION_NOT_YOURS_TO_OPEN", { ...whoIs(principal), number, handler });
  }
  if (!(legalFrom.whistle as readonly TicketState[]).includes(ticket.state)) {
    throw refuse("MEDIATION_TICKET_NOT_UNDERWAY", { number, state: ticket.state });
  }
  if (!disputeClass || !matterCode) {
    const known = classes;
    throw refuse("NOT_A_DISPUTE", {
      number,
      matter: matterCode ?? "—",
      district: districtCode,
      classes: known,
    });
  }
  const { host } = opening;
  requireNextLevel(ticket, last, host);
  requireKnown([host, ...opening.mediators.map(({ unit }) => unit)], opening.known, districtCode);
  const mediation = {
    districtCode,
    ticketNumber: number,
    turn: (last?.turn ?? 0) + 1,
    state: MediationState.OPEN,
    matterCode,
    divisionCode,
    hostUnitCode: host,
    limitAmount: disputeClass.amount,
    limitUnit: disputeClass.unit,
    openedAt: at,
    endedAt: null,
    nextSittingAt: null,
    advice: null,
    whistleNumber: whistle,
  };
  const mediators = called(mediation, [], opening.mediators, at);
  const { turn } = mediation;
  return {
    mediation,
    mediators,
    payload: { turn, host, mediators: mediators.map(({ unitCode }) => unitCode), whistle },
  };
}

function requireNextLevel(
  { number, divisionCode }: Ticket,
  last: DisputeMediation | null,
  host: string,
): void {
  if (last?.state === MediationState.OPEN)
    throw refuse("MEDIATION_ALREADY_OPEN", { number, host: last.hostUnitCode });
  if (last?.state === MediationState.AGREED) throw refuse("MEDIATION_AGREED", { number });
  if (last) {
    const before = levels.indexOf(placeOf(last.hostUnitCode).length);
    const next = levels[before + 1];
    if (next === undefined || placeOf(host).length !== next) {
      const place = next === undefined ? "—" : divisionCode.slice(0, next);
      throw refuse("MEDIATION_LEVEL_SKIPPED", { before: last.hostUnitCode, next: place, host });
    }
  }
  if (!divisionCode.startsWith(placeOf(host)))
    throw refuse("MEDIATION_HOST_ELSEWHERE", { host, division: divisionCode, number });
}

function requireKnown(units: readonly string[], known: readonly string[], district: string): void {
  const unit = units.find((each) => !known.includes(each) || districtOf(each) !== district);
  if (unit !== undefined) throw refuse("MEDIATION_UNKNOWN_UNIT", { unit, district });
}

/** Mediators as they are called: each has its own time to come, from when it was called. */
function called(
  mediation: Pick<DisputeMediation, "districtCode" | "ticketNumber" | "turn" | "limitAmount" | "limitUnit">,
  before: readonly Mediator[],
  invitations: readonly Invitation[],
  at: Date,
): Mediator[] {
  const { districtCode, ticketNumber, turn, limitAmount: amount, limitUnit: unit } = mediation;
  const asked = invitations.length;
  if (asked < 1 || asked > maximumMediators)
    throw refuse("MEDIATORS_COUNT", { maximum: maximumMediators, asked });
  const units = [...before.map(({ unitCode }) => unitCode), ...invitations.map((each) => each.unit)];
  const twice = units.find((each, index) => units.indexOf(each) < index);
  if (twice) throw refuse("MEDIATOR_INVITED_ALREADY", { number: ticketNumber, mediator: twice });
  return invitations.map(({ unit: unitCode, post }, index) => ({
    districtCode,
    ticketNumber,
    turn,
    unitCode,
    ordinal: before.length + index + 1,
    post: post && written("post", post, 100),
    invitedAt: at,
    dueAt: dueAt(at, { amount, unit }),
    arrivedAt: null,
    arrivedBy: null,
    longitude: null,
    latitude: null,
  }));
}

function requireOpen({ ticketNumber: number, hostUnitCode: host, state }: DisputeMediation): void {
  if (state !== MediationState.OPEN) throw refuse("MEDIATION_ENDED", { number, host, state });
}

function requireHost({ mediation }: Proceedings, move: string, { principal }: Actor): void {
  const { hostUnitCode: host, districtCode, ticketNumber: number } = mediation;
  if (isCentre(principal, districtCode)) return;
  if (principal.unit === host && handlingPosts.includes(principal.post)) return;
  throw refuse("MEDIATION_NOT_THE_HOST", { ...whoIs(principal), move, number, host });
}

/** 增邀调解员: the host or the centre calls more to a mediation under way. */
export function inviteMediators(
  proceedings: Proceedings,
  { mediators: invitations, known }: Omit<Opening, "host">,
  actor: Actor,
): MediationMove {
  const { mediation, mediators } = proceedings;
  requireOpen(mediation);
  requireHost(proceedings, "invite", actor);
  requireKnown(
    invitations.map(({ unit }) => unit),
    known,
    mediation.districtCode,
  );
  const invited = called(mediation, mediators, invitations, actor.at);
  const payload = { turn: mediation.turn, mediators: invited.map(({ unitCode }) => unitCode) };
  return { change: {}, kind: "TICKET_MEDIATORS_INVITED", payload, mediators: invited };
}

/** 到场登记: a mediator checks in where the parties are (GZ-16). Late is still there; that it was late stays to be read. */
export function checkInMediator(
  { mediation, mediators }: Proceedings,
  position: { longitude: number | null; latitude: number | null },
  { principal, at }: Actor,
): MediationMove {
  requireOpen(mediation);
  const { ticketNumber: number, turn } = mediation;
  const { unit } = principal;
  const mediator = mediators.find(({ unitCode }) => unitCode === unit);
  if (!mediator || !handlingPosts.includes(principal.post)) {
    const invited = mediators.map(({ unitCode }) => unitCode);
    throw refuse("MEDIATOR_NOT_INVITED", { number, unit, mediators: invited });
  }
  if (mediator.arrivedAt)
    throw refuse("MEDIATOR_ARRIVED_ALREADY", { unit, arrived: mediator.arrivedAt.toISOString() });
  return {
    change: {},
    kind: "TICKET_MEDIATOR_ARRIVED",
    payload: { turn, unit, dueAt: mediator.dueAt },
    mediators: [{ ...mediator, ...position, arrivedAt: at, arrivedBy: principal.id }],
    whistle: (dossier, actor) => reportToMediate(dossier, position, actor),
  };
}

/** A sitting as its host writes it down. */
export interface Minutes {
  readonly heldAt: Date;
  readonly place: string;
  readonly mediators: readonly string[];
  readonly parties: string;
  readonly outcome: SittingOutcome;
  readonly agreement: string | null;
  readonly nextSittingAt: Date | null;
  readonly advice: string | null;
}

/** 调解会: agreed, the mediation ends; not agreed, it ends with advice where to turn; adjourned, the parties sit again. */
export function recordSitting(proceedings: Proceedings, minutes: Minutes, actor: Actor): MediationMove {
  const { mediation, mediators, sittings } = proceedings;
  requireOpen(mediation);
  requireHost(proceedings, "recordSitting", actor);
  const { at } = actor;
  const { heldAt, outcome, nextSittingAt } = minutes;
  if (heldAt > at || heldAt < mediation.openedAt) {
    throw refuse("SITTING_AT", {
      opened: mediation.openedAt.toISOString(),
      now: at.toISOString(),
      held: heldAt.toISOString(),
    });
  }
  const there = mediators.filter(({ arrivedAt }) => arrivedAt !== null).map(({ unitCode }) => unitCode);
  const absent = minutes.mediators.filter((unit) => !there.includes(unit));
  if (minutes.mediators.length === 0 || absent.length > 0) {
    throw refuse("SITTING_WITHOUT_MEDIATOR", {
      named: minutes.mediators.join(", ") || "—",
      absent: absent.join(", ") || "—",
    });
  }
  requireWhatOutcomeTakes(minutes, at);
  const { districtCode, ticketNumber, turn } = mediation;
  const sitting = {
    districtCode,
    ticketNumber,
    turn,
    ordinal: sittings.length + 1,
    heldAt,
    place: written("place", minutes.place, 200),
    mediators: [...new Set(minutes.mediators)],
    parties: written("parties", minutes.parties, 500),
    outcome,
    agreement: minutes.agreement && written("agreement", minutes.agreement),
    recordedAt: at,
  };
  const ended = outcome !== SittingOutcome.ADJOURNED;
  return {
    change: {
      nextSittingAt,
      ...(ended && { state: MediationState[outcome], endedAt: at }),
      advice: minutes.advice && written("advice", minutes.advice, 1_000),
    },
    kind: "TICKET_MEDIATION_SAT",
    payload: { turn, ordinal: sitting.ordinal, outcome },
    sitting,
    whistle: (dossier, by) =>
      sitForWhistle(dossier, { turn, ordinal: sitting.ordinal, result: resultOf(mediation, outcome) }, by),
  };
}

/** What a sitting ends for good: an agreement does, none only where no level is left above (GZ-14). */
const resultOf = (
  { hostUnitCode }: DisputeMediation,
  outcome: SittingOutcome,
): "AGREED" | "NOT_AGREED" | null => {
  if (outcome === SittingOutcome.AGREED) return outcome;
  const isTop = placeOf(hostUnitCode).length === levels.at(-1);
  return outcome === SittingOutcome.NOT_AGREED && isTop ? outcome : null;
};

const takenBy = {
  AGREED: "agreement",
  NOT_AGREED: "advice",
  ADJOURNED: "nextSittingAt",
} as const satisfies Record<SittingOutcome, keyof Minutes>;

function requireWhatOutcomeTakes(minutes: Minutes, at: Date): void {
  const { outcome, nextSittingAt } = minutes;
  const needed = takenBy[outcome];
  const given = Object.values(takenBy).filter((each) => minutes[each] !== null);
  const inTheFuture = nextSittingAt === null || nextSittingAt > at;
  if (given.length === 1 && given[0] === needed && inTheFuture) return;
  throw refuse("SITTING_OUTCOME", { outcome, needed });
}

/** 调解未结不得办结: what came of it is recorded before the ticket is reported as done. */
export function requireMediated({ number }: Ticket, open: DisputeMediation | null): void {
  if (open) throw refuse("MEDIATION_UNDER_WAY", { number, host: open.hostUnitCode });
}

export interface NewDisputeClass {
  readonly district: string;
  readonly matter: string;
  readonly amount: number;
  readonly unit: TimeLimitUnit;
  readonly from: Day;
}

/** 纠纷类别: the centre, or the district, says which matters are disputes and how soon mediators come. */
export function setDisputeClass(
  { district, matter, amount, unit, from }: NewDisputeClass,
  last: DisputeClass | null,
  { principal, at }: Actor,
): DisputeClass {
  const posts: readonly Post[] = [Post.CENTRE_DISPATCHER, Post.DISTRICT_LEADER];
  if (!posts.includes(principal.post) || districtOf(principal.division) !== district) {
    throw forbidden("GZ-16", principal, {
      en: `the classes of dispute of ${district} are set by its command centre or its government`,
      zh: `${district} 的纠纷类别由本区指挥中心或区政府设定`,
      posts,
    });
  }
  if (unit === TimeLimitUnit.WORKING_HOURS || !Number.isInteger(amount) || amount < 1 || amount > 1_000) {
    throw unfit("GZ-16", "input.amount", {
      en: "give 1 to 1000 minutes, hours, calendar or working days: disputes are taken in day and night",
      zh: "请填写 1 至 1000 的分钟、小时、自然日或工作日：纠纷 24 小时受理，不按工作时计",
      minimum: 1,
      maximum: 1_000,
    });
  }
  const today = dayOf(at);
  if (from < today || (last && from <= last.validFrom))
    throw refuse("DISPUTE_CLASS_IN_THE_PAST", { today, day: from });
  return {
    districtCode: district,
    matterCode: written("input.matter", matter, 100),
    version: (last?.version ?? 0) + 1,
    amount,
    unit,
    validFrom: from,
  };
}
