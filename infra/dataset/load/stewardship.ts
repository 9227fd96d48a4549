import type { EntityManager } from "typeorm";
import type { World } from "../world/world.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";

export async function loadStewardship(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  const log = await openLog(transaction, insert);
  const stories = [...world.dataGrants()];
  await insert(
    "agreement",
    stories.flatMap(({ agreements }) => agreements),
  );
  await insert(
    "data_grant",
    stories.flatMap(({ grants }) => grants),
  );
  await insert(
    "case_access_rule",
    stories.flatMap(({ rules }) => rules),
  );
  await insert(
    "numbering",
    stories.flatMap(({ districtCode, agreements, grants, rules }) => [
      { districtCode, mark: "A", last: agreements.length },
      { districtCode, mark: "G", last: grants.length },
      { districtCode, mark: "C", last: rules.length },
    ]),
  );
  await log.add(stories.flatMap((story) => story.log));
  await log.write();
}
