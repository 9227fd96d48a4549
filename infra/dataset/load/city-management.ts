import type { EntityManager } from "typeorm";
import type { StreetOrderStory } from "../world/street-order/cases.ts";
import { streetOrderStandards } from "../world/street-order/standards.ts";
import type { World } from "../world/world.ts";
import { chunks } from "./chunks.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";

/** Cases at a time, whatever the scale. */
const STORIES = 500;

/** The catalogue of classes is loaded already: it comes with the code. */
export async function loadCityManagement(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  await insert("street_order_standard", streetOrderStandards(world.frame));
  await insert("component", world.components());
  const log = await openLog(transaction, insert);
  const cases = world.streetOrderCases();
  for (const stories of chunks(cases, STORIES)) {
    await insert("street_order_case", stories, ({ case: found }: StreetOrderStory) => ({ ...found }));
    await insert(
      "street_order_step",
      stories.flatMap(({ steps }) => steps),
    );
    await log.add(stories.flatMap((story) => story.log));
  }
  await insert("running_number", cases.runningNumbers());
  await log.write();
  await insert("enforcement_team", world.enforcementTeams());
  await insert("enforcement_team_member", world.enforcementTeamMembers());
}
