import { dueAt, type WorkingHours } from "../../shared/calendar.ts";
import type { StreetOrderStandard } from "../street-order-standard/street-order-standard.ts";
import type { StreetOrderCase } from "./street-order-case.ts";

/** Office hours by which working hours (工作时) are counted, on working days and make-up days, Asia/Shanghai. */
export const officeHours: WorkingHours = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "17:00" },
];

/** When the handling of a case is due: the clock starts at the dispatch, not when the case was found (CJJ/T 106). */
export const handlingDueAt = (
  dispatchedAt: Date,
  { limitAmount, limitUnit }: Pick<StreetOrderStandard, "limitAmount" | "limitUnit">,
): Date => dueAt(dispatchedAt, { amount: limitAmount, unit: limitUnit }, officeHours);

/** Whether the handling came too late, or has not come by `at` though it was due. Computed, never stored. */
export const isOverdue = (
  { dueAt: due, handledAt }: Pick<StreetOrderCase, "dueAt" | "handledAt">,
  at: Date,
): boolean => due !== null && due <= (handledAt ?? at);
