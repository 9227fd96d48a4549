import type { Frame } from "../world/frame.ts";
import { dayNumberOf } from "../world/office-clock.ts";
import { Officials } from "../world/officials.ts";
import { type PetitionDayStory, petitionDay, petitionDaysToCome } from "../world/petition-days.ts";
import type { TicketStory } from "../world/tickets/ticket-story.ts";
import type { InsertRows } from "./insert-rows.ts";
import type { Log } from "./log.ts";

/** The petition days while tickets are loaded: each once, before what was heard on it. */
interface PetitionDays {
  heard(stories: readonly TicketStory[]): Promise<void>;
  toCome(): Promise<void>;
}

export function openPetitionDays(frame: Frame, insert: InsertRows, log: Log): PetitionDays {
  const officials = new Officials(frame);
  const known = new Set<string>();
  const keep = async (told: readonly PetitionDayStory[]): Promise<void> => {
    const fresh = told.filter(({ day }) => !known.has(day.id) && known.add(day.id));
    await insert(
      "petition_day",
      fresh.map(({ day }) => day),
    );
    await log.add(fresh.map((each) => each.log));
  };
  return {
    heard: (stories) =>
      keep(
        stories.flatMap(({ demand: { petitionDayId, divisionCode, receivedAt } }) => {
          const street = frame.scale.streets.find(({ code }) => divisionCode.startsWith(code));
          if (!petitionDayId || !street) return [];
          return petitionDay(frame, officials, street, dayNumberOf(receivedAt.getTime()));
        }),
      ),
    toCome: () => keep([...petitionDaysToCome(frame, officials)]),
  };
}
