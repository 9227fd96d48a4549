import type { EntityManager } from "typeorm";
import type { World } from "../world/world.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";

/** What the subgraph keeps itself; what it reads is loaded into the police's archive, which is not its own. */
export async function loadPublicSecurity(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  const log = await openLog(transaction, insert);
  const stories = [...world.disclosureDelays()];
  await insert(
    "disclosure_delay",
    stories.map(({ delay }) => delay),
  );
  await insert(
    "disclosure_extension",
    stories.flatMap(({ extensions }) => extensions),
  );
  await log.add(stories.flatMap((story) => story.log));
  await log.write();
}
