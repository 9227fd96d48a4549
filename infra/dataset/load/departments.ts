import type { EntityManager } from "typeorm";
import type { ListBatchRow } from "../world/lists/sample-lists.ts";
import type { World } from "../world/world.ts";
import type { InsertRows } from "./insert-rows.ts";
import { openLog } from "./log.ts";

export async function loadDepartments(
  world: World,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  await insert("unit", world.units());
  await insert("responder", world.responders());
  await insert("chief_responder", world.chiefResponders());
  await insert("liaison", world.liaisons());
  await insert("team_member", world.teamMembers());
  await insert("duty_shift", world.dutyShifts());
  await insert("double_reporting", world.doubleReportings());

  await insert("power_item", world.powerItems());
  await insert("item_list", world.itemLists());
  await publishBatches(world, insert, transaction);

  await insert("matter", world.matters());
  await insert("dispatch_catalogue", world.dispatchCatalogues());
  await insert("dispatch_rule", world.dispatchRules());
  await insert("overlap_rule", world.overlapRules());

  const handed = [...world.handedToStreets()];
  await insert(
    "power_grant",
    handed.flatMap(({ powerGrants }) => powerGrants),
  );
  await insert(
    "hand_down",
    handed.flatMap(({ handDowns }) => handDowns),
  );
  const log = await openLog(transaction, insert);
  await log.add(handed.flatMap((each) => each.log));
  await log.write();
}

/** Lists change as their keepers change them: by a draft batch that is filled and then published, one after the other. */
async function publishBatches(world: World, insert: InsertRows, transaction: EntityManager): Promise<void> {
  const batches = [...world.listBatches()];
  const entries = [...world.listEntries()];
  for (const number of [...new Set(batches.map((batch) => batch.number))].sort()) {
    const drafts = batches.filter((batch) => batch.number === number);
    await insert("list_batch", drafts, ({ listId, document, openedAt }) => ({
      listId,
      number,
      state: "DRAFT",
      document,
      openedAt,
    }));
    const added = entries.filter(({ addedIn }) => addedIn === number);
    await insert("list_entry", added, ({ removedIn: _, ...entry }) => entry);
    const removed = entries.filter(({ removedIn }) => removedIn === number);
    await transaction.query(
      `UPDATE list_entry SET removed_in = $1 FROM unnest($2::text[], $3::text[]) AS removed(list_id, item_code)
       WHERE (list_entry.list_id, list_entry.item_code) = (removed.list_id, removed.item_code) AND removed_in IS NULL`,
      [number, removed.map(({ listId }) => listId), removed.map(({ itemCode }) => itemCode)],
    );
    await publish(drafts, transaction);
  }
}

const publish = (batches: readonly ListBatchRow[], transaction: EntityManager) =>
  transaction.query(
    `UPDATE list_batch
     SET state = 'PUBLISHED', effective_from = published.effective_from, published_at = published.published_at
     FROM unnest($1::text[], $2::int[], $3::date[], $4::timestamptz[])
       AS published(list_id, number, effective_from, published_at)
     WHERE (list_batch.list_id, list_batch.number) = (published.list_id, published.number)`,
    [
      batches.map(({ listId }) => listId),
      batches.map(({ number }) => number),
      batches.map(({ effectiveFrom }) => effectiveFrom),
      batches.map(({ publishedAt }) => publishedAt),
    ],
  );
