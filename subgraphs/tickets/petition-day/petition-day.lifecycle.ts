import { dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, type Post } from "../../shared/principal.ts";
import { written } from "../written.ts";
import { petitionDayErrors, refuse } from "./petition-day.errors.ts";
import type { PetitionDay } from "./petition-day.ts";
import type { PetitionDayInput, PetitionInput } from "./petition-day-input.ts";

/** By which channel a demand comes that a leader heard. */
export const petitionChannel = "PETITION_DAY";

const announcing: readonly Post[] = petitionDayErrors.PETITION_DAY_WRONG_POST.allowed.posts;

/** 公告: the unit's own day, today or later: a day that was is not announced afterwards. */
export function announcePetitionDay(
  { day, leaderName, leaderPost, place }: PetitionDayInput,
  { principal, at }: Actor,
): Omit<PetitionDay, "id"> {
  const { post, unit, division } = principal;
  if (!announcing.includes(post)) throw refuse("PETITION_DAY_WRONG_POST", { post, unit });
  const today = dayOf(at);
  if (day < today) throw refuse("PETITION_DAY_OVER", { day, today });
  return {
    districtCode: districtOf(division),
    unitCode: unit,
    divisionCode: division,
    day,
    leaderName: written("leaderName", leaderName, 50),
    leaderPost: written("leaderPost", leaderPost, 100),
    place: written("place", place, 200),
    announcedAt: at,
  };
}

/** What is judged of a demand before it counts as heard on a petition day. */
interface Heard {
  readonly petition: PetitionInput | null;
  readonly petitionDay: PetitionDay | null;
  readonly channel: string;
  readonly divisionCode: string;
  readonly named: boolean;
}

/**
 * 即呼即应: what a leader heard is taken in on that very day, with whom they saw, and comes by no other channel. A demand
 * brought otherwise was not heard by anybody.
 */
export function requireHeard({ petition, petitionDay, channel, divisionCode, named }: Heard, at: Date): void {
  if ((channel === petitionChannel) !== (petition !== null)) {
    throw refuse("PETITION_DAY_AND_CHANNEL", { channel, channels: [petitionChannel] });
  }
  if (!petition) return;
  if (!petitionDay) throw refuse("PETITION_DAY_UNKNOWN", { day: petition.day });
  const today = dayOf(at);
  if (petitionDay.day !== today) throw refuse("PETITION_DAY_NOT_TODAY", { day: petitionDay.day, today });
  if (!divisionCode.startsWith(petitionDay.divisionCode)) {
    throw refuse("PETITION_DAY_ELSEWHERE", {
      division: divisionCode,
      unit: petitionDay.unitCode,
      heard: petitionDay.divisionCode,
    });
  }
  if (petition.seenInPerson && !named) throw refuse("PETITIONER_NOT_NAMED");
}
