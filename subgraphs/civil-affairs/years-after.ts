import { type Day, isDay } from "../shared/calendar.ts";

/** The same day of a later year; from 29 February the 28th, where the year has no 29th. */
export function yearsAfter(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const later = `${year}${day.slice(4)}`;
  return isDay(later) ? later : (`${year}-02-28` as Day);
}
