import type { World } from "../world/world.ts";
import type { InsertRows } from "./insert-rows.ts";

/** Of all residents a few in a hundred have a record: they are made once, and held, for three tables. */
export async function loadCivilAffairs(world: World, insert: InsertRows): Promise<void> {
  const records = [...world.careRecords()];
  await insert(
    "elderly_living_alone",
    records.flatMap(({ elderly }) => elderly ?? []),
  );
  await insert(
    "disability",
    records.flatMap(({ disability }) => disability ?? []),
  );
  await insert(
    "aid",
    records.flatMap(({ aids }) => aids),
  );

  const committees = [...world.residentsCommittees()];
  await insert("residents_committee", committees, ({ members: _, ...committee }) => committee);
  await insert(
    "committee_member",
    committees.flatMap(({ districtCode, communityCode, electedOn, members }) =>
      members.map((member) => ({ districtCode, communityCode, electedOn, ...member })),
    ),
  );
}
