import { announcePetitionDay } from "../../../subgraphs/tickets/petition-day/petition-day.lifecycle.ts";
import type { PetitionDay } from "../../../subgraphs/tickets/petition-day/petition-day.ts";
import type { Frame } from "./frame.ts";
import { type DayNumber, dayText, HOUR, midnight, weekdayOf } from "./office-clock.ts";
import { type Officials, principalOf } from "./officials.ts";
import type { Street } from "./places.ts";
import type { Random } from "./random.ts";
import { type LogRow, logRow } from "./tickets/ticket-story.ts";

/** How long before the day it is announced. */
const NOTICE_DAYS = 5;
const WEDNESDAY = 3;

export interface PetitionDayStory {
  readonly day: PetitionDay;
  readonly log: LogRow;
}

export const petitionDayId = (random: Random, street: Street, day: DayNumber): string =>
  random.split(`petition-day/${street.code}/${day}`).uuid();

/** A day on which the secretary of a sub-district hears whoever comes (信访接待日, GZ-17). */
export function petitionDay(
  { random }: Pick<Frame, "random">,
  officials: Officials,
  street: Street,
  day: DayNumber,
): PetitionDayStory {
  const leader = officials.streetLeader(street);
  const at = new Date(midnight(day - NOTICE_DAYS) + 9 * HOUR);
  const actor = { principal: principalOf(leader), at };
  const input = {
    day: dayText(day),
    leaderName: leader.name,
    leaderPost: `${street.name}${leader.title}`,
    place: `${street.name}信访接待室`,
  };
  const id = petitionDayId(random, street, day);
  const announced = { ...announcePetitionDay(input, actor), id };
  const payload = { day: input.day, id };
  return {
    day: announced,
    log: logRow(street.code, { kind: "PETITION_DAY_ANNOUNCED", payload }, actor),
  };
}

/** The days that are announced and still to come: every sub-district's next Wednesday, as far as it is announced by now. */
export function* petitionDaysToCome(frame: Frame, officials: Officials): Iterable<PetitionDayStory> {
  for (const street of frame.scale.streets) {
    for (let day = frame.today + 1; day <= frame.today + NOTICE_DAYS; day++) {
      const story = weekdayOf(day) === WEDNESDAY && petitionDay(frame, officials, street, day);
      if (story && story.day.announcedAt.getTime() < frame.now) yield story;
    }
  }
}
