import { DataSource } from "typeorm";
import { insertRows } from "../../dataset/load/insert-rows.ts";
import type { World } from "../../dataset/world/world.ts";
import { connect } from "../../postgres/connect.ts";

/** Fills the archive with the police's rows of a world, all or none, where it is empty; says whether it did. */
export async function loadPoliceArchive(ownerUrl: string, world: World): Promise<boolean> {
  const archive = new DataSource({ type: "postgres", url: ownerUrl, poolSize: 1 });
  await archive.initialize();
  try {
    return await archive.transaction(async (transaction) => {
      // The role's own limits are for requests. A second loader waits here until the first is done.
      await transaction.query("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
      await transaction.query("SELECT pg_advisory_xact_lock(hashtext('police-archive:load'))");
      const [{ filled }] = await transaction.query("SELECT EXISTS (SELECT FROM T_JQ) AS filled");
      if (filled) return false;
      const insert = insertRows(transaction, () => undefined);
      const households = [...world.policeHouseholds()];
      await insert(
        "t_hj_rk",
        households.flatMap(({ registrations }) => registrations),
      );
      await insert(
        "t_czw",
        households.flatMap(({ rentedHouse }) => rentedHouse ?? []),
      );
      await insert(
        "t_ldrk",
        households.flatMap(({ floatingPeople }) => floatingPeople),
      );
      await insert("t_jq", world.policeCalls());
      await insert("t_zdbw", world.policeKeyPlaces());
      return true;
    });
  } finally {
    await archive.destroy();
  }
}

/** Whether anything is in the archive: asked before a world is invented to fill it with. */
export async function isArchiveFilled(ownerUrl: string): Promise<boolean> {
  const archive = await connect(ownerUrl);
  try {
    const { rows } = await archive.query("SELECT EXISTS (SELECT FROM T_JQ) AS filled");
    return rows[0]?.filled === true;
  } finally {
    await archive.end();
  }
}
