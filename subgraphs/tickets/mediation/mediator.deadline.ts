import type { RemindedClock } from "../reminder/reminder.deadline.ts";
import type { Notice } from "../reminder/reminder.store.ts";
import { ReminderMoment } from "../reminder/reminder.ts";
import type { DisputeMediation } from "./dispute-mediation.ts";
import type { Mediator } from "./mediator.ts";

/** What a mediator's time to come is for, where a whistle's clock has its step. */
export const mediateStep = "MEDIATE";

/** What reminders of a mediation are kept under: a ticket's own are of its limit. */
export const mediationSubject = ({
  ticketNumber,
  turn,
}: Pick<DisputeMediation, "ticketNumber" | "turn">): string => `${ticketNumber}-M${turn}`;

export function readMediationSubject(subject: string): { ticketNumber: string; turn: number } {
  const [, ticketNumber = "", turn] = /^(.*)-M(\d+)$/.exec(subject) ?? [];
  return { ticketNumber, turn: Number(turn) };
}

/** Whether a mediator's time ran out before it came, and before the mediation ended without it (GZ-16). */
const ranOut = ({ endedAt }: DisputeMediation, { arrivedAt, dueAt }: Mediator, at: Date): boolean =>
  dueAt <= at && [arrivedAt, endedAt].every((instant) => instant === null || instant >= dueAt);

const awaited = ({ endedAt }: DisputeMediation, { arrivedAt }: Mediator): boolean =>
  arrivedAt === null && endedAt === null;

/** A mediator's time to come, as its reminders are planned by. */
export const remindedMediator = (
  mediation: DisputeMediation,
  mediator: Mediator,
  at: Date,
): RemindedClock => ({
  step: mediateStep,
  ordinal: mediator.ordinal,
  startedAt: mediator.invitedAt,
  dueAt: mediator.dueAt,
  unit: mediation.limitUnit,
  // Never counted by: disputes are taken in day and night.
  workingHours: [],
  standing: ranOut(mediation, mediator, at) ? "RAN_OUT" : awaited(mediation, mediator) ? "RUNNING" : "IDLE",
});

/** 提醒: before its time is up the mediator is told, at its limit whoever leads the mediation too. Null when it came. */
export function remindOf(
  mediation: DisputeMediation,
  mediator: Mediator,
  moment: ReminderMoment,
  at: Date,
): Notice | null {
  const { ticketNumber: subject, turn, hostUnitCode: host, divisionCode: division } = mediation;
  const { unitCode: unit, dueAt } = mediator;
  const late = moment === ReminderMoment.LIMIT;
  if (late ? !ranOut(mediation, mediator, at) : !awaited(mediation, mediator)) return null;
  const to = late && host !== unit ? [unit, host] : [unit];
  return { subject, kind: "TICKET_MEDIATOR_REMINDED", to, payload: { turn, unit, dueAt, division } };
}
