import type { EntityManager } from "typeorm";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import type { PenaltyRow } from "../world/inspections.ts";
import type { World } from "../world/world.ts";
import { chunks } from "./chunks.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";
import { STORIES } from "./tickets.ts";

/** Businesses and licences are not loaded: they stay in the department's register. */
export async function loadMarketSupervision(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  const penalties: PenaltyRow[] = [];
  await insert("inspection", world.inspections(), ({ penalty, ...inspection }) => {
    if (penalty) penalties.push(penalty);
    return inspection;
  });
  await insert("penalty", penalties);

  const log = await openLog(transaction, insert);
  const numbers = new Map<string, { districtCode: string; series: string; day: string; last: number }>();
  for (const stories of chunks(world.consumerComplaints(), STORIES)) {
    await insert("consumer_complaint", stories, ({ complaint }) => complaint);
    await log.add(stories.flatMap((story) => story.log));
    for (const { complaint } of stories) {
      const { districtCode, number, receivedAt } = complaint;
      const day = dayOf(receivedAt);
      const last = Number(number.slice(number.lastIndexOf("-") + 1));
      numbers.set(`${districtCode} ${day}`, { districtCode, series: "CONSUMER_COMPLAINT", day, last });
    }
  }
  await insert("running_number", numbers.values());
  await log.write();
}
