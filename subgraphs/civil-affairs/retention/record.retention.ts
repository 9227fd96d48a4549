import type { Day } from "../../shared/calendar.ts";
import { yearsAfter } from "../years-after.ts";

/** What the department keeps of a person, told apart by how long it is needed after its purpose. */
export type KeptRecord =
  | "AID"
  | "AID_REFUSED"
  | "ELDERLY_LIVING_ALONE"
  | "DISABILITY"
  | "RESIDENTS_COMMITTEE";

/**
 * Years after the purpose ended. PIPL art. 19 asks for the shortest time that serves: payments are audited for five years,
 * a refusal may be contested for a while, and a list of people to look after serves nobody once it is out of date.
 */
const yearsKept: Readonly<Record<KeptRecord, number>> = {
  AID: 5,
  AID_REFUSED: 2,
  ELDERLY_LIVING_ALONE: 1,
  DISABILITY: 2,
  RESIDENTS_COMMITTEE: 10,
};

/** The last day on which a record may be kept whose purpose ends on a day. */
export const retainUntil = (record: KeptRecord, purposeEndsOn: Day): Day =>
  yearsAfter(purposeEndsOn, yearsKept[record]);

/** Whether a record must be gone: the day after its last (PIPL art. 47). */
export const isPastRetention = (lastDay: Day, today: Day): boolean => lastDay < today;
