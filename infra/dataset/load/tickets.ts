import type { EntityManager } from "typeorm";
import { TimeLimitUnit } from "../../../subgraphs/shared/calendar.ts";
import { toWgs84 } from "../../../subgraphs/shared/position.ts";
import { DisputeClass } from "../../../subgraphs/tickets/mediation/dispute-class.ts";
import { nextDue } from "../../../subgraphs/tickets/whistle/whistle.deadline.ts";
import { matterCode } from "../world/matters/district-matters.ts";
import { Officials } from "../world/officials.ts";
import { disputeMatter, mediationOf } from "../world/tickets/mediations.ts";
import type { DemandRow, TicketStory } from "../world/tickets/ticket-story.ts";
import type { World } from "../world/world.ts";
import { chunks } from "./chunks.ts";
import { openClassProblems } from "./class-problems.ts";
import { findHotClasses } from "./hot-classes.ts";
import type { InsertRows } from "./insert-rows.ts";
import { type Log, openLog } from "./log.ts";
import { openPetitionDays } from "./petition-days.ts";
import { answersToCome, setLoadedAlarms } from "./reminders.ts";
import { sweep } from "./sweep.ts";
import { keepTexts } from "./texts.ts";
import { workOnClassProblems } from "./worked-class-problems.ts";

/** Tickets at a time, whatever the scale. */
export const STORIES = 500;

export async function loadTickets(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  await insert("demander", world.demanders());
  const districts = new Set(world.frame.scale.streets.map(({ districtCode }) => districtCode));
  await insert("dispute_class", [...districts].map(disputeClassOf));
  const log = await openLog(transaction, insert);
  const stories = world.tickets();
  const petitionDays = openPetitionDays(world.frame, insert, log);
  for (const some of chunks(stories, STORIES)) {
    await petitionDays.heard(some);
    await keep(some, new Date(world.frame.now), insert, log);
    await keepMediations(some, world, insert, log);
  }
  await petitionDays.toCome();
  await insert("running_number", stories.runningNumbers());
  await log.add(await openClassProblems(transaction, insert));
  await log.add(await workOnClassProblems(transaction, insert, world.frame));
  await log.write();
  await keepTexts(transaction, insert);
  await findHotClasses(transaction, districts, new Date(world.frame.now));
  await setLoadedAlarms(transaction, new Date(world.frame.now));
}

/** Mediators are to come within two hours: what the texts call the prescribed time is no number (GZ-16). */
const disputeClassOf = (districtCode: string): DisputeClass =>
  Object.assign(new DisputeClass(), {
    districtCode,
    matterCode: matterCode(districtCode, disputeMatter),
    version: 1,
    amount: 2,
    unit: TimeLimitUnit.HOURS,
    validFrom: "2019-01-01",
  });

/** How disputes among the tickets were mediated. */
async function keepMediations(
  stories: readonly TicketStory[],
  { frame }: World,
  insert: InsertRows,
  log: Log,
): Promise<void> {
  const officials = new Officials(frame);
  const told = stories.flatMap(
    ({ ticket, whistles }) =>
      mediationOf(
        ticket,
        disputeClassOf(ticket.districtCode),
        frame,
        officials,
        whistles.map(({ whistle }) => whistle),
      ) ?? [],
  );
  await insert("dispute_mediation", told, ({ mediation }) => mediation);
  await insert(
    "mediator",
    told.flatMap(({ mediators }) => mediators),
  );
  await insert(
    "mediation_sitting",
    told.flatMap(({ sittings }) => sittings),
  );
  await log.add(told.flatMap((each) => each.log));
}

async function keep(stories: readonly TicketStory[], now: Date, insert: InsertRows, log: Log): Promise<void> {
  await insert("ticket", stories, ({ ticket }) => ticket);
  await insert("demand", stories, ({ demand }) => located(demand));
  await insert(
    "dispatch",
    stories.flatMap(({ dispatches }) => dispatches),
  );
  await insert(
    "extension",
    stories.flatMap(({ extensions }) => extensions),
  );
  await insert(
    "supervision",
    stories.flatMap(({ supervisions }) => supervisions),
  );
  await insert(
    "reminder",
    stories.flatMap((story) => answersToCome(story, now)),
  );
  await log.add(stories.flatMap((story) => story.log));
  await keepWhistles(stories, now, insert, log);
}

async function keepWhistles(
  stories: readonly TicketStory[],
  now: Date,
  insert: InsertRows,
  log: Log,
): Promise<void> {
  const whistles = stories.flatMap((story) => story.whistles);
  const swept = whistles.map((story) => ({ story, ...sweep(story, now) }));
  await insert("whistle", swept, ({ story, clocks }) => ({ ...story.whistle, dueAt: nextDue(clocks) }));
  await insert(
    "whistle_participant",
    whistles.flatMap(({ participants }) => participants),
  );
  await insert(
    "whistle_ticket",
    stories.flatMap(({ ticket: { districtCode, number: ticketNumber }, whistles: own }) =>
      own.map(({ whistle }) => ({ districtCode, whistleNumber: whistle.number, ticketNumber })),
    ),
  );
  await insert(
    "whistle_filing",
    whistles.flatMap(({ filings }) => filings),
  );
  await insert(
    "task_force",
    whistles.flatMap(({ taskForce }) => taskForce ?? []),
  );
  await insert(
    "duty_ruling",
    whistles.flatMap(({ dutyRulings }) => dutyRulings),
  );

  await insert(
    "whistle_clock",
    swept.flatMap(({ clocks }) => clocks),
  );
  await insert(
    "reminder",
    swept.flatMap(({ reminders }) => reminders),
  );
  await log.add(swept.flatMap((each) => each.log));
}

/** Where it is kept, a position is kept in WGS84. */
function located({ position, ...demand }: DemandRow): object {
  const { longitude, latitude } = position ? toWgs84(position) : { longitude: null, latitude: null };
  return { ...demand, longitude, latitude };
}
