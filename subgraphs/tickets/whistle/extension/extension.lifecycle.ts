import type { Actor } from "../../../shared/move.ts";
import { isRunning, lengthened, owing, unitOf } from "../whistle.deadline.ts";
import { refuse } from "../whistle.errors.ts";
import {
  type Dossier,
  isCentre,
  notTheCentre,
  requireBlower,
  requireCalled,
  requireState,
  requireText,
  type WhistleMove,
} from "../whistle.lifecycle.ts";
import { ClockBearer, type ClockStep, WhistleClock } from "../whistle-clock.ts";
import { WhistleRole } from "../whistle-participant.ts";
import { WhistleExtension } from "./whistle-extension.ts";

/** Which of a whistle's clocks is meant. */
export interface NamedClock {
  readonly step: ClockStep;
  readonly ordinal: number;
}

const most = 365;

function clockOf({ whistle, clocks }: Dossier, { step, ordinal }: NamedClock): WhistleClock {
  const clock = clocks.find((each) => each.step === step && each.ordinal === ordinal);
  if (clock) return clock;
  const known = clocks.map((each) => (each.ordinal > 0 ? `${each.step} ${each.ordinal}` : each.step));
  throw refuse("WHISTLE_NO_CLOCK", { number: whistle.number, step, ordinal, clocks: known });
}

const pendingOf = ({ extensions }: Dossier, { step, ordinal }: NamedClock): WhistleExtension | undefined =>
  extensions.find((each) => each.granted === null && each.step === step && each.ordinal === ordinal);

/** 申请延期: who has to do the step asks for more time before it has run out, one question a clock at a time. */
export function askWhistleExtension(
  dossier: Dossier,
  { amount, reason, ...named }: NamedClock & { readonly amount: number; readonly reason: string },
  actor: Actor,
): WhistleMove {
  const { whistle, participants, extensions, kind } = dossier;
  const { districtCode, number } = whistle;
  requireState(whistle, "askExtension");
  const participant = requireCalled(dossier, actor);
  const { step, ordinal } = named;
  const clock = clockOf(dossier, named);
  const { unitCode: unit } = participant;
  const bears = clock.bearer === ClockBearer.EACH || participant.role === WhistleRole.LEAD;
  if (!bears || !owing(clock, participants).includes(unit)) {
    throw refuse("WHISTLE_CLOCK_OF_OTHERS", { number, unit, step });
  }
  if (!isRunning(clock, actor.at)) throw refuse("WHISTLE_EXTENSION_TOO_LATE", { number, step });
  if (pendingOf(dossier, named)) throw refuse("WHISTLE_EXTENSION_PENDING", { number, step });
  if (!Number.isInteger(amount) || amount < 1 || amount > most) {
    throw refuse("WHISTLE_EXTENSION_AMOUNT", { maximum: most, amount });
  }
  const extension = Object.assign(new WhistleExtension(), {
    districtCode,
    whistleNumber: number,
    turn: extensions.length + 1,
    step,
    ordinal,
    unitCode: unit,
    askedById: actor.principal.id,
    amount,
    reason: requireText("reason", reason),
    askedAt: actor.at,
    granted: null,
    grounds: null,
    decidedAt: null,
    decidedByUnitCode: null,
    decidedById: null,
    dueAt: null,
  });
  const payload = { unit, clock: step, ordinal, amount, countedIn: unitOf(clock, kind) };
  return { change: {}, kind: "WHISTLE_EXTENSION_ASKED", payload, extension };
}

/**
 * 延期审核: decided by whom the kind has confirm the whistle, with grounds; of a blower that leads its own whistle by the
 * centre, for nobody gives time to itself. Time that ran out meanwhile is not given back.
 */
export function decideWhistleExtension(
  dossier: Dossier,
  { granted, grounds, ...named }: NamedClock & { readonly granted: boolean; readonly grounds: string },
  actor: Actor,
): WhistleMove {
  const { whistle, kind } = dossier;
  const { principal, at } = actor;
  const { number } = whistle;
  const { step, ordinal } = named;
  requireState(whistle, "decideExtension");
  const asked = pendingOf(dossier, named);
  const own = asked?.unitCode === whistle.blowerUnitCode;
  if (kind.confirmedBy === "BLOWER" && !own) requireBlower(dossier, "decideExtension", actor);
  else if (!isCentre(whistle, principal)) throw notTheCentre(whistle, "decideExtension", principal);
  if (!asked) throw refuse("WHISTLE_EXTENSION_NOT_ASKED", { number, step });
  const clock = clockOf(dossier, named);
  const decided = {
    granted,
    grounds: requireText("grounds", grounds),
    decidedAt: at,
    decidedByUnitCode: principal.unit,
    decidedById: principal.id,
  };
  const { unitCode: unit } = asked;
  if (!granted) {
    const extension = Object.assign(new WhistleExtension(), asked, decided);
    const payload = { unit, clock: step, ordinal };
    return { change: {}, kind: "WHISTLE_EXTENSION_REFUSED", payload, extension };
  }
  if (!isRunning(clock, at)) throw refuse("WHISTLE_EXTENSION_TOO_LATE", { number, step });
  const dueAt = lengthened(clock, asked.amount, dossier);
  return {
    change: {},
    kind: "WHISTLE_EXTENDED",
    payload: { unit, clock: step, ordinal, dueAt },
    extension: Object.assign(new WhistleExtension(), asked, decided, { dueAt }),
    clocks: [Object.assign(new WhistleClock(), clock, { dueAt })],
  };
}
