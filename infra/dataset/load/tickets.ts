import type { EntityManager } from "typeorm";
import { toWgs84 } from "../../../subgraphs/shared/position.ts";
import type { DemandRow, TicketStory } from "../world/tickets/ticket-story.ts";
import type { World } from "../world/world.ts";
import { chunks } from "./chunks.ts";
import { openClassProblems } from "./class-problems.ts";
import type { InsertRows } from "./insert-rows.ts";
import { type Log, openLog } from "./log.ts";
import { sweep } from "./sweep.ts";

/** Tickets at a time, whatever the scale. */
export const STORIES = 500;

export async function loadTickets(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  await insert("demander", world.demanders());
  const log = await openLog(transaction, insert);
  const stories = world.tickets();
  for (const some of chunks(stories, STORIES)) await keep(some, new Date(world.frame.now), insert, log);
  await insert("running_number", stories.runningNumbers());
  await log.add(await openClassProblems(transaction, insert));
  await log.write();
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
  await insert("whistle", whistles, ({ whistle }) => whistle);
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

  const swept = whistles.map((story) => sweep(story, now));
  await insert(
    "whistle_clock",
    swept.flatMap(({ clocks }) => clocks),
  );
  await log.add(swept.flatMap((each) => each.log));
}

/** Where it is kept, a position is kept in WGS84. */
function located({ position, ...demand }: DemandRow): object {
  const { longitude, latitude } = position ? toWgs84(position) : { longitude: null, latitude: null };
  return { ...demand, longitude, latitude };
}
